"""The first step in an empty store: the sample articles, added by a form."""

from flask import Blueprint, redirect
from werkzeug.exceptions import Conflict
from werkzeug.wrappers import Response as BaseResponse

from kg import demo
from kg.pipeline import ingest

from .catalogue import mark
from .gate import require_writer
from .state import state

bp = Blueprint("starting", __name__)
_HOLDS = mark("This store holds articles already. The sample articles are for an empty one.")


@bp.post("/demo")
def load_samples() -> BaseResponse:
    """Add the sample articles and their decision, and lead to the explorer.

    Raises Conflict when the store holds articles, be they withdrawn.
    """
    require_writer(state().gate)
    store, at = state().store, state().clock()
    if store.articles(include_withdrawn=True):
        raise Conflict(_HOLDS)
    for source in demo.sources():
        ingest(source, store, at=at)
    for local, canonical in demo.merges(store):
        store.decide("merge", local, canonical, by="demo", at=at)
    return redirect("/", 303)
