"""The claims behind the index, read a few at a time: what pages are made of, whatever the store.

In:  a `View` of the index, the store for the texts of articles. Out: `Dataset`s.
An event comes with the claims from which its facts follow, those of other articles among them, and
with nothing else; a dataset made so knows its events wholly, and others it holds in part.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from typing import Any

from kg.index import page
from kg.index.rows import Axis
from kg.index.view import View
from kg.model.claim import Claim
from kg.model.document import article_from_document, claim_from_document
from kg.model.entity import Actor, Location
from kg.model.extraction import Extraction
from kg.model.proposal import Proposal
from kg.query.dataset import Dataset
from kg.query.entities import Entities
from kg.query.pages import check_limit, place_of, token_of
from kg.query.source import Page

Json = dict[str, Any]
Read = Callable[[str], tuple[Extraction, Mapping[str, str]]]
_MOST_ENTITIES = 1 << 14
_MOST_CLAIMS = 1 << 12


class Holdings:
    """The claims at one revision of the index; lives as long as the view.

    `read` gives an article with its text, and the moments of its claims, from the store.
    """

    def __init__(self, view: View, base: str, read: Read) -> None:
        self.view = view
        self.base = base
        self._read = read
        self._paged: tuple[frozenset[str], Dataset] = (frozenset(), Dataset(()))

    def events(self, iris: Iterable[str], *, texts: Collection[str] = ()) -> Dataset:
        """Return a dataset that holds these events, and whole articles with their texts."""
        wanted = list(dict.fromkeys(iris))
        behind = self._listed("SELECT claims FROM events WHERE iri IN ", wanted)
        claims = dict.fromkeys(iri for (found,) in behind for iri in json.loads(found))
        pairs, elsewhere = self._proposals(wanted)
        return self.dataset(claims, texts=texts, proposals=pairs, elsewhere=elsewhere)

    def dataset(
        self,
        claims: Iterable[str],
        *,
        texts: Collection[str] = (),
        proposals: Iterable[Proposal] = (),
        elsewhere: Iterable[str] = (),
    ) -> Dataset:
        """Return a dataset of these claims and parts, and of whole articles with their texts."""
        told, entities = self._told(claims, texts)
        whole = {iri: self._read(iri) for iri in texts}
        entities |= {e.iri for found, _ in whole.values() for e in _entities_of(found)}
        known = self.entities(entities)
        held = {iri: extraction for iri, (extraction, _) in whole.items()}
        held |= {iri: _extraction(rows, known) for iri, rows in told.items()}
        moments = {iri: moments for iri, (_, moments) in whole.items()}
        moments |= {iri: rows.moments for iri, rows in told.items()}
        ordered = sorted(held.values(), key=_newest_first)
        return Dataset(
            ordered,
            canonical=self._canonical(ordered),
            recorded=moments,
            proposals=proposals,
            copies=dict(self._listed("SELECT * FROM copies WHERE article IN ", list(held))),
            revision=self.view.revision,
            base=self.base,
            entities=known,
            elsewhere=elsewhere,
        )

    def entities(self, iris: Iterable[str]) -> Entities:
        """Return these actors and places with what they belong to."""
        actors: dict[str, Actor] = {}
        places: dict[str, Location] = {}
        languages: dict[str, str] = {}
        asked, seen = set(iris), set[str]()
        while asked:
            seen |= asked
            rows = self._listed("SELECT * FROM entities WHERE iri IN ", sorted(asked))
            asked = set()
            for iri, kind, linked, within, value in rows:
                if kind == "actor":
                    actors[iri], languages[iri] = _actor(iri, linked, within, value)
                else:
                    places[iri], languages[iri] = _place(iri, linked, within, value)
                if within is not None and within not in seen:
                    asked.add(within)
        return Entities(actors=actors, places=places, languages=languages)

    def page(self, events: int, limit: int, after: str | None, *, relative: bool) -> Page:
        """Return a page of these events (a set of slots) in the order of time."""
        check_limit(limit)
        start = None if after is None else place_of(after)
        axis: Axis = "relative" if relative else "absolute"
        places = page.page(self.view, events, axis, limit + 1, start)
        shown = places[:limit]
        data = self._page_of([iri for _, iri in shown])
        return Page(
            dataset=data,
            events=tuple(data.facts[iri] for _, iri in shown),
            next=token_of(shown[-1]) if len(places) > limit else None,
        )

    def _page_of(self, iris: Sequence[str]) -> Dataset:
        """A dataset of these events: the last page's, where that has them all.

        One page of the explorer shows the same events as a drawing and as a table.
        """
        held, dataset = self._paged
        if not held.issuperset(iris):
            dataset = self.events(iris)
            self._paged = frozenset(iris), dataset
        return dataset

    def articles(self, iris: Sequence[str]) -> Dataset:
        """Return a dataset of whole articles, but for their texts."""
        rows = self._listed("SELECT iri FROM claims WHERE article IN ", iris)
        told, entities = self._told((iri for (iri,) in rows), (), bare=iris)
        for found in told.values():
            entities.update(found.name_all())
        known = self.entities(entities)
        held = sorted((_extraction(found, known) for found in told.values()), key=_newest_first)
        return Dataset(
            held,
            canonical=self._canonical(held),
            recorded={iri: found.moments for iri, found in told.items()},
            revision=self.view.revision,
            base=self.base,
            entities=known,
        )

    def _told(
        self, claims: Iterable[str], texts: Collection[str], bare: Iterable[str] = ()
    ) -> tuple[dict[str, "_Told"], set[str]]:
        """The rows of claims by article, those of `texts` left out; all whom they name.

        `bare` articles are there also without claims.
        """
        told: dict[str, _Told] = {iri: _Told() for iri in bare}
        entities: set[str] = set()
        for _, article, place, value in self._listed(
            "SELECT * FROM claims WHERE iri IN ", list(claims)
        ):
            known, claim = _claim(value)
            entities.update(known["actors"].values(), known["places"].values())
            if article not in texts:
                told.setdefault(article, _Told()).add(place, claim, known)
        # Whom an article names besides is long, and is asked for with the whole article alone.
        wanted = "value" if bare else "json_object('article', json_extract(value, '$.article'))"
        query = f"SELECT iri, {wanted} FROM articles WHERE iri IN "  # noqa: S608 # one of two
        for iri, value in self._listed(query, list(told)):
            told[iri].known = json.loads(value)
        return told, entities

    def _canonical(self, held: Iterable[Extraction]) -> dict[str, str]:
        events = dict.fromkeys(e for found in held for c in found.claims for e in _events_in(c))
        query = "SELECT iri, event FROM event_names WHERE iri <> event AND iri IN "
        return dict(self._listed(query, list(events)))

    def _proposals(self, events: Sequence[str]) -> tuple[list[Proposal], list[str]]:
        """What is proposed for these events, and the other events, as they stand now."""
        names = [i for (i,) in self._listed("SELECT iri FROM event_names WHERE event IN ", events)]
        rows = chain.from_iterable(
            self._listed(f"SELECT one, other, value FROM pairs WHERE {side} IN ", names)  # noqa: S608 # one of two
            for side in ("one", "other")
        )
        pairs = {(one, other): value for one, other, value in rows}
        ends = list({end for pair in pairs for end in pair})
        query = "SELECT iri, event FROM event_names WHERE iri IN "
        known = dict(self._listed(query, ends))
        found = [_proposal(*pair, json.loads(value)) for pair, value in pairs.items()]
        return found, list(known.values())

    def _listed(self, query: str, values: Sequence[object]) -> Iterator[tuple[Any, ...]]:
        """Run a query that ends in "IN" over many values."""
        if not values:
            return iter(())
        found = f"{query} (SELECT value FROM json_each(?))"  # noqa: S608 # of constants
        return self.view.rows(found, (json.dumps(values),))


class _Told:
    """Some claims of one article, as the index keeps them."""

    def __init__(self) -> None:
        self.known: Json = {}
        self.moments: dict[str, str] = {}
        self.actors: dict[str, str] = {}
        self.places: dict[str, str] = {}
        self._claims: list[tuple[int, Claim]] = []

    def add(self, place: int, claim: Claim, known: Json) -> None:
        """Add a claim; `place` is its place in the text's order."""
        self._claims.append((place, claim))
        self.actors |= known["actors"]
        self.places |= known["places"]
        if known["recorded"] is not None:
            self.moments[claim.iri] = known["recorded"]

    def name_all(self) -> Iterator[str]:
        """Name all whom the article names, in claims or not; return their IRIs."""
        self.actors |= self.known["actors"]
        self.places |= self.known["places"]
        yield from (*self.actors.values(), *self.places.values())

    def in_order(self) -> tuple[Claim, ...]:
        """Return the claims in the order of the text."""
        return tuple(claim for _, claim in sorted(self._claims, key=lambda row: row[0]))


def _extraction(told: _Told, known: Entities) -> Extraction:
    actors = sorted(told.actors.items(), key=_iri)
    places = sorted(told.places.items(), key=_iri)
    return Extraction(
        article=article_from_document(told.known["article"], ""),
        actors=tuple(replace(known.actors[iri], name=name) for name, iri in actors),
        locations=tuple(replace(known.places[iri], name=name) for name, iri in places),
        claims=told.in_order(),
    )


def _iri(pair: tuple[str, str]) -> str:
    return pair[1]


def _newest_first(found: Extraction) -> tuple[bool, int, str]:
    published = found.article.published
    return published is None, -published.ordinal if published else 0, found.article.iri


def _events_in(claim: Claim) -> Iterator[str]:
    yield claim.event
    for conveyed in getattr(claim, "conveys", ()):
        yield conveyed.event


def _entities_of(found: Extraction) -> Iterator[Actor | Location]:
    yield from (*found.actors, *found.context_actors)
    yield from (*found.locations, *found.context_locations)


# Pages that are turned over, and the views of one selection, ask for the same claims again.
@lru_cache(maxsize=_MOST_CLAIMS)
def _claim(value: str) -> tuple[Json, Claim]:
    """Return a claim's row, which nobody may change, without the claim; and the claim."""
    known = json.loads(value)
    return known, claim_from_document(known.pop("claim"))


# The busy ones come again on every page.
@lru_cache(maxsize=_MOST_ENTITIES)
def _actor(iri: str, linked: int, within: str | None, value: str) -> tuple[Actor, str]:
    known = json.loads(value)
    found = Actor(
        iri=iri,
        name=known["name"],
        kind=known["kind"],
        unnamed=known["unnamed"],
        linked=bool(linked),
        labels=tuple(sorted(known["labels"].items())),
        belongs_to=within,
        matches=tuple(known["matches"]),
    )
    return found, known["language"]


@lru_cache(maxsize=_MOST_ENTITIES)
def _place(iri: str, linked: int, within: str | None, value: str) -> tuple[Location, str]:
    known = json.loads(value)
    found = Location(
        iri=iri,
        name=known["name"],
        linked=bool(linked),
        labels=tuple(sorted(known["labels"].items())),
        latitude=known["latitude"],
        longitude=known["longitude"],
        within=within,
        matches=tuple(known["matches"]),
    )
    return found, known["language"]


def _proposal(one: str, other: str, known: Json) -> Proposal:
    return Proposal(
        one=one,
        other=other,
        score=known["score"],
        reasons=tuple(known["reasons"]),
        objections=tuple(known["objections"]),
    )
