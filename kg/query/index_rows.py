"""Events, actors, places and articles of a `Dataset` as rows of the index; filters as its criteria.

In:  a `Dataset`, which may hold some articles only; a `Filter`. Out: rows, `Criteria`.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import chain

from kg.index.criteria import Criteria, Key
from kg.index.rows import (
    AXES,
    ArticleRow,
    Axis,
    Bounds,
    ClaimRow,
    EntityRow,
    EventRow,
    PairRow,
    TellingRow,
)
from kg.index.tied import TieKey
from kg.model.claim import Claim
from kg.model.document import article_to_document, claim_to_document
from kg.model.entity import Actor, Location
from kg.model.proposal import Proposal
from kg.query.crossing import crossing_said
from kg.query.dataset import Dataset
from kg.query.documents import actors_of, places_of
from kg.query.entities import Entities
from kg.query.facts import EventFacts, first_named
from kg.query.filters import Filter, source_keys, source_name
from kg.query.lanes import LANE_KINDS, standings
from kg.query.search import fold_text, search_words
from kg.query.selection import position
from kg.query.telling import ArticleView, EventView, Telling, kind_of
from kg.query.ties import event_edges
from kg.query.when import telling_time
from kg.query.wording import certainty, own_words

_PLAIN = ("kind", "act", "lang", "certainty")
_OF_EVENT = ("commitment", "disputed", "maybe_same", "unnamed")
_YES = "1"


def criteria_of(chosen: Filter, *, words: tuple[str, ...] = ()) -> Criteria:
    """Return the filter as the index takes it; `words`: folded, each to be found anywhere."""
    args = chosen.to_args()
    keys = {name: _keys(name, args[name]) for name in _PLAIN if name in args}
    if chosen.source:
        articles = _keys("article", chosen.source, named=True)
        keys["source"] = articles + _keys("source", map(fold_text, chosen.source))
    if chosen.place:
        keys["place"] = _keys("place", chosen.place, named=True)
    return Criteria(
        keys=tuple((keys | _who(chosen.actor, chosen.role)).items()),
        of_event=tuple((name, _keys(name, args[name])) for name in _OF_EVENT if name in args),
        ties=tuple(TieKey(pair.ways(), pair.kind) for pair in chosen.pair),
        first=chosen.first.ordinal if chosen.first else None,
        last=chosen.last.ordinal if chosen.last else None,
        phrase=fold_text(chosen.q) if chosen.q is not None else None,
        words=words,
    )


def _keys(dimension: str, values: Iterable[str], *, named: bool = False) -> tuple[Key, ...]:
    return tuple(Key(dimension, value, named=named) for value in values)


def _who(actors: tuple[str, ...], roles: tuple[str, ...]) -> dict[str, tuple[Key, ...]]:
    found: dict[str, tuple[Key, ...]] = {}
    if actors:
        found["actor"] = _keys("actor", actors, named=True)
    if roles:
        found["role"] = _keys("role", roles)
    if actors and roles:
        played = (_keys(f"role:{role}", actors, named=True) for role in roles)
        found["actor+role"] = tuple(chain.from_iterable(played))
    return found


def event_row(dataset: Dataset, facts: EventFacts, *, maybe_same: bool) -> EventRow:
    """Return the row of an event, all of whose articles the dataset holds."""
    event = facts.event
    told = {t.article.iri for t in event.tellings}
    return EventRow(
        iri=event.iri,
        kind=event.kind,
        names=event.locals,
        keys=tuple(_event_keys(facts, maybe_same=maybe_same)),
        when={axis: bounds for axis in AXES if (bounds := _bounds(facts, axis))},
        position={axis: position(facts, relative=axis == "relative")[0] for axis in AXES},
        throughout=facts.when is not None and facts.when.extent == "throughout",
        heard=facts.heard,
        lanes={
            kind: tuple(dict.fromkeys(s.id for s in standings(facts, dataset, kind)))
            for kind in LANE_KINDS
        },
        edges=tuple(sorted(set(event_edges(facts, dataset.entities)))),
        reached=tuple(sorted(facts.articles - told)),
        tellings=tuple(_telling_row(telling, dataset.entities) for telling in event.tellings),
        claims=tuple(dict.fromkeys(_claims_behind(event))),
        who=first_named(facts),
        spoken=facts.spoken,
    )


def _claims_behind(event: EventView) -> Iterator[str]:
    """Yield all claims and parts from which the facts of an event follow."""
    for telling in (*event.tellings, *(r.telling for r in event.reaches)):
        yield telling.claim.iri
        yield telling.record.iri
        if telling.meeting is not None:
            yield telling.meeting.iri
            yield telling.view.record_of(telling.meeting).iri


def entity_rows(entities: Entities) -> Iterator[EntityRow]:
    """Yield the rows of all actors and places."""
    for iri, actor in entities.actors.items():
        named: dict[str, object] = {
            "kind": actor.kind,
            "unnamed": actor.unnamed,
            "matches": actor.matches,
        }
        yield _entity_row(actor, entities.languages[iri], actor.belongs_to, named)
    for iri, place in entities.places.items():
        more: dict[str, object] = {
            "latitude": place.latitude,
            "longitude": place.longitude,
            "matches": place.matches,
        }
        yield _entity_row(place, entities.languages[iri], place.within, more)


def article_row(view: ArticleView, stamp: str) -> ArticleRow:
    """Return the row of an article with its claims."""
    article, found = view.article, view.extraction
    named: list[Actor | Location] = [*found.actors, *found.context_actors]
    named += [*found.locations, *found.context_locations]
    return ArticleRow(
        iri=article.iri,
        title=article.title,
        published=article.published.ordinal if article.published else None,
        stamp=stamp,
        value=json.dumps(
            {
                "article": article_to_document(article),
                "actors": {a.name: a.iri for a in found.actors},
                "places": {p.name: p.iri for p in found.locations},
            },
            ensure_ascii=False,
        ),
        records=sum(claim.under is None for claim in found.claims),
        claims=tuple(_claim_row(view, claim) for claim in found.claims),
        mentioned=tuple(dict.fromkeys(entity.iri for entity in named)),
    )


def pair_row(proposal: Proposal) -> PairRow:
    """Return the row of two events that may be one."""
    more = {
        "score": proposal.score,
        "reasons": proposal.reasons,
        "objections": proposal.objections,
    }
    rank = round(proposal.score * 1000)
    return PairRow(one=proposal.one, other=proposal.other, rank=rank, value=json.dumps(more))


def _claim_row(view: ArticleView, claim: Claim) -> ClaimRow:
    known = {
        "claim": claim_to_document(claim),
        "actors": {n: view.actors[n].iri for n in actors_of(claim)},
        "places": {n: view.locations[n].iri for n in places_of(claim)},
        "recorded": view.recorded.get(claim.iri),
    }
    return ClaimRow(iri=claim.iri, value=json.dumps(known, ensure_ascii=False))


def _event_keys(facts: EventFacts, *, maybe_same: bool) -> Iterator[tuple[str, str]]:
    yield "commitment", facts.commitment
    flags = {
        "disputed": bool(facts.differences),
        "maybe_same": maybe_same,
        "unnamed": facts.unnamed,
    }
    yield from ((name, _YES) for name, holds in flags.items() if holds)


def _bounds(facts: EventFacts, axis: Axis) -> Bounds | None:
    relative = axis == "relative"
    if facts.when is None or not facts.when.known(relative=relative):
        return None
    return facts.when.bounds(relative=relative)


def _telling_row(telling: Telling, entities: Entities) -> TellingRow:
    when = telling_time(telling)
    timed = when is not None and (when.earliest or when.latest) is not None
    start = when.earliest if when else None
    end = when.latest if when else None
    if when is not None and start is None and when.basis == "inferred":
        start = end
    places = dict.fromkeys(
        iri for iri in (telling.place, *telling.about) if iri is not None and iri in entities.places
    )
    words = search_words(telling, entities)
    return TellingRow(
        claim=telling.claim.iri,
        record=telling.record.iri,
        article=telling.article.iri,
        keys=tuple(_telling_keys(telling, entities, tuple(places))),
        published=telling.published.ordinal if telling.published else None,
        timed=timed,
        start=start.ordinal if start else None,
        end=end.ordinal if end else None,
        actors=tuple(dict.fromkeys(i for i, role in telling.roles() if role != "about")),
        places=tuple(places),
        said=words.said,
        names=words.names,
        around=words.around,
        label=own_words(telling.claim),
        passage=" … ".join(passage.text for passage in telling.claim.evidence),
        language=telling.article.language,
    )


def _telling_keys(
    telling: Telling, entities: Entities, places: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    article = telling.article
    yield "kind", kind_of(telling.claim)
    yield "lang", article.language
    yield "certainty", certainty(telling.claim.confidence)
    if telling.act is not None:
        yield "act", telling.act
    if crossing_said(telling) is not None:
        yield "crossing", ""
    if article.published is not None:
        yield "published", ""
    yield "article", article.iri
    yield from (("source", key) for key in source_keys(article))
    outlet = source_name(article)
    if outlet is not None:
        yield "outlet", outlet
    for iri, role in telling.roles():
        yield "role", role
        for holder in entities.actor_line(iri):
            yield "actor", holder
            yield f"role:{role}", holder
        yield "party", iri
    yield from (("place", holder) for iri in places for holder in entities.place_line(iri))
    # What their own pages list: a place's events are also those of places in it.
    sites = entities.place_line(telling.place) if telling.place is not None else ()
    about = (iri for iri in telling.about if iri in entities.places)
    yield from (("site", iri) for iri in (*sites, *about))


def _entity_row(
    entity: Actor | Location, language: str, within: str | None, more: dict[str, object]
) -> EntityRow:
    known: dict[str, object] = {
        "name": entity.name,
        "labels": dict(entity.labels),
        # A linked entity's name is English, in whatever language the first article is.
        "language": "en" if entity.linked else language,
        **more,
    }
    texts = {fold_text(text) for text in (entity.name, *dict(entity.labels).values())}
    return EntityRow(
        iri=entity.iri,
        kind="actor" if isinstance(entity, Actor) else "place",
        linked=entity.linked,
        within=within,
        names=tuple(sorted({begun for text in texts for begun in beginnings(text)})),
        value=json.dumps(known, ensure_ascii=False, sort_keys=True),
    )


def beginnings(name: str) -> Iterator[str]:
    """Yield what somebody may begin to type: the name from each of its words on."""
    words = name.split()
    for place, word in enumerate(words):
        rest = " ".join(words[place:])
        yield rest
        if word.startswith("ال") and len(word) > 3:  # "the" is often left out
            yield rest[2:]
