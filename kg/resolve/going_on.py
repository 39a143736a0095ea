"""Give what was said "during the meeting", and what the speaker added, its listener.

In:  a statement, the meetings told so far or the statement before. Out: the statement, perhaps with
listeners.
"In the meeting" without parties is the one told last: who took part with one other spoke to them.
Whoever goes on in the same sentence ("adding that", مضيفا أن) or with "he added" in the next one
still speaks to those who listened there.
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.model.draft import DraftMeeting, DraftStatement, Party, Pointer, ReadSentence, mentions_of
from kg.model.mention import Mention
from kg.resolve.agreement import is_same
from kg.resolve.named import Named

_REACH = 3
_SPEAKING = ("spokesperson", "official")
_ASKING = frozenset({"demands", "warns", "accuses", "promises", "expresses-concern"})


def heard_in_the_meeting(
    statement: DraftStatement,
    referred: DraftMeeting,
    met: Sequence[tuple[int, tuple[Mention, ...]]],
) -> DraftStatement:
    """Return the statement made at a meeting that `referred` only points to, with its listener."""
    speaker, at = statement.speaker, statement.said_at
    plain = referred.definite and not referred.participants and at == referred.key
    if statement.addressees or not plain or not isinstance(speaker, Mention):
        return statement
    for index, parties in reversed(met):
        if statement.sentence - index > _REACH:
            break
        others = tuple(m for m in parties if not is_same(m, speaker))
        if len(parties) == 2 and len(others) == 1:
            return replace(statement, addressees=others)
        break
    return statement


def asked_on_meeting(statement: DraftStatement, meetings: Sequence[DraftMeeting]) -> DraftStatement:
    """ "X summoned Y and demanded that …", "rang Y and asked that …": whom X met heard it."""
    speaker = statement.speaker
    if statement.addressees or statement.act not in _ASKING or not isinstance(speaker, Mention):
        return statement
    if not statement.cues:  # a model's answer names no words
        return statement
    for meeting in meetings:
        held = meeting.status == "held" and bool(meeting.cues)
        same = held and meeting.sentence == statement.sentence
        ahead = same and meeting.cues[0].end <= statement.cues[0].start
        if not ahead or speaker.span.end > meeting.cues[0].start:
            continue
        parties = mentions_of(meeting.participants)
        others = tuple(m for m in parties if not is_same(m, speaker))
        if others and len(others) < len(parties):
            return replace(statement, addressees=others)
    return statement


def _goes_on_to_outlet(
    statement: DraftStatement, asked: Party | None, before: DraftStatement, read: ReadSentence
) -> bool:
    """True for "he added that" behind what somebody told an outlet."""
    told = any(m.kind == "media" for m in mentions_of(before.addressees))
    told = told and isinstance(asked, Pointer)
    if not told or not statement.cues:
        return False
    verb = statement.cues[-1].end  # "he added before parliament that": to others
    between = [t for t in read.sentence.tokens if verb <= t.start < statement.content.start]
    return len(between) <= 1


def goes_on(
    statement: DraftStatement, asked: Party | None, before: DraftStatement, read: ReadSentence
) -> DraftStatement:
    """Return what goes on from `before`, said at a meeting, with the same listeners.

    `asked` is the speaker as it was read: a pointer for "he added".
    """
    one, other = statement.speaker, before.speaker
    if statement.addressees or not mentions_of(before.addressees):
        return statement
    if not isinstance(one, Mention) or not isinstance(other, Mention) or not is_same(one, other):
        return statement
    distance = statement.sentence - before.sentence
    if distance <= 1 and _goes_on_to_outlet(statement, asked, before, read):
        heard = tuple(m for m in mentions_of(before.addressees) if m.kind == "media")
        return replace(statement, addressees=heard)
    there = before.said_at is not None and distance <= 1
    added = there and isinstance(asked, Pointer) and asked.continues
    behind = "/participle/" in statement.rule and distance == 0
    return replace(statement, addressees=before.addressees) if added or behind else statement


def speaks_on(party: Mention, last: Mention, named: Named) -> Mention | None:
    """ "…," Roe said. …, the spokesman added: Roe, where nobody else is called a spokesman."""
    if party.role not in _SPEAKING or party.side or not last.person or last.role:
        return None
    held = named.in_office(party.role, None)
    return last if held is None or is_same(held, party) else None
