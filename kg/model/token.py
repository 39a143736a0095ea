"""Words of a text with their place and their possible readings.

A token's `form` is the folded word (kg.lexicon.normalise.fold). Arabic and Hebrew write
conjunctions, prepositions and the article onto the word: each way to take a word apart is a
`Reading`, and lexicons decide which of them exist.
"""

from dataclasses import dataclass
from typing import Literal

from kg.model.span import Span

SentenceKind = Literal["title", "dateline", "heading", "body", "furniture"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a token: letters written on in front, the stem, letters written on behind.

    `proclitics` are folded letters in order ("و", "ب", "ل", "ك", "ف", "س"); `definite` says that an
    article followed them ("ال", also inside "لل"); `enclitic` is a pronoun suffix or possessive
    ("ها", "'s"), "" for none.
    """

    proclitics: tuple[str, ...]
    definite: bool
    stem: str
    enclitic: str = ""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or one punctuation mark. `start`/`end` are code points of the stored text."""

    start: int
    end: int
    text: str
    form: str
    is_word: bool
    readings: tuple[Reading, ...] = ()

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence or line with its kind and tokens; `index` counts from 0 through the article.

    `paragraph` counts the blocks of lines: two sentences of one line share it.
    """

    index: int
    paragraph: int
    kind: SentenceKind
    start: int
    end: int
    text: str
    tokens: tuple[Token, ...]
