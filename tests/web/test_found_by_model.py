"""A claim that a model found says so on its page, until somebody decided on it and after."""

from datetime import UTC, datetime

import pytest

from kg.model.article import SourceText
from kg.model.iri import Iris
from kg.pipeline import extract_article, ingest
from kg.pipeline.extractors import Choice
from kg.pipeline.known import choice_of_removed
from kg.pipeline.reading import Found, Job
from kg.store.embedded import EmbeddedStore
from tests.llm_article import GOOD, TEXT
from tests.test_llm_cli import Said
from web import create_app

AT = datetime(2026, 3, 1, tzinfo=UTC)
MARK = 'class="by-model"'


@pytest.fixture
def store() -> EmbeddedStore:
    made = EmbeddedStore.in_memory()
    source = SourceText(name="a", text=TEXT, language="en")
    made.put_article(extract_article(source, iris=Iris(), extractor=Said(GOOD)), at=AT)
    return made


def page(store: EmbeddedStore, claim: str) -> str:
    path = "/claims/" + claim.rsplit("/", 1)[1]
    return create_app(store).test_client().get(path + "?ui=en").get_data(as_text=True)


def test_a_models_claim_is_marked_until_it_is_reviewed_and_after(store: EmbeddedStore) -> None:
    (article,) = store.articles()
    claim = next(c.iri for c in store.extraction(article.iri).claims if not c.under)
    assert f"<p {MARK}>Found by a model, not reviewed</p>" in page(store, claim)
    store.decide("accept", claim, by="A", at=AT)
    assert f"<p {MARK}>Found by a model</p>" in page(store, claim)


def test_a_claim_of_the_rules_is_not_marked() -> None:
    store = EmbeddedStore.in_memory()
    ingest(SourceText(name="a", text=TEXT, language="en"), store, at=AT)
    (article,) = store.articles()
    claim = next(c.iri for c in store.extraction(article.iri).claims if not c.under)
    assert MARK not in page(store, claim)


def test_a_removed_article_comes_back_by_whoever_read_it(
    store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    (article,) = store.articles()
    asked: list[Job] = []

    class Reader:
        def read(self, job: Job) -> Found:
            asked.append(job)
            source = SourceText(name="a", text=TEXT, language="en")
            extraction = extract_article(source, iris=Iris(), extractor=Said(GOOD))
            return Found(source=source, iri=article.iri, extraction=extraction)

    monkeypatch.setattr("web.keeping.readers_for", lambda base: Reader())
    monkeypatch.setattr("web.keeping.require_writer", lambda gate: None)
    store.withdraw(article.iri, at=AT)
    answer = (
        create_app(store).test_client().post(f"/articles/{article.iri.rsplit('/', 1)[1]}/return")
    )
    assert answer.status_code == 303, answer.get_data(as_text=True)
    assert asked[0].choice == Choice(name="llm")
    assert [a.claims for a in store.articles()] == [article.claims]


def test_what_the_rules_read_comes_back_by_the_rules() -> None:
    store = EmbeddedStore.in_memory()
    found = ingest(SourceText(name="a", text=TEXT, language="en"), store, at=AT)
    iri = found.put.article
    store.withdraw(iri, at=AT)
    assert choice_of_removed(store, iri) == Choice()
