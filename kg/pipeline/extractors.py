"""Which extractor reads the articles: the rules, unless somebody asks for a model.

In:  a `Choice`, which travels with a job; the environment, where a model's server and key are
named. Out: an `Extractor`. Models are made once a process, so that they remember a refusal.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Self

from kg.extract.answered import read_answers
from kg.extract.base import Extractor, signature
from kg.extract.rules import RuleExtractor
from kg.model.draft import Drafts
from kg.model.token import Sentence
from kg.vocabulary import Language

if TYPE_CHECKING:
    from kg.llm import ModelReader, ModelSettings

ExtractorName = Literal["rules", "llm"]
BY_MODEL = "llm:"  # how the names of models begin beside their claims
MadeBy = tuple[str, str | None]
JOB_SECONDS = 300.0  # the longest article that is taken needs about twenty


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """An extractor, None = the rules, where the store has no other claims already.

    `cache`: a model's answers are kept and taken up again.
    """

    name: ExtractorName | None = None
    cache: bool = True

    def to_plain(self) -> dict[str, Any]:
        """Return the plain form."""
        return {"name": self.name, "cache": self.cache}

    @classmethod
    def from_plain(cls, document: dict[str, Any]) -> Self:
        """Return the choice of a plain form."""
        return cls(name=document["name"], cache=document["cache"])

    @property
    def seconds(self) -> float:
        """How long an article may take, everything included."""
        if self.name != "llm":
            return JOB_SECONDS
        return JOB_SECONDS + model_settings().article_seconds

    @property
    def made_by(self) -> MadeBy | None:
        """The extractor and rule of a store's claims that need not be found again; None = any."""
        if self.name is None:
            return None
        found = make_extractor(self)
        return signature(found), found.rule if isinstance(found, ModelExtractor) else None


class ModelExtractor:
    """The `Extractor` that asks a model, and believes it nothing that the article does not say."""

    version = ""  # the model's name says it; the prompt's version stands in the rule

    def __init__(self, reader: "ModelReader") -> None:
        self._reader = reader

    @property
    def name(self) -> str:
        """The model, as it stands beside claims."""
        return f"{BY_MODEL}{self._reader.settings.model}"

    @property
    def rule(self) -> str:
        """The prompt's version, as it stands beside claims."""
        return f"prompt:{self._reader.prompt.version}"

    def extract(self, text: str, sentences: Sequence[Sentence], language: Language) -> Drafts:
        """Return what the model says and the text bears out. Raises ModelError, ExtractError."""
        answers = self._reader.read(text)
        return read_answers(answers, text, sentences, language, rule=self.rule)


def make_extractor(choice: Choice) -> Extractor:
    """Return the extractor of a choice. Raises ModelSettingError."""
    if choice.name != "llm":
        return RuleExtractor()
    from kg.llm.cache import cache_folder  # HTTP and TLS are slow to load, and seldom needed

    settings = model_settings()
    return _model(settings, str(cache_folder(os.environ) or "") if choice.cache else "")


@lru_cache(maxsize=4)
def _model(settings: "ModelSettings", cache: str) -> ModelExtractor:
    from kg.llm import ModelReader
    from kg.llm.cache import AnswerCache

    return ModelExtractor(ModelReader(settings, AnswerCache(Path(cache) if cache else None)))


def model_settings() -> "ModelSettings":
    """Return what the environment says of the model. Raises ModelSettingError."""
    from kg.llm import ModelSettings

    return ModelSettings.from_environment(os.environ)
