"""What time words mean, as values without a publication date.

In:  a row of time_<language>.toml and what its slots held. Out: a `Meaning`, or None where the
words turn out to be no time; its fields are those of `kg.model.timespan.TimeWords` but for the
place. What the rules are is told in kg.model.calendar.
"""

from collections.abc import Callable
from dataclasses import replace

from kg.extract.times.dates import interval, make_date, make_day, make_month, unplaced
from kg.extract.times.sides import SIDES
from kg.extract.times.values import Count, Meaning, Row, Slots, Unit, year_meaning
from kg.model.calendar import PARTS, month_bounds
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
# "A month ago" is told more exactly than "seven months ago".
_OF_ONE: dict[Unit, int] = {"month": 7, "year": 60}
_SAME_DAY_HOURS = 9  # "hours later", "three hours earlier": hardly ever another day
_PRECISIONS: dict[str, Precision] = {"month": "month", "year": "year", "new-year": "year"}
_LONGEST_YEARS_RANGE = 100
_HIJRI_YEARS = range(1, 1600)
_LONGEST_HIJRI_MONTH = 30


def make_meaning(row: Row, slots: Slots) -> Meaning | None:
    """Return what a matched row means; None = it is no time after all."""
    meaning = _MAKERS[row["means"]](row, slots)
    if meaning and "extent" in row:
        return replace(meaning, extent=row["extent"])
    return meaning


def _numeric(row: Row, slots: Slots) -> Meaning | None:
    numbers = slots.find("numdate")
    return make_day(*numbers) if numbers else unplaced("day")


def _before_christ(row: Row, slots: Slots) -> Meaning | None:
    year = 1 - slots.find("anyyear", "year")  # XSD 1.1: 1 BCE is year 0
    month, day = slots.find("month"), slots.find("day")
    if month and day:
        return make_day(year, month, day)
    return make_month(year, month) if month else year_meaning(year)


def _hijri(row: Row, slots: Slots) -> Meaning | None:
    """A date, month or year of the Islamic calendar; without its year it has no place."""
    year, month, day = slots.find("otheryear"), slots.find("hijri"), slots.find("day")
    if year is None or not _HIJRI_YEARS.start <= year < _HIJRI_YEARS.stop:
        return unplaced("day" if day else "interval")
    if month is None:
        return interval(*hijri_year(year))
    if day is None:
        return interval(*hijri_month(year, month))
    if day > _LONGEST_HIJRI_MONTH:
        return unplaced("day")
    found = hijri_day(year, month, day)
    return Meaning(precision="day", earliest=found, latest=found, converted=True)


def _decade(row: Row, slots: Slots) -> Meaning | None:
    first = slots.find("decade")
    return interval(Day(first, 1, 1), Day(first + 9, 12, 31))


def _century(row: Row, slots: Slots) -> Meaning | None:
    number = slots.find("day")
    return interval(Day(number * 100 - 99, 1, 1), Day(number * 100, 12, 31))


def _season(row: Row, slots: Slots) -> Meaning | None:
    """The months of a season or quarter, without a year those of the nearest or "last" one."""
    year, (first, last) = slots.find("year"), row["season"]
    if year is None:
        arguments = (
            first,
            last,
            int(row.get("direction", 0)),
            PARTS.index(row.get("part", "whole")),
        )
        return Meaning(precision="interval", rule="season", arguments=arguments)
    return interval(month_bounds(year, first)[0], month_bounds(year, last)[1])


def _day_of_month(row: Row, slots: Slots) -> Meaning | None:
    arguments = (slots.find("day"), row["offset"])
    return Meaning(precision="day", rule="day-of-month", arguments=arguments)


def _weekday(row: Row, slots: Slots) -> Meaning | None:
    """A weekday of its slot, or the row's own: "ליל שישי" leaves out "יום"."""
    arguments = (row.get("weekday", slots.find("weekday")), int(row.get("direction", 0)))
    return Meaning(precision="day", rule="weekday", arguments=arguments)


def _weekday_of_week(row: Row, slots: Slots) -> Meaning | None:
    weekday = slots.find("weekday")
    return Meaning(precision="day", rule="weekday-of-week", arguments=(weekday, row["offset"]))


def _month_of_year(row: Row, slots: Slots) -> Meaning | None:
    """A month or day of last year, of this or of the next: "August last year"."""
    month, day = slots.find("month"), slots.find("day")
    if day is not None:
        date = (month, day, row["offset"])
        return Meaning(precision="day", rule="date-of-year", arguments=date)
    arguments = (month, month, row["offset"], 0)
    return Meaning(precision="month", rule="months-of year", arguments=arguments)


def _hijri_ahead(row: Row, slots: Slots) -> Meaning | None:
    """Until a month of the Islamic calendar begins: "before Ramadan"."""
    arguments = (slots.find("hijri"),)
    return Meaning(precision="interval", rule="before hijri-month", arguments=arguments)


def _offset(row: Row, slots: Slots) -> Meaning | None:
    first, last = row["days"]
    return Meaning(precision="day" if first == last else "interval", offset=(first, last))


def _calendar(row: Row, slots: Slots) -> Meaning | None:
    unit, part = row["unit"], PARTS.index(row.get("part", "whole"))
    precision: Precision = "interval" if part else _PRECISIONS.get(unit, "interval")
    rule = "month-of-year" if unit == "month" else unit
    for piece in ("months", "days"):  # "the beginning of the year", "the first days of the week"
        if piece in row:
            arguments = (*row[piece], row["offset"], 0)
            return Meaning(precision="interval", rule=f"{piece}-of {rule}", arguments=arguments)
    return Meaning(precision=precision, rule=rule, arguments=(row["offset"], part))


def _days_apart(count: Count) -> tuple[int, int]:
    """Return the fewest and most days that lie between now and a count of units from now."""
    size, slack = _DAYS[count.unit]
    if count.high == 1:
        slack = _OF_ONE.get(count.unit, slack)
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
    days = row["length"] if "length" in row else _length(slots.find("count"))
    return Meaning(precision="interval", rule="duration", arguments=(days,))


def _later(row: Row, slots: Slots) -> Meaning | None:
    """So long from publication, or within that time where nothing is to come: "in three days"."""
    count = slots.find("count")
    arguments = (_length(count), *_days_apart(count))
    return Meaning(precision="interval", rule="duration", arguments=arguments)


def _anchored(row: Row, slots: Slots) -> Meaning | None:
    """Count from the time named last, onwards or, with a negative `direction`, back.

    A row with `steps` counts whole weeks, months or years: "the same month", "the week after".
    """
    if "steps" in row:
        steps = row["steps"]
        return Meaning(precision="interval", rule=row["rule"], arguments=(steps, steps))
    count, direction = slots.find("count"), row["direction"]
    low, high = _days_apart(count) if count is not None else (1, 1)
    if "days" in row:
        low = high = row["days"]
    elif count is not None and count.unit in ("hour", "minute"):
        high = low if count.high <= _SAME_DAY_HOURS else high
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


def _days_range(row: Row, slots: Slots) -> Meaning | None:
    (first, last), month = slots.all("day"), slots.find("month")
    year = slots.find("year")
    if first >= last:
        return None
    if year is None:
        if last > days_in_month(2000, month):
            return unplaced()
        arguments = (month, first, month, last, int(row.get("direction", 0)))
        return Meaning(precision="interval", rule="days", arguments=arguments)
    try:
        return interval(Day(year, month, first), Day(year, month, last))
    except ValueError:
        return unplaced()


def _years_range(row: Row, slots: Slots) -> Meaning | None:
    first, last = slots.all("year")
    if not 0 < last - first <= _LONGEST_YEARS_RANGE:
        return None
    return interval(Day(first, 1, 1), Day(last, 12, 31))


_MAKERS: dict[str, Callable[[Row, Slots], Meaning | None]] = {
    "date": make_date,
    "numeric": _numeric,
    "before-christ": _before_christ,
    "hijri": _hijri,
    "decade": _decade,
    "century": _century,
    "season": _season,
    "day-of-month": _day_of_month,
    "weekday": _weekday,
    "weekday-of-week": _weekday_of_week,
    "month-of-year": _month_of_year,
    "before-hijri": _hijri_ahead,
    "offset": _offset,
    "calendar": _calendar,
    "ago": _ago,
    "ahead": _ahead,
    "past": _past,
    "coming": _coming,
    "duration": _duration,
    "later": _later,
    "anchored": _anchored,
    "same": _same,
    "days": _days_range,
    "years": _years_range,
    "around": lambda row, slots: unplaced(),
    "unplaced": lambda row, slots: unplaced(),
    **SIDES,
}
