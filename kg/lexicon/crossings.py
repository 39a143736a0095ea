"""Words that say that a red line was crossed, or that none was: always only what somebody says.

In:  the words of a statement, their language, the speech act. Out: True (it says that one was
crossed), False (that one was not), None (it says neither). Rows: crossings.toml, whose examples are
their tests. A threat, a condition and a rule say neither.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from kg.lexicon.loader import read_toml
from kg.lexicon.normalise import fold
from kg.vocabulary import Language, SpeechAct

_LISTS = (
    *("heads", "colours", "joint", "before", "noun_too", "noun_behind", "done_before", "after"),
    *("passive", "done", "accused", "not", "denied", "no_crossing", "unless"),
)
_CLAUSE = re.compile(r"[.;:!?؟؛\n]+(?:\s|$)")
_WORD = re.compile(r"[^\W_]+(?:['’\"״׳-][^\W_]+)*")
_BETWEEN = 2  # words between "lines" and "red"
_REACH = 5  # words between the verb and the line
_NEAR = 4  # words in front of the verb that may deny it, or make it no report
_NEGATED_VERB = re.compile(r"(?:did|had|has|have|was|were|is|are)n't")


class _Words:
    """The rows of one language, folded."""

    def __init__(self, table: dict[str, Any]) -> None:
        self._sets = {name: frozenset(map(fold, table.get(name, ()))) for name in _LISTS}
        self.joined = tuple(map(fold, table.get("joined", ())))
        self.colour_first = bool(table.get("colour_first"))
        self.head_begins = bool(table.get("head_begins"))
        self.accused_after = bool(table.get("accused_after"))

    def __getitem__(self, name: str) -> frozenset[str]:
        return self._sets[name]

    def has(self, name: str, words: Sequence[str], i: int) -> bool:
        """True when the word, or it and the next, are in the list, letters joined to it or not."""
        listed = self._sets[name]
        pair = " ".join(words[i : i + 2])
        bare = (pair.removeprefix(letter) for letter in self.joined if pair.startswith(letter))
        return any(text in listed or text.split(" ")[0] in listed for text in (pair, *bare))

    def lines(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Yield the first and last word of each "red line"."""
        for i, word in enumerate(words):
            if word in self["joint"]:
                yield i, i
            elif self.colour_first and word in self["colours"]:
                if self._is_head(words[i + 1 : i + 2]):
                    yield i, i + 1
            elif not self.colour_first and self._is_head([word]):
                ahead = words[i + 1 : i + 2 + _BETWEEN]
                last = next((k for k, w in enumerate(ahead) if w in self["colours"]), None)
                if last is not None:
                    yield i, i + 1 + last

    def _is_head(self, word: Sequence[str]) -> bool:
        if not word:
            return False
        if self.head_begins:
            return word[0].startswith(tuple(self["heads"]))
        return word[0] in self["heads"]


def claims_crossing(words: str, language: Language, act: SpeechAct) -> bool | None:
    """Return whether the words say that a red line was crossed; None when they say neither.

    Who denies that one was crossed says that it was not.
    """
    rows = _rows(language)
    said = {
        found
        for clause in _CLAUSE.split(words)
        for found in _clause(rows, [fold(w) for w in _split(clause)], accused=act == "accuses")
    }
    if not said:
        return None
    crossed = True in said
    return not crossed if act == "denies" and crossed else crossed


def _split(clause: str) -> list[str]:
    """Return the words; "hasn't" is two of them."""
    parted = _NEGATED_VERB.sub(lambda found: found[0].replace("n't", " not"), clause)
    return _WORD.findall(parted)


def _clause(rows: _Words, words: Sequence[str], *, accused: bool) -> Iterator[bool]:
    for first, last in rows.lines(words):
        for i in range(max(0, first - _REACH), first):
            said = _before(rows, words, i, accused=accused)
            if said is not None:
                yield said
        for i in range(last + 1, min(len(words), last + 1 + _REACH)):
            said = _after(rows, words, last, i, accused=accused)
            if said is not None:
                yield said


def _before(rows: _Words, words: Sequence[str], i: int, *, accused: bool) -> bool | None:
    """What a verb in front of the line says."""
    near = words[max(0, i - _NEAR) : i]
    if accused and not rows.accused_after and rows.has("accused", words, i):
        return True
    denied = any(word in rows["not"] for word in near)
    if rows.has("denied", words, i):
        return False if denied and not _is_open(rows, near) else None
    told = rows.has("before", words, i) or _is_told_noun(rows, words, i)
    return None if not told or _is_open(rows, near) else not denied


def _is_told_noun(rows: _Words, words: Sequence[str], i: int) -> bool:
    """True for what may be the noun "crossing", where it is a verb: not behind "of", "any"."""
    if i == 0 or not rows.has("noun_too", words, i):
        return False
    return words[i - 1] in rows["done_before"] or words[i - 1] not in rows["noun_behind"]


def _after(rows: _Words, words: Sequence[str], line: int, i: int, *, accused: bool) -> bool | None:
    """What a verb behind the line, whose last word is `line`, says."""
    between = words[line + 1 : i]
    around = [*words[max(0, line - _NEAR) : line], *between, *words[i + 1 : i + 3]]
    if accused and rows.accused_after and rows.has("accused", words, i):
        return True
    if rows.has("no_crossing", words, i):
        return None if _is_open(rows, around) else False
    passive = rows.has("passive", words, i) and any(w in rows["done"] for w in between)
    if not (passive or rows.has("after", words, i)) or _is_open(rows, around):
        return None
    return not any(word in rows["not"] for word in around)


def _is_open(rows: _Words, near: Sequence[str]) -> bool:
    return any(word in rows["unless"] for word in near)


@cache
def _rows(language: Language) -> _Words:
    return _Words(read_toml("crossings.toml")[language])
