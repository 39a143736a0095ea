"""A question for a reader process.

In/Out: `ReadRequest`, to JSON and back, with what the owner has found out about its text.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRequest:
    """A query, the media type of its answer, and the graphs it is asked over.

    `media_type` is for rows and for a yes or no, `graph_type` for graphs; None = the same as
    `media_type`, "" = none that the reader accepts. `base_iri` resolves relative IRIs.

    `default_graphs` and `named_graphs` are IRIs; None = not named: then the default graph is
    merged and every other graph is a named one. With either given, the other is empty unless given
    too (SPARQL 1.1 Protocol, 2.1.4).

    `gone` tells whether whoever asked has hung up; it stays with the owner of the readers.
    """

    query: str
    media_type: str
    graph_type: str | None = None
    base_iri: str | None = None
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    gone: Callable[[], bool] | None = field(default=None, compare=False)

    @property
    def names_dataset(self) -> bool:
        """True when the protocol's parameters say which graphs are asked."""
        return self.default_graphs is not None or self.named_graphs is not None

    def to_json(self, *, has_from: bool) -> bytes:
        """Return the request, and whether its text names its dataset with FROM, as JSON."""
        fields = {name: getattr(self, name) for name in self.__slots__ if name != "gone"}
        return json.dumps({**fields, "has_from": has_from}).encode()

    @classmethod
    def from_json(cls, data: bytes) -> tuple["ReadRequest", bool]:
        """Return what `to_json` was given."""
        fields = json.loads(data)
        has_from = fields.pop("has_from")
        for name in ("default_graphs", "named_graphs"):
            if fields[name] is not None:
                fields[name] = tuple(fields[name])
        return cls(**fields), has_from
