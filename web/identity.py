"""Where data IRIs lead: /id/… to pages or data, /ns and /terms to the ontology.

Source: "Cool URIs for the Semantic Web" (W3C note): 303 from a thing to a document about it.
"""

from urllib.parse import quote

import pyoxigraph as ox
from flask import Blueprint, Response, abort, render_template
from kg.model.iri import is_iri
from kg.vocabulary import CLM, CLT
from ontology import ontology_ttl, terms_ttl

from .links import room_of
from .negotiate import HTML, JSON, JSONLD, TURTLE, choose, split_ending
from .vocabulary_page import term_rows

bp = Blueprint("identity", __name__)
_ENDINGS = (".ttl", ".jsonld", ".json")
_BY_TYPE = {TURTLE: ".ttl", JSONLD: ".jsonld", JSON: ".json", HTML: ""}


@bp.get("/id/<kind>/<path:name>")
def thing(kind: str, name: str) -> Response:
    """Lead from a thing to its page, or to the data that the ending or Accept asks for."""
    bare, _ = split_ending(name, _ENDINGS)
    room = room_of(kind)
    if room is None or not is_iri(f"x:{bare}"):
        abort(404)
    ending = name[len(bare) :] or _BY_TYPE[choose((HTML, TURTLE, JSONLD, JSON))]
    answer = Response(
        status=303, headers={"Location": f"/{room}/{quote(bare, safe='.-_')}{ending}"}
    )
    answer.vary.add("Accept")
    return answer


@bp.get("/ns", defaults={"ending": ""})
@bp.get("/ns<any('.ttl', '.jsonld'):ending>")
def ontology_page(ending: str) -> Response:
    """The ontology, as a page or as data."""
    return _vocabulary("ns", ontology_ttl(), str(CLM), ending)


@bp.get("/terms/", defaults={"name": ""})
@bp.get("/terms/<name>")
def terms_page(name: str) -> Response:
    """The code lists, as a page or as data; /terms/warns is the list at that term."""
    ending = name if name in (".ttl", ".jsonld") else ""
    if name and not ending and f"clt:{name} " not in terms_ttl():
        abort(404)
    return _vocabulary("terms", terms_ttl(), str(CLT), ending)


def _vocabulary(which: str, turtle: str, namespace: str, ending: str) -> Response:
    wanted = {".ttl": TURTLE, ".jsonld": JSONLD}.get(ending) or choose((HTML, TURTLE, JSONLD))
    if wanted == TURTLE:
        return Response(turtle, mimetype=TURTLE)
    if wanted == JSONLD:
        triples = ox.parse(turtle.encode(), ox.RdfFormat.TURTLE)
        return Response(ox.serialize(triples, format=ox.RdfFormat.JSON_LD), mimetype=JSONLD)
    rows = term_rows(turtle, namespace)
    return Response(render_template("vocabulary.html", here="ns", rows=rows, which=which))
