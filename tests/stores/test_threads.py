"""Readers and writers at once, on every store."""

import threading
from dataclasses import replace

from kg.errors import SurroundingsError
from kg.model.extraction import Extraction
from kg.store.base import GraphStore
from kg.vocabulary import CLM
from tests.harbour import ARTICLE, harbour
from tests.stores.changes import LATER
from tests.strategies import AT, IRIS


def test_readers_never_see_half_a_write(store: GraphStore) -> None:
    """Each write adds or removes an article; its claims and the merged graph move together."""
    query = f"""SELECT (COUNT(DISTINCT ?a) AS ?articles) (COUNT(DISTINCT ?c) AS ?claims)
        WHERE {{ ?a a <{CLM.Article}> . OPTIONAL {{ ?c <{CLM.article}> ?a }} }}"""
    seen: list[tuple[int, int]] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            try:
                row = store.select(query).rows[0]
            except SurroundingsError:  # it kept changing: no answer, rather than half of one
                continue
            seen.append((int(row[0].value), int(row[1].value)))

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for _ in range(15):
        store.put_article(harbour(), at=AT)
        store.withdraw(ARTICLE, at=LATER)
    done.set()
    for reader in readers:
        reader.join()
    assert seen
    assert set(seen) <= {(0, 0), (1, 2)}


def test_writers_take_turns(store: GraphStore) -> None:
    def put(name: str) -> None:
        article = replace(harbour().article, iri=IRIS.article(name))
        store.put_article(Extraction(article=article), at=AT)

    writers = [threading.Thread(target=put, args=(str(n),)) for n in range(12)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert store.revision == 12
    assert len(store.articles()) == 12
