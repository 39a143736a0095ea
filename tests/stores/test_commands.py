"""Commands that cannot do to a server what they do to a folder say what to do instead."""

import json
from pathlib import Path

import pytest

from kg.cli import run
from kg.store.remote import RemoteStore, address_of
from tests.harbour import harbour
from tests.stores.servers import Server
from tests.strategies import AT


def look(capsys: pytest.CaptureFixture[str], store: str) -> tuple[int, dict[str, str]]:
    code = run(["doctor", "--store", store, "--port", "0", "--format", "json"])
    looks = json.loads(capsys.readouterr().out)["looks"]
    return code, next(found for found in looks if found["name"] == "store")


def test_the_doctor_looks_at_a_server_and_changes_nothing(
    served_once: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    code, found = look(capsys, served_once.query)
    assert (code, found["health"]) == (0, "note")
    assert "there is none" in found["found"]
    store = RemoteStore.open(address_of(served_once.query))
    store.put_article(harbour(), at=AT)
    before = store.count()
    code, found = look(capsys, served_once.query)
    assert (code, found["health"]) == (0, "good")
    assert "Oxigraph" in found["found"]
    assert "revision 1" in found["found"]
    assert store.count() == before


def test_the_doctor_tells_of_a_server_that_is_away(capsys: pytest.CaptureFixture[str]) -> None:
    code, found = look(capsys, "http://127.0.0.1:9/query")
    assert (code, found["health"]) == (3, "bad")
    assert "cannot be reached" in found["found"]


@pytest.mark.parametrize(
    ("command", "advice"),
    [
        (["restore", "kept.tar"], "--store FOLDER"),
        (["backup", "kept.tar"], "its own tools"),
        (["load", "dump.nq"], "its own loader"),
        (["validate", "--repair"], "not made anew over the network"),
    ],
)
def test_what_a_server_does_by_itself_is_refused_with_what_to_do(
    served_once: Server,
    command: list[str],
    advice: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "dump.nq").touch()
    store = RemoteStore.open(address_of(served_once.query))
    store.put_article(harbour(), at=AT)
    assert run([*command, "--store", served_once.query]) == 2
    assert advice in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["dump.nq"]
    assert store.revision == 1
