"""Signs of when a meeting is: under way, to come, put off; by verbs, days and words of status.

In:  a view, the meeting's scope and verbs. Out: yes or no, or the statuses a word stands for.
"""

from kg.extract.meetings.agreed_to import is_agreed_on_a_day
from kg.extract.meetings.dropped import (
    is_of_another,
    is_of_somebody,
)
from kg.extract.meetings.telling import Scope
from kg.extract.meetings.words import MeetingWords, VerbHit
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.timespan import TimeWords

_NO_BRIDGES = words_of("en", "no_bridges")
_HAVING_MET = words_of("en", "having_met")
_NOW = words_of("en", "now_meeting")
_AFTER = words_of("en", "after_a_meeting")
_TO_COME = words_of("ar", "is_to_come")
_STRESSED = words_of("ar", "stressed")
_ARABIC_WILL = words_of("ar", "will")
_AFTER_WITHIN = 7
_WHEN_WITHIN = 7
_AT_WITHIN = 6
_ORDERED_WITHIN = 9
_SENDING = words_of("en", "telling_whom_to")
_WHEN = frozenset({"when", "as", "after"})
_CAME = words_of("en", "came_and_met")
_ENGLISH_WILL = words_of("en", "will")


def is_over(view: View, left: int, cue: int) -> bool:
    """True for "agreed to step back after eleven hours of talks": what is behind was held."""
    near = range(max(left, cue - _AFTER_WITHIN), cue)
    after = next((i for i in near if view.form(i) in _AFTER), None)
    if after is None or view.lexicon.language != "en":
        return False
    return all(view.is_word(i) and i not in view.cue_at for i in range(after, cue))


def is_day(words: TimeWords) -> bool:
    """True for a named day: an Arabic present with one tells what is to come."""
    return words.rule in ("weekday", "day-month") or words.offset_days == (0, 0)


def comes_soon(view: View, scope: Scope, verb: VerbHit | None) -> bool:
    """True for "flies to Rome on Saturday to meet": a present of motion in front of a purpose."""
    if verb is None and view.lexicon.language == "ar":
        return _comes_for_it(view, scope)
    if verb is None or view.lexicon.language != "en" or view.form(verb.first - 1) != "to":
        return False
    motion = view.lexicon.word_set("motion")
    return any(
        view.form(i) in motion and view.form(i).endswith("s")
        for i in range(scope.left, verb.first)
        if view.mention_at[i] is None
    )


def _comes_for_it(view: View, scope: Scope) -> bool:
    """True for "يصل إلى روما غدا للقاء فلان": a present of motion in front of "to meet"."""
    if not any(r.proclitics == ("ل",) and not r.definite for r in view.readings(scope.cue)):
        return False
    return any(r.stem in _TO_COME for k in range(scope.left, scope.cue) for r in view.readings(k))


def had_come(view: View, scope: Scope, verb: VerbHit | None) -> bool:
    """True for "flew to Rome on Monday to meet": that Monday is past."""
    if verb is None or view.lexicon.language != "en" or view.form(verb.first - 1) != "to":
        return False
    return any(view.form(i) in _CAME for i in range(scope.left, verb.first))


def lies_ahead(words: TimeWords) -> bool:
    """True for "tomorrow", "next week": in a present tense they say that it is to come."""
    if words.offset_days is not None:
        return words.offset_days[0] > 0
    rule, arguments = words.rule, words.arguments
    if rule in ("weekday", "month") and len(arguments) > 1:
        return arguments[1] > 0
    return rule in ("week", "weekend", "month-of-year", "year") and arguments[0] > 0


def is_under_way(view: View, hit: VerbHit | None) -> bool:
    """True for "is holding talks", "are negotiating"."""
    if hit is None or hit.inflection.form != "gerund":
        return False
    i = hit.first - 1
    while view.form(i) in view.words.adverbs or view.form(i) in _NOW:
        i -= 1
    been = view.form(i) == "been" and view.form(i - 1) in ("has", "have")
    return been or view.form(i) in ("is", "are")


def is_ordered(view: View, hit: VerbHit) -> bool:
    """True for "instructed the minister to open talks": they are yet to come."""
    if view.form(hit.first - 1) != "to" or view.lexicon.language != "en":
        return False
    near = range(max(0, hit.first - _ORDERED_WITHIN), hit.first - 1)
    return any(view.form(i) in _SENDING for i in near)


def has_will(view: View, hit: VerbHit) -> bool:
    """True for "will meet", "is due to meet", "سوف يلتقي"."""
    if view.lexicon.language == "ar":
        return view.form(hit.first - 1) in _ARABIC_WILL
    return any(_is_will(view, i) for i in (hit.first - 1, hit.first - 2))


def _is_will(view: View, i: int) -> bool:
    """True for "will"; for "to" only behind what leads to the future: "is due to meet"."""
    if view.form(i) != "to":
        return view.form(i) in _ENGLISH_WILL
    bridges = view.lexicon.word_set("bridges")
    if view.form(i - 1) in bridges:
        return view.form(i - 1) not in _NO_BRIDGES
    if view.lexicon.language == "en" and is_agreed_on_a_day(view, i):
        return True
    return view.cue_at.get(i - 1) is not None or (
        view.mention_at[i - 1] is not None
        and any(view.form(k) in ("will", "would") for k in range(max(0, i - 8), i))
    )


def status_signs(view: View, words: MeetingWords, scope: Scope, *, told: bool) -> set[str]:
    """Return the statuses of which a word stands around the meeting; `told`: in the past."""
    found = set()
    here = [(name, held) for name, held in words.status.items() if view.may_hold(held)]
    for i in range(scope.left, scope.last + 1) if here else ():
        if view.mention_at[i] is not None or not view.tokens[i].is_word:
            continue
        for name, phrases in here:
            # "on 3 May" proposes nothing; "next week" does plan.
            if name == "proposed" and view.time_at[i] is not None:
                continue
            if name == "proposed" and _is_at_invitation(view, i):
                continue
            if name == "cancelled" and is_of_another(view, scope.cue, i):
                continue
            if told and is_of_somebody(view, scope.cue, i):
                continue
            if name == "proposed" and i > scope.cue and view.form(i - 1) in _STRESSED:
                continue  # "بحث معه ... وشدد على ضرورة"
            length = phrases.length_at(view.tokens, i)
            if length and not _is_of_next(view, words, scope, range(i, i + length)):
                found.add(name)
    return found


def _is_of_next(view: View, words: MeetingWords, scope: Scope, sign: range) -> bool:
    """True for "the date of a visit" behind another meeting: حدد خلال لقائه موعد زيارة فلان."""
    behind = view.lexicon.language == "ar" and scope.cue < sign[0]
    return behind and len(sign) > 1 and words.noun_at(view.tokens, sign[-1]) is not None


def opens_diary(view: View) -> bool:
    """True for "Friday: X meets Y": the day and a colon open the entry."""
    colon = next((i for i in range(1, min(view.size, 5)) if view.tokens[i].text == ":"), None)
    return colon is not None and all(view.time_at[i] is not None for i in range(colon))


def _is_at_invitation(view: View, i: int) -> bool:
    """True for "will visit Rome at the invitation of X", "at X's invitation": it is accepted."""
    near = range(max(0, i - _AT_WITHIN), i)
    return view.form(i) == "invitation" and any(view.form(k) == "at" for k in near)


def is_past_gerund(view: View, cue: int) -> bool:
    """True for "after meeting"."""
    after = view.form(cue - 1) in _HAVING_MET
    return after and view.form(cue).endswith("ing") and view.lexicon.language == "en"


def is_told_when(view: View, words: MeetingWords, cue: int) -> bool:
    """True for "urged him to stop when the two met": the meeting is when it was said."""
    verb = words.verb_at(view.tokens, cue) or words.light_at(view.tokens, cue)
    if verb is None or verb.inflection.form != "past" or view.lexicon.language != "en":
        return False
    for i in range(cue - 1, max(-1, cue - _WHEN_WITHIN), -1):
        if view.form(i) in _WHEN:
            return True
        if not view.is_word(i) or view.form(i) in ("would", "will", "to", "if"):
            return False
    return False
