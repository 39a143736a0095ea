"""What is asked of the index, and the slots that fit.

In:  `Criteria`, a `View` of the index. Out: `Chosen`: the tellings and events that fit.
"""

from dataclasses import dataclass, replace

from kg.index.tied import TieKey, events_tied
from kg.index.view import View

# Days are compared bit by bit: 26 sets hold the binary digits of every telling's day.
DAY_DIGITS = 26
DAY_ZERO = 1 << (DAY_DIGITS - 1)
_TRIGRAM = 3


@dataclass(frozen=True, slots=True)
class Key:
    """A value of a dimension; `named`: also those that end in "/" and the value."""

    dimension: str
    value: str
    named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Criteria:
    """All of these must hold for one telling; `of_event` and `ties` for its event.

    `keys` and `of_event` by the name of the filter that asks: one of each will do, as of the ties;
    `first` and `last` are inclusive days; `phrase` are folded words that stand together, `words`
    are to be found anywhere.
    """

    keys: tuple[tuple[str, tuple[Key, ...]], ...] = ()
    of_event: tuple[tuple[str, tuple[Key, ...]], ...] = ()
    ties: tuple[TieKey, ...] = ()
    first: int | None = None
    last: int | None = None
    phrase: str | None = None
    words: tuple[str, ...] = ()

    @property
    def has_days(self) -> bool:
        """True when a time is asked for."""
        return self.first is not None or self.last is not None

    @property
    def anything(self) -> bool:
        """True when everything fits."""
        return self == Criteria()

    def without(self, *names: str) -> "Criteria":
        """Return the same without the filters of these names ("a+b" needs both)."""
        gone = set(names)
        return replace(
            self,
            keys=tuple(pair for pair in self.keys if not gone & set(pair[0].split("+"))),
            of_event=tuple(pair for pair in self.of_event if pair[0] not in gone),
        )

    def asked(self, name: str) -> tuple[Key, ...]:
        """Return what the filter of this name asks for: any of these; nothing when it does not."""
        return dict(self.keys).get(name, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """`tellings` and `events` that fit; `candidates` are events that fit in all but their time."""

    tellings: int
    events: int
    candidates: int


def choose(view: View, criteria: Criteria) -> Chosen:
    """Return what fits."""
    fitting = view.tellings
    for _, options in criteria.keys:
        fitting &= _any(view, options)
    if criteria.phrase is not None:
        fitting &= _with_phrase(view, criteria.phrase)
    for word in criteria.words:
        fitting &= _with_phrase(view, word)
    if criteria.ties or criteria.of_event:
        wanted = events_tied(view, criteria.ties) if criteria.ties else view.events
        for _, options in criteria.of_event:
            wanted &= _any(view, options)
        fitting &= view.tellings_of(wanted)
    timed = fitting & _in_days(view, criteria) if criteria.has_days else fitting
    return Chosen(tellings=timed, events=view.events_of(timed), candidates=view.events_of(fitting))


def _any(view: View, options: tuple[Key, ...]) -> int:
    """Return the slots that have one of these values."""
    held = 0
    for key in options:
        held |= view.keyed(key.dimension, key.value, named=key.named)
    return held


def day_keys(name: str, day: int) -> list[tuple[str, str]]:
    """Return the keys that hold the binary digits of a day."""
    number = min(max(day + DAY_ZERO, 0), 2 * DAY_ZERO - 1)
    return [(name, ""), *((name, str(d)) for d in range(DAY_DIGITS) if number >> d & 1)]


def _in_days(view: View, criteria: Criteria) -> int:
    timed = view.keyed("timed")
    if criteria.first is not None:
        timed &= ~(view.keyed("end") & _below(view, "end", criteria.first))
    if criteria.last is not None:
        start = view.keyed("start")
        timed &= ~(start & ~_below(view, "start", criteria.last + 1))
    return timed


def _below(view: View, name: str, day: int) -> int:
    """Tellings whose day is before `day` (those without a day too: ask for them apart)."""
    number = day + DAY_ZERO
    if number <= 0:
        return 0
    if number >= 2 * DAY_ZERO:
        return view.tellings
    below, equal = 0, view.tellings
    for digit in reversed(range(DAY_DIGITS)):
        ones = view.keyed(name, str(digit))
        if number >> digit & 1:
            below |= equal & ~ones
            equal &= ones
        else:
            equal &= ~ones
    return below


def _with_phrase(view: View, phrase: str) -> int:
    query = "SELECT group_concat(rowid) FROM words WHERE"
    if len(phrase) >= _TRIGRAM:
        found = view.slots(f"{query} words MATCH ?", (quoted(phrase),))
    else:
        text = "said || char(10) || names || char(10) || around"
        found = view.slots(f"{query} instr({text}, ?) > 0", (phrase,))
    return found & view.tellings


def quoted(phrase: str) -> str:
    """Return a phrase as the full-text search takes it, whatever signs are in it."""
    doubled = phrase.replace('"', '""')
    return f'"{doubled}"'
