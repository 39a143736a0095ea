"""How data IRIs are minted: from what a thing is, never from when or by which program.

In: a data base such as https://w3id.org/claimline/id/ . Out: IRIs below it.
A hash is the first 16 hex digits of SHA-256 over UTF-8 parts joined by U+001F.
"""

import hashlib
import re
from dataclasses import dataclass
from urllib.parse import quote

from kg.vocabulary import DEFAULT_BASE

_LOCAL = re.compile(r"[0-9a-f]{16}-[0-9a-f]{16}")
_SAFE_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`\x7f-\x9f\ud800-\udfff]+")


def short_hash(*parts: str) -> str:
    """Return 16 hex digits that stand for these parts, in this order."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8")).hexdigest()[:16]


def is_iri(text: str) -> bool:
    """True for an absolute IRI without blanks, quotes or other characters that break RDF.

    Lone surrogates are refused as well: no UTF-8 can carry them.
    """
    return bool(_SAFE_IRI.fullmatch(text))


@dataclass(frozen=True, slots=True)
class Iris:
    """Minter and reader of the IRIs under one data base (which ends in "/" and holds no "#")."""

    base: str = DEFAULT_BASE

    def article(self, *identity: str) -> str:
        """Return the article's IRI; identity is its address, its given id, or its text."""
        return f"{self.base}article/{short_hash(*identity)}"

    def claim(self, article_iri: str, *identity: str) -> str:
        """Return a claim's IRI, which is also the name of its graph."""
        return f"{self.base}claim/{local_name(article_iri)}-{short_hash(*identity)}"

    def event(self, kind: str, article_iri: str, *identity: str) -> str:
        """Return an event's IRI; kind is meeting, statement, redline or action."""
        return f"{self.base}{kind}/{local_name(article_iri)}-{short_hash(kind, *identity)}"

    def linked_actor(self, gazetteer_id: str) -> str:
        """Return the IRI of an actor of the gazetteer, the same in every article."""
        return f"{self.base}actor/{quote(gazetteer_id, safe='.-_')}"

    def local_actor(self, article_iri: str, name: str) -> str:
        """Return the IRI of an actor that only this article knows by this name."""
        return f"{self.base}actor/{local_name(article_iri)}-{short_hash('actor', name)}"

    def linked_place(self, gazetteer_id: str) -> str:
        """Return the IRI of a place of the gazetteer."""
        return f"{self.base}place/{quote(gazetteer_id, safe='.-_')}"

    def local_place(self, article_iri: str, name: str) -> str:
        """Return the IRI of a place that only this article knows by this name."""
        return f"{self.base}place/{local_name(article_iri)}-{short_hash('place', name)}"

    def passage(self, claim_iri: str, position: int) -> str:
        """Return the IRI of a claim's passage, counted from 1 (a part's `#` becomes a dash)."""
        return f"{self.base}passage/{local_name(claim_iri).replace('#', '-')}-{position}"

    def graph(self, name: str) -> str:
        """Return the IRI of a managed graph: merged, registry, decisions, proposals, meta."""
        return f"{self.base}graph/{name}"

    def decision(self, *identity: str) -> str:
        """Return the IRI of a decision (a PROV activity)."""
        return f"{self.base}decision/{short_hash(*identity)}"

    def proposal(self, *events: str) -> str:
        """Return the IRI of the proposal that these two events are one, in either order."""
        return f"{self.base}proposal/{short_hash(*sorted(events))}"


def local_name(iri: str) -> str:
    """Return what follows the last slash; all of it where there is none."""
    return iri.rpartition("/")[2]


def owner(iri: str) -> str:
    """Return the part of a claim's, event's or article's IRI that all of its article share."""
    return local_name(iri).partition("#")[0].partition("-")[0]


def is_article_local(iri: str) -> bool:
    """True for an actor or place that one article knows, False for one of the gazetteer."""
    return bool(_LOCAL.fullmatch(local_name(iri)))
