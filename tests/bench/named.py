"""The named questions over HTTP beside the raw engine: within 1.5 ms + 1.3 of the engine's time?

Generated articles are added to a store; each question of kg/query/rq is then asked in turns of
pyoxigraph in process and of `claimline serve`, over the same data on disk. Where a question needs a
value, it gets the one that stands as its example.
"""

import argparse
import functools
import shutil
import tempfile
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.extract.rules import RuleExtractor
from kg.model.iri import Iris
from kg.pipeline import extract_article
from kg.query.parameters import EXAMPLES
from kg.query.run import bound_query, named_queries
from kg.store.base import Putting
from kg.store.embedded import EmbeddedStore
from kg.store.folder import QUADS
from tests.bench._endpoints import claimline, has_rows, in_process, over_http
from tests.bench.corpus import articles
from tests.bench.measure import above, in_turns, median_ms

_AT = datetime(2026, 3, 1, tzinfo=UTC)
_TOGETHER = 50


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this bench's options."""
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--seed", type=int, default=1)


def run(given: argparse.Namespace) -> dict[str, Any]:
    """Return milliseconds of each question, and on how many the goal is met."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        texts, quads = _filled(folder / "store", given.articles, given.seed)
        shutil.copytree(folder / "store", folder / "raw")
        raw = ox.Store.read_only(str(folder / "raw" / QUADS))
        ours = over_http(claimline(folder / "store", stack))
        found = {
            question: _measured(text, raw, ours, given.rounds) for question, text in texts.items()
        }
    within = sum(figures["within"] for figures in found.values())
    return {
        "articles": given.articles,
        "quads": quads,
        "rounds": given.rounds,
        "questions": found,
        "within_the_goal": f"{within} of {len(found)}",
    }


def _filled(folder: Path, count: int, seed: int) -> tuple[dict[str, str], int]:
    """Fill a store; return the questions as they are asked of it, and how many quads it holds."""
    store = EmbeddedStore.open(folder)
    try:
        rules, iris = RuleExtractor(), Iris(store.base)
        waiting: list[Putting] = []
        for number, source in enumerate(articles(count, seed=seed), start=1):
            made = extract_article(source, iris=iris, extractor=rules)
            waiting.append(Putting(extraction=made, at=_AT))
            if len(waiting) == _TOGETHER or number == count:
                store.put_articles(waiting)
                waiting = []
        texts = {
            query.name: bound_query(
                store,
                query.name,
                {
                    p.name: EXAMPLES[p.type]
                    for p in query.parameters
                    if not p.optional and p.default is None
                },
            )
            for query in named_queries()
        }
        return texts, sum(store.count())
    finally:
        store.close()


def _measured(text: str, raw: ox.Store, ours: Any, rounds: int) -> dict[str, Any]:
    works = {
        "pyoxigraph": functools.partial(in_process, raw, text),
        "claimline": functools.partial(ours, text),
    }
    values = {name: has_rows(work()) for name, work in works.items()}  # and warm
    medians = {name: median_ms(times) for name, times in in_turns(works, rounds).items()}
    return {**medians, **above(medians["pyoxigraph"], medians["claimline"]), "values": values}
