"""`claimline articles show IRI`: what is known of an article, and how it was read.

In:  an article of the store. Out: a line for each fact, or one JSON object.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import click

from kg.cli.known import known_article
from kg.cli.options import open_store, store_option
from kg.cli.output import say
from kg.model.claim import Claim, Meeting, RedLine
from kg.model.extraction import Extraction
from kg.store.base import ArticleSummary, GraphStore

_LABELS = {
    "iri": "IRI",
    "title": "Title",
    "publisher": "Publisher",
    "published": "Published",
    "source": "Source",
    "language": "Language",
    "encoding": "Encoding",
    "furniture": "Sentences set aside",
    "extractors": "Read by",
    "claims": "Claims",
    "warnings": "Warnings",
    "copies": "Same text",
}


@click.command("show")
@click.argument("iri")
@store_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.pass_context
def show(context: click.Context, iri: str, store_path: str, form: str) -> None:
    """Show how the article IRI was read: its facts and where they are from, by whom, what of it."""
    if context.get_parameter_source("store_path") is click.core.ParameterSource.DEFAULT:
        store_path = context.obj  # `articles --store S show IRI`
    with open_store(store_path) as store:
        known_article(store, iri)
        facts = facts_of(store, iri)
    if form == "json":
        click.echo(json.dumps(facts, ensure_ascii=False, indent=1))
        return
    for key, label in _LABELS.items():
        for line in _told(key, facts):
            say(f"{label}: {line}")


def facts_of(store: GraphStore, iri: str) -> dict[str, Any]:
    """Return what is known of an article, as the JSON has it; None for what is not known."""
    found = store.extraction(iri)
    article = found.article
    return {
        "iri": article.iri,
        "title": article.title,
        "publisher": article.publisher,
        "published": str(article.published) if article.published else None,
        "published_from": article.published_from,
        "source": article.source,
        "language": article.language,
        "encoding": article.encoding,
        "encoding_from": article.encoding_from,
        "digest": article.digest,
        "characters": len(article.text),
        "furniture": article.furniture,
        "extractors": dict(sorted(Counter(_reader(c) for c in _own(found)).items())),
        "claims": _counts(found),
        "warnings": list(article.warnings),
        "copies": [_listed(other) for other in _copies(store, iri)],
    }


def _own(found: Extraction) -> Iterator[Claim]:
    """The claims of record: what is told inside another is part of it."""
    return (claim for claim in found.claims if claim.under is None)


def _reader(claim: Claim) -> str:
    """Who found a claim: the rules' version, a model with its prompt, or a sheet."""
    prompt = claim.rule.startswith("prompt:")
    return f"{claim.extractor}, {claim.rule}" if prompt else claim.extractor


def _counts(found: Extraction) -> dict[str, int]:
    kinds = Counter(
        "meetings" if isinstance(c, Meeting) else "redlines" if isinstance(c, RedLine) else "said"
        for c in found.claims
    )
    return {
        "claims": sum(1 for _ in _own(found)),
        "statements": kinds["said"],
        "meetings": kinds["meetings"],
        "redlines": kinds["redlines"],
        "reviewed": sum(claim.review != "extracted" for claim in _own(found)),
    }


def _copies(store: GraphStore, iri: str) -> list[ArticleSummary]:
    """The other articles of nearly the same text, by IRI."""
    firsts: Mapping[str, str] = store.copies()
    first = firsts.get(iri, iri)
    group = {first, *(article for article, text in firsts.items() if text == first)} - {iri}
    found = (store.summary(other) for other in sorted(group))
    return [summary for summary in found if summary is not None]


def _listed(article: ArticleSummary) -> dict[str, str | None]:
    return {"iri": article.iri, "title": article.title, "publisher": article.publisher}


def _told(key: str, facts: Mapping[str, Any]) -> Iterator[str]:
    """The lines of a fact: none for what there is none of."""
    value, known_from = facts[key], facts.get(f"{key}_from")
    if key == "claims":
        yield ", ".join(f"{name} {count}" for name, count in value.items())
    elif key == "extractors":
        yield from (f"{reader} ({count} claims)" for reader, count in value.items())
    elif key == "copies":
        yield from (
            f"{copy['title']} ({copy['publisher'] or '?'}), {copy['iri']}" for copy in value
        )
    elif isinstance(value, list):
        yield from value
    elif known_from:
        yield f"{value} (known from: {known_from})"
    else:
        yield "unknown" if value is None else str(value)
