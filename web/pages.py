"""The explorer, the network and the page about it all."""

from flask import Blueprint, Response, render_template, request
from markupsafe import Markup

from kg.model.iri import local_name
from kg.query.detail import event_detail
from kg.query.filters import Filter
from kg.query.network import edge_rows, network
from kg.query.rows import event_rows
from kg.query.selection import Selection, select
from kg.query.timeline import timeline

from .chosen import filter_notes
from .i18n import words
from .links import page_path
from .paging import next_address
from .state import dataset, state

bp = Blueprint("pages", __name__)


@bp.get("/")
def explorer() -> Response:
    """The timeline with its panel and its table; filters and `event` in the address."""
    data, chosen, after = dataset(), Filter.parse(request.args), request.args.get("after")
    selection = select(data, chosen)
    rows, token = event_rows(data, chosen, words(), after=after)
    text = render_template(
        "explorer.html",
        empty=not data.articles,
        counts=selection.counts(),
        timeline=timeline(data, chosen, words(), after=after),
        rows=rows,
        next=next_address(token),
        notes=filter_notes(data, chosen),
        panel_html=_panel(selection),
        relative=selection.relative,
        undated_publication=[
            {
                "iri": view.article.iri,
                "title": view.article.title,
                "href": page_path(view.article.iri),
                "action": f"{page_path(view.article.iri)}/published",
            }
            for view in selection.articles
            if view.article.published is None
        ],
    )
    return Response(text)


@bp.get("/network")
def network_page() -> Response:
    """Who met, addressed, warned, accused whom, with its table."""
    data, chosen = dataset(), Filter.parse(request.args)
    answer = network(data, chosen, words())
    text = render_template(
        "network.html",
        network=answer,
        rows=edge_rows(answer, words()),
        notes=filter_notes(data, chosen),
    )
    return Response(text)


@bp.get("/about")
def about() -> Response:
    """What this is, how to read it, what it is made of."""
    store = state().store
    quads, merged = store.count()
    text = render_template(
        "about.html", quads=quads, merged=merged, revision=store.revision, base=store.base
    )
    return Response(text)


def _panel(selection: Selection) -> Markup:
    """The panel of the event that the address names, else of what is newest."""
    iri = dataset().find_event_iri(request.args.get("event", "")) or _newest(selection)
    if iri is None:
        return Markup()
    event = event_detail(dataset(), iri, words())
    # The template escapes what it is given; its own markup is what is meant here.
    return Markup(render_template("_panel.html", event=event, page=False))  # noqa: S704 # rendered by us


def _newest(selection: Selection) -> str | None:
    """The newest red line, else the newest meeting, else the newest statement."""
    for kind in ("redline", "meeting", "statement"):
        found = [
            ((facts.heard is not None, facts.heard or 0, local_name(facts.event.iri)), facts)
            for facts in selection.events
            if facts.event.kind == kind
        ]
        if found:
            return max(found, key=lambda pair: pair[0])[1].event.iri
    return None
