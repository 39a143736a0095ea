"""Lists in pages: `limit` and `after` of the address, and where the next page is.

Lists of events bring their own tokens (`kg.query.pages`); for other lists `after` is the IRI of the
last entry seen, so that a list that grows in front does not repeat rows.
Source: RFC 8288 (Link: rel=next).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlencode

from flask import Response, request

from kg.config import MAX_PAGE_SIZE, PAGE_SIZE
from kg.errors import QueryError

T = TypeVar("T")
_MAX_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a list; `next` is the address of the following one, None on the last."""

    entries: tuple[T, ...]
    next: str | None


def page_of(entries: Sequence[T], iri_of: Callable[[T], str]) -> Page[T]:
    """Return the page that the address asks for. Raises QueryError for a wrong limit or after."""
    limit, start = _limit(), _start(entries, iri_of)
    shown = tuple(entries[start : start + limit])
    more = bool(shown) and start + limit < len(entries)
    return Page(shown, next_address(iri_of(shown[-1])) if more else None)


def number(name: str, default: int) -> int:
    """Return a whole number of the address. Raises QueryError for anything else."""
    text = request.args.get(name)
    if text is None:
        return default
    if not (text.isascii() and text.isdigit()) or len(text) > _MAX_DIGITS:
        raise QueryError(f"{name}={text[:80]!r} is not a whole number.")
    return int(text)


def next_address(token: str | None) -> str | None:
    """Return this address with `after` set to the token; None for None."""
    if token is None:
        return None
    args = request.args.to_dict(flat=False) | {"after": [token]}
    return f"{request.path}?{urlencode(args, doseq=True)}"


def announce(answer: Response, following: str | None) -> Response:
    """Add the Link header that leads to the next page, if there is one."""
    if following:
        answer.headers["Link"] = f'<{following}>; rel="next"'
    return answer


def _limit() -> int:
    limit = number("limit", PAGE_SIZE)
    if not 1 <= limit <= MAX_PAGE_SIZE:
        raise QueryError(f"limit={limit} is not a number from 1 to {MAX_PAGE_SIZE}.")
    return limit


def _start(entries: Sequence[T], iri_of: Callable[[T], str]) -> int:
    after = request.args.get("after")
    if after is None:
        return 0
    for position, entry in enumerate(entries):
        if iri_of(entry) == after:
            return position + 1
    raise QueryError(f"after={after[:200]!r} is not in this list: begin again without it.")
