"""What Arabic speakers express behind what they say: "…، معربا عن قلقه"."""

from tests.reading import read


def acts(text: str) -> list[str]:
    return [s.act for s in read(text, "ar").statements]


def test_concern_behind_a_demand_is_told_beside_it() -> None:
    text = "حث أنطونيو غوتيريش كينيا على ضبط النفس، معربا عن قلقه إزاء القيود."
    assert acts(text) == ["demands", "expresses-concern"]


def test_hope_behind_a_comma_is_a_claim_more_with_no_act_of_its_own() -> None:
    text = "قال أنطونيو غوتيريش إن الحدود مغلقة، معربا عن أمله في فتحها."
    assert acts(text) == ["asserts", "asserts"]


def test_a_denial_that_calls_the_matter_names_is_one_denial() -> None:
    assert acts("نفت بكين ذلك قائلة إنه «افتراء خبيث».") == ["denies"]
    assert acts("نفت بكين ذلك، مؤكدة أن قواتها في ثكناتها.") == ["denies", "asserts"]
