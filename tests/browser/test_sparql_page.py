"""The query page in a real browser: the editor, completion, answers as drawings, sorting."""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest

from tests.browser.conftest import Site, Watched

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Watch = Callable[..., Watched]
HOSTILE = "<img src=x onerror=alert(1)></script><script>alert(2)</script>"
ROWS = {
    "map": f"SELECT * {{ VALUES (?lat ?long ?label) {{ (36.2 37.1 {HOSTILE!r}) }} }}",
    "network": f"SELECT * {{ VALUES (?from ?to ?kind) {{ ({HOSTILE!r} 'b' 'met') }} }}",
    "timeline": f"SELECT * {{ VALUES (?date ?label) {{ ('2025-04-09' {HOSTILE!r}) }} }}",
}


def opened(watch: Watch, site: Site, query: str = "", **options: Any) -> Watched:
    seen = watch(site, **options)
    seen.go(f"{site.address}/sparql{query}")
    seen.page.locator(".CodeMirror").wait_for()
    return seen


def test_the_editor_asks_nobody_else_and_breaks_no_policy(watch: Watch, demo_site: Site) -> None:
    seen = opened(watch, demo_site)
    seen.page.wait_for_timeout(300)
    assert seen.troubles == []
    assert seen.violations() == []


def test_a_query_is_asked_by_keyboard_and_stays_in_the_address(
    watch: Watch, demo_site: Site
) -> None:
    seen = opened(watch, demo_site)
    seen.page.locator(".CodeMirror").click()
    seen.page.keyboard.press("Control+a")
    seen.page.keyboard.type("SELECT ?x WHERE ")
    seen.page.keyboard.insert_text("{ VALUES ?x { 41 42 } }")
    with seen.page.expect_navigation():
        seen.page.keyboard.press("Control+Enter")
    assert seen.page.locator(".sparql__results tbody tr").count() == 2
    assert "query=SELECT" in seen.page.url
    assert seen.troubles == []


def test_a_name_is_completed_and_its_prefix_added(watch: Watch, demo_site: Site) -> None:
    seen = opened(watch, demo_site)
    page = seen.page
    page.locator(".CodeMirror").click()
    page.keyboard.press("Control+a")
    page.keyboard.type("SELECT * WHERE  ?m a clm:RedL")
    page.keyboard.press("Control+Space")
    value = "document.querySelector('.CodeMirror').CodeMirror.getValue()"
    page.wait_for_function(f"{value}.includes('clm:RedLine')")
    assert page.evaluate(value).startswith("PREFIX clm: <https://w3id.org/claimline/ns#>")


def test_the_keyboard_leaves_the_editor(watch: Watch, demo_site: Site) -> None:
    seen = opened(watch, demo_site)
    seen.page.locator(".CodeMirror").click()
    # Once to the box that scrolls, once out of it.
    seen.page.keyboard.press("Tab")
    seen.page.keyboard.press("Tab")
    inside = "document.activeElement.closest('.CodeMirror') !== null"
    assert seen.page.evaluate(inside) is False


def test_what_is_wrong_is_marked_in_its_line(watch: Watch, demo_site: Site) -> None:
    seen = watch(demo_site)
    seen.page.goto(
        f"{demo_site.address}/sparql?query={quote('SELECT ?x WHERE {' + chr(10) + '?x }')}"
    )
    seen.page.locator(".sparql__bad-line").wait_for(state="attached")


@pytest.mark.parametrize("drawing", ROWS)
def test_an_answer_is_drawn_with_its_words_as_they_are(
    watch: Watch, demo_site: Site, drawing: str
) -> None:
    seen = opened(watch, demo_site, f"?as={drawing}&query={quote(ROWS[drawing])}")
    seen.page.locator("[data-tools]:not([hidden])").wait_for()
    shape = {"map": ".map__drawing circle", "network": "canvas", "timeline": "canvas"}[drawing]
    assert seen.page.locator(f".drawn {shape}").count() >= 1
    assert HOSTILE in seen.page.locator(".sparql__results").inner_text()
    assert seen.troubles == []
    assert seen.violations() == []


def test_a_mark_of_the_drawing_says_what_it_is(watch: Watch, demo_site: Site) -> None:
    seen = opened(watch, demo_site, f"?as=map&query={quote(ROWS['map'])}")
    seen.page.locator("[data-tools]:not([hidden])").wait_for()
    seen.page.locator("[data-focus]").focus()
    seen.page.keyboard.press("Enter")
    assert HOSTILE in seen.page.locator("[data-said]").inner_text()


def test_rows_are_sorted_by_a_column(watch: Watch, demo_site: Site) -> None:
    query = quote("SELECT ?n { VALUES ?n { 10 9 100 } }")
    seen = opened(watch, demo_site, f"?query={query}")
    seen.page.locator(".sparql__sort").click()
    cells = seen.page.locator(".sparql__results tbody td")
    assert cells.all_inner_texts() == ["9", "10", "100"]
    assert seen.page.locator("th[aria-sort='ascending']").count() == 1


def test_what_was_asked_before_is_offered_again_and_can_be_forgotten(
    watch: Watch, demo_site: Site
) -> None:
    seen = opened(watch, demo_site, f"?query={quote('SELECT ?kept { VALUES ?kept { 1 } }')}")
    seen.go(f"{demo_site.address}/sparql")
    history = seen.page.locator("[data-history]")
    history.locator("summary").click()
    assert "?kept" in history.inner_text()
    history.locator("[data-forget]").click()
    seen.go(f"{demo_site.address}/sparql")
    assert not seen.page.locator("[data-history]").is_visible()


def test_without_scripts_the_form_and_the_table_stand(watch: Watch, demo_site: Site) -> None:
    seen = watch(demo_site, java_script_enabled=False)
    seen.page.goto(f"{demo_site.address}/sparql?query={quote('SELECT ?x { VALUES ?x { 1 } }')}")
    assert seen.page.locator("textarea").is_visible()
    assert seen.page.locator(".sparql__results tbody tr").count() == 1
