"""A time in words: as resolved, and from what.

In:  `When`, a reader's `Words`. Out: `Parts`.
"""

from kg.model.day import Day
from kg.query import messages as m
from kg.query.when import When
from kg.query.words import Part, Parts, Words, compose, day_part, text_part


def time_words(words: Words, when: When | None) -> Parts:
    """Return when, in words: "9 April 2025", "some day from … to …", "without a date"."""
    if when is None:
        return (text_part(words, m.UNPLACED),)
    if when.earliest or when.latest:
        return _bounds(words, when, when.earliest, when.latest)
    if when.basis == "inferred":
        return (text_part(words, m.BEFORE_PUBLICATION),)
    if when.offset is not None:
        return _offset(words, when)
    return (text_part(words, m.UNPLACED),)


def time_origin(words: Words, when: When | None, published: Day | None) -> Parts:
    """Return from what the time was worked out; () when nothing was."""
    if when is None:
        return ()
    if when.source == "statement":
        return (text_part(words, m.FROM_STATEMENT),)
    if when.source == "meeting":
        return (text_part(words, m.FROM_MEETING),)
    match when.basis:
        case "explicit":
            return (text_part(words, m.FROM_EXPLICIT),)
        case "inferred":
            return (text_part(words, m.FROM_PUBLICATION),)
        case "unresolved":
            return (text_part(words, m.FROM_NOTHING),)
    if published is None:
        return (text_part(words, m.FROM_OFFSET),)
    return compose(words, m.FROM_RELATIVE, day=day_part(words, published))


def words_as_written(when: When | None) -> Part | None:
    """Return the article's own words for the time; None when it has none."""
    if when is None or when.text is None:
        return None
    return Part(text=when.text, role="words", language=when.language)


def _bounds(words: Words, when: When, first: Day | None, last: Day | None) -> Parts:
    if first is not None and last is not None:
        whole = _whole_period(words, when, first, last)
        if whole is not None:
            return (whole,)
        text = m.THROUGHOUT if when.extent == "throughout" else m.WITHIN
        return compose(words, text, first=day_part(words, first), last=day_part(words, last))
    if last is not None:
        text = m.NOT_AFTER if when.basis == "inferred" else m.UNTIL
        return compose(words, text, last=day_part(words, last))
    return compose(words, m.SINCE, first=day_part(words, first)) if first else ()


def _whole_period(words: Words, when: When, first: Day, last: Day) -> Part | None:
    """A single day, or exactly the month or year that the words name."""
    if first == last:
        return day_part(words, first)
    starts, ends = first.day == 1, last.plus(1).day == 1
    if when.precision == "month" and starts and ends and (first.month == last.month):
        return day_part(words, first, "month") if first.year == last.year else None
    if when.precision == "year" and starts and ends and first.year == last.year:
        return day_part(words, first, "year") if (first.month, last.month) == (1, 12) else None
    return None


def _offset(words: Words, when: When) -> Parts:
    first, last = when.offset or (None, None)
    if first is None or last is None or first == last:
        known = first if first is not None else last
        return (_days(words, known or 0),)
    text = m.THROUGHOUT if when.extent == "throughout" else m.WITHIN
    return compose(words, text, first=_days(words, first), last=_days(words, last))


def _days(words: Words, offset: int) -> Part:
    if offset == 0:
        return text_part(words, m.ON_PUBLICATION)
    text = m.DAYS_BEFORE if offset < 0 else m.DAYS_AFTER
    return text_part(words, text, n=abs(offset))
