"""SPARQL over HTTP beside the raw engine: ten queries, medians in milliseconds, in one run.

Ours is `claimline serve`. Beside it: pyoxigraph in process over the same data on disk, and where
they are named `oxigraph serve` (`--oxigraph BINARY`) and rdflib-endpoint over oxrdflib
(`--rdflib-endpoint PYTHON`, an interpreter that has it, oxrdflib and uvicorn). `over_raw_ms` is
what HTTP and a process of its own cost a query; `within` says whether the whole is within 1.5 ms +
1.3 times what the engine itself takes. `overall` puts the ten together: how many times faster ours
is by the geometric mean of the ratios and by the time of all ten, how many queries are ten times
faster, and how many could be at most: those in which the bare engine is, without any HTTP.
Source: Fleming and Wallace, "How not to lie with statistics: the correct way to summarize benchmark
results", CACM 29(3), 1986 (geometric means of ratios).
"""

import argparse
import functools
import statistics
import tempfile
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.store.folder import QUADS
from tests.bench._endpoints import (
    claimline,
    has_rows,
    in_process,
    make_store,
    over_http,
    oxigraph,
    rdflib_endpoint,
    write_triples,
)
from tests.bench.measure import above, in_turns, median_ms

PREFIXES = """PREFIX clm: <https://w3id.org/claimline/ns#>
PREFIX actor: <https://w3id.org/claimline/id/actor/>
PREFIX event: <https://w3id.org/claimline/id/event/>
PREFIX place: <https://w3id.org/claimline/id/place/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
QUERIES = {
    "timeline_window": """SELECT ?e ?start ?label { ?e clm:earliest ?start ; rdfs:label ?label
        FILTER(?start >= "2020-03-01"^^xsd:date && ?start < "2020-04-01"^^xsd:date) }
        ORDER BY ?start ?e""",
    "statements_by_actor": """SELECT ?e ?label { ?e clm:speaker actor:77 ;
        a clm:Statement ; rdfs:label ?label } ORDER BY ?e""",
    "network": """SELECT ?a ?b (COUNT(?e) AS ?n) { ?e a clm:Meeting ; clm:participant ?a, ?b
        FILTER(STR(?a) < STR(?b)) } GROUP BY ?a ?b ORDER BY DESC(?n) ?a ?b LIMIT 100""",
    "text_contains": """SELECT ?e ?label { ?e rdfs:label ?label FILTER(
        CONTAINS(?label, "ceasefire ceasefire")) } ORDER BY ?e LIMIT 100""",
    "five_thousand_rows": """SELECT ?e ?p ?o { ?e ?p ?o } LIMIT 5000""",
    "count_by_kind": """SELECT ?kind (COUNT(?e) AS ?n) { ?e a ?kind ; clm:earliest ?d }
        GROUP BY ?kind""",
    "one_event": "SELECT ?p ?o { event:4711 ?p ?o } ORDER BY ?p ?o",
    "ask": "ASK { ?e a clm:Meeting ; clm:location place:7 }",
    "never_met_there": """SELECT DISTINCT ?a { ?e clm:location place:7 ;
        clm:speaker ?a MINUS { ?m a clm:Meeting ; clm:participant ?a ;
        clm:location place:7 } } ORDER BY ?a""",
    "by_certainty": """SELECT ?place (COUNT(DISTINCT ?a) AS ?n) { ?e clm:location ?place ;
        clm:certainty <https://w3id.org/claimline/terms/1> ; clm:speaker ?a } GROUP BY ?place
        ORDER BY DESC(?n) ?place LIMIT 20""",
}  # fmt: skip
_BESIDE = ("oxigraph_serve", "rdflib_endpoint")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this bench's options."""
    parser.add_argument("--quads", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--oxigraph", metavar="BINARY")
    parser.add_argument("--rdflib-endpoint", metavar="PYTHON")


def run(given: argparse.Namespace) -> dict[str, Any]:
    """Ask every engine every query in turns; return medians and ratios."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        engines = _engines(Path(folder), given, stack)
        found = {name: _measured(query, engines, given.rounds) for name, query in QUERIES.items()}
    within = sum(figures["within"] for figures in found.values())
    return {
        "quads": given.quads,
        "rounds": given.rounds,
        "milliseconds": found,
        "within_the_goal": f"{within} of {len(found)}",
        "overall": {name: overall(found, name) for name in _BESIDE if name in found["ask"]},
    }


def overall(found: Mapping[str, Mapping[str, Any]], other: str) -> dict[str, Any]:
    """Return how another endpoint compares with ours over all queries; ratios above 1 favour us."""
    times = [(row[other], row["claimline"], row["pyoxigraph"]) for row in found.values()]
    return {
        "geometric_mean_times": round(statistics.geometric_mean(t / o for t, o, _ in times), 2),
        "all_together_times": round(sum(t for t, _, _ in times) / sum(o for _, o, _ in times), 2),
        "ten_times_faster": sum(t >= 10 * o for t, o, _ in times),
        "ten_times_slower_than_the_engine": sum(t >= 10 * raw for t, _, raw in times),
        "queries": len(times),
    }


def _engines(
    folder: Path, given: argparse.Namespace, stack: ExitStack
) -> dict[str, Callable[[str], bytes]]:
    triples = folder / "data.nt"
    write_triples(triples, given.quads)
    make_store(folder / "store", triples)
    make_store(folder / "raw", triples)
    raw = ox.Store.read_only(str(folder / "raw" / QUADS))
    engines = {
        "pyoxigraph": functools.partial(in_process, raw),
        "claimline": over_http(claimline(folder / "store", stack)),
    }
    if given.oxigraph:
        address = oxigraph(given.oxigraph, folder / "oxigraph", triples, stack)
        engines["oxigraph_serve"] = over_http(address)
    if given.rdflib_endpoint:
        address = rdflib_endpoint(given.rdflib_endpoint, triples, stack)
        engines["rdflib_endpoint"] = over_http(address)
    return engines


def _measured(
    query: str, engines: dict[str, Callable[[str], bytes]], rounds: int
) -> dict[str, Any]:
    text = PREFIXES + query
    answers = {name: has_rows(ask(text)) for name, ask in engines.items()}  # and warm
    works = {name: functools.partial(ask, text) for name, ask in engines.items()}
    medians = {name: median_ms(times) for name, times in in_turns(works, rounds).items()}
    ours = medians["claimline"]
    ratios = {f"{n}_times": round(ms / ours, 2) for n, ms in medians.items() if n != "claimline"}
    return {**medians, **ratios, **above(medians["pyoxigraph"], ours), "values": answers}
