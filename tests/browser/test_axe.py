"""WCAG 2.2 AA on every page, in both directions and themes: axe-core finds nothing.

`pytest tests/browser/test_axe.py -m "slow or not slow" -rP` prints the count of each page.
"""

from collections.abc import Callable, Iterator

import pytest

from kg.store.embedded import EmbeddedStore
from tests.browser.axe import ask_axe
from tests.browser.conftest import AT, Site, Watched, serve
from tests.browser.rooms import drawings, every_room, leaves
from tests.web.conftest import fill
from web import sign_in_path

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Watch = Callable[..., Watched]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
FACES = [
    ("en", "light"),
    pytest.param("ar", "dark", marks=pytest.mark.slow),
    pytest.param("en", "dark", marks=pytest.mark.slow),
    pytest.param("ar", "light", marks=pytest.mark.slow),
]


@pytest.fixture(scope="module")
def empty_site() -> Iterator[Site]:
    """A store without articles, served to a browser that may sign in."""
    yield from serve(EmbeddedStore.in_memory(), sign_in=True)


def count(watched: Watched, site: Site, rooms: dict[str, str], ui: str) -> dict[str, list[str]]:
    """Return what axe finds on each page, by its name; print the counts."""
    found = {}
    for name, path in rooms.items():
        watched.go(f"{site.address}{path}{'&' if '?' in path else '?'}ui={ui}")
        watched.page.wait_for_timeout(100)
        found[name] = ask_axe(watched.page)
        print(f"{ui} {name}: {len(found[name])}")
    return {name: lines for name, lines in found.items() if lines}


@pytest.mark.parametrize(("ui", "theme"), FACES)
def test_every_page_passes(demo_site: Site, watch: Watch, ui: str, theme: str) -> None:
    watched = watch(demo_site, color_scheme=theme)
    rooms = every_room(demo_site)
    assert count(watched, demo_site, rooms, ui) == {}


@pytest.mark.parametrize("ui", ["en", pytest.param("ar", marks=pytest.mark.slow)])
def test_every_page_passes_on_a_phone(demo_site: Site, watch: Watch, ui: str) -> None:
    watched = watch(demo_site, **PHONE)
    rooms = {**drawings(demo_site), **leaves(demo_site)}
    assert count(watched, demo_site, rooms, ui) == {}


@pytest.mark.slow
@pytest.mark.parametrize(("ui", "theme"), [("en", "light"), ("ar", "dark")])
def test_every_page_of_a_writer_passes(watch: Watch, ui: str, theme: str) -> None:
    store = EmbeddedStore.in_memory()
    fill(store)
    for site in serve(store, sign_in=True, clock=lambda: AT):
        watched = watch(site, color_scheme=theme)
        watched.go(site.address + sign_in_path(site.app))
        pages = {"explorer": "/", "add": "/add", "removed": "/articles/removed"}
        rooms = {**pages, **leaves(site)}
        articles = [path for name, path in rooms.items() if name.startswith("article ")]
        rooms |= {f"remove {n}": f"{path}/remove" for n, path in enumerate(articles)}
        assert count(watched, site, rooms, ui) == {}


@pytest.mark.parametrize(
    ("ui", "theme"), [("en", "light"), pytest.param("ar", "dark", marks=pytest.mark.slow)]
)
def test_the_empty_store_passes(empty_site: Site, watch: Watch, ui: str, theme: str) -> None:
    watched = watch(empty_site, color_scheme=theme)
    rooms = {"empty": "/", "no articles": "/articles", "no answer": "/sparql?name=who-met"}
    assert count(watched, empty_site, rooms, ui) == {}
