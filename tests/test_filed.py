"""The meetings of a report's first sentence, placed where it was filed."""

import pytest

from kg.extract.rules import RuleExtractor
from kg.extract.segment import segment
from kg.model.draft import DraftMeeting
from kg.resolve.filed import FACTOR
from kg.resolve.references import resolve_references
from kg.vocabulary import Language

A, B = "Ghanaian President John Mahama", "Kenyan President William Ruto"
A_TR, B_TR = "Gana Cumhurbaşkanı John Mahama", "Kenya Cumhurbaşkanı William Ruto"


def told(text: str, language: Language) -> list[DraftMeeting]:
    sentences = segment(text, language, title=None)
    drafts = RuleExtractor().extract(text, sentences, language)
    return [m for m in resolve_references(drafts).meetings if not m.visit]


def place(text: str, language: Language = "en") -> str | None:
    (meeting,) = told(text, language)
    return meeting.place.name if meeting.place is not None else None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", f"ACCRA, May 3 - {A} met {B}."),
        ("en", f"ACCRA, May 3 - {A} met {B} on Friday."),
        ("en", f"ACCRA, May 3 - {A} met {B} on May 2."),
        ("en", f"ACCRA, May 3 - {A} held talks with {B} yesterday, the presidency said."),
        ("tr", f"AKRA, 3 Mayıs - {A_TR}, {B_TR} ile görüştü."),
        ("tr", f"AKRA, 3 Mayıs - {A_TR}, {B_TR} ile dün bir görüşme gerçekleştirdi."),
    ],
)
def test_what_a_report_itself_tells_was_where_it_was_filed(language: Language, text: str) -> None:
    assert place(text, language) in ("Accra", "Akra")


def test_a_place_taken_from_the_dateline_costs_confidence() -> None:
    (placed,) = told(f"ACCRA, May 3 - {A} met {B}.", "en")
    (plain,) = told(f"{A} met {B}.", "en")
    assert placed.score == pytest.approx(plain.score * FACTOR)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", f"ACCRA, May 3 - {A} met {B} last month."),
        ("en", f"ACCRA, May 3 - {A} met {B} in 2019, the book says."),
        ("en", f"ACCRA, May 3 - {A} met {B} on April 2."),
        ("tr", f"AKRA, 3 Mayıs - {A_TR}, geçen ay {B_TR} ile görüştü."),
    ],
)
def test_a_meeting_of_long_ago_may_have_been_anywhere(language: Language, text: str) -> None:
    assert place(text, language) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", f"ACCRA, May 3 - {A}, who met {B}, warned Togo against strikes."),
        ("en", f"ACCRA, May 3 - {A} said he met {B}."),
        ("en", f"ACCRA, May 3 - {A} warned Togo against strikes after talks with {B}."),
        ("tr", f"AKRA, 3 Mayıs - {A_TR}, {B_TR} ile görüştüğünü söyledi."),
        ("tr", f"AKRA, 3 Mayıs - {A_TR}, görüştüğü {B_TR}'yu uyardı."),
    ],
)
def test_a_meeting_told_along_with_the_news_has_no_place(language: Language, text: str) -> None:
    assert place(text, language) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", f"ACCRA, May 3 - {A} met {B} on the sidelines of the UN General Assembly."),
        ("en", f"ACCRA, May 3 - {A} met {B} aboard a train."),
        ("en", f"ACCRA, May 3 - {A} flew to Lagos and met {B}."),
        ("en", f"ACCRA, May 3 - {A} met {B} during a visit to Uganda."),
        ("tr", f"AKRA, 3 Mayıs - {A_TR}, {B_TR} ile zirve marjında görüştü."),
    ],
)
def test_a_meeting_set_elsewhere_is_not_where_it_was_filed(language: Language, text: str) -> None:
    assert place(text, language) not in ("Accra", "Akra")
