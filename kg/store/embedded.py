"""The embedded store: a folder, or memory, with Oxigraph behind it.

One writer at a time: a write is planned and committed under one lock, as one update, together with
what it changes in the merged graph and the revision; it happens whole or not at all. Readers see
the dataset before or after it and never wait.
In:  extractions and decisions. Out: SPARQL answers, extractions, exports.
"""

import contextlib
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pyoxigraph as ox

from kg.errors import KgError, StoreError, SurroundingsError
from kg.mapping.checks import check_extraction
from kg.model.iri import Iris
from kg.store import meta
from kg.store.base import (
    Answer,
    DumpFormat,
    Offering,
    PutReport,
    Putting,
    Suggestions,
)
from kg.store.bulk import FEWEST, add_in_bulk, finish_others, unpacked
from kg.store.changes import Changes, changed_by
from kg.store.claims import ClaimStore
from kg.store.copies import copies_of
from kg.store.dump import dump
from kg.store.event_book import EventBook
from kg.store.folder import open_folder, renew_marker, translated
from kg.store.graphs import Graphs
from kg.store.guard import inspect
from kg.store.loading import LoadReport
from kg.store.plan import Plan, emptied, update_text
from kg.store.proposals import proposals_of
from kg.store.put import plan_put
from kg.store.put_ready import plan_ready
from kg.store.readers import Limits, ReaderPool, Stream
from kg.store.readers.checkpoints import Checkpoints
from kg.store.readers.local import answer_here
from kg.store.readers.request import ReadRequest
from kg.store.sound import Finding
from kg.store.sparql import QueryForm, answer, form_of, serialised
from kg.store.state import State
from kg.store.together import Together
from kg.store.updates import FreeGraphs, UpdateRequest
from kg.store.upkeep import Upkeep
from kg.store.view import Node, Term, View
from kg.store.whole import Whole, whole_change

if TYPE_CHECKING:
    from rdflib import Dataset, Graph

T = TypeVar("T")
_COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"


class EmbeddedStore(ClaimStore):
    """A GraphStore in a folder or in memory; see kg.store.base for what its methods promise."""

    def __init__(
        self,
        quads: ox.Store,
        base: str | None,
        *,
        where: str,
        folder: Path | None = None,
        limits: Limits | None = None,
        services: Sequence[str] = (),
    ) -> None:
        """Take an open engine; use `open` or `in_memory` instead."""
        self._quads: ox.Store | None = quads
        self._where = where
        self._folder = folder
        self._lock = threading.RLock()
        self._changes = Changes()
        self._book: EventBook | None = None
        self._book_revision = -1
        self._base = meta.prepare(quads, base, where)
        self._graphs = Graphs(self._base)
        self._iris = Iris(self._base)
        self._services = frozenset(services)
        self._pool: ReaderPool | None = None
        if folder is not None:
            checkpoints = Checkpoints(
                folder, lambda: self._engine, lambda: self.revision, self._lock
            )
            self._pool = ReaderPool(checkpoints, self._base, limits)
        self._free = FreeGraphs(
            lambda: self._engine,
            self._graphs,
            self._lock,
            where,
            pool=self._pool,
            services=self._services,
            changes=self._changes,
        )

        self._upkeep = Upkeep(
            self._graphs,
            self._lock,
            folder,
            engine=lambda: self._engine,
            exchange=self._exchange,
            state=lambda: self._state,
            commit=self._commit,
            update=self._engine_update,
        )

    @classmethod
    def open(
        cls,
        path: str | Path,
        *,
        base: str | None = None,
        create: bool = True,
        limits: Limits | None = None,
        services: Sequence[str] = (),
    ) -> "EmbeddedStore":
        """Open the store in a folder; make it first when there is none and `create` says so.

        `base` None takes the base that the store was made with, or the default for a new one.
        `limits` are those of `stream`; `services` the hosts that its queries may ask by SERVICE.
        Raises NotAStore, StoreTooNew, StoreLocked, OtherBase, SurroundingsError.
        """
        folder = Path(path)
        quads = open_folder(folder, create=create)
        try:
            finish_others(folder, quads)
        except OSError as error:
            raise translated(error, str(path)) from error
        store = cls(quads, base, where=str(path), folder=folder, limits=limits, services=services)
        renew_marker(folder)
        return store

    @classmethod
    def in_memory(cls, base: str | None = None) -> "EmbeddedStore":
        """Return an empty store that lives as long as this value."""
        return cls(ox.Store(), base, where="memory")

    @property
    def revision(self) -> int:
        """Counts the writes; 0 for a fresh store."""
        return meta.revision(self._engine, self._graphs)

    @property
    def folder(self) -> Path | None:
        """The store's folder; None in memory."""
        return self._folder

    def changed_since(self, revision: int) -> frozenset[str] | None:
        """Articles that writes after `revision` may have changed; None when that is not known."""
        changed = self._changes.since(revision, self.revision)
        return None if changed is None else changed.articles

    def suggestions_since(self, revision: int) -> Suggestions | None:
        """What is proposed otherwise since a revision; None when that is not known."""
        changed = self._changes.since(revision, self.revision)
        if changed is None:
            return None
        view, graphs = View(self._engine), self._graphs
        return Suggestions(
            events=changed.events,
            articles=changed.copies,
            proposals=tuple(proposals_of(view, graphs, changed.events)),
            copies=copies_of(view, graphs, changed.copies),
        )

    @property
    def _engine(self) -> ox.Store:
        if self._quads is None:
            raise StoreError(f"The store at {self._where} is closed.")
        return self._quads

    @property
    def _state(self) -> State:
        return State(View(self._engine), self._graphs)

    @property
    def _state_to_write(self) -> State:
        """The state with what is remembered of its events, where nobody else wrote since."""
        revision = self.revision
        if self._book is None or self._book_revision != revision:
            self._book = EventBook(complete=revision == 0)
            self._book_revision = revision
        return State(View(self._engine), self._graphs, self._book)

    # Writing and reading claims

    def _read(self, run: Callable[[State], T], article: str | None = None) -> T:
        """Read the dataset as it is."""
        return run(self._state)

    def _write(self, planned: Callable[[State], tuple[Plan, T]], article: str | None = None) -> T:
        """Plan and commit under the lock, as one update; an empty plan commits nothing."""
        with self._lock, self._remembering():
            before = self._state_to_write
            plan, result = planned(before)
            if not plan.empty:
                self._commit(before, plan)
            return result

    @contextlib.contextmanager
    def _remembering(self) -> Iterator[None]:
        """Forget what is remembered when something goes wrong with its file."""
        try:
            yield
        except SurroundingsError:
            self._book = None
            raise

    @property
    def takes_ready(self) -> bool:
        """What is made ready elsewhere is written as it is."""
        return True

    def put_articles(self, asked: Sequence[Putting | Offering]) -> list[PutReport | KgError]:
        """Put articles one after the other, those that only add in one commit."""

        def planned(state: State, one: Putting | Offering) -> tuple[Plan, PutReport]:
            if isinstance(one, Offering):
                fitting = plan_ready(state, one.ready, one.at)
                if fitting is not None:
                    return fitting
                one = one.open()
            check_extraction(one.extraction, self._iris)
            return plan_put(state, one.extraction, self._iris, one.at, more=one.more)

        with self._lock, self._remembering():
            return Together(lambda: self._state_to_write, planned, self._commit).put(asked)

    def _commit(self, before: State, plan: Plan, writes: int = 1) -> None:
        engine = self._engine
        book, self._book = self._book, None  # forgotten, unless this write is done
        whole = whole_change(before, plan)
        old_revision, new_revision = meta.next_revision(engine, self._graphs, writes)
        out, into = {*whole.out, old_revision}, {*whole.into, new_revision}
        ready = [one.lines(self._graphs.merged) for one in plan.ready]
        if not self._added_in_bulk(out, into, ready):
            into |= unpacked(ready)
            left = emptied(View(engine), out, into)
            self._engine_update(update_text(out, into, left))
        if book is not None and book is before.book and book.turn(plan):
            self._book, self._book_revision = book, self.revision
        self._note(before, plan, whole, writes)

    def _note(self, before: State, plan: Plan, whole: Whole, writes: int) -> None:
        moved = (q for q in whole.out | whole.into if q.graph_name == self._graphs.proposals)
        changed = changed_by(before, whole.after, plan, moved)
        for revision in range(self.revision - writes, self.revision):
            self._changes.note(revision + 1, changed)

    def _added_in_bulk(self, out: set[ox.Quad], into: set[ox.Quad], ready: Sequence[bytes]) -> bool:
        if self._folder is None or len(into) + sum(one.count(b"\n") for one in ready) < FEWEST:
            return False
        try:
            return add_in_bulk(self._folder, self._engine, self._graphs, out, into, ready)
        except OSError as error:
            raise translated(error, self._where) from error
        except SyntaxError as error:  # of articles made ready elsewhere
            raise StoreError(
                f"What a worker made of an article is no N-Quads ({error}). Run claimline validate"
                " --deep on the store, then add the article without --workers."
            ) from error

    def _engine_update(self, text: str) -> None:
        try:
            self._engine.update(text)
        except OSError as error:
            raise translated(error, self._where) from error

    # Upkeep

    def load(self, paths: Sequence[Path]) -> LoadReport:
        """Load files, all of them or none; see kg.store.loading.files."""
        return self._upkeep.load(paths)

    def validate(self, *, deep: bool = False) -> Iterator[Finding]:
        """Yield what is wrong with the store; see kg.store.validate."""
        return self._upkeep.validate(deep=deep)

    def repair(self) -> None:
        """Make the merged graph and the proposals anew."""
        self._upkeep.repair()

    def backup(self, target: Path) -> None:
        """Write a backup while others read and write; see kg.store.backup."""
        self._upkeep.backup(target)

    def _exchange(self, engine: ox.Store) -> None:
        self._quads = engine
        self._changes.forget()

    # Free graphs

    def update(self, request: UpdateRequest) -> None:
        """Run a SPARQL update that writes free graphs only; see kg.store.updates."""
        self._free.update(request)

    def has_graph(self, iri: str) -> bool:
        """Return whether there is a graph of this name."""
        return self._free.has(iri)

    def parse_graph(self, body: bytes, media_type: str, base_iri: str) -> list[ox.Triple]:
        """Return the triples of a graph that a stranger sent."""
        return self._free.parse(body, media_type, base_iri)

    def replace_graph(self, iri: str, triples: Iterable[ox.Triple]) -> bool:
        """Make a free graph hold these triples alone; return whether it is new."""
        return self._free.replace(iri, triples)

    def add_to_graph(self, iri: str, triples: Iterable[ox.Triple]) -> bool:
        """Add triples to a free graph; return whether it is new."""
        return self._free.add(iri, triples)

    def drop_graph(self, iri: str) -> None:
        """Remove a free graph."""
        self._free.drop(iri)

    # Reading

    def select(self, query: str, *, default_graph: str | None = None) -> Answer:
        """Run a SELECT over merged, or over the default graph named."""
        return answer(self._engine, self._graphs, query, default_graph)

    def query(self, query: str, media_type: str) -> tuple[str, bytes]:
        """Run any SPARQL query over merged; return (media type, body)."""
        return serialised(self._engine, self._graphs, query, media_type)

    def stream(self, request: ReadRequest) -> Stream:
        """Answer a stranger's query in a process of its own, under limits; see kg.store.readers."""
        has_from = inspect(request.query, self._base, self._services)
        if self._pool is None:
            return answer_here(self._engine, self._graphs, request, has_from=has_from)
        return self._pool.ask(request, has_from=has_from)

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
        return dump(self._state, format, with_text=with_text, claims=claims)

    def count(self) -> tuple[int, int]:
        """Return (quads outside merged, triples in merged)."""
        counted = answer(self._engine, self._graphs, _COUNT, None).rows[0][0]
        merged = int(counted.value) if isinstance(counted, ox.Literal) else 0
        return len(self._engine) - merged, merged

    def quads(
        self,
        subject: Node | None = None,
        predicate: Node | None = None,
        value: Term | None = None,
        graph: Node | None = None,
    ) -> Iterator[ox.Quad]:
        """Yield the quads that fit; None fits all, merged among them."""
        return View(self._engine).quads(subject, predicate, value, graph)

    def named_graphs(self) -> list[Node]:
        """Return the names of all graphs."""
        return [graph for graph in self._engine.named_graphs() if isinstance(graph, Node)]

    def close(self) -> None:
        """Flush and let go of the folder; closing twice is fine."""
        with self._lock:
            if self._quads is not None:
                if self._pool is not None:
                    self._pool.close()
                engine, self._quads = self._quads, None
                try:
                    engine.flush()
                except OSError as error:  # what was written is in the engine's log all the same
                    raise translated(error, self._where) from error

    # For library users; importing rdflib costs a quarter of a second, which no command needs

    @property
    def graph(self) -> "Graph":
        """The merged graph as a read-only rdflib graph, always up to date."""
        from kg.store.views import graph_view

        return graph_view(lambda: self._engine, self._graphs)

    @property
    def dataset(self) -> "Dataset":
        """Every graph as a read-only rdflib dataset; its queries ask merged by default."""
        from kg.store.views import dataset_view

        return dataset_view(lambda: self._engine, self._graphs)
