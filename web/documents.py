"""Actors and places as JSON: names as plain text, other things by IRI."""

from typing import Any

from kg.query.things import ActorDetail, Involved, PlaceDetail

Json = dict[str, Any]


def actor_document(actor: ActorDetail) -> Json:
    """Return an actor with a page of its events."""
    return {
        "iri": actor.iri,
        "name": actor.name.text,
        "labels": dict(actor.labels),
        "unnamed": actor.unnamed,
        "linked": actor.linked,
        "belongs_to": [ref.iri for ref in actor.belongs_to],
        "members": [ref.iri for ref in actor.members],
        "same_as": list(actor.matches),
        "events": [_event(involved) for involved in actor.events],
        "total": actor.total,
        "next": actor.next,
    }


def place_document(place: PlaceDetail) -> Json:
    """Return a place with a page of the events there; degrees are WGS 84."""
    return {
        "iri": place.iri,
        "name": place.name.text,
        "labels": dict(place.labels),
        "linked": place.linked,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "within": [ref.iri for ref in place.within],
        "holds": [ref.iri for ref in place.inside],
        "same_as": list(place.matches),
        "events": [_event(involved) for involved in place.events],
        "total": place.total,
        "next": place.next,
    }


def _event(involved: Involved) -> Json:
    row = involved.row
    return {
        "iri": row.iri,
        "kind": row.kind,
        "label": row.what.text,
        "when": row.when,
        "roles": list(involved.roles),
        "disputed": row.disputed,
    }
