"""From data IRIs to pages, and back."""

from urllib.parse import quote

from kg.model.iri import local_name

from .state import state

_ROOMS = {
    "article": "articles",
    "claim": "claims",
    "actor": "actors",
    "place": "places",
    "meeting": "events",
    "statement": "events",
    "redline": "events",
    "action": "events",
}
EVENT_KINDS = ("meeting", "statement", "redline", "action")


def page_path(iri: str) -> str:
    """Return the page of a data IRI, such as /events/ab-cd ; a part's page is its event's."""
    kind, name = iri.removeprefix(state().store.base).split("/", 1)
    if kind == "claim" and "#" in name:
        return f"/events/{quote(name.split('#', 1)[1], safe='.-_')}"
    return f"/{_ROOMS[kind]}/{quote(name, safe='.-_')}"


def data_iri(kind: str, name: str) -> str:
    """Return the IRI of a thing of that kind."""
    return f"{state().store.base}{kind}/{name}"


def room_of(kind: str) -> str | None:
    """Return the room of pages for a kind of data IRI; None for none."""
    return _ROOMS.get(kind)


def outward(address: str | None) -> str | None:
    """Return an address that may become a link: http and https only, never javascript: or data:."""
    if address and address.lower().startswith(("http://", "https://")):
        return address
    return None


__all__ = ["EVENT_KINDS", "data_iri", "local_name", "outward", "page_path", "room_of"]
