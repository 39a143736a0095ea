"""What a reader process and its owner say to one another, over the process's standard streams.

A frame is one byte for its kind, four bytes for its length (big endian), and that many bytes.
Owner to reader: O = open the checkpoint in this folder; Q = a query, U = an update to try on a
copy, P = a graph to parse, all as JSON; D = the bytes of that graph.
Reader to owner: A = a whole answer, that is its media type, a line feed, its bytes; or H = an
answer begins, its media type; D = bytes of it; E = it is whole; X = an error, as JSON.
"""

import struct
from typing import IO

OPEN, QUERY, UPDATE, PARSE = b"O", b"Q", b"U", b"P"
ANSWER, HEADER, DATA, END, ERROR = b"A", b"H", b"D", b"E", b"X"
_HEAD = struct.Struct(">cI")


def write_frame(
    stream: IO[bytes], kind: bytes, payload: bytes = b"", *, flush: bool = True
) -> None:
    """Write one frame. Raises OSError when the other side is gone.

    Each flush wakes the other side, so frames that follow at once are better flushed together.
    """
    stream.write(_HEAD.pack(kind, len(payload)))
    stream.write(payload)
    if flush:
        stream.flush()


def read_frame(stream: IO[bytes]) -> tuple[bytes, bytes] | None:
    """Return the next frame's kind and payload; None when the other side is gone."""
    head = stream.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    kind, length = _HEAD.unpack(head)
    payload = stream.read(length)
    return (kind, payload) if len(payload) == length else None
