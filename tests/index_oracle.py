"""All that the index answers, worked out from a snapshot of the store instead: slowly, plainly."""

from collections import Counter
from dataclasses import replace
from typing import get_args

from kg.index import counts, facets, page
from kg.index.graph import TieGraph
from kg.index.index import Index
from kg.index.lane_sums import LaneSums
from kg.index.places import place_events
from kg.index.rows import ROLES, LaneKind
from kg.index.view import View
from kg.model.iri import local_name
from kg.query.dataset import Dataset
from kg.query.filters import CERTAINTIES, Filter, source_name
from kg.query.index_rows import criteria_of
from kg.query.indexed import IndexedStore
from kg.query.lane_sums import LaneSums as PlainSums
from kg.query.lanes import LANE_KINDS
from kg.query.places import places
from kg.query.selection import position, select
from kg.query.snapshot import Snapshot
from kg.query.wording import ENGLISH
from kg.store.base import GraphStore
from kg.vocabulary import SpeechAct

_VALUES = {
    "role": ROLES,
    "kind": ("statement", "meeting", "redline"),
    "act": get_args(SpeechAct),
    "lang": ("ar", "en", "tr", "he"),
    "certainty": CERTAINTIES,
    "commitment": ("asserted", "denied", "anticipated", "mixed"),
    "disputed": ("1",),
    "maybe_same": ("1",),
    "unnamed": ("1",),
}
_FLAGS = ("disputed", "maybe_same", "unnamed")


def agree(store: GraphStore, indexed: IndexedStore, chosen: Filter) -> None:
    """Fail where the index and a snapshot of the store tell different things of a filter."""
    dataset = Dataset.read(store)
    with indexed.view() as view:
        assert view.revision == store.revision
        _agree_on_selection(dataset, view, chosen)
        for kind in LANE_KINDS:
            _agree_on_lanes(dataset, view, chosen, kind)
        _agree_on_graph(dataset, view, chosen)


def agree_on_facets(store: GraphStore, indexed: IndexedStore, chosen: Filter) -> None:
    """Fail where a facet's count is not what choosing the value gives."""
    dataset = Dataset.read(store)
    with indexed.view() as view:
        found = facets.facets(view, criteria_of(chosen), 1000)
    for name, given in found.items():
        assert given == _facet(dataset, chosen, name), name


def _agree_on_selection(dataset: Dataset, view: View, chosen: Filter) -> None:
    criteria = criteria_of(chosen)
    expected = select(dataset, chosen)
    found, axis = counts.select(view, criteria)
    assert axis == ("relative" if expected.relative else "absolute")
    told = view.rows("SELECT slot, claim FROM tellings ORDER BY slot")
    assert {claim for slot, claim in told if found.tellings >> slot & 1} == {
        telling.claim.iri for telling in expected.tellings
    }
    places_ = [(position(f, relative=expected.relative)[0], f.event.iri) for f in expected.events]
    assert page.page(view, found.events, axis, 10_000, None) == places_
    if places_:
        assert page.page(view, found.events, axis, 1, places_[0]) == places_[1:2]
    line = counts.count(view, criteria)
    assert {name: getattr(line, name) for name in expected.counts()} == expected.counts()
    assert counts.claims(view, criteria) == expected.claims
    newest = counts.newest(view, found)
    assert newest == _newest(expected.events)


def _newest(events) -> str | None:
    for kind in ("redline", "meeting", "statement"):
        found = [
            ((f.heard is not None, f.heard or 0, local_name(f.event.iri)), f.event.iri)
            for f in events
            if f.event.kind == kind
        ]
        if found:
            return max(found)[1]
    return None


def _agree_on_lanes(dataset: Dataset, view: View, chosen: Filter, kind: LaneKind) -> None:
    criteria, expected = criteria_of(chosen), Snapshot(dataset).select(chosen)
    actors = sorted(dataset.entities.actors)
    folds: list[dict[str, str]] = [{}]
    if kind == "actor":
        bodies_of = {actor: (actor, *Snapshot(dataset).bodies(actor)) for actor in actors}
        folds += [
            {body: actor for actor in some for body in bodies_of[actor]}
            for some in (actors, actors[::2], actors[:1])
        ]
    for bodies in folds:
        for bucket in (None, 1, 7, 365):
            found = LaneSums(view, criteria, kind, bucket, bodies)
            _agree_on_sums(expected.lanes(kind, bucket, bodies), found)


def _agree_on_sums(expected: PlainSums, found: PlainSums) -> None:
    assert found.total == expected.total
    every = expected.busiest(expected.total)
    for most in (1, 2, 3, 1000):
        assert found.busiest(most) == expected.busiest(most)
    assert found.extent() == expected.extent()
    for lanes in (every, every[::2], [*every[1:], "nobody"], []):
        assert found.weights(lanes) == expected.weights(lanes)
        for groups in (lanes, lanes[:1] * len(lanes), [lane[-1:] for lane in lanes]):
            group_of = dict(zip(lanes, groups, strict=True))
            assert found.pairs(group_of) == expected.pairs(group_of)
        assert found.ends(lanes) == expected.ends(lanes)
        assert found.undated(lanes) == expected.undated(lanes)
        assert found.counted(lanes) == expected.counted(lanes)


def _agree_on_graph(dataset: Dataset, view: View, chosen: Filter) -> None:
    expected, found = Snapshot(dataset).select(chosen).graph(), TieGraph(view, criteria_of(chosen))
    assert found.total == expected.total
    every = expected.busiest(expected.total)
    for most in (1, 2, 60):
        assert found.busiest(most) == expected.busiest(most)
        assert found.closest(most) == expected.closest(most)
    for actors in (every, every[::2], every[:1], [], ["nobody"]):
        assert found.among(actors) == expected.among(actors)
        for most in (1, 60):
            assert found.partners(actors, most) == expected.partners(actors, most)
    for iri in every:
        for most in (1, 2, 60):
            assert found.around(iri, most) == expected.around(iri, most)
    for name in (*sorted(dataset.entities.actors), *map(local_name, every), "nobody"):
        assert found.find(name) == expected.find(name)
        assert found.claims_of((name,)).get(name, 0) == expected.claims_of((name,)).get(name, 0)
    places_ = {place["iri"]: place["events"] for place in places(dataset, chosen, ENGLISH)}
    assert place_events(view, criteria_of(chosen)) == places_


def _facet(dataset: Dataset, chosen: Filter, name: str) -> list[tuple[str, int]]:
    field = {"side": "actor"}.get(name, name)
    counted: Counter[str] = Counter()
    for value in _values(dataset, name):
        if name == "source":
            others = select(dataset, replace(chosen, source=()))
            events = {t.event for t in _untimed(dataset, others, chosen) if _outlet(t) == value}
            counted[value] = len(events)
        else:
            one = value if name in _FLAGS else (value,)
            narrowed = replace(chosen, **{field: one})
            fitting = [t for t in dataset.claims.values() if narrowed.fits(t, dataset)]
            counted[value] = len({t.event for t in _untimed(dataset, None, chosen, fitting)})
    return sorted(((v, n) for v, n in counted.items() if n), key=lambda pair: (-pair[1], pair[0]))


def _untimed(dataset, selection, chosen, fitting=None):
    from kg.query.when import telling_time

    told = selection.tellings if fitting is None else fitting
    return [t for t in told if chosen.fits_time(telling_time(t))]


def _outlet(telling) -> str | None:
    return source_name(telling.article)


def _values(dataset: Dataset, name: str) -> set[str]:
    entities = dataset.entities
    if name == "actor":
        return set(entities.actors)
    if name == "side":
        return {i for i, a in entities.actors.items() if a.linked and a.belongs_to is None}
    if name == "place":
        return set(entities.places)
    if name == "source":
        return {o for t in dataset.claims.values() if (o := _outlet(t)) is not None}
    return set(_VALUES[name])


def fresh(store: GraphStore) -> IndexedStore:
    """Return an index in memory, not filled yet."""
    return IndexedStore(store, Index(None))
