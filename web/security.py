"""Which requests are answered at all, and the headers that every answer carries.

Only host names that the server is meant to have are answered: any other name in `Host` may be a
page of somebody else's that a DNS trick pointed at this machine. Pages of other sites may link
here; their scripts and forms may not.
Source: OWASP on DNS rebinding, Content Security Policy Level 3, Fetch Metadata Request Headers.
Werkzeug's own list of trusted hosts knows no IPv6 address ("[::1]"), so the check is made here.
"""

import re
import secrets

from flask import Flask, Response, request
from werkzeug.exceptions import BadRequest, Forbidden

from .catalogue import mark
from .cors import is_allowed_origin

CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
MAX_BODY_BYTES = 10 * 1024 * 1024
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
HEADERS = {
    "Content-Security-Policy": CONTENT_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_LAST_PORT = 65535
_HOST = re.compile(r"(?:\[(?P<address>[^][]*)\]|(?P<name>[^:/@?#\\\s]*))(?::(?P<port>[0-9]{0,5}))?")
_FOREIGN_HOST = mark(
    "This server does not answer to that host name. Open it as localhost, or start it with "
    "--trust-host NAME."
)
_FOREIGN_PAGE = mark("A page of another site may link here, but not ask or write on its own.")


def protect(app: Flask, hosts: tuple[str, ...], *, max_body_bytes: int = MAX_BODY_BYTES) -> None:
    """Set limits, hosts, cookies and the headers of every answer."""
    app.config.update(
        SECRET_KEY=secrets.token_bytes(32),
        # Cookies are shared by all ports of a host: each server has a name of its own.
        SESSION_COOKIE_NAME=f"claimline-{secrets.token_hex(4)}",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Strict",
        MAX_CONTENT_LENGTH=max_body_bytes,
        MAX_FORM_MEMORY_SIZE=max_body_bytes,
    )
    known = known_hosts(hosts)

    @app.before_request
    def refuse_foreigners() -> None:
        if host_name(request.environ.get("HTTP_HOST", "")) not in known:
            raise BadRequest(_FOREIGN_HOST)
        if _cross_site() and not is_allowed_origin(app):
            raise Forbidden(_FOREIGN_PAGE)

    app.after_request(_add_headers)


def known_hosts(hosts: tuple[str, ...]) -> frozenset[str]:
    """Return the names that are answered to, loopback's among them."""
    return LOOPBACK | {_bare(host) for host in hosts}


def host_name(host: str) -> str:
    """Return the name in a Host header, without port and brackets, in lower case.

    Return "" for what is no host with a port or without.
    """
    found = _HOST.fullmatch(host)
    if found is None or int(found["port"] or 0) > _LAST_PORT:
        return ""
    return (found["address"] or found["name"]).lower().removesuffix(".")


def _bare(host: str) -> str:
    """Return the name that somebody wrote on the command line, an IPv6 address also unbracketed."""
    return host.lower() if host.count(":") > 1 and not host.startswith("[") else host_name(host)


def _cross_site() -> bool:
    """True for what another site's page sends by itself; following a link from there is fine."""
    if request.headers.get("Sec-Fetch-Site", "none") in ("none", "same-origin"):
        return False
    followed = request.headers.get("Sec-Fetch-Mode") == "navigate"
    return not (followed and request.method in ("GET", "HEAD"))


def _add_headers(answer: Response) -> Response:
    for name, value in HEADERS.items():
        answer.headers.setdefault(name, value)
    return answer
