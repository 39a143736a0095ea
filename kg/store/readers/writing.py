"""Write an answer as frames while the engine makes it.

In:  a result of the engine, the media type wanted. Out: frames on a stream.
The first part is held back: an error that shows early is told as an error, not as a broken answer.
"""

from collections.abc import Iterable
from itertools import chain, islice
from typing import IO, cast

import pyoxigraph as ox

from kg.errors import KgError, QueryTooLarge
from kg.store.jsonld import jsonld_graph
from kg.store.readers.frames import ANSWER, DATA, END, HEADER, write_frame
from kg.store.serialise import ntriples, turtle
from kg.store.sparql import GRAPHS, RESULTS, checked_xml, unfit

_CHUNK = 64 * 1024
# A smaller graph is sorted, so that the same question gives the same bytes.
_SORTED_TRIPLES = 50_000
_STREAMED = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}
_OVERLAP = 16  # of XML chunks, so that a character reference is never looked at in halves


class FrameWriter:
    """A file, as far as the engine needs one to write to; every 64 KB become a frame."""

    def __init__(self, stream: IO[bytes], max_bytes: int) -> None:
        self._stream = stream
        self.media_type = ""  # known once the engine has said what kind of answer it gives
        self._left = max_bytes
        self._max = max_bytes
        self._buffer = bytearray()
        self._tail = b""
        self._begun = False
        self.error: KgError | None = None

    def write(self, data: bytes) -> int:
        """Take bytes. Raises QueryTooLarge above the limit, QueryError for unreadable XML.

        The engine may put its own error in the place of ours, so `error` keeps it.
        """
        try:
            return self._write(data)
        except KgError as error:
            self.error = error
            raise

    def _write(self, data: bytes) -> int:
        self._left -= len(data)
        if self._left < 0:
            raise QueryTooLarge(
                f"The answer is larger than {self._max // 1_000_000} MB. Ask for less with LIMIT."
            )
        self._buffer += data
        if len(self._buffer) >= _CHUNK:
            self._send()
        return len(data)

    def flush(self) -> None:
        """Nothing: frames go out when they are full."""

    def finish(self) -> None:
        """Send what is left and say that the answer is whole; a short one is one frame."""
        if self._begun:
            self._send(flush=False)
            write_frame(self._stream, END)
            return
        write_frame(self._stream, ANSWER, b"%s\n%s" % (self.media_type.encode(), self._part()))

    def _send(self, *, flush: bool = True) -> None:
        data = self._part()
        if not self._begun:
            self._begun = True
            write_frame(self._stream, HEADER, self.media_type.encode(), flush=False)
        if data:
            write_frame(self._stream, DATA, data, flush=flush)

    def _part(self) -> bytes:
        """Return what has gathered, and begin anew. Raises QueryError for unreadable XML."""
        data = bytes(self._buffer)
        self._buffer.clear()
        if self.media_type.endswith("+xml"):
            checked_xml(self._tail + data)
            self._tail = data[-_OVERLAP:]
        return data


def write_result(
    result: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples,
    media_type: str,
    base: str,
    out: FrameWriter,
) -> None:
    """Write a result. Raises UnfitFormat for a media type that does not fit it."""
    out.media_type = media_type
    wanted = GRAPHS if isinstance(result, ox.QueryTriples) else tuple(RESULTS)
    if media_type not in wanted:
        raise unfit(media_type, wanted)
    if isinstance(result, ox.QueryTriples):
        _write_graph(result, media_type, base, out)
    else:
        result.serialize(cast(IO[bytes], out), RESULTS[media_type])
    out.finish()


def _write_graph(result: ox.QueryTriples, media_type: str, base: str, out: FrameWriter) -> None:
    first = list(islice(result, _SORTED_TRIPLES))
    if len(first) == _SORTED_TRIPLES:
        ox.serialize(chain(first, result), cast(IO[bytes], out), _STREAMED[media_type])
        return
    for part in _sorted(set(first), media_type, base):
        out.write(part)


def _sorted(triples: set[ox.Triple], media_type: str, base: str) -> Iterable[bytes]:
    match media_type:
        case "text/turtle":
            return turtle(triples, base)
        case "application/n-triples":
            return [ntriples(triples)]
        case "application/ld+json":
            return [jsonld_graph(triples)]
    return [ox.serialize(sorted(triples, key=str), format=ox.RdfFormat.RDF_XML) or b""]
