"""Who speaks in English with an office, an age or a trade set off behind the name."""

import pytest

from tests.reading import read_article


def speakers(text: str) -> list[str | None]:
    """Return who says something in an article."""
    claims = read_article(text)
    return [c.speaker for c in claims.statements]


@pytest.mark.parametrize(
    "text",
    [
        "Jane Roe, head of the self-proclaimed republic, announced the evacuation of the port.",
        "Jane Roe, minister of state for defence, said that it was over.",
        "Jane Roe, minister of water, irrigation and energy, said that it was over.",
        "Jane Roe, Kenya's minister of water, irrigation and energy, said that it was over.",
        "Jane Roe, 54, a farmer from the hills, said that it was over.",
        "Jane Roe, 54, who lives in the hills, said that it was over.",
    ],
)
def test_what_is_set_off_behind_a_name_is_no_speaker(text: str) -> None:
    assert speakers(text) == ["Jane Roe"]


def test_a_list_of_people_is_no_apposition() -> None:
    assert speakers("Jane Roe, minister Ana Ruiz, 54 guards and the head of the port left.") == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Jane Roe, the special rapporteur on mines, and Ana Ruiz said that it was over.",
            ["Jane Roe", "Ana Ruiz"],
        ),
        ("Ana Ruiz, the mayor, and Jane Roe, the governor, left.", []),
        (
            "Poland's Ana Ruiz, Chad's Jane Roe and Kenya's Juma Otiro said that it was over.",
            ["Ana Ruiz", "Jane Roe", "Juma Otiro"],
        ),
        ("After a meeting of Chad and Niger, Ana Ruiz said that it was over.", ["Ana Ruiz"]),
    ],
)
def test_several_speak_whatever_stands_between_them(text: str, who: list[str]) -> None:
    assert speakers(text) == who
