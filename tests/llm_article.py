"""What tests of the model share: an article, a good answer, reading with a stub of a server."""

import dataclasses
from pathlib import Path
from typing import Any

from kg.llm import ModelReader, ModelSettings
from kg.llm.cache import AnswerCache
from kg.mapping.checks import check_extraction
from kg.model.article import SourceText
from kg.model.day import Day
from kg.model.extraction import Extraction
from kg.model.iri import Iris
from kg.pipeline import extract_article
from kg.pipeline.extractors import ModelExtractor
from tests.llm_stub import (
    KEY,
    ModelServer,
    claims,
    meeting,
    model_server,
    say,
    statement,
)

MET = "French and German officials met in Vienna on Wednesday about the ferries."
SAID = "France's foreign ministry said the talks would go on until Friday."
WARNED = "A German official warned France that any new toll on the canal would be a red line."
TEXT = f"Ferry talks\n\n{MET}\n\n{SAID}\n\n{WARNED}\n\nHe said the “port”  was closed.\n"
LONG = " ".join(f"France said {n} times that the port was closed." for n in range(40))
PUBLISHED = Day.parse("2025-04-10")
GOOD = claims(
    actors=[
        {"name": "A German official", "kind": "official", "unnamed": True},
        {"name": "France's foreign ministry", "kind": "ministry", "unnamed": False},
    ],
    places=["Vienna"],
    statements=[
        statement(
            "s1",
            SAID,
            speaker="France's foreign ministry",
            content="the talks would go on until Friday",
        ),
        statement(
            "s2",
            WARNED,
            speaker="A German official",
            act="warns",
            addressees=["France"],
            content="any new toll on the canal would be a red line",
        ),
    ],
    meetings=[
        meeting("m1", MET, "French", "German officials", place="Vienna", time="on Wednesday")
    ],
    redlines=[
        {
            "id": "r1",
            "evidence": [WARNED],
            "trigger": "any new toll on the canal",
            "told_by": "s2",
            "commitment": "declares",
        }
    ],
)


def settings(stub: ModelServer, **changed: Any) -> ModelSettings:
    environment = {
        "CLAIMLINE_LLM_URL": stub.address,
        "CLAIMLINE_LLM_MODEL": "small-model",
        "CLAIMLINE_LLM_KEY": KEY,
    }
    return dataclasses.replace(ModelSettings.from_environment(environment), **changed)


def reader(stub: ModelServer, cache: Path | None = None, **changed: Any) -> ModelReader:
    made = ModelReader(settings(stub, **changed), AnswerCache(cache))
    made.client.sleep = lambda _: None
    return made


def extracted(stub: ModelServer, text: str = TEXT, **changed: Any) -> Extraction:
    source = SourceText(name="a.txt", text=text, language="en", published=PUBLISHED)
    iris = Iris()
    found = extract_article(source, iris=iris, extractor=ModelExtractor(reader(stub, **changed)))
    check_extraction(found, iris)
    return found


def answered(words: str, text: str = TEXT) -> Extraction:
    with model_server(say(words)) as stub:
        return extracted(stub, text)
