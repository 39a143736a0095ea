"""What a store on a server leaves to the server's own tools, and what it looks at itself.

In:  what is asked for. Out: findings, or a refusal that says what to do instead.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store.graphs import Graphs
from kg.store.loading.report import LoadReport
from kg.store.sound import Finding
from kg.store.state import State
from kg.store.validate import validate


class RemoteUpkeep:
    """The part of a GraphStore that is about large changes, and looks at all of it."""

    def __init__(
        self, where: str, graphs: Graphs, read: Callable[[Callable[[State], ox.Store]], ox.Store]
    ) -> None:
        """`read` reads one state of the dataset."""
        self._where, self._graphs, self._read = where, graphs, read

    def load(self, paths: Sequence[Path]) -> LoadReport:
        """Refuse: a server has a loader of its own."""
        del paths
        raise StoreError(
            f"{self._where} takes large files through its own loader. Load the files into a "
            "folder, then move that to the server; the README says how."
        )

    def validate(self, *, deep: bool = False) -> Iterator[Finding]:
        """Yield what is wrong with the store, looked at in a copy in memory."""
        return validate(self._read(_copied), self._graphs, deep=deep)

    def repair(self) -> None:
        """Refuse: to make merged anew everything has to come over the network."""
        raise StoreError(
            f"The merged graph at {self._where} is not made anew over the network. Export the "
            "store, load it into a folder, and move that to the server; the README says how."
        )

    def backup(self, target: Path) -> None:
        """Refuse: a server has backups of its own."""
        raise StoreError(
            f"Back up {self._where} with its own tools, or write {target} with "
            "`claimline export --format nquads --with-text`."
        )


def _copied(state: State) -> ox.Store:
    copy, store = ox.Store(), state.view.store
    for name in store.named_graphs():
        copy.extend(store.quads_for_pattern(None, None, None, name))
    return copy
