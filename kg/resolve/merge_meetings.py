"""Join the meetings of an article that are one.

In:  draft meetings without pointers, the names of their parties. Out: the meetings that stay, and
for the others the key of the one that has them. The rules stand at the head of `kg.resolve.merge`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from kg.model.draft import DraftMeeting, mentions_of
from kg.model.mention import Mention
from kg.model.timespan import TimeWords
from kg.resolve.agreement import is_same
from kg.vocabulary import MeetingStatus

NameOf = Callable[[Mention], str]
_REFERENCE_REACH = 6


@dataclass(slots=True)
class _Group:
    """Tellings of one meeting, in the order of the text."""

    tellings: list[DraftMeeting] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    sides: set[str] = field(default_factory=set)
    place: str | None = None
    time: tuple[object, ...] | None = None
    series: bool = False
    sitting: bool = False
    done: bool = False  # told as held
    ahead: bool = False  # told as planned


def merge_meetings(
    drafts: Sequence[DraftMeeting], name_of: NameOf
) -> tuple[list[DraftMeeting], dict[int, int]]:
    """Return one draft for each meeting with a known party, in order, and where the rest went."""
    merger = _Merger(name_of)
    for draft in drafts:
        merger.add(draft)
    merged: list[DraftMeeting] = []
    keys: dict[int, int] = {}
    for group in merger.groups:
        if group.names:
            one = _join(group, name_of)
            merged.append(one)
            keys |= {t.key: one.key for t in group.tellings}
    return sorted(merged, key=lambda m: (m.evidence[0], m.key)), keys


class _Merger:
    def __init__(self, name_of: NameOf) -> None:
        self.name_of = name_of
        self.groups: list[_Group] = []
        self.last: _Group | None = None
        self.waiting: list[DraftMeeting] = []  # headings that name no party

    def add(self, draft: DraftMeeting) -> None:
        group = self._find(draft)
        if group is None:
            if not draft.participants:
                if draft.heading and draft.definite:
                    self.waiting.append(draft)
                return
            group = _Group()
            self.groups.append(group)
        for heading in self.waiting:
            if draft.sentence - heading.sentence <= 2 and not draft.heading:
                group.tellings.append(heading)
        self.waiting = [h for h in self.waiting if draft.heading]
        self._put(group, draft)
        self.last = group

    def _put(self, group: _Group, draft: DraftMeeting) -> None:
        group.tellings.append(draft)
        group.names |= {self.name_of(p) for p in mentions_of(draft.participants)}
        group.sides |= _sides(draft, self.name_of)
        group.place = group.place or _place(draft)
        group.time = group.time or _meaning(draft)
        group.series = group.series or _goes_on(draft)
        group.sitting = group.sitting or _is_sitting(draft)
        group.done = group.done or (draft.status == "held" and not draft.heading)
        group.ahead = group.ahead or draft.status in ("planned", "proposed")

    def _find(self, draft: DraftMeeting) -> _Group | None:
        if draft.fresh and not draft.heading and not draft.pointing:
            return self._again(draft)
        if not draft.participants:
            return self._referred(draft)
        fitting = [g for g in reversed(self.groups) if self._fits(draft, g)]
        return max(fitting, key=lambda g: self._nearness(draft, g), default=None)

    def _nearness(self, draft: DraftMeeting, group: _Group) -> tuple[bool, bool]:
        """Return how well the place and the status agree; of equals the one named last counts."""
        place = _place(draft)
        held = draft.status == "held" and not draft.heading
        return place is not None and place == group.place, held == group.done

    def _again(self, draft: DraftMeeting) -> _Group | None:
        """A "new round" told twice is one: only a telling just as fresh can be the same."""
        for group in reversed(self.groups):
            over = (
                group.done and not group.ahead and draft.status != "held"
            )  # the third, the fourth
            fresh = any(t.fresh for t in group.tellings) and not over
            if fresh and self._fits(draft, group):
                return group
        return None

    def _referred(self, draft: DraftMeeting) -> _Group | None:
        """Return the meeting that "the talks" or "the Geneva meeting" means."""
        place = _place(draft)
        if place is not None:
            same = [g for g in reversed(self.groups) if g.place == place]
            if same:
                return same[0]
        if self.last is None or not draft.definite or draft.heading:
            return None
        put_off = draft.status in ("postponed", "cancelled") and draft.rule.endswith("/tr")
        if put_off and not self.last.ahead:
            return None  # what was held was not put off; others say "held" of a round to come too
        if draft.undone_by is not None and not _is_theirs(draft.undone_by, self.last):
            return None
        far = draft.sentence - self.last.tellings[-1].sentence > _REFERENCE_REACH
        if far or (place is not None and self.last.place not in (None, place)):
            return None
        return self.last

    def _fits(self, draft: DraftMeeting, group: _Group) -> bool:
        if not self._same_parties(draft, group):
            return False
        place, time = _place(draft), _meaning(draft)
        if place and group.place and place != group.place:
            return False
        if time and group.time and time != group.time:
            return False
        if draft.pointing:
            return True
        if _is_call(draft) and group.place is not None:
            return False
        if (_goes_on(draft) and group.sitting) or (_is_sitting(draft) and group.series):
            return bool(place and place == group.place)
        return not self._another_day(draft, group)

    def _is_visit_for(self, draft: DraftMeeting, group: _Group) -> bool:
        """True for "visited Rome, where he met X": the visit is when and where they met."""
        last = group.tellings[-1]
        if draft.visit == last.visit or not (draft.visit or last.visit):
            return False
        if abs(draft.sentence - last.sentence) > 1 or not self._same_state(draft, last):
            return False
        visit, other = (draft, group.names) if draft.visit else (last, self._names(draft))
        visitor = next(iter(mentions_of(visit.participants)), None)
        return visitor is not None and self.name_of(visitor) in other

    def _same_state(self, draft: DraftMeeting, last: DraftMeeting) -> bool:
        """True for one status, and for a visit put off on which they were to meet."""
        visit, other = (draft, last) if draft.visit else (last, draft)
        off = visit.status in ("postponed", "cancelled") and other.status == "planned"
        return draft.status == last.status or (off and draft.sentence == last.sentence)

    def _names(self, draft: DraftMeeting) -> set[str]:
        return {self.name_of(p) for p in mentions_of(draft.participants)}

    def _another_day(self, draft: DraftMeeting, group: _Group) -> bool:
        """A meeting that was held and one that is planned are two, unless a time says otherwise."""
        if draft.heading or group.series or all(t.heading for t in group.tellings):
            return False
        time = _meaning(draft)
        if time and time == group.time:
            return False
        if draft.status in ("cancelled", "postponed") and not draft.definite:
            # "A session … was called off" is not the round that somebody offered.
            return all(t.status == "proposed" for t in group.tellings)
        ahead = draft.status in ("planned", "proposed")
        if ahead and group.done and not group.ahead:
            return not draft.definite
        return draft.status == "held" and group.ahead and not group.done and not draft.definite

    def _same_parties(self, draft: DraftMeeting, group: _Group) -> bool:
        names = self._names(draft)
        if self._is_visit_for(draft, group):
            return True
        if names < group.names and _is_between_two(draft, group):
            return False
        if names <= group.names or group.names <= names:
            return (
                len(names & group.names) > 1
                or draft.definite
                or draft.heading
                or (len(names) == 1 and len(group.names) == 1)
            )
        sides = _sides(draft, self.name_of)
        if draft.heading or all(t.heading for t in group.tellings):
            place = _place(draft)
            near = bool(sides & group.sides) and draft.sentence - group.tellings[-1].sentence <= 3
            there = place is not None and place == group.place
            return near and (there or sides <= group.sides or group.sides <= sides)
        mixed = _are_states(draft) or all(_are_states(t) for t in group.tellings)
        return mixed and len(sides) > 1 and (sides <= group.sides or group.sides <= sides)


def _is_theirs(who: Mention, group: _Group) -> bool:
    """True for a party, its state or ministry, or the state of the place they were to meet in."""
    parties = [p for t in group.tellings for p in mentions_of(t.participants)]
    if any(is_same(who, party) for party in parties):
        return True
    if not (who.person or who.side or who.gazetteer_id):  # "bakan", "bakanlık"
        return who.kind == "ministry" or who.role in {p.role for p in parties} - {None}
    places = [t.place for t in group.tellings if t.place is not None]
    return _top(who) is not None and _top(who) in {_top(p) for p in (*parties, *places)}


def _top(mention: Mention) -> str | None:
    return (mention.side or mention.gazetteer_id or "").partition(".")[0] or None


def _is_call(draft: DraftMeeting) -> bool:
    """True for an Arabic call: it is not the meeting that took place somewhere."""
    called = draft.rule.endswith("/ar") and not draft.face_to_face
    return called and not draft.definite and draft.place is None


def _is_between_two(draft: DraftMeeting, group: _Group) -> bool:
    """True for two people out of three or more who, as is told behind it, met by themselves."""
    parties = mentions_of(draft.participants)
    if len(parties) != 2 or draft.definite or draft.heading or len(group.names) < 3:
        return False
    if not all(p.human for p in parties):
        return False
    behind = draft.sentence > group.tellings[0].sentence
    return behind and not any(t.heading for t in group.tellings)


def _are_states(draft: DraftMeeting) -> bool:
    return all(
        p.kind == "state" or p.category == "adjective" for p in mentions_of(draft.participants)
    )


def _sides(draft: DraftMeeting, name_of: NameOf) -> set[str]:
    return {_side(p, name_of) for p in mentions_of(draft.participants)}


def _side(mention: Mention, name_of: NameOf) -> str:
    if mention.kind == "state" and mention.category != "either":
        return mention.gazetteer_id or name_of(mention)
    top = mention.side or mention.gazetteer_id or name_of(mention)
    return top.partition(".")[0]


def _place(draft: DraftMeeting) -> str | None:
    return (draft.place.gazetteer_id or draft.place.name) if draft.place else None


def _meaning(draft: DraftMeeting) -> tuple[object, ...] | None:
    if draft.time is None:
        return None
    words: TimeWords = draft.time.words
    return (words.earliest, words.latest, words.offset_days, words.rule, words.arguments)


def _goes_on(draft: DraftMeeting) -> bool:
    return draft.continuing


def _is_sitting(draft: DraftMeeting) -> bool:
    """One sitting: a singular or a verb, or talks with a place that were held."""
    if draft.definite:
        return False
    return not draft.series or (draft.place is not None and draft.status == "held")


def _join(group: _Group, name_of: NameOf) -> DraftMeeting:
    tellings = sorted(group.tellings, key=lambda t: t.key)
    body = [t for t in tellings if not t.heading and t.participants] or [
        t for t in tellings if t.participants
    ]
    first = body[0]
    anchor = next((t for t in body if t.time), None) or next((t for t in body if t.place), first)
    # Whom the visitor met says more than whose country it was.
    fullest = max(body, key=lambda t: (not t.visit, len(t.participants)))
    equal = len(first.participants) == len(fullest.participants) and not first.visit
    base = first if equal else fullest
    return replace(
        first,
        evidence=tuple(sorted({e for t in tellings for e in t.evidence})),
        cues=tuple(sorted({c for t in tellings for c in t.cues})),
        participants=base.participants,
        mediators=next((t.mediators for t in (*body, *tellings) if t.mediators), ()),
        place=next((t.place for t in (anchor, *tellings) if t.place), None),
        venue=next((t.venue for t in tellings if t.venue), None),
        time=next((t.time for t in (anchor, *tellings) if t.time), None),
        topic=next((t.topic for t in (first, *tellings) if t.topic), None),
        status=_status(first, anchor, tellings),
        carried=first.carried,
        score=max(t.score for t in tellings),
    )


def _status(
    first: DraftMeeting, anchor: DraftMeeting, tellings: Sequence[DraftMeeting]
) -> MeetingStatus:
    """A meeting told as called off or put off anywhere was so; else what the dated telling says."""
    for telling in tellings:
        if telling.status in ("cancelled", "postponed"):
            return telling.status
    return anchor.status if anchor.status != "held" or first.heading else first.status
