"""Adding and replacing articles, on every store."""

import json
from dataclasses import replace

import pyoxigraph as ox
import pytest

from kg.errors import MappingError
from kg.model.claim import Meeting
from kg.model.day import Day
from kg.model.document import from_document, to_document
from kg.store.base import DecisionKind, GraphStore
from kg.vocabulary import CLM, RDFS
from tests.harbour import ARTICLE, TALKS, TEXT, WARNING, harbour
from tests.stores.changes import LATER, STILL_LATER, graph_of, talks_only, with_text
from tests.strategies import AT, IRIS

# Adding


def test_an_article_reads_back_as_it_was_put(store: GraphStore) -> None:
    report = store.put_article(harbour(), at=AT)
    assert (report.outcome, report.added, report.kept, report.withdrawn) == ("added", 2, 0, 0)
    assert store.extraction(ARTICLE) == harbour()
    assert store.revision == 1


def test_equal_text_changes_nothing(filled: GraphStore) -> None:
    before = list(filled.dump("nquads", with_text=True))
    report = filled.put_article(harbour(), at=LATER)
    assert (report.outcome, report.kept) == ("unchanged", 2)
    assert filled.revision == 1
    assert list(filled.dump("nquads", with_text=True)) == before


def test_what_a_source_leaves_out_does_not_erase_what_is_known(filled: GraphStore) -> None:
    undated = replace(harbour().article, published=None, published_from=None)
    report = filled.put_article(replace(harbour(), article=undated), at=LATER)
    assert report.outcome == "unchanged"
    assert filled.extraction(ARTICLE).article.published == Day(2031, 7, 15)


def test_new_metadata_of_the_same_text_is_taken_over(filled: GraphStore) -> None:
    renamed = replace(harbour(), article=replace(harbour().article, title="Another title"))
    report = filled.put_article(renamed, at=LATER)
    assert (report.outcome, report.kept, report.added) == ("replaced", 2, 0)
    assert filled.extraction(ARTICLE) == renamed
    assert set(filled.recorded(ARTICLE).values()) == {"2031-07-15T09:30:00Z"}


def test_what_must_not_be_stored_leaves_nothing(store: GraphStore) -> None:
    before = list(store.dump("nquads"))
    with pytest.raises(MappingError):
        store.put_article(replace(harbour(), actors=()), at=AT)
    assert list(store.dump("nquads")) == before
    assert store.revision == 0


def test_a_review_nobody_signed_is_refused(store: GraphStore) -> None:
    reviewed = talks_only(harbour(), review="accepted")
    with pytest.raises(MappingError, match="nobody decided so"):
        store.put_article(reviewed, at=AT)


def test_an_extraction_read_from_json_keeps_the_registrys_labels(filled: GraphStore) -> None:
    before = graph_of(filled, IRIS.graph("registry"))
    document = json.loads(json.dumps(to_document(harbour())))
    read = from_document(document, TEXT)
    renamed = replace(read, article=replace(read.article, title="From JSON"))
    filled.put_article(renamed, at=LATER)
    assert graph_of(filled, IRIS.graph("registry")) == before


# Replacing


def test_a_claim_that_is_gone_is_withdrawn_and_its_graph_stays(filled: GraphStore) -> None:
    told = graph_of(filled, WARNING)
    report = filled.put_article(talks_only(with_text(harbour(), " More.")), at=LATER)
    assert (report.outcome, report.added, report.kept, report.withdrawn) == ("replaced", 0, 1, 1)
    assert [c.iri for c in filled.extraction(ARTICLE).claims] == [TALKS]
    assert graph_of(filled, WARNING) == told
    stamp = ox.Literal("2031-07-15T10:30:00Z", datatype=ox.NamedNode(f"{_XSD}dateTime"))
    withdrawn = ox.Triple(ox.NamedNode(WARNING), ox.NamedNode(CLM.withdrawnAt), stamp)
    assert withdrawn in graph_of(filled, ARTICLE)


_XSD = "http://www.w3.org/2001/XMLSchema#"


def test_an_equal_claim_keeps_when_it_was_recorded(filled: GraphStore) -> None:
    changed = talks_only(with_text(harbour(), " More."), confidence=0.5, rule="en.other")
    filled.put_article(changed, at=LATER)
    assert filled.recorded(ARTICLE) == {TALKS: "2031-07-15T09:30:00Z"}
    assert filled.extraction(ARTICLE).claims[0].confidence == 0.5


def test_a_claim_that_says_something_else_is_recorded_anew(filled: GraphStore) -> None:
    changed = talks_only(with_text(harbour(), " More."), participants=("Kestria",))
    report = filled.put_article(changed, at=LATER)
    assert filled.recorded(ARTICLE) == {TALKS: "2031-07-15T10:30:00Z"}
    assert report.kept == 1


def test_a_claim_that_returns_is_live_again_as_it_was_recorded(filled: GraphStore) -> None:
    filled.put_article(talks_only(with_text(harbour(), " More.")), at=LATER)
    report = filled.put_article(with_text(harbour(), " Less."), at=STILL_LATER)
    assert (report.added, report.kept) == (1, 1)
    assert filled.recorded(ARTICLE)[WARNING] == "2031-07-15T09:30:00Z"
    assert filled.extraction(ARTICLE) == with_text(harbour(), " Less.")


def test_a_claim_decided_on_stays_when_the_text_no_longer_has_it(filled: GraphStore) -> None:
    filled.decide("accept", WARNING, by="a reviewer", at=AT)
    report = filled.put_article(talks_only(with_text(harbour(), " More.")), at=LATER)
    assert report.withdrawn == 0
    read = filled.extraction(ARTICLE)
    assert {c.iri for c in read.claims} == {c.iri for c in harbour().claims}
    assert {a.iri for a in read.actors} == {a.iri for a in harbour().actors}
    digest = ox.Triple(
        ox.NamedNode(IRIS.passage(WARNING, 1)),
        ox.NamedNode(CLM.digest),
        ox.Literal(harbour().article.digest),
    )
    assert digest in graph_of(filled, ARTICLE)


def test_a_passage_back_in_its_text_is_marked_no_longer(filled: GraphStore) -> None:
    filled.decide("accept", WARNING, by="a reviewer", at=AT)
    filled.put_article(talks_only(with_text(harbour(), " More.")), at=LATER)
    filled.put_article(talks_only(harbour()), at=STILL_LATER)
    marks = [t for t in graph_of(filled, ARTICLE) if t.predicate.value == CLM.digest]
    assert [t.subject for t in marks] == [ox.NamedNode(ARTICLE)]


def test_an_accepted_claim_is_not_overwritten(filled: GraphStore) -> None:
    filled.decide("accept", TALKS, by="a reviewer", at=AT)
    changed = talks_only(with_text(harbour(), " More."), participants=("Kestria",))
    filled.put_article(changed, at=LATER)
    talks = next(c for c in filled.extraction(ARTICLE).claims if c.iri == TALKS)
    assert isinstance(talks, Meeting)
    assert talks.participants == ("Kestria", "Meridia")


def test_an_actor_only_a_withdrawn_claim_names_is_described_but_not_listed(
    filled: GraphStore,
) -> None:
    official = next(a for a in harbour().actors if a.unnamed)
    actors = tuple(a for a in harbour().actors if a != official)
    filled.put_article(talks_only(replace(with_text(harbour(), " More."), actors=actors)), at=LATER)
    assert official.iri not in {a.iri for a in filled.extraction(ARTICLE).actors}
    label = ox.Triple(
        ox.NamedNode(official.iri),
        ox.NamedNode(RDFS.label),
        ox.Literal(official.name, language="en"),
    )
    assert label in graph_of(filled, ARTICLE)


@pytest.mark.parametrize("kind", ["accept", "reject"])
def test_a_claim_that_stays_keeps_its_actors_name_when_the_text_is_in_another_language(
    filled: GraphStore, kind: DecisionKind
) -> None:
    filled.decide(kind, WARNING, by="a reviewer", at=AT)
    changed = talks_only(with_text(harbour(), " Daha."))
    mediator = next(a for a in harbour().actors if a.name == "Tovani mediation")
    renamed = replace(mediator, labels=(("tr", mediator.name),))
    kept = tuple(a for a in harbour().actors if a.linked)
    article = replace(changed.article, language="tr")
    filled.put_article(replace(changed, article=article, actors=(*kept, renamed)), at=LATER)
    read = filled.extraction(ARTICLE)
    assert "an unnamed official" in {a.name for a in read.actors}
    stays = {c.iri for c in harbour().claims} if kind == "accept" else {TALKS}
    assert {c.iri for c in read.claims} == stays
