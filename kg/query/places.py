"""Where the chosen events were, or what places they are about.

In:  a `Source`, a `Filter`, a reader's `Words`. Out: plain values for JSON.
"""

from typing import Any
from urllib.parse import unquote

from kg.lexicon.areas import find_area
from kg.model.iri import local_name
from kg.query.dataset import Dataset
from kg.query.entities import Entities
from kg.query.filters import Filter
from kg.query.snapshot import source_of
from kg.query.source import Source
from kg.query.wording import Words, place_name


def places(given: Dataset | Source, chosen: Filter, words: Words) -> list[dict[str, Any]]:
    """Return {"iri", "href", "kind", "code", "label", "lang", "latitude", "longitude", "within",
    "events"} each.

    `kind` is country, territory or region for what is an area, else None; `code` the ISO 3166-1
    letters of a country or territory. Degrees are WGS 84, None where no source gives them; `events`
    counts the chosen events there or about it, those of places inside it not included. Most events
    first, then by IRI.
    """
    source = source_of(given)
    counts = source.select(chosen).place_events()
    entities = source.entities(counts)
    ranked = sorted(counts, key=lambda iri: (-counts[iri], iri))
    return [_entry(entities, iri, counts[iri], words) for iri in ranked]


def area_of(iri: str, *, linked: bool) -> dict[str, str | None]:
    """Return {"kind", "code"}: what area a place is, both None for what is none or not known."""
    area = find_area(unquote(local_name(iri))) if linked else None
    return {"kind": area.kind if area else None, "code": area.code if area else None}


def _entry(entities: Entities, iri: str, events: int, words: Words) -> dict[str, Any]:
    place = entities.places[iri]
    name = place_name(entities, iri, words)
    return {
        "iri": iri,
        "href": f"/places/{local_name(iri)}",
        **area_of(iri, linked=place.linked),
        "label": name.text,
        "lang": name.language,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "within": place.within,
        "events": events,
    }
