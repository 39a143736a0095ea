"""Hostile words in every place that shows words: none of them is anything but shown."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from kg.query.words import clean
from kg.store.embedded import EmbeddedStore
from tests.browser.conftest import AT, Site, Watched, serve
from tests.browser.payloads import ALL, Planted, filter_addresses, plant

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Watch = Callable[..., Watched]

# What a page of ours has none of, wherever its words come from.
_FAULTS = r"""() => {
  const found = [];
  const ours = location.origin + "/static/";
  for (const node of document.querySelectorAll("*")) {
    for (const { name, value } of node.attributes) {
      if (/^on/i.test(name)) found.push(`${node.localName} ${name}`);
      if (/^(href|src|action|formaction|xlink:href|srcdoc|poster|data|content)$/i.test(name)
        && /^[\s\x00-\x20]*(java\s*script|vbscript|data|blob|file)\s*:/i.test(value)) {
        found.push(`${node.localName} ${name}=${value.slice(0, 60)}`);
      }
    }
    if (/^(iframe|object|embed|base|style|math|bdo|frame|applet)$/.test(node.localName)
      && !node.closest("svg")) found.push(node.localName);
    if (node.localName === "img") found.push("img");
    if (node.localName === "script" && node.type !== "application/json"
      && !(node.src || "").startsWith(ours)) found.push("script");
    if (node.localName === "meta" && node.httpEquiv) found.push("meta");
    if (node.localName === "link" && !(/^https?:$/.test(new URL(node.href).protocol)
      && new URL(node.href).origin === location.origin)) found.push(`link ${node.href}`);
  }
  return found;
}"""


def shown(text: str) -> str:
    """Return a text as the page must show it: HTML has no word for NUL, and folds spaces."""
    return " ".join(text.replace("\x00", "").replace("\ufffd", "").split())


@pytest.fixture(scope="module")
def planted() -> Iterator[tuple[Site, list[Planted]]]:
    """A served store of nothing but hostile words; programs may write."""
    store = EmbeddedStore.in_memory()
    found = plant(store)
    served = serve(store, token="a-token-of-the-test", clock=lambda: AT)
    yield next(served), found
    for _ in served:
        pass


Sown = tuple[Site, list[Planted]]


def some(every: int, of: int) -> list[Any]:
    """Return the numbers of payloads; only each `every`-th is tried in the quick run."""
    slow = pytest.mark.slow
    return [pytest.param(n, marks=() if n % every == 0 else slow) for n in range(0, len(ALL), of)]


def check(watched: Watched, address: str) -> None:
    """Open the page and find nothing that ran, was asked for elsewhere, or is markup of theirs."""
    watched.go(address)
    calm(watched, address)


def calm(watched: Watched, address: str) -> None:
    """Find the open page calm. A refusal that the browser notes as such is no trouble."""
    watched.troubles[:] = [t for t in watched.troubles if "Failed to load resource" not in t]
    assert watched.troubles == [], address
    assert watched.violations() == [], address
    assert watched.page.evaluate(_FAULTS) == [], address


@pytest.mark.parametrize("ui", ["en", "ar"])
def test_every_view_shows_them_as_words(planted: Sown, watch: Watch, ui: str) -> None:
    site, _ = planted
    watched = watch(site)
    for path in ("/?view=timeline", "/?view=network&nodes=60", "/?view=map", "/?view=list"):
        check(watched, f"{site.address}{path}&facets=open&ui={ui}")
        focus = watched.page.locator("[data-focus]")
        if focus.count() and "list" not in path:
            focus.focus()
            for key in ("ArrowDown", "ArrowRight", "ArrowDown", "m", "r", "?"):
                watched.page.keyboard.press(key)
            watched.page.keyboard.press("Escape")
            focus.focus()
            if "timeline" in path:  # elsewhere Enter opens another page
                watched.page.keyboard.press("Enter")
                watched.drawn()
            calm(watched, path)
    rows = shown(watched.page.locator(".list").inner_text())
    assert all(shown(p)[:20] in rows for p in ALL[:6])


@pytest.mark.parametrize("payload", some(8, of=1))
def test_every_page_of_a_thing_shows_them_word_for_word(
    planted: Sown, watch: Watch, payload: int
) -> None:
    site, found = planted
    thing = found[payload]
    watched = watch(site)
    for path in (thing.article, *thing.actors[:1], thing.place):
        check(watched, f"{site.address}{path}")
        heading = watched.page.locator("h1").first.evaluate("(node) => node.textContent")
        if "\u2028" not in thing.payload:  # of a text that begins with it, it parts two lines
            assert shown(heading) == shown(thing.payload), path
        title = watched.page.evaluate("document.title")
        # A title has no markup to hold a name's direction in: marks of its own are taken out.
        assert shown(clean(title)).startswith(shown(clean(thing.payload))[:60]), path
    for path in (*thing.events, *thing.claims):
        check(watched, f"{site.address}{path}")
        page = watched.page
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
        text = shown(page.locator("main").evaluate("(node) => node.textContent"))
        assert shown(thing.payload)[:100] in text, path
        calm(watched, path)


@pytest.mark.parametrize("payload", some(16, of=4))
def test_the_address_is_no_way_in(planted: Sown, watch: Watch, payload: int) -> None:
    site, _ = planted
    watched = watch(site)
    for path in filter_addresses(ALL[payload]):
        check(watched, site.address + path)


def test_answers_and_graphs_of_one_s_own_show_them_as_words(planted: Sown, watch: Watch) -> None:
    site, _ = planted
    client = site.app.test_client()
    key = {"Authorization": "Bearer a-token-of-the-test"}
    labels = ", ".join(
        '"' + "".join(f"\\U{ord(c):08X}" for c in payload) + '"' for payload in ALL if payload
    )
    for name in ("urn:x:alert(1)", "javascript:alert(2)", "data:text/html,alert(3)"):
        sent = client.put(
            f"/graphs?graph={quote(name, safe='')}",
            data=f"<{name}> <http://www.w3.org/2000/01/rdf-schema#label> {labels}.",
            content_type="text/turtle",
            headers=key,
        )
        assert sent.status_code in (201, 204, 400, 403), sent.text
    watched = watch(site)
    for query in (
        "SELECT * { GRAPH ?g { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?label } }",
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 200",
        'SELECT (IRI("javascript:alert(1)") AS ?one) (IRI("data:text/html,x") AS ?two) '
        '(IRI("vbscript:x") AS ?three) {}',
        *(f'SELECT ("" AS ?{name}) {{}}' for name in ("constructor", "__proto__")),
    ):
        check(watched, f"{site.address}/sparql?query={quote(query)}")
    for name in ("articles", "who-met", "red-lines"):
        check(watched, f"{site.address}/sparql?name={name}")


def test_the_network_taken_away_shows_them_as_words(
    planted: Sown, watch: Watch, tmp_path: Path
) -> None:
    site, _ = planted
    for name, query in (("plain", ""), ("chosen", f"?q={quote(ALL[0])}")):
        file = tmp_path / f"{name}.html"
        file.write_bytes(site.app.test_client().get(f"/export/network.html{query}").data)
        watched = watch(site)
        page: Any = watched.page
        page.goto(file.as_uri())
        page.wait_for_timeout(300)
        watched.troubles[:] = [t for t in watched.troubles if t != file.as_uri()]
        assert watched.troubles == []
        assert page.evaluate("[...document.querySelectorAll('[onerror], img, iframe')].length") == 0
