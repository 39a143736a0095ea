"""Explaining a claim: what each stage saw of its sentence, true to what was extracted."""

import json
from math import prod
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.explain import command
from kg.errors import NotFound
from kg.model.article import SourceText
from kg.model.day import Day
from kg.pipeline import extract_article
from kg.pipeline.explain import explain_article, explain_source
from kg.store.embedded import EmbeddedStore
from tests.strategies import AT, IRIS

TEXT = """Talks go on over the border

Syrian and Turkish officers met in Baku on Wednesday, a Turkish defence ministry official said.

"We will not accept bases at the border," he added. Israel warned Turkey on Tuesday against new
deployments.
"""
SOURCE = SourceText(name="talks.txt", text=TEXT, language="en", published=Day(2031, 7, 18))
FOLDER = Path(__file__).parent / "eval" / "dev"


def by_evidence(words: str) -> dict:  # type: ignore[type-arg]  # JSON
    claims = explain_source(SOURCE, iris=IRIS)["claims"]
    return next(c for c in claims if words in " ".join(c["evidence"]) and c["type"] == "statement")


def test_every_claim_is_explained_under_its_own_iri() -> None:
    found = extract_article(SOURCE, iris=IRIS)
    explained = explain_source(SOURCE, iris=IRIS)["claims"]
    assert [c["claim"] for c in explained] == [c.iri for c in found.claims]
    assert [c["confidence"]["is"] for c in explained] == [c.confidence for c in found.claims]


def test_the_sentence_is_shown_with_names_times_and_lexicon_rows() -> None:
    (sentence,) = by_evidence("warned Turkey")["sentences"]
    assert sentence["kind"] == "body"
    assert {m["text"]: m["entity"] for m in sentence["mentions"]} == {
        "Israel": "israel",
        "Turkey": "turkey",
    }
    assert [(c["text"], c["row"]) for c in sentence["cues"]] == [("warned", "warn")]
    assert [t["text"] for t in sentence["times"]] == ["Tuesday"]


def test_every_name_of_the_sentence_is_told_why_it_is_not_the_speaker() -> None:
    verdicts = {
        c["text"]: c["verdict"] for c in by_evidence("warned Turkey")["speaker"]["candidates"]
    }
    assert verdicts == {"Israel": "speaker", "Turkey": "spoken-to"}


def test_the_words_that_made_a_claim_are_given() -> None:
    claims = explain_source(SOURCE, iris=IRIS)["claims"]
    assert [c["words"] for c in claims if c["type"] == "meeting"] == [["met"]]


def test_a_resolved_pronoun_shows_its_candidates_and_its_cost() -> None:
    claim = by_evidence("bases at the border")
    (reference,) = claim["references"]
    assert reference["kind"] == "pronoun"
    assert reference["chosen"] == reference["candidates"][0]["name"]
    assert ("references", 0.8) in [(s["why"], s["factor"]) for s in claim["confidence"]["steps"]]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("0[1-6]-*.txt")), ids=lambda p: p.stem)
def test_the_steps_of_a_confidence_multiply_to_it(path: Path) -> None:
    language = path.name.split(".")[-2]
    source = SourceText(name=path.name, text=path.read_text(encoding="utf-8"), language=language)  # type: ignore[arg-type]  # of the file's name
    for claim in explain_source(source, iris=IRIS)["claims"]:
        product = prod(step["factor"] for step in claim["confidence"]["steps"])
        assert min(0.95, max(0.05, product)) == pytest.approx(claim["confidence"]["is"], abs=0.011)
        assert claim["sentences"]


def test_a_stored_article_is_explained_under_the_iri_it_was_given() -> None:
    named = SourceText(**{f: getattr(SOURCE, f) for f in SOURCE.__slots__} | {"identifier": "n1"})
    found = extract_article(named, iris=IRIS)
    store = EmbeddedStore.in_memory()
    store.put_article(found, at=AT)
    article = store.extraction(found.article.iri).article
    wanted = found.claims[0].iri
    explained = explain_article(article, iris=IRIS, claim=wanted)
    assert wanted in [c["claim"] for c in explained["claims"]]
    with pytest.raises(NotFound, match="make no claim"):
        explain_article(article, iris=IRIS, claim="no-such-claim")


def test_the_command_explains_a_file_in_words_and_as_json(tmp_path: Path) -> None:
    path = tmp_path / "talks.txt"
    path.write_text(TEXT, encoding="utf-8")
    arguments = [str(path), "--published", "2031-07-18"]
    shown = CliRunner().invoke(command, arguments)
    assert shown.exit_code == 0, shown.output
    assert "cue: warned (row warn, verb, warns)" in shown.output
    assert "Turkey: spoken to" in shown.output
    assert "confidence: 0.92 statement x " in shown.output
    document = json.loads(CliRunner().invoke(command, [*arguments, "--format", "json"]).output)
    (one, *_) = document["claims"]
    alone = CliRunner().invoke(command, [*arguments, one["claim"], "--format", "json"])
    claims = json.loads(alone.output)["claims"]
    assert one["claim"] in [c["claim"] for c in claims]
    assert len(claims) < len(document["claims"])
