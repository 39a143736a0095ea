"""Merge proposals on every store: they follow from live claims and decisions."""

import pytest

from kg.store.base import GraphStore
from tests.proposed import DAY, article, event, meeting
from tests.strategies import AT, IRIS

GRAPH = IRIS.graph("proposals")


@pytest.fixture
def two(store: GraphStore) -> GraphStore:
    """A store of each kind with two articles that tell of one meeting, maybe."""
    for name in ("a", "b"):
        store.put_article(article(name, meeting(name)), at=AT)
    assert len(store.proposals()) == 1
    return store


def test_a_merged_pair_is_proposed_no_more_and_an_undone_one_never_again(two: GraphStore) -> None:
    two.decide("merge", event("a"), event("b"), by="someone", at=AT)
    assert two.proposals() == []
    two.decide("unmerge", event("a"), by="someone", at=AT)
    assert two.proposals() == []
    two.purge(IRIS.article("a"), at=AT)
    two.put_article(article("a", meeting("a")), at=AT)
    assert two.proposals() == []


def test_what_was_parted_from_an_event_is_not_proposed_for_those_merged_with_it(
    two: GraphStore,
) -> None:
    two.decide("merge", event("a"), event("b"), by="someone", at=AT)
    two.decide("unmerge", event("a"), by="someone", at=AT)
    two.put_article(article("c", meeting("c")), at=AT)
    assert len(two.proposals()) == 2
    two.decide("merge", event("c"), event("b"), by="someone", at=AT)
    assert two.proposals() == []
    two.decide("unmerge", event("c"), by="someone", at=AT)
    assert [{p.one, p.other} for p in two.proposals()] == [{event("a"), event("c")}]


def test_proposals_go_with_the_claims_and_come_back_with_them(two: GraphStore) -> None:
    claim = meeting("a").iri
    for go, back in (
        (
            lambda: two.decide("reject", claim, by="someone", at=AT),
            lambda: two.decide("accept", claim, by="someone", at=AT),
        ),
        (
            lambda: two.withdraw(IRIS.article("a"), at=AT),
            lambda: two.put_article(article("a", meeting("a")), at=AT),
        ),
        (
            lambda: two.purge(IRIS.article("a"), at=AT),
            lambda: two.put_article(article("a", meeting("a")), at=AT),
        ),
    ):
        go()
        assert two.proposals() == []
        back()
        assert len(two.proposals()) == 1


def test_a_publication_date_set_right_moves_what_was_guessed_from_it(store: GraphStore) -> None:
    denied = article("a", meeting("a", day=None, commitment="denies", place="Sael"))
    store.put_article(denied, at=AT)
    store.put_article(article("b", meeting("b", place="Sael")), at=AT)
    assert len(store.proposals()) == 1
    late = article(
        "a", meeting("a", day=None, commitment="denies", place="Sael"), published=DAY.plus(9)
    )
    store.set_published(late, at=AT)
    assert store.proposals() == []


def test_proposals_stand_in_a_graph_of_their_own(two: GraphStore) -> None:
    count = "SELECT (COUNT(*) AS ?n) WHERE { ?p <https://w3id.org/claimline/ns#proposes> ?e }"
    assert two.select(count).rows[0][0].value == "0"
    assert two.select(count, default_graph=GRAPH).rows[0][0].value == "2"
