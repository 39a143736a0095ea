"""The four views as one: linked, in the address, in the history, without a server, on paper."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.conftest import Site, Watched

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Watch = Callable[..., Watched]
VIEWS = ("timeline", "network", "map", "list")


def view_link(page: Any, view: str) -> Any:
    """Return the link to a view."""
    return page.locator(f".explorer__views a[href*='view={view}']")


def shown(page: Any) -> str:
    """Return the page of the event that the panel shows."""
    return str(page.locator("[data-panel] [data-event]").first.get_attribute("data-event"))


def test_what_is_chosen_in_the_list_stays_chosen_in_every_view(
    demo_site: Site, watch: Watch
) -> None:
    watched = watch(demo_site)
    page = watched.page
    watched.go(f"{demo_site.address}/?view=list&kind=meeting")
    row = page.locator("[data-row]").nth(2)
    event = row.get_attribute("href")
    row.click()
    page.locator(f"[data-panel] [data-event='{event}']").wait_for()
    for view in ("timeline", "network", "map", "list"):
        view_link(page, view).click()
        page.wait_for_url(f"**view={view}**")
        watched.drawn()
        assert f"view={view}" in page.url
        assert "kind=meeting" in page.url, view
        assert shown(page) == event, view
    assert watched.troubles == []
    assert watched.violations() == []


def test_back_and_forward_walk_views_filters_and_selection(demo_site: Site, watch: Watch) -> None:
    watched = watch(demo_site)
    page = watched.page
    walked = ["/?view=list", "/?view=list&kind=redline", "/?view=timeline&kind=redline"]
    states = []
    for path in walked:
        watched.go(demo_site.address + path)
        states.append((page.url, page.locator(".counts").first.inner_text(), shown(page)))
    for number in (1, 0):
        page.go_back(wait_until="load")
        watched.drawn()
        assert (page.url, page.locator(".counts").first.inner_text(), shown(page)) == states[number]
    for number in (1, 2):
        page.go_forward(wait_until="load")
        watched.drawn()
        assert (page.url, page.locator(".counts").first.inner_text(), shown(page)) == states[number]


@pytest.mark.parametrize("view", VIEWS)
def test_an_address_gives_another_reader_the_same_view(
    demo_site: Site, watch: Watch, view: str
) -> None:
    first = watch(demo_site)
    first.go(f"{demo_site.address}/?view={view}&kind=meeting&kind=redline")
    link = first.page.locator("[data-row]").first if view == "list" else None
    if link is not None:
        link.click()
        first.drawn()
    second = watch(demo_site)
    second.go(first.page.url)
    for question in (
        "document.querySelector('.counts').innerText",
        "document.querySelector('[data-panel] [data-event]').dataset.event",
        "document.querySelector('.notes').innerText",
        "document.querySelector('[data-answer]')?.textContent",
        "[...document.querySelectorAll('[data-row]')].map((a) => a.href).join()",
    ):
        assert second.page.evaluate(question) == first.page.evaluate(question), question


@pytest.mark.parametrize("view", VIEWS)
def test_a_loaded_page_stands_without_its_server(demo_site: Site, watch: Watch, view: str) -> None:
    """What is loaded is moved and read; for what is not there is a sentence, and no empty box."""
    watched = watch(demo_site)
    page = watched.page
    watched.go(f"{demo_site.address}/?view={view}")
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    if view == "list":
        page.locator("[data-row]").nth(3).click()
    else:
        page.locator("[data-focus]").focus()
        for key in ("+", "-", "ArrowDown", "ArrowDown", "ArrowRight"):
            page.keyboard.press(key)
        if view == "timeline":  # elsewhere Enter opens another page
            page.keyboard.press("Enter")
    watched.drawn()
    assert page.locator(".explorer__head").is_visible()
    words = page.locator("[data-panel], [data-list-voice], .list").all_inner_texts()
    assert any(len(text.strip()) > 20 for text in words), view
    own = [t for t in watched.troubles if "ERR_INTERNET_DISCONNECTED" not in t]
    assert own == []
    page.context.set_offline(False)


@pytest.mark.parametrize("ui", ["en", "ar"])
def test_every_view_prints_on_paper(demo_site: Site, watch: Watch, ui: str) -> None:
    watched = watch(demo_site, color_scheme="dark")
    page = watched.page
    for view in VIEWS:
        watched.go(f"{demo_site.address}/?view={view}&ui={ui}")
        paper = page.pdf(format="A4")
        assert paper.startswith(b"%PDF-")
        assert len(paper) > 8_000, view
        page.emulate_media(media="print")
        ink = page.evaluate("getComputedStyle(document.body).color")
        assert ink == "rgb(27, 31, 36)", (view, ink)
        assert not page.locator(".bar").is_visible()
        page.emulate_media(media="screen")
    assert watched.troubles == []
