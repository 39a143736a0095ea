"""What a reader's search looks in: all the words of a claim, folded.

In:  a telling. Out: one text; case, vowel signs, letter shapes and digits folded as lexicons are.
"""

from kg.lexicon.normalise import fold
from kg.model.claim import Meeting, RedLine, Statement
from kg.query.entities import Entities
from kg.query.telling import Telling


def fold_text(text: str) -> str:
    """Fold word by word, so that the folding's cache holds words and not whole texts."""
    return " ".join(fold(word) for word in text.split())


def search_text(telling: Telling, entities: Entities) -> str:
    """Return contents, quotations, names, the headline and the evidence, one a line, folded."""
    texts: list[str | None] = [*_own_texts(telling), telling.article.title]
    texts += [passage.text for passage in telling.claim.evidence]
    for iri, _ in telling.roles():
        actor = entities.actors[iri]
        texts += [actor.name, *(label for _, label in actor.labels)]
    for place_iri in (telling.place, *telling.about):
        if place_iri is not None and place_iri in entities.places:
            place = entities.places[place_iri]
            texts += [place.name, *(label for _, label in place.labels)]
    return "\n".join(fold_text(text) for text in dict.fromkeys(texts) if text)


def _own_texts(telling: Telling) -> list[str | None]:
    claim = telling.claim
    match claim:
        case Statement():
            return [claim.content, claim.quote, claim.condition]
        case Meeting():
            return [claim.topic, claim.venue]
        case RedLine():
            return [claim.trigger_text]
