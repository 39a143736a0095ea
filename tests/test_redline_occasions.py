"""What is no red line's matter in English: where it was said, and what is "off the table"."""

import pytest

from kg.model.article import SourceText
from kg.model.claim import RedLine
from kg.model.iri import Iris
from kg.pipeline import extract_article


def lines(text: str) -> list[RedLine]:
    source = SourceText(name="x", text=text, language="en")
    claims = extract_article(source, iris=Iris()).claims
    return [c for c in claims if isinstance(c, RedLine)]


@pytest.mark.parametrize(
    "text",
    [
        "William Ruto said that nothing was off the table.",
        "William Ruto said military action was off the table.",
        "William Ruto said tariffs on Ghana are off the table.",
        "Bola Tinubu is off the table for the award, William Ruto said.",
    ],
)
def test_what_is_off_the_table_is_no_red_line(text: str) -> None:
    assert not lines(text)


@pytest.mark.parametrize(
    "text",
    [
        "William Ruto drew a red line at a State House dinner.",
        "William Ruto said he would draw the line at a meeting in Accra.",
    ],
)
def test_where_it_was_said_crosses_no_line(text: str) -> None:
    assert not [line for line in lines(text) if line.trigger_text]


def test_what_a_line_is_drawn_at_would_cross_it() -> None:
    (line,) = lines("William Ruto said he would draw the line at any dam upstream.")
    assert line.trigger_text == "any dam upstream"
