"""Find who received an envoy called to a ministry: whoever tells him something there.

In:  meetings and statements as resolved. Out: the meetings; "The ambassador was called to the
foreign ministry. Deputy Minister X told him …": it was X, for the ministry, whom he met.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.model.draft import DraftMeeting, DraftStatement, mentions_of
from kg.model.mention import Mention
from kg.resolve.agreement import PERSONS, is_same

_REACH = 2
_RULE = "meeting/verb/en"


def with_receivers(
    meetings: Iterable[DraftMeeting], statements: Sequence[DraftStatement]
) -> Iterator[DraftMeeting]:
    """Yield the meetings, a ministry replaced by the official who spoke for it there."""
    for meeting in meetings:
        parties = mentions_of(meeting.participants)
        guests = [p for p in parties if p.kind in PERSONS]
        hosts = [p for p in parties if p.kind == "ministry"]
        whole = len(guests) == 1 and len(parties) == 1 + len(hosts) and len(hosts) <= 1
        told = meeting.rule == _RULE and meeting.status == "held" and meeting.host_wanted
        official = _receiver(meeting, guests[0], statements) if whole and told else None
        if official is None:
            yield meeting
        else:
            yield replace(meeting, participants=(official, guests[0]), carried=True)


def _receiver(
    meeting: DraftMeeting, guest: Mention, statements: Sequence[DraftStatement]
) -> Mention | None:
    """Return the person who first tells the guest something, in this sentence or the next two."""
    for statement in statements:
        speaker = statement.speaker
        if not 0 <= statement.sentence - meeting.sentence <= _REACH:
            continue
        if not isinstance(speaker, Mention) or is_same(speaker, guest):
            continue
        if not (speaker.person or (speaker.kind is None and speaker.name[:1].isupper())):
            continue  # "Chief Executive Alexis Rosado" is a person as well
        if any(is_same(guest, m) for m in mentions_of(statement.addressees)):
            return speaker
    return None
