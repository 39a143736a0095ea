"""Read where and when behind a far verb: "talks on the dam that C is building ended in Rome".

In:  what was read behind an English noun of meeting. Out: its parts with the place and time that
the verb of the clause brings, where what stands between told none.
"""

from kg.extract.meetings.parts import Parts, PartsReader
from kg.extract.meetings.telling import Telling
from kg.extract.meetings.words import MeetingWords, VerbHit
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention
from kg.vocabulary import MeetingStatus

_NOT_YET = words_of("en", "not_yet")
_REACH = 20
_FATES: tuple[MeetingStatus, ...] = ("cancelled", "postponed")
_FATE_WITHIN = 5
_PLAN_WITHIN = 14
_BE = words_of("en", "behind_a_planned_meeting")
_AT_FIRST = words_of("en", "at_first")
_PLANNED = words_of("en", "planned_for")
_NOT = words_of("en", "not_at_all")
_FAILED = words_of("en", "failed_to")
_READY = words_of("en", "ready_to")
_TIME_WITHIN = 3
_DAYS = words_of("en", "parts_of_a_meeting")
_DAY_WITHIN = 4


def read_predicate(view: View, words: MeetingWords, parts: Parts, reader: PartsReader) -> None:
    """Give the parts of talks between two the place and time of their verb."""
    told = parts.place is not None or (parts.time is not None and not parts.mediators)
    told = told or (bool(parts.light) and not parts.mediators)
    if words.language != "en" or told or not parts.between:
        return
    start = parts.last + 1
    start += view.is_comma(start) and bool(parts.mediators)  # ", brokered by X, opened in Rome"
    for k in range(start, min(reader.limit, parts.last + _REACH) + 1):
        if view.is_comma(k) or view.quotation_at[k] is not None:
            return
        light = words.light_at(view.tokens, k)
        if light is not None and _has_no_object(view, words, light):
            more = reader.read(light.last + 1, role="after")
            parts.light.append(light)
            parts.place, parts.time = more.place, parts.time or more.time
            parts.last = max(parts.last, more.last)
            return


def _has_no_object(view: View, words: MeetingWords, light: VerbHit) -> bool:
    """True for "ended in Rome", "opened late on Monday": said of the talks themselves."""
    after = light.last + 1
    placed = words.lists["place"].length_at(view.tokens, after) > 0
    timed = any(view.time_at_or_none(k) is not None for k in range(after, after + _TIME_WITHIN))
    held = light.verb.status in (None, "", "held", "ongoing")
    days = any(view.form(k) in _DAYS for k in range(after, after + _DAY_WITHIN))
    return held and light.inflection.form == "past" and (placed or timed or days)


def read_fate(view: View, words: MeetingWords, parts: Parts, telling: Telling, last: int) -> None:
    """ "A visit by X, set for May, was put off": what the verb behind tells of the meeting."""
    if telling.status not in ("held", "planned", "ongoing"):
        return
    if any(_is_undone(view, light) for light in parts.light):
        telling.status, telling.tense = "cancelled", "past"
        return
    k, negated = _past_plan(view, words, parts, last + 1), False
    for i in range(k, min(view.size, k + _FATE_WITHIN)):
        light = words.light_at(view.tokens, i)
        if light is not None and _is_undone(view, light):
            telling.status, telling.tense = "cancelled", "past"
            return
        if view.is_stop(i) or view.tokens[i].text == ";" or view.form(i) in ("and", "but"):
            return
        negated = negated or view.form(i) in _NOT or view.form(i).endswith("n't")
        for status in () if negated else _FATES:  # "has not been cancelled"
            if words.status[status].length_at(view.tokens, i):
                telling.status, telling.tense = status, "present"
                return


def _is_undone(view: View, light: VerbHit) -> bool:
    """True for "did not take place", "never went ahead", "failed to open": it was not held."""
    if light.verb.role != "happens" or light.verb.status != "held":
        return False
    before = light.first - 1
    while view.form(before) in ("to", "be", "been"):
        before -= 1
    if view.form(light.last + 1) in _NOT_YET:
        return False
    negated = view.form(before) in _NOT or view.form(before).endswith("n't")
    return negated or view.form(before) in _FAILED


def _town(view: View, i: int) -> Mention | None:
    """Return the place that begins at token `i`."""
    place = view.mention_from(i)
    return place if place is not None and place.category in ("place", "either") else None


def _past_plan(view: View, words: MeetingWords, parts: Parts, k: int) -> int:
    """Step over ", first set for Wednesday in Rome,", and take day and place where unknown."""
    if (end := _past_had_been(view, words, parts, k)) is not None:
        return end
    set_off = view.is_comma(k)
    first = k + set_off + (view.form(k + set_off) in _AT_FIRST)
    if view.form(first) not in _PLANNED:
        return k if set_off else _past_purpose(view, k)
    for end in range(first, min(view.size, first + _PLAN_WITHIN)):
        if parts.time is None and view.time_at[end] is not None:
            parts.time = view.time_at[end]
        if parts.place is None and words.lists["place"].length_at(view.tokens, end):
            parts.place = _town(view, end + 1)
        if view.is_comma(end):
            return end + 1
        if not set_off and view.form(end) in _BE:
            return end
    return k


def _past_had_been(view: View, words: MeetingWords, parts: Parts, k: int) -> int | None:
    """Step over "had been set for this week in Rome but", and take day and place where unknown."""
    first = k
    while view.form(first) in _BE or view.form(first) in _AT_FIRST or view.form(first) == "been":
        first += 1
    if first == k or view.form(first) not in _PLANNED:
        return None
    for end in range(first, min(view.size, first + _PLAN_WITHIN)):
        if view.form(end) in ("but", "and") and view.form(end + 1) in _BE:
            return end + 1
        if parts.time is None and view.time_at[end] is not None:
            parts.time = view.time_at[end]
        if parts.place is None and words.lists["place"].length_at(view.tokens, end):
            parts.place = _town(view, end + 1)
    return None


def _past_purpose(view: View, k: int) -> int:
    """Step over "to sign a deal,"."""
    if view.form(k) != "to":
        return k
    ahead = range(k, min(view.size, k + _PLAN_WITHIN))
    return next((i + 1 for i in ahead if view.is_comma(i)), k)


def is_readiness(view: View, telling: Telling) -> bool:
    """True for "confirmed their readiness to continue the dialogue": no meeting is told."""
    light = telling.light
    if light is None or light.inflection.form != "base" or view.form(light.first - 1) != "to":
        return False
    return view.form(light.first - 2) in _READY
