"""Who met, when the subject names a counterpart, and words that only look like a plan."""

import pytest

from kg.model.article import SourceText
from kg.model.claim import Meeting, RedLine
from kg.model.day import Day
from kg.model.extraction import Extraction
from kg.model.iri import Iris
from kg.pipeline import extract_article


def read(text: str) -> Extraction:
    source = SourceText(name="x", text=text, language="en", published=Day(2024, 5, 10))
    return extract_article(source, iris=Iris())


def only_meeting(text: str) -> Meeting:
    (meeting,) = read(text).meetings
    return meeting


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "The Brazilian foreign minister and his Argentine counterpart met in Lima.",
            {"Brazilian foreign minister", "Argentine counterpart"},
        ),
        (
            "The French president and his German counterpart Olaf Scholz met in Lyon.",
            {"French president", "Olaf Scholz"},
        ),
        ("Kenyan and Ugandan officials met in Kisumu.", {"Kenya", "Uganda"}),
    ],
)
def test_a_counterpart_in_the_subject_takes_part(text: str, parties: set[str]) -> None:
    assert set(only_meeting(text).participants) == parties


def test_the_month_of_may_proposes_no_meeting() -> None:
    text = "The Kenyan president met Uganda's defence minister in Kampala on 3 May 2024."
    assert only_meeting(text).status == "held"


def test_the_verb_may_still_proposes_one() -> None:
    assert only_meeting("Kenya and Uganda may hold talks in Kampala.").status == "proposed"


def first_redline(text: str) -> RedLine:
    return next(read(text).redlines)


def test_a_crossing_that_is_the_trigger_is_not_cut_off() -> None:
    found = first_redline("An official said any new crossing would be a red line.")
    assert found.trigger_text == "any new crossing"


def test_the_verb_that_crosses_a_line_is_no_part_of_the_trigger() -> None:
    assert first_redline("The raid crosses a red line, Kenya said.").trigger_text == "The raid"
