"""What a store on a server says when the server refuses, and what it never gives away."""

import logging
import traceback
from pathlib import Path

import pytest

from kg.errors import NotAStore, OtherBase, RemoteEndpointError, StoreError
from kg.store.graphs import Graphs
from kg.store.remote import RemoteStore, address_of
from kg.store.remote.wrapped import named_dataset, over_merged
from tests.stores.proxy import Proxy
from tests.stores.servers import Server, free_port
from tests.strategies import IRIS

MERGED = Graphs(IRIS.base).merged
SECRET = "s3cret-p4ss"  # given to the server alone
WHO = {"CLAIMLINE_STORE_USER": "keeper", "CLAIMLINE_STORE_PASSWORD": SECRET}


def opened(url: str, environment: dict[str, str] | None = None) -> RemoteStore:
    return RemoteStore.open(address_of(url, environment or {}), tries=2, pause=0.001)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (401, "CLAIMLINE_STORE_USER"),
        (403, "may not ask here"),
        (404, "no SPARQL at that address"),
        (500, "refused with 500"),
        (503, "busy or away"),
        ("http://127.0.0.1:9/elsewhere", "is not followed"),
    ],
)
def test_a_refusal_says_what_to_do_and_not_the_password(
    served_once: Server, answer: str | int, words: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with Proxy(served_once.query) as proxy:
        proxy.plan = lambda *_: answer
        with pytest.raises(RemoteEndpointError, match=words) as caught:
            opened(proxy.address, WHO)
        assert all(found and found.startswith("Basic ") for found in proxy.credentials)
        lines = "".join(proxy.lines)
    told = "".join(traceback.format_exception(caught.value)) + caplog.text + lines
    basic = proxy.credentials[0] or ""
    assert SECRET not in told
    assert SECRET not in repr(address_of(proxy.address, WHO))
    assert basic.removeprefix("Basic ") not in str(caught.value)


def test_credentials_go_to_no_other_address(served_once: Server) -> None:
    with Proxy(served_once.query) as listener, Proxy(served_once.query) as proxy:
        proxy.plan = lambda *_: listener.address
        with pytest.raises(RemoteEndpointError):
            opened(proxy.address, WHO)
        assert listener.lines == []


def test_a_server_that_is_not_there_is_said_to_be_so() -> None:
    with pytest.raises(RemoteEndpointError, match="cannot be reached") as caught:
        opened(f"http://127.0.0.1:{free_port()}/query")
    assert caught.value.exit_code == 3


def test_no_store_is_made_unasked(served_once: Server) -> None:
    with pytest.raises(NotAStore, match="no Claimline store"):
        RemoteStore.open(address_of(served_once.query, {}), create=False)


def test_another_base_is_refused(served_once: Server) -> None:
    RemoteStore.open(address_of(served_once.query, {}), base="https://data.example/x/")
    assert opened(served_once.query).base == "https://data.example/x/"
    with pytest.raises(OtherBase):
        RemoteStore.open(address_of(served_once.query, {}), base=IRIS.base)


def test_the_address_for_updates_follows_or_is_given() -> None:
    def update(url: str, **environment: str) -> str:
        address = address_of(url, environment)
        return address.update_for(address.queries[0])

    assert update("http://h:7878/") == "http://h:7878/update"
    assert update("http://h/ds/query") == "http://h/ds/update"
    assert update("http://h/repositories/news") == "http://h/repositories/news/statements"
    assert update("http://h:8890/sparql") == "http://h:8890/sparql"
    assert update("http://h/sparql", CLAIMLINE_STORE_UPDATE="http://h/w") == "http://h/w"


@pytest.mark.parametrize("url", ["http://me:pw@h/query", "http://h/query?a=b", "http://h:x/q"])
def test_an_address_with_a_password_or_a_query_is_refused(url: str) -> None:
    with pytest.raises(StoreError) as caught:
        address_of(url, {})
    assert "pw" not in str(caught.value).replace("CLAIMLINE_STORE_PASSWORD", "")


@pytest.mark.parametrize(
    ("query", "sent"),
    [
        (
            "SELECT ?s { GRAPH ?g { ?s ?p ?o } } LIMIT 1",
            f"SELECT ?s {{ GRAPH {MERGED} {{ GRAPH ?g {{ ?s ?p ?o }} \n}} }} LIMIT 1",
        ),
        (
            "CONSTRUCT { ?s ?p 1 } WHERE { GRAPH ?g { ?s ?p ?o } } # end }",
            f"CONSTRUCT {{ ?s ?p 1 }} WHERE {{ GRAPH {MERGED} {{ GRAPH ?g {{ ?s ?p ?o }} \n}} }}"
            " # end }",
        ),
    ],
)
def test_a_query_that_uses_graph_gets_merged_around_its_where(query: str, sent: str) -> None:
    assert over_merged(query, MERGED) == (sent, ())


def test_from_becomes_parameters() -> None:
    query = "PREFIX x: <urn:x:> SELECT * FROM x:a FROM NAMED <urn:b> WHERE { ?s ?p ?o }"
    assert named_dataset(query) == (("urn:x:a",), ("urn:b",))


def test_every_command_works_on_a_server(
    served_once: Server, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    from kg.cli import run

    source = tmp_path / "a.txt"
    source.write_text("---\npublished: 2025-04-10\nlang: en\n---\nTurkey and Syria met in Baku.\n")
    there = ("--store", served_once.query)
    assert run(["articles", *there]) == 2, "nothing is made unasked"
    assert run(["add", str(source), *there]) == 0
    assert run(["query", "--name", "articles", "--format", "csv", *there]) == 0
    assert run(["export", "--format", "trig", *there]) == 0
    assert run(["validate", "--deep", *there]) == 0
    assert "article/" in capfd.readouterr().out
    iri = opened(served_once.query).articles()[0].iri
    assert run(["explain", iri, *there]) == 0
    assert run(["remove", iri, *there]) == 0
    assert opened(served_once.query).articles() == []
