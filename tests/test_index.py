"""The index tells what a snapshot tells, for any filter, and keeps up with any writes."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import KgError, NotFound, StoreError
from kg.index import counts
from kg.index.database import FILE
from kg.index.index import Index
from kg.index.merging import MOST_SEGMENTS
from kg.query.filters import CERTAINTIES, Filter
from kg.query.index_rows import criteria_of
from kg.query.indexed import IndexedStore
from kg.query.ties import Pair
from kg.store.embedded import EmbeddedStore
from tests.index_oracle import agree, agree_on_facets, fresh
from tests.library_oracle import agree_on_things, agree_on_views
from tests.strategies import AT, GAZETTEER, PLACES, days, extractions
from tests.web.conftest import fill

_NAMES = [*GAZETTEER, *(iri.rsplit("/", 1)[1] for iri in GAZETTEER), "nobody"]


def some(values: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    """Nothing, one value, or any of several."""
    return st.lists(values, max_size=3, unique=True).map(tuple)


filters = st.builds(
    Filter,
    first=st.none() | days,
    last=st.none() | days,
    actor=some(st.sampled_from(_NAMES)),
    place=some(st.sampled_from([*PLACES, "tovan", "nowhere"])),
    kind=some(st.sampled_from(["statement", "meeting", "redline"])),
    act=some(st.sampled_from(["announces", "denies", "warns"])),
    source=some(st.sampled_from(["example.org", "https://EXAMPLE.org/a?b=ج", "0"])),
    lang=some(st.sampled_from(["ar", "en", "tr", "he"])),
    certainty=some(st.sampled_from(CERTAINTIES)),
    role=some(st.sampled_from(["speaker", "participant", "about", "reporter"])),
    commitment=some(st.sampled_from(["asserted", "denied", "anticipated", "mixed"])),
    disputed=st.sampled_from([None, None, "1"]),
    maybe_same=st.sampled_from([None, None, None, "1"]),
    unnamed=st.sampled_from([None, None, "1"]),
    pair=st.lists(
        st.builds(
            Pair,
            st.sampled_from(_NAMES),
            st.sampled_from(_NAMES),
            st.sampled_from([None, "met", "said", "denied", "redline"]),
        ),
        max_size=2,
        unique=True,
    ).map(tuple),
    q=st.none() | st.sampled_from(["a", "met", "سعيد", "kestria", '"', "ا"]),
)
# Most filters at once leave nothing: two or three of them tell more.
few = st.dictionaries(
    st.sampled_from(sorted(f for f in Filter.__dataclass_fields__ if f not in ("first", "last"))),
    st.just(True),
    max_size=2,
)
slow = settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@st.composite
def narrow_filters(draw: st.DrawFn) -> Filter:
    """A filter by few things."""
    whole, kept = draw(filters), draw(few)
    given = {name: getattr(whole, name) for name in kept}
    if draw(st.booleans()):
        given |= {"first": whole.first, "last": whole.last}
    return Filter(**given)


@pytest.fixture(scope="module")
def filled() -> Iterator[tuple[EmbeddedStore, IndexedStore]]:
    store = EmbeddedStore.in_memory()
    fill(store)
    yield store, fresh(store)
    store.close()


@settings(slow, max_examples=20)
@given(chosen=narrow_filters())
def test_any_filter_of_the_samples_finds_what_a_snapshot_finds(
    filled: tuple[EmbeddedStore, IndexedStore], chosen: Filter
) -> None:
    agree(*filled, chosen)
    agree_on_facets(*filled, chosen)
    agree_on_views(*filled, chosen)


def test_every_page_of_the_samples_is_as_from_a_snapshot(
    filled: tuple[EmbeddedStore, IndexedStore],
) -> None:
    agree_on_things(*filled)


@pytest.mark.slow
@slow
@given(st.data())
def test_any_articles_are_found_as_in_a_snapshot(data: st.DataObject) -> None:
    store = EmbeddedStore.in_memory()
    for number in range(data.draw(st.integers(1, 3))):
        store.put_article(data.draw(extractions(f"https://example.org/{number}")), at=AT)
    indexed = fresh(store)
    for _ in range(4):
        chosen = data.draw(narrow_filters())
        agree(store, indexed, chosen)
        agree_on_facets(store, indexed, chosen)
        agree_on_views(store, indexed, chosen)
    agree_on_things(store, indexed)


@slow
@given(st.data())
def test_an_index_that_caught_up_is_as_one_made_anew(data: st.DataObject) -> None:
    store = EmbeddedStore.in_memory()
    indexed = fresh(store)
    for _ in range(data.draw(st.integers(1, 6))):
        _write(store, data)
        if data.draw(st.booleans()):
            indexed.catch_up()
    for chosen in (Filter(), data.draw(narrow_filters())):
        agree(store, indexed, chosen)
        agree(store, fresh(store), chosen)
        agree_on_facets(store, indexed, chosen)
        agree_on_views(store, indexed, chosen)
    agree_on_things(store, indexed)


def _write(store: EmbeddedStore, data: st.DataObject) -> None:
    articles = [a.iri for a in store.articles()]
    kind = data.draw(st.sampled_from(["put", "put", "merge", "reject", "withdraw", "purge"]))
    if kind == "put" or not articles:
        name = data.draw(st.sampled_from("abc"))
        told = data.draw(extractions(f"https://example.org/{name}"))
        known = {a.iri: a.language for a in store.articles(include_withdrawn=True)}
        # An article does not change its language.
        if known.get(told.article.iri, told.article.language) == told.article.language:
            store.put_article(told, at=AT)
        return
    article = data.draw(st.sampled_from(articles))
    if kind in ("withdraw", "purge"):
        getattr(store, kind)(article, at=AT)
        return
    claims = [c for a in articles for c in store.extraction(a).claims]
    if len(claims) < 2:
        return
    one, other = data.draw(st.tuples(st.sampled_from(claims), st.sampled_from(claims)))
    try:
        if kind == "merge":
            store.decide("merge", one.event, other.event, by="test", at=AT)
        else:
            store.decide("reject", one.under or one.iri, by="test", at=AT)
    except (StoreError, NotFound):
        return  # a merge that makes no sense


def test_a_write_is_caught_up_with_by_reading_only_what_it_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = EmbeddedStore.open(tmp_path / "store")
    fill(store)
    indexed = IndexedStore(store)
    indexed.catch_up()
    article = store.articles()[0].iri
    read: list[str] = []
    whole = store.extraction
    monkeypatch.setattr(store, "extraction", lambda iri: read.append(iri) or whole(iri))
    last = store.articles()[-1].iri
    store.withdraw(last, at=AT)
    indexed.catch_up()
    assert article not in read
    monkeypatch.undo()
    agree(store, indexed, Filter())
    indexed.close()
    store.close()


def test_an_index_on_disk_is_kept_and_followed_by_the_next_run(tmp_path: Path) -> None:
    store = EmbeddedStore.open(tmp_path / "store")
    fill(store)
    first = IndexedStore(store)
    first.catch_up()
    first.close()
    store.withdraw(store.articles()[0].iri, at=AT)
    store.close()
    again = EmbeddedStore.open(tmp_path / "store")
    indexed = IndexedStore(again)
    assert again.changed_since(1) is None
    agree(again, indexed, Filter())
    indexed.close()
    again.close()


@pytest.mark.parametrize("harm", ["garbage", "cut", "other format", "half made"])
def test_a_harmed_index_is_made_anew(tmp_path: Path, harm: str) -> None:
    store = EmbeddedStore.open(tmp_path / "store")
    fill(store)
    first = IndexedStore(store)
    first.catch_up()
    first.close()
    path = tmp_path / "store" / FILE
    if harm == "garbage":
        path.write_bytes(b"no database" * 1000)
    elif harm == "cut":
        path.write_bytes(path.read_bytes()[:5000])
    else:
        with sqlite3.connect(path) as connection:
            name = "format" if harm == "other format" else "revision"
            connection.execute("UPDATE state SET value = -1 WHERE name = ?", (name,))
        connection.close()
    indexed = IndexedStore(store)
    agree(store, indexed, Filter())
    indexed.close()
    store.close()


def test_readers_see_one_revision_while_another_thread_writes(tmp_path: Path) -> None:
    store = EmbeddedStore.open(tmp_path / "store")
    fill(store)
    indexed = IndexedStore(store)
    failures: list[Exception] = []
    answered: list[bool] = []
    articles = [a.iri for a in store.articles()]

    def ask() -> None:
        try:
            for _ in range(20):
                with indexed.view() as view:
                    line = counts.count(view, criteria_of(Filter()))
                    ((told,),) = view.rows("SELECT count(*) FROM tellings")
                    assert view.tellings.bit_count() == told
                    assert line.articles <= len(articles)
            answered.append(True)
        except (AssertionError, KgError) as error:
            failures.append(error)

    threads = [Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for iri in articles[:2]:
        store.withdraw(iri, at=AT)
    for thread in threads:
        thread.join()
    assert not failures
    assert len(answered) == len(threads)
    agree(store, indexed, Filter())
    indexed.close()
    store.close()


_WRITER = """
import sys
from pathlib import Path
from kg.index.index import Index
from kg.query.dataset import Dataset
from kg.query.index_rows import article_row, event_row
from tests.bench._paper import PaperStore
index, store = Index(Path(sys.argv[1])), PaperStore(250_000, Path(sys.argv[1]))
for number, summary in enumerate(store.articles(), 1):
    dataset = Dataset([store.extraction(summary.iri)])
    events = [event_row(dataset, facts, maybe_same=False) for facts in dataset.facts.values()]
    with index.writing() as segment:
        segment.add_articles([article_row(dataset.articles[summary.iri], "stamp")])
        segment.add_events(events)
        segment.finish(number)
    print(number, flush=True)
"""


def test_a_writer_that_is_killed_leaves_all_it_had_finished_and_no_part_of_more(
    tmp_path: Path,
) -> None:
    command = [sys.executable, "-c", _WRITER, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        said = [writer.stdout.readline() for _ in range(5)]
        writer.kill()
        said += writer.stdout.readlines()
    index = Index(tmp_path)
    with index.view() as view:
        ((told,),) = view.rows("SELECT count(*) FROM tellings")
        assert view.revision >= int(said[-1])
        assert view.tellings.bit_count() == told
        assert counts.count(view, criteria_of(Filter())).articles == view.revision
    index.close()


@pytest.mark.slow
def test_after_many_writes_segments_are_merged_and_tell_the_same(tmp_path: Path) -> None:
    store = EmbeddedStore.open(tmp_path / "store")
    fill(store)
    indexed = IndexedStore(store)
    indexed.catch_up()
    articles = [store.extraction(a.iri) for a in store.articles()]
    for number in range(MOST_SEGMENTS + 5):
        told = articles[number % 2]
        store.withdraw(told.article.iri, at=AT)
        store.put_article(told, at=AT)
        with indexed.view() as view:
            ((most,),) = view.rows(
                "SELECT max(n) FROM (SELECT count(*) n FROM postings GROUP BY key)"
            )
            assert most <= MOST_SEGMENTS + 2
            generation = dict(view.rows("SELECT name, value FROM state")).get("generation", 0)
        if number % 20 == 0:
            agree(store, indexed, Filter())
    assert generation > 0
    agree(store, indexed, Filter())
    agree_on_facets(store, indexed, Filter())
    indexed.close()
    store.close()


def test_an_index_in_memory_needs_no_folder() -> None:
    index = Index(None)
    with index.view() as view:
        assert view.revision == -1
    index.close()
