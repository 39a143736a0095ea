"""English gold sentences, changed where it must not matter: speaker and act stay.

Each sentence of the gold for `demo` and `dev` that tells of one statement with an overt speaker is
read as it stands; then an apposition, a relative clause, a time or a rival's name in a quotation is
put in, or the speaker is exchanged for another. Tested on, never fitted on: a few may move, and how
many is written here.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from kg.model.draft import DraftStatement
from kg.model.mention import Mention
from tests.eval.__main__ import HERE
from tests.reading import read

_STILL = 0.97  # of the changed sentences, at least
_RIVAL = ', despite what it called "pressure by the Paraguayan foreign ministry"'


@dataclass(frozen=True)
class Said:
    """A sentence, where its speaker stands in it, and the act."""

    text: str
    first: int
    last: int
    act: str
    person: bool

    @property
    def words(self) -> str:
        """The speaker's words."""
        return self.text[self.first : self.last]


def _gold_sentences() -> Iterator[str]:
    for folder in ("demo", "dev"):
        for path in sorted((HERE / folder).glob("*.en.gold.json")):
            gold = json.loads(path.read_text(encoding="utf-8"))
            told = {
                i for s in gold["statements"] for i in s["sentences"] if len(s["sentences"]) == 1
            }
            for sentence in gold["sentences"]:
                if sentence["i"] in told and sentence["kind"] == "body":
                    yield sentence["text"]


def _said(text: str) -> Iterator[Said]:
    for statement in read(text, "en").statements:
        speaker = statement.speaker
        if isinstance(speaker, Mention) and text[speaker.span.start : speaker.span.end]:
            span = speaker.span
            yield Said(text, span.start, span.end, statement.act, speaker.person is not None)


SAID = [s for text in _gold_sentences() for s in _said(text)]


def _with_time(said: Said) -> str | None:
    behind = said.text[said.last :]
    if not re.match(r" (?:said|told|warned|accused|denied|called|urged|rejected)\b", behind):
        return None
    return f"{said.text[: said.last]} on Thursday{behind}"


def _with_clause(said: Said) -> str | None:
    behind = said.text[said.last :]
    if not re.match(r" (?:said|told|warned|accused|denied|called|urged|rejected)\b", behind):
        return None
    clause = "who flew home from Asuncion" if said.person else "which has few friends left"
    return f"{said.text[: said.last]}, {clause},{behind}"


def _with_rival(said: Said) -> str | None:
    plain = said.text.endswith(".") and not re.search('["”“’;:]', said.text)
    return said.text[:-1] + _RIVAL + "." if plain else None


def _exchanged(said: Said) -> str | None:
    if not said.words[0].isupper() or "," in said.words or said.text.count(said.words) > 1:
        return None
    other = "Ramiro Estigarribia" if said.person else "Paraguay"
    before = said.text[: said.first]
    if before.lower().endswith((" the ", " a ", " an ")) or before.lower() in ("the ", "a ", "an "):
        return None
    return before + other + said.text[said.last :]


def _in_front(said: Said) -> str | None:
    return f"In a separate development, {said.text}" if said.text[0].isupper() else None


def _is_there(said: Said, changed: str, *, exchanged: bool) -> bool:
    def fits(statement: DraftStatement) -> bool:
        speaker = statement.speaker
        if not isinstance(speaker, Mention) or statement.act != said.act:
            return False
        words = changed[speaker.span.start : speaker.span.end]
        if exchanged:
            return "Estigarribia" in words or "Paraguay" in words
        return said.words in words or words in said.words

    return any(fits(s) for s in read(changed, "en").statements)


CHANGES: list[Callable[[Said], str | None]] = [
    _with_time,
    _with_clause,
    _with_rival,
    _exchanged,
    _in_front,
]


def test_there_are_enough_sentences_to_change() -> None:
    assert len(SAID) >= 80


@pytest.mark.parametrize("change", CHANGES, ids=lambda c: c.__name__.strip("_"))
def test_the_speaker_and_the_act_stay(change: Callable[[Said], str | None]) -> None:
    changed = [(said, text) for said in SAID if (text := change(said)) is not None]
    assert len(changed) >= 15
    exchanged = change is _exchanged
    moved = [text for said, text in changed if not _is_there(said, text, exchanged=exchanged)]
    assert len(moved) <= (1 - _STILL) * len(changed), "\n".join(moved)
