"""What a reader's search looks in: all the words of a claim, folded.

In:  a telling. Out: its words by where they are from; case, vowel signs, letter shapes and digits
folded as lexicons are, and what people leave out when they type: the accents of Latin letters, the
dots of ta marbuta, the final shapes of Hebrew letters.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon.normalise import fold
from kg.model.claim import Meeting, RedLine, Statement
from kg.query.entities import Entities
from kg.query.telling import Telling

_TYPED = str.maketrans("ةךםןףץ", "هכמנפצ")
_ACCENTED = re.compile("([A-Za-z])[\u0300-\u036f]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchWords:
    """Folded words, one text a line: a telling's own, of who and where, of headline and passage."""

    said: str
    names: str
    around: str


def fold_text(text: str) -> str:
    """Fold word by word, so that the folding's cache holds words and not whole texts."""
    return " ".join(_fold_word(word) for word in text.split())


def search_words(telling: Telling, entities: Entities) -> SearchWords:
    """Return what a search looks in, by its worth."""
    around = [telling.article.title, *(passage.text for passage in telling.claim.evidence)]
    return SearchWords(
        said=_lines(_own_texts(telling)),
        names=_lines(_names(telling, entities)),
        around=_lines(around),
    )


def search_text(telling: Telling, entities: Entities) -> str:
    """Return contents, quotations, names, the headline and the evidence, one a line, folded."""
    words = search_words(telling, entities)
    return "\n".join(text for text in (words.said, words.names, words.around) if text)


@lru_cache(maxsize=100_000)
def _fold_word(word: str) -> str:
    # A full-text index knows no NUL, and nobody types one.
    folded = fold(word).replace("\0", "").translate(_TYPED)
    bare = _ACCENTED.sub(r"\1", unicodedata.normalize("NFD", folded))
    return unicodedata.normalize("NFC", bare)


def _lines(texts: Iterable[str | None]) -> str:
    return "\n".join(fold_text(text) for text in dict.fromkeys(texts) if text)


def _names(telling: Telling, entities: Entities) -> list[str | None]:
    texts: list[str | None] = []
    for iri, _ in telling.roles():
        actor = entities.actors[iri]
        texts += [actor.name, *(label for _, label in actor.labels)]
    for place_iri in (telling.place, *telling.about):
        if place_iri is not None and place_iri in entities.places:
            place = entities.places[place_iri]
            texts += [place.name, *(label for _, label in place.labels)]
    return texts


def _own_texts(telling: Telling) -> list[str | None]:
    claim = telling.claim
    match claim:
        case Statement():
            return [claim.content, claim.quote, claim.condition]
        case Meeting():
            return [claim.topic, claim.venue]
        case RedLine():
            return [claim.trigger_text]
