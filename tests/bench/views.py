"""The index: how long each question of the explorer takes, from a file, at a size.

Events of invented parties are written into the index as `kg.query.indexed` would, without a store
behind them: parties as unevenly spread as in news, five years of days, some events told by several
articles. Answers are worked out anew each time; sets of slots that were read once stay in memory.
Times are the processor's, so that a busy machine does not blur them.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from kg.index import counts, density, facets, finding, page, ties
from kg.index.criteria import Criteria, Key
from kg.index.index import Index
from kg.index.rows import ArticleRow, EntityRow, EventRow, TellingRow
from kg.index.view import View
from tests.bench.measure import median_ms, percentile_ms, resident_mb

_BASE = "https://w3id.org/claimline/id"
_DAYS = 1826
_FIRST = 18_000
_ROWS_A_SEGMENT = 20_000
_CLAIMS_AN_ARTICLE = 25
_ACTORS = [f"{_BASE}/actor/party{n}" for n in range(300)]
_PLACES = [f"{_BASE}/place/place{n}" for n in range(200)]
_WEIGHTS = [1 / (n + 1) for n in range(300)]
_STEMS = ("merid", "merol", "kasid", "kasol", "تور", "برول")
_WORDS = [f"{stem}{number}" for stem in _STEMS for number in range(600)]
_LANGUAGES = ("ar", "en", "tr", "he")
_ACTS = ("announces", "asserts", "denies", "warns", "accuses", "demands")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this bench's options."""
    parser.add_argument("--claims", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--seed", type=int, default=1)


def run(given: argparse.Namespace) -> dict[str, Any]:
    """Return figures by size: {"10000": {"build_s", "size_mb", "catch_up_ms", "views": {…}}}."""
    return {str(size): _at(size, given.rounds, given.seed) for size in given.claims}


def _at(size: int, rounds: int, seed: int) -> dict[str, Any]:
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        index = Index(Path(folder))
        start = time.process_time()
        _fill(index, size, chance)
        built = time.process_time() - start
        index.close()
        index = Index(Path(folder))
        start = time.process_time()
        with index.view() as view:
            density.density(view, Criteria(), "actor", 30)
        first = time.process_time() - start
        views = {name: _timed(index, work, rounds) for name, work in _VIEWS.items()}
        caught_up = [_catch_up(index, n, chance) for n in range(5)]
        held = sum(path.stat().st_size for path in Path(folder).iterdir())
        index.close()
    return {
        "build_s": round(built, 1),
        "size_mb": round(held / 1e6, 1),
        "memory_mb": resident_mb(),
        "first_density_ms": round(first * 1000, 1),
        "catch_up_ms": median_ms(caught_up),
        "views": views,
    }


def _timed(index: Index, work: Callable[[View], object], rounds: int) -> dict[str, float]:
    taken: list[float] = []
    for _ in range(rounds):
        with index.view() as view:
            view.forget_answers()
            start = time.process_time()
            work(view)
            taken.append(time.process_time() - start)
    return {"p50_ms": median_ms(taken), "p95_ms": percentile_ms(taken, 95)}


_WINDOW = Criteria(first=_FIRST + 900, last=_FIRST + 930)
_NARROW = Criteria(keys=(("actor", (Key("actor", _ACTORS[40], named=True),)),))
_BROAD = Criteria(keys=(("lang", (Key("lang", "ar"),)),))


def _page(view: View, criteria: Criteria) -> object:
    chosen, axis = counts.select(view, criteria)
    return page.page(view, chosen.events, axis, 50, None), counts.count(view, criteria)


def _network(view: View, criteria: Criteria) -> object:
    return ties.edges(view, criteria), ties.actor_claims(view, criteria)


_VIEWS: dict[str, Callable[[View], object]] = {
    "density, everything": lambda v: density.density(v, Criteria(), "actor", 30),
    "density by side, everything": lambda v: density.density(v, Criteria(), "side", 30),
    "density, one language": lambda v: density.density(v, _BROAD, "actor", 30),
    "density, a month": lambda v: density.density(v, _WINDOW, "actor", 1),
    "density, one actor": lambda v: density.density(v, _NARROW, "actor", 7),
    "first page and counts": lambda v: _page(v, Criteria()),
    "page, a month": lambda v: _page(v, _WINDOW),
    "page, one actor": lambda v: _page(v, _NARROW),
    "lanes, a month": lambda v: density.lanes(v, _WINDOW, "actor"),
    "facets, everything": lambda v: facets.facets(v, Criteria(), 20),
    "facets, one language": lambda v: facets.facets(v, _BROAD, 20),
    "facets, one actor and a month": lambda v: facets.facets(
        v, Criteria(keys=_NARROW.keys, first=_WINDOW.first, last=_WINDOW.last), 20
    ),
    "network, everything": lambda v: _network(v, Criteria()),
    "network, a month": lambda v: _network(v, _WINDOW),
    "places, everything": lambda v: ties.place_events(v, Criteria()),
    "search, a rare word": lambda v: finding.search(v, Criteria(words=("kasol137",)), 50),
    "search, a common word": lambda v: finding.search(v, Criteria(words=("party1",)), 50),
    "suggestions": lambda v: finding.names(v, ("party1",), 8),
}


def _fill(index: Index, size: int, chance: random.Random) -> None:
    with index.writing() as segment:
        segment.add_entities(_entities())
        segment.finish(-1)
    told, number = 0, 0
    while told < size:
        rows: list[EventRow] = []
        in_segment = 0
        articles: list[ArticleRow] = []
        while in_segment < min(_ROWS_A_SEGMENT, size - told):
            number += 1
            article, events = _article(number, chance)
            articles.append(article)
            rows += events
            in_segment += sum(len(event.tellings) for event in events)
        told += in_segment
        with index.writing() as segment:
            segment.add_articles(articles)
            segment.add_events(rows)
            segment.finish(1 if told >= size else -1, whole=True)


def _catch_up(index: Index, number: int, chance: random.Random) -> float:
    """One more article, and one changed event; then the first question."""
    article, events = _article(-1 - number, chance)
    start = time.process_time()
    with index.view() as view:
        ((gone,),) = view.rows("SELECT iri FROM events ORDER BY slot LIMIT 1")
    with index.writing() as segment:
        segment.remove_events([gone])
        segment.add_articles([article])
        segment.add_events(events)
        segment.finish(2 + number)
    with index.view() as view:
        counts.count(view, _NARROW)
    return time.process_time() - start


def _entities() -> Iterator[EntityRow]:
    for kind, iris in (("actor", _ACTORS), ("place", _PLACES)):
        for iri in iris:
            yield EntityRow(
                iri=iri,
                kind=kind,  # type: ignore[arg-type] # one of the two
                linked=True,
                within=None,
                names=(iri.rsplit("/", 1)[1],),
                value="{}",
            )


def _article(number: int, chance: random.Random) -> tuple[ArticleRow, list[EventRow]]:
    published = _FIRST + chance.randrange(_DAYS)
    iri = f"{_BASE}/article/{number}"
    language = chance.choice(_LANGUAGES)
    row = ArticleRow(iri=iri, title=f"Article {number}", published=published, stamp=str(number))
    events = [
        _event(f"{number}-{n}", iri, language, published, chance) for n in range(_CLAIMS_AN_ARTICLE)
    ]
    return row, events


def _event(
    name: str, article: str, language: str, published: int, chance: random.Random
) -> EventRow:
    kind = chance.choices(("statement", "meeting", "redline"), (80, 15, 5))[0]
    who = list(dict.fromkeys(chance.choices(_ACTORS, _WEIGHTS, k=chance.randint(1, 3))))
    where = chance.choices(_PLACES, _WEIGHTS[: len(_PLACES)])[0]
    first = published - chance.choice((0, 0, 0, 1, 2, 30))
    lasting, known = chance.random() < 0.03, chance.random() < 0.85
    last = first + chance.randint(20, 400) if lasting else first
    tellings = tuple(
        _telling(f"{name}-{n}", article, kind, language, who, where, (first, last), known, chance)
        for n in range(1 if chance.random() < 0.95 else 3)
    )
    return EventRow(
        iri=f"{_BASE}/{kind}/{name}",
        kind=kind,
        names=(f"{_BASE}/{kind}/{name}",),
        keys=(("commitment", "asserted"), *([("disputed", "1")] if len(tellings) > 1 else [])),
        when={"absolute": (first, last)} if known else {},
        position={"absolute": first if known else 10**12, "relative": 10**12},
        throughout=lasting,
        heard=published,
        lanes={
            "actor": tuple(who),
            "side": (who[0],),
            "place": (where,),
            "kind": (kind,),
            "source": (f"Outlet {published % 40}",),
        },
        edges=tuple((who[0], other, "met") for other in who[1:]),
        reached=(),
        tellings=tellings,
    )


def _telling(
    name: str,
    article: str,
    kind: str,
    language: str,
    who: list[str],
    where: str,
    days: tuple[int, int],
    known: bool,
    chance: random.Random,
) -> TellingRow:
    said = " ".join(chance.choices(_WORDS, k=12))
    keys = [
        ("kind", kind),
        ("act", chance.choice(_ACTS)),
        ("lang", language),
        ("certainty", chance.choice(("certain", "probable"))),
        ("published", ""),
        ("article", article),
        ("source", f"outlet {days[0] % 40}"),
        ("outlet", f"Outlet {days[0] % 40}"),
        ("place", where),
    ]
    for place, iri in enumerate(who):
        role = ("speaker", "addressee", "about")[place]
        keys += [("role", role), ("actor", iri), (f"role:{role}", iri)]
    return TellingRow(
        claim=f"{_BASE}/claim/{name}",
        record=f"{_BASE}/claim/{name}",
        article=article,
        keys=tuple(keys),
        timed=known,
        start=days[0],
        end=days[1],
        actors=tuple(who),
        places=(where,),
        said=said,
        names="\n".join(iri.rsplit("/", 1)[1] for iri in who),
        around=" ".join(chance.choices(_WORDS, k=20)),
        label=said,
        passage=said,
        language=language,
    )
