"""Who may ask and who may write.

Reading is open to whoever reaches the server under a host name it answers to (DNS rebinding makes
any other name suspicious). Writing needs the token of `serve --token`, or the session of a browser
that opened the one-time sign-in address of `serve --write`.
Source: OWASP cheat sheets on CSRF and DNS rebinding; Content Security Policy Level 3.
"""

import hmac
import secrets
import threading
from dataclasses import dataclass, field

from flask import Flask, Response, request, session
from werkzeug.exceptions import Forbidden, Unauthorized

CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
MAX_BODY_BYTES = 10 * 1024 * 1024
_HEADERS = {
    "Content-Security-Policy": CONTENT_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@dataclass(slots=True)
class Gate:
    """The secrets that open writing. `sign_in` is used up by its first use."""

    token: str | None
    sign_in: str | None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def use_sign_in(self, offered: str) -> bool:
        """Return whether `offered` is the sign-in secret, which from then on opens nothing."""
        with self._lock:
            right = self.sign_in is not None and _same(offered, self.sign_in)
            if right:
                self.sign_in = None
            return right

    def writing_possible(self) -> bool:
        """True when there is any way to write over HTTP."""
        return self.token is not None or self.sign_in is not None or bool(session.get("writer"))


def protect(app: Flask, hosts: tuple[str, ...]) -> None:
    """Set limits, hosts, cookies and the headers of every answer."""
    app.config.update(
        SECRET_KEY=secrets.token_bytes(32),
        SESSION_COOKIE_NAME="claimline",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Strict",
        MAX_CONTENT_LENGTH=MAX_BODY_BYTES,
        MAX_FORM_MEMORY_SIZE=MAX_BODY_BYTES,
        TRUSTED_HOSTS=sorted({"127.0.0.1", "localhost", "[::1]", *map(_bracketed, hosts)}),
    )
    # Flask checks the host when an address is matched; asking for it here covers every request.
    app.before_request(_check_host)
    app.after_request(_add_headers)


def require_writer(gate: Gate) -> None:
    """Let only a writer through: a Bearer token, or a signed-in browser with its CSRF token.

    Raises Unauthorized without credentials, Forbidden for wrong ones or where nobody may write.
    """
    offered = request.headers.get("Authorization", "")
    if offered.startswith("Bearer "):
        if gate.token is not None and _same(offered[7:], gate.token):
            return
        raise Forbidden("This token does not open writing here.")
    if session.get("writer"):
        if _same(request.form.get("csrf_token", ""), session.get("csrf", "")):
            return
        raise Forbidden("This form is out of date. Load the page again and send it once more.")
    if not gate.writing_possible():
        raise Forbidden("This server does not write over HTTP. Start it with --write or --token.")
    raise Unauthorized("Writing needs a token or the sign-in address that the server printed.")


def csrf_token() -> str:
    """Return the session's CSRF token for a form; "" when the browser is not signed in."""
    return str(session.get("csrf", ""))


def open_session() -> None:
    """Make this browser a writer."""
    session.clear()
    session["writer"] = True
    session["csrf"] = secrets.token_urlsafe(24)


def _check_host() -> None:
    _ = request.host


def _add_headers(answer: Response) -> Response:
    for name, value in _HEADERS.items():
        answer.headers.setdefault(name, value)
    return answer


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host and not host.startswith("[") else host
