"""Files to take away: the graph and the claims, whole or filtered by the address."""

from flask import Blueprint, Response, request

from kg.export.table import claims_of, csv_chunks, json_chunks
from kg.query.filters import Filter
from kg.store.base import DumpFormat

from .negotiate import ENDINGS
from .state import library, state

bp = Blueprint("downloads", __name__)
_DUMPS: dict[str, DumpFormat] = {
    ".ttl": "turtle",
    ".trig": "trig",
    ".nq": "nquads",
    ".jsonld": "jsonld",
}


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
