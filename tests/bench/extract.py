"""Extraction: sentences a second on one core, and memory while articles go by.

Beside it, where a Python with spaCy is named (`--spacy PYTHON`), a small English pipeline on the
English articles: `en_core_web_sm` if that Python has it, else the blank tokenizer with sentencizer.
"""

import argparse
import json
import subprocess
import time
from collections.abc import Sequence
from typing import Any

from kg.extract.segment import segment
from kg.model.article import SourceText
from kg.model.iri import Iris
from kg.pipeline import extract_article
from kg.vocabulary import LANGUAGES, Language
from tests.bench.corpus import articles
from tests.bench.measure import resident_mb

_SPACY = """
import json, sys, time
import spacy
texts = json.load(sys.stdin)
try:
    nlp = spacy.load("en_core_web_sm"); name = "en_core_web_sm"
except OSError:
    nlp = spacy.blank("en"); nlp.add_pipe("sentencizer"); name = "blank en + sentencizer"
nlp(texts[0])
start = time.process_time()
for text in texts:
    nlp(text)
seconds = time.process_time() - start
print(json.dumps({"pipeline": name, "version": spacy.__version__, "seconds": seconds}))
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this bench's options."""
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--spacy", metavar="PYTHON", help="an interpreter that has spaCy")


def run(given: argparse.Namespace) -> dict[str, Any]:
    """Extract the generated articles; return rates by language and memory along the way."""
    for source in articles(4, seed=given.seed + 1):  # lexicons are read once, outside the clock
        extract_article(source, iris=Iris())
    seconds: dict[Language, float] = dict.fromkeys(LANGUAGES, 0.0)
    sentences: dict[Language, int] = dict.fromkeys(LANGUAGES, 0)
    claims = 0
    memory: dict[str, float | None] = {"start": resident_mb()}
    marks = {given.articles * k // 10 for k in (1, 2, 5, 10)}
    for number, source in enumerate(articles(given.articles, seed=given.seed), start=1):
        language = source.language
        if language is None:
            continue
        sentences[language] += len(segment(source.text, language, title=source.title))
        start = time.process_time()
        claims += len(extract_article(source, iris=Iris()).claims)
        seconds[language] += time.process_time() - start
        if number in marks:
            memory[str(number)] = resident_mb()
    result: dict[str, Any] = {
        "articles": given.articles,
        "sentences": sum(sentences.values()),
        "claims": claims,
        "sentences_per_second": _rates(sentences, seconds),
        "resident_mb_after": memory,
    }
    if given.spacy:
        result["spacy"] = _spacy(given, sentences["en"], seconds["en"])
    return result


def _rates(sentences: dict[Language, int], seconds: dict[Language, float]) -> dict[str, int]:
    rates = {lang: round(sentences[lang] / seconds[lang]) for lang in LANGUAGES if seconds[lang]}
    return {"all": round(sum(sentences.values()) / sum(seconds.values())), **rates}


def _spacy(given: argparse.Namespace, sentences: int, ours: float) -> dict[str, Any]:
    english = [s for s in articles(given.articles, seed=given.seed) if s.language == "en"]
    told = _run_spacy(given.spacy, english)
    theirs = float(told.pop("seconds"))
    return {
        **told,
        "sentences_per_second": round(sentences / theirs),
        "claimline_times_as_fast": round(theirs / ours, 2),
    }


def _run_spacy(python: str, sources: Sequence[SourceText]) -> dict[str, Any]:
    done = subprocess.run(
        [python, "-c", _SPACY],
        input=json.dumps([s.text for s in sources]),
        capture_output=True,
        text=True,
        check=True,
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told
