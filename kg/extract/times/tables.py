"""The names of months, weekdays, numbers and units of a language, by their first word.

In:  time_<language>.toml. Out: `TimeTables`, folded and cut by the same tokenizer as the texts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kg.extract.wordlists import Phrase, to_phrase
from kg.lexicon.loader import read_toml
from kg.vocabulary import Language

Table = dict[str, list[tuple[Phrase, Any]]]

_TABLES = (
    "months",
    "weekdays",
    "ordinals",
    "numbers",
    "units_one",
    "units_two",
    "units_more",
    "definite",
    "hijri",
    "approximate",
)


@dataclass(frozen=True)
class TimeTables:
    """The word tables of one language, by first word."""

    months: Table
    weekdays: Table
    ordinals: Table
    numbers: Table
    units_one: Table
    units_two: Table
    units_more: Table
    definite: Table
    hijri: Table
    approximate: Table
    bare: tuple[int, int]
    capitals: frozenset[str]
    other_calendar: frozenset[str]
    day_first: bool

    def has(self, name: str) -> bool:
        """True for the name of a word table."""
        return name in _TABLES

    def openers(self, name: str) -> set[str]:
        """Return the first words of a table."""
        table: Table = getattr(self, name)
        return set(table)

    def all_words(self) -> set[str]:
        """Return every word of every table."""
        return {
            word
            for name in _TABLES
            for rows in getattr(self, name).values()
            for phrase, _ in rows
            for word in phrase
        }


def read_tables(language: Language) -> TimeTables:
    """Read the tables of time_<language>.toml."""
    data = read_toml(f"time_{language}.toml")
    units = data.get("units", {})

    def of_units(key: str) -> Table:
        return _table(((w, name) for name, u in units.items() for w in u.get(key, ())), language)

    numbers = [(w, (int(n), int(n))) for n, words in data.get("numbers", {}).items() for w in words]
    vague = data.get("vague", {})
    numbers += [(w, (row["low"], row["high"])) for row in vague.values() for w in row["words"]]
    bare = vague.get("bare", {"low": 2, "high": 9})
    return TimeTables(
        months=_numbered(data["months"], language),
        weekdays=_numbered(data["weekdays"], language),
        ordinals=_numbered(data.get("ordinals", {}), language),
        numbers=_table(numbers, language),
        units_one=of_units("one"),
        units_two=of_units("two"),
        units_more=of_units("more"),
        definite=of_units("definite"),
        hijri=_numbered(data.get("hijri_months", {}), language),
        approximate=_table(
            ((w, None) for w in data.get("approximate", {}).get("words", ())), language
        ),
        bare=(bare["low"], bare["high"]),
        capitals=_forms(data.get("ambiguous_months", ()) if language == "en" else (), language),
        other_calendar=_forms(data.get("other_calendar", ()), language),
        day_first=data.get("day_first", True),
    )


def _forms(words: Iterable[str], language: Language) -> frozenset[str]:
    return frozenset(form for word in words for form in to_phrase(word, language))


def _numbered(rows: dict[str, list[str]], language: Language) -> Table:
    return _table(((w, int(number)) for number, words in rows.items() for w in words), language)


def _table(pairs: Iterable[tuple[str, Any]], language: Language) -> Table:
    table: Table = {}
    for words, value in pairs:
        phrase = to_phrase(words, language)
        table.setdefault(phrase[0], []).append((phrase, value))
    for rows in table.values():
        rows.sort(key=lambda row: -len(row[0]))
    return table
