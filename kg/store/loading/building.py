"""A dump as a whole store: checked, with its merged graph and its proposals worked out.

Files go into the engine by the engine alone, one after the other in a thread, while processes work
out what else there has to be; on two cores it takes as long as the longer of both.
In:  a fresh engine, a dump. Out: the engine filled; a report.
"""

from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pyoxigraph as ox

from kg.store import meta
from kg.store.anew import Anew
from kg.store.loading.claims import Dump
from kg.store.loading.hands import worked_out
from kg.store.loading.report import LoadReport
from kg.store.loading.working import Worked
from kg.store.merged import terms
from kg.store.plan import in_graph
from kg.store.state import State
from kg.store.view import Node, View


def build(
    engine: ox.Store, dump: Dump, revision: int, free: Iterable[ox.Quad], folder: Path
) -> LoadReport:
    """Fill a fresh engine; `free` are quads to keep beside the dump. Raises as `worked_out`."""
    filling = _Filling(engine)
    try:
        filling.then(lambda: engine.bulk_extend(_of_whole(dump, revision)))
        filling.then(lambda: engine.bulk_extend(dump.free()))
        filling.then(lambda: engine.bulk_extend(free))
        for number in range(dump.parts.count):
            for path in dump.parts.files(number):
                filling.file(path, None)
        report, anew = LoadReport(), Anew()
        for worked in worked_out(dump, folder):
            filling.file(worked.merged, dump.graphs.merged)
            for told in worked.articles_told():
                anew.take(told)
            report = _with(report, worked)
        core = ox.Store()
        core.extend([*dump.managed, *dump.proposals])
        before = State(View(core), dump.graphs)
        proposals = anew.of_events(before)
        filling.finish()
        proposals |= anew.of_texts(State(View(engine), dump.graphs), before)
        engine.bulk_extend(proposals)
    finally:
        filling.stop()
    return report


def _of_whole(dump: Dump, revision: int) -> list[ox.Quad]:
    """Return what belongs to no article: meta, registry, decisions, what both give to merged."""
    graphs = dump.graphs
    registry = (q.triple for q in dump.managed if q.graph_name == graphs.registry)
    return [
        *meta.beginning(graphs, revision),
        *dump.managed,
        *in_graph(terms(), graphs.merged),
        *in_graph(registry, graphs.merged),
    ]


def _with(report: LoadReport, worked: Worked) -> LoadReport:
    return LoadReport(
        articles=report.articles + worked.articles,
        claims=report.claims + worked.claims,
        without_text=report.without_text + worked.without_text,
    )


class _Filling:
    """What goes into an engine, one after the other, in a thread."""

    def __init__(self, engine: ox.Store) -> None:
        self._engine = engine
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="claimline-load")
        self._tasks: list[Future[None]] = []

    def then(self, task: Callable[[], None]) -> None:
        """Do it when all before it is done."""
        self._tasks.append(self._thread.submit(task))

    def file(self, path: Path, graph: Node | None) -> None:
        """Load a file that we wrote: N-Triples into `graph`, or N-Quads."""
        form = ox.RdfFormat.N_TRIPLES if graph is not None else ox.RdfFormat.N_QUADS
        # Written by us, term by term: it needs no second look at its IRIs.
        load = self._engine.bulk_load
        self.then(lambda: load(path=str(path), format=form, to_graph=graph, lenient=True))

    def finish(self) -> None:
        """Wait for all of it. Raises what a task raised."""
        for task in self._tasks:
            task.result()

    def stop(self) -> None:
        """Leave out what has not begun; wait for what has."""
        self._thread.shutdown(cancel_futures=True)
