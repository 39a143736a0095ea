"""Who met, addressed, warned, accused whom: the chosen events as a graph of actors.

In:  a `Source`, a `Filter`, a reader's `Words`; `Asked`: whose surroundings, how many.
Out: plain values for JSON; rows.
The graph is built with pyvis and read back by its `get_network_data`; pages draw it themselves, so
that no label is ever taken for markup.
"""

import heapq
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, replace
from typing import Any

from kg.errors import QueryError
from kg.model.iri import local_name
from kg.query import messages as m
from kg.query.dataset import Dataset
from kg.query.filters import Filter
from kg.query.graph import ActorGraph
from kg.query.snapshot import source_of
from kg.query.source import Source
from kg.query.spots import spots_of
from kg.query.ties import Edge, EdgeKind, event_edges
from kg.query.wording import Words, actor_name

# More names than this cannot be read at a glance; a reader may ask for more, this much at a time.
MAX_NODES = 60
MOST_NODES = 300
# Ties that are drawn for each node asked for; with more of them no tie can be told from another.
TIES_A_NODE = 8
_SIDE_SIZE, _ACTOR_SIZE, _MOST_SIZE = 13, 9, 22


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What part of the graph to draw.

    `focus` is an actor's IRI or what follows its last slash: the actor and whom it is tied to, no
    others. `most` is how many nodes at most. `event` is the IRI of a selected event, whose ties the
    answer names.
    """

    focus: str | None = None
    most: int = MAX_NODES
    event: str | None = None

    @classmethod
    def parse(cls, args: Mapping[str, str], event: str | None = None) -> "Asked":
        """Read `focus` and `nodes` out of an address's parameters. Raises QueryError."""
        given = args.get("nodes", "").strip() or str(MAX_NODES)
        # isdecimal alone would take digits without end, which int refuses.
        if not (given.isascii() and given.isdecimal() and len(given) < 4):
            raise QueryError(f"nodes={given[:80]!r} is not a number from 1 to {MOST_NODES}.")
        if not 1 <= int(given) <= MOST_NODES:
            raise QueryError(f"nodes={given} is not a number from 1 to {MOST_NODES}.")
        return cls(focus=args.get("focus", "").strip() or None, most=int(given), event=event)


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """An actor as a node shows it; `side`: it belongs to nobody else that is known."""

    label: str
    language: str
    kind: str
    unnamed: bool
    side: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeRow:
    """An edge in words, for the table beside the drawing; `pair` is the filter for its claims."""

    from_iri: str
    from_label: str
    from_href: str
    kind: EdgeKind
    kind_label: str
    to_iri: str
    to_label: str
    to_href: str
    count: int
    pair: str | None


def network(
    given: Dataset | Source, chosen: Filter, words: Words, asked: Asked | None = None
) -> dict[str, Any]:
    """Return {"nodes", "edges", "total", "truncated", "more", "more_edges", "focus", "selected"}.

    nodes: {"id", "label", "lang", "kind", "unnamed", "claims", "href", "x", "y", "size"}, those
    with most claims first (a focus before them); edges: {"from", "to", "kind", "count", "pair"}
    ("met" has no direction, its ends are in order of IRI; `pair` is the filter for the claims
    behind it, None for "belongs"). `total` counts all actors that could be drawn, `more` is the
    number to ask for next, or None, `more_edges` how many weaker ties between these are left out.
    `focus` is an IRI or None; `selected` the ties, (from, to, kind) each, that the selected event
    makes.

    Where a node stands depends on all that fits but for its time, so a narrower window or a focus
    leaves it where it was.
    """
    asked = asked or Asked()
    lasting = replace(chosen, first=None, last=None)
    source = source_of(given)
    graph = source.select(chosen).graph()
    whole = graph if lasting == chosen else source.select(lasting).graph()
    selected = _ties_of(source, source.event_of(asked.event)) if asked.event else ()
    return draw(graph, whole, asked, lambda iris: _parties(source, words, iris), selected)


def draw(
    graph: ActorGraph,
    whole: ActorGraph,
    asked: Asked,
    parties: Callable[[Iterable[str]], Mapping[str, Party]],
    selected: Iterable[Edge] = (),
) -> dict[str, Any]:
    """Return the answer of `network` for a graph; `whole` is the same at all times.

    `parties(iris)` gives a `Party` by IRI.
    """
    focus = whole.find(asked.focus) if asked.focus is not None else None
    if focus is not None:
        shown, total = graph.around(focus, asked.most)
    else:
        shown, total = graph.busiest(asked.most), graph.total
    among = graph.among(set(shown))
    kept = _strongest(among, asked.most * TIES_A_NODE, among.keys() & set(selected))
    spots, known = spots_of(whole, shown), parties(shown)
    claims = graph.claims_of(shown)
    nodes = [_node(iri, claims.get(iri, 0), known[iri], spots[iri]) for iri in shown]
    drawn_nodes, drawn_edges = _through_pyvis(nodes, kept)
    more = min(asked.most + MAX_NODES, MOST_NODES)
    truncated = total > len(shown)
    return {
        "nodes": drawn_nodes,
        "edges": drawn_edges,
        "total": total,
        "truncated": truncated,
        "more": more if truncated and more > asked.most else None,
        "more_edges": len(among) - len(kept),
        "focus": focus,
        "selected": sorted(map(list, set(selected) & kept.keys())),
    }


def _strongest(edges: Mapping[Edge, int], most: int, wanted: Set[Edge]) -> Mapping[Edge, int]:
    """Return the ties that the most events make, and `wanted`; with them each node's strongest."""
    if len(edges) <= most:
        return edges

    def rank(edge: Edge) -> tuple[bool, int, Edge]:
        return edge[2] != "belongs", -edges[edge], edge

    kept = {*heapq.nsmallest(most, edges, key=rank), *wanted}
    tied = {end for edge in kept for end in edge[:2]}
    alone = [edge for edge in edges if not tied.issuperset(edge[:2])]
    for edge in sorted(alone, key=rank):
        if not tied.issuperset(edge[:2]):
            kept.add(edge)
            tied.update(edge[:2])
    return {edge: edges[edge] for edge in kept}


def edge_rows(answer: dict[str, Any], words: Words) -> list[EdgeRow]:
    """Return the edges of a network's answer in words, the most frequent first."""
    nodes = {node["id"]: node for node in answer["nodes"]}
    rows = [
        EdgeRow(
            from_iri=edge["from"],
            from_label=nodes[edge["from"]]["label"],
            from_href=nodes[edge["from"]]["href"],
            kind=edge["kind"],
            kind_label=words.gettext(m.EDGES[edge["kind"]]),
            to_iri=edge["to"],
            to_label=nodes[edge["to"]]["label"],
            to_href=nodes[edge["to"]]["href"],
            count=edge["count"],
            pair=edge["pair"],
        )
        for edge in answer["edges"]
    ]
    return sorted(rows, key=lambda r: (-r.count, r.from_label, r.kind, r.to_label))


def _ties_of(source: Source, event: str) -> set[Edge]:
    data = source.events((event,))
    facts = data.facts.get(event)
    return set(event_edges(facts, data.entities)) if facts else set()


def _parties(source: Source, words: Words, iris: Iterable[str]) -> dict[str, Party]:
    shown, found = list(iris), {}
    entities = source.entities(shown)
    for iri in shown:
        actor, name = entities.actors[iri], actor_name(entities, iri, words)
        found[iri] = Party(
            label=name.text,
            language=name.language or words.language,
            kind=actor.kind,
            unnamed=actor.unnamed,
            side=actor.belongs_to is None and actor.linked,
        )
    return found


def _node(iri: str, claims: int, party: Party, spot: tuple[int, int]) -> dict[str, Any]:
    least = _SIDE_SIZE if party.side else _ACTOR_SIZE
    return {
        "id": iri,
        "label": party.label,
        "lang": party.language,
        "kind": party.kind,
        "unnamed": party.unnamed,
        "claims": claims,
        "href": f"/actors/{local_name(iri)}",
        "x": spot[0],
        "y": spot[1],
        "size": min(_MOST_SIZE, least + round(claims**0.5)),
    }


def _pair(edge: Edge) -> str | None:
    source, target, kind = edge
    return None if kind == "belongs" else f"{local_name(source)},{local_name(target)},{kind}"


def _through_pyvis(
    nodes: list[dict[str, Any]], edges: Mapping[Edge, int]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    # Late: pyvis brings IPython and networkx along, half a second that only this answer needs.
    from pyvis.network import Network

    graph = Network(directed=True)
    for node in nodes:
        values = {name: value for name, value in node.items() if name not in ("id", "label")}
        graph.add_node(node["id"], label=node["label"], **values)
    for edge, count in sorted(edges.items()):
        source, target, kind = edge
        graph.add_edge(source, target, kind=kind, count=count, pair=_pair(edge))
    drawn_nodes, drawn_edges, *_ = graph.get_network_data()
    names = ("from", "to", "kind", "count", "pair")
    return (
        [{name: node[name] for name in nodes[0]} for node in drawn_nodes],
        [{name: edge[name] for name in names} for edge in drawn_edges],
    )
