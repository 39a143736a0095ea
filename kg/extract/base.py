"""What every extractor is: text and sentences in, claims in words out.

The rules, a model behind an API and sheets of claims made by hand all answer to this protocol; what
comes after (references, links, merging, IRIs) does not know which of them spoke.
"""

from collections.abc import Sequence
from typing import Protocol

from kg.model.draft import Drafts
from kg.model.token import Sentence
from kg.vocabulary import Language


class Extractor(Protocol):
    """`name` and `version` are written beside every claim, see `signature`."""

    @property
    def name(self) -> str:
        """A short name, such as "rules"."""

    @property
    def version(self) -> str:
        """The version of the rules; "" where the name says it, as a model's does."""

    def extract(self, text: str, sentences: Sequence[Sentence], language: Language) -> Drafts:
        """Return what the article says, in words, with offsets of `text`.

        Raises ExtractError when it cannot work in this language at all.
        """


def signature(extractor: Extractor) -> str:
    """Return what is written beside the claims of an extractor: "rules/1", "llm:some-model"."""
    return "/".join(filter(None, (extractor.name, extractor.version)))
