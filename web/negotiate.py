"""Which representation an address answers with: an ending (.ttl), `format=`, or Accept.

Source: RFC 9110, 12.5.1; SPARQL 1.1 Protocol 2.1.5.
"""

from collections.abc import Sequence
from functools import lru_cache

from flask import request
from werkzeug.datastructures import MIMEAccept
from werkzeug.exceptions import NotAcceptable
from werkzeug.http import parse_accept_header

HTML = "text/html"
JSON = "application/json"
_LONGEST_KEPT = 500  # of Accept headers whose answer is remembered
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


def split_ending(name: str, endings: Sequence[str]) -> tuple[str, str]:
    """Return the name without a known ending, and that ending ("" without one).

    Names may hold dots of their own ("turkey.ministry-of-defence").
    """
    for ending in endings:
        if name.endswith(ending) and len(name) > len(ending):
            return name.removesuffix(ending), ending
    return name, ""


def choose(offered: Sequence[str]) -> str:
    """Return the offered media type that Accept likes best; the first of equals or without Accept.

    The most specific range that fits a type gives its weight, so `text/csv;q=0.1, */*` keeps CSV
    last. Raises NotAcceptable (406) when Accept likes none.
    """
    best = accepted(offered)
    if not best:
        raise NotAcceptable(f"This address answers with {', '.join(offered)}.")
    return best


def accepted(offered: Sequence[str]) -> str:
    """Return what `choose` does, and "" where that raises."""
    return liked(request.headers.get("Accept", ""), tuple(offered))


def liked(header: str, offered: tuple[str, ...]) -> str:
    """Return what an Accept header likes best of what is offered; "" when it likes none."""
    return (_liked if len(header) <= _LONGEST_KEPT else _liked.__wrapped__)(header, offered)


@lru_cache(maxsize=256)
def _liked(header: str, offered: tuple[str, ...]) -> str:
    """Return the type that a header likes best; programs send the same one with each query."""
    wishes = parse_accept_header(header, MIMEAccept)
    if not wishes:
        return offered[0]
    best = max(offered, key=wishes.quality)
    return best if wishes.quality(best) > 0 else ""
