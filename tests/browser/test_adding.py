"""Adding in a real browser: pasting, many files with progress, dropping, removing, keyboard."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.store.embedded import EmbeddedStore
from tests.browser.conftest import AT, Site, Watched, serve
from tests.web.adding import TEXT
from web import sign_in_path

pytestmark = pytest.mark.browser
Watch = Callable[..., Watched]
NASTY = "<img src=x onerror=alert(1)>"
PHONE = {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"}


@pytest.fixture
def empty_site() -> Iterator[Site]:
    """An empty store that a browser may write to."""
    yield from serve(EmbeddedStore.in_memory(), sign_in=True, clock=lambda: AT)


def signed_in(watch: Watch, site: Site, **options: Any) -> Watched:
    """Return a page of a signed-in browser."""
    watched = watch(site, **options)
    # Without scripts there are no frames to wait for.
    watched.page.goto(site.address + sign_in_path(site.app))
    return watched


def clean(watched: Watched) -> bool:
    """True when nothing went wrong on the page."""
    assert watched.troubles == []
    assert watched.violations() == []
    return True


def test_a_text_is_pasted_looked_at_dated_and_stored(empty_site: Site, watch: Watch) -> None:
    watched = signed_in(watch, empty_site)
    page = watched.page
    page.get_by_role("link", name="Add articles").click()
    page.get_by_label("Text of an article").fill(f"{TEXT}\n{NASTY}")
    page.get_by_role("button", name="Show what is found").click()
    page.get_by_text("Nothing is stored yet.").wait_for()
    assert page.locator("mark.evidence").count() >= 2
    assert empty_site.store.revision == 0
    page.get_by_role("link", name="Give the day").click()
    page.get_by_label("Published on").fill("2025-04-10")
    page.get_by_role("button", name="Look again").click()
    page.locator("time[datetime='2025-04-10']").wait_for()
    page.get_by_role("button", name="Store").click()
    page.get_by_role("heading", name="What was stored").wait_for()
    assert len(empty_site.store.articles()) == 1
    page.get_by_role("link", name="On the timeline").click()
    page.wait_for_url("**/?source=*")
    assert clean(watched)


def test_many_files_are_read_one_by_one_and_stored(
    empty_site: Site, watch: Watch, tmp_path: Path
) -> None:
    for number in range(3):
        (tmp_path / f"{number}{NASTY.replace('/', '')}.txt").write_text(f"{TEXT}\n{NASTY}{number}")
    (tmp_path / "empty.txt").write_text("")
    watched = signed_in(watch, empty_site)
    page = watched.page
    watched.go(f"{empty_site.address}/add")
    page.get_by_label("Or files").set_input_files(sorted(tmp_path.iterdir()))
    page.get_by_role("button", name="Show what is found").click()
    page.get_by_text("4 of 4 files read, 1 not possible, 0 stored.").wait_for()
    assert empty_site.store.revision == 0
    assert page.get_by_text("there is no text in it to read").count() == 1
    page.get_by_role("button", name="Store all that can be stored").click()
    page.get_by_text("4 of 4 files read, 1 not possible, 3 stored.").wait_for()
    assert len(empty_site.store.articles()) == 3
    assert page.get_by_role("button", name="Store all that can be stored").count() == 0
    assert clean(watched)


def test_a_dropped_file_fills_the_field(empty_site: Site, watch: Watch) -> None:
    watched = signed_in(watch, empty_site)
    page = watched.page
    watched.go(f"{empty_site.address}/add")
    page.evaluate(
        """(text) => {
          const held = new DataTransfer();
          held.items.add(new File([text], "dropped.txt", { type: "text/plain" }));
          for (const type of ["dragover", "drop"]) {
            const options = { dataTransfer: held, bubbles: true, cancelable: true };
            const event = new DragEvent(type, options);
            document.querySelector("[data-drop]").dispatchEvent(event);
          }
        }""",
        TEXT,
    )
    assert page.evaluate("document.querySelector('#add-files').files[0].name") == "dropped.txt"
    page.get_by_role("button", name="Show what is found").click()
    page.get_by_text("Nothing is stored yet.").wait_for()
    assert clean(watched)


def test_without_javascript_the_form_does_it_all(empty_site: Site, watch: Watch) -> None:
    watched = signed_in(watch, empty_site, java_script_enabled=False)
    page = watched.page
    page.goto(f"{empty_site.address}/add")
    files = [
        {"name": f"{n}.txt", "mimeType": "text/plain", "buffer": f"{TEXT}\n{n}".encode()}
        for n in range(2)
    ]
    page.get_by_label("Or files").set_input_files(files)
    page.get_by_role("button", name="Show what is found").click()
    page.get_by_role("heading", name="What would be stored").wait_for()
    page.get_by_role("button", name="Store").click()
    page.get_by_text("Added. New claims").nth(1).wait_for()
    assert page.get_by_text("Added. New claims").count() == 2
    assert len(empty_site.store.articles()) == 2


def test_an_article_is_removed_and_brought_back(empty_site: Site, watch: Watch) -> None:
    watched = signed_in(watch, empty_site)
    page = watched.page
    watched.go(f"{empty_site.address}/add")
    page.get_by_label("Text of an article").fill(TEXT)
    page.get_by_role("button", name="Show what is found").click()
    page.get_by_role("button", name="Store").click()
    page.get_by_role("link", name="Read the article").click()
    page.get_by_text("Correct or remove this article").click()
    page.get_by_role("link", name="Remove this article").click()
    page.get_by_role("button", name="Remove").click()
    page.get_by_role("button", name="Bring back").wait_for()
    assert empty_site.store.articles() == []
    page.get_by_role("button", name="Bring back").click()
    page.wait_for_url("**/articles/*")
    assert len(empty_site.store.articles()) == 1
    assert clean(watched)


def test_on_an_arabic_phone_nothing_leaves_the_page(empty_site: Site, watch: Watch) -> None:
    watched = signed_in(watch, empty_site, **PHONE)
    page = watched.page
    watched.go(f"{empty_site.address}/add?ui=ar")
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(overflow) == 0
    page.locator("textarea[name=text]").fill(TEXT)
    page.locator("[data-add] [type=submit]").click()
    page.locator("form[action$='/store']").wait_for()
    assert page.evaluate("document.documentElement.dir") == "rtl"
    assert page.evaluate(overflow) == 0
    assert clean(watched)


def test_the_form_is_walked_by_keyboard_alone(empty_site: Site, watch: Watch) -> None:
    watched = signed_in(watch, empty_site)
    page = watched.page
    watched.go(f"{empty_site.address}/add")
    page.get_by_label("Text of an article").focus()
    page.keyboard.insert_text(TEXT)
    button = page.get_by_role("button", name="Show what is found")
    for _ in range(14):
        page.keyboard.press("Tab")
        if button.evaluate("(button) => button === document.activeElement"):
            break
    page.keyboard.press("Enter")
    page.get_by_text("Nothing is stored yet.").wait_for()
    assert clean(watched)
