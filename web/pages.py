"""The explorer with its four views, and the page about it all."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Response, redirect, render_template, request
from markupsafe import Markup
from werkzeug.wrappers import Response as BaseResponse

from kg.config import PAGE_SIZE
from kg.errors import QueryError
from kg.model.day import Day
from kg.query.detail import event_detail
from kg.query.filters import Filter
from kg.query.first_view import MOST_DRAWN, is_large, newest_window, window_facts
from kg.query.library import Library
from kg.query.network import Asked, edge_rows, network
from kg.query.places import places
from kg.query.rows import event_rows
from kg.query.source import Choice, Source
from kg.query.timeline import first_timeline

from .chosen import asked_filter, filter_chips, filter_notes
from .finding import asked, drops, narrowing
from .i18n import words
from .links import page_path
from .listing import listing
from .state import library, state

Json = dict[str, Any]

bp = Blueprint("pages", __name__)


@bp.get("/")
def explorer() -> Response:
    """One selection as timeline, network, map or list; filters and `event` in the address.

    Raises QueryError for a view that there is not.
    """
    view = request.args.get("view") or "timeline"
    if view not in _VIEWS:
        raise QueryError(f"view={view[:80]!r} is not known: use {', '.join(_VIEWS)}.")
    data, chosen = library(), asked_filter()
    choice = data.select(chosen)
    undated, unpublished = choice.undated_articles(PAGE_SIZE)
    shown = _VIEWS[view](data, chosen)
    text = render_template(
        "explorer.html",
        view=view,
        empty=data.empty,
        counts=choice.counts(),
        notes=filter_chips(data, chosen),
        nothing=() if choice.total else _drops(data, chosen),
        panel_html=_panel(choice, chosen, shown),
        relative=choice.relative,
        undated_articles=undated,
        undated_publication=[
            {
                "iri": article.iri,
                "title": article.title,
                "href": page_path(article.iri),
                "action": f"{page_path(article.iri)}/published",
            }
            for article in unpublished
        ],
        **(narrowing(chosen) if asked() else {}),
        **shown,
    )
    return Response(text)


def _drops(data: Source, chosen: Filter) -> list[Json]:
    """The filters, each with how many events there are without it; most first."""
    left, notes = drops(chosen), filter_notes(data, chosen)
    return sorted(({**n, "events": left[n["name"]]} for n in notes), key=lambda n: -n["events"])


@bp.get("/network")
def network_page() -> BaseResponse:
    """Lead to the explorer's network: the page of old addresses."""
    args = {"view": ["network"], **request.args.to_dict(flat=False)}
    return redirect(f"/?{urlencode(args, doseq=True)}", 301)


def _timeline_view(data: Source, chosen: Filter) -> Json:
    """The drawing's answer, and the first rows for readers without JavaScript."""
    after = request.args.get("after")
    lanes = request.args.get("lanes", "actor")
    answer = first_timeline(data, chosen, words(), lanes=lanes, after=after)
    rows, _ = event_rows(data, chosen, words(), limit=PAGE_SIZE)
    return {"timeline": answer, "rows": rows}


def _network_view(data: Source, chosen: Filter) -> Json:
    """Who met, addressed, warned, accused whom, with its table."""
    asked = Asked.parse(request.args, data.find_event_iri(request.args.get("event", "")))
    answer = network(data, chosen, words(), asked)
    return {"network": answer, "rows": edge_rows(answer, words())}


def _map_view(data: Source, chosen: Filter) -> Json:
    """Where the chosen events were, or what places they are about."""
    return {"places": places(data, chosen, words())}


_VIEWS: dict[str, Callable[[Library, Filter], Json]] = {
    "timeline": _timeline_view,
    "network": _network_view,
    "map": _map_view,
    "list": listing,
}


@bp.get("/about")
def about() -> Response:
    """What this is, how to read it, what it is made of."""
    counts = library().select(Filter()).counts()
    store = state().store
    text = render_template("about.html", counts=counts, revision=store.revision, base=store.base)
    return Response(text)


def _panel(choice: Choice, chosen: Filter, shown: Json) -> Markup:
    """The panel of the event that the address names, else of what is newest.

    Of a selection that cannot be drawn event by event: what its newest days hold, as the drawing
    tells it if it has that.
    """
    held = library()
    iri = held.find_event_iri(request.args.get("event", ""))
    if iri is None and choice.total > MOST_DRAWN and not choice.relative:
        return _rendered("_window.html", **_window(held, choice, chosen, shown.get("timeline", {})))
    iri = iri or choice.newest()
    if iri is None:
        return Markup()
    return _rendered("_panel.html", event=event_detail(held, iri, words()), page=False)


def _window(held: Source, choice: Choice, chosen: Filter, drawn: Json) -> Json:
    """What the newest days hold, and which they are."""
    if "facts" in drawn:
        first, last = map(Day.parse, drawn["window"].values())
        return {"facts": drawn["facts"], "first": first, "last": last}
    large = is_large(choice, chosen, MOST_DRAWN)
    window = (newest_window(held, chosen, choice) if large else None) or chosen
    facts = window_facts(held, window, words())
    return {"facts": facts, "first": window.first, "last": window.last}


def _rendered(template: str, **values: object) -> Markup:
    # The template escapes what it is given; its own markup is what is meant here.
    return Markup(render_template(template, **values))  # noqa: S704 # rendered by us
