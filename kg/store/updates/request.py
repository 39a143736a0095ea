"""An update as a stranger sends it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateRequest:
    """Text of a SPARQL update, the base of its relative IRIs, and the graphs its WHEREs ask.

    `using_graphs` and `using_named_graphs` are IRIs, None = not given; with either given the text
    must hold no USING and no WITH (SPARQL 1.1 Protocol, 2.2.3).
    """

    text: str
    base_iri: str | None = None
    using_graphs: tuple[str, ...] | None = None
    using_named_graphs: tuple[str, ...] | None = None

    @property
    def names_dataset(self) -> bool:
        """True when the protocol's parameters say which graphs are asked."""
        return self.using_graphs is not None or self.using_named_graphs is not None
