"""Bringing a store of an older format up to this program's.

A step leads from one format to the next and is one update, together with the format's number and
the revision: a store is of one format or of the next, never between them. The folder's marker
follows at the end; where it lags behind, the graph of meta is right.
In:  an open engine of an older format. Out: the same engine in the present one.
"""

from collections.abc import Callable, Mapping

import pyoxigraph as ox

from kg.config import FORMAT_VERSION
from kg.errors import StoreError
from kg.store.graphs import Graphs
from kg.store.plan import update_text

# (quads out, quads in); the format's own quads are added here.
Step = Callable[[ox.Store, Graphs], tuple[set[ox.Quad], set[ox.Quad]]]

# By the format that a step starts from. Format 1 is the first there was.
STEPS: Mapping[int, Step] = {}


def bring_up(
    store: ox.Store,
    graphs: Graphs,
    found: int,
    where: str,
    *,
    formats: Callable[[int], ox.Quad],
    revisions: Callable[[], tuple[ox.Quad, ox.Quad]],
) -> None:
    """Run every step from the format found up to this program's; usually there is none.

    `formats` gives the quad of a format, `revisions` those of the present revision and the next.
    Raises StoreError where no step leads on.
    """
    for number in range(found, FORMAT_VERSION):
        if number not in STEPS:
            raise StoreError(
                f"The store at {where} has format {number}, from which this program knows no way "
                f"to format {FORMAT_VERSION}. Export it with the Claimline that wrote it, and load "
                "that into a new folder."
            )
        out, into = STEPS[number](store, graphs)
        before, after = revisions()
        text = update_text({*out, before, formats(number)}, {*into, after, formats(number + 1)})
        store.update(text)
