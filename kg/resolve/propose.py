"""May two events that different articles tell be one and the same? A score, and why.

In:  two events, each as one article tells it. Out: a Proposal, or None. Symmetric: the order of the
two does not matter. Nothing is merged by itself; a person decides.
Principles.
* Events of one article, of different kinds, on days that exclude one another, in known places that
  do not hold one another, or with a party that the other account rules out, are not proposed.
* Meetings: who met, when and where. Accounts that contradict one another on the status, or of which
  one denies the meeting, may speak of the same one; they are proposed with that objection.
* Red lines: who draws it against whom, in which words. Words are compared in one language only.
* Statements, of which one speaker makes many in a day: only with words in common; across languages
  only with the same act and listeners and about the same.
A score is the sum of what speaks for it less what speaks against it, and has to reach a threshold.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from kg.model.iri import is_article_local
from kg.model.proposal import Objection, Proposal, Reason
from kg.resolve.propose_parties import Line, may_meet, pair_parties
from kg.resolve.shingles import numbered, resemblance
from kg.vocabulary import Language

EventKind = Literal["meeting", "redline", "statement"]

DAYS_APART = 1  # "yesterday" and "Wednesday" of two reports often miss each other by a day
MOST_DAYS = 7  # a time of more days than these places an event nowhere in particular
DAYS_BEFORE_PUBLICATION = 2  # without a day of its own, an event is told not long after it

_REASONS: tuple[Reason, ...] = get_args(Reason)
_ALL_OBJECTIONS: tuple[Objection, ...] = get_args(Objection)
_THRESHOLD: Mapping[EventKind, float] = {"meeting": 0.5, "redline": 0.6, "statement": 0.6}
_SAME_WORDS, _SIMILAR_WORDS, _OTHER_WORDS = 0.6, 0.25, 0.05
_WEIGHTS: Mapping[EventKind, Mapping[Reason, float]] = {
    "meeting": {
        "same-parties": 0.45,
        "same-sides": 0.35,
        "same-day": 0.3,
        "near-day": 0.2,
        "same-place": 0.2,
        "compatible-place": 0.1,
        "same-words": 0.15,
        "similar-words": 0.1,
    },
    "redline": {
        "same-parties": 0.35,
        "same-sides": 0.25,
        "same-listeners": 0.15,
        "same-day": 0.2,
        "near-day": 0.1,
        "same-words": 0.4,
        "similar-words": 0.25,
        "same-subject": 0.15,
    },
    "statement": {
        "same-parties": 0.3,
        "same-sides": 0.15,
        "same-listeners": 0.1,
        "same-day": 0.15,
        "near-day": 0.1,
        "same-words": 0.45,
        "similar-words": 0.25,
        "same-subject": 0.15,
    },
}
_OBJECTIONS: Mapping[Objection, float] = {
    "different-status": 0.1,
    "different-act": 0.1,
    "different-listeners": 0.15,
    "different-words": 0.2,
    "one-denies": 0.1,
    "party-missing": 0.2,
    "party-unknown": 0.15,
    "day-guessed": 0.05,
}
_PLAIN_ACTS = frozenset({"asserts", "announces", "describes"})
_TOOK_PLACE = frozenset({"held", "ongoing"})


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFacts:
    """An event as one article tells it.

    `parties` and `listeners` are lines (kg.resolve.propose_parties), `place` the line of the place,
    () when not told. `first` and `last` are day numbers, inclusive; both None when no day is known
    or too many are. `guessed`: the days follow from the publication alone. `subjects` are IRIs that
    it is about. `runs` are those of its words in `language` (kg.resolve.shingles.digested).
    """

    iri: str
    article: str
    kind: EventKind
    language: Language
    parties: tuple[Line, ...]
    listeners: tuple[Line, ...] = ()
    place: Line = ()
    first: int | None = None
    last: int | None = None
    guessed: bool = False
    status: str | None = None
    act: str | None = None
    denied: bool = False
    incomplete: bool = False
    subjects: frozenset[str] = frozenset()
    runs: bytes = b""


@dataclass(slots=True)
class _Case:
    """What was found to speak for and against one pair."""

    kind: EventKind
    reasons: set[Reason] = field(default_factory=set)
    objections: set[Objection] = field(default_factory=set)

    def score(self) -> float:
        weights = _WEIGHTS[self.kind]
        found = sum(weights[r] for r in self.reasons) - sum(_OBJECTIONS[o] for o in self.objections)
        return round(min(1.0, max(0.0, found)), 2)


def propose(a: EventFacts, b: EventFacts) -> Proposal | None:
    """Return the proposal that the two are one, None when they are not worth a look."""
    if a.kind != b.kind or a.article == b.article or not may_meet(a.parties, b.parties):
        return None
    if not _near(a, b):
        return None
    case = _Case(a.kind)
    judge = _meeting if a.kind == "meeting" else _redline if a.kind == "redline" else _statement
    if not judge(a, b, case):  # before the rest: nearly all pairs end here
        return None
    _days(a, b, case)
    score = case.score()
    if score < _THRESHOLD[a.kind]:
        return None
    one, other = sorted((a.iri, b.iri))
    return Proposal(
        one=one,
        other=other,
        score=score,
        reasons=tuple(r for r in _REASONS if r in case.reasons),
        objections=tuple(o for o in _ALL_OBJECTIONS if o in case.objections),
    )


# What all kinds share; each judge returns False where the two exclude one another


def _near(a: EventFacts, b: EventFacts) -> bool:
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return False
    return max(a.first, b.first) - min(a.last, b.last) <= DAYS_APART


def _days(a: EventFacts, b: EventFacts, case: _Case) -> None:
    single = a.first == a.last == b.first == b.last
    if a.guessed or b.guessed:
        case.objections.add("day-guessed")
    case.reasons.add("same-day" if single else "near-day")


def _places(a: EventFacts, b: EventFacts, case: _Case) -> bool:
    if not a.place or not b.place:
        return True
    if a.place[0] == b.place[0]:
        case.reasons.add("same-place")
        return True
    if a.place[0] in b.place or b.place[0] in a.place:
        case.reasons.add("compatible-place")
        return True
    return any(len(p) == 1 and is_article_local(p[0]) for p in (a.place, b.place))


def _words(a: EventFacts, b: EventFacts, case: _Case) -> float | None:
    """Return how alike the words are; None when they cannot be compared."""
    if a.language != b.language or not a.runs or not b.runs:
        return None
    alike = resemblance(numbered(a.runs), numbered(b.runs))
    if alike >= _SAME_WORDS:
        case.reasons.add("same-words")
    elif alike >= _SIMILAR_WORDS:
        case.reasons.add("similar-words")
    return alike


def _listeners(a: EventFacts, b: EventFacts, case: _Case) -> None:
    if a.listeners and b.listeners:
        paired = pair_parties(a.listeners, b.listeners)
        if paired.sure:
            case.reasons.add("same-listeners")
        elif not paired.unknown:
            case.objections.add("different-listeners")


def _one_party(a: EventFacts, b: EventFacts, case: _Case) -> bool:
    """Whoever speaks must be the same, or of one side."""
    paired = pair_parties(a.parties, b.parties)
    if not paired.sure or paired.left:
        return False
    case.reasons.add("same-parties" if paired.same else "same-sides")
    return True


# Kinds


def _meeting(a: EventFacts, b: EventFacts, case: _Case) -> bool:
    paired = pair_parties(a.parties, b.parties)
    if not paired.sure or paired.unknown > 1 or not _left_is_told_less(a, b, paired.left):
        return False
    whole = not paired.sides and not paired.unknown
    case.reasons.add("same-parties" if whole else "same-sides")
    if paired.left or a.incomplete or b.incomplete:
        case.objections.add("party-missing")
    if paired.unknown:
        case.objections.add("party-unknown")
    if a.denied != b.denied:
        case.objections.add("one-denies")
    if a.status != b.status and not {a.status, b.status} <= _TOOK_PLACE:
        case.objections.add("different-status")
    _words(a, b, case)
    return _places(a, b, case)


def _left_is_told_less(a: EventFacts, b: EventFacts, left: int) -> bool:
    """A party may be missing only from an account that says itself that it is incomplete."""
    if not left:
        return True
    shorter = a if len(a.parties) < len(b.parties) else b
    return shorter.incomplete and left == abs(len(a.parties) - len(b.parties))


def _redline(a: EventFacts, b: EventFacts, case: _Case) -> bool:
    if not _one_party(a, b, case):
        return False
    _listeners(a, b, case)
    if a.subjects & b.subjects:
        case.reasons.add("same-subject")
    alike = _words(a, b, case)
    if alike is not None and alike < _OTHER_WORDS:
        case.objections.add("different-words")
    return True


def _statement(a: EventFacts, b: EventFacts, case: _Case) -> bool:
    alike = _words(a, b, case)
    if (alike is not None and alike < _SIMILAR_WORDS) or not _one_party(a, b, case):
        return False
    _listeners(a, b, case)
    shared = a.subjects & b.subjects
    if shared and len(shared) * 2 >= len(a.subjects | b.subjects):
        case.reasons.add("same-subject")
    if a.act != b.act and not {a.act, b.act} <= _PLAIN_ACTS:
        case.objections.add("different-act")
    return alike is not None or (
        a.act == b.act
        and a.act not in _PLAIN_ACTS
        and {"same-parties", "same-listeners", "same-subject"} <= case.reasons
    )
