"""What time words mean, as values without a publication date.

In:  a row of time_<language>.toml and what its slots held. Out: a `Meaning`, or None where the
words turn out to be no time; its fields are those of `kg.model.timespan.TimeWords` but for the
place. What the rules are is told in kg.model.calendar.
"""

from collections.abc import Callable
from dataclasses import replace

from kg.extract.times.values import Count, Meaning, Row, Slots, Unit, year_meaning
from kg.model.calendar import PARTS, month_bounds, part_of
from kg.model.day import Day, days_in_month
from kg.model.hijri import hijri_day, hijri_month, hijri_year
from kg.vocabulary import Precision

# Days of a unit, and how far a count of them may be off: "a month ago" is no day count.
_DAYS: dict[Unit, tuple[float, int]] = {
    "minute": (1 / 1440, 0),
    "hour": (1 / 24, 0),
    "day": (1, 0),
    "week": (7, 3),
    "month": (30.4375, 15),
    "year": (365.25, 183),
    "decade": (3652.5, 1826),
}
_LONGEST_YEARS_RANGE = 100
_HIJRI_YEARS = range(1, 1600)
_LONGEST_HIJRI_MONTH = 30


def make_meaning(row: Row, slots: Slots) -> Meaning | None:
    """Return what a matched row means; None = it is no time after all."""
    meaning = _MAKERS[row["means"]](row, slots)
    if meaning and "extent" in row:
        return replace(meaning, extent=row["extent"])
    return meaning


def _unplaced(precision: Precision = "interval") -> Meaning:
    return Meaning(precision=precision)


def _day(year: int, month: int, day: int) -> Meaning:
    try:
        found = Day(year, month, day)
    except ValueError:  # 31 February: a date in words, but no day
        return _unplaced("day")
    return Meaning(precision="day", earliest=found, latest=found)


def _month(year: int, month: int) -> Meaning:
    first, last = month_bounds(year, month)
    return Meaning(precision="month", earliest=first, latest=last)


def _date(row: Row, slots: Slots) -> Meaning | None:
    day, month = slots.find("day"), slots.find("month")
    year = slots.find("year", "anyyear")
    direction = int(row.get("direction", 0))
    if month is None:
        return None if year is None else year_meaning(year)
    if day is None:
        if year is not None:
            return _month(year, month)
        return Meaning(precision="month", rule="month", arguments=(month, direction, 0))
    if year is not None:
        return _day(year, month, day)
    return _day_month(month, day, direction)


def _day_month(month: int, day: int, direction: int) -> Meaning:
    if day > days_in_month(2000, month):
        return _unplaced("day")
    return Meaning(precision="day", rule="day-month", arguments=(month, day, direction))


def _numeric(row: Row, slots: Slots) -> Meaning | None:
    numbers = slots.find("numdate")
    return _day(*numbers) if numbers else _unplaced("day")


def _before_christ(row: Row, slots: Slots) -> Meaning | None:
    year = 1 - slots.find("anyyear", "year")  # XSD 1.1: 1 BCE is year 0
    month, day = slots.find("month"), slots.find("day")
    if month and day:
        return _day(year, month, day)
    return _month(year, month) if month else year_meaning(year)


def _hijri(row: Row, slots: Slots) -> Meaning | None:
    """A date, month or year of the Islamic calendar; without its year it has no place."""
    year, month, day = slots.find("otheryear"), slots.find("hijri"), slots.find("day")
    if year is None or not _HIJRI_YEARS.start <= year < _HIJRI_YEARS.stop:
        return _unplaced("day" if day else "interval")
    if month is None:
        return _interval(*hijri_year(year))
    if day is None:
        return _interval(*hijri_month(year, month))
    if day > _LONGEST_HIJRI_MONTH:
        return _unplaced("day")
    found = hijri_day(year, month, day)
    return Meaning(precision="day", earliest=found, latest=found, converted=True)


def _decade(row: Row, slots: Slots) -> Meaning | None:
    first = slots.find("decade")
    return _interval(Day(first, 1, 1), Day(first + 9, 12, 31))


def _century(row: Row, slots: Slots) -> Meaning | None:
    number = slots.find("day")
    return _interval(Day(number * 100 - 99, 1, 1), Day(number * 100, 12, 31))


def _season(row: Row, slots: Slots) -> Meaning | None:
    year, (first, last) = slots.find("year"), row["season"]
    return _interval(month_bounds(year, first)[0], month_bounds(year, last)[1])


def _interval(earliest: Day | None, latest: Day | None) -> Meaning:
    return Meaning(precision="interval", earliest=earliest, latest=latest)


def _day_of_month(row: Row, slots: Slots) -> Meaning | None:
    arguments = (slots.find("day"), row["offset"])
    return Meaning(precision="day", rule="day-of-month", arguments=arguments)


def _weekday(row: Row, slots: Slots) -> Meaning | None:
    arguments = (slots.find("weekday"), int(row.get("direction", 0)))
    return Meaning(precision="day", rule="weekday", arguments=arguments)


def _weekday_of_week(row: Row, slots: Slots) -> Meaning | None:
    weekday = slots.find("weekday")
    return Meaning(precision="day", rule="weekday-of-week", arguments=(weekday, row["offset"]))


def _offset(row: Row, slots: Slots) -> Meaning | None:
    first, last = row["days"]
    return Meaning(precision="day" if first == last else "interval", offset=(first, last))


def _calendar(row: Row, slots: Slots) -> Meaning | None:
    unit, part = row["unit"], PARTS.index(row.get("part", "whole"))
    precision: Precision = unit if unit in ("month", "year") and not part else "interval"
    rule = "month-of-year" if unit == "month" else unit
    return Meaning(precision=precision, rule=rule, arguments=(row["offset"], part))


def _days_apart(count: Count) -> tuple[int, int]:
    """Return the fewest and most days that lie between now and a count of units from now."""
    size, slack = _DAYS[count.unit]
    if count.unit in ("hour", "minute"):
        whole = int(count.high * size)
        return whole, whole + (whole * 24 != count.high or count.unit == "minute")
    low, high = round(count.low * size) - slack, round(count.high * size) + slack
    return max(low, 1), high


def _ago(row: Row, slots: Slots) -> Meaning | None:
    low, high = _days_apart(slots.find("count"))
    return Meaning(precision="day" if low == high else "interval", offset=(-high, -low))


def _ahead(row: Row, slots: Slots) -> Meaning | None:
    low, high = _days_apart(slots.find("count"))
    return Meaning(precision="day" if low == high else "interval", offset=(low, high))


def _length(count: Count) -> int:
    """Return how many days a count of units covers, at most."""
    days = count.high * _DAYS[count.unit][0]
    return max(1, -int(-days // 1))


def _past(row: Row, slots: Slots) -> Meaning | None:
    return Meaning(precision="interval", offset=(-_length(slots.find("count", "some")), 0))


def _coming(row: Row, slots: Slots) -> Meaning | None:
    return Meaning(precision="interval", offset=(0, _length(slots.find("count", "some"))))


def _duration(row: Row, slots: Slots) -> Meaning | None:
    days = _length(slots.find("count"))
    return Meaning(precision="interval", rule="duration", arguments=(days,))


def _anchored(row: Row, slots: Slots) -> Meaning | None:
    """Count from the time named last, onwards or, with a negative `direction`, back."""
    count, direction = slots.find("count"), row["direction"]
    low, high = _days_apart(count) if count is not None else (1, 1)
    if "days" in row:
        low = high = row["days"]
    first, last = sorted((direction * low, direction * high))
    precision: Precision = "day" if first == last else "interval"
    return Meaning(precision=precision, rule=row.get("rule", "anchored"), arguments=(first, last))


def _same(row: Row, slots: Slots) -> Meaning | None:
    """Of two ways to name one time keep the one that says more."""
    order = ("day", "interval", "month", "year")
    return min(
        slots.meanings,
        key=lambda m: (
            not m.placed,
            order.index(m.precision),
            m.converted,
            not m.explicit,
            m.offset is None,
            m.rule == "weekday",
        ),
    )


def _part(row: Row, slots: Slots) -> Meaning | None:
    part = PARTS.index(row["part"])
    whole = slots.meanings[0] if slots.meanings else _date(row, slots)
    if whole is None or whole.precision not in ("month", "year"):
        return None
    if whole.rule:
        if whole.arguments[-1]:
            return None
        arguments = (*whole.arguments[:-1], part)
        return replace(whole, precision="interval", arguments=arguments)
    if whole.earliest is None or whole.latest is None:
        return None
    return _interval(*part_of(whole.earliest, whole.latest, part))


def _days_range(row: Row, slots: Slots) -> Meaning | None:
    (first, last), month = slots.all("day"), slots.find("month")
    year = slots.find("year")
    if first >= last:
        return None
    if year is None:
        if last > days_in_month(2000, month):
            return _unplaced()
        arguments = (month, first, month, last, int(row.get("direction", 0)))
        return Meaning(precision="interval", rule="days", arguments=arguments)
    try:
        return _interval(Day(year, month, first), Day(year, month, last))
    except ValueError:
        return _unplaced()


def _years_range(row: Row, slots: Slots) -> Meaning | None:
    first, last = slots.all("year")
    if not 0 < last - first <= _LONGEST_YEARS_RANGE:
        return None
    return _interval(Day(first, 1, 1), Day(last, 12, 31))


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
    return _unplaced()


def _with_year(first: Meaning, last: Meaning) -> Meaning:
    """Give "28 April" the year of "to 2 May 2025", or the year before."""
    if first.explicit or last.latest is None or first.rule not in ("day-month", "month"):
        return first
    month, year = first.arguments[0], last.latest.year
    year -= month > last.latest.month
    return (
        _day(year, month, first.arguments[1]) if first.rule == "day-month" else _month(year, month)
    )


def _explicit_span(first: Meaning, last: Meaning) -> Meaning:
    if first.earliest and last.latest and first.earliest <= last.latest:
        return _interval(first.earliest, last.latest)
    return _unplaced()


def _since(row: Row, slots: Slots) -> Meaning | None:
    time = slots.meanings[0]
    if time.rule:
        made = replace(time, precision="interval", rule=f"since {time.rule}")
    elif time.offset:
        if time.offset[0] > 0:
            return None
        made = Meaning(precision="interval", offset=(time.offset[0], 0))
    else:
        made = _interval(time.earliest, None)
    return replace(made, extent="throughout")


def _until(row: Row, slots: Slots) -> Meaning | None:
    time = slots.meanings[0]
    if time.rule:
        return replace(time, precision="interval", rule=f"until {time.rule}")
    if time.offset:
        start = min(0, time.offset[1])
        return Meaning(precision="interval", offset=(start, time.offset[1]))
    return _interval(None, time.latest)


def _throughout(row: Row, slots: Slots) -> Meaning | None:
    return replace(slots.meanings[0], extent="throughout")


_MAKERS: dict[str, Callable[[Row, Slots], Meaning | None]] = {
    "date": _date,
    "numeric": _numeric,
    "before-christ": _before_christ,
    "hijri": _hijri,
    "decade": _decade,
    "century": _century,
    "season": _season,
    "day-of-month": _day_of_month,
    "weekday": _weekday,
    "weekday-of-week": _weekday_of_week,
    "offset": _offset,
    "calendar": _calendar,
    "ago": _ago,
    "ahead": _ahead,
    "past": _past,
    "coming": _coming,
    "duration": _duration,
    "anchored": _anchored,
    "same": _same,
    "part": _part,
    "days": _days_range,
    "years": _years_range,
    "span": _span,
    "since": _since,
    "until": _until,
    "throughout": _throughout,
    "around": lambda row, slots: _unplaced(),
    "unplaced": lambda row, slots: _unplaced(),
}
