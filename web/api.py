"""The interface for programs: timeline, network, places, facets, search, articles, one claim.

Every list takes `limit` and `after` and says in `Link` where its next page is; the filters are
those of the pages. Answers are in the words of `ui`, as the pages are.
"""

from flask import Blueprint, Response, jsonify, request

from kg.config import PAGE_SIZE
from kg.query.article_list import list_articles
from kg.query.documents import claim_document
from kg.query.lane_plan import MAX_LANES
from kg.query.narrowing import narrowings
from kg.query.network import Asked, network
from kg.query.places import places
from kg.query.searching import search
from kg.query.timeline import first_timeline, timeline

from .chosen import asked_filter
from .i18n import gettext, words
from .links import data_iri
from .paging import announce, next_address, number, page_of
from .state import library, state

FACET_VALUES = 20

bp = Blueprint("api", __name__, url_prefix="/api")


@bp.get("/timeline")
def timeline_answer() -> Response:
    """Events as items on lanes, or with `bucket` (days) how many there are in each stretch.

    With bucket=auto what the explorer shows first: all items of a few, else the newest days.
    """
    args, chosen = request.args, asked_filter()
    lanes, after = args.get("lanes", "actor"), args.get("after")
    fold, lane = args.getlist("fold"), args.getlist("lane")
    if args.get("bucket") == "auto":
        answer = first_timeline(
            library(), chosen, words(), lanes=lanes, after=after, fold=fold, lane=lane
        )
    else:
        answer = timeline(
            library(),
            chosen,
            words(),
            lanes=lanes,
            bucket=number("bucket", 0) if "bucket" in args else None,
            limit=number("limit", PAGE_SIZE),
            after=after,
            fold=fold,
            lane=lane,
            most=number("most", MAX_LANES),
        )
    return announce(jsonify(answer), next_address(answer.get("next")))


@bp.get("/network")
def network_answer() -> Response:
    """Actors and who met, addressed, warned, accused whom; `focus` and `nodes` choose which."""
    data = library()
    asked = Asked.parse(request.args, data.find_event_iri(request.args.get("event", "")))
    return jsonify(network(data, asked_filter(), words(), asked))


@bp.get("/places")
def places_answer() -> Response:
    """Where the chosen events were, or which places they are about; most events first."""
    found = places(library(), asked_filter(), words())
    page = page_of(found, lambda place: str(place["iri"]))
    return announce(jsonify({"places": page.entries, "next": page.next}), page.next)


@bp.get("/counts")
def counts_answer() -> Response:
    """How much is chosen: articles, claims, meetings, red lines, events without a date.

    `words` is the number of claims as a page writes it.
    """
    counts = library().select(asked_filter()).counts()
    return jsonify(counts | {"words": gettext("%(n)s claims", n=counts["claims"])})


@bp.get("/facets")
def facets_answer() -> Response:
    """What the choice can be narrowed to, with how many events each narrowing leaves."""
    chosen = asked_filter()
    with state().indexed.view() as view:
        return jsonify(narrowings(view, chosen, words(), limit=number("limit", FACET_VALUES)))


@bp.get("/search")
def search_answer() -> Response:
    """Claims with the words of `q`, best first; names that begin as it does."""
    chosen = asked_filter()
    limit, skip = number("limit", PAGE_SIZE), number("after", 0)
    with state().indexed.view() as view:
        answer = search(view, chosen.q or "", chosen, words(), limit=limit, skip=skip)
    following = next_address(None if answer["next"] is None else str(answer["next"]))
    return announce(jsonify(answer | {"next": following}), following)


@bp.get("/articles")
def articles_answer() -> Response:
    """The articles, newest publication first."""
    page = list_articles(library(), number("limit", PAGE_SIZE), request.args.get("after"))
    found = [
        {
            "iri": a.iri,
            "title": a.title,
            "language": a.language,
            "published": a.published,
            "publisher": a.publisher,
            "source": a.source,
            "claims": a.claims,
        }
        for a in page.entries
    ]
    following = next_address(page.next)
    return announce(jsonify({"articles": found, "next": following}), following)


@bp.get("/claims/<name>")
def claim_answer(name: str) -> Response:
    """One claim with its parts, as `claimline extract` writes an article."""
    return jsonify(claim_document(library(), data_iri("claim", name)))
