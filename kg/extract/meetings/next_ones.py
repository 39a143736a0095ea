"""Tell the next meeting, or the one before, from the one just told of.

In:  a noun of meeting with its article, its own place and day. Out: how it stands to the other.
    "The next round is due in Oslo in May"       lies ahead
    "The previous session, in Lima, broke down"  came before
"""

from kg.extract.meetings.parts import Parts
from kg.extract.meetings.telling import Telling
from kg.extract.meetings.words import NounHit
from kg.extract.view import View
from kg.lexicon.grammar import words_of

_NEXT = words_of("en", "next_of_several")
_BEFORE = words_of("en", "before_of_several")
_ADJECTIVES = 3


def is_next_or_earlier(view: View, hit: NounHit, telling: Telling, parts: Parts) -> bool:
    """True for "the next round is due in Rome": with a day or place of its own, not that told."""
    own = parts.time is not None or telling.time is not None or parts.place is not None
    if hit.noun.visit or telling.pointing or not own:
        return False
    first = bool(hit.noun.then) and view.form(hit.first) == "first"
    if first or _has(view, hit, _BEFORE):
        return telling.status == "held"
    return _has(view, hit, _NEXT) and telling.status in ("planned", "proposed", "postponed")


def lies_ahead(view: View, hit: NounHit) -> bool:
    """True for "the next round": told twice it is one."""
    return _has(view, hit, _NEXT)


def _has(view: View, hit: NounHit, words: frozenset[str]) -> bool:
    return any(view.form(i) in words for i in range(hit.first - _ADJECTIVES, hit.last))
