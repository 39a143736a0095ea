"""Graphs that strangers send are parsed where they can do no harm."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import GraphSyntaxError, QueryRefused, QueryTimeout, QueryTooLarge
from kg.store.embedded import EmbeddedStore
from kg.store.payload import FORMATS
from kg.store.readers import Limits

BASE = "http://graph.example/"
RDF = b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="x:">'
SAME = {
    "text/turtle": b"<x:s> <x:p> <o> , [ <x:p> 'a' ] .",
    "application/n-triples": b"<x:s> <x:p> <http://graph.example/o> .\n<x:s> <x:p> _:b .\n"
    b'_:b <x:p> "a" .',
    "application/ld+json": b'{"@id": "x:s", "x:p": [{"@id": "o"}, {"x:p": "a"}]}',
    "application/rdf+xml": RDF
    + b'<rdf:Description rdf:about="x:s"><x:p rdf:resource="o"/><x:p><rdf:Description>'
    b"<x:p>a</x:p></rdf:Description></x:p></rdf:Description></rdf:RDF>",
}


@pytest.fixture(scope="module", params=["folder", "memory"])
def store(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[EmbeddedStore]:
    if request.param == "memory":
        yield EmbeddedStore.in_memory()
        return
    folder = tmp_path_factory.mktemp("payload") / "store"
    with_limits = EmbeddedStore.open(folder, limits=Limits(seconds=3.0))
    yield with_limits
    with_limits.close()


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_gives_the_same_graph(store: EmbeddedStore, kind: str) -> None:
    triples = store.parse_graph(SAME[kind], kind, BASE)
    assert len(triples) == 3
    assert {t.object.value for t in triples if hasattr(t.object, "value")} >= {f"{BASE}o", "a"}


@pytest.mark.parametrize(
    ("kind", "body", "error"),
    [
        ("text/turtle", b"<x:s> <x:p>\n ; .", GraphSyntaxError),
        ("text/turtle", b'<x:s> <x:p> "\xff" .', GraphSyntaxError),
        ("text/turtle", b"<x:s> <x:p> <<( <x:a> <x:b> <x:c> )>> .", QueryRefused),
        ("application/ld+json", b'{"@context": "http://127.0.0.1:9/"}', GraphSyntaxError),
        ("application/rdf+xml", b'<!DOCTYPE a [<!ENTITY b "c">]>' + RDF, QueryRefused),
        (
            "application/rdf+xml",
            '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY b "c">]>'.encode(
                "utf-16"
            ),
            QueryRefused,
        ),
    ],
)
def test_what_is_wrong_is_told(
    store: EmbeddedStore, kind: str, body: bytes, error: type[Exception]
) -> None:
    with pytest.raises(error):
        store.parse_graph(body, kind, BASE)


def test_line_and_column_are_told(store: EmbeddedStore) -> None:
    with pytest.raises(GraphSyntaxError) as caught:
        store.parse_graph(b"<x:s> <x:p>\n ; .", "text/turtle", BASE)
    assert (caught.value.line, caught.value.column) == (2, 2)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("text/turtle", b"<x:s> <x:p> " + b"<<( <x:s> <x:p> " * 200_000),
        ("text/turtle", b"<x:s> <x:p> " + b"<<( <x:s> <x:p> " * 200_000 + b"1" + b" )>>" * 200_000),
        ("application/rdf+xml", RDF + b"<x:a><x:p>" * 200_000 + b"</x:p></x:a>" * 200_000),
    ],
)
def test_nesting_that_ends_a_process_does_not_end_ours(
    tmp_path: Path, kind: str, body: bytes
) -> None:
    store = EmbeddedStore.open(tmp_path / "store", limits=Limits(seconds=2.0))
    try:
        with pytest.raises((QueryTooLarge, QueryTimeout, GraphSyntaxError)):
            store.parse_graph(body, kind, BASE)
        assert store.parse_graph(SAME[kind], kind, BASE)
    finally:
        store.close()
