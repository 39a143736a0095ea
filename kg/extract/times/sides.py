"""Times made of other times: their parts, from one to another, since, until and before one.

In:  a row of time_<language>.toml and what its slots held. Out: a `Meaning`, or None where the
words turn out to be no time.
"""

from collections.abc import Callable
from dataclasses import replace

from kg.extract.times.dates import interval, make_date, make_day, make_month, unplaced
from kg.extract.times.values import Meaning, Row, Slots
from kg.model.calendar import PARTS, month_bounds, part_of

# What has parts by rule, its part told by the last argument.
_PARTED = ("month", "month-of-year", "year", "new-year", "season", "week")


def _whole(row: Row, slots: Slots) -> Meaning | None:
    """Return the time that a row speaks of: its own month and day, its slots' date, one nested."""
    if "date" in row:
        month, day = row["date"]
        return Meaning(precision="day", rule="day-month", arguments=(month, day, 0))
    if slots.find("month") is not None:
        return make_date(row, slots)
    return slots.meanings[0] if slots.meanings else None


def _part(row: Row, slots: Slots) -> Meaning | None:
    """Return a part of a longer time: "early next month", "the first half of 2024"."""
    part = PARTS.index(row["part"])
    whole = _whole(row, slots)
    if whole is None:
        return None
    if whole.rule:
        if whole.rule not in _PARTED or whole.arguments[-1]:
            return None
        return replace(whole, precision="interval", arguments=(*whole.arguments[:-1], part))
    if whole.precision not in ("month", "year") or not (whole.earliest and whole.latest):
        return None
    return interval(*part_of(whole.earliest, whole.latest, part))


def _piece(row: Row, slots: Slots) -> Meaning | None:
    """Return a row's `days` of a month or year, or `months` of a year, counted from either end.

    "The last week of June" is days -7 to -1, "the first quarter of next year" months 1 to 3.
    """
    whole = _whole(row, slots)
    unit, (first, last) = ("days", row["days"]) if "days" in row else ("months", row["months"])
    if whole is None or whole.precision not in (("month", "year") if unit == "days" else ("year",)):
        return None
    if whole.rule in _PARTED:
        rule, arguments = f"{unit}-of {whole.rule}", (first, last, *whole.arguments)
        return Meaning(precision="interval", rule=rule, arguments=arguments)
    if whole.earliest is None or whole.latest is None:
        return None
    if unit == "days":
        start = whole.earliest.plus(-1) if first > 0 else whole.latest.plus(1)
        return interval(start.plus(first), start.plus(last))
    year = whole.earliest.year
    return interval(month_bounds(year, first)[0], month_bounds(year, last)[1])


def _span(row: Row, slots: Slots) -> Meaning | None:
    """From one time to another, where both are told in ways that go together."""
    first, last = slots.meanings
    if first.offset and last.offset:
        bounds = (first.offset[0], last.offset[1])
        return Meaning(precision="interval", offset=bounds) if bounds[0] <= bounds[1] else None
    if first.explicit or last.explicit:
        return _explicit_span(_with_year(first, last), last)
    if first.rule == last.rule == "weekday":
        (start, _), (end, direction) = first.arguments, last.arguments
        return Meaning(precision="interval", rule="weekdays", arguments=(start, end, direction))
    if first.rule == last.rule == "day-month":
        arguments = (*first.arguments[:2], *last.arguments)
        return Meaning(precision="interval", rule="days", arguments=arguments)
    return unplaced()


def _with_year(first: Meaning, last: Meaning) -> Meaning:
    """Give "28 April" the year of "to 2 May 2025", or the year before."""
    if first.explicit or last.latest is None or first.rule not in ("day-month", "month"):
        return first
    month, year = first.arguments[0], last.latest.year
    year -= month > last.latest.month
    if first.rule == "day-month":
        return make_day(year, month, first.arguments[1])
    return make_month(year, month)


def _explicit_span(first: Meaning, last: Meaning) -> Meaning:
    if first.earliest and last.latest and first.earliest <= last.latest:
        return interval(first.earliest, last.latest)
    return unplaced()


def _nights(row: Row, slots: Slots) -> Meaning | None:
    """The night between a weekday and the one behind it."""
    first, last = slots.all("weekday")
    if (last - first) % 7 != 1:
        return None
    return Meaning(precision="interval", rule="weekdays", arguments=(first, last, 0))


def _since(row: Row, slots: Slots) -> Meaning | None:
    time = _whole(row, slots)
    if time is None:
        return None
    if time.rule:
        made = replace(time, precision="interval", rule=f"since {time.rule}")
    elif time.offset:
        if time.offset[0] > 0:
            return None
        made = Meaning(precision="interval", offset=(time.offset[0], 0))
    else:
        made = interval(time.earliest, None)
    return replace(made, extent="throughout")


def _until(row: Row, slots: Slots) -> Meaning | None:
    time = _whole(row, slots)
    if time is None:
        return None
    if time.rule:
        return replace(time, precision="interval", rule=f"until {time.rule}")
    if time.offset:
        start = min(0, time.offset[1])
        return Meaning(precision="interval", offset=(start, time.offset[1]))
    return interval(None, time.latest)


def _before(row: Row, slots: Slots) -> Meaning | None:
    """Up to the day in front of a time, to the end of one that is itself the end of something."""
    time = _whole(row, slots)
    if time is None:
        return None
    if row.get("end") or (time.rule in _PARTED and PARTS[time.arguments[-1]] == "late"):
        if time.rule:
            return replace(time, precision="interval", rule=f"before-end {time.rule}")
        return _until(row, slots)
    if time.rule:
        return replace(time, precision="interval", rule=f"before {time.rule}")
    if time.offset:
        last = time.offset[0] - 1
        return Meaning(precision="interval", offset=(0, last)) if last >= 0 else unplaced()
    return interval(None, time.earliest.plus(-1)) if time.earliest else unplaced()


def _throughout(row: Row, slots: Slots) -> Meaning | None:
    return replace(slots.meanings[0], extent="throughout")


SIDES: dict[str, Callable[[Row, Slots], Meaning | None]] = {
    "fixed": _whole,
    "part": _part,
    "piece": _piece,
    "span": _span,
    "nights": _nights,
    "since": _since,
    "until": _until,
    "before": _before,
    "throughout": _throughout,
}
