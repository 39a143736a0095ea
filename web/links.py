"""From data IRIs to pages, and which outside addresses may become links."""

from collections.abc import Sequence
from urllib.parse import quote, urlencode, urlsplit

from flask import request

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


def find_page(iri: str) -> str | None:
    """Return the page of a data IRI, such as /events/ab-cd ; None for what has no page.

    A part of a claim (`claim/ab#meeting-1`) is shown on the page of its claim.
    """
    kind, slash, name = iri.removeprefix(state().store.base).partition("/")
    room = _ROOMS.get(kind)
    if not iri.startswith(state().store.base) or room is None or not slash or not name:
        return None
    name, _, part = name.partition("#")
    return f"/{room}/{_quoted(name)}" + (f"#{_quoted(part)}" if part else "")


def page_path(iri: str) -> str:
    """Return the page of a data IRI that has one. Raises ValueError for any other."""
    found = find_page(iri)
    if found is None:
        raise ValueError(f"{iri!r} has no page")
    return found


def data_iri(kind: str, name: str) -> str:
    """Return the IRI of a thing of that kind."""
    return f"{state().store.base}{kind}/{_quoted(name)}"


def anchor(iri: str) -> str:
    """Return where in its article's page the evidence of a claim begins."""
    return f"at-{local_name(iri).replace('#', '-')}"


def note_anchor(iri: str) -> str:
    """Return where in its article's page a claim stands beside the text."""
    return f"claim-{local_name(iri).replace('#', '-')}"


def part_anchor(iri: str) -> str:
    """Return where on its claim's page a part stands, as `find_page` has it."""
    return iri.partition("#")[2]


def room_of(kind: str) -> str | None:
    """Return the room of pages for a kind of data IRI; None for none."""
    return _ROOMS.get(kind)


def address_of(**changes: str | Sequence[str] | None) -> str:
    """Return the explorer's address with these parameters changed; None or none takes one out.

    A list begins anew: `after` is left out.
    """
    given: dict[str, list[str]] = request.args.to_dict(flat=False)
    given.pop("after", None)
    for name, value in changes.items():
        given.pop(name, None)
        if value:
            given[name] = [value] if isinstance(value, str) else list(value)
    return f"/?{urlencode(given, doseq=True)}" if given else "/"


def here() -> str:
    """Return the whole address that was asked for, without the token of a page."""
    args = {k: v for k, v in request.args.to_dict(flat=False).items() if k != "after"}
    return f"{request.base_url}?{urlencode(args, doseq=True)}" if args else request.base_url


def kept(*without: str) -> list[tuple[str, str]]:
    """Return the address's parameters but those named: what a form has to carry along."""
    args = request.args.items(multi=True)
    return [(name, value) for name, value in args if name not in (*without, "after")]


def outward(address: str | None) -> str | None:
    """Return an address that may become a link: http and https only, never javascript: or data:."""
    if address is None:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.netloc else None


def _quoted(name: str) -> str:
    return quote(name, safe=".-_")
