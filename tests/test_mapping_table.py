"""The table from JSON keys to terms is complete, and true of what is written."""

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest

from kg.mapping.from_rdf import quads_to_extraction
from kg.mapping.to_rdf import extraction_to_quads
from kg.model.document import to_document
from kg.store.embedded import EmbeddedStore
from kg.store.serialise import prefixes
from kg.vocabulary import DEFAULT_BASE
from tests.harbour import ARTICLE, WARNING, harbour
from tests.strategies import AT, IRIS

TABLE = tomllib.loads(files("kg.mapping").joinpath("table.toml").read_text(encoding="utf-8"))["row"]


def paths(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every key path of a document with its value; a claim's type stands in its path."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from paths(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        yield path, value
        for entry in value:
            typed = f"{path}.{entry['type']}" if path == "claims" else path
            yield from paths(entry, typed)
    else:
        yield path, value
    if isinstance(value, dict) and path.endswith(".time"):
        yield path, value


def rows_of(path: str) -> list[dict[str, Any]]:
    """Return the rows for a path; `claims.*.x` stands for that key of every kind of claim."""
    general = (
        ".".join(["claims", "*", *path.split(".")[2:]]) if path.startswith("claims.") else path
    )
    return [row for row in TABLE if path in row["json"] or general in row["json"]]


def test_every_key_of_the_json_has_exactly_one_row() -> None:
    found = {path for path, _ in paths(to_document(harbour()))}
    assert {path for path in found if len(rows_of(path)) != 1} == set()


def test_every_row_names_keys_that_the_json_has() -> None:
    found = {path for path, _ in paths(to_document(harbour()))}
    for row in TABLE:
        for path in row["json"]:
            kinds = ("statement", "meeting", "redline")
            spelled = [path.replace("*", kind) for kind in kinds]
            assert found & set(spelled), path


def test_the_example_gives_every_row_a_value() -> None:
    given = {
        row["json"][0]
        for path, value in paths(to_document(harbour()))
        for row in rows_of(path)
        if value not in (None, [], False, "")
    }
    not_stored = {row["json"][0] for row in TABLE if row.get("note", "").startswith("not stored")}
    assert {row["json"][0] for row in TABLE} - given == not_stored


@pytest.mark.parametrize("row", [r for r in TABLE if "term" in r], ids=lambda r: r["json"][0])
def test_the_terms_of_a_row_stand_in_its_graph(row: dict[str, Any]) -> None:
    store = EmbeddedStore.in_memory()
    store.put_article(harbour(), at=AT)
    store.decide("accept", WARNING, by="a reviewer", at=AT)
    kinds = {"article": "article/", "claim": "claim/"} | {
        name: f"graph/{name}" for name in ("registry", "decisions")
    }
    starts = tuple(DEFAULT_BASE + kinds[name] for name in row["graph"].split(" or "))
    names = prefixes(DEFAULT_BASE)
    for term in row["term"]:
        prefix, _, local = term.partition(":")
        query = f"""SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{
            {{ ?s <{names[prefix]}{local}> ?o }} UNION {{ ?s a <{names[prefix]}{local}> }} }} }}"""
        graphs = [row[0].value for row in store.select(query).rows]
        assert any(graph.startswith(starts) for graph in graphs), term


def test_every_key_makes_the_round_trip() -> None:
    quads = extraction_to_quads(harbour(), iris=IRIS, recorded_at=AT)
    read = quads_to_extraction(quads, ARTICLE, iris=IRIS, reviews={WARNING: "accepted"})
    expected = to_document(harbour())
    for claim in expected["claims"]:
        if claim["iri"].startswith(WARNING):
            claim["review"] = "accepted"
    assert to_document(read) == expected
