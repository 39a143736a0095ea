"""By keyboard alone: every control is reached, is seen when it is, and is left; reflow; rest."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.conftest import Site, Watched, until
from tests.browser.rooms import every_room

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Watch = Callable[..., Watched]
MOST_STEPS = 400
# Tab walks in the order of the page, once round; radio buttons and list boxes are one stop.
_CONTROLS = """() => [...document.querySelectorAll(
  "a[href], button, summary, input:not([type=hidden]), select, textarea, [tabindex='0']")]
  .filter((e) => !e.disabled && e.tabIndex >= 0 && e.getClientRects().length
    && e.checkVisibility({ visibilityProperty: true })
    && !e.closest(".CodeMirror"))
  .map((e) => (e.dataset.seen = "no", e)).length"""
_HERE = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  // A date field has three stops of its own.
  const again = e.dataset.seen === "yes" && e !== window.before;
  window.before = e;
  e.dataset.seen = "yes";
  const style = getComputedStyle(e);
  const box = e.getBoundingClientRect();
  const drawn = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)
    || e.matches(".CodeMirror textarea, input[type=date]");  // these mark the part within
  const inView = box.width > 0 && box.bottom > 0 && box.top < innerHeight
    && box.right > 0 && box.left < innerWidth;
  return { again, drawn, inView, what: e.outerHTML.slice(0, 140) };
}"""


def walk(page: Any) -> tuple[list[str], int]:
    """Press Tab once round; return what was wrong and how many stops there were."""
    wrong, stops = [], 0
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        here = page.evaluate(_HERE)
        if here is None or here["again"]:
            break
        stops += 1
        if not here["drawn"]:
            wrong.append(f"no ring: {here['what']}")
        if not here["inView"]:
            wrong.append(f"out of sight: {here['what']}")
    return wrong, stops


NAMES = ["timeline", "network", "map", "facets", "meeting", "article en", "articles", "sparql"]


@pytest.mark.parametrize("name", NAMES)
def test_tab_reaches_every_control_and_shows_where_it_is(
    demo_site: Site, watch: Watch, name: str
) -> None:
    watched = watch(demo_site, reduced_motion="reduce")
    page = watched.page
    watched.go(demo_site.address + every_room(demo_site)[name])
    page.evaluate(_CONTROLS)
    wrong, stops = walk(page)
    assert wrong == []
    assert stops > 8
    missed = page.evaluate(
        "[...document.querySelectorAll('[data-seen=no]')].filter((e) => e.getClientRects().length)"
        ".map((e) => e.outerHTML.slice(0, 120))"
    )
    assert missed == []


def test_the_first_stop_skips_to_the_content(demo_site: Site, watch: Watch) -> None:
    watched = watch(demo_site)
    page = watched.page
    for path in ("/", "/about", "/no/such/page"):
        watched.go(demo_site.address + path)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.matches('.skip-link')")
        until(page, "document.activeElement.getBoundingClientRect().top >= 0")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("ui", ["en", "ar"])
def test_menus_and_panels_give_the_focus_back(demo_site: Site, watch: Watch, ui: str) -> None:
    watched = watch(demo_site)
    page = watched.page
    watched.go(f"{demo_site.address}/?ui={ui}")
    menu = page.locator(".bar [data-menu] > summary").first
    menu.focus()
    page.keyboard.press("Enter")
    assert page.locator(".bar [data-menu][open]").count() == 1
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert page.locator(".bar [data-menu][open]").count() == 0
    assert menu.evaluate("(node) => node === document.activeElement")
    filters = page.locator("[data-facets-open]")
    filters.focus()
    page.keyboard.press("Enter")
    page.locator("[data-facets]:not([hidden]) .facet").first.wait_for()
    page.locator("[data-facets-close]").focus()
    page.keyboard.press("Enter")
    assert filters.evaluate("(node) => node === document.activeElement")


@pytest.mark.parametrize("ui", ["en", "ar"])
def test_pages_reflow_at_320_pixels(demo_site: Site, watch: Watch, ui: str) -> None:
    """400 % of a window 1280 wide; only tables of data, code and drawings scroll sideways."""
    watched = watch(demo_site, viewport={"width": 320, "height": 640})
    for name, path in every_room(demo_site).items():
        watched.go(f"{demo_site.address}{path}{'&' if '?' in path else '?'}ui={ui}")
        wide = watched.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, name


def test_nothing_moves_for_who_asked_for_rest(demo_site: Site, watch: Watch) -> None:
    watched = watch(demo_site, reduced_motion="reduce")
    for path in ("/", "/?view=network", "/?view=map"):
        watched.go(demo_site.address + path)
        moving = watched.page.evaluate(
            "document.getAnimations().filter((a) => a.effect.getTiming().duration > 1).length"
        )
        assert moving == 0, path


def test_the_readers_own_colours_keep_every_control_bordered(demo_site: Site, watch: Watch) -> None:
    watched = watch(demo_site, forced_colors="active")
    for path in ("/", "/?view=network", "/?view=list", "/sparql"):
        watched.go(demo_site.address + path)
        bare = watched.page.evaluate(
            "[...document.querySelectorAll('button, .button, select, input:not([type=hidden])')]"
            ".filter((e) => e.getClientRects().length && !e.closest('.search, .CodeMirror')"
            " && !e.matches('[class*=lane-label], [data-focus], .chip, .menu__list button')"
            " && getComputedStyle(e).borderStyle === 'none' && !e.matches('[type=checkbox]'))"
            ".map((e) => e.outerHTML.slice(0, 100))"
        )
        assert bare == [], path
        assert watched.troubles == []
