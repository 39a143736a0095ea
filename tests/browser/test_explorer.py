"""The explorer in a real browser: mouse, keyboard, words, direction, small screens."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from kg.query.dataset import Dataset
from tests.browser.conftest import Site, Watched

pytestmark = pytest.mark.browser
Watch = Callable[..., Watched]


def shown_event(page: Any) -> str:
    """Return the event that the panel shows."""
    return str(page.locator("[data-panel] [data-event]").get_attribute("data-event"))


def focused_box(page: Any) -> dict[str, float]:
    """Return where the focused mark is drawn."""
    box: dict[str, float] = page.locator("[data-focus]").bounding_box()
    return box


def test_the_first_screen_shows_the_newest_red_lines_words(demo_site: Site, watch: Watch) -> None:
    watched = watch(demo_site)
    watched.go(f"{demo_site.address}/")
    panel = watched.page.locator("[data-panel]")
    assert panel.locator(".kind-badge--redline").count() == 1
    assert panel.locator("mark.evidence").first.is_visible()
    assert panel.locator(".chain__step").count() >= 3
    assert watched.troubles == []
    assert watched.violations() == []


def test_the_panels_quotation_is_the_text_at_its_offsets(demo_site: Site, watch: Watch) -> None:
    texts = {
        f"/articles/{iri.rsplit('/', 1)[1]}": view.article.text
        for iri, view in Dataset.read(demo_site.store).articles.items()
    }
    watched = watch(demo_site)
    watched.go(f"{demo_site.address}/")
    button = watched.page.locator("[data-focus]")
    button.focus()
    for key in ("r", "m", "r", "m"):
        button.press(key)
        button.press("Enter")
        watched.drawn()
        figure = watched.page.locator("[data-panel] figure.quotation").first
        article = figure.locator("figcaption a").get_attribute("href").partition("#")[0]
        start, end = (int(figure.get_attribute(f"data-{edge}")) for edge in ("start", "end"))
        marks = figure.locator("mark").all_text_contents()
        text = texts[article]
        assert text[start:].startswith(marks[0])
        assert text[:end].endswith(marks[-1])
        if len(marks) == 1:
            assert marks[0] == text[start:end]
        button.focus()


def test_a_mark_is_reached_by_keyboard_and_focus_comes_back(demo_site: Site, watch: Watch) -> None:
    watched = watch(demo_site)
    watched.go(f"{demo_site.address}/")
    page = watched.page
    button = page.locator("[data-focus]")
    button.focus()
    button.press("m")
    sentence = button.get_attribute("aria-label")
    assert re.match(r"Meeting\. .+", sentence)
    button.press("Enter")
    page.locator("[data-panel] .kind-badge--meeting").wait_for()
    watched.drawn()
    assert page.evaluate("document.activeElement.matches('[data-panel]')")
    assert f"event={shown_event(page).rsplit('/', 1)[1]}" in page.url
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('[data-focus]')")
    button.press("r")
    assert button.get_attribute("aria-label").startswith("Red line")
    assert watched.troubles == []


def test_a_mark_is_reached_by_mouse(demo_site: Site, watch: Watch) -> None:
    watched = watch(demo_site)
    watched.go(f"{demo_site.address}/")
    page = watched.page
    button = page.locator("[data-focus]")
    button.focus()
    button.press("m")
    box, sentence = focused_box(page), button.get_attribute("aria-label")
    page.evaluate("document.activeElement.blur()")
    # The first bead of the tie, or the rim of the knot: both are inside the box, near its start.
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 12)
    page.locator("[data-panel] .kind-badge--redline").wait_for(state="detached")
    watched.drawn()
    items = page.evaluate("JSON.parse(document.querySelector('[data-answer]').textContent).items")
    expected = next(item["href"] for item in items if item["sentence"] == sentence)
    assert shown_event(page) == expected
    page.goto(page.url)
    assert shown_event(page) == expected
    assert watched.troubles == []


def test_the_arabic_page_runs_from_right_to_left(demo_site: Site, watch: Watch) -> None:
    watched = watch(demo_site)
    watched.go(f"{demo_site.address}/?ui=ar")
    page = watched.page
    assert page.evaluate("getComputedStyle(document.documentElement).direction") == "rtl"
    assert page.evaluate("document.documentElement.lang") == "ar"
    panel = page.locator("[data-panel]").bounding_box()
    lanes = page.locator("[data-lanes]").bounding_box()
    assert panel["x"] < lanes["x"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert watched.troubles == []
    assert watched.violations() == []


@pytest.mark.parametrize(
    ("query", "leftwards"), [("ui=en", False), ("ui=ar", True), ("ui=ar&time=ltr", False)]
)
def test_time_runs_with_the_script(
    hand_site: Site, watch: Watch, query: str, leftwards: bool
) -> None:
    watched = watch(hand_site)
    watched.go(f"{hand_site.address}/?{query}")
    page = watched.page
    items = page.evaluate("JSON.parse(document.querySelector('[data-answer]').textContent).items")
    days = {item["sentence"]: (item["time"] or {}).get("earliest") for item in items}
    button = page.locator("[data-focus]")
    button.focus()
    for _ in range(8):
        button.press("ArrowUp")
    middles: dict[str, float] = {}
    for _ in range(8):
        box, day = focused_box(page), days.get(button.get_attribute("aria-label"))
        if day:
            middles[day] = box["x"] + box["width"] / 2
        button.press("ArrowDown")
    assert len(middles) >= 3
    assert sorted(middles, key=lambda day: middles[day], reverse=leftwards) == sorted(middles)


def test_without_scripts_the_table_and_the_panel_stand(demo_site: Site, watch: Watch) -> None:
    watched = watch(demo_site, java_script_enabled=False)
    watched.page.goto(f"{demo_site.address}/")
    assert watched.page.locator(".explorer__plain tbody tr td.rows__what").count() > 10
    assert watched.page.locator("[data-panel] mark.evidence").first.is_visible()


def test_every_mark_has_its_row_in_the_list(demo_site: Site, watch: Watch) -> None:
    watched = watch(demo_site)
    watched.go(f"{demo_site.address}/")
    drawn = watched.page.evaluate(
        "JSON.parse(document.querySelector('[data-answer]').textContent).items.map((i) => i.href)"
    )
    watched.go(f"{demo_site.address}/?view=list")
    listed = watched.page.evaluate(
        "[...document.querySelectorAll('[data-row]')].map((a) => a.getAttribute('href'))"
    )
    assert sorted(drawn) == sorted(listed)


@pytest.mark.parametrize("ui", ["en", "ar"])
def test_a_phone_opens_on_the_list_and_nothing_runs_off(
    demo_site: Site, watch: Watch, ui: str
) -> None:
    watched = watch(demo_site, viewport={"width": 390, "height": 844}, has_touch=True)
    page = watched.page
    for path in ("/?view=network", "/articles", "/sparql?name=who-met", "/about"):
        joint = "&" if "?" in path else "?"
        watched.go(f"{demo_site.address}{path}{joint}ui={ui}")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    watched.go(f"{demo_site.address}/?ui={ui}")
    assert page.locator("#table .rows__what").first.is_visible()
    page.locator(".explorer__views a").first.click()
    page.locator(".timeline__scene").wait_for(state="visible")  # the view is fetched
    assert watched.troubles == []


def test_the_relative_axis_is_drawn_until_a_day_is_set(hand_site: Site, watch: Watch) -> None:
    from kg.store.embedded import EmbeddedStore
    from tests.web.samples import undated
    from web import sign_in_path

    for summary in hand_site.store.articles():
        if summary.published:
            hand_site.store.withdraw(summary.iri, at=hand_site.app.extensions["claimline"].clock())
    assert isinstance(hand_site.store, EmbeddedStore)
    watched = watch(hand_site)
    page = watched.page
    watched.go(f"{hand_site.address}{sign_in_path(hand_site.app)}")
    assert (
        page.evaluate("JSON.parse(document.querySelector('[data-answer]').textContent).axis.kind")
        == "relative"
    )
    form = page.locator("form[action$='/published']").first
    form.locator("input[name=published]").fill("2031-07-18")
    form.locator("button").click()
    page.wait_for_url("**/articles/*")
    assert page.url.endswith(f"/articles/{undated().article.iri.rsplit('/', 1)[1]}")
    watched.go(f"{hand_site.address}/")
    answer = page.evaluate("JSON.parse(document.querySelector('[data-answer]').textContent)")
    assert answer["axis"]["kind"] == "absolute"
    assert answer["items"][0]["time"]["earliest"] == "2031-07-17"
    assert watched.troubles == []


@pytest.mark.parametrize("view", ["timeline", "network", "map", "list"])
def test_on_a_tablet_and_enlarged_twice_the_view_stands_above_its_panel(
    demo_site: Site, watch: Watch, view: str
) -> None:
    watched = watch(demo_site, viewport={"width": 640, "height": 360})
    for width, height in ((640, 360), (768, 1024)):
        watched.page.set_viewport_size({"width": width, "height": height})
        watched.go(f"{demo_site.address}/?ui=en&view={view}")
        drawn = watched.page.locator(".explorer__view").bounding_box()
        panel = watched.page.locator("[data-panel]").bounding_box()
        assert drawn["height"] >= 320
        assert panel["y"] >= drawn["y"] + drawn["height"] - 1
        assert watched.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_chips_do_not_lie_under_what_clears_them(demo_site: Site, watch: Watch) -> None:
    watched = watch(demo_site, viewport={"width": 390, "height": 844}, has_touch=True)
    watched.go(f"{demo_site.address}/?ui=en&q=nowhere-to-be-found&kind=redline&view=list")
    last = watched.page.locator(".notes .chip").last.bounding_box()
    clear = watched.page.locator(".notes__clear").bounding_box()
    assert clear["x"] >= last["x"] + last["width"]
