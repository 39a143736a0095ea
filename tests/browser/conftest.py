"""Really served apps, and a page that notes whatever should not happen in it."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest
import waitress
from flask import Flask

from kg import demo
from kg.pipeline import ingest
from kg.store.embedded import EmbeddedStore
from tests.web.conftest import fill
from web import create_app

AT = datetime(2031, 7, 20, 12, 0, tzinfo=UTC)


def until(page: Any, question: str, value: object = None) -> None:
    """Wait until the page's answer is true: the content policy forbids Playwright's own way.

    Not over a step to another page, in whose midst nothing can be asked: that is `wait_for_url`.
    """
    for _ in range(600):
        if page.evaluate(question, value):
            return
        page.wait_for_timeout(50)
    raise AssertionError(question)


@dataclass(frozen=True, slots=True)
class Site:
    """A served app: its address without a slash at the end, the app, its store."""

    address: str
    app: Flask
    store: EmbeddedStore


@dataclass(slots=True)
class Watched:
    """A page, and what it did that it should not: messages, violations, requests elsewhere."""

    page: Any
    troubles: list[str] = field(default_factory=list)

    def go(self, address: str) -> None:
        """Open the address and wait until it is drawn."""
        self.page.goto(address, wait_until="load")
        self.drawn()

    def drawn(self) -> None:
        """Wait until the tools work, for two frames, and for what the panel asked for."""
        self.page.locator("[data-tools][hidden]").wait_for(state="detached")
        self.page.evaluate(
            "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
        )
        self.page.locator("[data-panel][aria-busy]").wait_for(state="detached")

    def violations(self) -> list[str]:
        """Return what the content policy blocked on this page."""
        found: list[str] = self.page.evaluate("window.violations ?? []")
        return found


def serve(store: EmbeddedStore, **options: Any) -> Iterator[Site]:
    """Serve the store on a free port until the test is done."""
    app = create_app(store, **options)
    server = waitress.create_server(app, host="127.0.0.1", port=0, threads=8)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield Site(f"http://127.0.0.1:{server.effective_port}", app, store)
    server.close()
    thread.join(timeout=5)
    store.close()


@pytest.fixture(scope="session")
def demo_site() -> Iterator[Site]:
    """The demo's articles and its decision, served."""
    store = EmbeddedStore.in_memory()
    for source in demo.sources():
        ingest(source, store, at=AT)
    for local, canonical in demo.merges(store):
        store.decide("merge", local, canonical, by="demo", at=AT)
    yield from serve(store)


@pytest.fixture
def hand_site() -> Iterator[Site]:
    """The articles made by hand, the hostile one among them; a browser may sign in."""
    store = EmbeddedStore.in_memory()
    fill(store)
    yield from serve(store, sign_in=True, clock=lambda: AT)


@pytest.fixture
def watch(browser: Any) -> Iterator[Callable[..., Watched]]:
    """Return `watch(site, **context)`: a page of its own that is watched."""
    contexts = []

    def open_page(site: Site, **options: Any) -> Watched:
        context = browser.new_context(**({"viewport": {"width": 1280, "height": 800}} | options))
        contexts.append(context)
        watched = Watched(context.new_page())
        page, troubles = watched.page, watched.troubles
        page.add_init_script(
            "window.violations = [];"
            "document.addEventListener('securitypolicyviolation', (event) =>"
            " window.violations.push(`${event.violatedDirective} ${event.blockedURI}`));"
            "window.alert = (words) => console.error(`alert ${words}`);"
        )
        page.on("console", lambda m: m.type == "error" and troubles.append(m.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("dialog", lambda dialog: (troubles.append(dialog.message), dialog.dismiss()))
        page.on(
            "request",
            lambda r: r.url.startswith((site.address, "data:")) or troubles.append(r.url),
        )
        return watched

    yield open_page
    for context in contexts:
        context.close()
