"""A claim's page shows, folded, what each stage saw of it."""

import pytest

from kg.errors import NotFound
from kg.model.extraction import Extraction
from kg.pipeline import extract_article
from kg.pipeline.explain import explain_article
from kg.store.embedded import EmbeddedStore
from tests.strategies import AT, IRIS
from tests.test_explain import SOURCE
from tests.web.samples import english
from web import create_app


def page_of(extraction: Extraction, claim: str, ui: str = "en") -> str:
    store = EmbeddedStore.in_memory()
    store.put_article(extraction, at=AT)
    name = claim.rsplit("/", 1)[1]
    return create_app(store).test_client().get(f"/claims/{name}?ui={ui}").get_data(as_text=True)


def test_a_claims_page_tells_how_the_rules_came_to_it() -> None:
    found = extract_article(SOURCE, iris=IRIS)
    claim = next(c for c in found.claims if "warned" in c.evidence[0].text)
    page = page_of(found, claim.iri)
    assert "<details" in page
    assert "How the rules came to this" in page
    assert "(<bdi>warn, warns</bdi>)" in page
    assert "(<bdi>is spoken to</bdi>)" in page
    assert "المخاطَب" in page_of(found, claim.iri, "ar")
    assert "كيف وصلت القواعد إلى هذا" in page_of(found, claim.iri, "ar")


def test_a_claim_that_the_rules_do_not_make_has_a_page_without_it() -> None:
    made_by_hand = english()
    claim = made_by_hand.claims[0].iri
    with pytest.raises(NotFound):
        explain_article(made_by_hand.article, iris=IRIS, claim=claim)
    page = page_of(made_by_hand, claim)
    assert "How the rules came to this" not in page
