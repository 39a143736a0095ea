"""Run the time patterns over a sentence.

In:  a grammar and a sentence's atoms. Out: every match of every pattern, with its meaning.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kg.extract.times.atoms import Atom
from kg.extract.times.grammar import DIGIT, POINT, Grammar, Node
from kg.extract.times.meanings import make_meaning
from kg.extract.times.slots import SLOT_OPENERS, SlotReader
from kg.extract.times.values import Meaning, Row, Slots

_LONGEST = 20  # atoms; bounds what a text of nothing but weekdays can cost
_Values = tuple[tuple[str, Any], ...]
_Found = tuple[int, _Values, tuple[int, Row]]


@dataclass(frozen=True, slots=True)
class Match:
    """A row that stands at atoms `first` to `end` (exclusive), and what it means there.

    `meaning` None = the words are something else and no time.
    """

    first: int
    end: int
    position: int
    row: Row
    meaning: Meaning | None


class Matcher:
    """Matches of one sentence, each looked for once."""

    def __init__(self, grammar: Grammar, atoms: Sequence[Atom]) -> None:
        self.grammar = grammar
        self.atoms = atoms
        self.keys = [DIGIT if a.form[0].isdecimal() else a.form for a in atoms]
        self.slots = SlotReader(grammar.tables, atoms)
        self._known: dict[tuple[str, int], Sequence[Match]] = {}
        self._filled: dict[tuple[str, int], list[tuple[int, Any]]] = {}

    def all_matches(self) -> list[Match]:
        """Return every match, of every group, at every place."""
        # From right to left, so that nested times are known already and nothing recurses deeply.
        opened = self.grammar.opened
        places = [i for i in range(len(self.atoms) - 1, -1, -1) if self.keys[i] in opened]
        return [
            match
            for i in places
            for group in opened[self.keys[i]]
            for match in self.matches(group, i)
        ]

    def matches(self, group: str, i: int) -> Sequence[Match]:
        """Return all matches of a group's rows that begin at atom `i`."""
        if self.keys[i] not in self.grammar.openers[group]:
            return ()
        key = (group, i)
        if key not in self._known:
            self._known[key] = ()  # a pattern that would begin with itself finds nothing
            self._known[key] = self._find(group, i)
        return self._known[key]

    def _find(self, group: str, i: int) -> list[Match]:
        """Return each match once, in however many ways its nested times can be read."""
        found: dict[tuple[int, int, Meaning | None], Match] = {}
        ways: list[_Found] = []
        self._walk(self.grammar.trees[group], i, (), ways)
        for end, values, (position, row) in ways:
            if end - i <= _LONGEST:
                meaning = make_meaning(row, Slots(values))
                found[end, position, meaning] = Match(i, end, position, row, meaning)
        return list(found.values())

    def _walk(self, node: Node, i: int, values: _Values, ways: list[_Found]) -> None:
        """Add to `ways` each row that ends below this node, what fills its slots, where it ends."""
        ways += [(i, values, row) for row in node.rows]
        if i == len(self.atoms):
            return
        child = node.words.get(self.atoms[i].form)
        if child:
            self._walk(child, i + 1, values, ways)
        key, openers = self.keys[i], self.grammar.openers
        for slot, child in node.slots.items():
            if key in openers[slot]:
                for end, value in self._fill(slot, i):
                    self._walk(child, end, (*values, (slot, value)), ways)

    def _fill(self, slot: str, i: int) -> list[tuple[int, Any]]:
        key = (slot, i)
        if key not in self._filled:
            self._filled[key] = list(
                self.slots.fill(slot, i) if slot in SLOT_OPENERS else self._nested(slot, i)
            )
        return self._filled[key]

    def _nested(self, slot: str, i: int) -> Iterator[tuple[int, Any]]:
        for group in POINT if slot == "point" else (slot,):
            for match in self.matches(group, i):
                if match.meaning:
                    yield match.end, match.meaning
