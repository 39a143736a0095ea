"""Articles as references: RIS, BibTeX and CSL-JSON, whatever their titles hold."""

import json
import re
from dataclasses import replace

import pytest

from kg.export.references import FORMS, ReferenceForm, reference_chunks, references_of
from kg.model.article import Article
from kg.model.day import Day
from kg.query.filters import Filter
from kg.query.snapshot import source_of
from tests.harbour import harbour
from tests.payloads import LABELS
from tests.view_values import dataset

ARTICLE = harbour().article


def written(form: ReferenceForm, *articles: Article) -> str:
    """Return the references of these articles."""
    return b"".join(references_of(articles or (ARTICLE,), form)).decode("utf-8")


def ris_fields(text: str) -> list[tuple[str, str]]:
    """Read RIS back: a tag of two signs, two blanks, a hyphen, a blank."""
    lines = [line for line in text.split("\r\n") if line]
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines)
    return [(line[:2], line[6:]) for line in lines]


def test_an_article_is_an_entry_of_ris() -> None:
    assert ris_fields(written("ris")) == [
        ("TY", "NEWS"),
        ("ID", ARTICLE.iri.rsplit("/", 1)[1]),
        ("TI", "Meridia and Kestria hold talks over the strait"),
        ("T2", "Harbour News"),
        ("DA", "2031/07/15/"),
        ("PY", "2031"),
        ("UR", "https://harbour.example/talks"),
        ("LA", "en"),
        ("N1", f"Claimline {ARTICLE.iri}"),
        ("ER", ""),
    ]


def test_an_article_is_an_entry_of_bibtex() -> None:
    text = written("bibtex")
    assert text.startswith(f"@misc{{claimline-{ARTICLE.iri.rsplit('/', 1)[1]},\n")
    assert "  title = {{Meridia and Kestria hold talks over the strait}},\n" in text
    assert "  year = {2031},\n  month = {7},\n  day = {15},\n" in text
    assert "  url = {https://harbour.example/talks},\n" in text


def test_an_article_is_an_item_of_csl_json() -> None:
    (item,) = json.loads(written("csl-json"))
    assert item["type"] == "article-newspaper"
    assert item["container-title"] == "Harbour News"
    assert item["issued"] == {"date-parts": [[2031, 7, 15]]}
    assert item["URL"] == "https://harbour.example/talks"


HOSTILE = [
    *LABELS,
    "x}, file = {/etc/passwd}, y = {z",
    r"\input{/etc/passwd}",
    "a\r\nER  - \r\nTY  - BOOK\r\nTI  - b",
    "100% {of $it} & #1_~^",
    "unbalanced } brace",
    "\u202eright to left\u0000\u0007",
]


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_stays_one_value(title: str) -> None:
    article = replace(ARTICLE, title=title, publisher=title)
    fields = ris_fields(written("ris", article))
    assert [tag for tag, _ in fields].count("TY") == 1
    assert [tag for tag, _ in fields].count("ER") == 1
    entry = written("bibtex", article)
    depth, lowest = 0, 1
    for sign in entry.strip()[:-1]:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        lowest = min(lowest, depth) if depth or sign == "}" else lowest
    assert (depth, lowest) == (1, 1)
    assert re.findall(r"^  (\w+) = ", entry, re.M) == [
        *("title", "howpublished", "year", "month", "day", "url", "language", "note")
    ]
    assert not re.search(r"\\(?!textbackslash\{\}|textbrace|textascii|[$&%#_])", entry)
    (item,) = json.loads(written("csl-json", article))
    assert not re.search("[\x00-\x1f\u202a-\u202e]", item["title"])


@pytest.mark.parametrize("source", ["javascript:alert(1)", "data:text/html,x", "urn:x:1", None])
def test_what_is_no_address_of_the_web_is_left_out(source: str | None) -> None:
    article = replace(ARTICLE, source=source)
    assert "UR  - " not in written("ris", article)
    assert "url = " not in written("bibtex", article)
    assert "URL" not in json.loads(written("csl-json", article))[0]


def test_an_address_holds_nothing_that_tex_would_read() -> None:
    article = replace(ARTICLE, source=r"https://a.example/x}y{\input{z}?q=ج")
    (url,) = re.findall(r"url = \{(.*)\},", written("bibtex", article))
    assert re.fullmatch(r"[\w:/.?=%]+", url)


@pytest.mark.parametrize("day", [None, Day(0, 3, 1), Day(12024, 3, 1)])
def test_a_day_that_is_not_known_or_far_away_is_no_fault(day: Day | None) -> None:
    article = replace(ARTICLE, published=day)
    assert all(written(form, article) for form in FORMS)


@pytest.mark.parametrize("form", FORMS)
def test_only_articles_of_the_choice_are_listed(form: ReferenceForm) -> None:
    whole = b"".join(reference_chunks(source_of(dataset()), Filter(), form))
    arabic = b"".join(reference_chunks(source_of(dataset()), Filter(lang=("ar",)), form))
    assert 0 < len(arabic) < len(whole)
