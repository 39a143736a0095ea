"""The time patterns of a language, compiled.

In:  time_<language>.toml. Out: a tree of patterns for each group, the words that can open them, and
the words without one of which no sentence names a time.
Source: the head of time_en.toml explains the patterns.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from kg.extract.times.slots import SLOT_CORES, SLOT_OPENERS
from kg.extract.times.tables import TimeTables, read_tables
from kg.extract.times.values import Row
from kg.lexicon.loader import lasting, read_toml
from kg.lexicon.normalise import fold
from kg.vocabulary import Language

GROUPS = ("date", "weekdays", "relative", "combined", "range", "open", "vague")
# What {point} stands for; the other groups go by their own names.
POINT = ("combined", "date", "weekdays", "relative")
DIGIT = "#"  # stands for every word that begins with a digit

Elements = tuple["Element", ...]


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern: some words to choose from, or a slot."""

    words: frozenset[str]
    slot: str = ""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One variant of a row's pattern, its optional elements decided."""

    position: int
    row: Row
    elements: Elements


@dataclass(frozen=True, slots=True)
class Node:
    """A place in the tree of a group's patterns: what may come next, and the rows that end here."""

    words: dict[str, "Node"] = field(default_factory=dict)
    slots: dict[str, "Node"] = field(default_factory=dict)
    rows: list[tuple[int, Row]] = field(default_factory=list)

    def add(self, pattern: Pattern, k: int = 0) -> None:
        """Put a pattern into the tree, from its element `k` on."""
        if k == len(pattern.elements):
            self.rows.append((pattern.position, pattern.row))
            return
        element = pattern.elements[k]
        for word in element.words:
            self.words.setdefault(word, Node()).add(pattern, k + 1)
        if element.slot:
            self.slots.setdefault(element.slot, Node()).add(pattern, k + 1)


@dataclass(frozen=True)
class Grammar:
    """Everything about one language's times.

    `trees` are by group; `openers` are the words that open a group or slot, `opened` the groups by
    the words that open them. `cores`: every time holds one of these words. `lists`: the file's word
    lists, folded.
    """

    tables: TimeTables
    trees: dict[str, Node]
    openers: dict[str, frozenset[str]]
    opened: dict[str, tuple[str, ...]]
    cores: frozenset[str]
    vocabulary: frozenset[str]
    lists: dict[str, frozenset[str]]

    def words(self, name: str) -> frozenset[str]:
        """Return a word list of the file, empty where it has none."""
        return self.lists.get(name, frozenset())


@cache
@lasting
def read_grammar(language: Language) -> Grammar:
    """Compile the patterns of a language; cached."""
    data = read_toml(f"time_{language}.toml")
    tables = read_tables(language)
    patterns = [
        Pattern(position, row, variant)
        for position, row in enumerate(data.get("rows", ()))
        for text in row["patterns"]
        for variant in _variants(text.split())
        if variant
    ]
    lists = {
        key: frozenset(fold(word) for word in value)
        for key, value in data.items()
        if isinstance(value, list) and key != "rows"
    }
    compiler = _Compiler(patterns, tables, lists.get("weak", frozenset()))
    listed = frozenset().union(*lists.values())
    openers = compiler.all_openers()
    opening = frozenset().union(*(openers[group] for group in GROUPS))
    return Grammar(
        tables=tables,
        trees=compiler.trees(),
        openers=openers,
        opened={word: tuple(g for g in GROUPS if word in openers[g]) for word in opening},
        cores=compiler.cores(),
        vocabulary=compiler.vocabulary() | listed,
        lists=lists,
    )


def _variants(elements: Sequence[str]) -> list[Elements]:
    """Decide each optional element both ways."""
    if not elements:
        return [()]
    first, *rest = elements
    tails = _variants(rest)
    element = _element(first.removesuffix("?"))
    kept = [(element, *tail) for tail in tails]
    return kept + tails if first.endswith("?") else kept


def _element(text: str) -> Element:
    if text.startswith("{"):
        return Element(frozenset(), text.strip("{}"))
    return Element(frozenset(fold(word) for word in text.split("|")))


class _Compiler:
    """Works out which words open patterns and which betray them."""

    def __init__(self, patterns: list[Pattern], tables: TimeTables, weak: frozenset[str]) -> None:
        self.patterns = patterns
        self.tables = tables
        self.weak = weak

    def trees(self) -> dict[str, Node]:
        trees = {group: Node() for group in GROUPS}
        for pattern in self.patterns:
            trees[pattern.row["group"]].add(pattern)
        return trees

    def all_openers(self) -> dict[str, frozenset[str]]:
        openers = {group: self.openers(group) for group in GROUPS}
        openers |= {slot: self._words_of(names) for slot, names in SLOT_OPENERS.items()}
        openers["point"] = frozenset().union(*(openers[group] for group in POINT))
        return openers

    def openers(self, group: str) -> frozenset[str]:
        found: frozenset[str] = frozenset()
        for pattern in self.patterns:
            if pattern.row["group"] == group:
                found |= self._opening(pattern.elements[0])
        return found

    def _opening(self, element: Element) -> frozenset[str]:
        if element.words:
            return element.words
        if element.slot in SLOT_OPENERS:
            return self._words_of(SLOT_OPENERS[element.slot])
        groups = POINT if element.slot == "point" else (element.slot,)
        return frozenset().union(*(self.openers(group) for group in groups))

    def _words_of(self, names: Iterable[str]) -> frozenset[str]:
        words: set[str] = set()
        for name in names:
            words |= self.tables.openers(name) if self.tables.has(name) else {name}
        return frozenset(words)

    def cores(self) -> frozenset[str]:
        """Return words one of which every match holds: of each pattern its most telling element."""
        cores: set[str] = set()
        for pattern in self.patterns:
            if all(e.slot not in (*GROUPS, "point") for e in pattern.elements):
                cores |= min((self._core(e) for e in pattern.elements), key=lambda c: c[0])[1]
        return frozenset(cores)

    def _core(self, element: Element) -> tuple[int, frozenset[str]]:
        """Return how common an element's words are, and the words."""
        if element.words:
            return (3 if element.words & self.weak else 0), element.words
        return (
            2 if element.slot in ("day", "year", "anyyear", "otheryear", "clock", "hour") else 1
        ), (self._words_of(SLOT_CORES.get(element.slot, SLOT_OPENERS[element.slot])))

    def vocabulary(self) -> frozenset[str]:
        words = {word for p in self.patterns for element in p.elements for word in element.words}
        return frozenset(words | self.tables.all_words())
