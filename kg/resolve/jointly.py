"""Drop those who acted together without having met: officials of one state, or of none told.

In:  a meeting that only a common deed tells (kg.extract.meetings.jointly), whose everybody is.
Out: whether it may stand.
"""

from kg.model.draft import DraftMeeting
from kg.resolve.sides import Sides

_RULE = "meeting/jointly/"


def may_have_met(meeting: DraftMeeting, sides: Sides) -> bool:
    """Return False for those of whom the article tells no two sides."""
    if not meeting.rule.startswith(_RULE):
        return True
    told = sides.of_all(meeting.participants)
    return len({side for side in told if side is not None}) > 1 or (
        len({*told}) == 2 and None in told
    )
