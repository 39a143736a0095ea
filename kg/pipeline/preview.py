"""What storing an article would do, told before it is done.

In:  a store and what was found in a source. Out: `Foreseen`. It holds for the store as it is now:
another write in between may change it, and what storing then reports counts.
"""

from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import NotFound
from kg.model.claim import Claim
from kg.model.extraction import Extraction
from kg.model.iri import Iris
from kg.pipeline.known import is_stored
from kg.pipeline.reading import Found, Head
from kg.query.bind import bind
from kg.resolve.copies import is_copy, text_bands
from kg.store.base import GraphStore, PutOutcome
from kg.vocabulary import CLM, SCHEMA

_MOST_COMPARED = 20
_SAME = "SELECT ?a WHERE { ?a <" + CLM.digest + "> ?digest . ?a <" + SCHEMA.headline + "> ?t }"
_NEAR = (
    "SELECT ?a (COUNT(*) AS ?n) WHERE { GRAPH ?g { VALUES ?band { %s } ?a <"
    + CLM.textBand
    + "> ?band } } GROUP BY ?a ORDER BY DESC(?n) ?a LIMIT %d"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreseen:
    """What would become of live claims (parts not counted), and which articles have this text.

    `leaving` are claims that the text no longer gives, with the article they stand in. `same_text`
    are other articles with exactly this text, `copy_of` those with nearly this text.
    """

    outcome: PutOutcome
    added: int
    kept: int
    leaving: tuple[Claim, ...] = ()
    before: Extraction | None = None
    same_text: tuple[str, ...] = ()
    copy_of: tuple[str, ...] = ()


def foresee(store: GraphStore, found: Found) -> Foreseen:
    """Return what storing would do. `found` holds an extraction. Raises ValueError without one."""
    extraction = found.extraction
    if extraction is None:
        raise ValueError(f"nothing was extracted from {found.source.name}")
    same, near = _copies(store, extraction)
    coming = {claim.iri for claim in extraction.claims if claim.under is None}
    before = _live(store, extraction.article.iri)
    if before is None:
        return Foreseen(outcome="added", added=len(coming), kept=0, same_text=same, copy_of=near)
    live = {claim.iri: claim for claim in before.claims if claim.under is None}
    if is_stored(store, Head.of(found.source, Iris(store.base))):
        return Foreseen(outcome="unchanged", added=0, kept=len(live), same_text=same, copy_of=near)
    refused = {d.subject: d.kind == "reject" for d in store.decisions()}
    fresh = {iri for iri in coming - live.keys() if not refused.get(iri)}
    leaving = [c for iri, c in live.items() if iri not in coming and c.review == "extracted"]
    return Foreseen(
        outcome="replaced",
        added=len(fresh),
        kept=len(live) - len(leaving),
        leaving=tuple(leaving),
        before=before,
        same_text=same,
        copy_of=near,
    )


def _live(store: GraphStore, iri: str) -> Extraction | None:
    """Return the article as it stands; None for one that is not there, or withdrawn."""
    if store.summary(iri) is None:
        return None
    try:
        return store.extraction(iri)
    except NotFound:
        return None


def _copies(store: GraphStore, extraction: Extraction) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the other live articles with this very text, and those with nearly it."""
    article = extraction.article
    digest = {"digest": ox.Literal(article.digest)}
    rows = store.select(bind(_SAME, digest)).rows
    same = {row[0].value for row in rows if isinstance(row[0], ox.NamedNode)} - {article.iri}
    bands = " ".join(str(ox.Literal(b)) for b in sorted(text_bands(article.text, article.language)))
    rows = store.select(_NEAR % (bands, _MOST_COMPARED)).rows if bands else ()
    candidates = [row[0].value for row in rows if isinstance(row[0], ox.NamedNode)]
    near = [
        iri
        for iri in candidates
        if iri not in same | {article.iri} and _alike(store, iri, extraction)
    ]
    return tuple(sorted(same)), tuple(near)


def _alike(store: GraphStore, iri: str, extraction: Extraction) -> bool:
    other = _live(store, iri)
    article = extraction.article
    return (
        other is not None
        and other.article.language == article.language
        and is_copy(other.article.text, article.text, article.language)
    )
