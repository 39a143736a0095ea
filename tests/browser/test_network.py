"""The network in a real browser: walking, ties and their claims, places, files."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.export.network import network_page
from kg.query.words import ENGLISH
from tests.browser.conftest import Site, Watched
from tests.payloads import LABELS
from tests.test_export_network import answer
from web.offline import network_furniture

pytestmark = pytest.mark.browser
Watch = Callable[..., Watched]


def opened(watch: Watch, site: Site, query: str = "", **options: Any) -> Watched:
    seen = watch(site, **options)
    seen.go(f"{site.address}/?view=network{query}")
    seen.page.locator("[data-tools]").wait_for()
    return seen


def at(seen: Watched) -> str:
    """Return what the button says of who or what is walked to."""
    return str(seen.page.locator("[data-focus]").get_attribute("aria-label"))


def find_tie(seen: Watched, words: str) -> None:
    """Walk to Israel and then from tie to tie until the button says these words."""
    button = seen.page.locator("[data-focus]")
    button.focus()
    for _ in range(60):
        button.press("n")
        if words in at(seen):
            return
    raise AssertionError(f"no tie is called {words!r}, the last was {at(seen)!r}")


def test_the_drawing_is_painted_without_trouble(watch: Watch, demo_site: Site) -> None:
    seen = opened(watch, demo_site)
    painted = seen.page.evaluate(
        "() => { const c = document.querySelector('[data-network] canvas');"
        " const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
        " return new Set(d).size; }"
    )
    assert painted > 20
    assert seen.troubles == []
    assert seen.violations() == []


def test_every_actor_is_reached_by_arrows_or_home(watch: Watch, demo_site: Site) -> None:
    seen = opened(watch, demo_site)
    button = seen.page.locator("[data-focus]")
    button.focus()
    button.press("Home")
    first = at(seen)
    assert re.match(r".+\. Claims: \d+\. ", first)
    button.press("ArrowLeft")
    button.press("ArrowRight")
    reached = {at(seen)}
    for key in ["ArrowUp"] * 8 + ["ArrowLeft"] * 8 + ["ArrowDown"] * 8 + ["ArrowRight"] * 8:
        button.press(key)
        reached.add(at(seen))
    assert len(reached) > 8


def test_a_tie_opens_the_claims_behind_it(watch: Watch, demo_site: Site) -> None:
    seen = opened(watch, demo_site)
    find_tie(seen, "met")
    seen.page.locator("[data-focus]").press("Enter")
    panel = seen.page.locator("[data-panel]")
    panel.locator(".network__panel").wait_for()
    times = re.search(r"×(\d+)", panel.locator("h2").inner_text())
    links = panel.locator(".claims a")
    assert links.count() == (int(times.group(1)) if times else 1)
    links.first.click()
    panel.locator(".panel blockquote, .panel .quotation").first.wait_for()
    assert "event=" in seen.page.url
    panel_text = panel.inner_text()
    seen.page.reload()
    seen.drawn()
    assert seen.page.locator("[data-panel]").inner_text()[:40] == panel_text[:40]
    selected = json.loads(seen.page.locator("[data-answer]").inner_text())["selected"]
    assert any(kind == "met" for _, _, kind in selected)


def test_a_tie_leads_to_its_claims_as_a_list(watch: Watch, demo_site: Site) -> None:
    seen = opened(watch, demo_site)
    find_tie(seen, "warned")
    seen.page.locator("[data-focus]").press("Enter")
    seen.page.get_by_role("link", name="Show these as a list").click()
    seen.page.wait_for_url(re.compile("pair=.*warned"))
    assert seen.page.locator("tbody a").count() > 0


def test_an_actor_opens_its_surroundings_and_back_leads_out(watch: Watch, demo_site: Site) -> None:
    seen = opened(watch, demo_site)
    button = seen.page.locator("[data-focus]")
    button.focus()
    button.press("Home")
    name = at(seen).split(".")[0]
    button.press("Enter")
    seen.page.wait_for_url(re.compile("focus="))
    seen.page.locator(".network__panel h2").wait_for()
    assert seen.page.locator(".network__panel h2").inner_text() == name
    assert seen.page.evaluate("document.activeElement.matches('[data-focus]')")
    href = seen.page.get_by_role("link", name="Only this actor’s claims").get_attribute("href")
    assert href is not None
    assert "actor=" in href
    assert "focus=" not in href
    seen.page.go_back()
    seen.drawn()
    assert "focus=" not in seen.page.url


def test_what_was_dragged_stays_where_it_was_put(watch: Watch, demo_site: Site) -> None:
    seen = opened(watch, demo_site, "&focus=turkey")
    button = seen.page.locator("[data-focus]")
    box = button.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    seen.page.mouse.move(x, y)
    seen.page.mouse.down()
    seen.page.mouse.move(x + 60, y + 40, steps=5)
    seen.page.mouse.up()
    kept = json.loads(
        seen.page.evaluate("localStorage.getItem('claimline.network.places')") or "{}"
    )
    assert [iri.rsplit("/", 1)[1] for iri in kept] == ["turkey"]
    seen.page.locator("[data-places-reset]").wait_for()
    seen.page.reload()
    seen.drawn()
    with seen.page.expect_navigation():
        seen.page.locator("[data-places-reset]").click()
    seen.drawn()
    assert seen.page.evaluate("localStorage.getItem('claimline.network.places')") is None


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_the_drawing_is_taken_away(watch: Watch, demo_site: Site, kind: str) -> None:
    seen = opened(watch, demo_site)
    seen.page.locator("summary", has_text="Export").click()
    with seen.page.expect_download() as download:
        seen.page.locator(f"[data-drawing={kind}] button").click()
    data = Path(download.value.path()).read_bytes()
    if kind == "png":
        assert data.startswith(b"\x89PNG")
        return
    text = data.decode()
    assert "Turkey" in text
    assert "var(--" not in text
    assert text.count("<path") > 40


def test_it_works_on_a_phone_in_arabic_in_the_dark(watch: Watch, demo_site: Site) -> None:
    seen = opened(
        watch,
        demo_site,
        "&ui=ar",
        viewport={"width": 390, "height": 800},
        color_scheme="dark",
        has_touch=True,
    )
    width = seen.page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390
    assert seen.troubles == []


def test_hostile_names_are_only_words_on_the_page(watch: Watch, hand_site: Site) -> None:
    seen = opened(watch, hand_site)
    find_tie(seen, "warned")
    seen.page.locator("[data-focus]").press("Enter")
    seen.page.locator(".network__panel").wait_for()
    assert seen.troubles == []
    assert seen.violations() == []


def test_the_file_opens_offline_and_hostile_names_do_nothing(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "network.html"
    page_text = network_page(
        answer(*LABELS), ENGLISH, network_furniture(), chosen=[(x, x) for x in LABELS]
    )
    path.write_text(page_text, encoding="utf-8")
    context = browser.new_context(offline=True)
    page = context.new_page()
    troubles: list[str] = []
    page.on("console", lambda m: m.type in ("error", "warning") and troubles.append(m.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("dialog", lambda dialog: (troubles.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda r: r.url.startswith("file:") or troubles.append(r.url))
    page.goto(path.as_uri())
    button = page.locator("[data-focus]")
    button.focus()
    for key in ("n", "Enter", "ArrowRight", "ArrowDown", "Enter", "+", "-", "0"):
        button.press(key)
    assert page.locator("[data-said]").inner_text() != ""
    assert page.locator("tbody tr").count() == len(LABELS) - 1
    assert page.locator("script").count() == 3
    assert page.locator("img, iframe, svg, a").count() == 0
    assert troubles == []
    context.close()


def test_the_page_offers_the_file_of_exactly_what_is_seen(watch: Watch, demo_site: Site) -> None:
    seen = opened(watch, demo_site, "&focus=turkey&lang=ar")
    with seen.page.expect_download() as download:
        seen.page.get_by_role("link", name="Save as a page").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert download.value.suggested_filename == "claimline-network.html"
    found = re.search(r"data-answer>(.*?)</script>", text)
    assert found
    assert json.loads(found.group(1))["focus"].endswith("/turkey")
    assert "Arabic" in text
