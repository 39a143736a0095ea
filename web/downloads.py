"""Files to take away: the graph and the claims, whole or filtered by the address."""

from flask import Blueprint, Response, request

from kg.export.network import network_page
from kg.export.table import claims_of, csv_chunks, json_chunks
from kg.query.filters import Filter
from kg.query.network import Asked, network
from kg.store.base import DumpFormat

from .chosen import filter_notes
from .i18n import words
from .negotiate import ENDINGS
from .offline import network_furniture
from .state import library, state

bp = Blueprint("downloads", __name__)
_DUMPS: dict[str, DumpFormat] = {
    ".ttl": "turtle",
    ".trig": "trig",
    ".nq": "nquads",
    ".jsonld": "jsonld",
}


@bp.get("/export/network.html")
def network_file() -> Response:
    """Send the network as one page that opens offline; `focus` and `nodes` as on the page."""
    chosen = Filter.parse(request.args)
    answer = network(library(), chosen, words(), Asked.parse(request.args))
    notes = [(note["label"], note["value"]) for note in filter_notes(library(), chosen)]
    page = network_page(answer, words(), network_furniture(), chosen=notes)
    answered = Response(page, mimetype="text/html")
    answered.headers["Content-Disposition"] = 'attachment; filename="claimline-network.html"'
    return answered


@bp.get("/export<any('.ttl', '.trig', '.nq', '.jsonld', '.csv', '.json'):ending>")
def export(ending: str) -> Response:
    """Send the export; `with-text=1` adds the articles' texts where the format holds them."""
    chosen = Filter.parse(request.args)
    if ending in _DUMPS:
        filtered = bool(chosen.to_args())
        chunks = state().store.dump(
            _DUMPS[ending],
            with_text=request.args.get("with-text") == "1",
            claims=claims_of(library(), chosen) if filtered else None,
        )
    else:
        chunks = state().indexed.exported(csv_chunks if ending == ".csv" else json_chunks, chosen)
    answer = Response(chunks, mimetype=ENDINGS[ending])
    answer.headers["Content-Disposition"] = f'attachment; filename="claimline{ending}"'
    return answer
