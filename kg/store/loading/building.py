"""A dump as a whole store: checked, with its merged graph and its proposals worked out.

Files go into the engine by the engine alone, one after the other in a thread, from the moment when
they are sorted, while processes work out what else there has to be; on two cores it takes as long
as the longer of both.
In:  an engine that is being filled, a dump. Out: the engine filled; a report.
"""

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kg.store import meta
from kg.store.anew import Anew
from kg.store.loading.claims import Dump
from kg.store.loading.filling import Filling
from kg.store.loading.hands import worked_out
from kg.store.loading.report import LoadReport
from kg.store.loading.working import Worked
from kg.store.merged import terms
from kg.store.plan import in_graph
from kg.store.state import State
from kg.store.view import View


def build(
    filling: Filling, dump: Dump, revision: int, free: Iterable[ox.Quad], folder: Path
) -> LoadReport:
    """Fill an engine that has, or will have, the dump's articles; wait until all of it is there.

    `free` are quads to keep beside the dump. Raises as `worked_out`.
    """
    engine = filling.engine
    filling.then(lambda: engine.bulk_extend(_of_whole(dump, revision)))
    filling.then(lambda: engine.bulk_extend(dump.free()))
    filling.then(lambda: engine.bulk_extend(free))
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
