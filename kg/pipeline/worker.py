"""A process that reads and extracts: `python -m kg.pipeline.worker BASE`.

In:  jobs as frames on standard input. Out: on standard output, for each job, the head of its
article, which the owner answers with what the store knows of it, then what was found.
Frames are those of kg.store.readers.frames, their payloads plain documents as JSON.
Ends when its input ends, or with its owner.
"""

import contextlib
import dataclasses
import os
import signal
import sys
from typing import IO

from kg.errors import KgError
from kg.model.iri import Iris
from kg.pipeline.reading import (
    Found,
    Head,
    Job,
    Offer,
    found_to_plain,
    offer_to_frames,
    pack,
    unpack,
    work,
)
from kg.store.readers.frames import read_frame, write_frame

JOB, HEAD, KNOWN, FOUND = b"J", b"K", b"Y", b"F"
OFFER, QUADS = b"O", b"Q"  # come before the FOUND that they were made from
_PDEATHSIG = 1  # PR_SET_PDEATHSIG, linux/prctl.h


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
            if isinstance(found, Offer):
                for kind, payload in zip(
                    (OFFER, QUADS, FOUND), offer_to_frames(found), strict=True
                ):
                    write_frame(out, kind, payload)
            else:
                write_frame(out, FOUND, pack(found_to_plain(found)))


def _serve(job: Job, iris: Iris, out: IO[bytes]) -> Found | Offer | KgError:
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
