"""Decisions on every store: merging events and undoing it, accepting and rejecting claims."""

from datetime import timedelta

import pyoxigraph as ox
import pytest

from kg.errors import NotFound, StoreError
from kg.mapping.decisions import decision_to_quads, quads_to_decisions
from kg.model.decision import Decision, DecisionKind
from kg.store.base import GraphStore
from kg.vocabulary import CLM
from tests.harbour import ARTICLE, LINE, OFFICERS, STATEMENT, TALKS, WARNED_AT, WARNING, harbour
from tests.strategies import AT, IRIS

LATER = AT + timedelta(hours=1)
REVIEWER = 'A. Reviewer "<script>" \u202e'


@pytest.fixture
def store(store: GraphStore) -> GraphStore:
    """A store of each kind, with the sample article."""
    store.put_article(harbour(), at=AT)
    return store


def decide(
    store: GraphStore, kind: DecisionKind, subject: str, target: str | None = None
) -> Decision:
    return store.decide(kind, subject, target, by=REVIEWER, at=LATER)


def status(store: GraphStore, claim: str) -> list[str]:
    rows = store.select(f"SELECT ?s WHERE {{ <{claim}> <{CLM.status}> ?s }}").rows
    return [row[0].value.rpartition("/")[2] for row in rows]


# Merging


def test_a_merge_is_dated_signed_and_seen(store: GraphStore) -> None:
    decision = decide(store, "merge", OFFICERS, WARNED_AT)
    assert (decision.kind, decision.subject, decision.target) == ("merge", OFFICERS, WARNED_AT)
    assert (decision.by, decision.at) == (REVIEWER, LATER)
    assert store.decisions() == [decision]
    assert store.canonical() == {OFFICERS: WARNED_AT}


def test_a_merge_changes_no_claims_graph(store: GraphStore) -> None:
    before = store.extraction(ARTICLE)
    decide(store, "merge", OFFICERS, WARNED_AT)
    assert store.extraction(ARTICLE) == before


def test_both_claims_tell_of_the_canonical_event(store: GraphStore) -> None:
    decide(store, "merge", OFFICERS, WARNED_AT)
    query = f"SELECT ?c WHERE {{ ?c <{CLM.reaches}> <{WARNED_AT}> }} ORDER BY ?c"
    told = {row[0].value for row in store.select(query).rows}
    assert told == {TALKS, WARNING}


def test_the_same_merge_again_changes_nothing(store: GraphStore) -> None:
    first = decide(store, "merge", OFFICERS, WARNED_AT)
    assert decide(store, "merge", OFFICERS, WARNED_AT) == first
    assert store.revision == 2


def test_an_undone_merge_stays_on_record(store: GraphStore) -> None:
    decide(store, "merge", OFFICERS, WARNED_AT)
    undone = decide(store, "unmerge", OFFICERS)
    assert undone.target == WARNED_AT
    assert store.canonical() == {}
    assert [d.kind for d in store.decisions()] == ["merge", "unmerge"]


def test_merging_again_after_undoing_works(store: GraphStore) -> None:
    steps: list[DecisionKind] = ["merge", "unmerge", "merge", "unmerge"]
    for hour, kind in enumerate(steps):
        at = AT + timedelta(hours=hour)
        store.decide(kind, OFFICERS, WARNED_AT, by=REVIEWER, at=at)
        assert store.canonical() == ({OFFICERS: WARNED_AT} if kind == "merge" else {})
    assert [d.kind for d in store.decisions()] == steps


@pytest.mark.parametrize(
    ("subject", "target", "says"),
    [
        (OFFICERS, OFFICERS, "with itself"),
        (OFFICERS, STATEMENT, r"is a Meeting and .* a Statement"),
        (LINE, OFFICERS, r"is a RedLine and .* a Meeting"),
        (OFFICERS, None, "name that one"),
    ],
)
def test_a_merge_that_makes_no_sense_is_refused(
    store: GraphStore, subject: str, target: str | None, says: str
) -> None:
    with pytest.raises(StoreError, match=says):
        decide(store, "merge", subject, target)
    assert store.revision == 1


def test_a_merge_in_a_circle_is_refused(store: GraphStore) -> None:
    decide(store, "merge", OFFICERS, WARNED_AT)
    with pytest.raises(StoreError, match=r"merged into .* already"):
        decide(store, "merge", WARNED_AT, OFFICERS)


def test_undoing_what_was_not_done_is_refused(store: GraphStore) -> None:
    for target in (None, WARNED_AT):
        with pytest.raises(StoreError, match="was not merged into"):
            decide(store, "unmerge", OFFICERS, target)
    decide(store, "merge", OFFICERS, WARNED_AT)
    with pytest.raises(StoreError, match="was not merged into"):
        decide(store, "unmerge", OFFICERS, STATEMENT)


@pytest.mark.parametrize("kind", ["merge", "unmerge", "accept", "reject"])
def test_what_is_not_there_cannot_be_decided_on(store: GraphStore, kind: DecisionKind) -> None:
    for unknown in ("x:unknown", ARTICLE, IRIS.linked_actor("meridia")):
        target = OFFICERS if kind in ("merge", "unmerge") else None
        with pytest.raises(NotFound):
            decide(store, kind, unknown, target)


def test_an_actor_is_no_event(store: GraphStore) -> None:
    with pytest.raises(NotFound, match="no event or red line"):
        decide(store, "merge", OFFICERS, IRIS.linked_actor("meridia"))


# Reviews


def test_a_fresh_claim_is_extracted(store: GraphStore) -> None:
    assert status(store, WARNING) == ["extracted"]


def test_an_accepted_claim_says_so_with_its_parts(store: GraphStore) -> None:
    decide(store, "accept", WARNING)
    assert status(store, WARNING) == ["accepted"]
    reviews = {c.iri: c.review for c in store.extraction(ARTICLE).claims}
    assert set(reviews.values()) == {"accepted", "extracted"}
    assert all((r == "accepted") == iri.startswith(WARNING) for iri, r in reviews.items())


def test_a_rejected_claim_leaves_merged_and_the_extraction(store: GraphStore) -> None:
    decide(store, "reject", WARNING)
    assert status(store, WARNING) == []
    assert {c.iri for c in store.extraction(ARTICLE).claims} == {TALKS}
    assert store.select(f"SELECT ?p WHERE {{ <{IRIS.passage(WARNING, 1)}> ?p ?o }}").rows == ()
    assert store.select(f"SELECT ?l WHERE {{ ?l a <{CLM.RedLine}> }}").rows == ()


def test_a_later_review_takes_the_place_of_the_earlier(store: GraphStore) -> None:
    for kind, expected in (("reject", []), ("accept", ["accepted"]), ("reject", [])):
        decide(store, kind, WARNING)
        assert status(store, WARNING) == expected
    assert [d.kind for d in store.decisions()] == ["reject", "accept", "reject"]


def test_the_same_review_again_changes_nothing(store: GraphStore) -> None:
    first = decide(store, "accept", WARNING)
    assert store.decide("accept", WARNING, by="another", at=LATER) == first
    assert store.revision == 2


def test_a_withdrawn_claim_cannot_be_reviewed(store: GraphStore) -> None:
    store.withdraw(ARTICLE, at=LATER)
    with pytest.raises(StoreError, match="is withdrawn"):
        decide(store, "accept", WARNING)


def test_a_review_has_no_target(store: GraphStore) -> None:
    with pytest.raises(StoreError, match="has no place in this"):
        decide(store, "accept", WARNING, TALKS)


def test_a_part_is_reviewed_with_its_claim(store: GraphStore) -> None:
    part = next(c.iri for c in harbour().claims if c.event == LINE)
    with pytest.raises(NotFound, match="no claim"):
        decide(store, "accept", part)


def test_an_unsigned_decision_is_refused(store: GraphStore) -> None:
    with pytest.raises(StoreError, match="needs the name"):
        store.decide("accept", WARNING, by="  ", at=LATER)


def test_an_unknown_kind_is_refused(store: GraphStore) -> None:
    with pytest.raises(StoreError, match="is no decision"):
        decide(store, "bless", WARNING)


@pytest.mark.parametrize("kind", ["merge", "unmerge", "accept", "reject"])
def test_a_decision_comes_back_from_its_quads(kind: DecisionKind) -> None:
    decision = Decision(
        iri=IRIS.decision(kind),
        kind=kind,
        subject=OFFICERS,
        target=WARNED_AT if "merge" in kind else None,
        by=REVIEWER,
        at=AT,
    )
    undoes = [IRIS.decision("earlier")] if kind == "unmerge" else []
    quads = decision_to_quads(decision, ox.NamedNode(IRIS.graph("decisions")), undoes=undoes)
    assert quads_to_decisions(quads) == [decision]
