"""The articles of a store as a list, newest publication first, undated last, then by IRI.

In:  a `Library`. Out: a page of `ArticleSummary`s.
"""

import json
from dataclasses import dataclass

from kg.errors import QueryError
from kg.query.library import Library
from kg.query.pages import check_limit
from kg.store.base import ArticleSummary

_PLAIN = ("iri", "title", "language", "published", "publisher", "source")


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """Some articles; `total` counts all, `next` is the `after` of the next page, None on the last.

    `after` is the IRI of the last article seen, so that a list that grows in front repeats none.
    """

    entries: tuple[ArticleSummary, ...]
    total: int
    next: str | None


def list_articles(library: Library, limit: int, after: str | None) -> ArticlePage:
    """Return a page. Raises QueryError for a limit or `after` that does not fit."""
    check_limit(limit)
    view = library.view
    start: tuple[int, str] = (-(1 << 62), "")
    if after is not None:
        found = list(view.rows("SELECT place, iri FROM articles WHERE iri = ?", (after,)))
        if not found:
            raise QueryError(f"after={after[:200]!r} is not in this list: begin again without it.")
        start = found[0]
    rows = list(
        view.rows(
            "SELECT claims, value FROM articles WHERE (place, iri) > (?, ?) "
            "ORDER BY place, iri LIMIT ?",
            (*start, limit + 1),
        )
    )
    entries = tuple(_summary(claims, value) for claims, value in rows[:limit])
    return ArticlePage(
        entries=entries,
        total=count_articles(library),
        next=entries[-1].iri if len(rows) > limit else None,
    )


def count_articles(library: Library) -> int:
    """Return how many articles there are."""
    ((total,),) = library.view.rows("SELECT count(*) FROM articles")
    return int(total)


def _summary(claims: int, value: str) -> ArticleSummary:
    known = json.loads(value)["article"]
    return ArticleSummary(**{name: known[name] for name in _PLAIN}, claims=claims, withdrawn=False)
