"""Files to take away: the graph, the claims, a calendar, whole or filtered by the address."""

import tempfile
from collections.abc import Iterable, Iterator
from typing import IO

from flask import Blueprint, Response, request

from kg.export.calendar import calendar_chunks
from kg.export.network import network_page
from kg.export.references import ENDINGS as REFERENCES
from kg.export.references import MEDIA_TYPES, reference_chunks
from kg.export.sheet import SheetRows
from kg.export.sheet import csv_chunks as sheet_csv
from kg.export.sheet_xlsx import xlsx_chunks as sheet_xlsx
from kg.export.site import Site
from kg.export.table import claims_of, csv_chunks, json_chunks
from kg.query.filters import Filter
from kg.query.indexed import Export
from kg.query.network import Asked, network
from kg.store.base import DumpFormat

from .chosen import asked_filter, filter_notes
from .i18n import words
from .links import here
from .negotiate import CSV, ENDINGS
from .offline import network_furniture
from .state import library, state

bp = Blueprint("downloads", __name__)
_DUMPS: dict[str, DumpFormat] = {
    ".ttl": "turtle",
    ".trig": "trig",
    ".nq": "nquads",
    ".jsonld": "jsonld",
}
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CHUNK = 1 << 16


@bp.get("/export/network.html")
def network_file() -> Response:
    """Send the network as one page that opens offline; `focus` and `nodes` as on the page."""
    chosen = asked_filter()
    answer = network(library(), chosen, words(), Asked.parse(request.args))
    notes = [(note["label"], note["value"]) for note in filter_notes(library(), chosen)]
    page = network_page(answer, words(), network_furniture(), chosen=notes)
    return _file((page.encode("utf-8"),), "text/html", "claimline-network.html")


@bp.get("/export<any('.ttl', '.trig', '.nq', '.jsonld', '.csv', '.json'):ending>")
def export(ending: str) -> Response:
    """Send the export; `with-text=1` adds the articles' texts where the format holds them.

    `bom=1` begins the CSV with the mark by which Excel knows UTF-8.
    """
    chosen = asked_filter()
    if ending in _DUMPS:
        filtered = bool(chosen.to_args())
        chunks: Iterable[bytes] = state().store.dump(
            _DUMPS[ending],
            with_text=request.args.get("with-text") == "1",
            claims=claims_of(library(), chosen) if filtered else None,
        )
    elif ending == ".csv":
        marked = request.args.get("bom") == "1"
        chunks = _made(lambda held, fit: csv_chunks(held, fit, marked=marked), chosen)
    else:
        chunks = _made(json_chunks, chosen)
    return _file(chunks, ENDINGS[ending], f"claimline{ending}")


@bp.get("/export<any('.ris', '.bib', '.csl.json'):ending>")
def references(ending: str) -> Response:
    """Send the articles with claims that fit as references for a bibliography."""
    chosen, form = asked_filter(), REFERENCES[ending]
    chunks = _made(lambda held, fit: reference_chunks(held, fit, form), chosen)
    return _file(chunks, MEDIA_TYPES[form], f"claimline{ending}")


@bp.get("/export.ics")
def calendar() -> Response:
    """Send the dated events as a calendar, in the interface's language."""
    chosen, said = asked_filter(), words()
    notes = [(note["label"], note["value"]) for note in filter_notes(library(), chosen)]
    site = Site(address=request.url_root.rstrip("/"), here=here())
    chunks = _made(
        lambda held, fit: calendar_chunks(held, fit, said, site=site, notes=notes), chosen
    )
    return _file(chunks, "text/calendar", "claimline.ics")


@bp.get("/export/sheet<any('.csv', '.xlsx'):ending>")
def sheet(ending: str) -> Response:
    """Send the claims as a sheet that `claimline add` takes; `with-text=1` adds the texts."""
    chosen = asked_filter()
    claims = claims_of(library(), chosen) if chosen.to_args() else None
    rows = SheetRows(state().store, claims, request.args.get("with-text") == "1")
    chunks = _held(sheet_csv(rows) if ending == ".csv" else sheet_xlsx(rows))
    return _file(chunks, CSV if ending == ".csv" else _XLSX, f"claimline-sheet{ending}")


def _made(write: Export, chosen: Filter) -> Iterator[bytes]:
    return state().indexed.exported(write, chosen)


def _held(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield what is made before the first of it is sent: what fails then is still an answer."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 # closed when it was sent
    for chunk in chunks:
        file.write(chunk)
    file.seek(0)
    return _sent(file)


def _sent(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while chunk := file.read(_CHUNK):
            yield chunk


def _file(chunks: Iterable[bytes], media_type: str, name: str) -> Response:
    answer = Response(chunks, mimetype=media_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
