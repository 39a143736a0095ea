"""When, as one claim tells it.

`TimeWords` is what extraction finds (words and what they mean, relative to publication);
`TimeSpan` is what resolution makes of it once the publication date is known or known to be missing.
Source: the TimeSpan class of the ontology; ISO 8601-2 (EDTF) levels 0-1 for precision.
"""

from dataclasses import dataclass

from kg.model.day import Day
from kg.model.span import Span
from kg.vocabulary import Basis, Extent, Precision, Tense


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWords:
    """Time words in a text and their meaning, still free of any publication date.

    `anchor` is the time named last, from which the rules "anchored" and "apart" count; None where
    none is known. Exactly one of these holds: `earliest`/`latest` are set (an explicit date),
    `offset_days` is set (days from publication, first and last, inclusive), `rule` is set
    (something that needs the publication day to compute, such as a weekday or a day without its
    year: `rule` names it and `arguments` holds its numbers, as kg.model.calendar tells), or none
    (words known to be a time that cannot be placed).
    """

    span: Span
    text: str
    precision: Precision
    extent: Extent = "within"
    earliest: Day | None = None
    latest: Day | None = None
    offset_days: tuple[int, int] | None = None
    rule: str | None = None
    arguments: tuple[int, ...] = ()
    anchor: "TimeWords | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeSpan:
    """When, for one claim: words, bounds (inclusive days), precision, extent, basis.

    `earliest`/`latest` None means unknown on that side. `offset_days` counts from publication and
    stays when the publication date is unknown. `text` is None only for basis "inferred".
    """

    text: str | None
    earliest: Day | None
    latest: Day | None
    precision: Precision | None
    extent: Extent
    basis: Basis
    offset_days: tuple[int, int] | None = None
    tense: Tense = "none"

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.latest < self.earliest:
            raise ValueError(f"a time that ends ({self.latest}) before it starts ({self.earliest})")

    @property
    def dated(self) -> bool:
        """True when both bounds are known from the words (inferred times never count as dated)."""
        return self.basis in ("explicit", "relative") and None not in (self.earliest, self.latest)
