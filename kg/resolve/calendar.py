"""Compute the days that a rule for time words means, from the day of publication.

In:  a rule with its numbers (kg.model.calendar), the day of publication, the tense of the clause.
Besides those told there: season (first month, last month, direction, part), new-year (0, part),
date-of-year (month, day, years on), hijri-month (month), before … and before-end … like until …,
and days-of …, months-of … (first, last, numbers of the rest): the days or months of a week, month
or year, from 1 on or back from -1. A duration may have the days ahead that it means of what is to
come: (days, first, last).
News names a weekday or date for the nearest one that fits the tense; "last" and "next" never mean
the day of publication itself. Weeks begin on Saturday, Sunday or Monday from country to country:
bounds of a week take in all three.
"""

from collections.abc import Callable, Iterator

from kg.model.calendar import PARTS, month_bounds, part_of, year_bounds
from kg.model.day import Day
from kg.model.hijri import hijri_month
from kg.vocabulary import Tense

Bounds = tuple[Day | None, Day | None]
_Rule = Callable[[tuple[int, ...], Day, Tense], Bounds]

NEAREST = 2  # "the 20th of May of this year": whatever the tense
_WEEK = 7
_SATURDAY = 5
_WEEK_STARTS_EARLY = 2  # days from Saturday to Monday
_COUNTED_ON = ("week", "weekend", "month-of-year", "year", "new-year")  # never of long ago
_NEW_YEAR_MONTHS = 2  # how long a year is "the new year"
_HIJRA = 622
_YEARS_TO_LEAP = 8  # 29 February: never more years apart
# First and last day of a part of a week, counted from Monday.
_PARTS_OF_WEEK = {"early": (-_WEEK_STARTS_EARLY, 2), "middle": (1, 3), "late": (2, 6)}


def rule_bounds(rule: str, arguments: tuple[int, ...], published: Day, tense: Tense) -> Bounds:
    """Return the bounds of a rule. Raises KeyError for a rule that does not exist."""
    head, _, rest = rule.partition(" ")
    if head == "since":
        since = rule_bounds(rest, arguments, published, "past")[0]
        return since, None if since and since > published else published
    if head == "until":
        start = published if tense == "future" else None
        return _ordered(start, rule_bounds(rest, arguments, published, "future")[1])
    if head == "before-end":
        return _before_end(rest, arguments, published, tense)
    if head == "before":
        return _before(rest, arguments, published, tense)
    if head in ("days-of", "months-of"):
        return _piece(rest, arguments, published, tense, days=head == "days-of")
    return _RULES[rule](arguments, published, tense)


def _ordered(first: Day | None, last: Day | None) -> Bounds:
    """Leave out a start that lies behind the end."""
    return (None if first and last and last < first else first), last


def _before(rest: str, arguments: tuple[int, ...], published: Day, tense: Tense) -> Bounds:
    """Of what lies ahead: from publication to the day in front; nothing of what is past."""
    first = rule_bounds(rest, arguments, published, "future")[0]
    if tense == "past" or first is None:
        return None, None
    last = first if rest == "weekend" else first.plus(-1)  # its bounds begin on Friday
    return (published, last) if published <= last else (None, None)


def _before_end(rest: str, arguments: tuple[int, ...], published: Day, tense: Tense) -> Bounds:
    """From publication on, where that is sure to lie ahead: "before the end of this month" is."""
    last = rule_bounds(rest, arguments, published, "future")[1]
    ahead = tense != "past" or rest in _COUNTED_ON
    return _ordered(published if ahead else None, last)


def _piece(
    rest: str, arguments: tuple[int, ...], published: Day, tense: Tense, *, days: bool
) -> Bounds:
    first, last, *others = arguments
    day = rule_bounds(rest, tuple(others), published, tense)[0]
    if day is None:
        return None, None
    whole = _whole(rest, day, published.plus(_WEEK * others[0]))
    if days:
        start = whole[0].plus(-1) if first > 0 else whole[1].plus(1)
        bounds = start.plus(first), start.plus(last)
    else:
        bounds = month_bounds(day.year, first)[0], month_bounds(day.year, last)[1]
    return _cut(*bounds, 0, published, tense)


def _whole(rest: str, day: Day, in_week: Day) -> tuple[Day, Day]:
    """Return the year or month that a day lies in; the week from Monday on of another."""
    if rest == "week":
        monday = in_week.plus(-in_week.weekday)
        return monday, monday.plus(_WEEK - 1)
    in_year = rest in ("year", "new-year")
    return year_bounds(day.year) if in_year else month_bounds(day.year, day.month)


def _direction(direction: int, tense: Tense) -> int:
    """Return -1 or 1 where the words or the tense decide, else 0."""
    return direction or {"past": -1, "future": 1}.get(tense, 0)


def _weekday_from(weekday: int, direction: int, published: Day, tense: Tense) -> Day:
    back = (published.weekday - weekday) % _WEEK
    if direction:
        return published.plus(-(back or _WEEK) if direction < 0 else _WEEK - back)
    if tense == "future" or (tense == "present" and back > _WEEK // 2):
        return published.plus(-back % _WEEK)
    return published.plus(-back)


def _weekday(arguments: tuple[int, ...], published: Day, tense: Tense) -> Bounds:
    weekday, direction = arguments
    found = _weekday_from(weekday, direction, published, tense)
    return found, found


def _weekdays(arguments: tuple[int, ...], published: Day, tense: Tense) -> Bounds:
    first, last, direction = arguments
    length = (last - first) % _WEEK
    if _direction(direction, tense) > 0:
        start = _weekday_from(first, direction, published, tense)
        return start, start.plus(length)
    end = _weekday_from(last, direction, published, tense)
    return end.plus(-length), end


def _weekday_of_week(arguments: tuple[int, ...], published: Day, tense: Tense) -> Bounds:
    weekday, weeks = arguments
    found = published.plus(weeks * _WEEK + weekday - published.weekday)
    return found, found


def _week(arguments: tuple[int, ...], published: Day, tense: Tense) -> Bounds:
    weeks, part = arguments
    monday = published.plus(weeks * _WEEK - published.weekday)
    start, end = _PARTS_OF_WEEK.get(PARTS[part], (-_WEEK_STARTS_EARLY, _WEEK - 1))
    return _cut(monday.plus(start), monday.plus(end), part, published, tense)


def _cut(first: Day, last: Day, part: int, published: Day, tense: Tense) -> Bounds:
    """Cut the stretch that holds the day of publication where part or tense say so."""
    if first <= published <= last:
        if PARTS[part] == "so-far" or tense == "past":
            return first, published
        if PARTS[part] == "rest" or tense == "future":
            return published, last
    return first, last


def _weekend(arguments: tuple[int, ...], published: Day, tense: Tense) -> Bounds:
    """Friday to Sunday, as weekends lie on either side of Saturday."""
    weekends, _ = arguments
    if weekends < 0:
        saturday = _weekday_from(_SATURDAY, 0, published.plus(-2), "past")
    elif weekends > 0 or tense == "future":
        saturday = _weekday_from(_SATURDAY, 0, published.plus(max(weekends, 0)), "future")
    else:
        saturday = _weekday_from(_SATURDAY, 0, published, "past")
    return saturday.plus(-1), saturday.plus(1)


def _month_of_year(arguments: tuple[int, ...], published: Day, tense: Tense) -> Bounds:
    months, part = arguments
    first, last = part_of(*month_bounds(published.year, published.month + months), part)
    return _cut(first, last, part, published, tense)


def _year(arguments: tuple[int, ...], published: Day, tense: Tense) -> Bounds:
    years, part = arguments
    first, last = part_of(*year_bounds(published.year + years), part)
    return _cut(first, last, part, published, tense)


def _new_year(arguments: tuple[int, ...], published: Day, tense: Tense) -> Bounds:
    """The year that begins, until its spring; from then on the next one."""
    _, part = arguments
    years = int(published.month > _NEW_YEAR_MONTHS)
    return _year((years, part), published, tense)


def _season(arguments: tuple[int, ...], published: Day, tense: Tense) -> Bounds:
    """The season begun last or to end next, as words or tense have it; part for part a month."""
    first, last, direction, part = arguments
    length = (last - first) % 12 + 1
    cut = {"early": (0, 0), "middle": (1, length - 2), "late": (length - 1, length - 1)}
    begin, end = cut.get(PARTS[part], (0, length - 1))
    side = _direction(direction, tense)
    found = [
        (month_bounds(year, first + begin)[0], month_bounds(year, first + end)[1])
        for year in range(published.year - 2, published.year + 3)
    ]
    if side < 0:
        ended = [s for s in found if (s[1] if direction else s[0]) <= published]
        first_day, last_day = ended[-1]
    elif side > 0:
        first_day, last_day = next(s for s in found if (s[0] if direction else s[1]) >= published)
    else:
        first_day, last_day = min(found, key=lambda s: abs(s[0].ordinal - published.ordinal))
    return _cut(first_day, last_day, 0, published, tense)


def _hijri_month(arguments: tuple[int, ...], published: Day, tense: Tense) -> Bounds:
    """The month of the Islamic calendar that goes on, or begins next; calculated, not sighted."""
    (month,) = arguments
    year = (published.year - _HIJRA) * 33 // 32 - 1
    bounds = (hijri_month(y, month) for y in range(max(year, 1), year + 5))
    return next((b for b in bounds if b[1] >= published), (None, None))


def _month(arguments: tuple[int, ...], published: Day, tense: Tense) -> Bounds:
    month, direction, part = arguments
    months_back = (published.month - month) % 12
    side = _direction(direction, tense)
    if direction and not months_back:
        shift = 12 * direction
    elif side < 0 or (side == 0 and months_back <= 6):
        shift = -months_back
    else:
        shift = -months_back % 12
    first, last = part_of(*month_bounds(published.year, published.month + shift), part)
    return _cut(first, last, part, published, tense)


def _day_of_month(arguments: tuple[int, ...], published: Day, tense: Tense) -> Bounds:
    day, months = arguments
    first, last = month_bounds(published.year, published.month + months)
    if day > last.day:
        return None, None
    found = first.plus(day - 1)
    return found, found


def _date_of_year(arguments: tuple[int, ...], published: Day, tense: Tense) -> Bounds:
    """A day of last year or next: "10 March last year"; 29 February only where there is one."""
    month, day, years = arguments
    first, last = month_bounds(published.year + years, month)
    return (None, None) if day > last.day else (first.plus(day - 1), first.plus(day - 1))


def _same_days(month: int, day: int, published: Day) -> Iterator[Day]:
    """Yield that day of the years around publication that have it."""
    for year in range(published.year - _YEARS_TO_LEAP, published.year + _YEARS_TO_LEAP + 1):
        if day <= month_bounds(year, month)[1].day:
            yield Day(year, month, day)


def _nearest(days: list[Day], direction: int, published: Day, tense: Tense) -> Day:
    """Choose by the words, then the tense, then nearness; of two as near the past one."""
    near = min(days, key=lambda d: (abs(d.ordinal - published.ordinal), d))
    if direction == NEAREST:
        return near
    if direction:
        fitting = [d for d in days if (d < published if direction < 0 else d > published)]
    elif tense in ("past", "future"):
        fitting = [d for d in days if (d <= published if tense == "past" else d >= published)]
    else:
        fitting = []
    return min(fitting, key=lambda d: abs(d.ordinal - published.ordinal)) if fitting else near


def _day_month(arguments: tuple[int, ...], published: Day, tense: Tense) -> Bounds:
    month, day, direction = arguments
    found = _nearest(list(_same_days(month, day, published)), direction, published, tense)
    return found, found


def _days(arguments: tuple[int, ...], published: Day, tense: Tense) -> Bounds:
    """A stretch has begun when it is told as past, and has not ended when told as future."""
    month, day, end_month, end_day, direction = arguments
    if _direction(direction, tense) > 0:
        ends = list(_same_days(end_month, end_day, published))
        end = _nearest(ends, direction, published, tense)
        return max(d for d in _same_days(month, day, end) if d <= end), end
    start = _nearest(list(_same_days(month, day, published)), direction, published, tense)
    return start, min(d for d in _same_days(end_month, end_day, start) if d >= start)


def _duration(arguments: tuple[int, ...], published: Day, tense: Tense) -> Bounds:
    """Within so many days: before or after, as the tense has it; without a tense either."""
    days, *ahead = arguments
    if ahead and tense == "future":  # "in three days" is that day
        return published.plus(ahead[0]), published.plus(ahead[1])
    back = 0 if tense in ("future", "present") else -days
    on = 0 if tense == "past" else days
    return published.plus(back), published.plus(on)


_RULES: dict[str, _Rule] = {
    "weekday": _weekday,
    "weekdays": _weekdays,
    "weekday-of-week": _weekday_of_week,
    "week": _week,
    "weekend": _weekend,
    "month-of-year": _month_of_year,
    "year": _year,
    "new-year": _new_year,
    "season": _season,
    "hijri-month": _hijri_month,
    "month": _month,
    "day-month": _day_month,
    "date-of-year": _date_of_year,
    "day-of-month": _day_of_month,
    "days": _days,
    "duration": _duration,
}
