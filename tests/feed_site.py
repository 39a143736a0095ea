"""A news site on this machine, with a feed that changes, and a clock that tests turn.

`FeedSite` serves what stands in `routes` and notes what was asked. `rss` and `atom` write feeds.
"""

import contextlib
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from kg.pipeline.follow import Follower
from kg.pipeline.followed import Followed
from kg.read.fetch import Fetcher, FetchPolicy
from kg.read.polite import PoliteFetcher
from kg.store.base import GraphStore
from tests.test_fetch import send
from tests.test_html import page

Handler = Callable[[BaseHTTPRequestHandler], None]
WORDS = (
    "<p>French and German officials met in {place} on {day} March 2025, the ministry said, and "
    "spoke about the ferries and the port for several hours.</p><p>France's foreign ministry said "
    "the talks in {place} would go on until Friday. Germany denied that the port was closed.</p>"
)
PLACES = ("Vienna", "Paris", "Rome", "Ankara", "Cairo", "Doha", "Geneva", "Oslo", "Athens")


@dataclass(slots=True)
class FeedSite:
    """`routes` by path; `asked` are (path, headers) in order."""

    address: str = ""
    routes: dict[str, Handler] = field(default_factory=dict)
    asked: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)

    def paths(self) -> list[str]:
        """Return what was asked, robots.txt left out."""
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def publish(self, path: str, body: str, kind: str = "application/rss+xml") -> None:
        """Serve a feed that can tell whether it changed."""
        raw = body.encode()
        tag = f'"{sha256(raw).hexdigest()[:12]}"'

        def answer(request: BaseHTTPRequestHandler) -> None:
            if request.headers.get("If-None-Match") == tag:
                request.send_response(304)
                request.end_headers()
            else:
                send(raw, kind, ETag=tag)(request)

        self.routes[path] = answer

    def story(self, number: int, more: str = "") -> str:
        """Serve a page with an article of its own and `more` of it; return its address."""
        place = PLACES[number % len(PLACES)]
        words = WORDS.format(place=place, day=1 + number % 28)
        body = (
            f"<h1>Talks in {place}, part {number}</h1>{words}<p>This was report {number}.</p>{more}"
        )
        self.routes[f"/news/{number}"] = send(page(body, lang="en").encode())
        return f"{self.address}/news/{number}"


@contextmanager
def feed_site() -> Iterator[FeedSite]:
    """Serve an empty site until the block ends."""
    site = FeedSite()

    class Server(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, dict(self.headers)))
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                missing: Handler = lambda request: request.send_error(404)  # noqa: E731 - short
                site.routes.get(self.path, missing)(self)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    site.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


@dataclass(slots=True)
class Clock:
    """Time that passes only where somebody waits."""

    moment: datetime = datetime(2025, 3, 10, tzinfo=UTC)
    waited: list[float] = field(default_factory=list)

    def now(self) -> datetime:
        """Return the present moment."""
        return self.moment

    def seconds(self) -> float:
        """Return it as a number."""
        return self.moment.timestamp()

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.waited.append(seconds)
        self.moment += timedelta(seconds=seconds)


def follower(
    store: GraphStore, state: Path, clock: Clock, *feeds: str, seconds: float = 2.0, **more: bool
) -> Follower:
    """Return a follower of feeds on this machine, by the test's clock, every 15 minutes."""
    policy = FetchPolicy(private=True, seconds=seconds, max_bytes=2_000_000)
    fetcher = PoliteFetcher(fetcher=Fetcher(policy), clock=clock.seconds, wait=clock.wait)
    return Follower(
        feeds=feeds,
        memory=Followed(state),
        open_store=lambda: nullcontext(store),
        fetcher=fetcher,
        now=clock.now,
        every=900.0,
        **more,
    )


def rss(*items: str, title: str = "Harbour News", head: str = "") -> str:
    """Return an RSS feed."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}<rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>{title}</title>{''.join(items)}</channel></rss>"
    )


def item(
    link: str | None,
    title: str = "Talks",
    day: str | None = "Mon, 10 Mar 2025 23:30:00 +0300",
    content: str | None = None,
) -> str:
    """Return an item of an RSS feed."""
    parts = [f"<title>{escape(title)}</title>"]
    parts += [f"<link>{escape(link)}</link>"] if link is not None else []
    parts += [f"<pubDate>{day}</pubDate>"] if day else []
    parts += [f"<content:encoded><![CDATA[{content}]]></content:encoded>"] if content else []
    return f"<item>{''.join(parts)}</item>"


def atom(*entries: tuple[str, str, str, str]) -> str:
    """Return an Atom feed of (link, title, updated, content)."""
    body = "".join(
        f"<entry><id>{link}</id><title>{title}</title><updated>{updated}</updated>"
        f'<link href="{link}"/><content type="html">{escape(content)}</content></entry>'
        for link, title, updated, content in entries
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">'
        f"<title>صحيفة</title><id>x:feed</id>{body}</feed>"
    )
