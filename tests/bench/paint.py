"""The explorer over the sample articles in a browser: what the first paint is made of.

"fresh" is a browser that keeps nothing yet, "again" the same one a second time: styles and scripts
are kept, the page is asked for anew. Medians of `--visits`, in milliseconds from navigation:
* server: until the first byte of the page; transfer: from there to its last byte;
* files: until the last style sheet or script has come;
* parse: until the document is read; scripts: until they begin on the data;
* words: the first paint of text; picture: the timeline is drawn.
On a busy machine two figures hold, both of processor time: `server_cpu_ms`, a page by the server
alone, and `work_ms`, what the browser's page did until it rested.
"""

import argparse
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from statistics import median
from typing import Any

from flask import Flask

from kg import demo
from kg.pipeline import ingest
from kg.store.embedded import EmbeddedStore
from tests.browser.conftest import Site, serve

_CHROMIUM = "/usr/bin/chromium"
_AT = datetime(2031, 7, 20, 12, 0, tzinfo=UTC)
_ASKED = 15
_PARTS = """() => {
 const [page] = performance.getEntriesByType("navigation");
 const files = performance.getEntriesByType("resource")
  .filter((e) => /[.]js$|sheets|joined/.test(e.name));
 const at = (name) => performance.getEntriesByName(name)[0]?.startTime;
 return { server: page.responseStart, transfer: page.responseEnd - page.responseStart,
  files: Math.max(...files.map((e) => e.responseEnd)), parse: page.domInteractive,
  scripts: at("ready"), words: at("first-contentful-paint"), picture: at("painted"),
  bytes: page.transferSize + files.reduce((sum, e) => sum + e.transferSize, 0) }; }"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this bench's arguments."""
    parser.add_argument("--visits", type=int, default=9)
    parser.add_argument("--path", default="/", help="the page of the timeline, such as '/?ui=ar'")
    parser.add_argument("--size", default="1440x900", help="of the window, in CSS pixels")


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Return the parts of the first paint, fresh and again, and the server's own time."""
    from playwright.sync_api import sync_playwright

    width, height = (int(edge) for edge in arguments.size.split("x"))
    with _samples() as site, sync_playwright() as playwright:
        found: dict[str, Any] = {"server_cpu_ms": _server_cpu(site.app, arguments.path)}
        browser = playwright.chromium.launch(
            executable_path=_CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        visits = []
        for _ in range(arguments.visits):
            context = browser.new_context(viewport={"width": width, "height": height})
            address = f"{site.address}{arguments.path}"
            visits.append([_visit(context, address) for _ in ("fresh", "again")])
            context.close()
        browser.close()
    fresh, again = zip(*visits, strict=True)
    return found | {"fresh": _medians(fresh), "again": _medians(again)}


@contextmanager
def _samples() -> Iterator[Site]:
    store = EmbeddedStore.in_memory()
    for source in demo.sources():
        ingest(source, store, at=_AT)
    yield from serve(store)


def _server_cpu(app: Flask, path: str) -> float:
    """The processor time of a page that was asked for before, compressed as browsers have it."""
    client, taken = app.test_client(), []
    for _ in range(_ASKED):
        begun = time.process_time()
        client.get(path, headers={"Accept-Encoding": "gzip"})
        taken.append(time.process_time() - begun)
    return round(median(taken[1:]) * 1e3, 1)


def _visit(context: Any, address: str) -> dict[str, float]:
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Performance.enable")
    page.goto(address)
    page.wait_for_function("performance.getEntriesByName('painted').length > 0", timeout=60_000)
    page.wait_for_timeout(300)
    parts: dict[str, float] = page.evaluate(_PARTS)
    metrics = {m["name"]: m["value"] for m in session.send("Performance.getMetrics")["metrics"]}
    page.close()
    return parts | {"work": metrics["ThreadTime"] * 1e3}


def _medians(visits: tuple[dict[str, float], ...]) -> dict[str, float]:
    names = {name: name if name == "bytes" else f"{name}_ms" for name in visits[0]}
    return {to: round(median(visit[name] or 0 for visit in visits)) for name, to in names.items()}
