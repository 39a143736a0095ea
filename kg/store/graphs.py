"""The named graphs of a store, by the base of its IRIs.

In: the data base. Out: the managed graphs' names, and which kind of graph an IRI names.
"""

import pyoxigraph as ox

from kg.model.iri import Iris


class Graphs:
    """Names the graphs that only claims and decisions may change."""

    def __init__(self, base: str) -> None:
        iris = Iris(base)
        self.base = base
        self.merged = ox.NamedNode(iris.graph("merged"))
        self.registry = ox.NamedNode(iris.graph("registry"))
        self.decisions = ox.NamedNode(iris.graph("decisions"))
        self.meta = ox.NamedNode(iris.graph("meta"))
        self.proposals = ox.NamedNode(iris.graph("proposals"))
        # Of servers that several programs write: whose turn it is. Empty between writes.
        self.turns = ox.NamedNode(iris.graph("turns"))
        self._claims = f"{base}claim/"
        self._articles = f"{base}article/"

    def is_claim(self, graph: ox.NamedNode) -> bool:
        """True for the graph of a claim."""
        return graph.value.startswith(self._claims)

    def is_article(self, graph: ox.NamedNode) -> bool:
        """True for the graph of an article."""
        return graph.value.startswith(self._articles)

    def is_managed(self, graph: ox.NamedNode) -> bool:
        """True for a graph that only claims and decisions may change, or that is kept for such."""
        if self.is_claim(graph) or self.is_article(graph):
            return True
        own = graph.value.startswith(f"{self.base}graph/")
        return own and not graph.value.startswith(f"{self.base}graph/import/")
