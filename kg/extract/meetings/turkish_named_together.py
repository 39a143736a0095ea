"""Read the names right in front of their Turkish meeting: "Ruiz ve Mora görüşmesi".

In:  a view, the last of the names. Out: all who are joined there, none for one alone.
    "Ruiz-Mora görüşmesi"                    two, written as one name
    "Peru Başbakanı Ruiz ile Mora zirvesi"   two
"""

from dataclasses import replace

from kg.extract.attribution import can_act, unlinked_mention
from kg.extract.view import View
from kg.model.draft import Party
from kg.model.mention import Mention

_JOINS = ("ve", "ile")


def named_together(view: View, last: Mention) -> list[Party]:
    """Return the parties, in the order of the text."""
    found = [last]
    while (other := _joined_in_front(view, found)) is not None:
        found.insert(0, other)
    return [*found] if len(found) > 1 else _two_in_one(view, last)


def _joined_in_front(view: View, found: list[Mention]) -> Mention | None:
    """Return A of "A ve B"; behind a comma stands who tells of it: "X, A ve B görüşmesinin …"."""
    joint = found[0].first - 1
    if view.form(joint) not in _JOINS:
        return None
    other = view.mention_to(joint - 1)
    if other is None or not can_act(other) or other.case != "nominative":
        return None
    return other if other.person or other.role else None


def _two_in_one(view: View, mention: Mention) -> list[Party]:
    """Return both of "Macron-Scholz (görüşmesi)", written as one name."""
    marks = [i for i in range(mention.first, mention.last) if view.tokens[i].text in "-–—"]
    if len(marks) != 1:
        return []
    halves = ((mention.first, marks[0] - 1), (marks[0] + 1, mention.last))
    named = (unlinked_mention(view, first, last) for first, last in halves)
    return [replace(m, kind="person", person=m.name, human=True) for m in named if m]
