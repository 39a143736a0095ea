"""One request over HTTP to an address that was looked at, within limits of size and time.

In:  an address, a `FetchPolicy`, a deadline. Out: `Fetched`, where a redirect leads, or ReadError.
Source: RFC 9110; OWASP's cheat sheet on server-side request forgery.
"""

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from kg import __version__
from kg.config import MAX_PAGE_BYTES
from kg.errors import ReadError
from kg.model.said import Said
from kg.read.failing import failed as unread

AGENT = f"claimline/{__version__}"
PORTS = {"http": 80, "https": 443}
_CHUNK = 32 * 1024
_GZIP = 16 + zlib.MAX_WBITS
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_UNCHANGED = 304
_OK = 200
_NAT64 = ipaddress.ip_network("64:ff9b::/96")

Resolver = Callable[[str, int], Sequence[str]]


def resolve(host: str, port: int) -> list[str]:
    """Return the IP addresses of a host. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(info[4][0]) for info in found))


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchPolicy:
    """Limits of one fetch. `private` allows addresses of this machine and its networks."""

    seconds: float = 30.0
    read_seconds: float = 10.0
    max_bytes: int = MAX_PAGE_BYTES
    redirects: int = 5
    private: bool = False
    robots: bool = True
    resolver: Resolver = resolve


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """An answer. `address` is the last of the redirects; `body` is None when unchanged (304)."""

    address: str
    body: bytes | None
    content_type: str
    charset: str | None
    etag: str | None
    last_modified: str | None


class Refused(ReadError):
    """The server answered with an error status, or its robots.txt forbids to ask (403)."""

    def __init__(self, message: str, *, source: str, status: int) -> None:
        super().__init__(message, source=source)
        self.status = status


def failed(address: str, text: str, **values: object) -> ReadError:
    """Return the error of an address; without a password that may stand in it."""
    return unread(shown(address), text, **values)


def shown(address: str) -> str:
    """Return an address without a password that may stand in it."""
    scheme, mark, rest = address.partition("://")
    authority, slash, path = rest.partition("/")
    return f"{scheme}{mark}{authority.rpartition('@')[2]}{slash}{path}"


class Exchange:
    """One request and its answer, on one connection to one checked address."""

    def __init__(
        self, policy: FetchPolicy, here: str, address: str, deadline: float, max_bytes: int
    ) -> None:
        self.policy, self.here, self.address = policy, here, address
        self.deadline, self.max_bytes = deadline, max_bytes
        self.parts = urlsplit(here)
        self.host = self.parts.hostname or ""
        self.port = self.parts.port or PORTS[self.parts.scheme]

    def run(self, headers: Mapping[str, str]) -> Fetched | str:
        """Return the answer, or where a redirect leads."""
        ip = self._checked_ip()
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise self._late()
        connection = self._connection(ip, min(left, self.policy.read_seconds))
        try:
            connection.connect()
            # A server that sends a byte now and then meets no timeout of single reads.
            alarm = threading.Timer(left, _shut, [connection.sock])
            alarm.daemon = True
            alarm.start()
            try:
                connection.request("GET", self._target(), headers=self._headers() | dict(headers))
                with contextlib.closing(connection.getresponse()) as answer:
                    return self._answer(answer)
            finally:
                alarm.cancel()
        except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
            if time.monotonic() > self.deadline:
                raise self._late() from error
            raise failed(
                self.address,
                "%(name)s could not be fetched: %(reason)s. Try again later, or save the page as a "
                "file.",
                reason=_reason(error),
            ) from error
        finally:
            connection.close()

    def _late(self) -> ReadError:
        return failed(
            self.address,
            "%(name)s was not sent whole within %(seconds)s seconds. Try again later.",
            seconds=f"{self.policy.seconds:g}",
        )

    def _target(self) -> str:
        return self.parts._replace(scheme="", netloc="", fragment="").geturl() or "/"

    def _checked_ip(self) -> str:
        try:
            found = self.policy.resolver(self.host, self.port)
        except (OSError, UnicodeError) as error:
            raise failed(
                self.address,
                "%(name)s cannot be reached: the name %(host)s is not known.",
                host=self.host,
            ) from error
        if not found:
            raise failed(
                self.address,
                "%(name)s cannot be reached: %(host)s has no address.",
                host=self.host,
            )
        if not self.policy.private:
            for ip in found:
                if not _is_public(ip):
                    raise failed(
                        self.address,
                        "%(name)s leads to %(ip)s, an address of this machine or a private "
                        "network. `claimline add --allow-private` fetches it if that is meant.",
                        ip=ip,
                    )
        return found[0]

    def _connection(self, ip: str, seconds: float) -> http.client.HTTPConnection:
        if self.parts.scheme == "https":
            return _CheckedHTTPS(ip, self.host, self.port, seconds)
        return _Checked(ip, self.host, self.port, seconds)

    def _headers(self) -> dict[str, str]:
        usual = self.port == PORTS[self.parts.scheme]
        host = f"[{self.host}]" if ":" in self.host else self.host
        return {
            "Host": host if usual else f"{host}:{self.port}",
            "User-Agent": AGENT,
            "Accept-Encoding": "gzip",
            "Accept": "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,"
            "text/plain;q=0.8,*/*;q=0.1",
        }

    def _answer(self, answer: http.client.HTTPResponse) -> Fetched | str:
        if answer.status in _REDIRECTS and (to := answer.headers.get("Location")):
            return to
        if answer.status not in (_OK, _UNCHANGED):
            raise Refused(
                Said(
                    "%(name)s answered with %(status)s. Open it in a browser, and save its text as "
                    "a file if it is there.",
                    name=shown(self.address),
                    status=answer.status,
                ),
                source=shown(self.address),
                status=answer.status,
            )
        kind, _, rest = answer.headers.get("Content-Type", "").partition(";")
        return Fetched(
            address=self.here,
            body=None if answer.status == _UNCHANGED else self._body(answer),
            content_type=kind.strip().lower(),
            charset=_charset(rest),
            etag=answer.headers.get("ETag"),
            last_modified=answer.headers.get("Last-Modified"),
        )

    def _body(self, answer: http.client.HTTPResponse) -> bytes:
        packed = answer.headers.get("Content-Encoding", "").strip().lower()
        if packed not in ("", "identity", "gzip", "x-gzip"):
            raise ValueError(f"packed as {packed}")
        unpack = zlib.decompressobj(_GZIP) if packed.endswith("gzip") else None
        body = bytearray()
        while chunk := answer.read1(_CHUNK):
            while chunk:
                body += unpack.decompress(chunk, _CHUNK) if unpack else chunk
                chunk = unpack.unconsumed_tail if unpack else b""
                if len(body) > self.max_bytes:
                    raise failed(
                        self.address,
                        "%(name)s is larger than %(most)s MB, unpacked; no article is.",
                        most=f"{self.max_bytes / 1e6:g}",
                    )
        if time.monotonic() > self.deadline:  # an end that the alarm made is none
            raise self._late()
        if answer.length or (unpack is not None and not unpack.eof):
            raise http.client.IncompleteRead(b"")
        return bytes(body)


class _Checked(http.client.HTTPConnection):
    """A connection to an address that was looked at, under the name it was asked by."""

    def __init__(self, ip: str, host: str, port: int, seconds: float) -> None:
        super().__init__(host, port, timeout=seconds)
        self._ip = ip

    def connect(self) -> None:
        """Connect to the checked address, whatever the name would resolve to now."""
        self.sock = socket.create_connection((self._ip, self.port), self.timeout)


class _CheckedHTTPS(_Checked):
    """The same over TLS, the certificate checked for the name."""

    def connect(self) -> None:
        """Connect and make sure that it is the host."""
        super().connect()
        context = ssl.create_default_context()
        self.sock = context.wrap_socket(self.sock, server_hostname=self.host)


def _shut(sock: socket.socket) -> None:
    with contextlib.suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)


def _is_public(ip: str) -> bool:
    """True for an address of the open internet; one inside another is looked at as well."""
    address = ipaddress.ip_address(ip.partition("%")[0])
    inner = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
    teredo = getattr(address, "teredo", None)
    inside = [a for a in (inner, *(teredo or ())) if a is not None]
    if address in _NAT64:
        inside.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return address.is_global and not address.is_multicast and all(a.is_global for a in inside)


def _charset(parameters: str) -> str | None:
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset" and value.strip():
            return value.strip().strip("\"'")
    return None


def _reason(error: Exception) -> str:
    """Return what went wrong, in few words."""
    if isinstance(error, TimeoutError):
        return Said("it took too long")
    if isinstance(error, ssl.SSLError):
        return Said("its certificate is not trusted")
    if isinstance(error, ConnectionRefusedError):
        return Said("nobody answers there")
    if isinstance(error, zlib.error | ValueError):
        return Said("it is not packed as it says")
    return Said("the connection broke")
