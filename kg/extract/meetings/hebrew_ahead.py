"""Read in front of a Hebrew verb of meeting what the clauses before it tell: who, where and when.

In:  a view and the token of the verb. Out: a mention or a time, None where nothing is told there.
    א הגיע לרומא, נפגש עם ב והכריז          the verbs of one subject, set off by commas
    הגיע לפריז מליסבון, שבה נפגש            the town that the relative clause is about
    אמר בליסבון, לפני פגישתו עם              where words were said right before or after it
    עוד קודם לכן, ביום רביעי, אירח           the day set off by commas
    העלה זאת ב-12 במאי, כשביקר בלימה        the day of the clause that the clause of time is in
"""

from kg.extract.attribution import can_act
from kg.extract.meetings.parts import Parts
from kg.extract.meetings.telling import Telling
from kg.extract.meetings.words import MeetingWords
from kg.extract.mentions.hebrew_parts import is_verb
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import DraftTime
from kg.model.mention import Mention
from kg.model.timespan import TimeWords

_WITHIN = words_of("he", "within_which")
_WHEN = words_of("he", "before_or_after")
_THERE = words_of("he", "there")
_BESIDE = words_of("he", "right_before_or_after")
_ON = "כש"
_AFTER = words_of("he", "after_which")
_RUNG = words_of("he", "by_telephone")
_PLACES = ("place", "either")
_STAYS = words_of("he", "stays_there")
_STAY_WITHIN = 3


def read_early(
    view: View, words: MeetingWords, telling: Telling, parts: Parts, left: int, cue: int
) -> None:
    """A place or time in front of the cue, in its clause: "במוסקבה נפגש אתמול"."""
    if parts.place is None:
        parts.place = town_of_relative(view, cue) or town_of_words(view, cue)
        parts.place = parts.place or town_of_stay(view, cue)
    if parts.place is None:
        for mention in view.mentions:
            placed = mention.category in ("place", "either") and "ב" in mention.proclitics[-1:]
            if placed and left <= mention.first < cue:
                parts.place, telling.led = mention, True
                break
    before = cue - 1
    if parts.place is None and words.lists["there"].length_at(view.tokens, before):
        parts.there = True  # "יצא לרומא, שם ייפגש עם"
    if parts.time is None:
        beside = [cue - 1, *range(left, cue)]  # "today …, and tomorrow he will meet"
        time = next((view.time_at[i] for i in beside if view.time_at_or_none(i)), None)
        if time is None and left > 0 and view.time_at[0] is not None and view.is_comma(left - 1):
            opening = next((i for i in range(left) if view.time_at[i] is None), 0)
            time = view.time_at[0] if view.is_comma(opening) else None  # "Yesterday, hours after"
        time = time or day_ahead(view, left)
        if time is not None:
            telling.time = DraftTime(words=time, tense=telling.tense)


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


def main_subject_behind(view: View, verb: int) -> Mention | None:
    """Return Y of "after he met X, Y went on to Rome": the clause that the comma opens."""
    comma = next((k for k in range(verb + 1, view.size) if view.is_comma(k)), None)
    if comma is None or comma + 2 >= view.size:
        return None
    k = comma + 1
    if view.is_word(k) and view.mention_at[k] is None and is_verb(view.tokens[k]):
        k += 1
    subject = view.mention_from(k)
    return subject if can_act(subject) and subject is not None and not subject.proclitics else None


def town_of_relative(view: View, verb: int) -> Mention | None:
    """Return the town of "(בא) מליסבון, שבה נפגש": what "in which" stands for."""
    if view.form(verb - 1) not in _WITHIN:
        return None
    k = verb - 2
    town = view.mention_to(k - view.is_comma(k))
    return town if town is not None and town.category in _PLACES else None


def town_of_stay(view: View, verb: int) -> Mention | None:
    """Return the town of "(השר), השוהה בליסבון, נפגש עם": where he stays who meets somebody."""
    town = view.mention_to(verb - 2) if view.is_comma(verb - 1) else None
    if town is None or town.category not in _PLACES or town.proclitics != ("ב",):
        return None
    near = range(max(0, town.first - _STAY_WITHIN), town.first)
    if any(view.time_at[k] is not None for k in near):
        return None  # "who visited Lisbon last year"
    return town if any(view.form(k) in _STAYS for k in near) else None


def town_of_words(view: View, cue: int) -> Mention | None:
    """Return the town of "said in Lisbon, before his meeting with": where words were said."""
    if view.form(cue - 1) not in _BESIDE or not view.is_comma(cue - 2):
        return None
    town = view.mention_to(cue - 3)
    placed = town is not None and town.category in _PLACES and town.proclitics == ("ב",)
    if view.form(cue - 1) in _AFTER or any(view.form(k) in _RUNG for k in range(cue, cue + 2)):
        return None  # "said in Rome, after a telephone call with"
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
    if not when or view.form(left) in _AFTER:
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
