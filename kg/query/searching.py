"""Full-text search over claims, quotations and names in all languages, with suggestions.

In:  a `View` of the index, what was typed, a `Filter`, a reader's `Words`. Out: plain values for
JSON. Each typed word is looked for wherever it stands in a word, folded (`kg.query.search`), so
that Arabic and Hebrew prefixes and Turkish endings hide nothing: "تركيا" finds "لتركيا". A name is
suggested when one of its words begins as what was typed, with or without such a prefix.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, get_args

from kg.config import MAX_PAGE_SIZE
from kg.errors import QueryError
from kg.index import finding
from kg.index.view import View
from kg.model.day import Day
from kg.model.iri import local_name
from kg.query import messages as m
from kg.query.filters import Filter
from kg.query.index_rows import criteria_of
from kg.query.narrowing import names_of
from kg.query.search import fold_text
from kg.query.snippets import Piece, marked
from kg.query.telling import EventKind
from kg.query.words import Words

Json = dict[str, Any]
MAX_SKIPPED = 1_000
_MOST_WORDS = 12
_MOST_SUGGESTED = 8
_PREFIXES = re.compile("[وف]?(?:ال|[بلك](?:ال)?|لل)|[وف]|[והבלמכש]{1,2}")
_LEAST_STEM = 2


def search(
    view: View, typed: str, chosen: Filter, words: Words, *, limit: int, skip: int = 0
) -> Json:
    """Return {"revision", "q", "events", "results": […], "suggestions": […], "next"}.

    result: {"iri", "href", "event", "event_href", "kind", "kind_label", "snippet": [{"text",
    "marked"}], "lang", "article": {"iri", "href", "title", "published"}}, best first, each event
    once; suggestion: {"filter", "value", "label", "lang", "events", "href"}. `next` is the `after`
    of the next page. Raises QueryError for a limit or skip that does not fit.
    """
    if not 1 <= limit <= MAX_PAGE_SIZE:
        raise QueryError(f"limit={limit} is not a number from 1 to {MAX_PAGE_SIZE}.")
    if not 0 <= skip <= MAX_SKIPPED:
        raise QueryError(f"after={skip} is more than {MAX_SKIPPED}: ask for more words instead.")
    asked = tuple(dict.fromkeys(fold_text(typed).split()))[:_MOST_WORDS]
    empty: Json = {"revision": view.revision, "q": typed, "events": 0, "results": []}
    if not asked:
        return empty | {"suggestions": [], "next": None}
    criteria = criteria_of(replace(chosen, q=None), words=asked)
    found = finding.search(view, criteria, limit, skip)
    following = skip + limit
    more = found.events > following and following <= MAX_SKIPPED
    return empty | {
        "events": found.events,
        "results": [_result(hit, asked, words) for hit in found.hits],
        "suggestions": suggest(view, typed, words),
        "next": following if more else None,
    }


def suggest(view: View, typed: str, words: Words) -> list[Json]:
    """Return actors, places and outlets whose names begin as what was typed."""
    text = fold_text(typed)
    found = finding.names(view, tuple(_stems(text)), _MOST_SUGGESTED)
    named = names_of(view, (iri for iri, _ in found), words)
    suggested = [_named(iri, events, named[iri]) for iri, events in found]
    outlets = finding.outlets(
        view, lambda name: f" {text}" in f" {fold_text(name)}", _MOST_SUGGESTED
    )
    return suggested + [
        {
            "filter": "source",
            "value": name,
            "label": name,
            "lang": words.language,
            "events": events,
            "href": None,
        }
        for name, events in outlets
    ]


def _stems(text: str) -> Iterator[str]:
    """What was typed, and without what Arabic and Hebrew write together with a word."""
    yield text
    for end in range(1, 5):
        rest = text[end:]
        if len(rest) >= _LEAST_STEM and _PREFIXES.fullmatch(text[:end]):
            yield rest


def _named(iri: str, events: int, name: tuple[str, str]) -> Json:
    kind = "places" if "/place/" in iri else "actors"
    return {
        "filter": kind[:-1],
        "value": local_name(iri),
        "label": name[0],
        "lang": name[1],
        "events": events,
        "href": f"/{kind}/{local_name(iri)}",
    }


def _result(hit: finding.Hit, asked: tuple[str, ...], words: Words) -> Json:
    (kind,) = (k for k in get_args(EventKind) if k == hit.kind)
    published = None if hit.published is None else str(Day.from_ordinal(hit.published))
    return {
        "iri": hit.claim,
        "href": f"/claims/{local_name(hit.claim)}",
        "event": hit.event,
        "event_href": f"/events/{local_name(hit.event)}",
        "kind": hit.kind,
        "kind_label": words.gettext(m.KINDS[kind]),
        "snippet": _snippet(hit, asked),
        "lang": hit.language,
        "article": {
            "iri": hit.article,
            "href": f"/articles/{local_name(hit.article)}",
            "title": hit.title,
            "published": published,
        },
    }


def _snippet(hit: finding.Hit, asked: tuple[str, ...]) -> list[Piece]:
    """The claim's own words, the passage or the headline: the first in which a word stands."""
    texts = [text for text in (hit.label, hit.passage, hit.title) if text]
    found = [marked(text, asked) for text in texts]
    return next((f for f in found if any(p["marked"] for p in f)), found[0] if found else [])
