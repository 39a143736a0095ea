"""A proposal: two events of different articles that may be one, and why."""

from dataclasses import dataclass
from typing import Literal

# What speaks for it. Parties are participants of a meeting, the speaker of a statement, who draws a
# red line; listeners are those spoken to.
Reason = Literal[
    "same-parties",
    "same-sides",
    "same-listeners",
    "same-day",
    "near-day",
    "same-place",
    "compatible-place",
    "same-words",
    "similar-words",
    "same-subject",
]
# What speaks against it, or weakens it.
Objection = Literal[
    "different-status",
    "different-act",
    "different-listeners",
    "different-words",
    "one-denies",
    "party-missing",
    "party-unknown",
    "day-guessed",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """`one` and `other` are events' IRIs as articles tell them, `one` the lesser of the two.

    `score` is 0 to 1, two decimals; `reasons` and `objections` stand in the order of their lists.
    """

    one: str
    other: str
    score: float
    reasons: tuple[Reason, ...]
    objections: tuple[Objection, ...] = ()

    def beside(self, event: str) -> str:
        """Return the other event of the pair."""
        return self.other if event == self.one else self.one
