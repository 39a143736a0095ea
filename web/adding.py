"""Adding articles from the page: the form, the preview, and storing what was seen.

/add takes pasted text, files and, where the server may fetch, an address. What is found in them is
shown before anything is stored. The page's script sends each file by itself and gets JSON; without
it one form sends them all.
"""

from typing import Any

from flask import Blueprint, Response, current_app, jsonify, redirect, render_template, request
from werkzeug.wrappers import Response as BaseResponse

from kg.errors import KgError, QueryError
from kg.read.folder import PAGE_SUFFIXES, TEXT_SUFFIXES
from kg.read.sheet import SHEET_SUFFIXES
from kg.vocabulary import LANGUAGES

from .catalogue import mark
from .errors import wants_json
from .gate import csrf_token, require_browser, require_writer
from .i18n import gettext
from .previewing import entry_of, look_again, store_preview
from .said import MOST_FILES, corrected, jobs_of, said
from .shelf import Entry, Preview
from .state import state
from .summary import entry_document, entry_view, facts_of

bp = Blueprint("adding", __name__)
_OTHER = mark("Only a preview of one article can be corrected here.")


@bp.get("/add")
def form() -> Response:
    """The form; `from` names a preview whose text and facts it begins with."""
    require_browser(state().gate)
    token = request.args.get("from")
    if token is None:
        return _form({}, "")
    preview = state().shelf.get(token, csrf_token())
    return _form(preview.form, preview.pasted or "")


@bp.post("/add/preview")
def preview() -> BaseResponse:
    """Read what was sent and lead to its preview; nothing is stored."""
    require_writer(state().gate)
    text = request.form.get("text", "")
    try:
        fields = said(request.form)
        jobs = jobs_of(fields, text, request.files.getlist("files"), fetch=state().fetch)
    except QueryError as error:
        if wants_json():
            raise
        return _form(dict(request.form), text, error)
    made = Preview(entries=[entry_of(job) for job in jobs], form=fields, pasted=text or None)
    return _answer(state().shelf.keep(made, csrf_token()))


@bp.get("/add/previews/<token>")
def show(token: str) -> Response:
    """What would be stored, then what was."""
    require_browser(state().gate)
    kept = state().shelf.get(token, csrf_token())
    return _page(kept)


@bp.post("/add/previews/<token>/again")
def again(token: str) -> BaseResponse:
    """Look at the one article of a preview with other facts of it."""
    require_writer(state().gate)
    kept = state().shelf.get(token, csrf_token())
    entry = kept.entries[0]
    if len(kept.entries) != 1 or len(entry.parts) != 1 or entry.sheet is not None:
        raise QueryError(_OTHER)
    try:
        fields = said(request.form)
        source = corrected(entry.parts[0].found.source, fields)
    except QueryError as error:
        return _page(kept, error)
    made = Preview(entries=[look_again(entry, source)], form=fields, pasted=kept.pasted)
    return _answer(state().shelf.keep(made, csrf_token()))


@bp.post("/add/previews/<token>/store")
def store(token: str) -> BaseResponse:
    """Store what a preview showed; once more changes nothing."""
    require_writer(state().gate)
    kept = state().shelf.get(token, csrf_token())
    store_preview(kept)
    return _answer(kept)


def _answer(kept: Preview) -> BaseResponse:
    if wants_json():
        return jsonify(
            {
                "token": kept.token,
                "page": f"/add/previews/{kept.token}",
                "entries": [entry_document(entry_view(entry)) for entry in kept.entries],
            }
        )
    return redirect(f"/add/previews/{kept.token}", 303)


def _form(fields: dict[str, str], text: str, error: KgError | None = None) -> Response:
    page = render_template(
        "add.html",
        fields=fields,
        text=text,
        error=gettext(str(error)) if error else None,
        languages=LANGUAGES,
        accept=",".join(sorted(TEXT_SUFFIXES | PAGE_SUFFIXES | SHEET_SUFFIXES)),
        most_files=MOST_FILES,
        most_bytes=_most_bytes(),
        fetch=state().fetch,
    )
    return Response(page, status=400 if error else 200)


def _page(kept: Preview, error: KgError | None = None) -> Response:
    views = [entry_view(entry) for entry in kept.entries]
    page = render_template(
        "add_preview.html",
        preview=kept,
        entries=views,
        can_store=any(e.error is None and e.stored is None for e in kept.entries),
        facts=_facts(kept.entries),
        error=gettext(str(error)) if error else None,
        languages=LANGUAGES,
    )
    return Response(page, status=400 if error else 200)


def _facts(entries: list[Entry]) -> dict[str, Any] | None:
    """The facts of the one article of a preview, to correct; None where there is another number."""
    entry = entries[0]
    if len(entries) != 1 or len(entry.parts) != 1 or entry.sheet is not None or entry.stored:
        return None
    return facts_of(entry.parts[0])


def _most_bytes() -> int:
    return int(current_app.config["MAX_CONTENT_LENGTH"])
