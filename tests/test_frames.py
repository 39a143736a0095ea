"""Meetings in sentences of made-up wire articles: parties, place, mediators, day and status.

Each case of tests/fixtures/frames is a test; to add one, write the sentence and what it tells.
"""

import tomllib
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from _pytest.mark.structures import ParameterSet

from kg.model.article import SourceText
from kg.model.day import Day
from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article
from kg.vocabulary import Language
from tests.eval.names import words
from tests.eval.score import same_time

FOLDER = Path(__file__).parent / "fixtures" / "frames"
PUBLISHED = Day.parse("2024-05-10")
LANGUAGES: tuple[Language, ...] = ("en", "ar")
Found = dict[str, Any]


def cases() -> Iterator[ParameterSet]:
    for language in LANGUAGES:
        rows = tomllib.loads((FOLDER / f"meetings_{language}.toml").read_text(encoding="utf-8"))
        for case in rows["case"]:
            yield pytest.param(
                language, case["text"], case["meetings"], id=f"{language}-{case['name']}"
            )


def meetings_of(text: str, language: Language) -> list[Found]:
    source = SourceText(name="x", text=text, language=language, published=PUBLISHED)
    claims = to_document(extract_article(source, iris=Iris()))["claims"]
    return [claim for claim in claims if claim["type"] == "meeting"]


def alike(one: str, other: str) -> bool:
    """Names are the same when one's words hold the other's."""
    first, second = words(one), words(other)
    return first <= second or second <= first


def is_told(found: Found, expected: str) -> bool:
    status, parties, place, mediators, when = (part.strip() for part in expected.split("|"))
    wanted = [party.strip() for party in parties.split(";")]
    between = [party for party in mediators.split(";") if party.strip()]
    told = found["participants"]
    return (
        found["status"] == status
        and len(told) == len(wanted)
        and all(any(alike(name, party) for name in told) for party in wanted)
        and (alike(found["place"] or "", place) if place else found["place"] is None)
        and len(found["mediators"]) == len(between)
        and is_then(found["time"], when)
    )


def is_then(time: Found | None, when: str) -> bool:
    if not when:
        return time is None or not time["start"]
    first, _, last = when.partition("..")
    gold = {"start": first, "end": last or first, "basis": "relative"}
    return bool(same_time(time, gold))


@pytest.mark.parametrize(("language", "text", "expected"), list(cases()))
def test_meetings_are_told_as_they_should_be(
    language: Language, text: str, expected: list[str]
) -> None:
    found = meetings_of(text, language)
    assert len(found) == len(expected)
    assert any(
        all(is_told(one, told) for one, told in zip(order, expected, strict=True))
        for order in permutations(found)
    ), found
