"""Tell a name by the verb of meeting beside it.

In:  a Hebrew sentence and the token of a name. Out: whether its bearer meets somebody.
"""

from kg.extract.meetings.words import load_meeting_words
from kg.model.token import Sentence
from kg.vocabulary import Language


def meets_beside(sentence: Sentence, i: int, language: Language) -> bool:
    """True right in front of or behind a verb of meeting: "שינג אירח", "נפגש שינג"."""
    if language != "he":
        return False
    words = load_meeting_words("he")
    beside = (k for k in (i - 1, i + 1) if 0 <= k < len(sentence.tokens))
    hits = (words.verb_at(sentence.tokens, k) for k in beside if sentence.tokens[k].is_word)
    return any(hit is not None and hit.verb.frame is not None for hit in hits)
