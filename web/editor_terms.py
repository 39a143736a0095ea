"""What the query editor offers while one types: the prefixes of the data, and the ontology's terms.

In:  the Turtle of the package `ontology`. Out: prefixes with their namespaces, prefixed names.
"""

from functools import cache
from importlib.resources import files

from kg.vocabulary import CLM, CLT, OA, PROV, RDF, RDFS, SCHEMA, SKOS, WGS, XSD

from .vocabulary_page import term_names

PREFIXES = {
    prefix: str(namespace)
    for prefix, namespace in (
        ("clm", CLM),
        ("clt", CLT),
        ("oa", OA),
        ("prov", PROV),
        ("rdf", RDF),
        ("rdfs", RDFS),
        ("schema", SCHEMA),
        ("skos", SKOS),
        ("wgs", WGS),
        ("xsd", XSD),
    )
}
# Terms of others that the data uses most.
_OTHERS = (
    "oa:end",
    "oa:exact",
    "oa:start",
    "prov:wasDerivedFrom",
    "rdf:type",
    "rdfs:label",
    "schema:headline",
    "schema:publisher",
    "schema:datePublished",
    "schema:inLanguage",
    "skos:altLabel",
    "skos:broader",
    "skos:prefLabel",
    "wgs:lat",
    "wgs:long",
    "xsd:date",
)


@cache
def editor_terms() -> dict[str, object]:
    """Return {"prefixes": {prefix: namespace}, "names": [prefixed name, …]}, names sorted."""
    own = {
        f"{prefix}:{name}"
        for prefix, file in (("clm", "ontology.ttl"), ("clt", "terms.ttl"))
        for name in term_names(
            (files("ontology") / file).read_text(encoding="utf-8"), PREFIXES[prefix]
        )
    }
    return {"prefixes": PREFIXES, "names": sorted(own | set(_OTHERS))}
