"""A folder that a server holds, through that server: the commands' way in.

Reading goes by pattern and by query, writing as whole articles and decisions; the server plans and
commits under its own lock, so two writers cannot meet. Everything carries the token of
`serving.json` and goes to this machine alone.
In:  a `Holding`. Out: a GraphStore. Raises what the server's store raises.
"""

import http.client
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pyoxigraph as ox

from kg.errors import (
    KgError,
    ManagedGraph,
    MappingError,
    NotFound,
    QueryError,
    QueryRefused,
    QuerySyntaxError,
    RemoteEndpointError,
    StoreError,
    SurroundingsError,
    UnfitFormat,
)
from kg.mapping.to_rdf import extraction_to_quads
from kg.model.extraction import Extraction
from kg.store.base import Answer, Decision, DecisionKind, PutReport
from kg.store.graphs import Graphs
from kg.store.holding import Holding
from kg.store.loading.report import LoadReport
from kg.store.readers import Stream
from kg.store.readers.request import ReadRequest
from kg.store.remote.address import Address
from kg.store.remote.protocol import Endpoint
from kg.store.remote.quads import Pattern, RemoteQuads
from kg.store.remote.store import RemoteStore
from kg.store.serialise import nquads

_ERRORS: tuple[type[KgError], ...] = (
    ManagedGraph,
    MappingError,
    NotFound,
    QueryError,
    QueryRefused,
    QuerySyntaxError,
    StoreError,
    SurroundingsError,
    UnfitFormat,
)
_SECONDS = 120.0


class Hand:
    """Calls of one server."""

    def __init__(self, holding: Holding) -> None:
        self._holding = holding

    def call(self, name: str, given: dict[str, Any]) -> Any:
        """Return the answer's JSON. Raises what the server's store raised."""
        return json.loads(self.ask(name, given)[1])

    def ask(self, name: str, given: dict[str, Any]) -> tuple[str, bytes]:
        """Return the answer's media type and bytes."""
        parts = urlsplit(self._holding.address)
        line = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=_SECONDS)
        headers = {
            "Authorization": f"Bearer {self._holding.token}",
            "Content-Type": "application/json",
            "Accept": "application/json",
        }
        try:
            line.request("POST", f"/hands/{name}", json.dumps(given).encode(), headers)
            answer = line.getresponse()
            body = answer.read()
        except (OSError, http.client.HTTPException) as error:
            raise RemoteEndpointError(
                f"The server at {self._holding.address}, which holds the store, does not answer "
                f"({error or type(error).__name__}). Stop process {self._holding.process}, or wait "
                "until it has ended, then try again."
            ) from error
        finally:
            line.close()
        if answer.status >= 400:
            raise _error(body, self._holding)
        return str(answer.headers.get_content_type()), body


class ServedQuads(RemoteQuads):
    """Reads quads by pattern."""

    def __init__(self, hand: Hand, endpoint: Endpoint, graphs: Graphs) -> None:
        super().__init__(endpoint, graphs)
        self._hand = hand

    def fetch(self, patterns: Iterable[Pattern]) -> Iterator[ox.Quad]:
        """Yield the quads of all patterns; without a graph, those outside merged."""
        rows = [[None if term is None else str(term) for term in p] for p in patterns]
        _, body = self._hand.ask("quads", {"patterns": rows})
        yield from ox.parse(body, format=ox.RdfFormat.N_QUADS)

    def names(self) -> list[ox.NamedNode]:
        """Return the names of the graphs that hold quads."""
        return [ox.NamedNode(iri) for iri in self._hand.call("graphs", {})]


class ServedStore(RemoteStore):
    """A GraphStore in a folder that `claimline serve` holds."""

    def __init__(self, holding: Holding, base: str) -> None:
        """Use `open`."""
        where = holding.address
        endpoint = Endpoint(Address(given=where, queries=(where,)))
        self._hand = Hand(holding)
        super().__init__(endpoint, base, source=ServedQuads(self._hand, endpoint, Graphs(base)))

    @classmethod
    def through(cls, holding: Holding) -> "ServedStore":
        """Open the store. Raises RemoteEndpointError when its server does not answer."""
        return cls(holding, Hand(holding).call("hello", {})["base"])

    def put_article(self, extraction: Extraction, *, at: datetime, more: bool = False) -> PutReport:
        """Add an article or replace its earlier text."""
        return PutReport(**self._hand.call("put", self._sent(extraction, at) | {"more": more}))

    def set_published(self, extraction: Extraction, *, at: datetime) -> None:
        """Replace the publication date and the days of the time spans."""
        self._hand.call("published", self._sent(extraction, at))

    def _sent(self, extraction: Extraction, at: datetime) -> dict[str, Any]:
        quads = extraction_to_quads(extraction, iris=self._iris, recorded_at=at)
        return {
            "article": extraction.article.iri,
            "quads": b"".join(nquads(quads)).decode(),
            "reviews": {c.under or c.iri: c.review for c in extraction.claims},
            "at": at.isoformat(),
        }

    def withdraw(self, article_iri: str, *, at: datetime) -> int:
        """Take the article's claims out of merged; return how many were live."""
        given = {"article": article_iri, "at": at.isoformat()}
        return int(self._hand.call("withdraw", given)["claims"])

    def purge(self, article_iri: str, *, at: datetime) -> int:
        """Erase the article and leave a tombstone; return how many of its claims were live."""
        given = {"article": article_iri, "at": at.isoformat()}
        return int(self._hand.call("purge", given)["claims"])

    def decide(
        self, kind: DecisionKind, subject: str, target: str | None = None, *, by: str, at: datetime
    ) -> Decision:
        """Write a decision; the same one again changes nothing."""
        given = {"kind": kind, "subject": subject, "target": target, "by": by}
        found = self._hand.call("decide", {**given, "at": at.isoformat()})
        return next(d for d in self.decisions() if d.iri == found["decision"])

    def repair(self) -> None:
        """Make the merged graph and the proposals anew."""
        self._hand.call("repair", {})

    def backup(self, target: Path) -> None:
        """Write a backup while others read and write."""
        self._hand.call("backup", {"target": str(target.absolute())})

    def load(self, paths: Sequence[Path]) -> LoadReport:
        """Refuse: a large load takes the place of the folder's engine."""
        del paths
        raise SurroundingsError(
            f"The store is served at {self._endpoint.where}. Stop that server to load files into "
            "the store, or add the articles from their sources."
        )

    def select(self, query: str, *, default_graph: str | None = None) -> Answer:
        """Run a SELECT over merged, or over the default graph named."""
        given = {"query": query, "default_graph": default_graph}
        found = self._hand.call("select", given)
        rows = tuple(tuple(_term(text) for text in row) for row in found["rows"])
        return Answer(tuple(found["columns"]), rows)

    def query(self, query: str, media_type: str) -> tuple[str, bytes]:
        """Run any SPARQL query over merged; return (media type, body)."""
        return self._hand.ask("query", {"query": query, "media_type": media_type})

    def stream(self, request: ReadRequest) -> Stream:
        """Refuse: visitors ask the server itself."""
        raise StoreError(f"Ask {self._endpoint.where}sparql instead: it serves this store.")

    def count(self) -> tuple[int, int]:
        """Return (quads outside merged, triples in merged)."""
        outside, merged = self._hand.call("count", {})
        return outside, merged


def _term(text: str | None) -> ox.NamedNode | ox.BlankNode | ox.Literal | None:
    """Return a term from its N-Triples text."""
    if text is None:
        return None
    line = f"<x:s> <x:p> {text} ."
    triple = next(iter(ox.parse(line, format=ox.RdfFormat.N_TRIPLES)))
    found = triple.object
    return None if isinstance(found, ox.Triple) else found


def _error(body: bytes, holding: Holding) -> KgError:
    try:
        said = json.loads(body)["error"]
        code, message, details = said["code"], str(said["message"]), said["details"]
    except (ValueError, KeyError, TypeError):
        return RemoteEndpointError(
            f"The server at {holding.address} refused, and not as Claimline does. Stop process "
            f"{holding.process} or name another store."
        )
    if code == QuerySyntaxError.code:
        return QuerySyntaxError(message, line=details.get("line"), column=details.get("column"))
    kind = next((e for e in _ERRORS if e.code == code), RemoteEndpointError)
    return kind(message)


__all__ = ["ServedStore"]
