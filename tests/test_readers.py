"""Strangers' queries run in processes that are killed at their limits."""

import contextlib
import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kg.errors import (
    QueryBusy,
    QueryError,
    QueryRefused,
    QuerySyntaxError,
    QueryTimeout,
    QueryTooLarge,
)
from kg.store.embedded import EmbeddedStore
from kg.store.readers import Limits
from kg.store.readers.reader import Reader
from kg.store.readers.request import ReadRequest
from tests.view_values import post

JSON = "application/sparql-results+json"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


def ask(store: EmbeddedStore, query: str, media_type: str = JSON) -> bytes:
    return store.stream(ReadRequest(query=query, media_type=media_type)).read()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[EmbeddedStore]:
    opened = EmbeddedStore.open(tmp_path / "store", limits=Limits(seconds=3.0, result_mb=1))
    yield opened
    opened.close()


def test_an_answer_is_the_engines_own(store: EmbeddedStore) -> None:
    assert ask(store, COUNT) == store.query(COUNT, JSON)[1]


def test_an_endless_query_ends_at_its_limit(store: EmbeddedStore) -> None:
    start = time.monotonic()
    with pytest.raises(QueryTimeout, match="ended after 3 seconds"):
        ask(store, ENDLESS)
    assert time.monotonic() - start < 9  # and not never; the bench measures how exact it is


def test_others_are_answered_while_one_runs_wild(store: EmbeddedStore) -> None:
    with_errors: list[Exception] = []

    def run_wild() -> None:
        try:
            ask(store, ENDLESS)
        except QueryTimeout as error:
            with_errors.append(error)

    wild = threading.Thread(target=run_wild)
    wild.start()
    for _ in range(5):
        assert b"bindings" in ask(store, COUNT)
    wild.join()
    assert len(with_errors) == 1


def test_a_reader_that_dies_takes_nobody_with_it(store: EmbeddedStore) -> None:
    ask(store, COUNT)
    for reader in list(store._pool._free):  # the processes themselves are the point
        os.kill(reader.pid, signal.SIGKILL)
        while reader.running:
            time.sleep(0.01)
    assert b"bindings" in ask(store, COUNT)


def test_a_query_that_wants_all_memory_is_told_so(store: EmbeddedStore) -> None:
    doubling = " ".join(
        f"BIND(CONCAT(?x{i}, ?x{i}) AS ?x{i + 1})" for i in range(34)
    )  # 2 ** 34 characters
    with pytest.raises((QueryTooLarge, QueryTimeout)):
        ask(store, f'SELECT (STRLEN(?x34) AS ?n) {{ BIND("a" AS ?x0) {doubling} }}')
    assert b"bindings" in ask(store, COUNT)


def test_an_answer_above_the_limit_breaks_off(store: EmbeddedStore) -> None:
    with pytest.raises(QueryTooLarge, match="larger than 1 MB"):
        ask(store, "SELECT * { ?a ?b ?c . ?d ?e ?f }")


def test_what_was_written_is_read_at_once(store: EmbeddedStore) -> None:
    before = ask(store, COUNT)
    store.put_article(post(), at=datetime(2025, 1, 1, tzinfo=UTC))
    assert ask(store, COUNT) != before


def test_one_checkpoint_serves_a_revision(store: EmbeddedStore) -> None:
    for _ in range(3):
        ask(store, COUNT)
    checkpoints = store._pool._checkpoints
    assert (checkpoints.made, checkpoints.alive) == (1, 1)


def test_no_checkpoint_is_left_behind(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    store = EmbeddedStore.open(folder)
    ask(store, COUNT)
    assert (folder / "checkpoints").is_dir()
    store.close()
    assert not (folder / "checkpoints").exists()


def test_orphans_of_a_killed_run_go_when_the_store_is_opened(tmp_path: Path) -> None:
    EmbeddedStore.open(tmp_path / "store").close()
    (tmp_path / "store" / "checkpoints" / "7").mkdir(parents=True)
    EmbeddedStore.open(tmp_path / "store").close()
    assert not (tmp_path / "store" / "checkpoints").exists()


def test_a_syntax_error_keeps_its_place(store: EmbeddedStore) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        ask(store, "SELECT ?x {\n ?x ?y }")
    assert caught.value.line == 2


def test_service_is_refused_unless_its_host_is_named(tmp_path: Path) -> None:
    query = "SELECT * { SERVICE <http://127.0.0.1:9/sparql> { ?s ?p ?o } }"
    with closing(EmbeddedStore.open(tmp_path / "a")) as store, pytest.raises(QueryRefused):
        ask(store, query)
    with closing(EmbeddedStore.open(tmp_path / "b", services=["127.0.0.1:9"])) as store:
        with pytest.raises(QueryError, match="could not be answered"):
            ask(store, query)  # allowed, but nobody listens there
        with pytest.raises(QueryRefused):
            ask(store, "SELECT * { SERVICE ?where { ?s ?p ?o } }")


def hold(store: EmbeddedStore) -> threading.Thread:
    """Let an endless query hold a turn; return its thread."""

    def run() -> None:
        with contextlib.suppress(QueryTimeout, QueryBusy):
            ask(store, ENDLESS)

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def test_a_second_reader_is_there_before_it_is_wanted(store: EmbeddedStore) -> None:
    ask(store, COUNT)
    until = time.monotonic() + 30
    while len(store._pool._free) < 2:
        assert time.monotonic() < until
        time.sleep(0.01)


def test_readers_that_are_only_coming_do_not_pass_for_long_queries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opening = Reader.open

    def slowly(reader: Reader, path: Path | None) -> None:
        time.sleep(1.0)
        opening(reader, path)

    monkeypatch.setattr(Reader, "open", slowly)
    limits = Limits(at_once=1, wait_seconds=30.0, patient=1, hasty_seconds=0.2)
    with closing(EmbeddedStore.open(tmp_path / "store", limits=limits)) as store:
        answers: list[bytes] = []
        threads = [
            threading.Thread(target=lambda: answers.append(ask(store, COUNT))) for _ in range(3)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(answers) == 3


def test_few_wait_long_while_long_queries_hold_all_turns(tmp_path: Path) -> None:
    limits = Limits(seconds=4.0, at_once=1, wait_seconds=30.0, patient=1, hasty_seconds=0.3)
    with closing(EmbeddedStore.open(tmp_path / "store", limits=limits)) as store:
        holding = hold(store)
        while not store._pool._busy:
            time.sleep(0.01)
        waiting = hold(store)  # patient: has its turn when the first is over
        time.sleep(0.5)
        start = time.monotonic()
        with pytest.raises(QueryBusy):
            ask(store, COUNT)
        assert time.monotonic() - start < 3  # and not the four seconds of the query
        holding.join()
        waiting.join()
        assert b"bindings" in ask(store, COUNT)


def test_all_wait_while_turns_come_free(tmp_path: Path) -> None:
    limits = Limits(at_once=1, wait_seconds=60.0, patient=1, hasty_seconds=2.0)
    with closing(EmbeddedStore.open(tmp_path / "store", limits=limits)) as store:
        ask(store, COUNT)
        answers: list[bytes] = []
        threads = [
            threading.Thread(target=lambda: answers.extend(ask(store, COUNT) for _ in range(20)))
            for _ in range(12)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(answers) == 240
