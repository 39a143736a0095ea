"""A store on a SPARQL server: the same plans as the embedded one, committed over the network.

In:  extractions and decisions. Out: SPARQL answers, extractions, exports.
Every graph is named in every request, so it makes no difference what a server takes for its default
graph. What a server's limits are, and what it may ask by SERVICE, is its keeper's affair.
"""

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import pyoxigraph as ox

from kg.config import FORMAT_VERSION
from kg.errors import NotAStore, OtherBase, StoreError, SurroundingsError
from kg.mapping.terms import node
from kg.model.iri import Iris
from kg.store import meta
from kg.store.base import (
    Answer,
    DumpFormat,
)
from kg.store.claims import ClaimStore
from kg.store.dump import dump
from kg.store.folder import check_version
from kg.store.graphs import Graphs
from kg.store.loading.report import LoadReport
from kg.store.merged import terms
from kg.store.payload import parse_graph
from kg.store.plan import Plan, in_graph, update_text
from kg.store.readers import Stream
from kg.store.readers.request import ReadRequest
from kg.store.remote.address import Address
from kg.store.remote.asking import RemoteReader
from kg.store.remote.free import RemoteGraphs
from kg.store.remote.looking import stores_of
from kg.store.remote.protocol import Endpoint
from kg.store.remote.quads import Pattern, RemoteQuads, in_rounds, rows_of
from kg.store.remote.turns import Turn, Turns
from kg.store.remote.upkeep import RemoteUpkeep
from kg.store.remote.writing import Writer
from kg.store.sound import Finding
from kg.store.sparql import QueryForm, form_of
from kg.store.state import State
from kg.store.updates import UpdateRequest
from kg.store.view import Node
from kg.store.whole import whole_change
from kg.vocabulary import DEFAULT_BASE, RDF, SKOS

T = TypeVar("T")
_TRIES = 8
_TYPE = Node(RDF.type)
_Changes = tuple[set[ox.Quad], set[ox.Quad]]


class RemoteStore(ClaimStore):
    """A GraphStore on a server; see kg.store.base for what its methods promise."""

    def __init__(
        self,
        endpoint: Endpoint,
        base: str,
        *,
        lease: float = 15.0,
        source: RemoteQuads | None = None,
    ) -> None:
        """Take an endpoint that is connected; use `open` instead."""
        self._endpoint = endpoint
        self._base = base
        self._graphs = Graphs(base)
        self._iris = Iris(base)
        self._quads = source or RemoteQuads(endpoint, self._graphs)
        self._turns = Turns(endpoint, self._quads, self._graphs, lease=lease)
        self._writer = Writer(endpoint, self._graphs, self._turns)
        self._reader = RemoteReader(endpoint, self._graphs)
        self._lock = threading.RLock()
        self._upkeep = RemoteUpkeep(endpoint.where, self._graphs, self._read)
        self._free = RemoteGraphs(endpoint, self._quads, self._graphs, self._turn)

    @classmethod
    def open(
        cls,
        address: Address,
        *,
        base: str | None = None,
        create: bool = True,
        seconds: float = 60.0,
        tries: int = 5,
        pause: float = 0.2,
        lease: float = 15.0,
    ) -> "RemoteStore":
        """Open the store on a server; make it first when there is none and `create` says so.

        `seconds` to wait for an answer, `tries` of what may be sent twice (the first pause lasts
        `pause` seconds), `lease` see kg.store.remote.turns. What a writer that died had begun is
        finished. Raises RemoteEndpointError, NotAStore, StoreTooNew, OtherBase.
        """
        endpoint = Endpoint(address, seconds=seconds, tries=tries, pause=pause)
        endpoint.connect()
        found = {store.base: store.format for store in stores_of(endpoint)}
        if base is None and len(found) > 1:
            raise OtherBase(
                f"{endpoint.where} holds stores with the data bases {', '.join(sorted(found))}. "
                "Say which with --base or CLAIMLINE_BASE."
            )
        if base is not None and found and base not in found:
            raise OtherBase(
                f"The store at {endpoint.where} was made with the data base {min(found)}, not "
                f"{base}. Leave the base out, or make another store for it."
            )
        if not found and not create:
            raise NotAStore(
                f"There is no Claimline store at {endpoint.where}. Make one with `claimline add "
                "SOURCE`, or name another address with --store."
            )
        store = cls(endpoint, base or next(iter(found), DEFAULT_BASE), lease=lease)
        if found:
            store._resume(found[store.base])
        else:
            store._begin()
        return store

    @property
    def revision(self) -> int:
        """Counts the writes; 0 for a fresh store."""
        return self._turns.head().revision

    @property
    def kind(self) -> str:
        """The name of the server's kind, "" for one that is not known here."""
        return self._endpoint.adapter.name

    @property
    def folder(self) -> Path | None:
        """None: there is no folder here."""
        return None

    def changed_since(self, revision: int) -> frozenset[str] | None:
        """Return None: others write too, so it is not known."""
        del revision
        return None

    # Upkeep, as far as it is ours

    def load(self, paths: Sequence[Path]) -> LoadReport:
        """Refuse: a server has a loader of its own."""
        return self._upkeep.load(paths)

    def validate(self, *, deep: bool = False) -> Iterator[Finding]:
        """Yield what is wrong with the store, looked at in a copy in memory."""
        return self._upkeep.validate(deep=deep)

    def repair(self) -> None:
        """Refuse: to make merged anew everything has to come over the network."""
        self._upkeep.repair()

    def backup(self, target: Path) -> None:
        """Refuse: a server has backups of its own."""
        self._upkeep.backup(target)

    # Making and resuming

    def _begin(self) -> None:
        """Write what a fresh store holds; of several that begin at once, all write the same."""
        meta.check_base(self._base)
        quads = [*in_graph(terms(), self._graphs.merged), *meta.beginning(self._graphs, 0)]
        size = self._endpoint.adapter.quads
        for start in range(0, len(quads), size):  # meta stands at the end: it makes the store
            self._turns.send(update_text((), quads[start : start + size]))

    def _resume(self, format_version: int) -> None:
        check_version(format_version, self._endpoint.where)
        if format_version < FORMAT_VERSION:
            raise StoreError(
                f"The store at {self._endpoint.where} has format {format_version}. Export it with "
                "the Claimline that wrote it, and load that into a new store."
            )
        if self._turns.head().unfinished:
            with self._turn():
                pass  # taking a turn finishes what was begun
        self._write(lambda state: (_renewed_terms(state), None), only_merged=True)

    # Writing and reading claims

    def _write(
        self,
        planned: Callable[[State], tuple[Plan, T]],
        article: str | None = None,
        *,
        only_merged: bool = False,
    ) -> T:
        """Plan and commit in one turn; an empty plan commits nothing."""

        def plan(state: State) -> tuple[_Changes, T]:
            made, result = planned(state)
            if made.empty or only_merged:
                return (made.out, made.into), result
            whole = whole_change(state, made)
            return (set(whole.out), set(whole.into)), result

        first = [Pattern(graph=node(article))] if article is not None else []
        if only_merged and not any(self._planned(plan, first, None)[0]):
            return self._planned(plan, first, None)[1]  # nothing to do: no turn is needed
        with self._turn() as turn:
            (out, into), result = self._planned(plan, first, turn)
            if out or into:
                self._writer.commit(turn, out, into)
            return result

    def _planned(self, plan: Callable[[State], T], first: list[Pattern], turn: Turn | None) -> T:
        keep = turn.keep if turn is not None else lambda: None
        return in_rounds(self._quads, self._graphs, plan, first=first, between=keep)

    def _turn(self) -> "_Turns":
        return _Turns(self._lock, self._turns, self._writer)

    def _read(self, run: Callable[[State], T], article: str | None = None) -> T:
        """Read in rounds, all of one revision."""
        first = [Pattern(graph=node(article))] if article is not None else []
        return self._settled(lambda: in_rounds(self._quads, self._graphs, run, first=first))

    def _settled(self, read: Callable[[], T]) -> T:
        """Read until no write was under way from before to after."""
        for attempt in range(_TRIES):
            before = self._turns.head()
            if before.unfinished:
                self._endpoint.rest(attempt)
                continue
            failure: StoreError | None = None
            try:
                result = read()
            except StoreError as error:
                failure = error
            after = self._turns.head()
            if after.revision != before.revision or after.unfinished:
                continue
            if failure is not None:
                raise failure
            return result
        raise SurroundingsError(
            f"The store at {self._endpoint.where} kept changing while it was read. Ask again in a "
            "moment."
        )

    # Free graphs

    def update(self, request: UpdateRequest) -> None:
        """Run a SPARQL update that writes free graphs only; see kg.store.updates."""
        self._free.update(request)

    def has_graph(self, iri: str) -> bool:
        """Return whether there is a graph of this name that holds something."""
        return self._free.has(iri)

    def parse_graph(self, body: bytes, media_type: str, base_iri: str) -> list[ox.Triple]:
        """Return the triples of a graph that a stranger sent."""
        return parse_graph(body, media_type, base_iri)

    def replace_graph(self, iri: str, triples: Iterable[ox.Triple]) -> bool:
        """Make a free graph hold these triples alone; return whether it is new."""
        return self._free.put(iri, triples, replacing=True)

    def add_to_graph(self, iri: str, triples: Iterable[ox.Triple]) -> bool:
        """Add triples to a free graph; return whether it is new."""
        return self._free.put(iri, triples, replacing=False)

    def drop_graph(self, iri: str) -> None:
        """Remove a free graph."""
        self._free.drop(iri)

    # Queries

    def select(self, query: str, *, default_graph: str | None = None) -> Answer:
        """Run a SELECT over merged, or over the default graph named."""
        return self._asked(lambda: self._reader.select(query, default_graph))

    def query(self, query: str, media_type: str) -> tuple[str, bytes]:
        """Run any SPARQL query over merged; return (media type, body)."""
        return self._asked(lambda: self._reader.query(query, media_type))

    def _asked(self, read: Callable[[], T]) -> T:
        """Ask one question; where writes are not atomic, again if one was under way meanwhile."""
        return read() if self._endpoint.adapter.atomic else self._settled(read)

    def stream(self, request: ReadRequest) -> Stream:
        """Answer a stranger's query within the limits that the server itself has."""
        return self._reader.stream(request)

    def query_form(self, query: str) -> QueryForm:
        """Which form of query this text is."""
        return form_of(query, self._base)

    def dump(
        self,
        format: DumpFormat,
        *,
        with_text: bool = False,
        claims: frozenset[str] | None = None,
    ) -> Iterator[bytes]:
        """Byte-stable export; see kg.store.dump."""
        return iter(
            self._read(lambda state: list(dump(state, format, with_text=with_text, claims=claims)))
        )

    def count(self) -> tuple[int, int]:
        """Return (quads outside merged, triples in merged)."""
        _, rows = rows_of(
            self._endpoint,
            f"SELECT ?g (COUNT(*) AS ?n) WHERE {{ GRAPH ?g {{ ?s ?p ?o }} "
            f"FILTER (?g != {self._graphs.turns}) }} GROUP BY ?g",
        )
        named = set(self._quads.names())
        counts = {g: int(n.value) for g, n in rows if g in named and isinstance(n, ox.Literal)}
        merged = counts.pop(self._graphs.merged, 0)
        return sum(counts.values()), merged

    def close(self) -> None:
        """Do nothing: no connection is kept."""


class _Turns:
    """A turn within this program's own lock, with what a dead writer left finished first."""

    def __init__(self, lock: threading.RLock, turns: Turns, writer: Writer) -> None:
        self._lock, self._taken, self._writer = lock, turns.taken(), writer

    def __enter__(self) -> Turn:
        self._lock.acquire()
        try:
            turn = self._taken.__enter__()
        except BaseException:
            self._lock.release()
            raise
        try:
            self._writer.finish(turn)
        except BaseException as error:
            self.__exit__(type(error), error, error.__traceback__)
            raise
        return turn

    def __exit__(self, *raised: object) -> bool | None:
        try:
            return self._taken.__exit__(*raised)  # type: ignore[arg-type] # its three, as they came
        finally:
            self._lock.release()


def _renewed_terms(state: State) -> Plan:
    """Plan this program's terms in the place of those of an older one; usually nothing to do."""
    merged = state.graphs.merged
    kinds = (Node(SKOS.Concept), Node(SKOS.ConceptScheme))
    listed = [
        q.subject
        for kind in kinds
        for q in state.view.quads(None, _TYPE, kind, merged)
        if isinstance(q.subject, Node)
    ]
    plan = Plan()
    old = {q for subject in listed for q in state.view.quads(subject, None, None, merged)}
    plan.replace(old, in_graph(terms(), merged))
    return plan
