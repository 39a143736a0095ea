"""The graph of meta: format version, data base and revision of a store, said of the graph itself.

In:  the engine. Out: the base, checked against the one asked for; the revision, and the quads that
raise it, which are part of every write.
"""

import pyoxigraph as ox

from kg.config import FORMAT_VERSION
from kg.errors import OtherBase, StoreError
from kg.mapping.terms import integer, plain
from kg.model.iri import is_iri
from kg.store.folder import check_version
from kg.store.graphs import Graphs
from kg.store.merged import terms
from kg.store.migrate import bring_up
from kg.store.plan import in_graph, update_text
from kg.store.view import Node
from kg.vocabulary import CLM, DEFAULT_BASE, RDF, SKOS

_BASE = Node(CLM.dataBase)
_FORMAT = Node(CLM.formatVersion)
_REVISION = Node(CLM.revision)
_TYPE = Node(RDF.type)


def prepare(store: ox.Store, base: str | None, where: str) -> str:
    """Return the store's base; write it, the format and revision 0 into a fresh one.

    The terms of the ontology in merged are those of this program from then on.
    Raises OtherBase, StoreTooNew, and StoreError for a base that cannot be one.
    """
    found = next(iter(store.quads_for_pattern(None, _BASE, None, None)), None)
    if found is None or not isinstance(found.object, ox.Literal):
        return _begin(store, base or DEFAULT_BASE)
    stored = found.object.value
    if base is not None and base != stored:
        raise OtherBase(
            f"The store at {where} was made with the data base {stored}, not {base}. "
            "Leave the base out, or make another store for it."
        )
    version = next(iter(store.quads_for_pattern(None, _FORMAT, None, None))).object
    number = int(version.value) if isinstance(version, ox.Literal) else 0
    check_version(number, where)
    graphs = Graphs(stored)
    bring_up(
        store,
        graphs,
        number,
        where,
        formats=lambda n: _format_quad(graphs, n),
        revisions=lambda: next_revision(store, graphs),
    )
    _renew_terms(store, graphs)
    return stored


def check_base(base: str) -> None:
    """Raise StoreError for what cannot be a data base."""
    if not is_iri(base) or not base.endswith("/") or "#" in base:
        raise StoreError(
            f"{base!r} cannot be a data base: that is an IRI which ends in / and has no #, such as "
            f"{DEFAULT_BASE}."
        )


def _begin(store: ox.Store, base: str) -> str:
    check_base(base)
    graphs = Graphs(base)
    quads = [ox.Quad(t.subject, t.predicate, t.object, graphs.merged) for t in terms()]
    store.extend([*quads, *beginning(graphs, 0)])
    return base


def beginning(graphs: Graphs, revision: int) -> list[ox.Quad]:
    """Return the graph of meta of a store in the present format, at a revision."""
    meta = graphs.meta
    return [
        _format_quad(graphs, FORMAT_VERSION),
        ox.Quad(meta, _BASE, plain(graphs.base), meta),
        _revision_quad(graphs, revision),
    ]


def _renew_terms(store: ox.Store, graphs: Graphs) -> None:
    """Put this program's terms in the place of those of an older one; usually nothing to do."""
    merged = graphs.merged
    listed = [
        quad.subject
        for kind in (SKOS.Concept, SKOS.ConceptScheme)
        for quad in store.quads_for_pattern(None, _TYPE, Node(kind), merged)
    ]
    old = {q for s in listed for q in store.quads_for_pattern(s, None, None, merged)}
    new = set(in_graph(terms(), merged))
    if old != new:
        before, after = next_revision(store, graphs)
        store.update(update_text({*(old - new), before}, {*(new - old), after}))


def revision(store: ox.Store, graphs: Graphs) -> int:
    """Return how many writes the store has seen."""
    quad = next(iter(store.quads_for_pattern(graphs.meta, _REVISION, None, graphs.meta)))
    if not isinstance(quad.object, ox.Literal):
        raise StoreError("The store's revision is no number: restore the store from a backup.")
    return int(quad.object.value)


def next_revision(store: ox.Store, graphs: Graphs, writes: int = 1) -> tuple[ox.Quad, ox.Quad]:
    """Return the quad of the present revision and that after so many writes."""
    now = revision(store, graphs)
    return _revision_quad(graphs, now), _revision_quad(graphs, now + writes)


def _format_quad(graphs: Graphs, number: int) -> ox.Quad:
    return ox.Quad(graphs.meta, _FORMAT, integer(number), graphs.meta)


def _revision_quad(graphs: Graphs, number: int) -> ox.Quad:
    return ox.Quad(graphs.meta, _REVISION, integer(number), graphs.meta)
