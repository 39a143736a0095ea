"""`claimline explain ARTICLE [CLAIM]`: what each stage saw of a claim's sentence."""

import json
import sys
from typing import Any

import click

from kg.cli.options import article_options, base_option, open_store, store_option
from kg.cli.output import printable
from kg.cli.sources import Given, read_sources
from kg.errors import KgError
from kg.model.iri import Iris
from kg.vocabulary import DEFAULT_BASE


@click.command("explain")
@click.argument("article")
@click.argument("claim", required=False)
@store_option
@base_option
@article_options
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to show it.",
)
def command(
    article: str, claim: str | None, store_path: str, base: str | None, form: str, **given: object
) -> None:
    """Show why each claim of ARTICLE, or CLAIM alone, was made.

    ARTICLE is the IRI of a stored article, or a source file (- for standard input). The text is
    read again by the present rules.
    """
    document = _explained(article, claim, store_path, base, Given.of(given))
    if form == "json":
        click.echo(json.dumps(document, ensure_ascii=False, indent=1))
        return
    click.echo(f"{printable(document['title'])} ({document['language']})")
    for one in document["claims"]:
        click.echo()
        for line in claim_lines(one):
            click.echo(line)


def _explained(
    article: str, claim: str | None, store_path: str, base: str | None, given: Given
) -> dict[str, Any]:
    from kg.pipeline.explain import explain_article, explain_source

    if article.startswith(("http://", "https://", "urn:")):
        with open_store(store_path) as store:
            stored = store.extraction(article).article
            return explain_article(stored, iris=Iris(store.base), claim=claim)
    source, *more = read_sources([article], given, stdin=sys.stdin.buffer)
    if more:
        raise click.UsageError("Name one article: this source holds several.")
    if isinstance(source, KgError):
        raise source
    return explain_source(source, iris=Iris(base or DEFAULT_BASE), claim=claim)


def claim_lines(one: dict[str, Any]) -> list[str]:
    """Return the explanation of one claim, line by line, harmless on a terminal."""
    lines = [f"{one['type']}  {one['confidence']['is']:.2f}  {one['rule']}", f"  {one['claim']}"]
    lines.append(f"  made by: {', '.join(one['words'])}")
    for sentence in one["sentences"]:
        lines += _sentence_lines(sentence)
    if one["speaker"]:
        speaker = one["speaker"]
        lines.append(f"  speaker by {speaker['order']}, margin {speaker['margin']:.2f}")
        lines += [f"    {c['text']}: {_word(c['verdict'])}" for c in speaker["candidates"]]
    lines += [f"  {_word(k)}: {_value(v)}" for k, v in one["frame"].items() if v]
    for reference in one["references"]:
        weighed = ", ".join(f"{c['name']} {c['score']:.1f}" for c in reference["candidates"])
        who = reference["chosen"] or "nobody"
        ranks = f" ({weighed})" if weighed else ""
        lines.append(f"  {_word(reference['kind'])} stands for {who}{ranks}")
    lines += [f"  also told in sentence {m['sentence']}: {m['words']}" for m in one["merged"]]
    if one["time"]:
        time = one["time"]
        lines.append(f"  time: {time['text']} -> {time['start']} to {time['end']}, {time['basis']}")
    steps = " x ".join(f"{s['factor']:.2f} {_word(s['why'])}" for s in one["confidence"]["steps"])
    lines.append(f"  confidence: {steps} = {one['confidence']['is']:.2f}")
    return [line[: len(line) - len(line.lstrip())] + printable(line) for line in lines]


def _sentence_lines(sentence: dict[str, Any]) -> list[str]:
    lines = [f"  sentence {sentence['number']}, {sentence['kind']}: {sentence['text']}"]
    for m in sentence["mentions"]:
        known = m["entity"] or _word(m["why"])
        listed = f", listed as {m['listed']}" if m["listed"] else ""
        lines.append(f"    name: {m['text']} ({m['category']}, {known}{listed})")
    lines += [f"    time: {t['text']} ({t['precision']})" for t in sentence["times"]]
    lines += [
        f"    cue: {c['text']} (row {c['row']}, {c['kind']}, {c['act']})" for c in sentence["cues"]
    ]
    lines += [f"    {b['kind']}: {b['text']}" for b in sentence["brackets"]]
    return lines


def _word(term: str) -> str:
    return term.replace("-", " ").replace("_", " ")


def _value(value: object) -> str:
    return ", ".join(value) if isinstance(value, list) else str(value)
