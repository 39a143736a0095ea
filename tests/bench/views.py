"""The explorer's pages and answers at a size: how long the server works on each.

A store on paper (`tests.bench._paper`) is indexed as any other; then addresses are asked through
Flask's test client. Answers are worked out anew each time; sets of slots that were read once stay
in memory, as they do in a server that runs. Times are the processor's, so that a busy machine does
not blur them; `goal_ms` is what is to be reached at this size.
"""

import argparse
import contextlib
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient

from kg.index.view import View
from kg.query.indexed import IndexedStore
from tests.bench._paper import PARTIES, PLACES, PaperStore
from tests.bench.measure import median_ms, percentile_ms, resident_mb
from web import create_app
from web.state import State

# Claims up to here -> milliseconds to reach, for what sums over everything.
_GOALS = {100_000: 100, 1_000_000: 250}
_PAGE_GOAL = 300
_WINDOW = "from=2021-06-01&to=2021-06-30"
_PARTY = PARTIES[40].iri.rsplit("/", 1)[1]
_PLACE = PLACES[20].iri.rsplit("/", 1)[1]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this bench's options."""
    parser.add_argument("--claims", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--keep", type=Path, metavar="FOLDER", help="keep indexes here, and use those that are"
    )


def run(given: argparse.Namespace) -> dict[str, Any]:
    """Return figures by size: {"10000": {"build_s", "size_mb", "memory_mb", "views": {…}}}."""
    return {str(size): _at(size, given.rounds, given.seed, given.keep) for size in given.claims}


@contextlib.contextmanager
def index_folder(size: int, seed: int, keep: Path | None) -> Iterator[Path]:
    """Hold a folder for the index of this size: one that stays, or one for this once."""
    if keep is None:
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder)
        return
    kept = keep / f"{size}-{seed}"
    kept.mkdir(parents=True, exist_ok=True)
    yield kept


def _at(size: int, rounds: int, seed: int, keep: Path | None) -> dict[str, Any]:
    with index_folder(size, seed, keep) as folder:
        store = PaperStore(size, folder, seed=seed)
        app = create_app(store)  # type: ignore[arg-type] # as much of a store as pages ask for
        state: State = app.extensions["claimline"]
        start = time.process_time()
        state.indexed.catch_up()
        built = time.process_time() - start
        client = app.test_client()
        goal = next((ms for most, ms in _GOALS.items() if size <= most), max(_GOALS.values()))
        views = {
            name: _timed(state.indexed, client, address, rounds)
            | {"goal_ms": goal if address.startswith("/api") else _PAGE_GOAL}
            for name, address in _addresses(state.indexed).items()
        }
        held = sum(path.stat().st_size for path in folder.iterdir())
        state.indexed.close()
    return {
        "build_s": round(built, 1),
        "size_mb": round(held / 1e6, 1),
        "memory_mb": resident_mb(),
        "median_of_p50_ms": round(statistics.median(v["p50_ms"] for v in views.values()), 1),
        "missed": [name for name, v in views.items() if v["p50_ms"] > v["goal_ms"]],
        "views": views,
    }


def _timed(
    indexed: IndexedStore, client: FlaskClient, address: str, rounds: int
) -> dict[str, float]:
    taken: list[float] = []
    for number in range(rounds + 1):
        with indexed.view() as view:
            view.forget_answers()
        start = time.process_time()
        answer = client.get(address)
        length = len(answer.get_data())
        if answer.status_code != 200:
            raise RuntimeError(f"{address} answered {answer.status_code}")
        if number:  # the first one reads what the others find in memory
            taken.append(time.process_time() - start)
    return {
        "p50_ms": median_ms(taken),
        "p95_ms": percentile_ms(taken, 95),
        "kb": round(length / 1e3, 1),
    }


def _addresses(indexed: IndexedStore) -> dict[str, str]:
    with indexed.view() as view:
        event, claim, article = (_name(view, t) for t in ("events", "claims", "articles"))
    return {
        "explorer": "/",
        "explorer, a month": f"/?{_WINDOW}",
        "explorer, one actor": f"/?actor={_PARTY}",
        "list": "/?view=list",
        "network view": "/?view=network",
        "map view": "/?view=map",
        "articles": "/articles",
        "article": f"/articles/{article}",
        "event": f"/events/{event}",
        "claim": f"/claims/{claim}",
        "actor": f"/actors/{_PARTY}",
        "busiest actor": "/actors/party0",
        "place": f"/places/{_PLACE}",
        "first view": "/api/timeline?bucket=auto",
        "density, everything": "/api/timeline?bucket=30",
        "density by side, everything": "/api/timeline?bucket=30&lanes=side",
        "density, one language": "/api/timeline?bucket=30&lang=ar",
        "density, a month": f"/api/timeline?bucket=1&{_WINDOW}",
        "density, a side folded": "/api/timeline?bucket=30&fold=party0&most=12",
        "items, everything": "/api/timeline?limit=50",
        "items, a month": f"/api/timeline?limit=50&{_WINDOW}",
        "items, a month, 500": f"/api/timeline?limit=500&{_WINDOW}",
        "items, one lane, a month": f"/api/timeline?limit=50&lane={_PARTY}&{_WINDOW}",
        "network, everything": "/api/network",
        "network, a month": f"/api/network?{_WINDOW}",
        "places, everything": "/api/places",
        "facets, everything": "/api/facets",
        "facets, one language": "/api/facets?lang=ar",
        "facets, one actor and a month": f"/api/facets?actor={_PARTY}&{_WINDOW}",
        "search, a rare word": "/api/search?q=kasol137",
        "search, a common word": "/api/search?q=party1",
        "list of articles": "/api/articles",
    }


def _name(view: View, table: str) -> str:
    (first, *_) = view.rows(
        f"SELECT iri FROM {table} WHERE iri NOT LIKE '%#%' ORDER BY iri LIMIT 1"
    )  # one of three
    return str(first[0]).rsplit("/", 1)[1]
