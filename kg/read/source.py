"""Read a SOURCE argument: a file, a folder of them, a web address, or "-" for standard input.

In:  the argument as the user wrote it. Out: one `SourceText` an article, or the ReadError that kept
it from being read, in order: one bad file does not stop the others.
"""

import logging
import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from kg.config import MAX_PAGE_BYTES
from kg.errors import ReadError
from kg.model.article import SourceText
from kg.read.folder import PAGE_SUFFIXES, TEXT_SUFFIXES, list_folder
from kg.read.text import MAX_BYTES, to_source

STANDARD_INPUT = "-"
# Known kinds of file that hold articles, or may, but not as plain text.
_OTHER_KINDS = frozenset(
    {".xml", ".rss", ".json", ".jsonl", ".csv", ".tsv"}
    | {".pdf", ".doc", ".docx", ".odt", ".rtf", ".xlsx", ".zip", ".gz", ".ttl", ".trig", ".nq"}
)

_log = logging.getLogger(__name__)


def read_source(
    name: str,
    *,
    stdin: BinaryIO | None,
    encoding: str | None = None,
    allow_private: bool = False,
) -> Iterator[SourceText | ReadError]:
    """Yield the texts of one source, or for each that cannot be read its error.

    `encoding` is the one that the user named; None = find out. `allow_private` lets an address lead
    to this machine or a private network.
    """
    if name == STANDARD_INPUT:
        yield _outcome(lambda: _read_stdin(stdin, encoding))
    elif name.startswith(("http://", "https://")):
        yield _outcome(lambda: _read_address(name, encoding, allow_private))
    elif Path(name).is_dir():
        yield from _read_folder(name, encoding)
    elif Path(name).suffix.lower() in _OTHER_KINDS and Path(name).exists():
        kinds = ", ".join(sorted(TEXT_SUFFIXES | PAGE_SUFFIXES))
        yield _error(name, f"is not plain text. Save its text as a file ({kinds}).")
    else:
        yield _outcome(lambda: _read_file(Path(name), encoding))


def _outcome(read: Callable[[], SourceText]) -> SourceText | ReadError:
    try:
        return read()
    except ReadError as error:
        return error


def _error(name: str, reason: str) -> ReadError:
    return ReadError(f"{name} {reason}", source=name)


def _read_stdin(stdin: BinaryIO | None, encoding: str | None) -> SourceText:
    if stdin is None:
        raise ReadError("There is no standard input to read.", source=STANDARD_INPUT)
    return to_source(stdin.read(MAX_BYTES + 1), "standard input", encoding)


def _read_address(name: str, encoding: str | None, allow_private: bool) -> SourceText:
    from kg.read.fetch import Fetcher, FetchPolicy  # the net's modules are slow to load
    from kg.read.url import url_to_source

    fetcher = Fetcher(FetchPolicy(private=allow_private))
    return url_to_source(name, fetcher, encoding=encoding)


def _read_folder(name: str, encoding: str | None) -> Iterator[SourceText | ReadError]:
    try:
        listing = list_folder(Path(name))
    except OSError as error:
        yield _unreadable(name, error)
        return
    if listing.skipped:
        _log.warning("%s: files of other kinds passed over: %d", name, listing.skipped)
    if not listing.files:
        kinds = ", ".join(sorted(TEXT_SUFFIXES | PAGE_SUFFIXES))
        yield _error(name, f"holds no articles: no file in it ends in {kinds}.")
    for path in listing.files:
        yield _outcome(partial(_read_file, path, encoding))


def _read_file(path: Path, encoding: str | None) -> SourceText:
    name = _printable(path)
    try:
        with path.open("rb") as file:
            raw = file.read(max(MAX_BYTES, MAX_PAGE_BYTES) + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(name, error) from error
    if path.suffix.lower() in PAGE_SUFFIXES:
        from kg.read.html import html_to_source  # trafilatura takes a fifth of a second to load

        return html_to_source(raw, name, encoding=encoding)
    return to_source(raw, name, encoding)


def _unreadable(name: str, error: OSError | ValueError) -> ReadError:
    if isinstance(error, FileNotFoundError):
        return _error(name, "does not exist. Check the path.")
    if isinstance(error, PermissionError):
        return _error(name, "may not be read. Check its permissions.")
    reason = getattr(error, "strerror", None) or str(error)
    return _error(name, f"cannot be read: {reason}.")


def _printable(path: Path) -> str:
    """Return the path with bytes that are not UTF-8 replaced, so that it can be written out."""
    return os.fsencode(path).decode("utf-8", errors="replace")
