"""Read a SOURCE argument: a file, a folder of them, a web address, or "-" for standard input.

In:  the argument as the user wrote it. Out: one `SourceText` an article, or the ReadError that kept
it from being read, in order: one bad file does not stop the others. A file's digest is that of
the bytes that were read, whatever becomes of the file afterwards.
"""

import logging
import os
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from kg.config import MAX_PAGE_BYTES
from kg.errors import ReadError
from kg.model.article import SourceText
from kg.model.said import Said
from kg.read.failing import failed
from kg.read.folder import PAGE_SUFFIXES, TEXT_SUFFIXES, Listing
from kg.read.text import MAX_BYTES, to_source

STANDARD_INPUT = "-"
FEED_SUFFIXES = frozenset({".xml", ".rss", ".atom"})  # of files that may be saved feeds
# Known kinds of file that hold articles, or may, but not as plain text.
_OTHER_KINDS = frozenset(
    {".xml", ".rss", ".json", ".jsonl", ".csv", ".tsv"}
    | {".pdf", ".doc", ".docx", ".odt", ".rtf", ".xlsx", ".zip", ".gz", ".ttl", ".trig", ".nq"}
)
_READINGS = 3

_log = logging.getLogger(__name__)


class Sources:
    """The single sources behind SOURCE arguments: files, addresses, standard input.

    Iterating yields what `read_one` takes, or the error that kept something from being listed.
    `count` says how many there are; a folder's names are on the disk, not in memory.
    """

    def __init__(self, names: Iterable[str]) -> None:
        """List the folders among the names; nothing is read yet."""
        self._listed: list[str | Listing | ReadError] = [_listed(name) for name in names]
        self.count = sum(one.count if isinstance(one, Listing) else 1 for one in self._listed)

    def __iter__(self) -> Iterator[str | ReadError]:
        """Yield each source, in order."""
        for one in self._listed:
            if not isinstance(one, Listing):
                yield one
                continue
            yield from map(str, one)
            yield from (_unreadable(str(e.filename), e) for e in one.unlisted)


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
    for one in Sources([name]):
        if isinstance(one, ReadError):
            yield one
            continue
        try:
            yield read_one(one, stdin=stdin, encoding=encoding, allow_private=allow_private)
        except ReadError as error:
            yield error


def read_one(
    name: str, *, stdin: BinaryIO | None, encoding: str | None = None, allow_private: bool = False
) -> SourceText:
    """Read one of `Sources`. Raises ReadError."""
    if name == STANDARD_INPUT:
        return _read_stdin(stdin, encoding)
    if is_address(name):
        return _read_address(name, encoding, allow_private)
    if Path(name).exists():
        _refuse_other_kinds(name, Path(name).suffix)
    return _read_file(Path(name), encoding)


def read_bytes(raw: bytes, name: str, *, encoding: str | None = None) -> SourceText:
    """Read what was sent as a file of that name, as `read_one` reads a file. Raises ReadError."""
    suffix = Path(name).suffix
    _refuse_other_kinds(name, suffix)
    return _to_source(raw, name, suffix, encoding)


def is_address(name: str) -> bool:
    """True for what is fetched rather than opened."""
    return name.startswith(("http://", "https://"))


def _listed(name: str) -> str | Listing | ReadError:
    if name == STANDARD_INPUT or is_address(name) or not Path(name).is_dir():
        return name
    try:
        listing = Listing(Path(name))
    except OSError as error:
        return _unreadable(name, error)
    except sqlite3.Error as error:
        return failed(
            name,
            "%(name)s cannot be listed, its names have no room on the disk: %(reason)s.",
            reason=str(error),
        )
    if listing.skipped:
        _log.warning("%s: files of other kinds passed over: %d", name, listing.skipped)
    if not listing.count and not listing.unlisted:
        kinds = ", ".join(sorted(TEXT_SUFFIXES | PAGE_SUFFIXES))
        return failed(
            name, "%(name)s holds no articles: no file in it ends in %(kinds)s.", kinds=kinds
        )
    return listing


def _read_stdin(stdin: BinaryIO | None, encoding: str | None) -> SourceText:
    if stdin is None:
        raise ReadError("There is no standard input to read.", source=STANDARD_INPUT)
    return to_source(stdin.read(MAX_BYTES + 1), "standard input", encoding)


def _read_address(name: str, encoding: str | None, allow_private: bool) -> SourceText:
    from kg.read.fetch import Fetcher, FetchPolicy  # the net's modules are slow to load
    from kg.read.url import url_to_source

    fetcher = Fetcher(FetchPolicy(private=allow_private))
    return url_to_source(name, fetcher, encoding=encoding)


def _read_file(path: Path, encoding: str | None) -> SourceText:
    return _to_source(bytes_of(path), _printable(path), path.suffix, encoding)


def bytes_of(path: Path) -> bytes:
    """Return a file's bytes, no more than any article may have. Raises ReadError."""
    name = _printable(path)
    try:
        return _settled(path, name)
    except (OSError, ValueError) as error:
        raise _unreadable(name, error) from error


def _to_source(raw: bytes, name: str, suffix: str, encoding: str | None) -> SourceText:
    if suffix.lower() in PAGE_SUFFIXES:
        from kg.read.html import html_to_source  # trafilatura takes a fifth of a second to load

        return html_to_source(raw, name, encoding=encoding)
    return to_source(raw, name, encoding)


def _refuse_other_kinds(name: str, suffix: str) -> None:
    if suffix.lower() in _OTHER_KINDS:
        kinds = ", ".join(sorted(TEXT_SUFFIXES | PAGE_SUFFIXES))
        raise ReadError(
            Said(
                "%(name)s is not plain text. Save its text as a file (%(kinds)s).",
                name=name,
                kinds=kinds,
            ),
            source=name,
        )


def _settled(path: Path, name: str) -> bytes:
    """Return the bytes of a file that stayed as it was from the first to the last."""
    for _ in range(_READINGS):
        with path.open("rb") as file:
            before = os.fstat(file.fileno())
            raw = file.read(max(MAX_BYTES, MAX_PAGE_BYTES) + 1)
            after = os.fstat(file.fileno())
        if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):
            return raw
    raise failed(
        name,
        "%(name)s changes while it is read. Add it again when nobody writes to it any more.",
    )


def _unreadable(name: str, error: OSError | ValueError) -> ReadError:
    if isinstance(error, FileNotFoundError):
        return failed(name, "%(name)s does not exist. Check the path.")
    if isinstance(error, PermissionError):
        return failed(name, "%(name)s may not be read. Check its permissions.")
    reason = getattr(error, "strerror", None) or str(error)
    return failed(name, "%(name)s cannot be read: %(reason)s.", reason=reason)


def _printable(path: Path) -> str:
    """Return the path with bytes that are not UTF-8 replaced, so that it can be written out."""
    return os.fsencode(path).decode("utf-8", errors="replace")
