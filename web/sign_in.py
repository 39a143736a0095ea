"""Signing a browser in by the one-time address, and out again."""

from flask import Blueprint, Response, abort, redirect, request
from werkzeug.wrappers import Response as BaseResponse

from .catalogue import mark
from .gate import require_own_form
from .state import state

bp = Blueprint("sign_in", __name__)
_NO_SUCH = mark(
    "This sign-in address was used already, or it never was one. "
    "Start the server again for a new one."
)


@bp.get("/sign-in/<secret>")
def sign_in(secret: str) -> BaseResponse:
    """Make this browser a writer, once; 404 when the address was used or never existed.

    A HEAD request (a program that previews links) does not use the address up.
    """
    if request.method == "HEAD":
        return Response(status=204)
    if not state().gate.use_sign_in(secret):
        abort(404, _NO_SUCH)
    state().gate.open_session()
    return redirect("/", 303)


@bp.post("/sign-out")
def sign_out() -> BaseResponse:
    """End this browser's session."""
    require_own_form()
    state().gate.close_session()
    return redirect("/", 303)
