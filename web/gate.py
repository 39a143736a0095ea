"""Who may write: a program that holds the token, or a browser that was signed in.

Reading is open. The token is that of `serve --token`; a browser is signed in by the one-time
address that `serve --write` prints, and proves each form with the session's CSRF token.
Source: RFC 6750 (Bearer), OWASP's cheat sheet on cross-site request forgery.
"""

import hmac
import secrets
import threading
from dataclasses import dataclass, field

from flask import request, session
from werkzeug.exceptions import Forbidden, Unauthorized

from .catalogue import mark

_NO_WRITING = mark("This server does not write over HTTP. Start it with --write or --token.")
_WRONG_TOKEN = mark("This token does not open writing here.")
_OLD_FORM = mark("This form is out of date. Load the page again and send it once more.")
_SIGN_IN = mark(
    "This page is for browsers that are signed in. Start the server with “claimline serve --write” "
    "and open the sign-in address that it prints."
)
_WHO = mark("Writing needs a token, or a browser that opened the sign-in address.")


@dataclass(slots=True)
class Gate:
    """The secrets that open writing. `sign_in` is used up by its first use."""

    token: str | None
    sign_in: str | None
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _open: bool = field(init=False)
    _sessions: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._open = self.token is not None or self.sign_in is not None

    @property
    def writing_possible(self) -> bool:
        """True when anybody at all may write to this app over HTTP."""
        return self._open

    def use_sign_in(self, offered: str) -> bool:
        """Return whether `offered` is the sign-in secret, which from then on opens nothing."""
        with self._lock:
            right = self.sign_in is not None and _same(offered, self.sign_in)
            if right:
                self.sign_in = None
            return right

    def open_session(self) -> None:
        """Make this browser a writer."""
        session.clear()
        session["csrf"] = secrets.token_urlsafe(24)
        with self._lock:
            self._sessions.add(session["csrf"])

    def close_session(self) -> None:
        """Make this browser a reader; a copy of its cookie opens nothing any more."""
        with self._lock:
            self._sessions.discard(csrf_token())
        session.clear()

    def signed_in(self) -> bool:
        """True for a browser that was signed in and not out since."""
        return csrf_token() in self._sessions


def require_writer(gate: Gate) -> None:
    """Let only a writer through: a Bearer token, or a signed-in browser with its CSRF token.

    Raises Unauthorized for missing or wrong credentials, Forbidden where nobody may write and for
    a form without the session's CSRF token.
    """
    if not gate.writing_possible:
        raise Forbidden(_NO_WRITING)
    scheme, _, offered = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        if gate.token is None or not _same(offered.strip(), gate.token):
            raise Unauthorized(_WRONG_TOKEN)
        return
    if not gate.signed_in():
        raise Unauthorized(_WHO)
    require_own_form()


def require_browser(gate: Gate) -> None:
    """Let only a signed-in browser see a page with forms. Raises Forbidden, saying how to."""
    if not gate.signed_in():
        raise Forbidden(_SIGN_IN)


def require_own_form() -> None:
    """Raise Forbidden unless the form carries this session's CSRF token."""
    if not csrf_token() or not _same(request.form.get("csrf_token", ""), csrf_token()):
        raise Forbidden(_OLD_FORM)


def csrf_token() -> str:
    """Return the session's CSRF token for a form; "" when the browser is not signed in."""
    return str(session.get("csrf", ""))


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(errors="replace"), other.encode())
