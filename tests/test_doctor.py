"""`claimline doctor`, `load`, `validate`, `backup` and `restore` as a user meets them."""

import json
import os
import shutil
import socket
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.cli import run
from kg.store.embedded import EmbeddedStore
from tests.harbour import harbour
from tests.strategies import AT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    store = EmbeddedStore.open(tmp_path / "store")
    store.put_article(harbour(), at=AT)
    store.close()
    return tmp_path / "store"


def looks(
    capsys: pytest.CaptureFixture[str], folder: Path, *more: str
) -> dict[str, dict[str, str]]:
    run(["doctor", "--store", str(folder), "--port", "0", "--format", "json", *more])
    return {look["name"]: look for look in json.loads(capsys.readouterr().out)["looks"]}


def test_all_is_good(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["doctor", "--store", str(folder), "--port", "0"]) == 0
    out = capsys.readouterr().out
    assert "BAD" not in out
    assert "revision 1" in out


def test_a_held_store_names_its_holder_and_stays_as_it_was(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = EmbeddedStore.open(folder)
    found = looks(capsys, folder)["lock"]
    assert found["health"] == "note"
    assert f"process {os.getpid()}" in found["found"]
    store.close()


def test_a_port_in_use_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        found = looks(capsys, folder, "--port", str(taken.getsockname()[1]))["port"]
    assert found["health"] == "note"
    assert "--port" in found["advice"]


def test_what_is_wrong_with_a_folder_is_told(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert looks(capsys, tmp_path / "none")["store"]["health"] == "note"
    assert looks(capsys, tmp_path)["store"]["health"] == "bad"
    (folder / "claimline.json").write_text('{"format": 99}')
    found = looks(capsys, folder)["store"]
    assert found["health"] == "bad"
    assert "format 99" in found["found"]
    (folder / "claimline.json").write_text('{"format": 1}')
    (folder / "quads-7").mkdir()
    assert "quads-7" in looks(capsys, folder)["leftovers"]["found"]
    for path in (folder / "quads").glob("MANIFEST*"):
        path.write_bytes(b"")
    assert run(["doctor", "--store", str(folder), "--port", "0"]) == 3
    assert "does not open" in capsys.readouterr().out
    assert run(["articles", "--store", str(folder)]) == 2
    assert "damaged" in capsys.readouterr().err


def test_validate_tells_and_repairs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raw = ox.Store(str(folder / "quads"))
    merged = ox.NamedNode("https://w3id.org/claimline/id/graph/merged")
    proposals = ox.NamedNode("https://w3id.org/claimline/id/graph/proposals")
    lost = next(q for q in raw.quads_for_pattern(None, None, None, merged) if "/claim/" in str(q))
    raw.remove(lost)
    raw.add(ox.Quad(ox.NamedNode("urn:x"), ox.NamedNode("urn:y"), ox.Literal("z"), merged))
    raw.add(ox.Quad(ox.NamedNode("urn:x"), ox.NamedNode("urn:y"), ox.Literal("z"), proposals))
    del raw
    assert run(["validate", "--store", str(folder)]) == 0
    assert run(["validate", "--store", str(folder), "--deep"]) == 2
    out = capsys.readouterr().out
    assert "lacks 1 triples that the claims give and holds 1" in out
    assert "proposals lack 0 quads and hold 1" in out
    assert run(["validate", "--store", str(folder), "--repair", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["sound"], told["repaired"], told["revision"]) == (True, True, 2)
    assert run(["validate", "--store", str(folder), "--deep"]) == 0


def test_a_store_from_which_an_article_was_erased_is_sound(folder: Path) -> None:
    iri = harbour().article.iri
    assert run(["remove", "--store", str(folder), "--purge", "--yes", iri]) == 0
    assert run(["validate", "--store", str(folder), "--deep"]) == 0


def test_export_load_backup_and_restore_in_a_row(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dump, again = str(tmp_path / "dump.trig"), str(tmp_path / "again")
    export = ["export", "--store", str(folder), "--format", "trig", "--with-text"]
    assert run([*export, "-o", dump]) == 0
    assert run(["load", "--store", again, dump]) == 0
    assert "1 articles with 2 claims loaded" in capsys.readouterr().out
    assert run(["backup", "--store", again, str(tmp_path / "b.tar")]) == 0
    shutil.rmtree(again)
    assert run(["restore", "--store", again, str(tmp_path / "b.tar")]) == 0
    assert run(["restore", "--store", again, str(tmp_path / "b.tar")]) == 2
    assert run(["export", "--store", again, *export[3:], "-o", f"{dump}.again"]) == 0
    assert Path(f"{dump}.again").read_bytes() == Path(dump).read_bytes()


def test_a_dump_with_a_base_of_its_own_makes_a_store_of_that_base(tmp_path: Path) -> None:
    base = "https://news.example/id/"
    store = EmbeddedStore.in_memory(base)
    (tmp_path / "dump.nq").write_bytes(b"".join(store.dump("nquads")))
    assert run(["load", "--store", str(tmp_path / "new"), str(tmp_path / "dump.nq")]) == 0
    made = EmbeddedStore.open(tmp_path / "new")
    assert made.base == base
    made.close()


def test_a_malformed_file_makes_no_store(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.ttl").write_text("<urn:a> <urn:b> .")
    assert run(["load", "--store", str(tmp_path / "new"), str(tmp_path / "bad.ttl")]) == 2
    assert "line 1, column" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()
