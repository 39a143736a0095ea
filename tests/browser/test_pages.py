"""Every page in a real browser, in both languages and themes: no policy broken, nothing fetched."""

from collections.abc import Callable

import pytest

from kg.model.iri import local_name
from kg.query.dataset import Dataset
from tests.browser.conftest import Site, Watched
from tests.web.samples import hostile

pytestmark = pytest.mark.browser
Watch = Callable[..., Watched]


def every_kind_of_page(site: Site) -> list[str]:
    """Return the pages that stand alone, and one of each kind of thing."""
    dataset = Dataset.read(site.store)
    events = {event.kind: local_name(event.iri) for event in dataset.events.values()}
    articles = {v.article.language: local_name(iri) for iri, v in dataset.articles.items()}
    part = next(t for t in dataset.claims.values() if t.claim.under)
    found = [
        "/",
        "/?view=network",
        "/articles",
        "/sparql",
        "/sparql?name=who-met",
        "/ns",
        "/terms/",
    ]
    found += ["/about", f"/claims/{local_name(part.record.iri)}"]
    found += [f"/articles/{name}" for name in articles.values()]
    found += [f"/events/{name}" for name in events.values()]
    found += [f"/actors/{local_name(next(iter(dataset.actor_tellings)))}"]
    found += [f"/places/{local_name(next(iter(dataset.entities.places)))}"]
    return found


def hostile_pages() -> list[str]:
    """Return every page that shows words of the hostile article."""
    told = hostile()
    found = ["/", "/?view=network", "/articles", "/sparql?name=articles"]
    found += [f"/articles/{local_name(told.article.iri)}"]
    found += [f"/actors/{local_name(actor.iri)}" for actor in told.actors]
    found += [f"/claims/{local_name(claim.iri)}" for claim in told.claims]
    return found + [f"/events/{local_name(claim.event)}" for claim in told.claims]


@pytest.mark.parametrize(
    ("ui", "theme"),
    [
        ("en", "light"),
        ("ar", "dark"),
        pytest.param("en", "dark", marks=pytest.mark.slow),
        pytest.param("ar", "light", marks=pytest.mark.slow),
    ],
)
def test_no_page_breaks_the_policy_or_asks_anybody_else(
    demo_site: Site, watch: Watch, ui: str, theme: str, request: pytest.FixtureRequest
) -> None:
    """With --screenshots FOLDER, also a picture of each page, to be looked at."""
    watched = watch(demo_site, color_scheme=theme)
    folder = request.config.getoption("--screenshots")
    for path in every_kind_of_page(demo_site):
        joint = "&" if "?" in path else "?"
        watched.go(f"{demo_site.address}{path}{joint}ui={ui}")
        assert watched.page.locator("h1, h2").count() >= 1, path
        assert watched.violations() == [], path
        assert watched.troubles == [], path
        assert watched.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        if folder:
            name = path.strip("/").split("?")[0].split("/")[0] or "explorer"
            kind = f"{name}{len(path)}" if name in ("events", "articles") else name
            watched.page.screenshot(path=f"{folder}/{kind}-{ui}-{theme}.png")


def test_hostile_words_fire_nothing(hand_site: Site, watch: Watch) -> None:
    watched = watch(hand_site)
    page = watched.page
    for path in hostile_pages():
        watched.go(f"{hand_site.address}{path}")
        assert page.locator("img, b:has-text('everybody')").count() == 0, path
        assert watched.troubles == [], path
    watched.go(f"{hand_site.address}/?ui=ar")
    button = page.locator("[data-focus]")
    button.focus()
    for _ in range(6):
        button.press("ArrowDown")
        box = button.bounding_box()
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    button.press("Enter")
    watched.drawn()
    assert watched.troubles == []
    assert watched.violations() == []


def test_the_sign_in_address_leaves_no_trace_in_other_requests(
    hand_site: Site, watch: Watch
) -> None:
    from web import sign_in_path

    path = sign_in_path(hand_site.app)
    watched = watch(hand_site)
    referrers: list[str] = []
    watched.page.on("request", lambda r: referrers.append(r.headers.get("referer", "")))
    watched.go(f"{hand_site.address}{path}")
    assert watched.page.url == f"{hand_site.address}/"
    assert watched.page.locator("form[action='/sign-out']").count() == 1
    assert not [r for r in referrers if "sign-in" in r]
    watched.page.locator("form[action='/sign-out'] button").click()
    watched.page.locator("form[action='/sign-out']").wait_for(state="detached")
