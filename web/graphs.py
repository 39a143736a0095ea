"""Whole graphs over HTTP: read any, write free ones.

`/graphs?graph=IRI` names a graph, `/graphs?default` the merged one, `/graphs/NAME` the graph whose
IRI is that address itself; `/graphs` alone is all of them: GET answers with every graph but merged,
POST makes a new graph.
Source: SPARQL 1.1 Graph Store HTTP Protocol (W3C), 4.1, 4.2 and 5.
"""

import secrets

import pyoxigraph as ox
from flask import Blueprint, Response, request
from werkzeug.exceptions import BadRequest, UnsupportedMediaType

from kg.errors import ManagedGraph, NotFound
from kg.model.iri import is_iri
from kg.store.base import DumpFormat
from kg.store.graphs import Graphs
from kg.store.payload import FORMATS
from kg.store.readers.request import ReadRequest

from .gate import require_writer
from .negotiate import JSONLD, NQUADS, TRIG, choose
from .protocol import best_graph, hung_up, only_one, streamed
from .state import state

bp = Blueprint("graphs", __name__)
_ALL = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
_DUMPS: dict[str, DumpFormat] = {TRIG: "trig", NQUADS: "nquads", JSONLD: "jsonld"}


@bp.get("/graphs")
@bp.get("/graphs/<path:name>")
def read(name: str = "") -> Response:
    """Answer with a graph, or with the dataset."""
    del name  # the address itself names the graph
    iri = _target(needed=False)
    if iri is None:
        wanted = choose(tuple(_DUMPS))
        return Response(state().store.dump(_DUMPS[wanted]), mimetype=wanted)
    media_type = best_graph()
    default = iri == _merged()
    if not default and not state().store.has_graph(iri):
        raise NotFound(f"There is no graph <{iri}> in this store.")
    return streamed(
        state().store.stream(
            ReadRequest(
                query=_ALL,
                media_type=media_type,
                default_graphs=None if default else (iri,),
                gone=hung_up(request.environ),
            )
        )
    )


@bp.put("/graphs")
@bp.put("/graphs/<path:name>")
def put(name: str = "") -> Response:
    """Make a graph hold what is sent, and nothing else."""
    del name
    iri = _written()
    return _done(iri, new=state().store.replace_graph(iri, _sent(iri)))


@bp.post("/graphs")
@bp.post("/graphs/<path:name>")
def post(name: str = "") -> Response:
    """Add what is sent to a graph; without a name, make a new one and tell where it is."""
    if not name and "graph" not in request.args and "default" not in request.args:
        require_writer(state().gate)
        iri = f"{request.base_url}/{secrets.token_hex(8)}"
    else:
        iri = _written()
    return _done(iri, new=state().store.add_to_graph(iri, _sent(iri)))


@bp.delete("/graphs")
@bp.delete("/graphs/<path:name>")
def delete(name: str = "") -> Response:
    """Remove a graph."""
    del name
    state().store.drop_graph(_written())
    return Response(status=204)


def _done(iri: str, *, new: bool) -> Response:
    if not new:
        return Response(status=204)
    answer = Response(status=201)
    if iri.startswith(request.root_url):
        answer.headers["Location"] = iri
    return answer


def _written() -> str:
    """Return the graph to write, for a writer. Raises ManagedGraph for the default graph."""
    require_writer(state().gate)
    iri = _target(needed=True)
    if iri is None or iri == _merged():
        raise ManagedGraph(
            f"The default graph is <{_merged()}>, which changes through add, remove, merge and "
            "review. Name a graph of your own with ?graph=IRI."
        )
    return iri


def _target(*, needed: bool) -> str | None:
    """Return the IRI that the request names; None for the graph store itself."""
    direct = request.path.rstrip("/") != "/graphs"
    given = [name for name in ("graph", "default") if name in request.args]
    if direct:
        if given:
            raise BadRequest("This address is a graph itself; it takes no `graph` or `default`.")
        return request.base_url
    if len(given) == 2:
        raise BadRequest("Name a `graph` or the `default` one, not both.")
    if not given:
        if needed:
            raise BadRequest("Name the graph with ?graph=IRI.")
        return None
    if given == ["default"]:
        return _merged()
    iri = only_one(request.args, "graph")
    if not is_iri(iri):
        raise BadRequest(f"{iri[:200]!r} is no absolute IRI of a graph.")
    return iri


def _merged() -> str:
    return Graphs(state().store.base).merged.value


def _sent(iri: str) -> list[ox.Triple]:
    """Return the triples of the body; of all parts, where it has several."""
    if request.mimetype == "multipart/form-data":
        files = [file for _, found in request.files.lists() for file in found]
        parts = [(file.read(), file.mimetype, file.mimetype_params) for file in files]
    else:
        parts = [(request.get_data(), request.mimetype, request.mimetype_params)]
    triples: list[ox.Triple] = []
    for body, kind, parameters in parts:
        if kind not in FORMATS:
            raise UnsupportedMediaType(f"Send a graph as {', '.join(FORMATS)}, not {kind or '?'}.")
        text = _utf8(body, parameters.get("charset"), kind)
        triples += state().store.parse_graph(text, kind, iri)
    return triples


def _utf8(body: bytes, charset: str | None, kind: str) -> bytes:
    """Return the text in UTF-8; XML says itself what it is in."""
    if charset is None or kind.endswith("+xml") or charset.lower() in ("utf-8", "utf8"):
        return body
    try:
        return body.decode(charset).encode()
    except LookupError as error:
        raise UnsupportedMediaType(f"The charset {charset} is not known. Send UTF-8.") from error
    except UnicodeError as error:
        raise BadRequest(f"The body is not in {charset}, as its Content-Type says.") from error
