"""What is made ready far from the store: the dataset that storing the extraction leads to."""

import dataclasses
import json
from pathlib import Path

import pytest

from kg.errors import ExtractError, KgError
from kg.model.extraction import Extraction
from kg.model.iri import Iris
from kg.pipeline import extract_article
from kg.store import bulk
from kg.store.base import Offering, PutReport, Putting
from kg.store.embedded import EmbeddedStore
from kg.store.make_ready import make_ready
from kg.store.ready import Ready
from tests.bench.corpus import articles
from tests.offered import offering
from tests.proposed import article, meeting, statement
from tests.strategies import AT


@pytest.fixture(scope="module")
def extractions() -> list[Extraction]:
    return [extract_article(source, iris=Iris()) for source in articles(24, seed=9)]


def dump(store: EmbeddedStore) -> bytes:
    return b"".join(store.dump("nquads", with_text=True))


def sound(store: EmbeddedStore) -> bool:
    return not [f for f in store.validate(deep=True) if not f.warning]


def never() -> Putting:
    raise AssertionError("it was not stored as it was made ready")


def made_ready(extraction: Extraction) -> Ready:
    ready = make_ready(extraction, Iris())
    assert ready is not None
    return ready


def test_articles_made_ready_are_stored_as_extractions_are(
    tmp_path: Path, extractions: list[Extraction]
) -> None:
    plain, ready = EmbeddedStore.in_memory(), EmbeddedStore.open(tmp_path / "s")
    expected = [plain.put_article(e, at=AT) for e in extractions]
    offered = [Offering(ready=made_ready(e), at=AT, open=never) for e in extractions]
    assert ready.put_articles(offered[:5]) + ready.put_articles(offered[5:]) == expected
    assert dump(ready) == dump(plain)
    assert ready.proposals() == plain.proposals()
    assert ready.copies() == plain.copies()
    assert ready.copies()
    assert sound(ready)
    again = extractions[3].article.iri
    assert again in (ready.changed_since(ready.revision - len(extractions)) or ())
    assert ready.extraction(again) == plain.extraction(again)


def test_they_are_stored_the_same_in_bulk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, extractions: list[Extraction]
) -> None:
    monkeypatch.setattr(bulk, "FEWEST", 1)
    monkeypatch.setattr("kg.store.embedded.FEWEST", 1)
    plain, ready = EmbeddedStore.in_memory(), EmbeddedStore.open(tmp_path / "s")
    for extraction in extractions:
        plain.put_article(extraction, at=AT)
    for at in range(0, len(extractions), 7):
        ready.put_articles([offering(e) for e in extractions[at : at + 7]])
    assert dump(ready) == dump(plain)
    assert sound(ready)
    ready.close()
    assert dump(EmbeddedStore.open(tmp_path / "s")) == dump(plain)


def test_what_is_made_ready_travels(extractions: list[Extraction]) -> None:
    for extraction in extractions:
        ready = made_ready(extraction)
        document = json.loads(json.dumps(ready.to_plain()))
        assert Ready.from_plain(document, ready.quads) == ready


def test_an_article_that_is_there_already_is_opened() -> None:
    store = EmbeddedStore.in_memory()
    one, other = (article("a", meeting("a", k), text=f"They met. They spoke. {k}") for k in (1, 2))
    reports = store.put_articles([offering(e) for e in (one, one, other)])
    assert [r.outcome for r in reports if isinstance(r, PutReport)] == [
        "added",
        "unchanged",
        "replaced",
    ]
    assert sound(store)


def test_a_purged_article_comes_back_with_what_was_decided_on_its_events() -> None:
    stores = [EmbeddedStore.in_memory() for _ in range(2)]
    one, other = (article(name, meeting(name)) for name in "ab")
    for store in stores:
        store.put_articles([offering(e) for e in (one, other)])
        (pair,) = store.proposals()
        store.decide("merge", pair.one, pair.other, by="test", at=AT)
        store.purge(one.article.iri, at=AT)
    stores[0].put_article(one, at=AT)
    stores[1].put_articles([offering(one)])
    assert dump(stores[0]) == dump(stores[1])
    assert sound(stores[1])


def test_an_entity_that_is_described_otherwise_is_the_newest_one() -> None:
    stores = [EmbeddedStore.in_memory() for _ in range(2)]
    one, other = (article(name, meeting(name)) for name in "ab")
    named = tuple(
        dataclasses.replace(a, labels=(("ar", "جديد"), ("en", a.name))) for a in one.actors
    )
    other = dataclasses.replace(other, actors=named)
    for extraction in (one, other):
        stores[0].put_article(extraction, at=AT)
    stores[1].put_articles([offering(e) for e in (one, other)])
    assert dump(stores[0]) == dump(stores[1])


def test_one_that_cannot_be_opened_takes_no_neighbour_with_it() -> None:
    store = EmbeddedStore.in_memory()
    first, second, third = (article(n, statement(n, 1, content="they spoke")) for n in "abc")
    store.put_article(second, at=AT)

    def refused() -> Putting:
        raise ExtractError("Not this one.")

    asked = [offering(first), Offering(ready=made_ready(second), at=AT, open=refused)]
    reports = store.put_articles([*asked, offering(third)])
    assert isinstance(reports[1], KgError)
    assert {a.iri for a in store.articles()} == {e.article.iri for e in (first, second, third)}


def test_what_comes_reviewed_is_never_made_ready() -> None:
    signed = tuple(
        dataclasses.replace(c, review="accepted") for c in article("a", meeting("a")).claims
    )
    extraction = dataclasses.replace(article("a", meeting("a")), claims=signed)
    assert make_ready(extraction, Iris()) is None
