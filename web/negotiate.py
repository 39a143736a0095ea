"""Which representation an address answers with: an ending (.ttl), `format=`, or Accept.

Source: RFC 9110, 12.5.1 (q-values, through werkzeug); SPARQL 1.1 Protocol 2.1.5.
"""

from collections.abc import Sequence

from flask import request
from werkzeug.exceptions import NotAcceptable

HTML = "text/html"
JSON = "application/json"
TURTLE = "text/turtle"
TRIG = "application/trig"
NQUADS = "application/n-quads"
JSONLD = "application/ld+json"
CSV = "text/csv"
ENDINGS = {
    ".ttl": TURTLE,
    ".trig": TRIG,
    ".nq": NQUADS,
    ".jsonld": JSONLD,
    ".json": JSON,
    ".csv": CSV,
}


def split_ending(name: str, endings: Sequence[str]) -> tuple[str, str | None]:
    """Return the name without a known ending, and the ending's media type (None without one).

    Names may hold dots of their own ("turkey.ministry-of-defence").
    """
    for ending in endings:
        if name.endswith(ending) and len(name) > len(ending):
            return name.removesuffix(ending), ENDINGS[ending]
    return name, None


def choose(offered: Sequence[str]) -> str:
    """Return the offered media type that the Accept header likes best; the first for `*/*`.

    Raises NotAcceptable (406) when it likes none.
    """
    if not request.accept_mimetypes:
        return offered[0]
    best = request.accept_mimetypes.best_match(offered)
    if best is None:
        raise NotAcceptable(f"This address answers with {', '.join(offered)}.")
    return best
