"""Generated triples of the shapes that claims have, and endpoints over them to be measured.

In:  a number of triples. Out: N-Triples on disk; running servers by name, each a SPARQL address.
"""

import http.client
import random
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pyoxigraph as ox

from kg.store.embedded import EmbeddedStore
from kg.store.folder import QUADS
from kg.vocabulary import DEFAULT_BASE

JSON = "application/sparql-results+json"
_ID = "https://w3id.org/claimline/id"
_CLM = "https://w3id.org/claimline/ns#"
_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
_DATE = "<http://www.w3.org/2001/XMLSchema#date>"
_WORDS = [
    "border",
    "talks",
    "ceasefire",
    "embassy",
    "warning",
    "convoy",
    "summit",
    "treaty",
    "strait",
    "accord",
    "drone",
]
TRIPLES_PER_EVENT = 8
_RDFLIB_ENDPOINT = """
import sys
import uvicorn
from rdflib import Dataset
from rdflib_endpoint import SparqlEndpoint
data = Dataset(store="Oxigraph", default_union=True)
data.parse(sys.argv[1], format="nt")
uvicorn.run(SparqlEndpoint(graph=data), host="127.0.0.1", port=int(sys.argv[2]), log_level="error")
"""


def write_triples(path: Path, count: int, seed: int = 1) -> None:
    """Write about `count` triples: events with a speaker, others, a place, a day and words."""
    chance = random.Random(seed)
    with path.open("w", encoding="utf-8") as out:
        for number in range(count // TRIPLES_PER_EVENT):
            out.write("".join(f"{line} .\n" for line in _event(number, chance)))


def _event(number: int, chance: random.Random) -> Iterator[str]:
    kind = "Meeting" if number % 5 == 0 else "Statement"
    event = f"<{_ID}/event/{number}>"
    one, other = (f"<{_ID}/actor/{int(chance.paretovariate(0.8)) % 400}>" for _ in range(2))
    day = f"20{chance.randint(10, 25)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    words = " ".join(chance.choice(_WORDS) for _ in range(8))
    yield f"{event} {_TYPE} <{_CLM}{kind}>"
    yield f"{event} <{_CLM}speaker> {one}"
    yield f"{event} <{_CLM}participant> {one}"
    yield f"{event} <{_CLM}participant> {other}"
    yield f"{event} <{_CLM}location> <{_ID}/place/{chance.randint(0, 150)}>"
    yield f'{event} <{_CLM}earliest> "{day}"^^{_DATE}'
    yield f'{event} {_LABEL} "{words} {number}"@en'
    yield f"{event} <{_CLM}certainty> <https://w3id.org/claimline/terms/{chance.randint(1, 3)}>"


def make_store(folder: Path, triples: Path) -> None:
    """Make a store whose merged graph holds the triples beside its terms."""
    store = EmbeddedStore.open(folder)
    merged = ox.NamedNode(f"{store.base}graph/merged")
    store.close()
    raw = ox.Store(str(folder / QUADS))
    raw.bulk_load(path=str(triples), format=ox.RdfFormat.N_TRIPLES, to_graph=merged)
    raw.optimize()


class Client:
    """A connection that is kept."""

    def __init__(self, address: str, timeout_s: float = 300) -> None:
        self._address = urlsplit(address)
        self._timeout_s = timeout_s
        self._connection: http.client.HTTPConnection | None = None

    def ask(self, query: str, accept: str = JSON) -> tuple[int, bytes]:
        """Send a query by POST; return status and body."""
        if self._connection is None:
            self._connection = http.client.HTTPConnection(
                self._address.netloc, timeout=self._timeout_s
            )
        headers = {"Accept": accept, "Content-Type": "application/x-www-form-urlencoded"}
        body = urlencode({"query": query})
        try:
            self._connection.request("POST", self._address.path, body, headers)
            answer = self._connection.getresponse()
            return answer.status, answer.read()
        except (http.client.HTTPException, OSError):
            self._connection.close()
            self._connection = None
            raise


def in_process(store: ox.Store, query: str) -> bytes:
    """Ask the engine itself, over merged, for rows as JSON."""
    merged = ox.NamedNode(f"{DEFAULT_BASE}graph/merged")
    result = store.query(query, default_graph=merged)
    if isinstance(result, ox.QueryTriples):
        raise TypeError("the benches ask for rows only")
    return result.serialize(format=ox.QueryResultsFormat.JSON) or b""


def over_http(address: str) -> Callable[[str], bytes]:
    """Return what asks an endpoint over a connection that is kept."""
    client = Client(address)

    def ask(query: str) -> bytes:
        status, body = client.ask(query)
        if status != 200:
            raise RuntimeError(f"{address} answered {status}: {body[:300]!r}")
        return body

    return ask


def free_port() -> int:
    """Return a port that nobody listens on now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@contextmanager
def running(arguments: list[str], address: str) -> Iterator[str]:
    """Run a server until the block ends; yield its address once it answers."""
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(1200):
            try:
                if Client(address).ask("ASK {}")[0] == 200:
                    break
            except (http.client.HTTPException, OSError):
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=30)


def claimline(folder: Path, stack: ExitStack, seconds: float = 300.0) -> str:
    """Serve a store; return its address."""
    port = free_port()
    program = "from kg.cli import main; main()"
    options = ["--store", str(folder), "--port", str(port), "--query-seconds", str(seconds)]
    command = [sys.executable, "-c", program, "serve", *options]
    return stack.enter_context(running(command, f"http://127.0.0.1:{port}/sparql"))


def oxigraph(binary: str, folder: Path, triples: Path, stack: ExitStack, *more: str) -> str:
    """Load and serve the triples with Oxigraph's own server; return its address."""
    load = [binary, "load", "--location", str(folder), "--file", str(triples)]
    subprocess.run(load, check=True, capture_output=True)
    bind = f"127.0.0.1:{free_port()}"
    command = [binary, "serve-read-only", "--location", str(folder), "--bind", bind, *more]
    return stack.enter_context(running(command, f"http://{bind}/query"))


def rdflib_endpoint(python: str, triples: Path, stack: ExitStack) -> str:
    """Serve the triples with rdflib-endpoint over oxrdflib; return its address."""
    port = free_port()
    command = [python, "-c", _RDFLIB_ENDPOINT, str(triples), str(port)]
    return stack.enter_context(running(command, f"http://127.0.0.1:{port}/"))


def has_rows(body: bytes) -> int:
    """Return how many bindings a JSON answer has, roughly, to see that all answer alike."""
    return len(re.findall(rb'"type"\s*:', body))
