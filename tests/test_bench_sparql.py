"""What the SPARQL bench says of all queries together."""

from tests.bench.sparql import overall


def test_all_queries_together_are_told_by_mean_sum_and_count() -> None:
    found = {
        "quick": {"claimline": 2.0, "pyoxigraph": 0.5, "other": 8.0},
        "slow": {"claimline": 10.0, "pyoxigraph": 9.0, "other": 160.0},
    }
    assert overall(found, "other") == {
        "geometric_mean_times": 8.0,
        "all_together_times": 14.0,
        "ten_times_faster": 1,
        "ten_times_slower_than_the_engine": 2,
        "queries": 2,
    }
