"""Write what a command makes: to standard output, or to a file whole or not at all."""

import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from kg.errors import SurroundingsError


def write_out(chunks: Iterable[bytes], output: Path | None) -> None:
    """Write the chunks to a file, None = standard output. Raises SurroundingsError."""
    try:
        if output is None:
            _write(chunks, sys.stdout.buffer)
            sys.stdout.flush()
            return
        _write_file(chunks, output)
    except BrokenPipeError:
        raise
    except OSError as error:
        where = output or "Standard output"
        raise SurroundingsError(f"{where} cannot be written: {error.strerror}.") from error


def _write_file(chunks: Iterable[bytes], output: Path) -> None:
    """Write a regular file whole or not at all; a device or pipe as it comes."""
    target = output.resolve()
    if target.exists() and not target.is_file():
        with target.open("wb") as file:
            _write(chunks, file)
        return
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    partial = Path(name)
    try:
        with open(handle, "wb") as file:  # noqa: PTH123 - mkstemp gives a number, not a path
            _write(chunks, file)
        partial.chmod(0o666 & ~_umask())
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def _umask() -> int:
    """Return the process's mask for new files, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _write(chunks: Iterable[bytes], file: BinaryIO) -> None:
    for chunk in chunks:
        file.write(chunk)
