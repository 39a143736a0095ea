"""The timeline in a browser: first paint, pan and zoom frame by frame, memory, at several sizes.

The page is the project's own template, style sheets and modules; its answers are invented
(`tests.bench._events`), served on loopback. Frames are the intervals between animation frames while
a mouse drags and a wheel turns; first paint is from navigation to the first drawn picture, of which
"drawing" is what comes after scripts and data are there; the heap is measured after a collection.
With `--vis-timeline FILE` (its standalone build, not part of the project) the same events are given
to vis-timeline, on the same machine, in the same run.
"""

import argparse
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median, quantiles
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from jinja2 import Environment, FileSystemLoader, select_autoescape

from tests.bench._events import Invented
from web import modules, sheets

_ROOT = Path(__file__).resolve().parents[2]
_WEB = _ROOT / "web"
_CHROMIUM = "/usr/bin/chromium"
_SHEETS = ("tokens", "base", "layout", "panel", "explorer", "timeline")
_MODULE = "explorer"
_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
_FRAMES = """() => { window.frames_ms = []; let last = performance.now();
 const step = (now) => { window.frames_ms.push(now - last); last = now;
 window.frames_stop || requestAnimationFrame(step); }; requestAnimationFrame(step); }"""
_VIS_PAGE = """<!doctype html><meta charset="utf-8"><div id="t"></div>
<script src="/vis.js"></script>
<script>fetch("/vis.json").then((a) => a.json()).then(({ items, groups, start, end }) => {
 performance.mark("ready");
 const [data, lanes] = [new vis.DataSet(items), new vis.DataSet(groups)];
 const options = { height: 800, start, end, stack: true, maxHeight: 800 };
 const t = new vis.Timeline(document.getElementById("t"), data, lanes, options);
 const painted = () => performance.getEntriesByName("painted").length > 0;
 t.on("changed", () => painted() || performance.mark("painted")); });
</script>"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this bench's arguments."""
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--million", action="store_true", help="a million events as well")
    parser.add_argument("--vis-timeline", type=Path, help="vis-timeline-graph2d.min.js to compare")
    parser.add_argument("--vis-most", type=int, default=10_000, help="most events it is given")
    parser.add_argument("--serve", type=int, help="serve the page at this size and wait")


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Return, for each size, the figures of the project's timeline, and of the other when given."""
    from playwright.sync_api import sync_playwright

    if arguments.serve:
        with _served(Invented(arguments.serve), arguments.vis_timeline) as address:
            input(f"{address}/  (Enter ends) ")
        return {}
    sizes = [*arguments.sizes, *([1_000_000] if arguments.million else [])]
    found: dict[str, Any] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=_CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        for size in sizes:
            with _served(Invented(size), arguments.vis_timeline) as address:
                found[f"{size}"] = {"claimline": _measured(browser, f"{address}/")}
                if arguments.vis_timeline and size <= arguments.vis_most:
                    found[f"{size}"]["vis-timeline"] = _measured(browser, f"{address}/vis")
        browser.close()
    return found


def _measured(browser: Any, address: str) -> dict[str, float]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(address)
    page.wait_for_function("performance.getEntriesByName('painted').length > 0", timeout=120_000)
    begun, painted = (
        page.evaluate(f"performance.getEntriesByName('{name}')[0].startTime")
        for name in ("ready", "painted")
    )
    page.wait_for_timeout(1_500)
    pan = _frames(page, lambda: _drag(page))
    zoom = _frames(page, lambda: _turn(page))
    session = context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    heap = session.send("Runtime.getHeapUsage")["usedSize"]
    context.close()
    return {
        "first_paint_ms": round(painted, 1),
        "drawing_ms": round(painted - begun, 1),
        **{f"pan_{name}": value for name, value in pan.items()},
        **{f"zoom_{name}": value for name, value in zoom.items()},
        "heap_mb": round(heap / 1e6, 1),
    }


def _frames(page: Any, work: Any) -> dict[str, float]:
    page.evaluate("window.frames_stop = false")
    page.evaluate(_FRAMES)
    work()
    page.evaluate("window.frames_stop = true")
    taken = page.evaluate("window.frames_ms.slice(2)")
    return {
        "p50_ms": round(median(taken), 1),
        "p95_ms": round(quantiles(taken, n=20)[-1], 1),
        "worst_ms": round(max(taken), 1),
    }


def _drag(page: Any) -> None:
    for _ in range(3):
        page.mouse.move(500, 700)
        page.mouse.down()
        page.mouse.move(900, 700, steps=60)
        page.mouse.up()


def _turn(page: Any) -> None:
    page.mouse.move(700, 400)
    page.keyboard.down("Control")
    for delta in [-60] * 40 + [60] * 40:
        page.mouse.wheel(0, delta)
    page.keyboard.up("Control")


def _page(answer: dict[str, Any]) -> str:
    env = Environment(loader=FileSystemLoader(_WEB / "templates"), autoescape=select_autoescape())
    env.filters.update(figure=str, isolated=str)
    env.globals.update(
        _=lambda text, **given: text % given if given else text,
        static_url=lambda path: f"/static/{path}",
        address_of=lambda **_: "/",
    )
    view = env.get_template("_view_timeline.html").render(timeline=answer, rows=[], dir="ltr")
    tools = env.get_template("_tools_timeline.html").render(dir="ltr", lanes="actor")
    head = (
        f'<link rel="stylesheet" href="/static/sheets/{".".join(_SHEETS)}">'
        f'<script type="module" src="/static/joined/{_MODULE}"></script>'
    )
    return (
        f'<!doctype html><html lang="en" dir="ltr" data-locale="en-GB"><head>'
        f'<meta charset="utf-8"><title>bench</title>{head}</head>'
        f'<body><main class="page page--full explorer explorer--timeline">'
        f'<div class="explorer__screen">'
        f'<div class="explorer__head">{tools}</div><div class="explorer__body">'
        f'<div class="explorer__view">{view}</div><aside class="explorer__panel" data-panel>'
        f"<div data-panel-content></div></aside></div></div></main></body></html>"
    )


def _vis_data(invented: Invented) -> dict[str, Any]:
    shown = set(invented.order[:12])
    rows = [(i, e) for i, e in enumerate(invented.events) if e[2] in shown]
    day = invented._day
    last = invented.days[-1]
    return {
        "groups": [{"id": lane, "content": f"Party {lane}"} for lane in sorted(shown)],
        "items": [
            {"id": i, "group": e[2], "start": day(e[0]), "content": f"number {i}", "type": "point"}
            for i, e in rows
        ],
        "start": day(max(0, last - 90)),
        "end": day(last),
    }


@contextmanager
def _served(invented: Invented, vis: Path | None) -> Iterator[str]:
    page = _page(invented.first_answer()).encode()
    vis_json = json.dumps(_vis_data(invented)).encode() if vis else b""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            url = urlsplit(self.path)
            if url.path == "/":
                self._send(page, "text/html; charset=utf-8")
            elif url.path == "/api/timeline":
                answer = invented.answer(dict(parse_qsl(url.query)))
                self._send(json.dumps(answer).encode(), "application/json")
            elif url.path.startswith("/static/sheets/"):
                self._send(sheets.join(_SHEETS).encode(), "text/css")
            elif url.path.startswith("/static/joined/"):
                self._send(modules.join((_MODULE,)).encode(), "text/javascript")
            elif url.path == "/vis":
                self._send(_VIS_PAGE.encode(), "text/html; charset=utf-8")
            elif url.path == "/vis.json":
                self._send(vis_json, "application/json")
            elif url.path == "/vis.js" and vis:
                self._send(vis.read_bytes(), "text/javascript")
            else:
                file = _WEB / url.path.lstrip("/")
                known = url.path.startswith("/static/") and ".." not in url.path and file.is_file()
                self._send(
                    file.read_bytes() if known else b"", _TYPES.get(file.suffix, "text/plain")
                )

        def _send(self, body: bytes, kind: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            with suppress(BrokenPipeError, ConnectionResetError):
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
