"""The list: the chosen events as a table, sorted as the reader asks, a page at a time.

In:  the filters, `sort` and `after` of the address. Out: values for `_view_list.html`; `/rows`
sends a page of rows as a fragment, for the page that shows those before it.
`sort` is time, kind, actor, articles, certainty, published, with "-" before it in falling order;
or match, the best first, which is the rule when words are searched for; else time is.
"""

from itertools import groupby
from typing import Any

from flask import Blueprint, Response, render_template, request

from kg.query.filters import Filter
from kg.query.first_view import MOST_DRAWN
from kg.query.library import Library
from kg.query.rows import page_rows
from kg.query.sorting import MOST_MATCHED, Order, Sort, sorted_page

from .catalogue import mark
from .chosen import asked_filter
from .i18n import gettext, words
from .links import address_of
from .paging import announce
from .state import library

Json = dict[str, Any]

bp = Blueprint("listing", __name__)
LIST_SIZE = 100
# The columns in their order: what sorts them, their heading, whether the first press sorts falling.
_COLUMNS: tuple[tuple[Sort | None, str, bool], ...] = (
    ("time", mark("When"), False),
    ("kind", mark("Kind"), False),
    ("actor", mark("Who"), False),
    (None, mark("What"), False),
    ("published", mark("Published"), True),
    ("certainty", mark("How sure"), True),
    ("articles", mark("Articles"), True),
)


@bp.get("/rows")
def fragment() -> Response:
    """Send a page of rows, and where the next is."""
    values = listing(library(), asked_filter())
    return announce(Response(render_template("_list_fragment.html", **values)), values["next_rows"])


def listing(held: Library, chosen: Filter) -> Json:
    """Return what `_view_list.html` and `_list_rows.html` show.

    Raises QueryError for a wrong `sort` or `after`.
    """
    choice = held.select(chosen)
    order = _order(chosen, choice.total)
    after = request.args.get("after")
    page = sorted_page(held, chosen, order, words(), limit=LIST_SIZE, after=after)
    following = None if page.next is None else address_of(after=page.next)
    rows = page_rows(page, chosen, words(), relative=choice.relative)
    grouped = groupby(rows, lambda row: row.day if order.sort == "time" else None)
    return {
        "stretches": [(day, list(held)) for day, held in grouped],
        "columns": [_column(order, *column) for column in _COLUMNS],
        "best": _best(order) if chosen.q else None,
        "cut": order.sort == "match" and choice.total > MOST_MATCHED,
        "total": choice.total,
        "next": following,
        "next_rows": None if following is None else f"/rows{following.removeprefix('/')}",
    }


def _order(chosen: Filter, total: int) -> Order:
    """The order that is asked for; else of a few events the first on top, of many the newest."""
    given = request.args.get("sort")
    if given:
        return Order.parse(given)
    if chosen.q:
        return Order(sort="match")
    return Order(sort="time", descending=total > MOST_DRAWN)


def _column(order: Order, sort: Sort | None, label: str, falling: bool) -> Json:
    """A heading: where a press on it leads, and how the list is sorted by it now."""
    if sort is None:
        return {"label": gettext(label), "href": None, "sorted": None}
    held = order.sort == sort
    asked = Order(sort=sort, descending=not order.descending if held else falling)
    return {
        "label": gettext(label),
        "href": address_of(sort=str(asked)),
        "sorted": ("descending" if order.descending else "ascending") if held else None,
    }


def _best(order: Order) -> Json:
    """The way back to the best matches first."""
    return {"href": address_of(sort="match"), "chosen": order.sort == "match"}
