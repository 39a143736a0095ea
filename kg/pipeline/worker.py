"""A process that reads and extracts: `python -m kg.pipeline.worker BASE`.

In:  jobs as frames on standard input. Out: on standard output, for each job, the head of its
article, which the owner answers with what the store knows of it, then what was found.
Frames are those of kg.store.readers.frames, their payloads plain documents as JSON.
Ends when its input ends, or with its owner.
"""

import contextlib
import dataclasses
import json
import os
import signal
import sys
from typing import IO, Any

from kg.errors import KgError
from kg.model.iri import Iris
from kg.pipeline.reading import Found, Head, Job, found_to_plain, work
from kg.store.readers.frames import read_frame, write_frame

JOB, HEAD, KNOWN, FOUND = b"J", b"K", b"Y", b"F"
_PDEATHSIG = 1  # PR_SET_PDEATHSIG, linux/prctl.h


def pack(document: Any) -> bytes:
    """Return a plain document as bytes. Names of files may hold bytes that are no UTF-8."""
    return json.dumps(document, ensure_ascii=False).encode("utf-8", "surrogatepass")


def unpack(payload: bytes) -> Any:
    """Return the document of what `pack` wrote."""
    return json.loads(payload.decode("utf-8", "surrogatepass"))


def main(arguments: list[str]) -> None:
    """Serve jobs until the input ends."""
    iris = Iris(arguments[0])
    _end_with_owner()
    # What libraries might print must not stand among the frames.
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    with contextlib.suppress(BrokenPipeError):
        while (frame := read_frame(sys.stdin.buffer)) is not None:
            found = _serve(Job.from_plain(unpack(frame[1])), iris, out)
            write_frame(out, FOUND, pack(found_to_plain(found)))


def _serve(job: Job, iris: Iris, out: IO[bytes]) -> Found | KgError:
    def asked(head: Head) -> bool:
        write_frame(out, HEAD, pack(dataclasses.asdict(head)))
        answer = read_frame(sys.stdin.buffer)
        return answer is None or answer == (KNOWN, b"1")

    try:
        return work(job, iris, asked)
    except KgError as error:
        return error


def _end_with_owner() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the owner's affair
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PDEATHSIG, signal.SIGKILL)


if __name__ == "__main__":
    main(sys.argv[1:])
