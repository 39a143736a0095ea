"""A long selection in pages.

In:  events in order, how many a page holds, the token of the page before.
Out: the page and the token of the next.
A token names a place in the order and not an entry, so it outlives its event.
"""

from collections.abc import Sequence

from kg.config import MAX_PAGE_SIZE
from kg.errors import QueryError
from kg.query.facts import EventFacts
from kg.query.selection import NO_DAY, position

_MAX_DIGITS = 15
# As a token of the page before: what has no date follows.
AFTER_DATED = f"{NO_DAY - 1}~"


def page_of(
    events: Sequence[EventFacts], limit: int, after: str | None, *, relative: bool
) -> tuple[Sequence[EventFacts], str | None]:
    """Return at most `limit` of the events (in the timeline's order) and the next token.

    The token is None on the last page.

    Raises QueryError for a limit or token that does not fit.
    """
    check_limit(limit)
    if after is not None:
        last = place_of(after)
        events = [f for f in events if position(f, relative=relative) > last]
    page = events[:limit]
    following = position(page[-1], relative=relative) if len(events) > limit else None
    return page, None if following is None else token_of(following)


def check_limit(limit: int) -> None:
    """Raise QueryError for a limit that does not fit."""
    if not 1 <= limit <= MAX_PAGE_SIZE:
        raise QueryError(f"limit={limit} is not a number from 1 to {MAX_PAGE_SIZE}.")


def moment_token(place: tuple[str, str, int]) -> str:
    """Return the token of a claim: when it was recorded, its article, its place in that."""
    moment, article, number = place
    return f"{moment}~{number}~{article}"


def moment_of(token: str) -> tuple[str, str, int]:
    """Return the claim's place that a token names. Raises QueryError for what is none."""
    moment, _, rest = token.partition("~")
    number, tilde, article = rest.partition("~")
    if not tilde or not (number.isascii() and number.isdigit()) or len(number) > _MAX_DIGITS:
        raise QueryError(f"after={token[:80]!r} is no place in this list: begin again without it.")
    return moment, article, int(number)


def token_of(place: tuple[int, str]) -> str:
    """Return the token of a place in the order: a day's number and an IRI."""
    return f"{place[0]}~{place[1]}"


def place_of(token: str) -> tuple[int, str]:
    """Return the place that a token names. Raises QueryError for what is none."""
    day, tilde, iri = token.partition("~")
    digits = day.removeprefix("-")
    if not tilde or not (digits.isascii() and digits.isdigit()) or len(digits) > _MAX_DIGITS:
        raise QueryError(f"after={token[:80]!r} is no place in this list: begin again without it.")
    return int(day), iri
