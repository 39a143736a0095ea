"""A reader process: `python -m kg.store.readers.process BASE MEMORY_MB RESULT_MB`.

In:  requests as frames on standard input: a folder to open, a `ReadRequest`, an update to try on a
     copy of the store: {"update": text, "base_iri": …, "folder": the copy}, or a graph to parse:
     {"media_type": …, "base_iri": …} and its bytes in a frame of their own.
Out: answers as frames on standard output. Ends when its input ends, or with its owner.
"""

import contextlib
import json
import os
import sys
from typing import IO

import pyoxigraph as ox

from kg.errors import KgError, QueryError, QuerySyntaxError
from kg.store.graphs import Graphs
from kg.store.owned import end_with_owner
from kg.store.payload import parse_graph
from kg.store.readers.asking import dataset_arguments, has_own_default, type_of
from kg.store.readers.frames import (
    DATA,
    END,
    ERROR,
    OPEN,
    PARSE,
    QUERY,
    UPDATE,
    read_frame,
    write_frame,
)
from kg.store.readers.request import ReadRequest
from kg.store.readers.writing import FrameWriter, write_result
from kg.store.serialise import ntriples
from kg.store.sparql import evaluated


def main(arguments: list[str]) -> None:
    """Serve requests until the input ends."""
    base, memory_mb, result_mb = arguments
    _limit(int(memory_mb))
    # What libraries might print must not stand among the frames.
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    reader = _Reader(Graphs(base), out, int(result_mb) * 1_000_000)
    with contextlib.suppress(BrokenPipeError):
        while (frame := read_frame(sys.stdin.buffer)) is not None:
            reader.serve(*frame)


def _limit(memory_mb: int) -> None:
    """Take the limits that the operating system keeps; ask to end with the owner."""
    import resource

    data = memory_mb * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_DATA, (data, data))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    end_with_owner()


class _Reader:
    """Holds one open checkpoint and answers one request after the other."""

    def __init__(self, graphs: Graphs, out: IO[bytes], max_bytes: int) -> None:
        self._graphs = graphs
        self._out = out
        self._max_bytes = max_bytes
        self._store: ox.Store | None = None
        self._own_default = False

    def serve(self, kind: bytes, payload: bytes) -> None:
        """Do one thing; say so in an error frame where it cannot be done."""
        if kind == QUERY:
            self._query(payload)
        elif kind == OPEN:
            self._open(payload.decode())
        elif kind == UPDATE:
            self._try_update(json.loads(payload))
        elif kind == PARSE:
            self._parse(json.loads(payload), read_frame(sys.stdin.buffer))

    def _open(self, folder: str) -> None:
        self._store = None
        self._store = ox.Store.read_only(folder)
        self._own_default = has_own_default(self._store)  # nobody writes to a checkpoint
        write_frame(self._out, END)

    def _query(self, payload: bytes) -> None:
        request, has_from = ReadRequest.from_json(payload)
        writer = FrameWriter(self._out, self._max_bytes)
        try:
            evaluated(lambda: self._answer(request, writer, has_from=has_from))
        except KgError as error:
            self._fail(writer.error or error)
        except MemoryError:
            os._exit(os.EX_UNAVAILABLE)

    def _answer(self, request: ReadRequest, writer: FrameWriter, *, has_from: bool) -> None:
        if self._store is None:
            raise QueryError("The reader has no store open.")
        arguments = dataset_arguments(
            self._graphs, request, has_from=has_from, own_default=self._own_default
        )
        result = self._store.query(request.query, base_iri=request.base_iri, **arguments)
        write_result(result, type_of(result, request), self._graphs.base, writer)

    def _try_update(self, fields: dict[str, str]) -> None:
        try:
            evaluated(lambda: self._attempt(fields["update"], fields["base_iri"], fields["folder"]))
        except QuerySyntaxError as error:
            # The owner knows where in the stranger's own text that is.
            self._fail(error, cause=str(error.__cause__))
        except KgError as error:
            self._fail(error)
        except MemoryError:
            os._exit(os.EX_UNAVAILABLE)
        else:
            write_frame(self._out, END)

    def _parse(self, fields: dict[str, str], body: tuple[bytes, bytes] | None) -> None:
        """Answer with the N-Triples of a graph in another format."""
        if body is None:
            return
        self._store = None  # its memory counts against the limit
        try:
            triples = parse_graph(body[1], fields["media_type"], fields["base_iri"])
            write_frame(self._out, DATA, ntriples(triples))
        except KgError as error:
            self._fail(error)
        except MemoryError:
            os._exit(os.EX_UNAVAILABLE)
        else:
            write_frame(self._out, END)

    def _attempt(self, update: str, base_iri: str | None, folder: str) -> None:
        """Run an update on a copy of the store that nobody reads."""
        self._store = None  # its memory counts against the limit
        ox.Store(folder).update(update, base_iri=base_iri)

    def _fail(self, error: KgError, cause: str = "") -> None:
        told: dict[str, object] = {"error": type(error).__name__, "message": str(error)}
        if cause:
            told["cause"] = cause
        if isinstance(error, QuerySyntaxError):
            told |= {"line": error.line, "column": error.column}
        write_frame(self._out, ERROR, json.dumps(told).encode())


if __name__ == "__main__":
    main(sys.argv[1:])
