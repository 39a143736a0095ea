"""The slots of time patterns: days, months, years, weekdays, numbers, counts.

In:  atoms and a position. Out: every way to fill the slot there, longest first, as (end, value).
The names of months and so on come from time_<language>.toml.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from kg.extract.times.atoms import Atom
from kg.extract.times.tables import Table, TimeTables
from kg.extract.times.values import Count, Unit
from kg.extract.wordlists import Phrase

Filled = Iterator[tuple[int, Any]]

_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_DECADE = re.compile(r"(\d{3}0)'?s")
_DATE_PIECE = re.compile(r"(\d{1,4})[.](\d{1,2})[.](\d{1,4})")
_YEARS = range(1000, 3000)
_ANY_YEARS = range(1, 100_000)
_MOST_UNITS = 9999
_DATE_MARKS = frozenset("/-–.")
_HOURS = range(25)
_CLOCK = re.compile(r"(\d{1,2})(?::\d\d(?:am|pm)?|(?:[.]\d\d)?(?:am|pm))")
_HOUR = re.compile(r"(\d{1,2})(?:[.]?[0-5]\d)?")


class SlotReader:
    """Fills slots over the atoms of one sentence."""

    def __init__(self, tables: TimeTables, atoms: Sequence[Atom]) -> None:
        self.tables = tables
        self.atoms = atoms

    def fill(self, slot: str, i: int) -> Filled:
        """Yield the ways to fill `slot` at atom `i`."""
        if i < len(self.atoms):
            yield from _SLOTS[slot](self, i)

    def _look_up(self, table: Table, i: int) -> Filled:
        if i < len(self.atoms):
            for phrase, value in table.get(self.atoms[i].form, ()):
                if self._stands(phrase, i):
                    yield i + len(phrase), value

    def _stands(self, phrase: Phrase, i: int) -> bool:
        return all(
            i + k < len(self.atoms) and self.atoms[i + k].form == word
            for k, word in enumerate(phrase)
        )

    def _number(self, i: int, within: range) -> int | None:
        if i < len(self.atoms) and self.atoms[i].is_number and len(self.atoms[i].form) <= 5:
            value = int(self.atoms[i].form)
            return value if value in within else None
        return None

    def _day(self, i: int) -> Filled:
        value = self._number(i, range(1, 32))
        if value is not None:
            yield i + 1, value
            return
        match = _ORDINAL.fullmatch(self.atoms[i].form)
        if match and int(match[1]) in range(1, 32):
            yield i + 1, int(match[1])
        yield from self._look_up(self.tables.ordinals, i)

    def _month(self, i: int) -> Filled:
        """A month, or two names of the same one: نيسان/أبريل, أبريل (نيسان)."""
        for end, month in self._one_month(i):
            for opening, closing in (("/", ""), ("-", ""), ("–", ""), ("(", ")"), ("أو", "")):
                if end + 1 < len(self.atoms) and self.atoms[end].form == opening:
                    for twin_end, twin in self._one_month(end + 1):
                        closed = not closing or self._stands((closing,), twin_end)
                        if twin == month and closed:
                            yield twin_end + len(closing), month
            yield end, month

    def _one_month(self, i: int) -> Filled:
        atom = self.atoms[i]
        if not atom.capital and atom.form in self.tables.capitals:
            return
        yield from self._look_up(self.tables.months, i)

    def _year(self, i: int) -> Filled:
        yield from self._some_year(i, _YEARS)

    def _any_year(self, i: int) -> Filled:
        yield from self._some_year(i, _ANY_YEARS)

    def _some_year(self, i: int, within: range) -> Filled:
        value = self._number(i, within)
        after = self.atoms[i + 1].form if i + 1 < len(self.atoms) else ""
        if value is not None and after not in self.tables.other_calendar:
            yield i + 1, value

    def _other_year(self, i: int) -> Filled:
        value = self._number(i, _ANY_YEARS)
        if value is not None:
            yield i + 1, value

    def _weekday(self, i: int) -> Filled:
        yield from self._look_up(self.tables.weekdays, i)

    def _hijri(self, i: int) -> Filled:
        yield from self._look_up(self.tables.hijri, i)

    def _clock(self, i: int) -> Filled:
        """17:30, 5:30pm, 5pm: what can be nothing but an hour of the day."""
        match = _CLOCK.fullmatch(self.atoms[i].form)
        if match and int(match[1]) in _HOURS:
            yield i + 1, int(match[1])

    def _hour(self, i: int) -> Filled:
        """The same, or a number that other words make an hour: 5, 5.30, 1730."""
        yield from self._clock(i)
        match = _HOUR.fullmatch(self.atoms[i].form)
        if match and int(match[1]) in _HOURS:
            yield i + 1, int(match[1])

    def _decade(self, i: int) -> Filled:
        match = _DECADE.fullmatch(self.atoms[i].form)
        if match:
            yield i + 1, int(match[1])

    def _count(self, i: int) -> Filled:
        """A number and a unit, perhaps after "about"."""
        yield from self._exact_count(i)
        for end, _ in self._look_up(self.tables.approximate, i):
            yield from self._exact_count(end)

    def _exact_count(self, i: int) -> Filled:
        """A number and a unit; a dual or a lone singular has its number in it."""
        yield from self._numbered_unit(i)
        for end, unit in self._look_up(self.tables.units_two, i):
            yield end, Count(2, 2, unit)
        if self.tables.units_two:  # Arabic counts one without a number
            for end, unit in self._look_up(self.tables.units_one, i):
                yield end, Count(1, 1, unit)
        for end, unit in self._look_up(self.tables.units_more, i):
            yield end, Count(*self.tables.bare, unit)

    def _numbered_unit(self, i: int) -> Filled:
        for end, (low, high) in self._amount(i):
            if end < len(self.atoms) and self.atoms[end].form == "-":
                end += 1
            for unit_end, unit in self._unit(end):
                yield unit_end, Count(low, high, unit)

    def _amount(self, i: int) -> Filled:
        value = self._number(i, range(1, _MOST_UNITS))
        if value is not None:
            yield i + 1, (value, value)
        yield from self._look_up(self.tables.numbers, i)

    def _unit(self, i: int) -> Iterator[tuple[int, Unit]]:
        yield from self._look_up(self.tables.units_more, i)
        yield from self._look_up(self.tables.units_one, i)

    def _some(self, i: int) -> Filled:
        """A count, or a unit alone: "the past week"; in Arabic the article stands on the unit."""
        yield from self._definite(i)
        yield from self._count(i)
        for end, unit in self._look_up(self.tables.units_one, i):
            yield end, Count(1, 1, unit)

    def _definite(self, i: int) -> Filled:
        """الأيام الثلاثة, الساعات ال24, ال24 ساعة."""
        for end, unit in self._look_up(self.tables.definite, i):
            start = end + 1 if self._stands(("ال",), end) else end
            if start < len(self.atoms):
                for amount_end, (low, high) in self._amount(start):
                    yield amount_end, Count(low, high, unit)
        if self._stands(("ال",), i) and i + 1 < len(self.atoms):
            yield from self._numbered_unit(i + 1)

    def _numeric_date(self, i: int) -> Filled:
        """10/4/2025, 2025-04-10, 10.04.2025: value (year, month, day), None when it is open."""
        atom = self.atoms[i]
        match = _DATE_PIECE.fullmatch(atom.form)
        if match:
            yield from self._ordered(i, i + 1, [int(g) for g in match.groups()])
            return
        if i + 5 > len(self.atoms):
            return
        window = self.atoms[i : i + 5]
        mark = window[1].form
        glued = all(a.end == b.start for a, b in pairwise(window))
        if glued and mark in _DATE_MARKS and window[3].form == mark and not self._goes_on(i, mark):
            pieces = window[0::2]
            if all(p.is_number and len(p.form) <= 4 for p in pieces):
                yield from self._ordered(i, i + 5, [int(p.form) for p in pieces])

    def _goes_on(self, i: int, mark: str) -> bool:
        """True when the numbers are part of a longer row, such as a telephone number."""
        after, before = i + 5, i - 1
        marks = {mark, "+", "/", "-"}
        return (
            after + 1 < len(self.atoms)
            and self.atoms[after].form in marks
            and self.atoms[after].start == self.atoms[after - 1].end
            and self.atoms[after + 1].is_number
        ) or (
            before >= 0
            and self.atoms[before].form in marks
            and self.atoms[before].end == self.atoms[i].start
        )

    def _ordered(self, i: int, end: int, numbers: list[int]) -> Filled:
        first, second, third = numbers
        if first in _YEARS and second <= 12:
            yield end, (first, second, third)
        elif third in _YEARS and 1 <= first <= 31 and 1 <= second <= 31:
            if second > 12:
                yield end, (third, first, second)
            elif first > 12 or first == second or self.tables.day_first:
                yield end, (third, second, first)
            else:
                yield end, None


_SLOTS: dict[str, Callable[[SlotReader, int], Filled]] = {
    "day": SlotReader._day,
    "month": SlotReader._month,
    "year": SlotReader._year,
    "anyyear": SlotReader._any_year,
    "otheryear": SlotReader._other_year,
    "weekday": SlotReader._weekday,
    "hijri": SlotReader._hijri,
    "decade": SlotReader._decade,
    "clock": SlotReader._clock,
    "hour": SlotReader._hour,
    "count": SlotReader._count,
    "some": SlotReader._some,
    "numdate": SlotReader._numeric_date,
}
# The words without which a slot cannot be filled, where they are fewer than those that open it.
SLOT_CORES: dict[str, tuple[str, ...]] = {
    "count": ("units_one", "units_two", "units_more"),
    "some": ("units_one", "units_two", "units_more", "definite"),
}
# Which tables' first words can open a slot; "#" stands for any token that begins with a digit.
SLOT_OPENERS: dict[str, tuple[str, ...]] = {
    "day": ("#", "ordinals"),
    "month": ("months",),
    "year": ("#",),
    "anyyear": ("#",),
    "otheryear": ("#",),
    "weekday": ("weekdays",),
    "hijri": ("hijri",),
    "decade": ("#",),
    "clock": ("#",),
    "hour": ("#",),
    "count": ("#", "numbers", "units_one", "units_two", "units_more", "approximate"),
    "some": (
        "#",
        "numbers",
        "units_one",
        "units_two",
        "units_more",
        "approximate",
        "definite",
        "ال",
    ),
    "numdate": ("#",),
}
