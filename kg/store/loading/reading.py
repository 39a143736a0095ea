"""A file of RDF, plain or gzipped, as quads; what is wrong with it is told with line and column.

Nothing is fetched and no entity of a document's own is expanded.
In:  a path whose ending names the format. Out: quads, one after the other.
"""

import gzip
import hashlib
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

import pyoxigraph as ox

from kg.errors import GraphSyntaxError, ReadError
from kg.vocabulary import CLM

FORMATS = {
    ".trig": ox.RdfFormat.TRIG,
    ".nq": ox.RdfFormat.N_QUADS,
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".owl": ox.RdfFormat.RDF_XML,
    ".xml": ox.RdfFormat.RDF_XML,
}
_CHUNK = 1024 * 1024
_ENTITY = b"<!ENTITY"


def format_of(path: Path) -> ox.RdfFormat:
    """Return the format that a file's name tells. Raises ReadError."""
    name = path.with_suffix("") if path.suffix == ".gz" else path
    found = FORMATS.get(name.suffix.lower())
    if found is None:
        raise ReadError(
            f"{path} has no ending that tells its format. These do: {' '.join(FORMATS)}, each also "
            "with .gz.",
            source=str(path),
        )
    return found


def holds_one_graph(path: Path) -> bool:
    """True for a format that knows no named graphs, as dumps have. Raises ReadError."""
    return not format_of(path).supports_datasets


def quads_of(path: Path, base_iri: str | None = None) -> Iterator[ox.Quad]:
    """Yield the quads of a file. Raises ReadError, GraphSyntaxError."""
    try:
        with opened(path) as file:
            yield from ox.parse(file, format=format_of(path), base_iri=base_iri)
    except SyntaxError as error:
        where = f", line {error.lineno}, column {error.offset}" if error.lineno else ""
        raise GraphSyntaxError(
            f"{path}{where}: {error.msg}. Nothing was loaded.",
            line=error.lineno,
            column=error.offset,
        ) from error
    except (OSError, EOFError, zlib.error, ValueError) as error:
        raise _unreadable(path, error) from error


def digest_of(path: Path) -> str:
    """Return 16 hex digits of the content's SHA-256, uncompressed.

    Raises ReadError, also for RDF/XML with entities of its own: nine lines of them can stand for
    gigabytes.
    """
    found = hashlib.sha256()
    xml = format_of(path) == ox.RdfFormat.RDF_XML
    tail = b""
    try:
        with opened(path) as file:
            while chunk := file.read(_CHUNK):
                found.update(chunk)
                if xml and _ENTITY in (tail + chunk).replace(b"\0", b""):
                    raise ReadError(
                        f"{path} is RDF/XML with entities of its own, which is not read. Write "
                        "them out, or load Turtle.",
                        source=str(path),
                    )
                tail = chunk[-2 * len(_ENTITY) :]
    except (OSError, EOFError, zlib.error) as error:
        raise _unreadable(path, error) from error
    return found.hexdigest()[:16]


def base_named_in(path: Path) -> str | None:
    """Return the data base that a dump names, None for other files. Raises as `quads_of`."""
    for quad in quads_of(path, "urn:relative:"):
        if quad.predicate.value == CLM.dataBase and isinstance(quad.object, ox.Literal):
            base = quad.object.value
            if getattr(quad.graph_name, "value", "") == f"{base}graph/meta":
                return base
    return None


def size_of(path: Path) -> int:
    """Return about how many bytes of text a file holds. Raises ReadError."""
    try:
        return path.stat().st_size * (12 if path.suffix == ".gz" else 1)
    except OSError as error:
        raise _unreadable(path, error) from error


def opened(path: Path) -> IO[bytes]:
    """Return the file's content, uncompressed."""
    if path.suffix == ".gz":
        return cast(IO[bytes], gzip.open(path))
    return path.open("rb")


def _unreadable(path: Path, error: Exception) -> ReadError:
    reason = getattr(error, "strerror", None) or str(error)
    return ReadError(f"{path} cannot be read: {reason}. Nothing was loaded.", source=str(path))
