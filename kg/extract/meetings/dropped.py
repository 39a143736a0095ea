"""Tell whether it is the meeting that was dropped, axed, pulled out of, or something beside it.

In:  a view, the verb of a meeting or a word of dropping near it. Out: yes or no.
"""

from kg.extract.meetings.words import MeetingWords, VerbHit
from kg.extract.view import View
from kg.lexicon.grammar import words_of

_HELPING = words_of("en", "helping_a_participle")
_AFTER_WITHIN = 7  # tokens
_UNHELD = ("cancelled", "planned", "proposed", "postponed")  # "called off", "planned"
_TO_ANOTHER = words_of("en", "leads_to_another_event")


def was_held(view: View, words: MeetingWords, hit: VerbHit) -> bool:
    """True for "they met", "held talks": nobody called it off, whatever else was dropped.

    Not for "was to have met", "talks due to be held", "a planned meeting".
    """
    told = hit.verb.status in (None, "", "held") and hit.inflection.form == "past"
    told = told and not any(words.status[s].length_at(view.tokens, hit.first) for s in _UNHELD)
    return told and view.form(hit.first - 1) not in _HELPING


def is_of_another(view: View, cue: int, i: int) -> bool:
    """True at "pulled out of" in "will meet, days after Chad pulled out of the treaty"."""
    if view.lexicon.language != "en":
        return False
    led = next((k for k in range(cue + 1, i) if view.form(k) in _TO_ANOTHER), None)
    return led is not None and not any(view.form(k) == "it" for k in range(led, i))


def is_of_somebody(view: View, cue: int, i: int) -> bool:
    """True at "called for" in "met B, who called for a truce", اجتمع بفلان الذي دعا إلى هدنة."""
    if view.lexicon.language != "ar":
        return False
    for k in range(cue + 1, i):
        if view.form(k) in view.words.relative:
            who = view.mention_to(k - 1 - view.is_comma(k - 1))
            return who is not None and bool(who.person or who.role)
    return False


def is_behind_it(view: View, cue: int) -> bool:
    """True for "following talks", "after two days of talks": they are over."""
    near = range(max(0, cue - _AFTER_WITHIN), cue)
    over = any(view.form(i) in ("following", "after") for i in near)
    return over and view.lexicon.language == "en" and all(view.is_word(i) for i in near)
