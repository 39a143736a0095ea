"""Find who a sentence's main clause is about, without knowing its verb.

In:  a view. Out: the first mention of an actor that no preposition, quotation, insertion or "that"
keeps from being the subject, or None.
"""

from kg.extract.attribution import can_act, unlinked_mention
from kg.extract.speakers.turkish_topic import turkish_topic
from kg.extract.view import LIKE, View
from kg.model.mention import Mention

_HE = frozenset({"he", "she"})
_OBJECT = frozenset({"את", "ואת"})  # "קיבלה את השר": the minister is received
_BODY = 2  # "the ministry"
_CONJUNCTIONS = ("و", "ف", "ו")


def find_subject(view: View, *, before: int | None = None) -> Mention | None:
    """Return the likely subject among the mentions that begin before token `before`."""
    if view.lexicon.language == "tr":
        return turkish_topic(view, before)
    prepositions = view.lexicon.word_set("prepositions")
    limit = min(_first_that(view), view.size if before is None else before)
    inside = {i for first, last in view.aside_from.items() for i in range(first, last + 1)}
    if view.lexicon.language == "en":
        limit = min(limit, _first_pronoun(view, limit, inside))
    for mention in view.mentions:
        if mention.first >= limit:
            return None
        if not can_act(mention) or mention.first in inside:
            continue
        if view.quotation_at[mention.first] is not None or mention.category == "place":
            continue
        if any(p not in _CONJUNCTIONS for p in mention.proclitics):
            continue
        if mention.case not in (None, "nominative"):
            continue
        if view.lexicon.language == "he" and view.form(mention.first - 1) in _OBJECT:
            continue
        if not _follows_preposition(view, mention.first, prepositions):
            return mention
    return None


def described_subject(view: View) -> Mention | None:
    """Return the body called by its sort that opens an English sentence: "The committee met"."""
    if view.lexicon.language != "en" or view.size <= _BODY or view.form(0) != "the":
        return None
    known = view.mention_from(0) or view.mention_from(1)
    if known is not None or view.form(1) not in view.lexicon.descriptions:
        return None
    if not view.is_word(_BODY) or view.form(_BODY) in view.lexicon.word_set("prepositions"):
        return None
    return unlinked_mention(view, 0, 1, number="singular")


def _first_pronoun(view: View, limit: int, inside: set[int]) -> int:
    """Return where "he" stands, whose verb has no other subject: "on Sunday he saw X"."""
    for i in range(limit):
        if view.form(i) in _HE and view.quotation_at[i] is None and i not in inside:
            return i
    return limit


def _follows_preposition(view: View, i: int, prepositions: frozenset[str]) -> bool:
    """True for "in Ankara", "with the Iranian minister" (article and adjectives between)."""
    for k in range(i - 1, max(-1, i - 4), -1):
        if not view.is_word(k) or (view.lexicon.language == "en" and view.time_at[k] is not None):
            return False  # "On Wednesday Nyusi received …"
        if view.form(k) in prepositions:
            return True
        if k in view.cue_at:
            return False
    return False


def _first_that(view: View) -> int:
    that = view.words.that
    for i, token in enumerate(view.tokens):
        for reading in token.readings:
            if reading.stem in that and not (
                reading.definite or LIKE.intersection(reading.proclitics)
            ):
                return i
    return view.size
