"""Tie times that are counted from another one to the time named last: "three days earlier".

In:  the times of a sentence in order, the time named last before. Out: the same times, those that
count from another one with it as their anchor, and the time named last now.
Days are counted from the day named last, "later in the day" is on that day where it was named just
before, else on the day of which the article tells first.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.model.timespan import TimeWords

_COUNTED = ("anchored", "apart", "told", "since-told", "told-week", "told-month", "told-year")
_TOLD = "told"
_BEFORE = "before"  # "before the end of the year", "by Christmas"
_WEEK = 7
# "The same month" as a month named, not only as a day.
_OF_LONG, _LONG = ("told-month", "told-year", "since-told"), ("month", "day")
_WEEKS = ("week", "weekend")  # days later are counted from these, not from months
_NEAR = 200  # code points, a sentence or two
_LEAD = 300  # the dateline's date gives way to the weekday of the first sentences
_DATES = ("day-month", None)
_DAYS_OF_WEEKS = 20  # counts as long as this are not counted from a day alone


@dataclass(frozen=True, slots=True)
class _Named:
    """The time named last, the day named last, the day of which the article tells first."""

    time: TimeWords | None = None
    day: TimeWords | None = None
    lead: TimeWords | None = None


def tie_times(
    times: Sequence[TimeWords], last: TimeWords | None
) -> tuple[tuple[TimeWords, ...], TimeWords | None]:
    """Return the times with their anchors and the time from which the next ones count.

    That one has the day named last as its anchor, and this the article's first day.
    """
    if not times:
        return (), last
    named = _unchain(last)
    tied: list[TimeWords] = []
    here: TimeWords | None = None
    for words in times:
        if words.rule and words.rule.startswith(_BEFORE) and _is_told_of_long_ago(tied):
            tied.append(replace(words, rule=None, arguments=()))
            continue
        if words.rule in _COUNTED:
            tied.append(replace(words, anchor=_anchor(words, named)))
            continue
        tied.append(words)
        if words.extent != "within" or not (words.earliest or words.offset_days or words.rule):
            continue
        day = words if _is_day(words) and not (here and _is_aside(words)) else None
        here = here or day
        named = _Named(words, day or named.day, _lead(named.lead, day))
    return tuple(tied), _chain(named)


def _is_told_of_long_ago(times: Sequence[TimeWords]) -> bool:
    """True behind "in 2015", "last month": "before the end of the month" is not of this one."""
    return any(
        words.earliest is not None
        or (words.offset_days is not None and words.offset_days[1] < -_WEEK)
        or (words.precision in ("month", "year") and any(n < 0 for n in words.arguments))
        for words in times
    )


def _anchor(words: TimeWords, named: _Named) -> TimeWords | None:
    if words.rule == _TOLD and any(words.arguments):  # "bir gün önce"
        return named.lead
    if words.rule == _TOLD:
        near = named.day is not None and words.span.start - named.day.span.end <= _NEAR
        return named.day if near and not _lies_ahead(named.day) else named.lead
    if words.rule == "apart" and named.time is not None and _is_day(named.time):
        return named.time  # "the visit last Wednesday, two days after they met"
    long = any(abs(days) >= _DAYS_OF_WEEKS for days in words.arguments)
    wide = words.rule in _OF_LONG and named.time is not None and named.time.precision in _LONG
    week = named.time is not None and named.time.rule in _WEEKS
    return named.time if long or wide or week else named.day or named.time


def _lead(lead: TimeWords | None, day: TimeWords | None) -> TimeWords | None:
    """Return the first day of the article; that of a dateline gives way to a weekday behind it."""
    if day is None or _lies_ahead(day):
        return lead
    if lead is None:
        return day
    weekday = lead.offset_days is None and lead.rule in _DATES and not _is_date(day)
    return day if weekday and day.span.start - lead.span.end <= _LEAD else lead


def _is_date(words: TimeWords) -> bool:
    return words.offset_days is None and words.rule in _DATES


def _is_day(words: TimeWords) -> bool:
    return words.precision == "day"


def _is_aside(words: TimeWords) -> bool:
    """True for "last Friday" behind a day of the same sentence: it is told beside that."""
    return words.rule == "weekday" and words.arguments[1] < 0


def _lies_ahead(words: TimeWords | None) -> bool:
    """True for "tomorrow", "next Friday"."""
    if words is None:
        return False
    if words.offset_days is not None:
        return words.offset_days[1] > 0
    return words.rule == "weekday" and words.arguments[1] > 0


def _chain(named: _Named) -> TimeWords | None:
    if named.time is None:
        return None
    lead = replace(named.lead, anchor=None) if named.lead is not None else None
    day = replace(named.day, anchor=lead) if named.day is not None else None
    return replace(named.time, anchor=day)


def _unchain(last: TimeWords | None) -> _Named:
    day = last.anchor if last is not None else None
    lead = day.anchor if day is not None else None
    return _Named(_plain(last), _plain(day), _plain(lead))


def _plain(words: TimeWords | None) -> TimeWords | None:
    return replace(words, anchor=None) if words is not None else None
