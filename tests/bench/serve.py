"""Eight clients at once, without and with a query that runs wild among them.

Ours is `claimline serve` with a limit of two seconds; beside it, where it is named
(`--oxigraph BINARY`), `oxigraph serve` with the same limit. Latencies are those of the seven or
eight well-behaved clients; `runaway_seconds` is when the wild query's answer, whatever it was,
came (given up after ten times the limit).
"""

import argparse
import http.client
import tempfile
import threading
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from tests.bench._endpoints import Client, claimline, make_store, oxigraph, write_triples
from tests.bench.measure import median_ms, percentile_ms
from tests.bench.sparql import PREFIXES, QUERIES

LIMIT_S = 2.0
_ASKED = ("statements_by_actor", "one_event", "ask")
_WILD = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this bench's options."""
    parser.add_argument("--quads", type=int, default=100_000)
    parser.add_argument("--requests", type=int, default=60, help="of each client")
    parser.add_argument("--oxigraph", metavar="BINARY")


def run(given: argparse.Namespace) -> dict[str, Any]:
    """Measure each server calm and with a runaway query."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        root = Path(folder)
        write_triples(root / "data.nt", given.quads)
        make_store(root / "store", root / "data.nt")
        servers = {"claimline": claimline(root / "store", stack, LIMIT_S)}
        if given.oxigraph:
            limit = ("--timeout-s", str(int(LIMIT_S)))
            servers["oxigraph_serve"] = oxigraph(
                given.oxigraph, root / "oxigraph", root / "data.nt", stack, *limit
            )
        return {
            "quads": given.quads,
            "limit_seconds": LIMIT_S,
            **{name: _server(address, given.requests) for name, address in servers.items()},
        }


def _server(address: str, requests: int) -> dict[str, Any]:
    _clients(address, 8, 5)  # warm
    calm = _clients(address, 8, requests)
    wild: list[dict[str, Any]] = []
    done = threading.Event()
    runaway = threading.Thread(target=_run_wild, args=(address, done, wild))
    runaway.start()
    beside = _clients(address, 7, requests)
    while not wild:
        time.sleep(0.05)
    done.set()
    runaway.join()
    return {"calm": calm, "beside_a_runaway": beside, "runaway": wild[0]}


def _run_wild(address: str, done: threading.Event, told: list[dict[str, Any]]) -> None:
    """Ask the endless query again and again; note what became of each."""
    while not done.is_set():
        start = time.perf_counter()
        try:
            status, body = Client(address, 10 * LIMIT_S).ask(_WILD)
            outcome = f"{status} {body[:60].decode(errors='replace')}"
        except (http.client.HTTPException, OSError) as error:
            outcome = type(error).__name__
        seconds = round(time.perf_counter() - start, 2)
        told.append({"runaway_seconds": seconds, "answer": outcome})


def _clients(address: str, count: int, requests: int) -> dict[str, Any]:
    times: list[float] = []
    failures: list[str] = []
    threads = [
        threading.Thread(target=_client, args=(address, requests, times, failures))
        for _ in range(count)
    ]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.perf_counter() - start
    return {
        "answers_per_second": round(len(times) / seconds, 1),
        "p50_ms": median_ms(times),
        "p95_ms": percentile_ms(times, 95),
        "worst_ms": round(max(times) * 1000, 1),
        "failures": len(failures),
    }


def _client(address: str, requests: int, times: list[float], failures: list[str]) -> None:
    client = Client(address)
    for number in range(requests):
        start = time.perf_counter()
        status, body = client.ask(PREFIXES + QUERIES[_ASKED[number % len(_ASKED)]])
        times.append(time.perf_counter() - start)
        if status != 200:
            failures.append(body[:100].decode(errors="replace"))
