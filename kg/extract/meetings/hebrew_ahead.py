"""Read in front of a Hebrew verb of meeting what the clauses before it tell: who, where and when.

In:  a view and the token of the verb. Out: a mention or a time, None where nothing is told there.
    א הגיע לרומא, נפגש עם ב והכריז          the verbs of one subject, set off by commas
    הגיע לפריז מליסבון, שבה נפגש            the town that the relative clause is about
    אמר בליסבון, לפני פגישתו עם              where words were said right before or after it
    עוד קודם לכן, ביום רביעי, אירח           the day set off by commas
    העלה זאת ב-12 במאי, כשביקר בלימה        the day of the clause that the clause of time is in
"""

from kg.extract.mentions.hebrew_parts import is_verb
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention
from kg.model.timespan import TimeWords

_WITHIN = words_of("he", "within_which")
_WHEN = words_of("he", "before_or_after")
_THERE = words_of("he", "there")
_BESIDE = words_of("he", "right_before_or_after")
_ON = "כש"
_PLACES = ("place", "either")


def lists_verbs(view: View, verb: int) -> bool:
    """True for "הגיע לרומא, נפגש עם": a verb right behind a comma, another in front of it."""
    if verb < 2 or not view.is_comma(verb - 1):
        return False
    first = verb - 1
    while first > 0 and not view.is_break(first - 1) and not view.is_that(first - 1):
        first -= 1
    if view.is_that(first) or view.form(first).startswith(_ON):
        return False
    verbs = [k for k in range(first, verb - 1) if view.is_word(k) and is_verb(view.tokens[k])]
    return bool(verbs) and not any(view.quotation_at[k] is not None for k in range(first, verb))


def town_of_relative(view: View, verb: int) -> Mention | None:
    """Return the town of "(בא) מליסבון, שבה נפגש": what "in which" stands for."""
    if view.form(verb - 1) not in _WITHIN:
        return None
    k = verb - 2
    town = view.mention_to(k - view.is_comma(k))
    return town if town is not None and town.category in _PLACES else None


def town_of_words(view: View, cue: int) -> Mention | None:
    """Return the town of "said in Lisbon, before his meeting with": where words were said."""
    if view.form(cue - 1) not in _BESIDE or not view.is_comma(cue - 2):
        return None
    town = view.mention_to(cue - 3)
    placed = town is not None and town.category in _PLACES and town.proclitics == ("ב",)
    return town if placed else None


def day_ahead(view: View, left: int) -> TimeWords | None:
    """Return the day that stands right in front of the clause which begins at token `left`."""
    k = left - 1
    if k < 1 or not view.is_comma(k):
        return None
    fronted = view.time_at[k - 1]
    if fronted is not None and _opens_sentence(view, k):
        return fronted
    when = view.form(left).startswith(_ON) or view.form(left) in _WHEN | _THERE
    if not when:
        return None
    times = (view.time_at[i] for i in range(k - 1, -1, -1) if view.quotation_at[i] is None)
    return next((t for t in times if t is not None), None)


def _opens_sentence(view: View, comma: int) -> bool:
    """True where in front of a comma stand only times, adverbs and little words."""
    little = view.words.connector | view.words.adverbs | {"קודם", "לכן", "עוד", "כן"}
    return all(
        not view.is_word(i) or view.time_at[i] is not None or view.form(i) in little
        for i in range(comma)
    )
