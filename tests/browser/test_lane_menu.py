"""On a phone the name of a lane, which stands in the drawing, opens a menu."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.conftest import Site, Watched, until

pytestmark = pytest.mark.browser
Watch = Callable[..., Watched]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
MENU = ".lane-menu:popover-open"


_NAMES = """() => [...document.querySelectorAll(".lane-menus__name")]
  .map((e) => e.dataset.lane.split("/").at(-1))"""


def names(page: Any) -> list[str]:
    """Return the lanes' ids from above."""
    found: list[str] = page.evaluate(_NAMES)
    return found


def tap(page: Any, lane: str) -> None:
    """Tap on a lane's name."""
    box = page.locator(f".lane-menus__name[data-lane$='/{lane}']").bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.locator(MENU).wait_for()


def chosen(page: Any, name: str) -> list[str]:
    """Return what the address says of lanes."""
    return parse_qs(urlsplit(page.url).query).get(name, [""])[0].split(",")


@pytest.mark.parametrize("ui", ["en", "ar"])
def test_a_tap_on_a_name_folds_and_moves_its_lane(demo_site: Site, watch: Watch, ui: str) -> None:
    watched = watch(demo_site, **PHONE)
    watched.go(f"{demo_site.address}/?view=timeline&ui={ui}")
    page = watched.page
    before = names(page)
    tap(page, "israel")
    menu = page.locator(MENU)
    assert menu.locator("a").get_attribute("href") == "/actors/israel"
    box = menu.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    menu.locator("[data-part=up]").tap()
    wanted = before.index("israel") - 1
    until(page, f"({_NAMES})()[{wanted}] === 'israel'")
    assert menu.is_visible()
    menu.locator("[data-part=fold]").tap()
    menu.wait_for(state="hidden")
    assert "israel" in chosen(page, "folded")
    assert len(names(page)) < len(before)
    assert watched.troubles == []
    assert watched.violations() == []


def test_keys_reach_the_menu_of_a_name_and_come_back(demo_site: Site, watch: Watch) -> None:
    watched = watch(demo_site, **PHONE)
    watched.go(f"{demo_site.address}/?view=timeline&ui=en")
    page = watched.page
    opener = page.locator(".lane-menus__name").nth(1)
    opener.focus()
    page.keyboard.press("Enter")
    page.locator(MENU).wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.lane-menu') !== null")
    page.keyboard.press("Escape")
    assert page.locator(MENU).count() == 0
    assert page.evaluate("document.activeElement.matches('.lane-menus__name')")


@pytest.mark.parametrize("ui", ["en", "ar", "tr", "he"])
def test_the_head_leaves_the_phone_to_the_drawing(demo_site: Site, watch: Watch, ui: str) -> None:
    watched = watch(demo_site, **PHONE)
    watched.go(f"{demo_site.address}/?view=timeline&ui={ui}")
    bottom = "(e) => e.getBoundingClientRect().bottom"
    assert watched.page.locator(".explorer__head").evaluate(bottom) <= 200
    assert watched.page.locator(".overview").evaluate(bottom) <= 844


def test_on_a_wide_screen_names_stand_in_their_column(demo_site: Site, watch: Watch) -> None:
    watched = watch(demo_site, viewport={"width": 1440, "height": 900})
    watched.go(f"{demo_site.address}/?ui=en")
    assert watched.page.locator(".lane-menus__name").count() == 0
    assert watched.page.locator(".lane-label").count() > 5
