"""What loading files did."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """A file that is no dump of Claimline, now a graph of its own.

    `remarks` tell where its claims do not hold what Claimline's hold; None = it uses none of
    Claimline's words, or is too large to be looked at.
    """

    name: str
    graph: str
    quads: int
    remarks: tuple[str, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadReport:
    """`articles` and `claims` are those that came; `known` articles were there already.

    `without_text` came without their texts, so nobody could compare their passages.
    """

    quads: int = 0
    articles: int = 0
    claims: int = 0
    known: int = 0
    without_text: int = 0
    imported: tuple[Imported, ...] = ()
