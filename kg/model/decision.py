"""A dated, signed human decision on one event or claim."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

DecisionKind = Literal["merge", "unmerge", "accept", "reject"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decided, when, and under which name.

    merge: `subject` (an event) is the same as `target`; unmerge undoes it and names both as well;
    accept and reject concern the claim `subject` and have no target.
    """

    iri: str
    kind: DecisionKind
    subject: str
    target: str | None
    by: str
    at: datetime
