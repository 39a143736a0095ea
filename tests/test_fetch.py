"""Fetching from servers that misbehave, all of them on this machine."""

import contextlib
import gzip
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from kg.errors import ReadError
from kg.read import exchange
from kg.read.fetch import Fetcher, FetchPolicy
from kg.read.url import url_to_source
from tests.test_html import ENGLISH, page

PAGE = page(ENGLISH, lang="en").encode()
Handler = Callable[[BaseHTTPRequestHandler], None]


def send(body: bytes, kind: str = "text/html; charset=utf-8", **headers: str) -> Handler:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", kind)
        request.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(body)

    return answer


def redirect(to: str) -> Handler:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(302)
        request.send_header("Location", to)
        request.send_header("Content-Length", "0")
        request.end_headers()

    return answer


def refuse(status: int) -> Handler:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_error(status)

    return answer


def drip(request: BaseHTTPRequestHandler) -> None:
    """Send a byte now and then, never the end."""
    request.send_response(200)
    request.send_header("Content-Type", "text/html")
    request.end_headers()
    for _ in range(100):
        request.wfile.write(b"a")
        request.wfile.flush()
        time.sleep(0.05)


def drip_headers(request: BaseHTTPRequestHandler) -> None:
    """Never come to the end of the headers."""
    request.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for i in range(100):
        request.wfile.write(b"X-%d: a\r\n" % i)
        request.wfile.flush()
        time.sleep(0.05)


def endless(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Type", "text/html")
    request.end_headers()
    for _ in range(1_000):
        request.wfile.write(b"a" * 65_536)


def cut_off(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Type", "text/html")
    request.send_header("Content-Length", "100000")
    request.end_headers()
    request.wfile.write(PAGE)


ROUTES: dict[str, Handler] = {
    "/robots.txt": send(b"User-agent: *\nDisallow: /secret\n", "text/plain"),
    "/news/1": send(PAGE),
    "/secret/1": send(PAGE),
    "/gzip": send(gzip.compress(PAGE), Content_Encoding="gzip"),
    "/bomb": send(gzip.compress(b"\0" * 60_000_000, 9), Content_Encoding="gzip"),
    "/notgzip": send(PAGE, Content_Encoding="gzip"),
    "/brotli": send(PAGE, Content_Encoding="br"),
    "/halfgzip": send(gzip.compress(PAGE)[:-20], Content_Encoding="gzip"),
    "/loop": redirect("/loop"),
    "/moved": redirect("/news/1"),
    "/file": redirect("file:///etc/passwd"),
    "/inside": redirect("http://10.0.0.1/"),
    "/gone": refuse(410),
    "/pdf": send(b"%PDF-1.4", "application/pdf"),
    "/text": send("قال الوزير إن المعبر سيفتح غدا.".encode(), "text/plain; charset=utf-8"),
    "/drip": drip,
    "/headers": drip_headers,
    "/endless": endless,
    "/cut": cut_off,
}


class _Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            ROUTES.get(self.path, refuse(404))(self)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def fetcher(**changes: object) -> Fetcher:
    given: dict[str, object] = {"private": True, "seconds": 1.0, "max_bytes": 1_000_000}
    return Fetcher(FetchPolicy(**(given | changes)))


def failure(address: str, **changes: object) -> str:
    with pytest.raises(ReadError) as caught:
        url_to_source(address, fetcher(**changes))
    return str(caught.value)


def test_a_page_is_read_with_its_address(site: str) -> None:
    source = url_to_source(f"{site}/news/1", fetcher())
    assert "two ferries" in source.text
    assert source.source == f"{site}/news/1"


@pytest.mark.parametrize("path", ["/gzip", "/moved"])
def test_packed_and_moved_pages_are_read(site: str, path: str) -> None:
    assert "two ferries" in url_to_source(site + path, fetcher()).text


def test_plain_text_is_read(site: str) -> None:
    assert "المعبر" in url_to_source(f"{site}/text", fetcher()).text


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/secret/1", "robots.txt says so"),
        ("/bomb", "larger than 1 MB, unpacked"),
        ("/endless", "larger than 1 MB, unpacked"),
        ("/notgzip", "not packed as it says"),
        ("/brotli", "not packed as it says"),
        ("/halfgzip", "the connection broke"),
        ("/cut", "the connection broke"),
        ("/loop", "leads on more than 5 times"),
        ("/file", "no address of the web"),
        ("/gone", "answered with 410"),
        ("/missing", "answered with 404"),
        ("/pdf", "application/pdf, neither a web page nor text"),
        ("/drip", "not sent whole within 1 seconds"),
        ("/headers", "not sent whole within 1 seconds"),
    ],
)
def test_what_goes_wrong_is_said(site: str, path: str, says: str) -> None:
    assert says in failure(site + path)


def test_this_machine_is_refused_unless_allowed(site: str) -> None:
    assert "address of this machine or a private network" in failure(site, private=False)


def test_a_redirect_into_the_private_network_is_refused(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # This machine stands for a public server here; every other private address stays private.
    public = exchange._is_public
    monkeypatch.setattr(exchange, "_is_public", lambda ip: ip == "127.0.0.1" or public(ip))
    message = failure(f"{site}/inside", private=False, robots=False)
    assert "leads to 10.0.0.1, an address of this machine or a private network" in message


PRIVATE = [
    *("127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "::1"),
    *("fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::"),
    *("224.0.0.1", "64:ff9b::7f00:1"),
]


@pytest.mark.parametrize("ip", PRIVATE)
def test_a_name_that_leads_inside_is_refused(ip: str) -> None:
    policy = FetchPolicy(resolver=lambda host, port: [ip], robots=False)
    with pytest.raises(ReadError, match="private network"):
        Fetcher(policy).fetch("http://news.example/")


def test_one_private_address_among_public_ones_is_enough() -> None:
    policy = FetchPolicy(resolver=lambda host, port: ["192.0.2.1", "127.0.0.1"], robots=False)
    with pytest.raises(ReadError, match="private network"):
        Fetcher(policy).fetch("http://news.example/")


def test_the_connection_goes_to_the_address_that_was_looked_at(site: str) -> None:
    port = int(site.rpartition(":")[2])
    asked: list[str] = []

    def resolver(host: str, _port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    fetched = fetcher(resolver=resolver).fetch(f"http://news.example:{port}/news/1")
    assert fetched.body == PAGE  # a name that no name server knows
    assert set(asked) == {"news.example"}


@pytest.mark.parametrize(
    "address",
    ["http://user:secret@127.0.0.1/", "http://[::1", "http://", "ftp://a/b", "http://127.0.0.1:0/"],
)
def test_addresses_that_are_none(address: str) -> None:
    assert "secret" not in failure(address)


def test_nobody_at_home_is_said() -> None:
    assert "nobody answers there" in failure("http://127.0.0.1:9/", robots=False)


def test_a_server_that_cannot_give_its_rules_is_left_alone(site: str) -> None:
    broken = dict(ROUTES)
    broken["/robots.txt"] = refuse(503)
    ROUTES.update(broken)
    try:
        assert "robots.txt" in failure(f"{site}/news/1")
    finally:
        ROUTES["/robots.txt"] = send(b"User-agent: *\nDisallow: /secret\n", "text/plain")
