"""Tell a house's own joint committee from one of two states.

In:  a body that its sentence names without an owner, who was named before it, the sides of those
who met last. Out: whether it is no body of these two.
"The joint committee of the Senate … The joint committee will meet again": not the two ministers who
met in between.
"""

from collections.abc import Iterable

from kg.model.mention import Mention
from kg.resolve.agreement import identity


def is_own(body: Mention, named: Iterable[Mention], sides: Iterable[Mention | None]) -> bool:
    """True where its owner was named before, or where those who met are not of two states."""
    states = {identity(side) for side in sides if side is not None}
    front = f"{body.text} "
    owned = (m.text.startswith(front) and m.span.start < body.span.start for m in named)
    return len(states) < 2 or any(owned)
