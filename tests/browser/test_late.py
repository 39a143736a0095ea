"""What comes late: scripts after the page is read, answers that overtake one another."""

import threading
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import Site, Watched, until
from tests.browser.rooms import leaves

pytestmark = pytest.mark.browser
Watch = Callable[..., Watched]
# The page is there with its styles; only scripts are missing.
READ = """() => document.readyState !== "loading"
  && [...document.querySelectorAll("link[rel=stylesheet]")].every((link) => link.sheet)"""
SHOWN = "() => document.querySelector('[data-panel] [data-event]')?.dataset.event"


class Held:
    """Requests whose answer waits until it is let go."""

    def __init__(self, page: Any, matches: Callable[[str], bool]) -> None:
        self.routes: list[Any] = []
        self.page = page
        page.route(matches, lambda route: self.routes.append(route))

    def wait(self, number: int = 1) -> None:
        """Wait until so many are held."""
        for _ in range(600):
            if len(self.routes) >= number:
                return
            self.page.wait_for_timeout(25)
        raise AssertionError(f"{len(self.routes)} requests of {number}")

    def let_go(self) -> None:
        """Let them go, and wait until they were answered."""
        for route in self.routes:
            with self.page.expect_response(route.request.url):
                route.continue_()


def places(page: Any, selector: str) -> list[list[int]]:
    """Return where what is selected stands, in whole pixels."""
    found: list[list[int]] = page.locator(selector).evaluate_all(
        "all => all.filter((e) => e.checkVisibility()).map((e) => {"
        " const b = e.getBoundingClientRect();"
        " return [b.left, b.top, b.width].map(Math.round); })"
    )
    return found


ROOMS = {
    "article en": [(".reading__line", 1440), (".reading__line", 390)],
    "article ar": [(".reading__line", 1440), (".reading__line", 768)],
    "answer": [(".sparql__answer, .sparql__results td, .bar__tools > .menu", 1280)],
    "counts": [(".counts, .explorer__views a, .bar__tools > .menu", 1280)],
}


@pytest.mark.parametrize(
    ("name", "selector", "width"), [(name, *one) for name, all_ in ROOMS.items() for one in all_]
)
def test_what_is_read_does_not_move_when_scripts_have_come(
    demo_site: Site, watch: Watch, name: str, selector: str, width: int
) -> None:
    address = leaves(demo_site) | {"answer": "/sparql?name=who-met", "counts": "/?view=timeline"}
    watched = watch(demo_site, viewport={"width": width, "height": 900})
    page = watched.page
    scripts = Held(page, lambda url: "/joined/" in url or ("yasqe" in url and url.endswith(".js")))
    page.goto(demo_site.address + address[name], wait_until="commit")
    scripts.wait(2 if name == "answer" else 1)
    until(page, READ)
    before = places(page, selector)
    scripts.let_go()
    page.wait_for_load_state("load")
    watched.drawn()
    assert places(page, selector) == before
    assert len(before) > 2


def test_back_shows_what_was_shown_though_a_later_answer_is_under_way(
    demo_site: Site, watch: Watch
) -> None:
    watched = watch(demo_site)
    page = watched.page
    watched.go(f"{demo_site.address}/?view=list")
    rows = page.locator("[data-row]")
    first, second = (str(rows.nth(n).get_attribute("href")) for n in (3, 5))
    rows.nth(3).click()
    page.locator(f"[data-panel] [data-event='{first}']").wait_for()
    held = Held(page, lambda url: urlsplit(url).path == second)
    rows.nth(5).click()
    held.wait()
    page.go_back()
    watched.drawn()
    held.let_go()
    watched.drawn()
    assert page.evaluate(SHOWN) == first
    assert first.rsplit("/", 1)[1] in page.url


def test_a_place_chosen_later_is_not_overtaken_by_an_earlier_one(
    demo_site: Site, watch: Watch
) -> None:
    watched = watch(demo_site)
    page = watched.page
    watched.go(f"{demo_site.address}/?view=map")
    held = Held(page, lambda url: "/api/timeline" in url and not answered.is_set())
    answered = threading.Event()
    button = page.locator("[data-focus]")
    button.focus()
    button.press("Home")
    button.press("Enter")
    held.wait()
    answered.set()
    earlier = str(button.get_attribute("aria-label")).split(".")[0]
    for key in ("ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"):
        button.press(key)
        later = str(button.get_attribute("aria-label")).split(".")[0]
        if later != earlier:
            break
    button.press("Enter")
    title = page.locator(".map__panel h2")
    title.filter(has_text=later).wait_for()
    held.let_go()
    watched.drawn()
    assert title.inner_text() == later


def test_suggestions_that_come_after_escape_stay_away(demo_site: Site, watch: Watch) -> None:
    watched = watch(demo_site)
    page = watched.page
    watched.go(f"{demo_site.address}/?view=list&ui=en")
    field = page.locator(".search__field")
    field.click()
    field.press_sequentially("isra", delay=20)
    page.locator(".search__option").first.wait_for()
    held = Held(page, lambda url: "/api/search" in url)
    field.press("e")
    held.wait()
    field.press("Escape")
    for route in held.routes:
        route.continue_()
    page.wait_for_timeout(300)
    assert page.locator(".search__list").is_hidden()
    # Whoever comes back to the field is helped with what stands in it now.
    page.unroute_all(behavior="wait")
    page.locator("h1, h2").first.focus()
    page.locator(".explorer__views a").first.focus()
    field.focus()
    page.locator(".search__list[data-typed='israe'] .search__option").first.wait_for()


def test_the_days_of_an_address_stay_though_what_is_selected_lies_elsewhere(
    demo_site: Site, watch: Watch
) -> None:
    watched = watch(demo_site)
    page = watched.page
    watched.go(f"{demo_site.address}/")
    items = page.evaluate("JSON.parse(document.querySelector('[data-answer]').textContent).items")
    dated = [i for i in items if (i["time"] or {}).get("earliest") and i["time"].get("latest")]
    days = sorted(i["time"]["earliest"] for i in dated if i["time"]["earliest"] >= "2025-04")
    event = max(dated, key=lambda i: str(i["time"]["earliest"]))["href"].rsplit("/", 1)[1]
    window = f"window={days[0]}/{days[1]}"
    watched.go(f"{demo_site.address}/?event={event}&{window}")
    page.wait_for_timeout(700)  # longer than a move and than the address's waiting
    assert window in page.url
