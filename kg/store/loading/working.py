"""Work out what one part of a dump gives: its articles checked, their share of merged, what
proposals follow from. Written to files: what the engine reads, it reads without Python.

In:  a part of a dump. Out: two files beside the parts, and a `Worked` that tells of them.
"""

import gc
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from kg.store.anew import Told, told_of
from kg.store.graphs import Graphs
from kg.store.loading.claims import Shared, checked, counted
from kg.store.loading.report import LoadReport
from kg.store.loading.sorting import Parts
from kg.store.merged import contribution
from kg.store.state import State

_BUFFER = 256 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """One part: `merged` is a file of N-Triples, `told` one of JSON, a line for each article."""

    number: int
    merged: Path
    told: Path
    articles: int
    claims: int
    without_text: int

    def to_json(self) -> str:
        """Return it as one line."""
        return json.dumps({**asdict(self), "merged": str(self.merged), "told": str(self.told)})

    @staticmethod
    def from_json(line: str) -> "Worked":
        """Read it back."""
        found = json.loads(line)
        return Worked(**{**found, "merged": Path(found["merged"]), "told": Path(found["told"])})

    def articles_told(self) -> Iterator[Told]:
        """Yield what each article tells."""
        with self.told.open(encoding="utf-8") as lines:
            for line in lines:
                yield Told.from_plain(json.loads(line))


def work_out(parts: Parts, number: int, shared: Shared, graphs: Graphs, folder: Path) -> Worked:
    """Check one part and write what it gives into `folder`. Raises MappingError, OSError."""
    merged, told = folder / f"merged-{number}.nt", folder / f"told-{number}.jsonl"
    report = LoadReport()
    with (
        merged.open("w", encoding="utf-8", buffering=_BUFFER, newline="\n") as given,
        told.open("w", encoding="utf-8", buffering=_BUFFER, newline="\n") as telling,
    ):
        for article, view in checked(parts, number, shared, graphs):
            state = State(view, graphs)
            report = counted(report, article, view)
            for graph in view.graphs:
                given.writelines([f"{triple} .\n" for triple in contribution(state, graph)])
            telling.write(json.dumps(told_of(state, article).to_plain()) + "\n")
    gc.collect()
    return Worked(
        number=number,
        merged=merged,
        told=told,
        articles=report.articles,
        claims=report.claims,
        without_text=report.without_text,
    )
