"""The served app answers as the specifications say; the cases stand in a table."""

import json

import pytest

from tests.conformance.cases import (
    ASK,
    GRAPH_STORE,
    JSON,
    MANAGED_GRAPHS,
    MERGED,
    NEGOTIATION,
    QUERIES,
    SERVICE,
    UPDATES,
    Case,
    get,
    graph,
)
from tests.conformance.conftest import BEARER, Served

FRESH = [*QUERIES, *NEGOTIATION, *UPDATES, *GRAPH_STORE]
FILLED = [*MANAGED_GRAPHS, *SERVICE]


@pytest.mark.parametrize("case", FRESH, ids=lambda case: case.name)
def test_a_store_without_articles(fresh: Served, case: Case) -> None:
    check(fresh, case)


@pytest.mark.parametrize("case", FILLED, ids=lambda case: case.name)
def test_a_store_with_articles(filled: Served, case: Case) -> None:
    check(filled, case)


@pytest.mark.parametrize("path", [get(ASK), graph(MERGED)])
def test_head_names_no_length_but_that_of_get(filled: Served, path: str) -> None:
    # RFC 9110, 8.6: in an answer to HEAD, Content-Length is that of GET, or is not sent.
    length = str(len(filled.ask("GET", path).body))
    assert filled.ask("HEAD", path).headers.get("content-length", length) == length


def test_no_two_cases_have_one_name() -> None:
    names = [case.name for case in (*FRESH, *FILLED)]
    assert len(names) == len(set(names))


def check(served: Served, case: Case) -> None:
    """Send the request of a case and compare what comes back."""
    for update in case.before:
        served.update(update)
    headers = {"Accept": "*/*", **case.headers, **(BEARER if case.writer else {})}
    answer = served.ask(case.method, case.path, headers, case.body)
    assert answer.status == case.status, answer.body.decode(errors="replace")
    if case.type is not None:
        assert answer.type == case.type
    if case.holds is not None:
        assert json.loads(answer.body)["boolean"] is case.holds
    if case.contains is not None:
        assert case.contains in answer.body, answer.body[:2000].decode(errors="replace")
    for name, value in case.sent.items():
        assert value in answer.headers.get(name, "")
        assert value or name not in answer.headers
    if answer.status >= 400 and case.method != "HEAD":
        assert set(json.loads(answer.body)["error"]) == {"code", "message", "details"}
    if case.after is not None:
        held = served.ask("GET", get(case.after), {"Accept": JSON})
        assert json.loads(held.body).get("boolean") is True, held.body
