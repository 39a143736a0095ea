"""What a lane is called and where it leads.

In:  a lane's id (an IRI, a kind, an outlet; "" = not stated). Out: plain values for JSON.
"""

from typing import Any, get_args

from kg.model.iri import local_name
from kg.query import messages as m
from kg.query.entities import Entities
from kg.query.facts import UNRESOLVED
from kg.query.lanes import LaneKind
from kg.query.telling import EventKind
from kg.query.wording import Words, actor_name, place_name

_NOBODY = {
    "actor": m.UNRESOLVED_SPEAKER,
    "side": m.UNRESOLVED_SPEAKER,
    "place": m.NO_PLACE,
    "source": m.NO_SOURCE,
}


def lane_entry(entities: Entities, words: Words, kind: LaneKind, lane: str) -> dict[str, Any]:
    """Return {"id", "label", "lang", "unnamed", "side", "href"}; `side` None for one of its own."""
    entry = {"id": lane, "lang": words.language, "unnamed": False, "side": None, "href": None}
    if lane == UNRESOLVED:
        return entry | {"label": words.gettext(_NOBODY[kind]), "unnamed": kind != "place"}
    if kind in ("actor", "side"):
        return entry | _actor(entities, words, lane)
    if kind == "place":
        name = place_name(entities, lane, words)
        href = f"/places/{local_name(lane)}"
        return entry | {"label": name.text, "lang": name.language, "href": href}
    labels = {k: m.KINDS[k] for k in get_args(EventKind)} if kind == "kind" else {}
    return entry | {"label": words.gettext(labels[lane]) if lane in labels else lane}


def _actor(entities: Entities, words: Words, lane: str) -> dict[str, Any]:
    name = actor_name(entities, lane, words)
    side = entities.side_of(lane)
    return {
        "label": name.text,
        "lang": name.language,
        "unnamed": entities.actors[lane].unnamed,
        "side": None if side == lane else side,
        "href": f"/actors/{local_name(lane)}",
    }
