"""Queries made at random around the words that leave a store, for what hides them from a lexer.

Run as a program, it asks them all in a store and in the engine, with a listener that must hear
nothing: `python -m tests.guard_texts COUNT SEED`. In a network namespace of its own (`unshare -rn`)
nothing else can hear it either.
"""

import contextlib
import random
import socket
import struct
import sys
import tempfile
import threading

import pyoxigraph as ox

from kg.errors import QueryError, QueryRefused
from kg.store.embedded import EmbeddedStore
from kg.store.guard import inspect
from kg.store.readers.request import ReadRequest
from kg.vocabulary import DEFAULT_BASE

_TERMS = [
    *("'a'", '"b"', "'>'", '">"', "'''c'''", "'#'", "''", "'x'@en", "'x'^^e:i", "1", "1.5", "1e5"),
    *("e:x", "e:x\\'", "e:a.b", "e:a.b.c", "e:a.b\\'.c\\'", "e:a\u00b7\\'", "f.g.h:a", ":a\\#"),
    *("_:b", "_:a.b.c", "?v", "?w", "?a\u00b7", "true", "true:c", "http:b", "<x:y>", "<x:y#z>"),
    *("<x:'>", "STR(?v)", "(?v)", "exists{?s ?p ?o}", "<<(e:s e:p '>')>>", "?v<1"),
]
_OPERATORS = [*("<", ">", "<=", "&&", "||", "=", "+", "-", "*", "/", "!=", ",", "^^", "<<", ">>")]
_OPERATORS += [" < ", " > ", " "]
_ENDS = ["'", "''", "'''", '"', "#", "#'\n", "#>\n", "#'''\n", "\n", ">", "'>", "#>'", "\\'"]
_ENDS += ["\\u0027", "%27"]


class Listener:
    """Counts who calls on a port of loopback."""

    def __init__(self) -> None:
        self._socket = socket.socket()
        self._socket.bind(("127.0.0.1", 0))
        self._socket.listen(64)
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}/"
        self.calls = 0
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            connection, _ = self._socket.accept()
            self.calls += 1
            connection.close()


def texts(address: str, count: int, seed: int) -> list[str]:
    """Return queries, all of which name `address`; the same seed gives the same ones."""
    made = _Texts(address, random.Random(seed))
    return [made.query() for _ in range(count)]


class _Texts:
    def __init__(self, address: str, chance: random.Random) -> None:
        self._chance = chance
        self._prologue = (
            f"PREFIX e:<x:>PREFIX :<{address}>PREFIX http:<x:>PREFIX true:<x:>PREFIX f.g.h:<x:>"
            "PREFIX service:<x:>PREFIX from:<x:>"
        )
        self._exits = [
            f"SERVICE<{address}>{{}}",
            "SERVICE:x{}",
            f"SERVICE <{address}> {{?s ?p ?o}}",
            f"SERVICEsilent<{address}>{{}}",
            "sErViCe:x{}",
            "SERVICEe:x {}",
            "SERVICE:a.b.c{}",
            "SERVICE:x#\n{}",
            "?s service:x from:x .",
        ]

    def query(self) -> str:
        pick = self._chance.choice
        parts = [
            self._part() + pick(["", " ", "", "\n"]) for _ in range(self._chance.randint(1, 6))
        ]
        return f"{self._prologue}SELECT*{{{''.join(parts)}}}"

    def _part(self) -> str:
        pick, chance = self._chance.choice, self._chance.random()
        term, other = pick(_TERMS), pick(_TERMS)
        if chance < 0.25:
            return f"FILTER({self._expression()}{pick(['', pick(_ENDS)])})"
        if chance < 0.4:
            return pick(self._exits)
        if chance < 0.5:
            return f"?s ?p {self._expression()}{pick(['.', '', ';', ','])}"
        if chance < 0.57:
            subject, verb = pick(["e:s", "?s", "_:b", ":x"]), pick(["?p", " ?p ", "e:p"])
            return f"<<{subject}{verb}{term}{pick(['>>', ')>>'])} e:p {other}."
        if chance < 0.63:
            return f"?s ?p <<({pick(['e:s', '?s'])}{pick(['?p', ' ?p ', '<x:p>'])}{term})>>."
        if chance < 0.7:
            return f"BIND({self._expression()} AS?b{self._chance.randint(0, 99)})"
        if chance < 0.75:
            return f"VALUES?v{{{term}{other}}}"
        if chance < 0.8:
            return f"?s e:p{pick(['?', '*', '+', '|e:q', '/e:q', '^e:q'])}{term}."
        if chance < 0.9:
            return pick(_ENDS)
        return pick(["OPTIONAL{", "{", "}", "UNION", "MINUS{", term])

    def _expression(self) -> str:
        pick = self._chance.choice
        more = (pick(_OPERATORS) + pick(_TERMS) for _ in range(self._chance.randint(0, 3)))
        return pick(_TERMS) + "".join(more)


def calls_of_what_passes(count: int, seed: int) -> tuple[int, int, list[str]]:
    """Ask the engine what the guard lets pass; return how many passed, ran, and called out."""
    listener = Listener()
    passed = ran = 0
    callers: list[str] = []
    for query in texts(listener.address, count, seed):
        before = listener.calls
        with contextlib.suppress(QueryRefused):
            inspect(query, DEFAULT_BASE)
            passed += 1
            with contextlib.suppress(SyntaxError, OSError, RuntimeError, ValueError):
                list(ox.Store().query(query))  # type: ignore[arg-type]  # a SELECT
                ran += 1
        if listener.calls != before:
            callers.append(query)
    return passed, ran, callers


def calls_of_a_store(queries: list[str], listener: Listener) -> int:
    """Ask a store with reader processes; return how often it called out."""
    with tempfile.TemporaryDirectory() as folder:
        store = EmbeddedStore.open(f"{folder}/store")
        for query in queries:
            with contextlib.suppress(QueryError):
                store.stream(
                    ReadRequest(query=query, media_type="application/sparql-results+json")
                ).read()
        store.close()
    return listener.calls


def _raise_loopback() -> None:
    """Bring the loopback interface of a fresh network namespace up (ioctl SIOCSIFFLAGS)."""
    import fcntl

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        fcntl.ioctl(control, 0x8914, struct.pack("16sh14x", b"lo", 0x1 | 0x40))


if __name__ == "__main__":
    _raise_loopback()
    passed, ran, callers = calls_of_what_passes(int(sys.argv[1]), int(sys.argv[2]))
    listener = Listener()
    hidden = texts(listener.address, 300, int(sys.argv[2]) + 1)
    print(passed, ran, len(callers) + calls_of_a_store(hidden, listener))
    for caller in callers:
        print(caller, file=sys.stderr)
