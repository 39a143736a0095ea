"""Accepting that two events are one, and taking it back: forms for whoever may write.

Nothing is merged by itself. The decision is signed with the form's `by`, else as made on the web.
"""

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response as BaseResponse

from kg.errors import NotFound, QueryError

from .gate import require_writer
from .links import page_path
from .state import library, state

bp = Blueprint("merging", __name__)
_SIGNER = "web"
_MOST_SIGNED = 100


@bp.post("/events/<name>/merge")
def merge(name: str) -> BaseResponse:
    """Merge the event of the form field `event` (an IRI) into this one."""
    require_writer(state().gate)
    kept = _event(name)
    merged = library().event_of(_field("event"))
    state().store.decide("merge", merged, kept, by=_signer(), at=state().clock())
    return redirect(page_path(kept), 303)


@bp.post("/events/<name>/unmerge")
def unmerge(name: str) -> BaseResponse:
    """Take back the merge of the event of the form field `event` (an IRI)."""
    require_writer(state().gate)
    kept = _event(name)
    state().store.decide("unmerge", _field("event"), by=_signer(), at=state().clock())
    return redirect(page_path(kept), 303)


def _event(name: str) -> str:
    iri = library().find_event_iri(name)
    if iri is None:
        raise NotFound(f"There is no event {name} in this store.")
    return iri


def _field(name: str) -> str:
    text = request.form.get(name, "").strip()
    if not text:
        raise QueryError(f"The form has no field `{name}`: send the IRI of an event.")
    return text


def _signer() -> str:
    return request.form.get("by", "").strip()[:_MOST_SIGNED] or _SIGNER
