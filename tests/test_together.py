"""Several articles in one commit: the dataset that putting them one by one leads to."""

import dataclasses
from collections.abc import Sequence

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import KgError, MappingError, SurroundingsError
from kg.model.extraction import Extraction
from kg.store.base import Offering, PutReport, Putting
from kg.store.embedded import EmbeddedStore
from tests.offered import offering
from tests.proposed import article, meeting, red_line, statement
from tests.strategies import AT

LATER = AT.replace(year=2032)


def made(name: str, text: int, claims: Sequence[int]) -> Extraction:
    """An article whose claims its neighbours tell too."""
    told = [
        (meeting(name, 1),),
        (meeting(name, 2, parties=("Meridia", "Kestria"), place="Sael"),),
        (statement(name, 3, content="the talks went on and on in the old town hall"),),
        red_line(name, 9, trigger="any further move", addressees=("Meridia",)),
    ]
    chosen = [claim for k in claims for claim in told[k]]
    return article(name, *chosen, text=f"They met. They spoke. It was the {text}th time.")


def dump(store: EmbeddedStore) -> bytes:
    return b"".join(store.dump("nquads", with_text=True))


def one_by_one(store: EmbeddedStore, asked: Sequence[Putting]) -> list[PutReport | str]:
    found: list[PutReport | str] = []
    for one in asked:
        try:
            found.append(store.put_article(one.extraction, at=one.at, more=one.more))
        except KgError as error:
            found.append(str(error))
    return found


def together(store: EmbeddedStore, asked: Sequence[Putting | Offering]) -> list[PutReport | str]:
    return [str(o) if isinstance(o, KgError) else o for o in store.put_articles(asked)]


ARTICLES = st.builds(
    made,
    st.sampled_from(("a", "b", "c", "d")),
    st.integers(1, 2),
    st.lists(st.integers(0, 3), max_size=4, unique=True),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(first=st.lists(ARTICLES, max_size=3), then=st.lists(ARTICLES, min_size=1, max_size=6))
def test_together_is_what_one_by_one_is(first: list[Extraction], then: list[Extraction]) -> None:
    stores = [EmbeddedStore.in_memory() for _ in range(3)]
    asked = [Putting(extraction=e, at=LATER) for e in then]
    for store in stores:
        one_by_one(store, [Putting(extraction=e, at=AT) for e in first])
        for known in store.articles()[:1]:
            store.withdraw(known.iri, at=AT)
    reports = one_by_one(stores[0], asked)
    assert together(stores[1], asked) == reports
    assert together(stores[2], [offering(e, LATER) for e in then]) == reports
    assert dump(stores[0]) == dump(stores[1]) == dump(stores[2])
    for store in stores[1:]:
        assert not [f for f in store.validate(deep=True) if not f.warning]


def test_one_that_must_not_be_stored_takes_no_neighbour_with_it() -> None:
    store = EmbeddedStore.in_memory()
    good, bad, late = (made(name, 1, (0, 1)) for name in "abc")
    signed = tuple(dataclasses.replace(c, review="accepted") for c in bad.claims)
    bad = dataclasses.replace(bad, claims=signed)
    first, second, third = store.put_articles(
        [Putting(extraction=e, at=AT) for e in (good, bad, late)]
    )
    assert isinstance(first, PutReport)
    assert isinstance(second, MappingError)
    assert isinstance(third, PutReport)
    assert {a.iri for a in store.articles()} == {good.article.iri, late.article.iri}


def test_the_revision_counts_every_article_and_followers_learn_of_all() -> None:
    store = EmbeddedStore.in_memory()
    asked = [Putting(extraction=made(name, 1, (0,)), at=AT) for name in "abc"]
    store.put_articles(asked)
    assert store.revision == 3
    assert store.changed_since(0) == {one.extraction.article.iri for one in asked}


def test_a_commit_that_fails_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    store = EmbeddedStore.in_memory()

    def full(text: str) -> None:
        raise SurroundingsError("The disk is full.")

    monkeypatch.setattr(store, "_engine_update", full)
    before = dump(store)
    with pytest.raises(SurroundingsError):
        store.put_articles([Putting(extraction=made(n, 1, (0,)), at=AT) for n in "ab"])
    assert dump(store) == before


def test_entries_that_neighbours_describe_otherwise_are_the_newest_ones() -> None:
    stores = EmbeddedStore.in_memory(), EmbeddedStore.in_memory()
    one, other = made("a", 1, (0,)), made("b", 1, (0,))
    renamed = tuple(
        dataclasses.replace(a, labels=(("ar", "جديد"), ("en", a.name))) for a in other.actors
    )
    other = dataclasses.replace(other, actors=renamed)
    asked = [Putting(extraction=e, at=AT) for e in (one, other)]
    assert one_by_one(stores[0], asked) == together(stores[1], asked)
    assert dump(stores[0]) == dump(stores[1])
    registry = stores[1]._graphs.registry
    assert any(
        q.object.value == "جديد"
        for q in stores[1].quads(None, None, None, registry)
        if isinstance(q.object, ox.Literal)
    )
