"""Finding in a real browser: suggestions, facets, chips, the list that goes on, permalinks."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.conftest import Site, Watched, until

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Watch = Callable[..., Watched]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


def asked(page: Any) -> dict[str, str]:
    """Return the parameters of the page's address."""
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def without(name: str) -> Callable[[str], bool]:
    """Return whether an address has no parameter of this name."""
    return lambda address: name not in parse_qs(urlsplit(address).query)


def type_and_wait(page: Any, words: str) -> None:
    """Type into the search field and wait for suggestions."""
    field = page.locator(".search__field")
    field.click()
    field.press_sequentially(words, delay=20)
    until(page, "(typed) => document.querySelector('.search__list').dataset.typed === typed", words)
    page.locator(".search__option").first.wait_for()


def count_rows(page: Any) -> int:
    """Return how many rows the list has, once the page has come."""
    page.wait_for_load_state("load")
    page.locator(".rows__row").first.wait_for()
    return int(page.locator(".rows__row").count())


def test_a_suggested_name_is_chosen_by_keyboard_and_filters(demo_site: Site, watch: Watch) -> None:
    watched = watch(demo_site)
    page = watched.page
    watched.go(f"{demo_site.address}/?view=list&ui=en")
    type_and_wait(page, "isra")
    field = page.locator(".search__field")
    assert field.get_attribute("aria-expanded") == "true"
    assert page.locator("[data-search-voice]").inner_text().startswith("Suggestions: ")
    field.press("ArrowDown")
    active = page.locator(f"#{field.get_attribute('aria-activedescendant')}")
    assert active.get_attribute("aria-selected") == "true"
    assert active.locator(".search__label").inner_text() == "Israel"
    assert page.evaluate("document.activeElement.matches('.search__field')")
    field.press("Enter")
    page.wait_for_url("**actor=israel**")
    assert asked(page) == {"view": "list", "ui": "en", "actor": "israel"}
    assert "Actor: Israel" in page.locator(".notes").inner_text()
    assert watched.troubles == []
    assert watched.violations() == []


def test_escape_and_the_way_past_the_ends_lead_back_to_the_field(
    demo_site: Site, watch: Watch
) -> None:
    watched = watch(demo_site)
    page = watched.page
    watched.go(f"{demo_site.address}/about?ui=en")
    type_and_wait(page, "syria")
    field, count = page.locator(".search__field"), page.locator(".search__option").count()
    for _ in range(count):
        field.press("ArrowDown")
    last = f"suggestion-{count - 1}"
    assert field.get_attribute("aria-activedescendant") == last
    field.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") is None
    field.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") == last
    field.press("Escape")
    assert page.locator(".search__list").is_hidden()
    assert field.input_value() == "syria"
    field.press("Enter")
    page.wait_for_url("**q=syria**")
    assert asked(page)["view"] == "list"
    assert page.locator(".rows__what mark, .rows__found mark").count() >= 1


def test_a_suggested_claim_opens_in_the_panel(demo_site: Site, watch: Watch) -> None:
    watched = watch(demo_site)
    page = watched.page
    watched.go(f"{demo_site.address}/?view=list&ui=en")
    type_and_wait(page, "palmyra is a red")
    option = page.locator("[role=group][aria-label=Claims] .search__option").first
    assert option.locator("mark").count() >= 1
    option.click()
    page.wait_for_url("**event=**")
    shown = page.locator("[data-panel] [data-event]").get_attribute("data-event")
    assert shown.endswith(asked(page)["event"])
    assert "q" not in asked(page)


@pytest.mark.parametrize(("ui", "typed"), [("ar", "لتركيا"), ("ar", "اسرائيل"), ("en", "TÜRKİYE")])
def test_names_are_suggested_however_they_are_written(
    demo_site: Site, watch: Watch, ui: str, typed: str
) -> None:
    watched = watch(demo_site)
    page = watched.page
    watched.go(f"{demo_site.address}/?view=list&ui={ui}")
    type_and_wait(page, typed)
    assert page.locator("[role=group]").first.locator(".search__option").count() >= 1
    assert watched.troubles == []


def test_facets_narrow_chips_show_it_and_back_undoes_it(demo_site: Site, watch: Watch) -> None:
    watched = watch(demo_site)
    page = watched.page
    watched.go(f"{demo_site.address}/?view=list&ui=en")
    whole = count_rows(page)
    opener = page.locator("[data-facets-open]")
    opener.press("Enter")
    page.locator("[data-facet=kind] .facet__value").first.wait_for()
    assert opener.get_attribute("aria-expanded") == "true"
    assert asked(page)["facets"] == "open"
    value = page.locator("[data-facet=kind] .facet__value", has_text="Meeting")
    count = int(value.locator(".facet__count").inner_text())
    value.click()
    page.wait_for_url("**kind=meeting**")
    assert count_rows(page) == count < whole
    assert page.locator(".chip", has_text="Kind: Meeting").count() == 1
    page.locator(".chip", has_text="Kind: Meeting").click()
    page.wait_for_url(without("kind"))
    assert count_rows(page) == whole
    page.go_back()
    page.wait_for_url("**kind=meeting**")
    assert count_rows(page) == count
    page.go_forward()
    page.wait_for_url(without("kind"))
    page.locator("[data-facets-close]").click()
    assert page.locator("[data-facets]").is_hidden()
    assert page.evaluate("document.activeElement.matches('[data-facets-open]')")
    assert "facets" not in asked(page)
    assert watched.troubles == []


def test_a_long_facet_is_narrowed_by_typing(demo_site: Site, watch: Watch) -> None:
    watched = watch(demo_site)
    page = watched.page
    watched.go(f"{demo_site.address}/?view=list&ui=en&facets=open")
    facet = page.locator("[data-facet=actor]")
    facet.locator("summary").click()
    assert facet.locator("li").count() == 8
    field = facet.locator("[data-find]")
    field.click()
    until(page, "document.querySelectorAll('[data-facet=actor] .facet__values li').length > 8")
    name = facet.locator(".facet__label").nth(12).inner_text()
    field.fill(name.upper())
    shown = facet.locator("li:visible .facet__label").all_inner_texts()
    assert name in shown
    assert len(shown) < 8
    assert watched.troubles == []


def test_without_scripts_all_of_it_is_links_and_forms(demo_site: Site, watch: Watch) -> None:
    watched = watch(demo_site, java_script_enabled=False)
    page = watched.page
    page.goto(f"{demo_site.address}/?view=list&ui=en")
    page.locator("[data-facets-open]").click()
    page.locator("[data-facet=kind] .facet__value", has_text="Red line").click()
    page.wait_for_url("**kind=redline**")
    page.locator(".search__field").fill("palmyra")
    page.locator(".search__go").click()
    page.wait_for_url("**q=palmyra**")
    assert asked(page)["kind"] == "redline"
    assert asked(page)["q"] == "palmyra"
    assert page.locator(".rows__row mark").count() >= 1
    page.locator(".notes__clear").click()
    page.wait_for_url(without("kind"))
    assert "q" not in asked(page)
    page.locator(".rows__sort", has_text="Who").click()
    page.wait_for_url("**sort=**")
    assert page.locator("th[aria-sort=ascending]").inner_text().startswith("Who")


def test_what_to_drop_is_said_when_nothing_fits(demo_site: Site, watch: Watch) -> None:
    watched = watch(demo_site)
    page = watched.page
    for view in ("timeline", "network", "map", "list"):
        watched.page.goto(f"{demo_site.address}/?view={view}&kind=meeting&act=warns&ui=en")
        drops = page.locator(".nothing__drops li")
        assert drops.count() == 2, view
    count = int(drops.first.locator(".nothing__events").inner_text().split()[0])
    drops.first.locator("a").click()
    page.wait_for_url(lambda address: "act=" not in address or "kind=" not in address)
    assert count_rows(page) == count > 0
    assert watched.troubles == []


def test_a_row_opens_in_the_panel_and_its_address_brings_it_back(
    demo_site: Site, watch: Watch
) -> None:
    watched = watch(demo_site)
    page = watched.page
    watched.go(f"{demo_site.address}/?view=list&ui=en&kind=statement&sort=-certainty")
    rows = page.locator("[data-row]")
    order = [link.get_attribute("href") for link in rows.all()]
    rows.nth(3).click()
    watched.drawn()
    shown = page.locator("[data-panel] [data-event]").get_attribute("data-event")
    assert shown == order[3]
    assert asked(page)["event"] == shown.rsplit("/", 1)[1]
    rows.nth(5).focus()
    page.keyboard.press("Enter")
    until(page, "document.activeElement.matches('[data-panel]')")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.getAttribute('href')") == order[5]
    page.go_back()
    until(
        page,
        "(href) => document.querySelector('[data-panel] [data-event]')?.dataset.event === href",
        shown,
    )
    other = watch(demo_site)
    other.go(page.url)
    assert [link.get_attribute("href") for link in other.page.locator("[data-row]").all()] == order
    assert other.page.locator("[data-panel] [data-event]").get_attribute("data-event") == shown
    assert other.page.locator(".rows__row--shown [data-row]").get_attribute("href") == shown
    assert watched.troubles == other.troubles == []


def test_the_list_goes_on_to_its_end_and_holds_only_what_is_near(
    demo_site: Site, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.listing.LIST_SIZE", 10)
    watched = watch(demo_site, **PHONE)
    page = watched.page
    watched.go(f"{demo_site.address}/?view=list&ui=en")
    total = page.evaluate("JSON.parse(document.querySelector('[data-words]').textContent).total")
    seen: dict[str, None] = {}
    most = 0
    for _ in range(200):
        rows = page.evaluate(
            "[...document.querySelectorAll('[data-row]')].map((a) => a.getAttribute('href'))"
        )
        seen |= dict.fromkeys(rows)
        most = max(most, len(rows))
        if len(seen) == total:
            break
        page.evaluate("window.scrollBy(0, 600)")
        page.wait_for_timeout(60)
    assert len(seen) == total > most
    page.evaluate("window.scrollTo(0, 0)")
    first = "(href) => document.querySelector('[data-row]')?.getAttribute('href') === href"
    until(page, first, next(iter(seen)))
    days = page.locator(".rows__day").all_inner_texts()
    assert len(days) == len(set(days))
    assert watched.troubles == []


@pytest.mark.parametrize("ui", ["en", "ar"])
def test_a_phone_opens_on_the_list_with_a_sheet_and_a_menu(
    demo_site: Site, watch: Watch, ui: str
) -> None:
    watched = watch(demo_site, **PHONE)
    page = watched.page
    watched.go(f"{demo_site.address}/?ui={ui}&kind=statement")
    page.wait_for_url("**view=list**")
    assert asked(page)["kind"] == "statement"
    assert page.locator(".explorer__panel").is_hidden()
    page.locator("[data-row]").first.click()
    watched.drawn()
    assert page.locator(".explorer__panel").is_visible()
    page.locator("[data-panel-close]").click()
    page.locator(".explorer__panel").wait_for(state="hidden")
    page.locator(".bar__more").click()
    assert page.locator(".bar__site nav").is_visible()
    page.keyboard.press("Escape")
    page.locator("[data-facets-open]").click()
    page.locator("[data-facet=kind] .facet__value").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator("[data-facets-close]").click()
    for view in ("timeline", "network", "map"):
        watched.go(f"{demo_site.address}/?view={view}&ui={ui}")
        assert asked(page)["view"] == view
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), view
    assert watched.troubles == []


def test_the_menu_exports_what_is_in_view(demo_site: Site, watch: Watch) -> None:
    watched = watch(demo_site)
    page = watched.page
    watched.go(f"{demo_site.address}/?view=list&ui=en&kind=redline")
    page.locator(".menu", has_text="Export").locator("summary").click()
    with page.expect_download() as waiting:
        page.locator("a[data-export][href*='/export.csv']").click()
    lines = waiting.value.path().read_text(encoding="utf-8-sig").splitlines()
    claims = page.locator(".counts__count", has_text="claims").inner_text().split()[0]
    assert len(lines) - 1 >= int(claims) > 0
    assert "kind=redline" in str(page.locator("a[href*='/export.csv']").get_attribute("href"))


@pytest.mark.parametrize("view", ["timeline", "network", "map"])
@pytest.mark.parametrize(("ending", "start"), [("svg", b"<svg"), ("png", b"\x89PNG")])
def test_the_menu_gives_the_drawing_as_a_file(
    demo_site: Site, watch: Watch, view: str, ending: str, start: bytes
) -> None:
    watched = watch(demo_site)
    page = watched.page
    watched.go(f"{demo_site.address}/?view={view}&ui=en")
    page.locator(".menu", has_text="Export").locator("summary").click()
    with page.expect_download() as waiting:
        page.locator(f"[data-drawing={ending}] button").click()
    content = waiting.value.path().read_bytes()
    assert start in content[:200]
    assert waiting.value.suggested_filename == f"claimline-{view}.{ending}"
    assert watched.troubles == []
    assert watched.violations() == []


def test_hostile_names_are_words_in_suggestions_facets_and_chips(
    hand_site: Site, watch: Watch
) -> None:
    watched = watch(hand_site)
    page = watched.page
    watched.go(f"{hand_site.address}/?view=list&ui=en&facets=actor")
    values = page.locator("[data-facet=actor] .facet__value", has_text="<script>")
    assert values.count() == 1
    type_and_wait(page, "alert")
    assert page.locator(".search__list", has_text="alert(").count() == 1
    page.keyboard.press("Escape")
    values.click()
    page.wait_for_url("**actor=**")
    page.locator(".chip", has_text="<script>").wait_for()
    for query in ("q=%22%3E%3Cimg+src%3Dx+onerror%3Dalert(9)%3E", "actor=%3Cb%3Ex%3C%2Fb%3E"):
        watched.go(f"{hand_site.address}/?view=list&ui=en&{query}")
        assert page.locator(".chip").count() == 1
        assert page.locator(".chip img, .chip b, .nothing img, .nothing b").count() == 0
    assert watched.troubles == []
    assert watched.violations() == []
