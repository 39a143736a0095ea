"""Reading an article in a real browser: marks and notes, steps, kinds, deep links, no script."""

from collections.abc import Callable
from typing import Any

import pytest

from kg.model.iri import local_name
from kg.query.dataset import Dataset
from tests.browser.conftest import Site, Watched
from tests.web.samples import hostile

pytestmark = pytest.mark.browser
Watch = Callable[..., Watched]

OVERLAPS = """() => {
  const boxes = [...document.querySelectorAll(".note")].filter((note) => !note.hidden)
    .map((note) => note.getBoundingClientRect()).sort((a, b) => a.top - b.top);
  return boxes.slice(1).filter((box, i) => box.top < boxes[i].bottom - 0.5).length;
}"""


def articles(site: Site) -> dict[str, str]:
    """Return the address of the article with most claims in each language."""
    found: dict[str, tuple[int, str]] = {}
    for iri, view in Dataset.read(site.store).articles.items():
        one = (len(view.extraction.claims), f"{site.address}/articles/{local_name(iri)}")
        found[view.article.language] = max(one, found.get(view.article.language, (0, "")))
    return {language: address for language, (_, address) in found.items()}


def chosen(page: Any) -> str:
    """Return the id of the note that is chosen."""
    return str(page.locator(".note.is-selected").get_attribute("id"))


@pytest.mark.parametrize("ui", ["en", "ar"])
def test_notes_stand_beside_their_words_and_never_on_one_another(
    demo_site: Site, watch: Watch, ui: str
) -> None:
    watched = watch(demo_site)
    for address in articles(demo_site).values():
        watched.go(f"{address}?ui={ui}")
        page = watched.page
        assert page.locator(".note").count() > 3
        assert page.evaluate(OVERLAPS) == 0
        for _ in range(4):
            page.locator("[data-step='1']").click()
            assert page.evaluate(OVERLAPS) == 0
    assert watched.troubles == []
    assert watched.violations() == []


def test_a_press_on_a_mark_chooses_its_claim_and_again_the_one_beneath(
    demo_site: Site, watch: Watch
) -> None:
    watched = watch(demo_site)
    watched.go(articles(demo_site)["ar"])
    page = watched.page
    mark = page.locator("mark[data-claims*=' ']").first
    claims = str(mark.get_attribute("data-claims")).split()
    mark.click()
    assert chosen(page) == claims[0]
    assert page.url.endswith(f"#{claims[0]}")
    mark.click()
    assert chosen(page) == claims[1]
    assert page.locator("mark.is-selected").count() >= 1


def test_keys_step_from_claim_to_claim_and_escape_lets_go(demo_site: Site, watch: Watch) -> None:
    watched = watch(demo_site)
    watched.go(articles(demo_site)["en"])
    page = watched.page
    notes = [note.get_attribute("id") for note in page.locator(".note").all()]
    page.locator("mark a[href^='#claim-']").first.focus()
    page.keyboard.press("n")
    assert chosen(page) == notes[0]
    page.keyboard.press("n")
    assert chosen(page) == notes[1]
    assert page.evaluate("document.activeElement.id") == notes[1]
    page.keyboard.press("p")
    assert chosen(page) == notes[0]
    page.keyboard.press("Escape")
    assert page.locator(".note.is-selected").count() == 0


def test_pointing_at_either_shows_the_other(demo_site: Site, watch: Watch) -> None:
    watched = watch(demo_site)
    watched.go(articles(demo_site)["en"])
    page = watched.page
    mark = page.locator("mark[data-claims]").first
    note = str(mark.get_attribute("data-claims")).split()[0]
    mark.hover()
    assert page.locator(f"[id='{note}'].is-near").count() == 1
    page.locator(f"[id='{note}'] .kind-badge").hover()
    assert page.locator(f"mark.is-near[data-claims~='{note}']").count() >= 1
    page.locator(f"[id='{note}'] a").first.focus()
    assert page.locator(f"mark.is-near[data-claims~='{note}']").count() >= 1


def test_kinds_left_out_leave_no_mark_of_theirs(demo_site: Site, watch: Watch) -> None:
    watched = watch(demo_site)
    watched.go(articles(demo_site)["ar"])
    page = watched.page
    page.locator(".reading__kinds input[value='statement']").uncheck()
    assert page.locator(".note[data-kind='statement']:visible").count() == 0
    assert page.locator("mark.evidence--statement, mark.evidence--over").count() == 0
    assert page.locator("mark.evidence--meeting").count() > 0
    assert page.evaluate(OVERLAPS) == 0


@pytest.mark.parametrize("slower", [1, 10])
@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
def test_a_link_to_a_claim_opens_it_in_view(
    demo_site: Site, watch: Watch, size: tuple[int, int], slower: int
) -> None:
    """On a slow machine the browser follows the link itself after the page has: it agrees."""
    watched = watch(demo_site, viewport={"width": size[0], "height": size[1]})
    throttle = watched.page.context.new_cdp_session(watched.page)
    throttle.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    for address in articles(demo_site).values():
        watched.go(address)
        last = watched.page.locator(".note").last.get_attribute("id")
        watched.page.goto("about:blank")
        watched.go(f"{address}#{last}")
        assert chosen(watched.page) == last
        for seen in (
            ("mark.is-selected", ".note.is-selected") if size[0] > 600 else (".note.is-selected",)
        ):
            box = watched.page.locator(seen).first.bounding_box()
            assert box is not None
            assert 0 <= box["y"] < size[1]
        assert watched.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_scripts_links_lead_from_words_to_notes_and_back(
    demo_site: Site, watch: Watch
) -> None:
    watched = watch(demo_site, java_script_enabled=False)
    page = watched.page
    page.goto(articles(demo_site)["en"])
    link = page.locator("mark a[href^='#claim-']").first
    target = str(link.get_attribute("href"))
    link.click()
    assert page.url.endswith(target)
    note = page.locator(f"[id='{target[1:]}']")
    assert note.is_visible()
    note.locator("[data-to-text]").click()
    assert "#at-" in page.url
    assert page.locator("[data-reading-tools]").is_hidden()


def test_hostile_text_is_shown_as_it_stands_and_marked_exactly(
    hand_site: Site, watch: Watch
) -> None:
    told = hostile()
    watched = watch(hand_site)
    watched.go(f"{hand_site.address}/articles/{local_name(told.article.iri)}")
    page = watched.page
    words = "".join(page.locator("mark[data-claims]").all_text_contents())
    assert words == told.claims[0].evidence[0].text
    shown = "\n".join(page.locator(".reading__line").all_text_contents())
    assert shown.split() == told.article.text.split()
    assert page.locator("text=turn the direction").count() == 1
    assert watched.troubles == []
    assert watched.violations() == []
