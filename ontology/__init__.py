"""The words of Claimline: its ontology, code lists, shapes and JSON-LD context, as data files.

In:  nothing; the files lie beside this one and are read with importlib.resources, so that they
     are found in a checkout, in a wheel and inside a zip archive alike.
Out: the text of a Turtle file, or the JSON-LD context as a dict, read anew at each call.
Source: PROV-O, SEM, schema.org, Web Annotation and SKOS, to which ontology.ttl is aligned.
     The four files are licensed under CC BY 4.0.
"""

import json
from importlib.resources import files
from typing import Any

__all__ = ["context_json", "ontology_ttl", "shapes_ttl", "terms_ttl"]


def ontology_ttl() -> str:
    """Return the classes and properties (namespace clm) as Turtle."""
    return _read("ontology.ttl")


def terms_ttl() -> str:
    """Return the SKOS code lists (namespace clt) as Turtle; no blank node stands in them."""
    return _read("terms.ttl")


def shapes_ttl() -> str:
    """Return the SHACL shapes as Turtle: for one article's merged data together with the terms."""
    return _read("shapes.ttl")


def context_json() -> dict[str, Any]:
    """Return the JSON-LD 1.1 context document: one key, "@context"."""
    document: dict[str, Any] = json.loads(_read("context.jsonld"))
    return document


def _read(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8")
