"""The values that the time grammar passes on: counts, meanings, filled slots.

A `Meaning` has the fields of `kg.model.timespan.TimeWords` but for the place in the text.
"""

from dataclasses import dataclass
from typing import Any, Literal

from kg.model.calendar import year_bounds
from kg.model.day import Day
from kg.vocabulary import Extent, Precision

Row = dict[str, Any]  # a row of time_<language>.toml
Unit = Literal["minute", "hour", "day", "week", "month", "year", "decade"]


@dataclass(frozen=True, slots=True)
class Count:
    """A number of units, lowest and highest that the words allow."""

    low: int
    high: int
    unit: Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What words mean; the fields are those of TimeWords. All empty = known to be unplaceable."""

    precision: Precision
    extent: Extent = "within"
    earliest: Day | None = None
    latest: Day | None = None
    offset: tuple[int, int] | None = None
    rule: str | None = None
    arguments: tuple[int, ...] = ()
    converted: bool = False  # from another calendar: a date of this one beside it counts more

    @property
    def explicit(self) -> bool:
        return self.earliest is not None or self.latest is not None

    @property
    def placed(self) -> bool:
        return self.explicit or self.offset is not None or self.rule is not None


@dataclass(frozen=True, slots=True)
class Slots:
    """The values of a matched pattern's slots, in order, as (name, value)."""

    values: tuple[tuple[str, Any], ...]

    def all(self, *names: str) -> list[Any]:
        """Return the values of the slots of these names, in order."""
        return [value for name, value in self.values if name in names]

    def find(self, *names: str) -> Any:
        """Return the first value of these names, None for none."""
        return next(iter(self.all(*names)), None)

    @property
    def meanings(self) -> list[Meaning]:
        """The meanings of nested times; a bare year counts as one."""
        found = []
        for name, value in self.values:
            if isinstance(value, Meaning):
                found.append(value)
            elif name == "year":
                found.append(year_meaning(value))
        return found


def year_meaning(year: int) -> Meaning:
    """Return what a year alone means."""
    first, last = year_bounds(year)
    return Meaning(precision="year", earliest=first, latest=last)
