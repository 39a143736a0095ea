"""Where IRIs lead: /id/… to a page or its data, /ns and /terms/… to the ontology.

Source: "Cool URIs for the Semantic Web" (W3C note): 303 from a thing to a document about it.
"""

from urllib.parse import quote

import pyoxigraph as ox
from flask import Blueprint, Response, abort, redirect, render_template
from werkzeug.wrappers import Response as BaseResponse

from kg.model.iri import is_iri
from kg.vocabulary import CLM, CLT
from ontology import ontology_ttl, terms_ttl

from .links import room_of
from .negotiate import HTML, JSON, JSONLD, TURTLE, choose, split_ending
from .vocabulary_page import term_groups, term_names

bp = Blueprint("identity", __name__)
_ENDINGS = (".ttl", ".jsonld", ".json")
_BY_TYPE = {TURTLE: ".ttl", JSONLD: ".jsonld", JSON: ".json", HTML: ""}
_VOCABULARY_TYPES = {".ttl": TURTLE, ".jsonld": JSONLD}


@bp.get("/id/<kind>/<name>")
def thing(kind: str, name: str) -> BaseResponse:
    """Lead from a thing to its page, or to the data that the ending or Accept asks for."""
    bare, ending = split_ending(name, _ENDINGS)
    room = room_of(kind)
    if room is None or not is_iri(f"x:{bare}"):
        abort(404)
    ending = ending or _BY_TYPE[choose((HTML, TURTLE, JSONLD, JSON))]
    answer = redirect(f"/{room}/{quote(bare, safe='.-_')}{ending}", 303)
    answer.vary.add("Accept")
    return answer


@bp.get("/ns", defaults={"ending": ""})
@bp.get("/ns<any('.ttl', '.jsonld'):ending>")
def ontology_page(ending: str) -> Response:
    """The ontology, as a page or as data."""
    return _vocabulary("ns", ontology_ttl(), str(CLM), ending)


@bp.get("/terms/", defaults={"name": ""})
@bp.get("/terms/<name>")
def terms_page(name: str) -> BaseResponse:
    """The code lists as a page or as data; /terms/warns leads to that term in the page."""
    if name in _VOCABULARY_TYPES or not name:
        return _vocabulary("terms", terms_ttl(), str(CLT), name)
    if name not in term_names(terms_ttl(), str(CLT)):
        abort(404)
    if choose((HTML, TURTLE, JSONLD)) == HTML:
        return redirect(f"/terms/#{name}", 303)
    return _vocabulary("terms", terms_ttl(), str(CLT), "")


def _vocabulary(which: str, turtle: str, namespace: str, ending: str) -> Response:
    wanted = _VOCABULARY_TYPES.get(ending) or choose((HTML, TURTLE, JSONLD))
    if wanted == TURTLE:
        return Response(turtle, mimetype=TURTLE)
    if wanted == JSONLD:
        triples = ox.parse(turtle.encode(), ox.RdfFormat.TURTLE)
        return Response(ox.serialize(triples, format=ox.RdfFormat.JSON_LD), mimetype=JSONLD)
    groups = term_groups(turtle, namespace)
    return Response(
        render_template("vocabulary.html", groups=groups, which=which, namespace=namespace)
    )
