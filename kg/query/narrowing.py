"""What the present choice can be narrowed to: facets with counts, in a reader's words.

In:  a `View` of the index, a `Filter`, a reader's `Words`. Out: plain values for JSON.
A count is how many events are left when that value alone is chosen, all other filters kept.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from kg.errors import QueryError
from kg.index.counts import select
from kg.index.facets import FACETS, Facet, facets
from kg.index.view import View
from kg.model.day import Day
from kg.model.iri import local_name
from kg.query import messages as m
from kg.query.filters import Filter
from kg.query.index_rows import criteria_of
from kg.query.words import Words

Json = dict[str, Any]
MAX_VALUES = 200


def _plain(texts: Mapping[Any, str]) -> dict[str, str]:
    return dict(texts)


# Values of few words, by filter; a flag has one value.
WORDS: Mapping[str, Mapping[str, str]] = {
    "role": _plain(m.ROLES),
    "kind": _plain(m.KINDS),
    "act": _plain(m.ACTS),
    "lang": _plain(m.LANGUAGES),
    "certainty": m.CERTAINTIES,
    "commitment": m.IN_SUM,
    **{name: {"1": text} for name, text in m.FLAGS.items()},
}
_PAGES = {"actor": "actors", "side": "actors", "place": "places"}


def narrowings(view: View, chosen: Filter, words: Words, *, limit: int) -> Json:
    """Return {"revision", "events", "facets": [{"name", "filter", "label", "values": [value …]}]}.

    value: {"value" (for the address), "label", "lang", "events", "chosen", "href"}, most events
    first, at most `limit`. Raises QueryError for a limit that does not fit.
    """
    if not 1 <= limit <= MAX_VALUES:
        raise QueryError(f"limit={limit} is not a number from 1 to {MAX_VALUES}.")
    criteria = criteria_of(chosen)
    found = facets(view, criteria, limit)
    named = names_of(view, (v for f in FACETS if f.name in _PAGES for v, _ in found[f.name]), words)
    return {
        "revision": view.revision,
        "events": select(view, criteria)[0].events.bit_count(),
        "facets": [
            {
                "name": facet.name,
                "filter": facet.filter,
                "label": words.gettext(m.FACETS[facet.name]),
                "values": [_value(facet, v, n, chosen, named, words) for v, n in found[facet.name]],
            }
            for facet in FACETS
        ],
    }


def dropping(view: View, chosen: Filter) -> dict[str, int]:
    """Return how many events are left when one filter is dropped, by its name in an address."""
    args = chosen.to_args()
    left = {}
    for name in args:
        others = Filter.parse({other: some for other, some in args.items() if other != name})
        left[name] = select(view, criteria_of(others))[0].events.bit_count()
    return left


def newest_publication(view: View) -> Day | None:
    """Return the newest article's day of publication; None when no day is known."""
    newest = view.rows("SELECT published FROM articles ORDER BY place LIMIT 1")
    return next((None if day is None else Day.from_ordinal(day) for (day,) in newest), None)


def names_of(view: View, iris: Iterable[str], words: Words) -> dict[str, tuple[str, str]]:
    """Return (label, language) for this reader of actors and places, by IRI."""
    query = "SELECT iri, value FROM entities WHERE iri IN (SELECT value FROM json_each(?))"
    found = view.rows(query, (json.dumps(list(iris)),))
    return {iri: _name(json.loads(value), words) for iri, value in found}


def _name(known: Json, words: Words) -> tuple[str, str]:
    if words.language in known["labels"]:
        return known["labels"][words.language], words.language
    return known["name"], known["language"]


def _value(
    facet: Facet,
    value: str,
    events: int,
    chosen: Filter,
    named: Mapping[str, tuple[str, str]],
    words: Words,
) -> Json:
    asked = chosen.to_args().get(facet.filter, ())
    short, label, language, href = value, value, words.language, None
    if facet.name in _PAGES:
        short = local_name(value)
        label, language = named[value]
        href = f"/{_PAGES[facet.name]}/{short}"
    elif facet.name in WORDS:
        label = words.gettext(WORDS[facet.name][value])
    return {
        "value": short,
        "label": label,
        "lang": language,
        "events": events,
        "chosen": value in asked or short in asked,
        "href": href,
    }
