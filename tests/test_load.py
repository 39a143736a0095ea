"""Loading files: Claimline's dumps as claims, other RDF beside them, all of it or none."""

import gzip
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import (
    GraphSyntaxError,
    MappingError,
    OtherBase,
    QueryRefused,
    ReadError,
    StoreError,
    SurroundingsError,
)
from kg.store.base import DumpFormat
from kg.store.embedded import EmbeddedStore
from tests.harbour import harbour
from tests.proposed import article as told
from tests.proposed import meeting
from tests.strategies import AT
from tests.web.conftest import fill

ENDINGS: dict[DumpFormat, str] = {"trig": ".trig", "nquads": ".nq", "jsonld": ".jsonld"}


@pytest.fixture
def filled() -> Iterator[EmbeddedStore]:
    """Articles, a merge, a rejected claim, a withdrawn article, a proposal, a free graph."""
    store = EmbeddedStore.in_memory()
    fill(store)
    store.put_article(harbour(), at=AT)
    for name in ("one", "two"):
        store.put_article(told(name, meeting(name, 1)), at=AT)
    claim = next(iter(store.recorded(harbour().article.iri)))
    store.decide("reject", claim, by="test", at=AT)
    gone = store.articles()[-1].iri
    store.withdraw(gone, at=AT)
    note = ox.Triple(ox.NamedNode("urn:a"), ox.NamedNode("urn:b"), ox.Literal("note"))
    store.add_to_graph("https://me.example/notes", [note])
    yield store
    store.close()


def dumped(store: EmbeddedStore, form: DumpFormat = "nquads", *, text: bool = True) -> bytes:
    return b"".join(store.dump(form, with_text=text))


def written(store: EmbeddedStore, path: Path, form: DumpFormat, *, text: bool) -> Path:
    path = path.with_suffix(ENDINGS[form])
    path.write_bytes(dumped(store, form, text=text))
    return path


def problems(store: EmbeddedStore) -> list[str]:
    return [finding.message for finding in store.validate(deep=True) if not finding.warning]


@pytest.mark.parametrize("where", ["folder", "memory"])
@pytest.mark.parametrize("text", [True, False])
@pytest.mark.parametrize("form", list(ENDINGS))
def test_a_dump_loads_into_the_same_store(
    filled: EmbeddedStore, tmp_path: Path, form: DumpFormat, text: bool, where: str
) -> None:
    file = written(filled, tmp_path / "dump", form, text=text)
    fresh = EmbeddedStore.open(tmp_path / "new") if where == "folder" else EmbeddedStore.in_memory()
    report = fresh.load([file])
    assert report.articles == len(filled.articles(include_withdrawn=True))
    assert report.without_text == (0 if text else report.articles)
    assert dumped(fresh, text=text) == dumped(filled, text=text)
    assert dumped(fresh, "turtle") == dumped(filled, "turtle")
    assert problems(fresh) == []
    fresh.close()


def test_a_loaded_folder_opens_again_and_is_written_on(
    filled: EmbeddedStore, tmp_path: Path
) -> None:
    file = written(filled, tmp_path / "dump", "nquads", text=True)
    store = EmbeddedStore.open(tmp_path / "new")
    store.load([file])
    store.close()
    store = EmbeddedStore.open(tmp_path / "new")
    store.put_article(told("three", meeting("three", 1)), at=AT)
    assert problems(store) == []
    store.close()
    assert sorted(p.name for p in (tmp_path / "new").iterdir()) == ["claimline.json", "quads-1"]


def test_a_dump_is_added_to_a_store_with_other_articles(
    filled: EmbeddedStore, tmp_path: Path
) -> None:
    file = written(filled, tmp_path / "dump", "trig", text=True)
    store = EmbeddedStore.open(tmp_path / "new")
    store.put_article(told("three", meeting("three", 1)), at=AT)
    report = store.load([file])
    assert report.articles == len(filled.articles(include_withdrawn=True))
    assert len(store.articles(include_withdrawn=True)) == report.articles + 1
    assert problems(store) == []
    revision = store.revision
    again = store.load([file])
    assert (again.articles, again.known) == (0, report.articles)
    assert store.revision == revision
    store.close()


def test_an_article_that_the_store_has_otherwise_keeps_the_dump_out(tmp_path: Path) -> None:
    one, other = EmbeddedStore.in_memory(), EmbeddedStore.in_memory()
    one.put_article(harbour(), at=AT)
    extraction = harbour()
    other.put_article(
        replace(extraction, article=replace(extraction.article, publisher="Other")), at=AT
    )
    file = written(one, tmp_path / "dump", "nquads", text=True)
    before = dumped(other)
    with pytest.raises(StoreError, match="otherwise than the dump"):
        other.load([file])
    assert dumped(other) == before


def test_a_filtered_dump_loads_with_its_proposals_worked_out(
    filled: EmbeddedStore, tmp_path: Path
) -> None:
    claims = frozenset(
        claim for article in filled.articles() for claim in filled.recorded(article.iri)
    )
    file = tmp_path / "part.nq"
    file.write_bytes(b"".join(filled.dump("nquads", with_text=True, claims=claims)))
    assert b"/proposal/" not in file.read_bytes()
    store = EmbeddedStore.in_memory()
    store.load([file])
    assert problems(store) == []
    assert len(store.proposals()) == len(filled.proposals()) > 0


def test_false_proposals_and_a_false_merged_graph_in_a_dump_are_not_taken(
    filled: EmbeddedStore, tmp_path: Path
) -> None:
    graph = "https://w3id.org/claimline/id/graph"
    false = [f'<urn:x> <urn:y> "no" <{graph}/{name}> .\n' for name in ("proposals", "merged")]
    file = written(filled, tmp_path / "dump", "nquads", text=True)
    file.write_bytes(file.read_bytes() + "".join(false).encode())
    store = EmbeddedStore.in_memory()
    store.load([file])
    assert dumped(store) == dumped(filled)
    assert problems(store) == []


def tampered(dump: str) -> Iterator[tuple[str, str, str]]:
    """Yield (what, text, words of the message)."""
    position = next(line for line in dump.splitlines() if "#position>" in line and "#start" in line)
    yield "passage", dump.replace(position, position.replace('"^^', '1"^^', 1)), "offsets|start"
    yield "date", dump.replace("2031-07-15", "2031-02-31"), "no such day"
    yield "text", dump.replace("Officers of", "Pirates of"), "digest"
    line = next(line for line in dump.splitlines() if "#confidence>" in line)
    yield "shape", dump.replace(line, line.replace('"0.', '"7.')), "confidence"
    claim = next(x for x in dump.splitlines() if "#reaches>" in x)
    yield "blank node", dump + f"_:b <urn:x> _:c {claim.split()[-2]} .\n", "IRIs and literals"
    graph = "<https://w3id.org/claimline/id/graph/secret>"
    yield "graph", dump + f"<urn:x> <urn:y> <urn:z> {graph} .\n", "none that this program knows"
    other = "<https://w3id.org/claimline/id/claim/0123456789abcdef-0123456789abcdef>"
    yield "stray claim", dump + f"<urn:x> <urn:y> <urn:z> {other} .\n", "describes none"


@pytest.mark.parametrize("number", range(7))
def test_a_dump_that_is_not_sound_is_refused_with_what_is_wrong(
    tmp_path: Path, number: int
) -> None:
    source = EmbeddedStore.in_memory()
    source.put_article(harbour(), at=AT)
    what, text, words = list(tampered(dumped(source).decode()))[number]
    assert text != dumped(source).decode(), what
    (tmp_path / "bad.nq").write_text(text, encoding="utf-8")
    store = EmbeddedStore.open(tmp_path / "new")
    before = dumped(store)
    with pytest.raises(MappingError, match=words):
        store.load([tmp_path / "bad.nq"])
    assert dumped(store) == before
    assert problems(store) == []
    assert sorted(p.name for p in (tmp_path / "new").iterdir()) == ["claimline.json", "quads"]
    store.close()


# Large dumps: several processes


@pytest.fixture
def _many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sort dumps into many small parts, as large ones are, for two processes."""
    monkeypatch.setattr("kg.store.loading.sorting._BYTES_A_PART", 20_000)
    monkeypatch.setattr("kg.store.loading.hands._cores", lambda: 2)


@pytest.mark.usefixtures("_many_parts")
def test_a_dump_that_processes_check_loads_into_the_same_store(
    filled: EmbeddedStore, tmp_path: Path
) -> None:
    path = written(filled, tmp_path / "dump", "nquads", text=True)
    store = EmbeddedStore.open(tmp_path / "store")
    report = store.load([path])
    assert report.articles == len(filled.articles(include_withdrawn=True))
    assert dumped(store) == dumped(filled)
    assert dumped(store, "turtle") == dumped(filled, "turtle")
    assert problems(store) == []
    store.close()


@pytest.mark.usefixtures("_many_parts")
def test_what_a_process_finds_wrong_loads_nothing(filled: EmbeddedStore, tmp_path: Path) -> None:
    path = written(filled, tmp_path / "dump", "nquads", text=True)
    words = harbour().claims[0].evidence[0].text
    path.write_text(path.read_text("utf-8").replace(f'"{words}"', '"Other words"'), "utf-8")
    store = EmbeddedStore.open(tmp_path / "store")
    with pytest.raises(MappingError, match="words that do not stand"):
        store.load([path])
    assert (store.revision, store.articles()) == (0, [])
    store.close()


@pytest.mark.usefixtures("_many_parts")
def test_a_process_that_ends_early_is_told_and_loads_nothing(
    filled: EmbeddedStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(filled, tmp_path / "dump", "nquads", text=True)
    monkeypatch.setattr("kg.store.loading.hands._PROGRAM", ("-c", "import os; os._exit(9)"))
    store = EmbeddedStore.open(tmp_path / "store")
    with pytest.raises(SurroundingsError, match="status 9"):
        store.load([path])
    assert (store.revision, store.articles()) == (0, [])
    store.close()


def test_a_fault_in_the_last_line_of_the_last_file_loads_nothing(
    filled: EmbeddedStore, tmp_path: Path
) -> None:
    good = written(filled, tmp_path / "dump", "nquads", text=True)
    bad = tmp_path / "bad.nt"
    bad.write_text("<urn:a> <urn:b> <urn:c> .\n" * 9 + "<urn:a> <urn:b> oops .\n")
    store = EmbeddedStore.in_memory()
    before = dumped(store)
    with pytest.raises(GraphSyntaxError, match="line 10, column ") as refused:
        store.load([good, bad])
    assert refused.value.line == 10
    assert dumped(store) == before


def test_a_dump_with_another_base_is_refused(filled: EmbeddedStore, tmp_path: Path) -> None:
    file = written(filled, tmp_path / "dump", "nquads", text=True)
    with pytest.raises(OtherBase, match="new folder"):
        EmbeddedStore.in_memory("https://other.example/id/").load([file])


# Other people's RDF

FOREIGN = {
    ".ttl": '<https://a.example/x> <https://a.example/knows> [ <https://a.example/name> "N" ] .',
    ".nt": '<https://a.example/x> <https://a.example/knows> _:n .\n_:n <urn:name> "N" .\n',
    ".jsonld": '{"@id": "https://a.example/x", "https://a.example/knows": {"urn:name": "N"}}',
    ".rdf": '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:a="urn:a:">'
    '<r:Description r:about="https://a.example/x"><a:knows a:name="N"/></r:Description></r:RDF>',
}


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("ending", list(FOREIGN))
def test_other_rdf_goes_into_a_graph_of_its_own_without_blank_nodes(
    tmp_path: Path, ending: str, packed: bool
) -> None:
    file = tmp_path / f"other{ending}{'.gz' if packed else ''}"
    content = FOREIGN[ending].encode()
    file.write_bytes(gzip.compress(content) if packed else content)
    store = EmbeddedStore.open(tmp_path / "new")
    merged = dumped(store, "turtle")
    (imported,) = store.load([file]).imported
    assert imported.quads == 2
    assert imported.remarks is None
    assert "/graph/import/" in imported.graph
    assert "_:" not in dumped(store).decode()
    assert dumped(store, "turtle") == merged
    revision = store.revision
    assert revision == 1
    store.load([file])
    assert store.revision == revision
    store.close()


def test_a_dataset_of_others_keeps_its_graphs_apart(tmp_path: Path) -> None:
    file = tmp_path / "other.nq"
    file.write_text("<urn:a> <urn:b> <urn:c> <urn:g> .\n<urn:a> <urn:b> <urn:d> <urn:h> .\n")
    store = EmbeddedStore.in_memory()
    (imported,) = store.load([file]).imported
    rows = store.select("SELECT ?o ?g { GRAPH ?g { <urn:a> <urn:b> ?o } }").rows
    assert len({graph.value for _, graph in rows}) == 2
    assert all(graph.value.startswith(f"{imported.graph}/") for _, graph in rows)


def test_large_other_rdf_is_loaded_beside_the_store(tmp_path: Path) -> None:
    file = tmp_path / "large.nt"
    file.write_text("".join(f"<urn:s{n}> <urn:p> <urn:o> .\n" for n in range(25_000)))
    store = EmbeddedStore.open(tmp_path / "new")
    store.put_article(harbour(), at=AT)
    (imported,) = store.load([file]).imported
    assert imported.quads == 25_000
    assert store.revision == 2
    assert len(store.articles()) == 1
    store.close()


def test_other_peoples_claims_are_held_against_the_shapes_in_words(tmp_path: Path) -> None:
    file = tmp_path / "claims.ttl"
    file.write_text(
        "<urn:m> a <https://w3id.org/claimline/ns#Meeting> ; "
        "<https://w3id.org/claimline/ns#meetingStatus> <urn:maybe> ."
    )
    (imported,) = EmbeddedStore.in_memory().load([file]).imported
    assert imported.remarks is not None
    assert any("A meeting needs at least one known participant" in r for r in imported.remarks)
    assert all(remark.startswith("<urn:m>") for remark in imported.remarks)


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    store = EmbeddedStore.in_memory()
    with pytest.raises(ReadError, match=r"cannot be read: No such file"):
        store.load([tmp_path / "none.nt"])
    (tmp_path / "x.doc").write_text("")
    with pytest.raises(ReadError, match="no ending"):
        store.load([tmp_path / "x.doc"])
    (tmp_path / "x.nt.gz").write_bytes(gzip.compress(b"<urn:a> <urn:b> <urn:c> .\n")[:-9])
    with pytest.raises(ReadError, match="cannot be read"):
        store.load([tmp_path / "x.nt.gz"])
    (tmp_path / "x.rdf").write_text('<!DOCTYPE x [<!ENTITY a "b">]><x/>')
    with pytest.raises((ReadError, GraphSyntaxError)):
        store.load([tmp_path / "x.rdf"])
    (tmp_path / "x.ttl").write_text("<urn:a> <urn:b> <<( <urn:a> <urn:b> <urn:c> )>> .")
    with pytest.raises(QueryRefused, match="triple terms"):
        store.load([tmp_path / "x.ttl"])
