"""Writes of strangers: SPARQL updates and whole graphs, into free graphs only.

The managed graphs change through add, remove, merge and review, each of which keeps the merged
graph right; so an update may name them to read, never to write. What an update writes is found by
an outline of its text, read strictly: what is not understood exactly is refused.
In:  an `UpdateRequest`, or triples and the IRI of a graph. Out: one update of the engine that
raises the revision as well, or an error that names the graph or the place in the text.
"""

from kg.store.updates.free import FreeGraphs
from kg.store.updates.request import UpdateRequest

__all__ = ["FreeGraphs", "UpdateRequest"]
