"""Sentences that nobody would print are read to their end as well: no step may stand still or fall.

News arrives cut off, glued together by layout and badly scanned. The annotated sentences are
mangled (words left out, doubled, swapped, two sentences run together) with a fixed seed; a budget
of calls, not of seconds, stands for "to their end".
"""

import json
import random
import sys
from functools import cache
from pathlib import Path
from types import FrameType

import pytest

from kg.model.article import SourceText
from kg.model.iri import Iris
from kg.pipeline import extract_article
from kg.vocabulary import Language

_DEV = Path(__file__).parent / "eval" / "dev"
_CALLS_A_SENTENCE = 200_000  # thirty times what the longest of them takes
_TOGETHER = 20


class TooManyCallsError(Exception):
    """An article that is not read to its end."""


@pytest.mark.parametrize(
    "sentence",
    [
        "trading. Ruritania said it encouraged that no comment.",
        "He wounded three in an ambush that he blamed on Colombian the",
        "A meeting of foreign ministers has yet to be held at the Court, said Prof. Jane S.",
        "It told the local agency Res",
    ],
)
def test_a_sentence_cut_off_or_run_together_is_read_to_its_end(sentence: str) -> None:
    _read([sentence], "en")


@pytest.mark.parametrize(
    "sentence",
    [
        "الزيارة التي يعتزم القيام بها",
        "في لقاء جمع عبد الفتاح البرهان وآبي",
        "وقال مصدر في",
        "حذر السيناتور الأمريكي تيد كروز إدارة",
        "وقال الوزير مخاطبا",
    ],
)
def test_an_arabic_sentence_cut_off_in_the_middle_is_read_to_its_end(sentence: str) -> None:
    _read([sentence], "ar")


def test_a_hebrew_talk_cut_off_behind_which_is_read_to_its_end() -> None:
    _read(["השיחה, שאותה"], "he")


@pytest.mark.parametrize("language", ["ar", "en", "he", "tr"])
def test_mangled_sentences_are_read_to_their_end(language: Language) -> None:
    _read_mangled(language, seed=7, count=200)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("language", ["ar", "en", "he", "tr"])
def test_many_mangled_sentences_are_read_to_their_end(language: Language, seed: int) -> None:
    _read_mangled(language, seed=100 + seed, count=2000)


def _read_mangled(language: Language, *, seed: int, count: int) -> None:
    chance, known = random.Random(seed), _sentences(language)
    for _ in range(count // _TOGETHER):
        _read([_mangled(chance, known) for _ in range(_TOGETHER)], language)


def _sentences(language: Language) -> list[list[str]]:
    golds = [json.loads(p.read_text()) for p in sorted(_DEV.glob(f"*.{language}.gold.json"))]
    every = [s for gold in golds for s in gold["sentences"] if s["kind"] == "body"]
    return [sentence["text"].split(" ") for sentence in every]


def _mangled(chance: random.Random, known: list[list[str]]) -> str:
    words = list(chance.choice(known))
    for _ in range(chance.randint(1, 4)):
        other = chance.choice(known)
        here, there = chance.randrange(len(words)), chance.randrange(len(other))
        match chance.randrange(5):
            case 0 if len(words) > 1:
                del words[here]
            case 1:
                words = words[:here] + other[there:]
            case 2:
                words[here:here] = other[there : there + 3]
            case 3:
                again = chance.randrange(len(words))
                words[here], words[again] = words[again], words[here]
            case _:
                words[here:here] = words[here : here + 3]
    return " ".join(words)


@cache
def _warm(language: Language) -> None:
    """Read a few sentences uncounted: the words are loaded when they are first needed."""
    known = [" ".join(words) for words in _sentences(language)[:60]]
    source = SourceText(name="warm", text="\n\n".join(known), language=language)
    extract_article(source, iris=Iris())


def _read(sentences: list[str], language: Language) -> None:
    """Read sentences as one article; say which of them were not read to their end."""
    _warm(language)
    source = SourceText(name="mangled", text="\n\n".join(sentences), language=language)
    left = _CALLS_A_SENTENCE * len(sentences)

    def counting(_frame: FrameType, event: str, _given: object) -> None:
        nonlocal left
        left -= event == "call"
        if left < 0:
            raise TooManyCallsError(source.text)

    before = sys.getprofile()
    sys.setprofile(counting)
    try:
        extract_article(source, iris=Iris())
    except IndexError as error:
        pytest.fail(f"{error!r} at one of {sentences}")
    finally:
        sys.setprofile(before)
