"""Proposals and copies: what keeping them right costs a write, as the store grows.

Articles of invented parties over a year, 18 statements, meetings and a red line each; a write with
and what of it is worked out (kg.store.proposals.worked_out), in seconds of the processor.
"""

import argparse
import random
import statistics
import time
from typing import Any
from unittest.mock import patch

from kg.model.claim import Meeting, RedLine, Statement
from kg.model.extraction import Extraction
from kg.store import whole as whole_module
from kg.store.embedded import EmbeddedStore
from kg.store.proposals import worked_out
from tests.proposed import ACTORS, DAY, article, meeting, on, red_line, statement
from tests.strategies import AT

_WORDS = [f"w{number}" for number in range(3000)]
_MEASURED = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this bench's options."""
    parser.add_argument("--quads", type=int, default=100_000, help="size at which to measure")
    parser.add_argument("--days", type=int, default=365, help="over which articles are spread")
    parser.add_argument("--alike", type=int, default=300, help="near-identical claims of a day")
    parser.add_argument("--seed", type=int, default=1)


def run(given: argparse.Namespace) -> dict[str, Any]:
    """Fill a store, then time the last writes; return milliseconds and their ratio."""
    chance = random.Random(given.seed)
    store = EmbeddedStore.in_memory()
    whole: list[float] = []
    worked: list[float] = []

    def timed(*states: Any) -> Any:
        start = time.process_time()
        found = worked_out(*states)
        worked.append(time.process_time() - start)
        return found

    number = 0
    with patch.object(whole_module, "worked_out", timed):
        while store.count()[0] < given.quads:
            for _ in range(_MEASURED):
                number += 1
                made = generated(number, given.days, chance)
                start = time.process_time()
                store.put_article(made, at=AT)
                whole.append(time.process_time() - start)
    put, part = (statistics.median(times[-_MEASURED:]) for times in (whole, worked))
    first = statistics.median(worked[:_MEASURED])
    return {
        "quads": store.count()[0],
        "articles": number,
        "proposals": len(store.proposals()),
        "put_ms": round(put * 1000, 1),
        "worked_out_ms": round(part * 1000, 1),
        "worked_out_ms_first": round(first * 1000, 1),
        "share_of_put": round(part / put, 2),
        "alike": _alike(given.alike),
    }


def _alike(most: int) -> dict[str, float]:
    """Return the seconds of storing articles of twenty near-identical claims of one day each."""
    store = EmbeddedStore.in_memory()
    start = time.process_time()
    for number in range(most // 20):
        name = f"alike{number}"
        told = "any further move of troops towards the strait will meet an answer, number"
        claims = [
            statement(name, k, content=f"{told} {k % 3}", day=on(DAY), speaker="Kestria")
            for k in range(20)
        ]
        store.put_article(article(name, *claims, text=f"They met. They spoke. {number}"), at=AT)
    return {
        "claims": most // 20 * 20,
        "seconds": round(time.process_time() - start, 2),
        "proposals": len(store.proposals()),
    }


def generated(number: int, days: int, chance: random.Random) -> Extraction:
    """Return an article of invented parties, eighteen statements, meetings and a red line."""
    name = f"n{number}"
    day = DAY.plus(chance.randrange(days))
    names = sorted(ACTORS)
    claims: list[Meeting | RedLine | Statement] = [
        meeting(
            name,
            k,
            parties=tuple(chance.sample(names, 2)),
            day=on(day.plus(-chance.randrange(3))),
            place=chance.choice([None, "Sael", "Tovan"]),
        )
        for k in range(3)
    ]
    claims += [
        statement(name, 10 + k, content=_said(12, chance), speaker=chance.choice(names))
        for k in range(15)
    ]
    claims += red_line(name, 40, trigger=_said(6, chance), addressees=("Meridia",))
    text = f"They met. They spoke. {_said(300, chance)}"
    return article(name, *claims, published=day, text=text)


def _said(length: int, chance: random.Random) -> str:
    return " ".join(chance.choice(_WORDS) for _ in range(length))
