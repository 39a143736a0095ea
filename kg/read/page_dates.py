"""The day a web page was published, and where it says so.

In:  a parsed page and its text. Out: the day with where it stands ("meta": metadata for machines,
"time": a <time> element, "text": words of the page), and a note where the page contradicts itself.
Month names are those of kg/lexicon/time_*.toml in all four languages: Levantine, Gulf and Maghrebi
names alike. Libraries were measured to read "10 نيسان 2025" as 1 January 2025, silently.
Source: schema.org datePublished; Open Graph article:published_time; Dublin Core; HTML 4.5.14 time.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from lxml import html

from kg.lexicon.loader import read_toml
from kg.lexicon.normalise import fold
from kg.model.day import Day
from kg.model.notes import SEVERAL_DAYS
from kg.model.said import Said
from kg.vocabulary import LANGUAGES

_META_NAMES = frozenset(
    {"article:published_time", "og:published_time", "og:article:published_time", "datepublished"}
    | {"date", "pubdate", "publishdate", "publish-date", "publication_date", "published-date"}
    | {"dc.date", "dc.date.issued", "dcterms.created", "dcterms.issued", "dcterms.date"}
    | {"parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "article.published"}
)
_ISO = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?![\d])")
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?![\d./-])")
_NUMERIC_BACK = re.compile(r"(?<![\d./-])(\d{4})([./-])(\d{1,2})\2(\d{1,2})(?![\d./-])")
_DATED_BLOCK = re.compile(r"date|time|publi|posted|byline|meta|tarih|taarich", re.IGNORECASE)
_UPDATED = re.compile(r"updat|modif|تحديث|güncel|עודכן|עדכון", re.IGNORECASE)
_LONGEST_BLOCK = 160
_TOP_OF_TEXT = 500
_MONTHS = 12
_OLDEST = 1990  # of pages; an older year near the top is what the article tells of


@dataclass(frozen=True, slots=True)
class Published:
    """The day of publication, where it was found, and what is doubtful about it."""

    day: Day
    place: str
    note: str | None = None


def find_published(page: html.HtmlElement, text: str, name: str) -> Published | None:
    """Return the day that the page names first: metadata, then a <time>, then visible words."""
    told = list(dict.fromkeys(_of_metadata(page)))
    if told:
        others = sorted({d for d in told if abs(d.ordinal - told[0].ordinal) > 1})
        note = _contradiction(told[0], others) if others else None
        return Published(told[0], "meta", note)
    for day in _of_time_elements(page):
        return Published(day, "time")
    for words in (*_dated_blocks(page), text[:_TOP_OF_TEXT]):
        if (found := day_in_words(words)) is not None:
            return Published(found, "text")
    return None


def _contradiction(day: Day, others: list[Day]) -> str:
    return Said(SEVERAL_DAYS, day=day, others=", ".join(map(str, others)))


def _of_metadata(page: html.HtmlElement) -> Iterator[Day]:
    for node in page.iter("meta"):
        keys = (node.get(k, "").strip().lower() for k in ("property", "name", "itemprop"))
        if any(key in _META_NAMES for key in keys):
            yield from _iso(node.get("content", ""))
    for script in page.iter("script"):
        if "ld+json" in script.get("type", ""):
            yield from _of_json(script.text or "")


def _of_json(text: str) -> Iterator[Day]:
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return
    waiting: list[Any] = [told]
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, dict):
            if isinstance(node.get("datePublished"), str):
                yield from _iso(node["datePublished"])
            waiting += [v for k, v in node.items() if k in ("@graph", "mainEntity")]
        elif isinstance(node, list):
            waiting += node


def _of_time_elements(page: html.HtmlElement) -> Iterator[Day]:
    for node in page.iter("time"):
        around = f"{node.get('class', '')} {node.get('itemprop', '')} {node.text_content()}"
        if not _UPDATED.search(around):
            yield from _iso(node.get("datetime", ""))


def _iso(value: str) -> Iterator[Day]:
    """Yield the day of an ISO time, as written there, whatever its zone; or of day-month words."""
    match = _ISO.match(value)
    if match:
        yield from _day(*map(int, match.groups()))
    elif (day := day_in_words(value)) is not None:
        yield day


def _dated_blocks(page: html.HtmlElement) -> Iterator[str]:
    """Yield the words of small elements whose class or id speaks of a date."""
    for node in page.iter("span", "p", "div", "li", "small", "time", "em", "td"):
        if _DATED_BLOCK.search(f"{node.get('class', '')} {node.get('id', '')}"):
            words = " ".join(node.text_content().split())
            if len(words) <= _LONGEST_BLOCK and not _UPDATED.search(words):
                yield words


def day_in_words(words: str) -> Day | None:
    """Return the first day of "10 نيسان 2025", "April 10, 2025", "10 Nisan 2025", "10.4.2025".

    A numeric day that could be read both ways (4/5/2025) is none, unless dots divide it.
    """
    return next(_days_in_words(fold(words)), None)


def _days_in_words(text: str) -> Iterator[Day]:
    for pattern in _month_patterns():
        for match in pattern.finditer(text):
            month = _months()[" ".join(match["month"].split("/")[0].split())]
            yield from _day(int(match["year"]), month, int(match["day"]))
    for match in _NUMERIC_BACK.finditer(text):
        yield from _day(int(match[1]), int(match[3]), int(match[4]))
    for match in _NUMERIC.finditer(text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        if match[2] == "." or first > _MONTHS:
            yield from _day(year, second, first)
        elif second > _MONTHS:
            yield from _day(year, first, second)


def _day(year: int, month: int, day: int) -> Iterator[Day]:
    if year < _OLDEST:
        return
    try:
        yield Day(year, month, day)
    except ValueError:
        return


@cache
def _months() -> dict[str, int]:
    """Return the number of each month by its folded name, in all languages."""
    return {
        fold(name): int(number)
        for language in LANGUAGES
        for number, names in read_toml(f"time_{language}.toml")["months"].items()
        for name in names
    }


@cache
def _month_patterns() -> tuple[re.Pattern[str], ...]:
    names = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    month = rf"(?P<month>(?:{names})(?:\s*/\s*(?:{names}))?)"
    before, after = r"(?<![^\W_])", r"(?![^\W_])"
    year = r"(?P<year>\d{4})"
    prefix = "(?:ב|ב-)?"  # "10 באפריל 2025"
    return (
        re.compile(
            rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.?\s+(?:of\s+|من\s+)?{prefix}{month}{after},?\s*،?\s*{year}(?!\d)"
        ),
        re.compile(
            rf"{before}{month}{after}\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{year}(?!\d)"
        ),
    )
