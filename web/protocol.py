"""What the SPARQL protocol's addresses share: formats, parameters, bodies, answers as they come.

An answer that is ready within its first quarter of a megabyte is sent with its length; a longer one
goes out while it is made. When that breaks (a limit, a reader that died), the connection breaks:
HTTP/1.1 lacks the last chunk then. HTTP/1.0 knows no chunks and could not tell a broken answer from
a whole one, so there the answer is finished first.
Source: SPARQL 1.1 Protocol, 2.1 and 2.2; RFC 9112, 7.1 and 8.
"""

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import IO, Any
from urllib.parse import parse_qsl

from flask import Response, request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest, NotAcceptable, UnsupportedMediaType

from kg.store.readers import Stream

from .negotiate import CSV, JSON, JSONLD, TURTLE, liked

RESULTS_JSON = "application/sparql-results+json"
RESULTS_XML = "application/sparql-results+xml"
TSV = "text/tab-separated-values"
RDF_XML = "application/rdf+xml"
NTRIPLES = "application/n-triples"
ROWS = (RESULTS_JSON, RESULTS_XML, CSV, TSV)
GRAPHS = (TURTLE, NTRIPLES, JSONLD, RDF_XML)
# Types that clients ask for and that are answered with their precise name.
ROW_ALIASES = {JSON: RESULTS_JSON, "application/xml": RESULTS_XML}
GRAPH_ALIASES = {JSON: JSONLD, "application/xml": RDF_XML}
_IN_ONE_PIECE = 256 * 1024
_IN_MEMORY = 4 * 1024 * 1024


def best(offered: Sequence[str], aliases: Mapping[str, str], accept: str) -> str:
    """Return the type that an Accept header likes best, by its precise name; "" for none."""
    chosen = liked(accept, (*offered, *aliases))
    return aliases.get(chosen, chosen)


def best_graph() -> str:
    """Return the format of a graph that Accept likes best. Raises NotAcceptable."""
    chosen = best(GRAPHS, GRAPH_ALIASES, request.headers.get("Accept", ""))
    if not chosen:
        raise NotAcceptable(f"This address answers with {', '.join(GRAPHS)}.")
    return chosen


def only_one(values: MultiDict[str, str], name: str) -> str:
    """Return the only value of a parameter. Raises BadRequest for none and for several."""
    found = values.getlist(name)
    if len(found) != 1:
        raise BadRequest(
            f"Send one `{name}`, not {len(found)}." if found else f"There is no `{name}`."
        )
    return found[0]


def several(values: MultiDict[str, str], name: str) -> tuple[str, ...] | None:
    """Return all values of a parameter, None when it is not given."""
    found = values.getlist(name)
    return tuple(found) if found else None


def text_body() -> str:
    """Return the request's body as text. Raises BadRequest for what is not UTF-8."""
    charset = request.mimetype_params.get("charset", "utf-8")
    if charset.lower() not in ("utf-8", "utf8", "us-ascii"):
        raise UnsupportedMediaType(f"The text is in {charset}. Send it in UTF-8.")
    try:
        return request.get_data().decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadRequest(f"The text is not UTF-8 at byte {error.start}.") from error


def address() -> MultiDict[str, str]:
    """Return the parameters of the address. Raises BadRequest if not UTF-8."""
    return pairs(request.query_string)


def form() -> MultiDict[str, str]:
    """Return the parameters of the address and of the form. Raises BadRequest if not UTF-8."""
    values = address()
    if request.mimetype == "multipart/form-data":
        found = MultiDict(request.form)
    else:
        found = pairs(request.get_data())
    for name, several_values in found.lists():
        for value in several_values:
            values.add(name, value)
    return values


def pairs(text: bytes) -> MultiDict[str, str]:
    """Return the pairs of x-www-form-urlencoded text, which Flask would decode leniently.

    Raises BadRequest for what is not UTF-8, and for too many.
    """
    try:
        pairs = parse_qsl(
            text.decode("utf-8"), keep_blank_values=True, errors="strict", max_num_fields=1000
        )
    except UnicodeDecodeError as error:
        raise BadRequest("The parameters are not UTF-8.") from error
    except ValueError as error:
        raise BadRequest("There are too many parameters.") from error
    return MultiDict(pairs)


def hung_up(environ: Mapping[str, Any]) -> Callable[[], bool] | None:
    """Return what tells whether the client has gone, where the server can tell."""
    return environ.get("waitress.client_disconnected")


def streamed(stream: Stream) -> Response:
    """Return a stream as an answer. Raises what shows before the answer has to begin."""
    parts = iter(stream)
    if request.method == "HEAD":
        stream.close()
        # An iterator, for an empty text would be given the length 0, which is not that of GET.
        return Response(iter(()), mimetype=stream.media_type)
    if request.environ.get("SERVER_PROTOCOL") == "HTTP/1.0":
        return _finished(parts, stream.media_type)
    first, whole = begun(parts)
    if whole:
        return Response(b"".join(first), mimetype=stream.media_type)
    answer = Response(chain(first, parts), mimetype=stream.media_type)
    answer.call_on_close(stream.close)
    return answer


def begun(parts: Iterator[bytes]) -> tuple[list[bytes], bool]:
    """Return the first parts of an answer, and whether it ends with them: then it has a length.

    Raises what the stream raises.
    """
    first: list[bytes] = []
    size = 0
    for part in parts:
        first.append(part)
        size += len(part)
        if size > _IN_ONE_PIECE:
            return first, False
    return first, True


def _finished(parts: Iterator[bytes], media_type: str) -> Response:
    """Return the whole of an answer, kept on disk where it is long."""
    # Closed when the answer has been sent.
    kept: IO[bytes] = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115
    try:
        for part in parts:
            kept.write(part)
    except BaseException:
        kept.close()
        raise
    length = kept.tell()
    kept.seek(0)
    answer = Response(iter(lambda: kept.read(64 * 1024), b""), mimetype=media_type)
    answer.call_on_close(kept.close)
    answer.content_length = length
    return answer
