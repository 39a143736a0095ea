"""Committing a planned write to a server: whole, once, at the revision it was planned at.

In:  a turn (kg.store.remote.turns), quads out and in. Out: the server's data changed, its revision
raised by one; or an error, and then nothing or, where the connection broke, all of it is there.
"""

from collections.abc import Iterable

import pyoxigraph as ox

from kg.errors import RemoteEndpointError
from kg.mapping.terms import integer
from kg.store.graphs import Graphs
from kg.store.intents import Intent
from kg.store.plan import quad_lines
from kg.store.remote.protocol import Endpoint, Unreachable
from kg.store.remote.turns import Turn, Turns
from kg.store.view import Node
from kg.vocabulary import CLM

_REVISION = Node(CLM.revision)


class Writer:
    """Commits to one server."""

    def __init__(self, endpoint: Endpoint, graphs: Graphs, turns: Turns) -> None:
        self._endpoint, self._graphs, self._turns = endpoint, graphs, turns

    def commit(self, turn: Turn, out: Iterable[ox.Quad], into: Iterable[ox.Quad]) -> None:
        """Write, and raise the revision. Raises RemoteEndpointError."""
        if self._endpoint.adapter.atomic:
            self._at_once(turn, out, into)
        else:
            self._in_steps(turn, Intent.of(turn.head.revision + 1, out, into, self._graphs))

    def finish(self, turn: Turn) -> None:
        """Do what a dead writer, whose turn this one took over, had begun."""
        ticket = turn.head.ticket(turn.node)
        if ticket is not None and ticket.intent is not None:
            self._carry_out(turn, Intent.from_text(ticket.intent))
            turn.head = self._turns.kept(turn)

    def _at_once(self, turn: Turn, out: Iterable[ox.Quad], into: Iterable[ox.Quad]) -> None:
        now = turn.head.revision
        gone = "\n".join([*quad_lines(out), self._row(now)])
        come = "\n".join([*quad_lines(into), self._row(now + 1)])
        text = (
            f"DELETE {{\n{gone}\n}} INSERT {{\n{come}\n}} "
            f"WHERE {{ {self._turns.fence(turn)} {self._row(now)} }}"
        )
        self._sure(turn, text, now + 1)

    def _in_steps(self, turn: Turn, intent: Intent) -> None:
        word = ox.Literal(intent.to_text())
        noted = f"GRAPH {self._graphs.turns} {{ {turn.node} {self._turns.intent} {word} }}"
        self._turns.send(f"INSERT {{ {noted} }} WHERE {{ {self._turns.fence(turn)} }}")
        ticket = self._turns.kept(turn).ticket(turn.node)
        if ticket is None or ticket.intent != word.value:
            raise RemoteEndpointError(
                f"{self._endpoint.where} did not keep what was to be written. Nothing changed."
            )
        self._carry_out(turn, intent)

    def _carry_out(self, turn: Turn, intent: Intent) -> None:
        fence, graphs = self._turns.fence(turn), self._graphs
        for text in intent.steps(fence, self._endpoint.adapter.quads):
            self._turns.send(text)
            turn.keep()
        noted = f"GRAPH {graphs.turns} {{ {turn.node} {self._turns.intent} ?i }}"
        old = f"GRAPH {graphs.meta} {{ {graphs.meta} {_REVISION} ?r }}"
        text = (
            f"DELETE {{ {noted} {old} }} INSERT {{ {self._row(intent.revision)} }} "
            f"WHERE {{ {fence} {noted} {old} }}"
        )
        self._sure(turn, text, intent.revision)

    def _sure(self, turn: Turn, text: str, revision: int) -> None:
        """Send an update until the revision says that it happened; it checks the turn itself."""

        def send() -> None:
            failure: Unreachable | None = None
            try:
                self._endpoint.update(text)
            except Unreachable as error:
                failure = error
            if self._turns.kept(turn).revision == revision:
                return
            raise failure or RemoteEndpointError(
                f"{self._endpoint.where} took the write and does not show it. If it spreads over "
                "several machines, ask it to answer from what was written last."
            )

        self._endpoint.again(send)

    def _row(self, revision: int) -> str:
        meta = self._graphs.meta
        return f"GRAPH {meta} {{ {meta} {_REVISION} {integer(revision)} }}"
