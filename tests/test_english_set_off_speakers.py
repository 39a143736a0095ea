"""Speakers with something set off behind them, with a companion, with a day behind a noun."""

import pytest

from kg.model.article import SourceText
from kg.model.day import Day
from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article
from tests.test_english_speakers import statements, told

_DAY = Day.parse("2024-05-16")  # a Thursday
_MUSEVENI = "Ugandan President Yoweri Museveni"


def claimed(text: str) -> list[tuple[str, str | None]]:
    """Return the speaker and the first day of each statement."""
    source = SourceText(name="made", text=text, language="en", published=_DAY)
    claims = to_document(extract_article(source, iris=Iris()))["claims"]
    told = [c for c in claims if c["type"] == "statement"]
    return [(c["speaker"], (c["time"] or {}).get("start")) for c in told]


def telling_days(text: str) -> list[str | None]:
    return [day for _, day in claimed(text)]


@pytest.mark.parametrize(
    "aside",
    [" – who has ruled since 1986 –", " - in power since 1986 -", ", in power since 1986,"],
)
def test_what_is_set_off_between_dashes_is_stepped_over(aside: str) -> None:
    text = f"{_MUSEVENI}{aside} said the raid was an outrage."
    assert told(text) == [("Yoweri Museveni", "asserts")]
    assert telling_days(text) == [None]


def test_a_day_told_with_the_verb_stays() -> None:
    assert telling_days(f"{_MUSEVENI} said on Monday the raid was an outrage.") == ["2024-05-13"]


@pytest.mark.parametrize(
    "companion",
    [
        "his running mate, Martha Karua,",
        "his running mate Martha Karua",
        "his Ugandan counterpart, Martha Karua,",
    ],
)
def test_a_companion_speaks_too(companion: str) -> None:
    text = f"Kenyan opposition leader Raila Odinga and {companion} said the vote was stolen."
    assert told(text) == [("Raila Odinga", "asserts"), ("Martha Karua", "asserts")]


def test_both_behind_two_speakers_is_no_part_of_a_name() -> None:
    text = "Kenya's Amina Mohamed and Uganda's Sam Kutesa both condemned the raid."
    assert "Sam Kutesa" in [name for name, _ in told(text)]
    assert not any("both" in (name or "") for name, _ in told(text))


@pytest.mark.parametrize("verb", ["joined", "led", "repeated"])
def test_who_joins_calls_for_something_asks_for_it(verb: str) -> None:
    text = f"Kenyan opposition leader Raila Odinga {verb} calls for an inquiry."
    assert told(text) == [("Raila Odinga", "demands")]


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan opposition leader Raila Odinga resisted calls to resign.",
        "Kenya led the convoy on Monday.",
    ],
)
def test_who_faces_calls_or_leads_a_convoy_says_nothing(text: str) -> None:
    assert not statements(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{_MUSEVENI} gave assurances on Monday that the vote would be safe.",
        f"{_MUSEVENI} issued a warning on Monday over the raid.",
        f"{_MUSEVENI} made an appeal on Monday for calm.",
    ],
)
def test_a_day_behind_a_noun_of_speech_is_that_of_the_telling(text: str) -> None:
    assert telling_days(text) == ["2024-05-13"]


@pytest.mark.parametrize(
    "text",
    [
        "Uganda accuses Kenya of arming rebels, which Nairobi denies.",
        "Uganda accuses Kenya of arming rebels, a charge denied by Nairobi.",
        "Uganda accuses Kenya of arming rebels - charges strongly denied by Nairobi.",
        "Uganda accuses Kenya of arming rebels - claims Nairobi denies.",
    ],
)
def test_a_charge_is_denied_behind_a_comma_or_dash(text: str) -> None:
    assert [act for _, act in told(text)] == ["accuses", "denies"]


@pytest.mark.parametrize(
    "text",
    [
        "The turnout was 97 percent - a figure contested by candidate Yaku Perez.",
        "The turnout was 97 percent, a figure contested by candidate Yaku Perez.",
    ],
)
def test_who_contests_a_figure_denies_it(text: str) -> None:
    assert told(text) == [("Yaku Perez", "denies")]


@pytest.mark.parametrize(
    "text",
    ["The deal, rejected by Kenya, was signed on Monday.", "The group, which Kenya backs, left."],
)
def test_what_somebody_rejected_once_is_no_charge(text: str) -> None:
    assert not statements(text)


@pytest.mark.parametrize(
    "words",
    [
        "President Uhuru Kenyatta, he said, had lied.",
        "President Uhuru Kenyatta had lied, he added.",
        "The result, he added, had been fixed.",
    ],
)
def test_he_is_not_the_one_whom_the_words_tell_of(words: str) -> None:
    text = f"Kenyan opposition leader Raila Odinga said the vote was stolen. {words}"
    assert [name for name, _ in claimed(text)] == ["Raila Odinga", "Raila Odinga"]


def test_what_somebody_made_clear_may_have_no_that() -> None:
    assert told(f"{_MUSEVENI} made clear the raid would not go unpunished.") == [
        ("Yoweri Museveni", "asserts")
    ]
