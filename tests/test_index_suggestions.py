"""What is proposed, kept up in the index write by write, is what an index made anew holds."""

import random

import pytest

from kg.index.index import Index
from kg.query.indexed import IndexedStore
from kg.store.base import Putting
from kg.store.embedded import EmbeddedStore
from tests.proposed import DAY, NEXT_DAY, article, meeting, on, statement
from tests.strategies import AT

WORDS = "the talks went on and on in the old town hall, and nobody would say what came of them"
TEXT = " ".join(f"word{number % 61} and {number}" for number in range(80))


def told(name: str, chance: random.Random) -> Putting:
    """An article that tells some of what others tell, in a text that others may have."""
    claims = [
        meeting(name, 1, day=on(chance.choice((DAY, NEXT_DAY)))),
        statement(name, 2, content=WORDS, day=on(DAY)),
        meeting(name, 3, parties=("Meridia", "Navy Radio"), day=on(DAY)),
    ]
    chosen = chance.sample(claims, chance.randint(1, 3))
    text = f"They met. They spoke. {TEXT} {chance.randint(1, 2)}"
    return Putting(extraction=article(name, *chosen, text=text), at=AT)


def held(indexed: IndexedStore) -> list[object]:
    """All that the index knows of suggestions."""
    indexed.catch_up()
    with indexed.index.view() as view:
        flagged = view.keyed("maybe_same", "1")
        events = view.rows("SELECT iri, slot FROM events ORDER BY iri")
        return [
            sorted(view.rows("SELECT one, other, rank, value FROM pairs")),
            sorted(view.rows("SELECT article, first FROM copies")),
            [iri for iri, slot in events if flagged >> slot & 1],
        ]


def change(store: EmbeddedStore, chance: random.Random) -> None:
    known = [a.iri for a in store.articles()]
    pairs = [p for p in store.proposals() if p.one not in store.canonical()]
    merged = sorted(store.canonical())
    kind = chance.choice(("put", "put", "withdraw", "merge", "unmerge", "reject"))
    if kind == "put" or not known:
        store.put_articles([told(chance.choice("abcdefghij"), chance) for _ in range(3)])
    elif kind == "withdraw":
        store.withdraw(chance.choice(known), at=AT)
    elif kind == "merge" and pairs:
        pair = chance.choice(pairs)
        store.decide("merge", pair.one, pair.other, by="test", at=AT)
    elif kind == "unmerge" and merged:
        store.decide("unmerge", chance.choice(merged), by="test", at=AT)
    elif kind == "reject":
        claims = store.extraction(chance.choice(known)).claims
        if claims:
            store.decide("reject", claims[0].under or claims[0].iri, by="test", at=AT)


@pytest.mark.parametrize("seed", range(6))
def test_followed_is_made_anew(seed: int) -> None:
    chance = random.Random(seed)
    store = EmbeddedStore.in_memory()
    followed = IndexedStore(store, Index(None))
    for _ in range(12):
        for _ in range(chance.randint(1, 3)):
            change(store, chance)
        assert store.suggestions_since(store.revision) is not None
        anew = IndexedStore(store, Index(None))
        assert held(followed) == held(anew)
        anew.close()
    followed.close()
    assert not [f for f in store.validate(deep=True) if not f.warning]


def test_only_what_changed_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(1)
    store = EmbeddedStore.in_memory()
    store.put_articles([told(name, chance) for name in "abcdef"])
    indexed = IndexedStore(store, Index(None))
    indexed.catch_up()
    for name in ("proposals", "copies"):
        monkeypatch.setattr(store, name, lambda: pytest.fail("all of them were read"))
    store.put_articles([told("g", chance)])
    indexed.catch_up()
    indexed.close()
