"""Updates write free graphs only, in one commit that raises the revision, within limits."""

import random
import time
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import ManagedGraph, QueryError, QueryRefused, QuerySyntaxError, QueryTimeout
from kg.store.embedded import EmbeddedStore
from kg.store.readers import Limits, ReaderPool
from kg.store.updates import UpdateRequest
from kg.store.updates.splice import Splice
from tests.web.conftest import fill

ENDLESS = "INSERT { GRAPH <x:g> { ?a ?b ?c } } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
# Glued, nested, escaped, commented, renamed: what might write where it should not.
_GRAPHS = [
    "<x:g>",
    "e:g",
    "?g",
    "m:merged",
    "<merged>",
    "<https://w3id.org/claimline/id/graph/meta>",
    "<https://w3id.org/claimline/id/graph/\\u006Derged>",
    "<https://w3id.org/claimline/id/claim/1>",
    "<../graph/merged>",
]
_BITS = [
    "GRAPH",
    "graph ",
    "INSERT",
    "DELETE",
    "DATA",
    "WHERE",
    "WITH",
    "USING",
    "{",
    "}",
    "{ ?s ?p ?o }",
    "{ <x:s> <x:p> 1 }",
    ";",
    ".",
    "#",
    "\n",
    "'",
    "'''",
    '"',
    "?s ?p ?o",
    "<x:s> <x:p> 'a'",
    "a",
    "true",
    "1",
    "<<( <x:s> <x:p> <x:o> )>>",
    "MOVE",
    "COPY",
    "ADD",
    "TO",
    "DEFAULT",
    "CLEAR",
    "DROP",
    "SILENT",
    "ALL",
    "NAMED",
    "PREFIX m:<x:>",
    "BASE <x:>",
    "[",
    "]",
    "{|",
    "|}",
]
_TEMPLATES = [
    "INSERT DATA {{ GRAPH {0} {{ <x:s> <x:p> 1 }} }}",
    "INSERT DATA {{ GRAPH{0}{{<x:s><x:p>1}}GRAPH{1}{{<x:s><x:p>2}}}}",
    "DELETE WHERE {{ GRAPH {0} {{ ?s ?p ?o }} }}",
    "WITH {0} DELETE {{ ?s ?p ?o }} INSERT {{ GRAPH {1} {{ ?s ?p ?o }} }} WHERE {{ ?s ?p ?o }}",
    "DELETE {{ GRAPH {0} {{ ?s ?p ?o }} }} WHERE {{ GRAPH {1} {{ ?s ?p ?o }} }}",
    "MOVE {0} TO {1}",
    "COPY GRAPH {0} TO {1}",
    "DROP GRAPH {0}",
    "CLEAR SILENT GRAPH{0}",
    "INSERT {{ ?s ?p ?o }} WHERE {{ GRAPH {0} {{ ?s ?p ?o }} }}",
]


def update(store: EmbeddedStore, text: str, **more: tuple[str, ...]) -> None:
    store.update(UpdateRequest(text=text, base_iri="https://w3id.org/claimline/id/graph/", **more))


def managed(store: EmbeddedStore) -> set[ox.Quad]:
    """Return the quads of managed graphs, but for the revision."""
    graphs = store._graphs  # the test looks behind the interface on purpose
    return {
        quad
        for quad in store._engine
        if isinstance(quad.graph_name, ox.NamedNode)
        and graphs.is_managed(quad.graph_name)
        and quad.graph_name != graphs.meta
    }


@pytest.fixture(scope="module")
def filled() -> Iterator[EmbeddedStore]:
    store = EmbeddedStore.in_memory()
    fill(store)
    yield store
    store.close()


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[EmbeddedStore]:
    store = EmbeddedStore.open(tmp_path / "store", limits=Limits(seconds=3.0))
    yield store
    store.close()


def test_an_update_raises_the_revision_once(filled: EmbeddedStore) -> None:
    before = filled.revision
    update(filled, "INSERT DATA { GRAPH <x:g> { <x:s> <x:p> 1 } } ; CLEAR GRAPH <x:g>")
    assert filled.revision == before + 1


def test_a_failed_update_changes_nothing(filled: EmbeddedStore) -> None:
    before, held = filled.revision, set(filled._engine)
    with pytest.raises(QueryError, match="Nothing changed"):
        update(filled, "INSERT DATA { GRAPH <x:h> { <x:s> <x:p> 1 } } ; CREATE GRAPH <x:h>")
    assert (filled.revision, set(filled._engine)) == (before, held)


def test_no_update_made_at_random_changes_a_managed_graph(filled: EmbeddedStore) -> None:
    """Whatever the outline lets pass, the engine leaves managed graphs alone."""
    chance = random.Random(5)
    held = managed(filled)
    done = refused = 0
    for _ in range(1_500):
        parts = [_operation(chance) for _ in range(chance.randint(1, 3))]
        prologue = "PREFIX e: <x:> PREFIX m: <https://w3id.org/claimline/id/graph/> "
        try:
            update(filled, prologue + chance.choice([" ; ", ";", "\n;\n"]).join(parts))
            done += 1
        except ManagedGraph:
            refused += 1
        except QueryError:
            pass
    assert managed(filled) == held
    assert done > 50
    assert refused > 200


def _operation(chance: random.Random) -> str:
    text = chance.choice(_TEMPLATES).format(chance.choice(_GRAPHS), chance.choice(_GRAPHS[:3]))
    for _ in range(chance.choice([0, 0, 1, 2])):
        at = chance.randint(0, len(text))
        text = text[:at] + chance.choice(_BITS) + text[at:]
    return text


def test_a_long_update_is_ended_before_it_runs_here(folder: EmbeddedStore) -> None:
    start = time.monotonic()
    with pytest.raises(QueryTimeout):
        update(folder, ENDLESS)
    assert time.monotonic() - start < 15
    assert folder.revision == 0
    update(folder, "INSERT { GRAPH <x:g> { ?s a ?t } } WHERE { ?s a ?t }")
    assert folder.revision == 1


@pytest.mark.parametrize(("writes", "trials"), [(0, 1), (1, 2), (2, 3)])
def test_an_update_runs_only_over_the_data_it_was_tried_over(
    folder: EmbeddedStore, monkeypatch: pytest.MonkeyPatch, writes: int, trials: int
) -> None:
    """Else what is quick in the trial may be endless in the store, where nothing stops it."""
    tried: list[int] = []
    attempt = ReaderPool.attempt

    def and_meanwhile(pool: ReaderPool, text: str, base_iri: str | None) -> None:
        attempt(pool, text, base_iri)
        tried.append(folder.revision)
        if len(tried) <= writes:
            update(folder, f"INSERT DATA {{ GRAPH <x:g> {{ <x:s> <x:p> {len(tried)} }} }}")

    monkeypatch.setattr(ReaderPool, "attempt", and_meanwhile)
    update(folder, "INSERT { GRAPH <x:h> { ?s ?p ?o } } WHERE { GRAPH <x:g> { ?s ?p ?o } }")
    assert len(tried) == trials
    assert folder.revision == tried[-1] + 1, "the last trial was of what the store held"


def test_a_tried_update_leaves_no_copy(folder: EmbeddedStore, tmp_path: Path) -> None:
    update(folder, "INSERT { GRAPH <x:g> { ?s a ?t } } WHERE { ?s a ?t }")
    assert list((tmp_path / "store" / "checkpoints").iterdir()) == []


@pytest.mark.parametrize("tried", [True, False])
def test_a_syntax_error_is_placed_in_the_text_that_was_sent(
    folder: EmbeddedStore, filled: EmbeddedStore, tried: bool
) -> None:
    text = (
        "INSERT { GRAPH <x:g> { ?s ?p ?o } } WHERE { ?s ?p ?o } ;\nPREFIX e: <x:>\n"
        "INSERT { GRAPH e:g { ?s ?p ?o } } WHERE {\n ?s ?p ?o . ?s ?q }"
    )
    with pytest.raises(QuerySyntaxError) as caught:
        update(folder if tried else filled, text)
    assert (caught.value.line, caught.value.column) == (4, 20)


def test_clearing_a_fresh_store_keeps_what_it_is_made_of(folder: EmbeddedStore) -> None:
    update(folder, "INSERT DATA { <x:s> <x:p> 1 GRAPH <x:g> { <x:s> <x:p> 2 } }")
    before = managed(folder)
    update(folder, "CLEAR ALL ; INSERT DATA { GRAPH <x:h> { <x:s> <x:p> 3 } } ; DROP NAMED")
    assert managed(folder) == before
    assert folder.revision == 2
    assert not folder.has_graph("x:g")
    assert not folder.has_graph("x:h")


@pytest.mark.parametrize(
    "text",
    [
        "INSERTDATA { GRAPH <x:g> { <x:s> <x:p> 1 } }",
        "INSERT DATA { GRAPH <x:g> { <x:s> <x:p> <<( <x:a> <x:b> <x:c> )>> } }",
        "INSERT DATA { GRAPH <x:g> { GRAPH <x:h> { <x:s> <x:p> 1 } } }",
        "INSERT DATA { GRAPHe:g { <x:s> <x:p> 1 } }",
        "CLEAR ALL CLEAR ALL",
        "INSERT DATA { GRAPH <x:g> { <x:s> <x:p> 1 }",
    ],
)
def test_what_is_not_understood_exactly_is_refused(filled: EmbeddedStore, text: str) -> None:
    with pytest.raises(QuerySyntaxError, match="not understood"):
        update(filled, text)


def test_a_prefix_declared_anew_with_another_iri_is_refused(filled: EmbeddedStore) -> None:
    text = "PREFIX e: <x:> CLEAR SILENT GRAPH e:g ; PREFIX e: <y:> CLEAR SILENT GRAPH e:g"
    with pytest.raises(QueryError, match="declared twice"):
        update(filled, text)


@pytest.mark.parametrize("hidden", ["<a:'>", "e:a\\'b", "'''x'y'''", "# it's\n", "?s<?o"])
def test_service_is_refused_wherever_it_stands(filled: EmbeddedStore, hidden: str) -> None:
    text = (
        f"PREFIX e: <x:> INSERT {{ GRAPH <x:g> {{ ?s ?p ?o }} }} WHERE {{ ?s ?p {hidden} . "
        "SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"
    )
    with pytest.raises(QueryRefused):
        update(filled, text)


def test_a_large_update_is_read_in_seconds(filled: EmbeddedStore) -> None:
    triples = "".join(f"<x:s{n}> <x:p> 'it''s' , {n} .\n" for n in range(2_000)).replace("''", "")
    update(filled, f"INSERT DATA {{ GRAPH <x:large> {{ {triples} }} }}")
    with pytest.raises(QueryRefused, match="2,000,000 are read"):
        update(filled, "#" + " " * 2_000_000)


def test_a_splice_remembers_where_characters_were() -> None:
    splice = Splice("abcdef")
    splice.insert(2, "--")
    splice.insert(4, "++")
    text = splice.result()
    assert text == "ab--cd++ef"
    assert [splice.original(n) for n in range(len(text))] == [0, 1, 2, 2, 2, 3, 4, 4, 4, 5]
