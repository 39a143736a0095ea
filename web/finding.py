"""What narrows the explorer: facets, ranges of days, and what to drop when nothing fits.

In:  the filters of the address, the index. Out: values for `_facets.html`, each with the address of
the explorer that it leads to; `/facets` sends them as a fragment of a page.
`facets=` of the address: "open" shows them beside the view, a facet's name shows that one whole.
"""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, Response, render_template, request

from kg.model.day import Day
from kg.query.filters import Filter
from kg.query.narrowing import MAX_VALUES, dropping, narrowings, newest_publication

from .catalogue import mark
from .chosen import asked_filter
from .i18n import gettext, words
from .links import address_of
from .state import state

Json = dict[str, Any]

bp = Blueprint("finding", __name__)

_SHOWN = 8
_FLAGS = ("disputed", "maybe_same", "unnamed")
# The others wait folded; what is chosen is never folded.
_UNFOLDED = ("side", "kind", "act")
_RANGES = (
    (7, mark("Newest week")),
    (30, mark("Newest 30 days")),
    (90, mark("Newest 90 days")),
    (365, mark("Newest year")),
)


@bp.get("/facets")
def fragment() -> Response:
    """Send the facets of the address's choice alone, for the page that shows it already."""
    return Response(render_template("_facets.html", **narrowing(asked_filter())))


def asked() -> str | None:
    """Return which facets the address asks to see: None, "open", or one's name."""
    return request.args.get("facets") or None


def narrowing(chosen: Filter) -> Json:
    """Return {"facets", "flags", "days", "ranges"} for `_facets.html`."""
    whole = asked()
    with state().indexed.view() as view:
        found = narrowings(view, chosen, words(), limit=_SHOWN + 1)["facets"]
        names = [facet["name"] for facet in found]
        if whole in names:
            longer = narrowings(view, chosen, words(), limit=MAX_VALUES)["facets"]
            found[names.index(whole)] = longer[names.index(whole)]
        newest = newest_publication(view)
    given = chosen.to_args()
    listed = [_facet(facet, whole, given.get(facet["filter"], [])) for facet in found]
    return {
        "facets": [f for f in listed if f["name"] not in _FLAGS],
        "flags": [v for f in listed if f["name"] in _FLAGS for v in f["values"]],
        "days": {"first": chosen.first, "last": chosen.last},
        "ranges": _ranges(newest, chosen),
    }


def drops(chosen: Filter) -> dict[str, int]:
    """Return how many events are left without each of the filters, by the filter's name."""
    with state().indexed.view() as view:
        return dropping(view, chosen)


def _facet(facet: Json, whole: str | None, given: Sequence[str]) -> Json:
    shown = MAX_VALUES if facet["name"] == whole else _SHOWN
    values = [v | {"address": _address(facet, v, given)} for v in facet["values"][:shown]]
    return facet | {
        "values": values,
        "more": len(facet["values"]) > shown,
        "open": facet["name"] in (*_UNFOLDED, whole) or any(v["chosen"] for v in values),
    }


def _address(facet: Json, value: Json, given: Sequence[str]) -> str:
    """Where a press on a value leads: to the same with it too, or without it."""
    kept = [name for name in given if not _is_name(name, str(value["value"]))]
    chosen = kept if value["chosen"] else [*kept, str(value["value"])]
    return address_of(**{facet["filter"]: chosen}, event=None, facets="open")


def _is_name(given: str, value: str) -> bool:
    """True when it is the value, or an IRI that ends in it."""
    return given == value or given.endswith(f"/{value}")


def _ranges(newest: Day | None, chosen: Filter) -> list[Json]:
    """Stretches of days that reach to the newest article and on."""
    found = []
    for days, label in _RANGES if newest else ():
        first = newest.plus(1 - days) if newest else None
        held = (chosen.first, chosen.last) == (first, None)
        start = {"from": None if held else str(first)}
        address = address_of(**start, to=None, window=None, event=None, facets="open")
        found.append({"label": gettext(label), "address": address, "chosen": held})
    return found
