"""Who met, addressed, warned, accused whom: the chosen events as a graph of actors.

In:  a `Dataset`, a `Filter`, a reader's `Words`. Out: plain values for JSON; rows.
The graph is built with pyvis and read back by its `get_network_data`; pages draw it themselves, so
that no label is ever taken for markup. Only what is told as having happened makes a tie: a planned
or denied meeting does not.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Any, Literal

from kg.model.claim import Statement
from kg.model.iri import local_name
from kg.query import messages as m
from kg.query.dataset import Dataset
from kg.query.entities import Entities
from kg.query.facts import UNRESOLVED, EventFacts
from kg.query.filters import Filter
from kg.query.layout import place_nodes
from kg.query.selection import Selection, select
from kg.query.wording import Words, actor_name

EdgeKind = Literal["met", "said", "warned", "accused", "denied", "belongs"]
Edge = tuple[str, str, EdgeKind]

# More names than this cannot be read in one drawing.
MAX_NODES = 60
_SAID: dict[str, EdgeKind] = {"warns": "warned", "accuses": "accused", "denies": "denied"}
_SIDE_SIZE, _ACTOR_SIZE, _MOST_SIZE = 13, 9, 22


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeRow:
    """An edge in words, for the table beside the drawing."""

    from_iri: str
    from_label: str
    from_href: str
    kind: EdgeKind
    kind_label: str
    to_iri: str
    to_label: str
    to_href: str
    count: int


def network(dataset: Dataset, chosen: Filter, words: Words) -> dict[str, Any]:
    """Return {"nodes", "edges", "total", "truncated"}.

    nodes: {"id", "label", "lang", "kind", "unnamed", "claims", "href", "x", "y", "size"}, those
    with most claims first; edges: {"from", "to", "kind", "count"} ("met" has no direction; its ends
    are in order of IRI). `total` counts all actors that are tied to another.
    """
    selection = select(dataset, chosen)
    edges = _edges(dataset, selection)
    claims = _claims(selection)
    tied = {iri for edge in edges for iri in edge[:2]}
    ranked = sorted(tied, key=lambda iri: (-claims[iri], iri))
    shown = ranked[:MAX_NODES]
    kept = {e: n for e, n in edges.items() if e[0] in shown and e[1] in shown}
    places = _places(tuple(sorted(shown)), tuple(sorted(kept.items())))
    nodes = [_node(dataset, words, iri, claims[iri], places[iri]) for iri in shown]
    drawn_nodes, drawn_edges = _through_pyvis(nodes, kept)
    return {
        "nodes": drawn_nodes,
        "edges": drawn_edges,
        "total": len(ranked),
        "truncated": len(ranked) > len(shown),
    }


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
        )
        for edge in answer["edges"]
    ]
    return sorted(rows, key=lambda r: (-r.count, r.from_label, r.kind, r.to_label))


def _edges(dataset: Dataset, selection: Selection) -> dict[Edge, int]:
    counted = Counter(
        edge for facts in selection.events for edge in set(event_edges(facts, dataset.entities))
    )
    actors = {iri for edge in counted for iri in edge[:2]} | _claims(selection).keys()
    for iri in sorted(actors):
        holder = dataset.entities.actors[iri].belongs_to
        if holder in actors and holder is not None and holder != iri:
            counted[(iri, holder, "belongs")] = 1
    return dict(counted)


def event_edges(facts: EventFacts, entities: Entities) -> Iterator[Edge]:
    """Yield the ties between actors that one event makes, perhaps one more than once."""
    if facts.event.kind == "meeting":
        yield from _met(facts, entities)
    elif facts.event.kind == "statement" and facts.speaker not in (None, UNRESOLVED):
        yield from _said(facts, str(facts.speaker))


def _met(facts: EventFacts, entities: Entities) -> Iterator[Edge]:
    if facts.commitment in ("asserted", "mixed") and facts.status in ("held", "ongoing"):
        for one, other in combinations(sorted(facts.participants), 2):
            yield (one, other, "met")
    for denier in facts.deniers:
        for party in facts.participants:
            if not entities.same_actor(denier, party):
                yield (denier, party, "denied")


def _said(facts: EventFacts, speaker: str) -> Iterator[Edge]:
    for telling in facts.event.tellings:
        if not isinstance(telling.claim, Statement):
            continue
        kind = _SAID.get(telling.claim.act, "said")
        targets = telling.addressees
        if not targets and kind == "accused":
            targets = tuple(iri for iri, role in telling.roles() if role == "about")
        yield from ((speaker, target, kind) for target in targets if target != speaker)


def _claims(selection: Selection) -> Counter[str]:
    """How many claims of record each actor has a role in, other than being spoken of."""
    pairs = {
        (iri, telling.record.iri)
        for telling in selection.tellings
        for iri, role in telling.roles()
        if role != "about"
    }
    return Counter(iri for iri, _ in pairs)


@lru_cache(maxsize=32)
def _places(
    ids: tuple[str, ...], edges: tuple[tuple[Edge, int], ...]
) -> dict[str, tuple[int, int]]:
    ties: Counter[tuple[str, str]] = Counter()
    for (one, other, _), count in edges:
        ties[(one, other) if one < other else (other, one)] += count
    return place_nodes(ids, {pair: float(count) for pair, count in ties.items()})


def _node(
    dataset: Dataset, words: Words, iri: str, claims: int, place: tuple[int, int]
) -> dict[str, Any]:
    actor = dataset.entities.actors[iri]
    name = actor_name(dataset.entities, iri, words)
    least = _SIDE_SIZE if actor.belongs_to is None and actor.linked else _ACTOR_SIZE
    return {
        "id": iri,
        "label": name.text,
        "lang": name.language,
        "kind": actor.kind,
        "unnamed": actor.unnamed,
        "claims": claims,
        "href": f"/actors/{local_name(iri)}",
        "x": place[0],
        "y": place[1],
        "size": min(_MOST_SIZE, least + round(claims**0.5)),
    }


def _through_pyvis(
    nodes: list[dict[str, Any]], edges: dict[Edge, int]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    # Late: pyvis brings IPython and networkx along, half a second that only this answer needs.
    from pyvis.network import Network

    graph = Network(directed=True)
    for node in nodes:
        values = {name: value for name, value in node.items() if name not in ("id", "label")}
        graph.add_node(node["id"], label=node["label"], **values)
    for (source, target, kind), count in sorted(edges.items()):
        graph.add_edge(source, target, kind=kind, count=count)
    drawn_nodes, drawn_edges, *_ = graph.get_network_data()
    return (
        [{name: node[name] for name in nodes[0]} for node in drawn_nodes],
        [{name: edge[name] for name in ("from", "to", "kind", "count")} for edge in drawn_edges],
    )
