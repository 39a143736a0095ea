"""Lists in pages: `limit` and `after` of the address, and where the next page is.

`after` is the IRI of the last entry seen, so that a list that grows in front does not repeat rows.
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


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a list; `next` is the address of the following one, None on the last."""

    entries: tuple[T, ...]
    next: str | None

    def announce(self, answer: Response) -> Response:
        """Add the Link header that leads to the next page."""
        if self.next:
            answer.headers["Link"] = f'<{self.next}>; rel="next"'
        return answer


def page_of(entries: Sequence[T], iri_of: Callable[[T], str]) -> Page[T]:
    """Return the page that the address asks for. Raises QueryError for a wrong limit or after."""
    limit, start = _limit(), _start(entries, iri_of)
    shown = tuple(entries[start : start + limit])
    more = start + limit < len(entries)
    return Page(shown, _next(iri_of(shown[-1])) if shown and more else None)


def _limit() -> int:
    text = request.args.get("limit", str(PAGE_SIZE))
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:9]) <= MAX_PAGE_SIZE:
        raise QueryError(f"limit={text!r} is not a number from 1 to {MAX_PAGE_SIZE}.")
    return int(text)


def _start(entries: Sequence[T], iri_of: Callable[[T], str]) -> int:
    after = request.args.get("after")
    if after is None:
        return 0
    for position, entry in enumerate(entries):
        if iri_of(entry) == after:
            return position + 1
    raise QueryError(f"after={after!r} is not in this list: begin again without it.")


def _next(last: str) -> str:
    args = request.args.to_dict(flat=False) | {"after": [last]}
    return f"{request.path}?{urlencode(args, doseq=True)}"
