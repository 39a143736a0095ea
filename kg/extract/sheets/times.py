"""The time of a row in a claim sheet: the article's words, and days where the row gives them.

In:  a row and its words. Out: `GivenTime`; once the words are resolved, a `TimeSpan` or a sentence
that says where row and words disagree. Days without words are refused before: a claim's time is
what the article says.
"""

from dataclasses import dataclass
from typing import get_args

from kg.extract.segment import segment
from kg.extract.times.finder import find_times
from kg.model.day import Day
from kg.model.said import Said, excerpt
from kg.model.sheet import SheetRow
from kg.model.span import Span
from kg.model.timespan import TimeSpan, TimeWords
from kg.vocabulary import Basis, Extent, Language, Precision, Tense

_TENSES: dict[str, Tense] = {
    "held": "past",
    "ongoing": "present",
    "planned": "future",
    "proposed": "future",
    "postponed": "future",
    "cancelled": "none",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenTime:
    """What a row says of its time. `words` are None when no time was read in them, or for none."""

    row: int
    text: str | None
    words: TimeWords | None
    start: Day | None
    end: Day | None
    precision: Precision | None
    extent: Extent | None
    basis: Basis | None
    offset: tuple[int, int] | None
    tense: Tense

    @property
    def dated(self) -> bool:
        """True when the row names a day."""
        return self.start is not None or self.end is not None


def read_given(row: SheetRow, language: Language) -> GivenTime | None:
    """Return what a row says of its time, None for nothing. Its cells are checked already."""
    text = row.get("time") or None
    basis = row.choice("basis", get_args(Basis))
    if text is None and basis is None:
        return None
    offset = (row.get("offset_first"), row.get("offset_last"))
    return GivenTime(
        row=row.number,
        text=text,
        words=_words(text, language) if text else None,
        start=_day(row.get("start")),
        end=_day(row.get("end")),
        precision=row.choice("precision", get_args(Precision)),
        extent=row.choice("extent", get_args(Extent)),
        basis=basis,
        offset=(int(float(offset[0])), int(float(offset[1]))) if all(offset) else None,
        tense=row.choice("tense", get_args(Tense)) or _tense(row),
    )


def settle(given: GivenTime, computed: TimeSpan | None) -> TimeSpan:
    """Return the time of a row. `computed` is what its words resolve to.

    Raises ValueError, as a sentence, where the row gives other days than its words.
    """
    if given.basis is not None:
        return _as_told(given, given.basis)
    if computed is None or computed.basis == "unresolved":
        return _as_told(given, "explicit" if given.dated else "unresolved")
    days = (given.start, given.end or given.start)
    known = (computed.earliest, computed.latest)
    if not given.dated or days == known:
        return computed
    if None in known and computed.basis != "explicit":
        raise ValueError(
            Said(
                "'%(words)s' counts from the day of publication. Give that in `published`, and the "
                "days follow; or write how they were found in `basis`.",
                words=excerpt(given.text or ""),
            )
        )
    raise ValueError(
        Said(
            "'%(words)s' means %(first)s to %(last)s here, the row says %(start)s to %(end)s. "
            "Leave the days out, or write in `basis` how they were found.",
            words=excerpt(given.text or ""),
            first=_told(known[0]),
            last=_told(known[1]),
            start=_told(days[0]),
            end=_told(days[1]),
        )
    )


def _as_told(given: GivenTime, basis: Basis) -> TimeSpan:
    start, end = given.start, given.end
    if end is None and basis == "explicit" and start is not None and given.precision != "interval":
        end = start
    if start and end and end < start:
        told = Said(
            "the last day, %(end)s, comes before the first, %(start)s.",
            end=str(end),
            start=str(start),
        )
        raise ValueError(told)
    precision = given.precision
    if precision is None and basis not in ("unresolved", "inferred"):
        precision = "day" if start == end else "interval"
    return TimeSpan(
        text=given.text,
        earliest=start,
        latest=end,
        precision=precision,
        extent=given.extent or "within",
        basis=basis,
        offset_days=given.offset,
        tense=given.tense,
    )


def _told(day: Day | None) -> str:
    return str(day) if day else Said("unknown")


def _words(text: str, language: Language) -> TimeWords | None:
    """Return the time that the words are, when there is exactly one in them."""
    found = [w for s in segment(text, language, title=None) for w in find_times(s, language)]
    return found[0] if len(found) == 1 else None


def _tense(row: SheetRow) -> Tense:
    return _TENSES.get(row.get("status"), "past")


def _day(cell: str) -> Day | None:
    return Day.parse(cell) if cell else None


def as_words(index: int, span: Span) -> TimeWords:
    """Return words that stand for the row's time number `index` until it is settled."""
    return TimeWords(span=span, text="", precision="day", rule="given", arguments=(index,))
