"""What an actor or a place has to do with, in short: groups, ties, days, further names."""

from kg.query.profile import Profile, actor_profile, place_profile
from kg.query.snapshot import source_of
from kg.query.wording import ENGLISH
from kg.query.words import bare
from tests.view_values import KESTRIA, TOVAN, VELMAR, dataset


def profile(iri: str) -> Profile:
    return actor_profile(source_of(dataset()), iri, ENGLISH)


def test_events_are_grouped_by_the_part_played_and_say_how_many_there_are() -> None:
    found = profile(TOVAN.iri)
    groups = {group.name: group for group in found.groups}
    assert groups["met"].total == 1
    assert [row.kind for row in groups["met"].rows] == ["meeting"]
    assert groups["said"].label == "What it said"
    for group in groups.values():
        assert 0 < len(group.rows) <= min(5, group.total)
        assert group.args["actor"] == TOVAN.iri.rsplit("/", 1)[1]


def test_ties_say_who_did_what_to_whom() -> None:
    of_tovan = {tie.name: tie for tie in profile(TOVAN.iri).ties}
    assert [bare(one.other.name) for one in of_tovan["met"].tied] == ["Kestria"]
    warned = of_tovan["warned-by"].tied[0]
    assert warned.events == 1
    assert warned.pair.endswith(",warned")
    of_kestria = {tie.name for tie in profile(KESTRIA.iri).ties}
    assert "warned-by" not in of_kestria


def test_the_days_in_between_are_counted_too() -> None:
    spark = profile(TOVAN.iri).spark
    assert spark is not None
    assert sum(spark.counts) >= 1
    assert len(spark.counts) <= 49


def test_a_place_has_its_events_by_kind_and_no_ties() -> None:
    found = place_profile(source_of(dataset()), VELMAR.iri, ENGLISH)
    assert next(group.name for group in found.groups) == "meetings"
    assert found.ties == ()


def test_further_names_come_from_the_gazetteer_and_repeat_no_label() -> None:
    base = TOVAN.iri.rsplit("/", 1)[0]
    names = dict(actor_profile(source_of(dataset()), f"{base}/turkey", ENGLISH).names)
    assert "Türkiye" in names["en"]
    assert "Turkey" not in names["en"]
    assert profile(TOVAN.iri).names == ()
