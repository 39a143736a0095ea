"""SPARQL servers that tests start and stop: `oxigraph serve`, and Debian's Virtuoso 7."""

import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.vocabulary import DEFAULT_BASE


@dataclass(slots=True)
class Server:
    """A running server, its addresses, and what it must be told to be emptied."""

    query: str
    update: str
    process: subprocess.Popen[bytes]
    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    emptying: tuple[str, ...] = ("DROP ALL",)

    def clear(self) -> None:
        """Remove every quad."""
        for text in self.emptying:
            self.send(text)

    def send(self, text: str) -> None:
        """Run an update as the server's keeper."""
        kind = {"Content-Type": "application/sparql-update"}
        request = urllib.request.Request(self.update, text.encode(), kind)
        urllib.request.urlopen(request, timeout=30).close()

    def stop(self) -> None:
        """End the process."""
        self.process.terminate()
        self.process.wait(20)
        shutil.rmtree(self.folder, ignore_errors=True)


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int, process: subprocess.Popen[bytes], seconds: float = 30) -> None:
    """Return once the port answers."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise RuntimeError(f"nothing listens on port {port}")


def oxigraph(*, union: bool) -> Server | str:
    """Start `oxigraph serve`; return why it cannot be."""
    beside = Path(sys.executable).parent / "oxigraph"
    program = str(beside) if beside.exists() else shutil.which("oxigraph")
    if program is None:
        return "no oxigraph: pip install oxigraph"
    folder, port = Path(tempfile.mkdtemp(prefix="claimline-test-")), free_port()
    command = [program, "serve", "--bind", f"127.0.0.1:{port}"]  # in memory
    process = subprocess.Popen(
        [*command, *(["--union-default-graph"] if union else [])],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    wait_for(port, process)
    here = f"http://127.0.0.1:{port}"
    return Server(f"{here}/query", f"{here}/update", process, folder)


_INI = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
[Parameters]
ServerPort = {sql}
DirsAllowed = {folder}
NumberOfBuffers = 20000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 10
[SPARQL]
ResultSetMaxRows = 1000000
"""


def virtuoso() -> Server | str:
    """Start Virtuoso with writing allowed to whoever may reach it; return why it cannot be."""
    program, isql = shutil.which("virtuoso-t"), shutil.which("isql-vt")
    if program is None or isql is None:
        return "no Virtuoso: apt install virtuoso-opensource-7-bin virtuoso-opensource-7-common"
    folder = Path(tempfile.mkdtemp(prefix="claimline-test-"))
    sql, port = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(_INI.format(folder=folder, sql=sql, http=port))
    process = subprocess.Popen(
        [program, "+configfile", str(folder / "virtuoso.ini"), "+foreground", "+wait"],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    wait_for(port, process, 60)
    allow = "grant SPARQL_UPDATE to \"SPARQL\"; DB.DBA.RDF_DEFAULT_USER_PERMS_SET ('nobody', 7);"
    subprocess.run([isql, str(sql), "dba", "dba", f"exec={allow}"], check=True, capture_output=True)
    here = f"http://127.0.0.1:{port}/sparql"
    ours = f'GRAPH ?g {{ ?s ?p ?o }} FILTER (STRSTARTS(STR(?g), "{DEFAULT_BASE}"))'
    emptied = f"DELETE {{ GRAPH ?g {{ ?s ?p ?o }} }} WHERE {{ {ours} }}"
    return Server(here, here, process, folder, emptying=(emptied,))
