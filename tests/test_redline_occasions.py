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


@pytest.mark.parametrize(
    "text",
    [
        "William Ruto said there would be no talks on Friday about the dam.",
        "William Ruto said there will be no talks on state television.",
        "William Ruto said there was no compromise over the phone.",
        "William Ruto said the party was ready to accept anything but defeat.",
        "William Ruto said not one inch of snow had been cleared.",
        "William Ruto said no minister would ever be allowed to hold two seats.",
    ],
)
def test_days_media_and_what_is_no_refusal_draw_no_line(text: str) -> None:
    assert not lines(text)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("William Ruto said there will be no talks on the 2015 deal.", "the 2015 deal"),
        ("William Ruto said he would accept anything but surrender.", "surrender"),
        ("William Ruto said no foreign army would ever be allowed to land.", "foreign army"),
    ],
)
def test_matters_and_outsiders_draw_one(text: str, trigger: str) -> None:
    assert [line.trigger_text for line in lines(text)] == [trigger]


def test_what_a_line_is_drawn_at_would_cross_it() -> None:
    (line,) = lines("William Ruto said he would draw the line at any dam upstream.")
    assert line.trigger_text == "any dam upstream"
