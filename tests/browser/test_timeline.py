"""The timeline drawing in a real browser: lanes, the range under it, chips, images, much data."""

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.bench._events import Invented
from tests.browser.conftest import Site, Watched

pytestmark = pytest.mark.browser
Watch = Callable[..., Watched]
WIDE = {"viewport": {"width": 1440, "height": 900}}


def lane_names(page: Any) -> list[str]:
    """Return the names of the lanes from above."""
    names: list[str] = page.evaluate(
        "[...document.querySelectorAll('.lane-label')]"
        ".sort((a, b) => parseFloat(a.style.insetBlockStart) - parseFloat(b.style.insetBlockStart))"
        ".map((lane) => lane.querySelector('bdi').textContent)"
    )
    return names


def colours(page: Any) -> int:
    """Return how many pixels of the drawing have the colour of meetings."""
    found: int = page.evaluate(
        """() => { const canvas = document.querySelector('.timeline__scene');
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        let n = 0;
        for (let i = 0; i < data.length; i += 4)
          if (Math.abs(data[i] - 15) < 3 && Math.abs(data[i + 1] - 118) < 3) n += 1;
        return n; }"""
    )
    return found


def test_the_first_screen_draws_meetings_and_fits_the_window(demo_site: Site, watch: Watch) -> None:
    watched = watch(demo_site, color_scheme="light", **WIDE)
    watched.go(f"{demo_site.address}/?ui=en")
    page = watched.page
    assert 5 <= len(lane_names(page)) <= 14
    assert colours(page) > 500
    assert page.locator(".lane-label__name a, a.lane-label__name").count() > 0
    assert watched.troubles == []
    assert watched.violations() == []


def test_a_side_unfolds_and_the_address_shows_it(demo_site: Site, watch: Watch) -> None:
    watched = watch(demo_site, **WIDE)
    watched.go(f"{demo_site.address}/?ui=en&folded=turkey")
    page = watched.page
    folded = lane_names(page)
    button = page.locator(".lane-label__fold[aria-expanded=false]").first
    button.focus()
    page.keyboard.press("Enter")
    watched.drawn()
    unfolded = lane_names(page)
    assert len(unfolded) > len(folded)
    assert "folded=-" in page.url
    assert page.evaluate("document.activeElement.getAttribute('aria-expanded')") == "true"
    watched.go(page.url)
    assert lane_names(page) == unfolded


def test_a_lane_is_moved_by_keyboard_and_by_dragging(demo_site: Site, watch: Watch) -> None:
    watched = watch(demo_site, **WIDE)
    watched.go(f"{demo_site.address}/?ui=en")
    page = watched.page
    before = lane_names(page)
    grips = page.locator(".lane-label__grip")
    grips.first.focus()
    name = page.evaluate(
        "document.activeElement.closest('.lane-label').querySelector('bdi').textContent"
    )
    page.keyboard.press("ArrowDown")
    watched.drawn()
    moved = lane_names(page)
    assert moved.index(name) == before.index(name) + 1
    page.keyboard.press("ArrowDown")
    watched.drawn()
    assert lane_names(page).index(name) == before.index(name) + 2
    box = page.locator(".lane-label__grip:focus").bounding_box()
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    page.mouse.move(box["x"] + 5, 150, steps=4)
    page.mouse.up()
    watched.drawn()
    assert lane_names(page).index(name) == 0
    assert "moved=" in page.url
    after = lane_names(page)
    watched.go(page.url)
    assert lane_names(page) == after
    assert watched.troubles == []


def test_lanes_without_a_date_wait_behind_a_button(demo_site: Site, watch: Watch) -> None:
    watched = watch(demo_site, **WIDE)
    watched.go(f"{demo_site.address}/?ui=en")
    page = watched.page
    few = len(lane_names(page))
    page.locator(".lane-more").click()
    watched.drawn()
    assert len(lane_names(page)) > few
    assert "all=1" in page.url


def test_a_chip_opens_the_list_of_what_has_no_date(demo_site: Site, watch: Watch) -> None:
    watched = watch(demo_site, **WIDE)
    watched.go(f"{demo_site.address}/?ui=en")
    page = watched.page
    button = page.locator("[data-focus]")
    button.focus()
    button.press("End")
    label = str(button.get_attribute("aria-label"))
    assert label.startswith("Without a date here: ")
    button.press("Enter")
    links = page.locator("[data-panel] .claims a")
    links.first.wait_for()
    assert links.count() == int(label.rsplit(" ", 1)[1])
    links.first.click()
    page.locator("[data-panel] figure.quotation").first.wait_for()
    assert "event=" in page.url


@pytest.mark.parametrize("ui", ["en", "ar"])
def test_the_brush_moves_the_window_by_keys_and_by_hand(
    demo_site: Site, watch: Watch, ui: str
) -> None:
    watched = watch(demo_site, **WIDE)
    watched.go(f"{demo_site.address}/?ui={ui}&window=2025-04-09/2025-04-12")
    page = watched.page
    brush = page.locator("[data-edge=body]")
    start = page.locator("[data-edge=start]")

    def now(slider: Any) -> int:
        return int(slider.get_attribute("aria-valuenow"))

    first, place = now(brush), brush.bounding_box()
    brush.focus()
    page.keyboard.press("PageUp")
    watched.drawn()
    assert now(brush) > first
    page.keyboard.press("PageDown")
    watched.drawn()
    page.keyboard.press("ArrowLeft")
    watched.drawn()
    assert brush.bounding_box()["x"] <= place["x"]
    edge = now(start)
    start.focus()
    page.keyboard.press("ArrowLeft" if ui == "en" else "ArrowRight")
    watched.drawn()
    assert now(start) < edge
    box = brush.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y, steps=3)
    page.mouse.up()
    watched.drawn()
    assert brush.bounding_box()["x"] > box["x"] + 30
    assert watched.troubles == []


def test_where_nothing_is_dated_the_days_are_those_of_publication(
    demo_site: Site, watch: Watch
) -> None:
    watched = watch(demo_site, **WIDE)
    watched.go(f"{demo_site.address}/?ui=en&act=demands")
    page = watched.page
    assert "Nothing here has a known day" in page.locator("[data-hint]").inner_text()
    assert not page.locator(".overview").is_visible()
    svg = page.evaluate(
        "() => new Promise((done) => document.dispatchEvent(new CustomEvent('drawing', { detail:"
        " { type: 'svg', take: (blob) => blob.text().then(done) } })))"
    )
    assert "April 2025" in svg
    assert "1970" not in svg
    assert watched.troubles == []


@pytest.mark.parametrize("kind", ["side", "place", "kind", "source"])
def test_lanes_of_every_kind_are_drawn_and_chosen_in_the_tools(
    demo_site: Site, watch: Watch, kind: str
) -> None:
    watched = watch(demo_site, **WIDE)
    watched.go(f"{demo_site.address}/?ui=en")
    page = watched.page
    by_actor = lane_names(page)
    page.locator("[data-lanes-by]").select_option(kind)
    page.wait_for_url(f"**lanes={kind}*")
    watched.drawn()
    assert lane_names(page)
    assert lane_names(page) != by_actor
    assert page.locator("[data-lanes-by]").input_value() == kind
    assert watched.troubles == []


@pytest.mark.parametrize("ui", ["en", "ar"])
def test_the_drawing_is_written_as_an_image(demo_site: Site, watch: Watch, ui: str) -> None:
    watched = watch(demo_site, color_scheme="dark", **WIDE)
    watched.go(f"{demo_site.address}/?ui={ui}")
    ask = (
        "(type) => new Promise((done) => document.dispatchEvent(new CustomEvent('drawing',"
        " { detail: { type, take: (blob) => Promise.resolve(blob)"
        ".then(async (b) => done([b.type, b.size, type === 'svg' ? await b.text() : ''])) } })))"
    )
    kind, size, text = watched.page.evaluate(ask, "svg")
    assert kind == "image/svg+xml"
    assert text.count("<text") > 20
    assert "#FBFAF7" in text, "the light colours"
    assert "#12151A" not in text
    root = watched.page.evaluate(
        "(text) => new DOMParser().parseFromString(text, 'image/svg+xml').documentElement.tagName",
        text,
    )
    assert root == "svg"
    kind, size, _ = watched.page.evaluate(ask, "png")
    assert kind == "image/png"
    assert size > 20_000
    assert watched.troubles == []


def test_on_paper_the_drawing_is_an_image(demo_site: Site, watch: Watch) -> None:
    watched = watch(demo_site, color_scheme="dark")
    watched.go(f"{demo_site.address}/?ui=en")
    page = watched.page
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".timeline__print > svg").is_visible()
    assert not page.locator(".timeline__scene").is_visible()
    assert not page.locator("[data-edge=body]").is_visible()
    assert watched.violations() == []
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".timeline__print > svg").count() == 0


def test_hostile_words_stay_words_in_the_written_image(hand_site: Site, watch: Watch) -> None:
    watched = watch(hand_site, **WIDE)
    watched.go(f"{hand_site.address}/?ui=en&all=1")
    found = watched.page.evaluate(
        """() => new Promise((done) => document.dispatchEvent(new CustomEvent('drawing', { detail: {
        type: 'svg', take: async (blob) => { const parsed = new DOMParser()
          .parseFromString(await blob.text(), 'image/svg+xml');
          done([...parsed.querySelectorAll('*')].map((e) => e.tagName)); } } })))"""
    )
    known = {"svg", "title", "defs", "g", "path", "text", "clipPath", "linearGradient", "stop"}
    assert set(found) <= known
    assert watched.troubles == []


@pytest.fixture
def many(hand_site: Site, watch: Watch) -> tuple[Watched, list[dict[str, str]]]:
    """Return a page over ten thousand invented events, and what it asked for."""
    invented, asked = Invented(10_000), []
    watched = watch(hand_site, **WIDE)
    page = watched.page

    def first(route: Any) -> None:
        answer = route.fetch()
        before, marker, rest = answer.text().partition("data-answer>")
        data = json.dumps(invented.first_answer()).replace("<", "\\u003c")
        body = f"{before}{marker}{data}</script>{rest.partition('</script>')[2]}"
        route.fulfill(response=answer, body=body)

    def more(route: Any) -> None:
        query = dict(parse_qsl(urlsplit(route.request.url).query))
        asked.append(query)
        route.fulfill(json=invented.answer(query))

    page.route(lambda url: urlsplit(url).path == "/", first)
    page.route("**/api/timeline*", more)
    return watched, asked


def test_many_events_are_ribbons_until_one_goes_near(
    hand_site: Site, many: tuple[Watched, list[dict[str, str]]]
) -> None:
    watched, asked = many
    watched.go(f"{hand_site.address}/?ui=en&window=2022-01-01/2023-12-31")
    page = watched.page
    hint = page.locator("[data-hint]")
    hint.filter(has_text="Full height of a ribbon").wait_for()
    assert len(lane_names(page)) == 12
    page.locator(".lane-more").filter(has_text="More: 388").wait_for()
    assert page.locator(".red-shelf__line").count() == 8
    # Kept in the address, the window is looked at from near.
    watched.go(f"{hand_site.address}/?ui=en&window=2023-03-01/2023-03-05")
    page.locator("[data-hint]").filter(has_not_text="ribbon").wait_for(state="attached")
    assert any("kind" not in query and "bucket" not in query for query in asked)
    page.locator("[data-focus]").focus()
    page.keyboard.press("ArrowDown")
    assert "What was told" in str(page.locator("[data-focus]").get_attribute("aria-label"))
    assert watched.troubles == []


def test_a_filter_of_the_page_narrows_what_is_asked_for(
    hand_site: Site, many: tuple[Watched, list[dict[str, str]]]
) -> None:
    watched, asked = many
    watched.go(f"{hand_site.address}/?ui=en&kind=meeting&from=2024-10-01&event=x&lanes=actor")
    watched.page.locator(".lane-label").nth(11).wait_for()
    # Each answer is drawn before the next is asked for: a meeting's pages, then the red lines'.
    for _ in range(600):
        if len(asked) > 2:
            break
        watched.page.wait_for_timeout(50)
    assert asked
    assert {query.get("kind") for query in asked} == {"meeting"}
    assert all("event" not in query for query in asked)
    assert all(query["from"] >= "2024-10-01" for query in asked)
