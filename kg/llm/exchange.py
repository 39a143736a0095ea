"""One request to a model's server, within limits of time and size.

In:  settings, a JSON body, a time limit. Out: `Reply`, whatever its status, or an error.
The server is the one that the user named, so it may be on this machine; a redirect is never
followed, since the key would travel with it. The key stands in one header and nowhere else.
Source: RFC 9110; OpenAI's chat completions, as other servers speak them too.
"""

import contextlib
import email.utils
import http.client
import socket
import ssl
import threading
import time
from dataclasses import dataclass
from urllib.parse import urlsplit

from kg import __version__
from kg.errors import ModelError
from kg.llm.settings import URL, ModelSettings
from kg.model.said import Said

MAX_REPLY_BYTES = 4_000_000
_CHUNK = 32 * 1024


class TooSlow(ModelError):
    """The answer was not there in time; asking again may help."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer of the server. `retry_after` is in seconds, None where it asks for no pause."""

    status: int
    body: bytes
    retry_after: float | None


def post(settings: ModelSettings, body: bytes, *, seconds: float) -> Reply:
    """Send a body and return the reply. Raises TooSlow, ModelError."""
    deadline = time.monotonic() + seconds
    late = threading.Event()
    connection = _connection(settings, seconds)
    try:
        connection.connect()
        # A server that sends a byte now and then meets no timeout of single reads.
        left = max(0.0, deadline - time.monotonic())
        alarm = threading.Timer(left, _shut, [connection.sock, late])
        alarm.daemon = True
        alarm.start()
        try:
            connection.request("POST", urlsplit(settings.address).path, body, _headers(settings))
            with contextlib.closing(connection.getresponse()) as answer:
                reply = _reply(answer, settings)
        finally:
            alarm.cancel()
        if late.is_set():  # what was cut off may look like a short answer
            raise TimeoutError
        return reply
    except (OSError, http.client.HTTPException, ValueError) as error:
        if isinstance(error, TimeoutError) or late.is_set():
            raise TooSlow(
                Said(
                    "The model's server at %(host)s did not answer within %(seconds)s seconds. "
                    "Try again later, or allow more time with %(setting)s.",
                    host=settings.host,
                    seconds=f"{seconds:g}",
                    setting="CLAIMLINE_LLM_TIMEOUT",
                )
            ) from None
        # What such errors say may hold what was sent; their kind says enough.
        raise ModelError(
            Said(
                "The model's server at %(host)s cannot be asked: %(why)s. See that it runs, and "
                "that %(url)s is right.",
                host=settings.host,
                why=_reason(error),
                url=URL,
            )
        ) from None
    finally:
        connection.close()


def _connection(settings: ModelSettings, seconds: float) -> http.client.HTTPConnection:
    parts = urlsplit(settings.address)
    host = parts.hostname or ""
    if parts.scheme == "https":
        context = ssl.create_default_context()
        return http.client.HTTPSConnection(host, parts.port, timeout=seconds, context=context)
    return http.client.HTTPConnection(host, parts.port, timeout=seconds)


def _headers(settings: ModelSettings) -> dict[str, str]:
    headers = {
        "User-Agent": f"claimline/{__version__}",
        "Content-Type": "application/json",
        "Accept": "application/json",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }
    if settings.key:
        headers["Authorization"] = f"Bearer {settings.key}"
    return headers


def _reply(answer: http.client.HTTPResponse, settings: ModelSettings) -> Reply:
    body = bytearray()
    while chunk := answer.read1(_CHUNK):
        body += chunk
        if len(body) > MAX_REPLY_BYTES:
            raise ModelError(
                Said(
                    "The model's server at %(host)s sent more than %(most)s MB. See what %(url)s "
                    "leads to.",
                    host=settings.host,
                    most=MAX_REPLY_BYTES // 1_000_000,
                    url=URL,
                )
            )
    if answer.length:  # what Content-Length promised and did not come
        raise http.client.IncompleteRead(b"", answer.length)
    return Reply(answer.status, bytes(body), _pause(answer.headers.get("Retry-After", "")))


def _pause(header: str) -> float | None:
    """Return what Retry-After asks for: seconds, or until a moment."""
    if header.strip().isdecimal():
        return min(float(header), 86_400.0)
    try:
        moment = email.utils.parsedate_to_datetime(header)
        return max(0.0, moment.timestamp() - time.time())
    except (TypeError, ValueError, OverflowError):
        return None


def _reason(error: Exception) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return Said("its certificate does not hold")
    if isinstance(error, ssl.SSLError):
        return Said("it speaks no proper TLS")
    if isinstance(error, socket.gaierror):
        return Said("its name is not known")
    if isinstance(error, ConnectionRefusedError):
        return Said("nothing listens there")
    if isinstance(error, OSError | http.client.RemoteDisconnected):
        return Said("it hung up")
    if isinstance(error, http.client.IncompleteRead):
        return Said("it hung up before the answer was whole")
    return Said("it does not speak proper HTTP")


def _shut(sock: socket.socket, late: threading.Event) -> None:
    late.set()
    with contextlib.suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)
