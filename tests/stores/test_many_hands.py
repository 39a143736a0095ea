"""Commands that meet a folder which another process holds: real processes, real locks."""

import json
import os
import re
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.store.embedded import EmbeddedStore
from kg.store.holding import Holding, announce
from kg.store.merged import merged_definition

MAIN = "from kg.cli import main; main()"
TEXT = """---
title: Two delegations met in Baku
published: 2025-04-10
source: https://wire.example/{name}
lang: en
---
Two delegations from Turkey and Syria met in Baku on Wednesday, officials said.
Foreign Minister Hakan Fidan warned Israel against new strikes ({name}).
"""


def run(*arguments: str, store: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", MAIN, *arguments, "--store", str(store)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def article(folder: Path, name: str) -> str:
    path = folder / f"{name}.txt"
    path.write_text(TEXT.format(name=name), encoding="utf-8")
    return str(path)


class Serving:
    def __init__(self, store: Path) -> None:
        command = [sys.executable, "-c", MAIN, "serve", "--port", "0", "--store", str(store)]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        assert self.process.stdout is not None
        first = self.process.stdout.readline()
        self.address = first.split()[-1]
        until = time.monotonic() + 20
        while not (store / "serving.json").exists() and time.monotonic() < until:
            time.sleep(0.02)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        self.process.send_signal(how)
        self.said, _ = self.process.communicate(timeout=30)
        return self.process.returncode


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    EmbeddedStore.open(tmp_path / "store").close()
    return tmp_path / "store"


@pytest.fixture
def serving(folder: Path) -> Iterator[Serving]:
    server = Serving(folder)
    yield server
    if server.process.poll() is None:
        server.stop()


@pytest.mark.slow
def test_every_command_goes_through_the_server(
    serving: Serving, folder: Path, tmp_path: Path
) -> None:
    added = run("add", article(tmp_path, "a"), article(tmp_path, "b"), store=folder)
    assert (added.returncode, "2 added" in added.stdout + added.stderr) == (0, True), added.stderr
    again = run("add", article(tmp_path, "a"), store=folder)
    assert "1 unchanged" in again.stdout + again.stderr
    listed = json.loads(run("articles", "--format", "json", store=folder).stdout)
    assert len(listed) == 2
    assert all(row["claims"] > 0 for row in listed)
    rows = run("query", "--name", "articles", "--format", "csv", store=folder)
    assert rows.stdout.count("Two delegations") == 2
    wrong = run("query", "-e", "SELECT * {", store=folder)
    assert (wrong.returncode, "line 1" in wrong.stderr) == (2, True)
    removed = run("remove", listed[0]["iri"], store=folder)
    assert removed.stdout.startswith("Withdrew")
    missing = run("remove", f"{listed[0]['iri']}x", store=folder)
    assert (missing.returncode, "no article" in missing.stderr) == (2, True)
    exported = run("export", "--format", "nquads", "--with-text", store=folder).stdout
    assert run("validate", "--deep", store=folder).returncode == 0
    assert serving.stop() == 0
    assert not (folder / "serving.json").exists()
    assert run("export", "--format", "nquads", "--with-text", store=folder).stdout == exported


def test_a_merge_goes_through_the_server(serving: Serving, folder: Path, tmp_path: Path) -> None:
    run("add", article(tmp_path, "a"), article(tmp_path, "b"), store=folder)
    query = "SELECT DISTINCT ?m { ?m a <https://w3id.org/claimline/ns#Meeting> } ORDER BY ?m"
    one, other = run("query", "-e", query, "--format", "csv", store=folder).stdout.split()[1:3]
    merged = run("merge", one, other, "--by", "me", store=folder)
    assert merged.returncode == 0, merged.stderr
    assert run("query", "-e", query, "--format", "csv", store=folder).stdout.split()[1:] == [other]


@pytest.mark.slow
def test_many_writers_lose_nothing(serving: Serving, folder: Path, tmp_path: Path) -> None:
    files = [article(tmp_path, str(n)) for n in range(6)]
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", MAIN, "add", *files[n : n + 2], "--store", str(folder)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for n in (0, 2, 4)
    ]
    errors = [w.communicate(timeout=120)[1] for w in writers]
    assert [w.returncode for w in writers] == [0, 0, 0], errors
    serving.stop()
    store = EmbeddedStore.open(folder)
    assert len(store.articles()) == 6
    assert store.revision == 6
    quads = store._engine
    merged = {q.triple for q in store.quads(graph=store._graphs.merged)}
    assert merged == merged_definition(quads, store.base)
    store.close()


def test_the_token_is_for_the_owner_and_shows_nowhere(serving: Serving, folder: Path) -> None:
    file = folder / "serving.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    said = json.loads(file.read_text())
    assert said["token"] not in repr(Holding(**said))
    other = run("serve", "--port", "0", store=folder)
    assert other.returncode == 3
    assert f"process {serving.process.pid}, which serves it at {serving.address}" in other.stderr
    serving.stop()
    assert said["token"] not in serving.said + other.stderr


def test_what_a_killed_server_left_behind_is_no_obstacle(
    serving: Serving, folder: Path, tmp_path: Path
) -> None:
    serving.stop(signal.SIGKILL)
    assert (folder / "serving.json").exists()
    added = run("add", article(tmp_path, "a"), store=folder)
    assert (added.returncode, added.stderr.count("Error")) == (0, 0)
    assert not (folder / "serving.json").exists()


def test_a_lock_of_another_process_is_named(folder: Path, tmp_path: Path) -> None:
    held = EmbeddedStore.open(folder)
    announce(folder, Holding(address="http://127.0.0.1:9/", process=2**22 + 5, token="t"))
    try:
        refused = run("add", article(tmp_path, "a"), store=folder)
    finally:
        held.close()
    assert refused.returncode == 3
    assert re.search(rf"open in process {os.getpid()} \(\w+", refused.stderr), refused.stderr


def test_strangers_have_no_part_in_it(serving: Serving, folder: Path) -> None:
    import urllib.error
    import urllib.request

    for token, expected in ((None, 401), ("guess", 401)):
        headers = {"Content-Type": "application/json"}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        request = urllib.request.Request(f"{serving.address}hands/hello", b"{}", headers)
        with pytest.raises(urllib.error.HTTPError) as caught:
            urllib.request.urlopen(request)
        assert caught.value.code == expected
