"""The pages of claims, events, actors and places, and the data behind them.

/claims/ab is a page; /claims/ab.ttl, .jsonld and .json are its data; ?panel=1 is the page's body
alone, for the explorer's panel.
"""

from collections.abc import Callable, Collection
from typing import Any

from flask import Blueprint, Response, jsonify, render_template, request

from kg.config import PAGE_SIZE
from kg.errors import ExtractError, NotFound
from kg.export.table import claims_of
from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline.explain import explain_article
from kg.query import messages_why as why
from kg.query.detail import actor_detail, claim_dataset, claim_detail, event_detail, place_detail
from kg.query.documents import claim_document, narrow
from kg.query.filters import Filter
from kg.query.places import area_of
from kg.query.profile import actor_profile, place_profile
from kg.query.words import bare
from kg.store.base import DumpFormat

from .documents import actor_document, place_document
from .i18n import words
from .links import data_iri
from .negotiate import ENDINGS, split_ending
from .paging import announce, next_address, number
from .state import library, state

bp = Blueprint("things", __name__)
DATA_ENDINGS = (".ttl", ".jsonld", ".json")
_DUMPS: dict[str, DumpFormat] = {".ttl": "turtle", ".jsonld": "jsonld"}


@bp.get("/claims/<name>")
def claim(name: str) -> Response:
    """A claim with its parts."""
    bare_name, ending = split_ending(name, DATA_ENDINGS)
    detail = claim_detail(library(), data_iri("claim", bare_name), words())
    iri = detail.shown.iri
    if ending:
        return data_answer(ending, {iri}, lambda: claim_document(library(), iri))
    return _page(
        "claim.html",
        "_claim_panel.html",
        heading=bare(detail.shown.gist),
        claim=detail,
        explained=_explained(iri) if request.args.get("panel") != "1" else [],
    )


@bp.get("/events/<name>")
def event(name: str) -> Response:
    """An event, as all articles tell it; the name of any article's own telling will do."""
    bare_name, ending = split_ending(name, DATA_ENDINGS)
    iri = library().find_event_iri(bare_name)
    if iri is None:
        raise NotFound(f"There is no event {bare_name} in this store.")
    if ending:
        records = library().events((iri,)).facts[iri].records
        return data_answer(ending, records, lambda: _event_document(iri))
    detail = event_detail(library(), iri, words())
    return _page("event.html", "_panel.html", heading=bare(detail.shown.gist), event=detail)


@bp.get("/actors/<name>")
def actor(name: str) -> Response:
    """An actor and what it has to do with."""
    bare_name, ending = split_ending(name, DATA_ENDINGS)
    iri = data_iri("actor", bare_name)
    limit, after = number("limit", PAGE_SIZE), request.args.get("after")
    detail = actor_detail(library(), iri, words(), limit=limit, after=after)
    if ending:
        found = claims_of(library(), Filter(actor=(iri,)))
        return data_answer(ending, found, lambda: actor_document(detail))
    return _listing(
        "actor.html",
        detail.next,
        actor=detail,
        profile=None if after else actor_profile(library(), iri, words()),
    )


@bp.get("/places/<name>")
def place(name: str) -> Response:
    """A place and what is told of it."""
    bare_name, ending = split_ending(name, DATA_ENDINGS)
    iri = data_iri("place", bare_name)
    limit, after = number("limit", PAGE_SIZE), request.args.get("after")
    detail = place_detail(library(), iri, words(), limit=limit, after=after)
    if ending:
        found = claims_of(library(), Filter(place=(iri,)))
        return data_answer(ending, found, lambda: place_document(detail))
    return _listing(
        "place.html",
        detail.next,
        place=detail,
        profile=None if after else place_profile(library(), iri, words()),
        dot=area_of(iri, linked=detail.linked)
        | {"latitude": detail.latitude, "longitude": detail.longitude},
    )


def data_answer(
    ending: str, claims: Collection[str], document: Callable[[], dict[str, Any]]
) -> Response:
    """Return the claims as Turtle or JSON-LD, or the thing's own document as JSON."""
    if ending == ".json":
        return jsonify(document())
    chunks = state().store.dump(_DUMPS[ending], claims=frozenset(claims))
    return Response(chunks, mimetype=ENDINGS[ending])


def _explained(iri: str) -> list[dict[str, Any]]:
    """Return what each stage saw of the claim and its parts; [] where the rules make it no more."""
    article = claim_dataset(library(), iri).get_claim(iri).article
    try:
        found = explain_article(article, iris=Iris(library().base), claim=iri)
    except (ExtractError, NotFound):
        return []
    claims: list[dict[str, Any]] = found["claims"]
    translate = words().gettext
    for one in claims:
        for candidate in (one["speaker"] or {}).get("candidates", ()):
            candidate["verdict"] = translate(why.VERDICTS[candidate["verdict"]])
        for step in one["confidence"]["steps"]:
            step["why"] = translate(why.STEPS_OF_CONFIDENCE[step["why"]])
    return claims


def _event_document(iri: str) -> dict[str, Any]:
    data = library().events((iri,))
    facts = data.facts[iri]
    views = (v for i, v in data.articles.items() if i in facts.articles)
    return {
        "iri": iri,
        "kind": facts.event.kind,
        "told_as": list(facts.event.locals),
        "commitment": facts.commitment,
        "texts": facts.texts,
        "maybe_same": [
            {
                "event": found.event,
                "score": found.proposal.score,
                "reasons": list(found.proposal.reasons),
                "objections": list(found.proposal.objections),
            }
            for found in data.maybe_same(iri)
        ],
        "differences": list(facts.differences),
        "articles": [to_document(narrow(view, facts.records)) for view in views],
    }


def _page(template: str, panel: str, **context: object) -> Response:
    if request.args.get("panel") == "1":
        return Response(render_template(panel, page=False, **context))
    return Response(render_template(template, **context))


def _listing(template: str, token: str | None, **context: object) -> Response:
    following = next_address(token)
    return announce(Response(render_template(template, next=following, **context)), following)
