"""Pages cut by numbers stand where sorting everything puts them."""

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.index import bits, finding, ordering, page, picking
from kg.index.criteria import Criteria
from kg.query.facts import EventFacts, first_named
from kg.query.filters import CERTAINTIES, Filter
from kg.query.indexed import IndexedStore
from kg.query.search import fold_text
from kg.query.selection import position
from kg.query.sorting import Order, Sort, sorted_page
from kg.query.wording import ENGLISH, actor_name, certainty
from tests.bench._paper import PaperStore


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> IndexedStore:
    return IndexedStore(PaperStore(500, tmp_path_factory.mktemp("paper")))  # type: ignore[arg-type] # as much as an index asks for


@given(st.data())
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_places_of_an_order_are_those_of_everything_sorted(
    paper: IndexedStore, data: st.DataObject
) -> None:
    few, falling = data.draw(st.sampled_from((0, 3, 2_000))), data.draw(st.booleans())
    with paper.view() as view, pytest.MonkeyPatch.context() as patched:
        patched.setattr(ordering, "FEW", few)
        iris = dict(view.rows("SELECT slot, iri FROM events"))
        slots = np.array(
            sorted(data.draw(st.sets(st.sampled_from(sorted(iris)), max_size=40))), int
        )
        values = st.lists(st.integers(0, 2), min_size=len(slots), max_size=len(slots))
        keys = [np.array(data.draw(values), np.int64) for _ in range(data.draw(st.integers(1, 2)))]
        everything = sorted(iris, key=lambda slot: iris[slot], reverse=falling)
        start, end = data.draw(st.integers(0, 45)), data.draw(st.integers(0, 45))
        found = ordering.in_order(
            view, slots, keys, lambda _: ((s,) for s in everything), start, end, falling=falling
        )
    place = {slot: number for number, slot in enumerate(everything)}
    rows = zip(*(key.tolist() for key in keys), slots.tolist(), strict=True)
    expected = sorted(rows, key=lambda row: (*row[:-1], place[row[-1]]))
    assert found == [row[-1] for row in expected][start:end]


@pytest.mark.parametrize("few", [0, 2_000])
def test_pages_and_the_order_backwards_follow_days_and_iris(
    paper: IndexedStore, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ordering, "FEW", few)
    monkeypatch.setattr(page, "FEW", few)
    with paper.view() as view:
        some = view.keyed("lang", "ar")
        chosen = view.events_of(some)
        rows = [
            (position, iri)
            for slot, position, iri in view.rows("SELECT slot, absolute, iri FROM events")
            if chosen >> slot & 1
        ]
        found: list[tuple[int, str]] = []
        while following := page.page(view, chosen, "absolute", 7, found[-1] if found else None):
            found += following
        assert found == sorted(rows)
        last = page.latest_first(view, chosen, "absolute", 0, len(rows))
        parts = [page.latest_first(view, chosen, "absolute", n, n + 7) for n in range(0, 140, 7)]
        iris = dict(view.rows("SELECT slot, iri FROM events"))
    dated = sorted((row for row in rows if row[0] < 10**12), reverse=True)
    assert [iris[slot] for slot in last] == [
        iri for _, iri in dated + sorted(set(rows) - set(dated))
    ]
    assert [slot for part in parts for slot in part] == last


_KINDS = ("redline", "meeting", "statement")


@pytest.mark.parametrize("sort", ["kind", "actor", "articles", "certainty", "published"])
@pytest.mark.parametrize("descending", [False, True])
def test_a_list_in_any_order_is_everything_sorted_by_what_it_shows(
    tmp_path: Path, sort: Sort, descending: bool
) -> None:
    indexed = IndexedStore(PaperStore(200, tmp_path))  # type: ignore[arg-type] # as much as an index asks for
    order, pages, after = Order(sort=sort, descending=descending), list[EventFacts](), None
    with indexed.library() as library:
        while not pages or after:
            page_ = sorted_page(library, Filter(), order, ENGLISH, limit=60, after=after)
            pages, after = [*pages, *page_.events], page_.next
        entities = library.entities({who for f in pages if (who := first_named(f)) is not None})

    def value(facts: EventFacts) -> int | str | None:
        who = first_named(facts)
        tellings = facts.event.tellings
        sure = [CERTAINTIES.index(certainty(t.claim.confidence)) for t in tellings]
        found: dict[str, int | str | None] = {
            "kind": _KINDS.index(facts.event.kind),
            "actor": None if who is None else fold_text(actor_name(entities, who, ENGLISH).text),
            "articles": len(facts.articles),
            "certainty": -min(sure),
            "published": facts.heard,
        }
        return found[sort]

    in_time = sorted(pages, key=lambda f: position(f, relative=False))
    known = [f for f in in_time if value(f) is not None]
    known.sort(key=value, reverse=descending)  # type: ignore[arg-type] # those that have one
    unknown = [f for f in in_time if value(f) is None]
    assert [f.event.iri for f in pages] == [f.event.iri for f in known + unknown]
    assert len(pages) > 200


def test_of_words_that_stand_everywhere_the_newest_come_first(
    paper: IndexedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "_MOST_RANKED", 0)
    with paper.view() as view:
        pages = [finding.search(view, Criteria(words=("party",)), 20, skip) for skip in (0, 20)]
        everything = finding.search(view, Criteria(words=("party",)), 10_000)
    days = [hit.published or 0 for hit in everything.hits]
    assert days == sorted(days, reverse=True)
    assert len({hit.event for hit in everything.hits}) == len(days) == everything.events
    assert [hit for found in pages for hit in found.hits] == list(everything.hits[:40])


@given(st.lists(st.integers(0, 300)), st.sets(st.integers(0, 300)), st.sampled_from((0, 1, 100)))
@settings(deadline=None)
def test_entries_of_chosen_slots_are_picked_however_few_they_are(
    slots: list[int], chosen: set[int], rare: int
) -> None:
    columns = {"at": np.array(sorted(slots), np.uint32), "own": np.arange(len(slots))}
    view = SimpleNamespace(numbers=columns.__getitem__, size=301)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(picking, "_RARE", rare)
        (found,) = picking.picked(view, bits.of(chosen), "at", "own")  # type: ignore[arg-type] # as much of a view as is needed
    assert found.tolist() == [n for n, slot in enumerate(sorted(slots)) if slot in chosen]


@given(st.sets(st.integers(0, 2_000)))
def test_a_set_of_slots_is_the_same_as_number_array_and_flags(chosen: set[int]) -> None:
    held = bits.of(chosen)
    assert list(bits.slots_of(held)) == bits.slots(held).tolist() == sorted(chosen)
    assert bits.from_flags(bits.flags(held, 2_001)) == held
    assert bits.from_array(np.array(sorted(chosen), int), 2_001) == held
    assert [n for n, one in enumerate(bits.mask(held, 2_001)) if one] == sorted(chosen)


@given(st.lists(st.sets(st.integers(0, 400)), max_size=6))
def test_rows_of_slots_are_read_back_together_wherever_each_begins(runs: list[set[int]]) -> None:
    start, rows, expected = 0, [], set()
    for run in runs:
        slots = sorted(start + slot for slot in run)
        if slots:
            rows.append((start, bits.dump(slots, start)))
        expected.update(slots)
        start += max(run, default=0) + 1
    assert bits.load(rows, start) == bits.of(expected)
