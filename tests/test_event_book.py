"""What a writer remembers is as right in a file as in memory, however little is at hand."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import SurroundingsError
from kg.model.extraction import Extraction
from kg.model.iri import Iris, owner
from kg.pipeline import extract_article
from kg.resolve.propose import EventFacts
from kg.store import drawers, event_book, scratch, texts
from kg.store.embedded import EmbeddedStore
from kg.store.event_book import EventBook
from kg.store.texts import Runs, Texts
from tests.bench.corpus import articles
from tests.offered import offering
from tests.strategies import AT, IRIS

SIDES = [IRIS.linked_actor(name) for name in ("ruvia", "meridia", "kestria")]


def told(number: int, random_: random.Random) -> EventFacts:
    article = IRIS.article(f"https://news.example/{number}")
    first = random_.randint(20_000, 20_030)
    return EventFacts(
        iri=IRIS.event("meeting", article, str(number)),
        article=article,
        kind="meeting",
        language="ar",
        parties=tuple((side,) for side in random_.sample(SIDES, 2)),
        place=(IRIS.local_place(article, "المضيق"),),
        first=first,
        last=first + random_.randint(0, 6),
        subjects=frozenset(random_.sample(SIDES, 2)),
        runs=b"\x00\xff" * 8,
    )


def found(book: EventBook, facts: EventFacts) -> set[str]:
    return set(book.near(facts, lambda day: ()))


def add(store: EmbeddedStore, extractions: list[Extraction]) -> None:
    for extraction in extractions:
        store.put_article(extraction, at=AT)


def little(monkeypatch: pytest.MonkeyPatch, *, events: int) -> None:
    """Keep so many events and one text in memory."""
    monkeypatch.setattr(event_book, "_MOST_AT_HAND", events)
    monkeypatch.setattr(drawers, "_IN_MEMORY", events)
    monkeypatch.setattr(texts, "_AT_HAND", 1)


def full(monkeypatch: pytest.MonkeyPatch) -> None:
    opening = scratch._OPENING.replace("BEGIN;", "PRAGMA max_page_count = 4; BEGIN;")
    monkeypatch.setattr(scratch, "_OPENING", opening)


@pytest.fixture(scope="module")
def extractions() -> list[Extraction]:
    return [extract_article(source, iris=Iris()) for source in articles(24, seed=9)]


def test_events_out_of_hand_are_found_and_recalled_as_they_were(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    random_ = random.Random(4)
    events = [told(number, random_) for number in range(200)]
    large, small = EventBook(complete=True), EventBook(complete=True)
    for facts in events:
        large.note(facts)
    little(monkeypatch, events=3)
    for facts in events:
        small.note(facts)
    assert any(len(found(large, facts)) > 10 for facts in events)
    assert all(found(small, facts) == found(large, facts) for facts in events)
    assert [small.recall(facts.iri) for facts in events] == events
    assert small._at_hand <= 3


def test_what_an_article_tells_no_more_is_gone_from_memory_and_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    random_ = random.Random(4)
    events = [told(number, random_) for number in range(40)]
    little(monkeypatch, events=8)
    book = EventBook(complete=True)
    for facts in events:
        book.note(facts)
    for facts in events[::3]:
        book._drawers.drop(owner(facts.iri))
    gone = {facts.iri for facts in events[::3]}
    assert not any(found(book, facts) & gone for facts in events)
    assert book._drawers._count == sum(len(laid) for laid in book._drawers._laid.values())


def test_only_what_lies_about_the_same_days_with_one_side_is_near() -> None:
    random_ = random.Random(4)
    facts = replace(told(0, random_), first=20_010, last=20_011, parties=((SIDES[0],),))
    book = EventBook(complete=True)
    near = [
        replace(told(1, random_), first=20_012, last=20_012, parties=((SIDES[0],),)),
        replace(told(2, random_), first=20_003, last=20_009, parties=((SIDES[1],), (SIDES[0],))),
    ]
    others = [
        replace(near[0], iri=told(3, random_).iri, first=20_013, last=20_013),
        replace(near[0], iri=told(4, random_).iri, first=20_003, last=20_008),
        replace(near[0], iri=told(5, random_).iri, parties=((SIDES[1],),)),
        replace(near[0], iri=told(6, random_).iri, kind="redline"),
        replace(near[0], iri=told(7, random_).iri, first=None, last=None),
    ]
    for one in (*near, *others):
        book.note(one)
    assert found(book, facts) == {one.iri for one in near}


def test_texts_out_of_hand_are_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "_AT_HAND", 2)
    kept, iris = Texts(), [IRIS.article(str(number)) for number in range(9)]
    for number, iri in enumerate(iris):
        kept.keep(iri, Runs(bytes([number]) * 16, "he"))
    kept.forget([iris[4].rpartition("/")[2]])
    read = [kept.get(iri, lambda: None) for iri in iris]
    assert [one and one.runs[0] for one in read] == [0, 1, 2, 3, None, 5, 6, 7, 8]
    assert {one.language for one in read if one} == {"he"}
    assert len(kept._runs) <= 2


def test_a_store_is_the_same_with_next_to_nothing_at_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, extractions: list[Extraction]
) -> None:
    usual, small = EmbeddedStore.in_memory(), EmbeddedStore.open(tmp_path / "s")
    add(usual, extractions)
    little(monkeypatch, events=5)
    for at in range(0, len(extractions), 5):
        small.put_articles([offering(e) for e in extractions[at : at + 5]])
    expected = list(usual.dump("nquads", with_text=True))
    assert list(small.dump("nquads", with_text=True)) == expected
    assert small.proposals() == usual.proposals()
    assert small.copies() == usual.copies()
    assert usual.proposals()
    assert usual.copies()


def test_a_full_temporary_folder_is_said_and_nothing_is_lost(
    monkeypatch: pytest.MonkeyPatch, extractions: list[Extraction]
) -> None:
    store = EmbeddedStore.in_memory()
    with monkeypatch.context() as patch:
        full(patch)
        little(patch, events=5)
        with pytest.raises(SurroundingsError, match="TMPDIR"):
            add(store, extractions)
    landed = len(store.articles())
    assert landed < len(extractions)
    add(store, extractions)
    assert len(store.articles()) == len(extractions)
    usual = EmbeddedStore.in_memory()
    add(usual, extractions)
    assert store.proposals() == usual.proposals()
    assert store.copies() == usual.copies()
    assert not [f for f in store.validate(deep=True) if not f.warning]
