"""The endpoint, described in RDF: what it speaks, what its default graph is, where graphs are.

In:  a media type and the endpoint's address. Out: the description in it.
Source: SPARQL 1.1 Service Description (W3C), 3; the file formats' IRIs of www.w3.org/ns/formats/.
"""

import pyoxigraph as ox

from kg.store.graphs import Graphs
from kg.store.sparql import written_graph

from .state import state

_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_GRAPHS = ("Turtle", "N-Triples", "JSON-LD", "RDF_XML")


def description(media_type: str, endpoint: str) -> bytes:
    """Return the description of the endpoint at this address."""
    return written_graph(set(_triples(endpoint)), media_type, state().store.base)


def _triples(endpoint: str) -> list[ox.Triple]:
    service, dataset, default = (
        ox.NamedNode(f"{endpoint}#{name}") for name in ("service", "dataset", "default-graph")
    )
    languages = ["SPARQL11Query"]
    if state().gate.writing_possible:
        languages.append("SPARQL11Update")
    found = [
        ox.Triple(service, _TYPE, _sd("Service")),
        ox.Triple(service, _sd("endpoint"), ox.NamedNode(endpoint)),
        ox.Triple(service, _sd("defaultDataset"), dataset),
        ox.Triple(dataset, _TYPE, _sd("Dataset")),
        ox.Triple(dataset, _sd("defaultGraph"), default),
        ox.Triple(default, _TYPE, _sd("Graph")),
    ]
    found += [ox.Triple(service, _sd("supportedLanguage"), _sd(name)) for name in languages]
    formats = [ox.NamedNode(f"{_FORMATS}{name}") for name in (*_RESULTS, *_GRAPHS)]
    found += [ox.Triple(service, _sd("resultFormat"), name) for name in formats]
    found += [ox.Triple(service, _sd("inputFormat"), name) for name in formats[len(_RESULTS) :]]
    return found + _managed(endpoint, dataset)


def _managed(endpoint: str, dataset: ox.NamedNode) -> list[ox.Triple]:
    """Return the named graphs that every store has; all others come and go."""
    graphs = Graphs(state().store.base)
    found: list[ox.Triple] = []
    for name in ("merged", "registry", "decisions", "proposals", "meta"):
        entry = ox.NamedNode(f"{endpoint}#{name}")
        graph: ox.NamedNode = getattr(graphs, name)
        found += [
            ox.Triple(dataset, _sd("namedGraph"), entry),
            ox.Triple(entry, _TYPE, _sd("NamedGraph")),
            ox.Triple(entry, _sd("name"), graph),
        ]
    return found


def _sd(name: str) -> ox.NamedNode:
    return ox.NamedNode(f"{_SD}{name}")
