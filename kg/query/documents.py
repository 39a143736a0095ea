"""The chosen claims as documents: the JSON of an article, holding only them and whom they name.

In:  a `Source`, claims of record. Out: `Extraction`s and their JSON (`kg.model.document`).
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from kg.errors import NotFound
from kg.model.claim import Claim, Meeting, RedLine, Statement
from kg.model.document import to_document
from kg.model.extraction import Extraction
from kg.query.dataset import Dataset
from kg.query.filters import Filter
from kg.query.snapshot import source_of
from kg.query.source import Source
from kg.query.telling import ArticleView


def claim_document(given: Dataset | Source, iri: str) -> dict[str, Any]:
    """Return the document of one claim (given by its own IRI or a part's). Raises NotFound."""
    source = source_of(given)
    article = source.claim_article(iri)
    if article is None:
        raise NotFound(f"There is no claim {iri} in this store, or it was withdrawn.")
    telling = source.article(article).get_claim(iri)
    return to_document(narrow(telling.view, {telling.record.iri}))


def documents(given: Dataset | Source, chosen: Filter) -> Iterator[dict[str, Any]]:
    """Yield a document for each article with chosen claims; for an empty filter, for each one."""
    source, whole = source_of(given), chosen == Filter()
    for _, view, told in source.select(chosen).by_article():
        records = {telling.record.iri for telling in told}
        yield to_document(view.extraction if whole else narrow(view, records))


def narrow(view: ArticleView, records: Collection[str]) -> Extraction:
    """Return the article with these claims of record, their parts, and the actors they name."""
    claims = tuple(c for c in view.extraction.claims if (c.under or c.iri) in records)
    actors = {name for claim in claims for name in actors_of(claim)}
    places = {name for claim in claims for name in places_of(claim)}
    return replace(
        view.extraction,
        claims=claims,
        actors=tuple(a for a in view.extraction.actors if a.name in actors),
        locations=tuple(p for p in view.extraction.locations if p.name in places),
        context_actors=(),
        context_locations=(),
    )


def actors_of(claim: Claim) -> tuple[str, ...]:
    """Return the names of all actors in a claim, each once."""
    match claim:
        case Statement():
            about = tuple(a.name for a in claim.about if a.kind == "actor")
            found = (claim.speaker, *claim.via, *claim.addressees, *about)
        case Meeting():
            found = (*claim.participants, *claim.mediators)
        case RedLine():
            found = (claim.declared_by, *claim.declared_to, *claim.via)
    return tuple(dict.fromkeys(name for name in found if name is not None))


def places_of(claim: Claim) -> tuple[str, ...]:
    """Return the names of all places in a claim, each once."""
    found: tuple[str | None, ...] = ()
    if isinstance(claim, Statement):
        found = tuple(a.name for a in claim.about if a.kind == "location")
    elif isinstance(claim, Meeting):
        found = (claim.place,)
    else:
        found = (claim.trigger_place,)
    return tuple(dict.fromkeys(name for name in found if name is not None))
