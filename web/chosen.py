"""The filters of the address in words, each with the address of the same page without it."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from flask import request

from kg.query.filters import Filter
from kg.query.messages import EDGES
from kg.query.narrowing import WORDS
from kg.query.source import Source
from kg.query.ties import Pair
from kg.query.wording import actor_name, place_name
from kg.query.words import either

from .catalogue import mark
from .i18n import gettext, language, words
from .links import address_of

_LABELS = {
    "from": mark("From"),
    "to": mark("Up to"),
    "actor": mark("Actor"),
    "place": mark("Place"),
    "kind": mark("Kind"),
    "act": mark("Speech act"),
    "source": mark("Source"),
    "lang": mark("Language of the article"),
    "certainty": mark("How sure"),
    "role": mark("Part played"),
    "commitment": mark("Told how"),
    "disputed": mark("Disputed"),
    "maybe_same": mark("Possibly the same"),
    "unnamed": mark("Source not named"),
    "pair": mark("Between"),
    "q": mark("Words"),
}


def asked_filter() -> Filter:
    """Return the filter that the address asks for. Raises QueryError for what does not fit."""
    return Filter.parse(request.args.to_dict(flat=False))


def filter_chips(data: Source, chosen: Filter) -> list[dict[str, str]]:
    """Return {"name", "label", "value", "href"} for each value; `href` leads on without it.

    The first value of a filter has the filter's label, each further one "or".
    """
    return [
        {
            "name": name,
            "label": gettext(_LABELS[name]) if value == values[0] else gettext("or"),
            "value": _value(data, name, value),
            "href": _path_with({**_given(), name: [v for v in values if v != value]}),
        }
        for name, values in chosen.to_args().items()
        for value in values
    ]


def filter_notes(data: Source, chosen: Filter) -> list[dict[str, str]]:
    """Return the same for each filter, all its values in one: "Syria or Iraq"."""
    return [
        {
            "name": name,
            "label": gettext(_LABELS[name]),
            "value": either(words(), [_value(data, name, value) for value in values]),
            "href": _path_with({**_given(), name: []}),
        }
        for name, values in chosen.to_args().items()
    ]


def _value(data: Source, name: str, value: str) -> str:
    if name in WORDS:
        return gettext(WORDS[name][value])
    if name == "pair":
        return _pair(data, Pair.parse(value))
    if name == "source":
        return data.title(value) or value
    if name not in ("actor", "place"):
        return value
    iri = data.named("actor" if name == "actor" else "place", value)
    if iri is None:
        return value
    find = actor_name if name == "actor" else place_name
    return find(data.entities((iri,)), iri, words()).text


def _pair(data: Source, pair: Pair) -> str:
    between = " – ".join(_value(data, "actor", end) for end in (pair.one, pair.other))
    return f"{between} ({gettext(EDGES[pair.kind])})" if pair.kind else between


def _given() -> dict[str, list[str]]:
    return {k: v for k, v in request.args.to_dict(flat=False).items() if k != "after"}


def _path_with(args: Mapping[str, Sequence[str]]) -> str:
    query = urlencode(args, doseq=True)
    return f"{request.path}?{query}" if query else request.path


def unfiltered() -> str:
    """Return the explorer's address without any filter; what else it says stays."""
    return address_of(**dict.fromkeys(_LABELS))


def export_address(ending: str, *, all_of_it: bool = False, **more: str) -> str:
    """Return where exactly what the address chooses is exported, or all of it."""
    return _to_take(f"/export{ending}", all_of_it=all_of_it, **more)


def sheet_address(ending: str, *, all_of_it: bool = False) -> str:
    """Return where what the address chooses is exported as a claim sheet."""
    return _to_take(f"/export/sheet{ending}", all_of_it=all_of_it)


def feed_address(*, all_of_it: bool = False) -> str:
    """Return the feed of what the address chooses, in the interface's language.

    A feed reader keeps no cookie, so the language stands in the address.
    """
    return _to_take("/feed.atom", all_of_it=all_of_it, ui=language())


def _to_take(path: str, *, all_of_it: bool, **more: str) -> str:
    given = request.args.to_dict(flat=False)
    args = {} if all_of_it else {k: v for k, v in given.items() if k in _LABELS}
    args |= {name: [value] for name, value in more.items()}
    return f"{path}?{urlencode(args, doseq=True)}" if args else path
