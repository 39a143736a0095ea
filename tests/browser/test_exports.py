"""The menu of exports in a real browser: narrowed to the days in view, by keyboard, printed."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.conftest import Site, Watched

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Watch = Callable[..., Watched]


def opened(watched: Watched) -> Any:
    """The menu, opened by keyboard."""
    menu = watched.page.locator("[data-exports]")
    menu.locator("summary").focus()
    watched.page.keyboard.press("Enter")
    menu.locator("ul").first.wait_for()
    return menu


def test_the_days_in_view_narrow_every_file(demo_site: Site, watch: Watch) -> None:
    watched = watch(demo_site)
    watched.go(f"{demo_site.address}/?window=2025-04-09/2025-04-10&ui=en")
    menu = opened(watched)
    whole = menu.locator("[data-export-count]").inner_text()
    menu.locator("[data-export-window] input").check()
    count = menu.locator("[data-export-count]")
    watched.page.wait_for_function(
        "(whole) => /\\d/.test(document.querySelector('[data-export-count]').textContent)"
        " && document.querySelector('[data-export-count]').textContent !== whole",
        arg=whole,
    )
    assert int(count.inner_text().split()[0]) < int(whole.split()[0])
    links = menu.locator("[data-export]").evaluate_all("(all) => all.map((a) => a.search)")
    assert all("from=2025-04-09&to=2025-04-10" in search for search in links)
    menu.locator("[data-export-window] input").uncheck()
    assert count.inner_text() == whole
    assert watched.troubles == []


@pytest.mark.parametrize("view", ["timeline", "network", "map", "list"])
def test_paper_holds_the_drawing_the_list_and_the_date(
    demo_site: Site, watch: Watch, view: str
) -> None:
    watched = watch(demo_site)
    watched.go(f"{demo_site.address}/?view={view}&kind=meeting&ui=en")
    page = watched.page
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("[data-printed]").inner_text().startswith("Printed on ")
    assert page.locator(".chip").inner_text().startswith("Kind: Meeting")
    assert page.locator("table.rows:visible tbody tr").count() > 3
    drawings = page.locator(".drawing-print > svg:visible, .timeline__print > svg:visible")
    assert drawings.count() == (0 if view == "list" else 1)
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".drawing-print, .list-print").count() == 0
    assert watched.troubles == []


def test_without_a_script_pictures_are_not_offered(demo_site: Site, watch: Watch) -> None:
    watched = watch(demo_site, java_script_enabled=False)
    watched.page.goto(f"{demo_site.address}/?view=timeline&ui=ar")
    watched.page.locator("[data-exports] summary").click()
    assert watched.page.locator("[data-exports] a:visible").count() == 13
    assert watched.page.locator("[data-drawing]:visible, [data-export-print]:visible").count() == 0


def test_paper_lists_every_event_in_view_and_says_how_many(demo_site: Site, watch: Watch) -> None:
    watched = watch(demo_site)
    page = watched.page
    for query, ask in (("", "button"), ("&window=2025-04-09/2025-04-10", "key")):
        watched.go(f"{demo_site.address}/?view=timeline&ui=en{query}")
        page.evaluate("void (window.print = () => dispatchEvent(new Event('beforeprint')))")
        if ask == "key":
            page.keyboard.press("Control+p")
        else:
            page.locator("[data-exports] summary").click()
            page.locator("[data-export-print] button").click()
        page.locator(".list-print").wait_for(state="attached")
        rows = page.locator(".list-print .rows__row").count()
        note = page.locator(".list-print > p").text_content()
        assert note == f"Events listed: {rows}."
        assert rows > 50 or query
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert page.locator(".list-print").count() == 0
    assert watched.troubles == []


def test_paper_says_what_it_leaves_out(demo_site: Site, watch: Watch) -> None:
    watched = watch(demo_site)
    watched.go(f"{demo_site.address}/?view=timeline&ui=en")
    page = watched.page
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert "The first events only" in page.locator(".list-print > p").text_content()
    assert page.locator(".list-print tbody tr td.rows__what").count() == 50
