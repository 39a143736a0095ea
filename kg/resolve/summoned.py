"""Find who received an envoy called to a ministry: its official who tells him something there.

In:  meetings and statements as resolved, the sentences of the article. Out: the meetings; "The
ambassador was called to the foreign ministry. Deputy Minister X told him …": it was X, for the
ministry, whom he met. Whoever is not known to act for that ministry or its state, or speaks in a
town of another, takes nobody's place. English only: only there does extraction mark a summons.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.lexicon.grammar import endings_of
from kg.lexicon.normalise import fold
from kg.model.draft import DraftMeeting, DraftStatement, ReadSentence, mentions_of
from kg.model.mention import Mention
from kg.resolve.agreement import PERSONS, is_same

_REACH = 2
_ENVOYS = frozenset({"ambassador", "envoy", "high-commissioner", "diplomat", "representative"})
# Offices of the house that an envoy is called to. Bishops, lawmakers, leaders of an opposition and
# other ministers tell him things as well, elsewhere.
_OF_THE_HOUSE = frozenset(
    ("foreign-minister", "deputy-foreign-minister", "undersecretary", "secretary-of-state")
) | {"secretary", "deputy", "deputy-minister", "official", "minister", "foreign-policy-chief"}
_OF_ANY_HOUSE = frozenset({"director", "secretary-general", "head"})  # of an airline as well
_OF_A_MINISTRY = (
    *endings_of("ar", "of_a_ministry"),
    *endings_of("en", "of_a_ministry"),
    *endings_of("he", "of_a_ministry"),
    *endings_of("tr", "of_a_ministry"),
)
_OVER_THE_HOUSE = frozenset({"president", "prime-minister", "chancellor", "king", "emir"})
_RULE = "meeting/verb/en"
_CALLS_ENVOYS = "ministry-of-foreign-affairs"


def with_receivers(
    meetings: Iterable[DraftMeeting],
    statements: Sequence[DraftStatement],
    sentences: Sequence[ReadSentence],
) -> Iterator[DraftMeeting]:
    """Yield the meetings, a ministry replaced by the official who spoke for it there."""
    placed = {r.sentence.index: r.places for r in sentences}
    for meeting in meetings:
        parties = mentions_of(meeting.participants)
        guests = [p for p in parties if p.kind in PERSONS]
        hosts = [p for p in parties if p.kind == "ministry"]
        whole = len(guests) == 1 and len(parties) == 1 + len(hosts) and len(hosts) <= 1
        called = meeting.rule == _RULE and meeting.host_wanted
        called = called or bool(hosts and guests and guests[0].role in _ENVOYS)
        told = meeting.status == "held" and called
        official = None
        if whole and told:
            heard = _told_behind(meeting, guests[0], statements)
            host = _Host(guests[0], next(iter(hosts), None), meeting.place)
            official = next(
                (who for s, who in heard if host.sent(who) and host.at_home(s, placed)), None
            )
        if official is None:
            yield meeting
        else:
            yield replace(meeting, participants=(official, guests[0]), carried=True)


def _told_behind(
    meeting: DraftMeeting, guest: Mention, statements: Sequence[DraftStatement]
) -> Iterator[tuple[DraftStatement, Mention]]:
    """Yield what persons tell the guest in this sentence or the next two, and who tells it."""
    for statement in statements:
        speaker = statement.speaker
        if not 0 <= statement.sentence - meeting.sentence <= _REACH:
            continue
        if not isinstance(speaker, Mention) or is_same(speaker, guest):
            continue
        if not (speaker.person or (speaker.kind is None and speaker.name[:1].isupper())):
            continue  # "Chief Executive Alexis Rosado" is a person as well
        if any(is_same(guest, m) for m in mentions_of(statement.addressees)):
            yield statement, speaker


def _is_of_the_house(speaker: Mention) -> bool:
    """False for who may direct something else: "Kenyan Airlines director X"."""
    told = fold(speaker.text)
    told_to_be = any(word in told for word in _OF_A_MINISTRY)
    return speaker.role in _OF_THE_HOUSE or (speaker.role in _OF_ANY_HOUSE and told_to_be)


class _Host:
    """The ministry an envoy was called to, as far as the words tell."""

    def __init__(self, guest: Mention, ministry: Mention | None, place: Mention | None) -> None:
        self.guest = guest.side
        self.body = (ministry.role if ministry is not None else None) or _CALLS_ENVOYS
        told_by = [m for m in (ministry, place) if m is not None]
        self.sides = {m.side or m.gazetteer_id for m in told_by} - {None}
        self.sides |= {m.gazetteer_id for m in told_by} - {None}

    def sent(self, speaker: Mention) -> bool:
        """True for one of its own side, or in an office of the ministry and of no other side."""
        if speaker.side is not None and self.sides:
            may = speaker.role in _OVER_THE_HOUSE or _is_of_the_house(speaker)
            return speaker.side in self.sides and may
        if speaker.side is not None and speaker.side == self.guest:
            return False
        return _is_of_the_house(speaker)

    def at_home(self, statement: DraftStatement, placed: Mapping[int, Sequence[Mention]]) -> bool:
        """True where no town or state in front of the verb of saying is another one's."""
        ahead = statement.cues[0].start if statement.cues else 0
        return all(
            (m.side or m.gazetteer_id) in self.sides
            for m in placed.get(statement.sentence, ())
            if m.span.end <= ahead and (m.side or m.gazetteer_id) is not None
        )
