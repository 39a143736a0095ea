"""One writer at a time on a server that others write too.

A revision that is checked within the update is not enough: servers evaluate an update on a
snapshot, and of two that check the same revision at once both may happen (on eight connections to
`oxigraph serve` 0.5.13, 279 updates found their revision and raised it by 250). So writers take
turns by Lamport's bakery, which needs nothing but reads and writes that follow one another: whoever
wants to write draws a number, one higher than those there are, and waits until all lower ones are
gone. The numbers stand in a graph of their own, empty between writes. Every update of the writer
checks that its number still stands.

A program that dies keeps its number. Whoever waits behind one that has not moved for `lease`
seconds takes it away, and takes over what it had begun (kg.store.intents).
Source: L. Lamport, A New Solution of Dijkstra's Concurrent Programming Problem, CACM 17 (1974).
"""

import contextlib
import random
import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import NotAStore, RemoteEndpointError, SurroundingsError
from kg.mapping.terms import integer
from kg.store.graphs import Graphs
from kg.store.remote.protocol import Endpoint
from kg.store.remote.quads import Pattern, RemoteQuads
from kg.store.view import Node
from kg.vocabulary import CLM

_REVISION = Node(CLM.revision)
_LONGEST_WAIT_S = 120.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """A writer in line. `number` is None while it draws; `beat` changes while it works."""

    node: Node
    number: int | None = None
    beat: str = ""
    intent: str | None = None

    @property
    def place(self) -> tuple[int, str]:
        """Where it stands in line; one that draws stands before all."""
        return (-1 if self.number is None else self.number, self.node.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a server says of the store at one moment: its revision, and who is in line."""

    revision: int
    tickets: tuple[Ticket, ...] = ()

    def ticket(self, node: Node) -> Ticket | None:
        """Return one writer's ticket."""
        return next((t for t in self.tickets if t.node == node), None)

    @property
    def unfinished(self) -> bool:
        """True while a write is only partly done."""
        return any(ticket.intent is not None for ticket in self.tickets)


class Turns:
    """The line of one server's writers."""

    def __init__(
        self, endpoint: Endpoint, source: RemoteQuads, graphs: Graphs, *, lease: float = 15.0
    ) -> None:
        """`lease`: seconds without a sign of life after which a writer counts as dead."""
        self._endpoint, self._source, self._graphs = endpoint, source, graphs
        self.lease = lease
        turns = graphs.turns
        self._drawing, self._number, self._beat, self.intent = (
            Node(f"{turns.value}#{name}") for name in ("drawing", "number", "beat", "intent")
        )

    def head(self) -> Head:
        """Ask for the revision and the line. Raises NotAStore where there is no revision."""
        both = (Pattern(graph=self._graphs.turns), Pattern(graph=self._graphs.meta))
        revisions: list[int] = []
        found: dict[Node, dict[str, str]] = {}
        for quad in self._source.fetch(both):
            value = quad.object.value if isinstance(quad.object, Node | ox.Literal) else ""
            if quad.graph_name == self._graphs.meta:
                if quad.predicate == _REVISION:
                    revisions.append(int(value))
            elif isinstance(quad.subject, Node):
                said = found.setdefault(quad.subject, {})
                said[quad.predicate.value.rpartition("#")[2]] = value
        if len(revisions) != 1:
            raise NotAStore(
                f"The store at {self._endpoint.where} has {len(revisions)} revisions where there "
                "has to be one. Restore its graph of meta from a backup."
            )
        tickets = (_ticket(node, said) for node, said in found.items())
        return Head(revision=revisions[0], tickets=tuple(sorted(tickets, key=lambda t: t.place)))

    @contextlib.contextmanager
    def taken(self) -> Iterator["Turn"]:
        """Wait for a turn, and give it back at the end. Raises SurroundingsError, Remote…Error."""
        node = Node(f"{self._graphs.turns.value}#{secrets.token_hex(8)}")
        try:
            yield self._wait(node)
        finally:
            self._remove(node)

    def _wait(self, node: Node) -> "Turn":
        number = self._draw(node)
        turn = Turn(node=node, number=number, turns=self)
        until = time.monotonic() + max(_LONGEST_WAIT_S, 4 * self.lease)
        seen: dict[Ticket, float] = {}
        while True:
            head = self.head()
            mine = head.ticket(node)
            if mine is None:
                raise self._lost()
            before = [t for t in head.tickets if t.node != node and t.place < mine.place]
            if not before:
                turn.head = head
                return turn
            now = time.monotonic()
            seen = {ticket: seen.get(ticket, now) for ticket in before}
            if now - seen[before[0]] >= self.lease:
                self._take_over(before[0], node)
            elif now > until:
                raise SurroundingsError(
                    f"Others keep writing to {self._endpoint.where}. Try again later."
                )
            time.sleep(random.uniform(0.02, 0.1))  # noqa: S311 - no secret

    def _draw(self, node: Node) -> int:
        """Draw a number: one more than any there is."""
        turns = self._graphs.turns
        drawing = f"GRAPH {turns} {{ {node} {self._drawing} true }}"
        self.send(f"INSERT DATA {{ {drawing} }}")
        head = self.head()
        number = 1 + max((t.number or 0 for t in head.tickets), default=0)
        row = f"GRAPH {turns} {{ {node} {self._number} {integer(number)} }}"
        # Only while it still draws: whoever was given up on must not come back with an old number.
        self.send(
            f"INSERT {{ {row} }} WHERE {{ GRAPH {turns} {{ {node} {self._drawing} ?t }} }} ;\n"
            f"DELETE {{ GRAPH {turns} {{ {node} {self._drawing} ?t }} }} "
            f"WHERE {{ GRAPH {turns} {{ {node} {self._drawing} ?t }} }}"
        )
        return number

    def _take_over(self, stale: Ticket, node: Node) -> None:
        """Take a dead writer out of line; what it had begun is ours to finish."""
        turns, old = self._graphs.turns, stale.node
        if stale.intent is not None:
            self.send(
                f"INSERT {{ GRAPH {turns} {{ {node} {self.intent} ?i }} }} "
                f"WHERE {{ GRAPH {turns} {{ {old} {self.intent} ?i }} }}"
            )
        self._remove(old)

    def _remove(self, node: Node) -> None:
        whole = f"GRAPH {self._graphs.turns} {{ {node} ?p ?o }}"
        self.send(f"DELETE {{ {whole} }} WHERE {{ {whole} }}")

    def beat(self, node: Node) -> None:
        """Show that a writer lives."""
        turns = self._graphs.turns
        old = f"GRAPH {turns} {{ {node} {self._beat} ?b }}"
        self.send(
            f"DELETE {{ {old} }} INSERT {{ GRAPH {turns} {{ {node} {self._beat} "
            f'"{secrets.token_hex(4)}" }} }} WHERE {{ GRAPH {turns} {{ {node} {self._number} ?n }} '
            f"OPTIONAL {{ {old} }} }}"
        )

    def fence(self, turn: "Turn") -> str:
        """Return a pattern that fits only while the turn is the writer's."""
        number = integer(turn.number)
        return f"GRAPH {self._graphs.turns} {{ {turn.node} {self._number} {number} }}"

    def send(self, text: str) -> None:
        """Send an update that may happen twice."""
        self._endpoint.again(lambda: self._endpoint.update(text))

    def _lost(self) -> RemoteEndpointError:
        return RemoteEndpointError(
            f"This program stood still too long while it wrote to {self._endpoint.where}, and "
            "another took its turn. Look whether the change is there; the same again does no harm."
        )

    def kept(self, turn: "Turn") -> Head:
        """Return what the server says now. Raises RemoteEndpointError when the turn was lost."""
        head = self.head()
        if head.ticket(turn.node) is None:
            raise self._lost()
        return head


@dataclass(slots=True, kw_only=True)
class Turn:
    """A writer whose turn it is."""

    node: Node
    number: int
    turns: Turns
    head: Head = Head(revision=0)
    _moved: float = 0.0

    def keep(self) -> None:
        """Show a sign of life now and then; to be called between requests."""
        now = time.monotonic()
        self._moved = self._moved or now
        if now - self._moved > self.turns.lease / 4:
            self.turns.beat(self.node)
            self._moved = now


def _ticket(node: Node, said: dict[str, str]) -> Ticket:
    number = said.get("number")
    return Ticket(
        node=node,
        number=None if "drawing" in said or number is None else int(number),
        beat=said.get("beat", ""),
        intent=said.get("intent"),
    )
