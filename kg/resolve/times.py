"""Give time words their days, once the day of publication is known or known to be missing.

In:  `TimeWords`, the day of publication or None, the tense of the clause they stand in.
Out: a `TimeSpan`. Nothing here reads a clock: without a day of publication what depends on it stays
relative, with its offset where it has one and without bounds.
Basis: explicit (the words name the days), relative (counted from publication), unresolved (words
that name no day anybody could find), inferred (no words; the past is not after publication).
"""

from dataclasses import replace

from kg.model.calendar import month_bounds, year_bounds
from kg.model.day import Day
from kg.model.draft import DraftMeeting, Drafts, DraftStatement
from kg.model.timespan import TimeSpan, TimeWords
from kg.resolve.calendar import Bounds, rule_bounds
from kg.vocabulary import Basis, Tense

COUNTED_FROM_LAST = (
    *("anchored", "apart", "told", "since-told"),
    *("told-week", "told-month", "told-year"),
)

_WEEK = 7
_FEW_DAYS = 2


def resolve_time(words: TimeWords | None, published: Day | None, tense: Tense) -> TimeSpan | None:
    """Return the span the words denote; None for no words."""
    if words is None:
        return None
    if words.earliest or words.latest:
        return _span(words, "explicit", _closed(words, published, tense), tense)
    if words.offset_days:
        first, last = words.offset_days
        bounds = (published.plus(first), published.plus(last)) if published else (None, None)
        return _span(words, "relative", bounds, tense)
    if words.rule in COUNTED_FROM_LAST:
        return _from_anchor(words, published, tense)
    if words.rule:
        return _by_rule(words, words.rule, published, tense)
    return _span(words, "unresolved", (None, None), tense)


def told_ahead(drafts: Drafts, published: Day | None) -> Drafts:
    """Return the drafts with meetings told in the present that are still to come as planned.

    "The commission meets on 28 July", published on 23 July.
    """
    if published is None:
        return drafts
    ahead = {m.key for m in drafts.meetings if _is_ahead(m, published)}
    if not ahead:
        return drafts
    meetings = tuple(
        replace(m, status="planned", commitment="anticipates") if m.key in ahead else m
        for m in drafts.meetings
    )
    return replace(
        drafts,
        meetings=meetings,
        statements=tuple(_anticipating(s, ahead) for s in drafts.statements),
    )


def _is_ahead(draft: DraftMeeting, published: Day) -> bool:
    told = draft.status == "held" and draft.commitment == "asserts" and draft.time is not None
    if not told or draft.time is None:
        return False
    span = resolve_time(draft.time.words, published, draft.time.tense)
    return span is not None and span.earliest is not None and span.earliest > published


def _anticipating(draft: DraftStatement, ahead: set[int]) -> DraftStatement:
    conveys = tuple(
        replace(c, commitment="anticipates") if c.key in ahead else c for c in draft.conveys
    )
    return replace(draft, conveys=conveys)


def inferred_before(published: Day | None) -> TimeSpan:
    """Return the time of something past that no words date: not after publication."""
    return TimeSpan(
        text=None,
        earliest=None,
        latest=published,
        precision=None,
        extent="within",
        basis="inferred",
        tense="past",
    )


def retime(span: TimeSpan, words: TimeWords | None, published: Day | None) -> TimeSpan:
    """Compute a span again for another day of publication.

    `words` are those found again in `span.text`. A span without words is inferred anew; one whose
    words are found no more stays as it is.
    """
    if span.basis == "inferred":
        return replace(inferred_before(published), tense=span.tense)
    if words is not None and words.rule in COUNTED_FROM_LAST:
        return _moved(span, published)
    return resolve_time(words, published, span.tense) or span


def _from_anchor(words: TimeWords, published: Day | None, tense: Tense) -> TimeSpan:
    """Count from the time named last; days from publication are noted where that depends on it."""
    told: Tense = tense if tense in ("present", "future") else "past"
    anchor = resolve_time(words.anchor, published, told) if words.anchor is not None else None
    if words.rule == "told" and published is not None:
        if _means_today(anchor, published, tense):
            return _of_publication(words, published, tense)
        if tense == "future" and anchor is not None and _is_far(anchor, published):
            anchor = None
    if anchor is None or anchor.earliest is None or anchor.latest is None:
        return _span(words, "unresolved", (None, None), tense)
    earliest, latest = _counted(words, anchor.earliest, anchor.latest, published)
    span = _span(words, "relative", (earliest, latest), tense)
    if anchor.basis == "explicit" or published is None:
        return span
    offset = (earliest.ordinal - published.ordinal, latest.ordinal - published.ordinal)
    return replace(span, offset_days=offset)


def _of_publication(words: TimeWords, published: Day, tense: Tense) -> TimeSpan:
    first, last = words.arguments
    bounds = published.plus(first), published.plus(last)
    return _span(replace(words, offset_days=(first, last)), "relative", bounds, tense)


def _means_today(anchor: TimeSpan | None, published: Day, tense: Tense) -> bool:
    """True without a day named before, and for what is to come "in the evening" behind one past."""
    if anchor is None or tense != "future":
        return anchor is None
    return anchor.latest is not None and anchor.latest < published


def _is_far(anchor: TimeSpan, published: Day) -> bool:
    """True for a day that "in the evening" of what is to come can hardly mean."""
    day = anchor.earliest
    return day is not None and day.ordinal - published.ordinal > _FEW_DAYS


def _counted(words: TimeWords, first: Day, last: Day, published: Day | None) -> tuple[Day, Day]:
    """Return the days that words mean from those of the time named last, as their rule has it."""
    on, until = words.arguments
    match words.rule:
        case "since-told":
            return first, max(first, published) if published else last
        case "told-week":
            if last.ordinal - first.ordinal >= _WEEK - 1:  # "last week", wherever it begins
                return first.plus(_WEEK * on), last.plus(_WEEK * on)
            monday = first.plus(_WEEK * on - first.weekday)
            return monday, monday.plus(_WEEK - 1)
        case "told-month":
            ends = month_bounds(last.year, last.month + on)[1]
            return month_bounds(first.year, first.month + on)[0], ends
        case "told-year":
            return year_bounds(first.year + on)
    return first.plus(on), last.plus(until)


def _moved(span: TimeSpan, published: Day | None) -> TimeSpan:
    """Move a span that was counted from publication to another day of publication."""
    if span.offset_days is None:
        return span
    first, last = span.offset_days
    if published is None:
        return replace(span, earliest=None, latest=None)
    return replace(span, earliest=published.plus(first), latest=published.plus(last))


def _by_rule(words: TimeWords, rule: str, published: Day | None, tense: Tense) -> TimeSpan:
    if published is None:
        return _span(words, "relative", (None, None), tense)
    bounds = rule_bounds(rule, words.arguments, published, tense)
    return _span(words, "unresolved" if bounds == (None, None) else "relative", bounds, tense)


def _closed(words: TimeWords, published: Day | None, tense: Tense) -> Bounds:
    """Close an open side at publication: "since 2011", and "by 2030" of what is to come."""
    earliest, latest = words.earliest, words.latest
    if published and earliest and latest is None and earliest <= published:
        return earliest, published
    if published and latest and earliest is None and tense == "future" and published <= latest:
        return published, latest
    return earliest, latest


def _span(words: TimeWords, basis: Basis, bounds: Bounds, tense: Tense) -> TimeSpan:
    earliest, latest = bounds
    return TimeSpan(
        text=words.text,
        earliest=earliest,
        latest=latest,
        precision=None if basis == "unresolved" else words.precision,
        extent=words.extent,
        basis=basis,
        offset_days=words.offset_days,
        tense=tense,
    )
