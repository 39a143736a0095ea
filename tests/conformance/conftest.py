"""A served store: `claimline serve` in a process of its own, on a free port of loopback."""

import http.client
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from kg.store.embedded import EmbeddedStore
from tests.web.conftest import fill

TOKEN = "a-token-of-the-tests"
BEARER = {"Authorization": f"Bearer {TOKEN}"}
_MAIN = "from kg.cli import main; main()"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; header names in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def type(self) -> str:
        """The media type without its parameters."""
        return self.headers.get("content-type", "").partition(";")[0]


@dataclass(frozen=True, slots=True)
class Served:
    """A running server."""

    address: str
    process: subprocess.Popen[str]

    @property
    def host(self) -> str:
        """Host and port."""
        return urlsplit(self.address).netloc

    def ask(
        self,
        method: str,
        path: str,
        headers: Mapping[str, str] | None = None,
        body: bytes | None = None,
    ) -> Answer:
        """Send one request and read its answer whole."""
        connection = http.client.HTTPConnection(self.host, timeout=60)
        try:
            connection.request(method, path, body=body, headers=dict(headers or {}))
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, found, answer.read())
        finally:
            connection.close()

    def update(self, text: str) -> None:
        """Run an update; a refusal fails the test."""
        headers = {**BEARER, "Content-Type": "application/sparql-update"}
        answer = self.ask("POST", "/sparql", headers, text.encode())
        assert answer.status == 204, answer.body.decode()


@contextmanager
def serve(folder: Path, *options: str) -> Iterator[Served]:
    """Serve the store in a folder until the block ends."""
    arguments = ["serve", "--store", str(folder), "--port", "0", "--token", TOKEN, *options]
    process = subprocess.Popen(
        [sys.executable, "-u", "-c", _MAIN, *arguments], stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        found = None
        while found is None and (line := process.stdout.readline()):
            found = re.search(r"http://[^\s]+/", line)
        assert found is not None, "the server did not start"
        yield Served(found[0].rstrip("/"), process)
    finally:
        process.terminate()
        process.wait(timeout=30)
        if process.stdout is not None:
            process.stdout.close()


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A store without articles: its default graph may be written."""
    with serve(tmp_path_factory.mktemp("fresh") / "store") as served:
        yield served


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A store with the sample articles."""
    folder = tmp_path_factory.mktemp("filled") / "store"
    store = EmbeddedStore.open(folder)
    fill(store)
    store.close()
    with serve(folder, "--cors", "https://editor.example") as served:
        yield served
