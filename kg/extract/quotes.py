"""Pair the quotation marks and parentheses among tokens.

In:  tokens. Out: pairs of token indices in order of their opening, nested, never crossing.
Straight marks have no direction: blanks around them decide, then what is open. A mark left open
runs to the last token; a closing double mark without an opening one began before the first token.
A single mark left open is an apostrophe and counts for nothing.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kg.model.token import Token

Family = Literal["guillemets", "double", "single", "parentheses"]

_FAMILIES: dict[str, Family] = {
    "«": "guillemets",
    "»": "guillemets",
    '"': "double",
    "“": "double",
    "”": "double",
    "„": "double",
    "‟": "double",
    "″": "double",
    "״": "double",
    "'": "single",
    "‘": "single",
    "’": "single",
    "‚": "single",
    "‹": "single",
    "›": "single",
    "(": "parentheses",
    ")": "parentheses",
    "[": "parentheses",
    "]": "parentheses",
}
_ALWAYS_OPEN = frozenset("«„‚([")
_ALWAYS_CLOSE = frozenset(")]")


@dataclass(frozen=True, slots=True)
class Pair:
    """`first` and `last` are the marks' own tokens where they exist (see the module's head)."""

    family: Family
    first: int
    last: int
    opened: bool = True
    closed: bool = True


def pair_quotes(tokens: Sequence[Token]) -> tuple[Pair, ...]:
    """Return the pairs, outer before inner."""
    pairing = _Pairing(tokens)
    for i, token in enumerate(tokens):
        if not token.is_word and token.text in _FAMILIES:
            pairing.read(i)
    return pairing.finish()


class _Pairing:
    """What is open while reading from left to right."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.pairs: list[Pair] = []
        self.stack: list[tuple[Family, int]] = []
        self.depth: Counter[Family] = Counter()

    def read(self, i: int) -> None:
        family = _FAMILIES[self.tokens[i].text]
        if self._opens(i, family):
            self.stack.append((family, i))
            self.depth[family] += 1
        elif self.depth[family]:
            while self.stack[-1][0] != family:
                self._leave_open(i - 1)
            self.depth[family] -= 1
            self.pairs.append(Pair(family, self.stack.pop()[1], i))
        elif family in ("guillemets", "double") and self._began_before(i):
            self.pairs.append(Pair(family, 0, i, opened=False))

    def finish(self) -> tuple[Pair, ...]:
        while self.stack:
            self._leave_open(len(self.tokens) - 1)
        return tuple(sorted(self.pairs, key=lambda pair: (pair.first, -pair.last)))

    def _opens(self, i: int, family: Family) -> bool:
        mark, tokens = self.tokens[i].text, self.tokens
        if mark in _ALWAYS_OPEN:
            return True
        if mark in _ALWAYS_CLOSE or (mark in "»›" and self.depth[family]):
            return False
        gap_before = i == 0 or tokens[i - 1].end < tokens[i].start
        gap_after = i + 1 == len(tokens) or tokens[i].end < tokens[i + 1].start
        if gap_before == gap_after:  # blanks on both sides or on neither: what is open decides
            if self.depth[family] or family == "single" or mark in "»”":
                return False
            return gap_before or self._may_follow(tokens[i - 1])
        return gap_before and (family != "single" or tokens[i + 1].is_word)

    def _may_follow(self, before: Token) -> bool:
        """True when a mark glued to this token can open: not after a stop, nor for inches."""
        return before.text not in ".!?؟…،," and not before.form.isdecimal()

    def _began_before(self, i: int) -> bool:
        inches = i > 0 and self.tokens[i - 1].form.isdecimal() and self.tokens[i].text in '"″'
        return i > 0 and not inches and not self.pairs and not self.stack

    def _leave_open(self, last: int) -> None:
        family, first = self.stack.pop()
        self.depth[family] -= 1
        if family != "single" and first <= last:
            self.pairs.append(Pair(family, first, last, closed=False))
