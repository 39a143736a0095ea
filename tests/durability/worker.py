"""A process that works on a store until it is killed, and prints what it has been told is done.

`python -m tests.durability.worker FOLDER SEED DUMP`: one line of JSON before each piece of work
(what it is about to do) and one after it (done). Whoever reads them knows what must be there.
"""

import json
import random
import sys
from pathlib import Path

import pyoxigraph as ox

from kg.store import bulk, embedded
from kg.store.base import Putting
from kg.store.embedded import EmbeddedStore
from kg.store.updates.request import UpdateRequest
from tests.offered import offering
from tests.proposed import article, meeting
from tests.strategies import AT

WORKS = (
    "add",
    "several",
    "withdraw",
    "purge",
    "merge",
    "update",
    "graph",
    "backup",
    "load",
    "repair",
)
FREE = "https://me.example/notes"


def say(kind: str, **fields: object) -> None:
    """Print a line that is with the reader before the next step."""
    print(json.dumps({"kind": kind, **fields}), flush=True)


class Worker:
    """Random works on one store."""

    def __init__(self, folder: Path, seed: int, dump: Path) -> None:
        self.chance = random.Random(seed)
        self.seed = seed
        self.dump = dump
        self.store = EmbeddedStore.open(folder)
        self.folder = folder
        self.number = 0

    def work(self) -> None:
        """Do one thing, saying so before and after."""
        name = self.chance.choices(WORKS, weights=(6, 6, 2, 1, 3, 4, 2, 1, 1, 1))[0]
        self.number += 1
        about = getattr(self, name)
        planned = about()
        if planned is None:
            return
        fields, run = planned
        say("begin", work=name, **fields)
        run()
        say("done", work=name, **fields)

    def _articles(self) -> list[str]:
        return [a.iri for a in self.store.articles()]

    def add(self):
        name = f"s{self.seed}n{self.number}"
        made = article(name, *(meeting(name, k) for k in range(3)))
        return {"article": made.article.iri}, lambda: self.store.put_article(made, at=AT)

    def several(self):
        names = [f"s{self.seed}n{self.number}k{k}" for k in range(8)]
        made = [article(name, *(meeting(name, k) for k in range(3))) for name in names]
        ready = self.chance.random() < 0.5
        asked = [offering(one) if ready else Putting(extraction=one, at=AT) for one in made]
        iris = [one.article.iri for one in made]
        return {"articles": iris}, lambda: self.store.put_articles(asked)

    def withdraw(self):
        known = self._articles()
        if not known:
            return None
        iri = self.chance.choice(known)
        return {"article": iri}, lambda: self.store.withdraw(iri, at=AT)

    def purge(self):
        known = self._articles()
        if not known:
            return None
        iri = self.chance.choice(known)
        return {"article": iri}, lambda: self.store.purge(iri, at=AT)

    def merge(self):
        pairs = [(p.one, p.other) for p in self.store.proposals()]
        free = [p for p in pairs if p[0] not in self.store.canonical()]
        if not free:
            return None
        one, other = self.chance.choice(free)
        return {"one": one, "other": other}, lambda: self.store.decide(
            "merge", one, other, by="test", at=AT
        )

    def update(self):
        marks = [f"urn:s{self.seed}:{self.number}:{k}" for k in range(200)]
        data = " ".join(f"<{m}> <urn:p> <urn:o> ." for m in marks)
        request = UpdateRequest(text=f"INSERT DATA {{ GRAPH <{FREE}> {{ {data} }} }}")
        return {"first": marks[0], "prefix": f"urn:s{self.seed}:{self.number}:"}, (
            lambda: self.store.update(request)
        )

    def graph(self):
        iri = f"https://me.example/g{self.seed}-{self.number}"
        node = ox.NamedNode("urn:x")
        triples = [ox.Triple(node, node, ox.Literal(str(k))) for k in range(500)]
        return {"graph": iri}, lambda: self.store.replace_graph(iri, triples)

    def backup(self):
        target = self.folder.parent / f"backup-{self.seed}-{self.number}.tar"
        return {"target": str(target)}, lambda: self.store.backup(target)

    def load(self):
        path = self.folder.parent / f"other-{self.seed}-{self.number}.nt"
        count = self.chance.choice((50, 21_000))
        lines = (f"<urn:l{self.number}:{k}> <urn:p> <urn:o> .\n" for k in range(count))
        path.write_text("".join(lines))
        return {"file": str(path), "count": count}, lambda: self.store.load([path])

    def repair(self):
        return {}, self.store.repair


def main() -> None:
    """Work until killed; a fresh store begins with a dump, loaded in bulk."""
    bulk.FEWEST = embedded.FEWEST = 500  # several articles are a large write here
    folder, seed, dump = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    worker = Worker(folder, seed, dump)
    say("ready")
    if worker.store.revision == 0:
        say("begin", work="bulk")
        worker.store.load([dump])
        say("done", work="bulk")
    while True:
        worker.work()


if __name__ == "__main__":
    main()
