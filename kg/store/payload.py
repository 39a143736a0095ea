"""A graph as somebody sends it: bytes in an RDF format -> triples, or what is wrong and where.

Nothing is fetched: JSON-LD with a context elsewhere is refused, and so is RDF/XML with entities of
its own, of which nine lines can stand for gigabytes. Triple terms (RDF 1.2) are refused: most tools
cannot read them. Blank nodes get fresh names.
In:  bytes, a media type, the base of relative IRIs. Out: triples.
"""

import pyoxigraph as ox

from kg.errors import GraphSyntaxError, QueryRefused

FORMATS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}


def parse_graph(body: bytes, media_type: str, base_iri: str) -> list[ox.Triple]:
    """Return the triples of a graph, as they stand. Raises GraphSyntaxError, QueryRefused."""
    if media_type == "application/rdf+xml" and b"<!ENTITY" in body.replace(b"\0", b""):
        raise QueryRefused(
            "RDF/XML with entities of its own is not read. Write them out, or send Turtle."
        )
    try:
        quads = ox.parse(
            body,
            format=FORMATS[media_type],
            base_iri=base_iri,
            without_named_graphs=True,
            rename_blank_nodes=True,
        )
        triples = [quad.triple for quad in quads]
    except SyntaxError as error:
        raise GraphSyntaxError(
            f"This is no {media_type}: {error.msg}.", line=error.lineno, column=error.offset
        ) from error
    except (ValueError, OSError) as error:
        raise GraphSyntaxError(f"This is no {media_type}: {error}.") from error
    if any(isinstance(triple.object, ox.Triple) for triple in triples):
        raise QueryRefused("Triple terms are not stored here. Say it with a node of its own.")
    return triples
