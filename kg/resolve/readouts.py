"""Give a read-out its listener: what is passed on of a call was said to the other end of it.

In:  a statement without listeners, the meetings told so far. Out: the statement, perhaps with one.
"X rang Y. X urged restraint, his office said": who took part in a meeting of two that was told a
sentence or two before, and whose words somebody passes on, spoke to the other one.
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.model.draft import DraftMeeting, DraftStatement, mentions_of
from kg.model.mention import Mention
from kg.resolve.agreement import is_same

_REACH = 2


def heard_by_the_other(
    statement: DraftStatement, meetings: Sequence[DraftMeeting]
) -> DraftStatement:
    """Return the statement with the other party of the meeting last told as its listener."""
    speaker = statement.speaker
    if statement.addressees or not statement.via or not isinstance(speaker, Mention):
        return statement
    passed_on = statement.rule.endswith("/tr") and all(
        m.kind == "media" for m in mentions_of(statement.via)
    )
    if passed_on:
        return statement  # a paper passes on what was said to anybody
    for meeting in reversed(meetings):
        if statement.sentence - meeting.sentence > _REACH:
            break
        parties = mentions_of(meeting.participants)
        others = tuple(m for m in parties if not is_same(m, speaker))
        if meeting.status != "held" or len(parties) != 2 or len(others) != 1:
            continue
        return replace(statement, addressees=others)
    return statement
