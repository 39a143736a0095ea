"""Read how a Hebrew meeting is told: who leads it, whether it was held, is planned, denied.

In:  a view, the meeting words, the place of the cue, the parts behind it, the statement it is in.
Out: `Telling`. Looks at the light verbs around the noun (קיים, נערכה, נדחתה), at words of status,
at the form of the verb, and at the act of whoever tells it.
"""

from kg.extract.attribution import can_act
from kg.extract.meetings.hebrew_ahead import read_early
from kg.extract.meetings.hebrew_signs import (
    UNDONE,
    is_led_now,
    is_still_on,
    is_undone,
    lasts,
    late,
    past,
    signs_in,
)
from kg.extract.meetings.hebrew_steps import tells_again
from kg.extract.meetings.hebrew_subjects import apposed_before
from kg.extract.meetings.hebrew_unwanted import REJECTS, is_rejected, is_unwanted
from kg.extract.meetings.parts import Parts
from kg.extract.meetings.telling import Telling
from kg.extract.meetings.words import MeetingWords, VerbHit, load_meeting_words
from kg.extract.told import Told
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.vocabulary import MeetingStatus

_LEFT = 14
_TAIL = 14
_DUE_WITHIN = 4
_MEANT = ("planned", "proposed")  # "agreed in the talks": what was agreed was something else
_THE_TWO = words_of("he", "the_two")
_ON = "כש"
_ABOUT = words_of("he", "about_to")
_HOPES = words_of("he", "hopes")
_WHEN = words_of("he", "before_or_after")
_LETTERS = ("ב", "ל", "מ", "כ")


def read_telling(
    view: View,
    words: MeetingWords,
    cue: int,
    parts: Parts,
    host: Told | None,
    *,
    verb: VerbHit | None = None,
    series: bool = False,
) -> Telling:
    """Return how the meeting at token `cue` is told; `series` for talks, told by a plural."""
    left = _left_edge(view, cue, host)
    telling = Telling(first=cue, unled=series and host is not None)
    telling.pointing = _points(words, view, cue)
    telling.fresh = any(words.lists["fresh"].has_stem(view.tokens, i) for i in (cue + 1, cue + 2))
    light = _governing(view, words, left, cue) if verb is None else None
    telling.light = light
    if light is not None:
        _read_light(view, telling, light, cue, left)
    behind = _behind(view, words, cue, parts)
    _read_status(view, words, telling, (left, cue, behind), parts, light, verb, series=series)
    if telling.status == "planned" and is_undone(view, words, max(cue, parts.last)):
        telling.status, telling.tense = "cancelled", "present"
    _read_commitment(view, words, telling, host, left, cue)
    read_early(view, words, telling, parts, left, cue)
    return telling


def _points(words: MeetingWords, view: View, cue: int) -> bool:
    beside = (cue - 1, cue + 1)
    shown = any(words.lists["demonstrative"].has_stem(view.tokens, i) for i in beside)
    return shown or tells_again(view, cue)


def _left_edge(view: View, cue: int, host: Told | None) -> int:
    """Walk left to where the clause begins: a break, "that", the start of the words said."""
    floor = max(host.content_first if host is not None else 0, cue - _LEFT)
    i = cue
    while i > floor:
        before = i - 1
        if before in view.aside_to and view.aside_to[before] > floor:
            i = view.aside_to[before]
            continue
        if (named := apposed_before(view, before)) is not None:
            i = max(named.first, floor)  # "…, the commander, Muhammad X, held"
            continue
        if view.is_break(before) and view.tokens[before].text not in "-–—":
            break
        i = before
        if view.is_that(before):
            break
    return i


def _governing(view: View, words: MeetingWords, left: int, cue: int) -> VerbHit | None:
    """Return the light verb nearest in front of the noun."""
    within = any(r.proclitics[-1:] == ("ב",) for r in view.readings(cue))
    for i in range(cue - 1, left - 1, -1):
        if view.tokens[i].is_word and view.mention_at[i] is None:
            light = words.light_at(view.tokens, i)
            if light is not None and not (within and light.verb.status in _MEANT):
                return light
    if view.form(cue - 1) != "את":
        return None
    for i in range(cue - 1, max(-1, cue - _LEFT), -1):  # "resumed, after a month, the talks"
        light = words.light_at(view.tokens, i) if view.is_word(i) else None
        if light is not None and light.verb.role == "leads":
            return light
        if view.is_that(i):
            return None
    return None


def _read_light(view: View, telling: Telling, light: VerbHit, cue: int, left: int) -> None:
    telling.first = light.first
    telling.status = _status_of(light)
    telling.hosts = light.verb.role == "hosts"
    if light.verb.role == "happens":
        return
    ahead = left if left <= light.first else _left_edge(view, light.first, None)
    subjects = _between(view, light, cue) or _ahead(view, light, ahead)
    if light.verb.status == "proposed" and not telling.hosts:
        subjects = []
    telling.subjects = subjects
    for subject in subjects:
        telling.first = min(telling.first, getattr(subject, "first", telling.first))


def _status_of(light: VerbHit) -> MeetingStatus:
    """Return the status that a light verb gives; "to cancel" is not done yet."""
    undone = light.verb.status in ("cancelled", "postponed") and light.inflection.form == "base"
    return "proposed" if undone else light.verb.status


def _between(view: View, light: VerbHit, cue: int) -> list[Party]:
    """Verb-subject: the actors between the verb and the meeting noun."""
    found: list[Party] = []
    for mention in view.mentions:
        lettered = any(p in _LETTERS for p in mention.proclitics)
        convened = view.form(mention.first - 1) in ("את", "ואת")
        inside = light.last < mention.first < cue and can_act(mention)
        if inside and not lettered and not convened:
            found.append(mention)
    if not found:
        for i in range(light.last + 1, cue):
            heads = view.lexicon.word_set("pair_heads")
            if any(r.stem in heads for r in view.readings(i)):
                return [_pair_at(view, i)]
    return found


def _ahead(view: View, light: VerbHit, left: int) -> list[Party]:
    """The actors in front of the verb, joined by "and"."""
    found: list[Party] = []
    inside = {i for first, last in view.aside_from.items() for i in range(first, last + 1)}
    prepositions = view.lexicon.word_set("prepositions")
    for mention in reversed(view.mentions):
        if mention.last >= light.first or mention.first in inside:
            continue
        if mention.first < left:
            break
        lettered = any(p in _LETTERS for p in mention.proclitics)
        if lettered or view.form(mention.first - 1) in prepositions or not can_act(mention):
            continue
        found.insert(0, mention)
        if "ו" not in mention.proclitics:
            break
    if not found:
        heads = view.lexicon.word_set("pair_heads")
        for i in range(max(left, light.first - 4), light.first):
            if any(r.stem in heads for r in view.readings(i)):
                return [_pair_at(view, i)]
    return found


def _pair_at(view: View, i: int) -> Pointer:
    """Return "the two", "the two statesmen": people, or states, as the noun tells."""
    words = load_meeting_words("he")
    persons = words.lists["pair_persons"].has_stem(view.tokens, i)
    two = view.form(i).removeprefix("ו")
    return Pointer(
        kind="pair",
        place=view.tokens[i].start,
        number="dual",
        human=True if persons else None,
        words=two if two in _THE_TWO else None,
    )


def _behind(view: View, words: MeetingWords, cue: int, parts: Parts) -> list[VerbHit]:
    """Return the light verbs behind the parts: "פגישה ש… בוטלה", "הטקס, שהיה אמור…, נדחה"."""
    last = max(parts.last, cue)
    if parts.topic is not None:
        last = max(last, parts.topic[1])
    found: list[VerbHit] = []
    k = last + 1
    while k < min(view.size, last + _TAIL) and view.tokens[k].text not in ".;:":
        token = view.tokens[k]
        cue_here = view.cue_at.get(k)
        light = words.light_at(view.tokens, k) if token.is_word else None
        if light is not None and light.verb.role == "happens":
            found.append(light)
        elif cue_here is not None and cue_here.row.kind == "verb":
            break
        if view.quotation_at[k] is not None or (
            view.is_comma(k) and not _goes_on(view, words, k + 1)
        ):
            break
        k += 1
    return found


def _goes_on(view: View, words: MeetingWords, i: int) -> bool:
    """True behind a comma for a relative clause, a time or the verb itself."""
    if not view.is_word(i):
        return False
    return (
        i in view.clause_marks
        or view.time_at[i] is not None
        or words.light_at(view.tokens, i) is not None
    )


def _read_status(
    view: View,
    words: MeetingWords,
    telling: Telling,
    scope: tuple[int, int, list[VerbHit]],
    parts: Parts,
    light: VerbHit | None,
    verb: VerbHit | None,
    *,
    series: bool,
) -> None:
    left, cue, behind = scope
    hits = [h for h in (light, verb, *parts.light, *behind) if h is not None]
    for hit in (*parts.light, *behind):
        off = telling.status in UNDONE and hit.verb.status == "planned"
        if hit.verb.status != "held" and hit.verb.role is not None and not off:
            telling.status = _status_of(hit)
    if verb is not None and verb.inflection.form == "base":
        telling.status = _asked_for(view, words, cue) or telling.status
    elif light is not None and light.inflection.form == "base" and light.verb.status == "held":
        telling.status = _asked_for(view, words, light.first) or telling.status
    last = max(parts.last, cue)
    if parts.topic is not None and parts.last <= parts.topic[1]:
        last = parts.topic[0] - 1  # else "talks on X went on in Y"
    signs = signs_in(view, words, left, last)
    future = any(h.inflection.form == "future" and not (series and lasts(h)) for h in hits)
    if series and telling.status == "held" and any(map(lasts, hits)):
        telling.status = "ongoing"
    for status in ("cancelled", "postponed", "proposed"):
        if status in signs and telling.status == "held" and not (status == "proposed" and future):
            telling.status = status
            break
    else:
        if telling.status in ("held", "ongoing") and (future or "planned" in signs):
            telling.status = "planned"
        elif telling.status == "held" and ("ongoing" in signs or is_led_now(light, hits)):
            telling.status = "ongoing"
    if telling.status in ("held", "planned"):
        telling.status = late(view, words, last) or telling.status
    if telling.status in ("held", "ongoing") and is_still_on(view, last):
        telling.status = "planned"
    if telling.status == "planned" and (undone := signs_in(view, words, cue + 1, last)):
        telling.status = next((s for s in UNDONE if s in undone), telling.status)
    _read_tense(telling, hits, future=future)


def _asked_for(view: View, words: MeetingWords, cue: int) -> MeetingStatus | None:
    """Return the status of "asked to speak with", "cancelled plans to meet"."""
    if view.form(cue - 1) in _HOPES:
        return "proposed"
    if view.form(cue - 1) in _ABOUT:
        return "planned"
    for k in (cue - 1, cue - 2):
        light = words.light_at(view.tokens, k) if view.is_word(k) else None
        if light is not None and light.verb.status != "held":
            return light.verb.status
    return None


def _read_tense(telling: Telling, hits: list[VerbHit], *, future: bool) -> None:
    """Note whether the time of the meeting lies behind or ahead."""
    bare = any(h.inflection.form == "base" for h in hits)
    told = past(hits)
    present = any(h.inflection.form == "present" for h in hits if h.inflection.text not in told)
    telling.continuing = telling.status == "ongoing"
    if telling.status == "held" and not hits and telling.unled:
        telling.status = "ongoing"
    if telling.status in ("cancelled", "postponed"):
        telling.tense = "present"  # the nearest such day, before or after
    elif telling.status in ("planned", "proposed") or future:
        telling.tense = "future"
    elif telling.status == "ongoing" or (present and not bare):
        telling.tense = "present"


def _read_commitment(
    view: View, words: MeetingWords, telling: Telling, host: Told | None, left: int, cue: int
) -> None:
    near = range(max(left, min(telling.first, cue) - 2), cue)
    negated = any(words.lists["negation"].length_at(view.tokens, i) for i in near)
    act = host.attribution.cue.row.act if host is not None else None
    own = words.light_at(view.tokens, host.attribution.cue.first) if host is not None else None
    timed = (
        any(view.form(i) in _WHEN for i in range(left, cue)) or view.form(cue)[:2] == _ON
    )  # "promised aid when he met X"
    if own is not None and own.verb.status == "proposed" and telling.status in ("held", "planned"):
        telling.status, telling.tense = "proposed", "future"
    put_off = (
        telling.light is not None
        and host is not None
        and (host.attribution.cue.first == telling.light.first)
    )  # "דחה את פגישתו": the same verb rejects
    if is_unwanted(view, cue):
        telling.commitment = "denies"
        if telling.status == "held" or is_rejected(view, cue):
            telling.status, telling.tense = "proposed", "future"
    elif negated and _was_due(view, words, telling, cue):
        telling.status, telling.tense = "cancelled", "present"
    elif (act == "denies" and not put_off) or negated:
        telling.commitment = "denies"
        if act == "denies" and _opens_demand(host, telling, cue) and _may_offer(view, host, cue):
            telling.status, telling.tense = "proposed", "future"  # "refused to meet"
    elif (act == "demands" and _opens_demand(host, telling, cue)) or (
        act in ("demands", "promises") and telling.status == "held" and not timed
    ):
        telling.status, telling.commitment, telling.tense = "proposed", "anticipates", "future"
    elif telling.status in ("planned", "proposed"):
        telling.commitment = "anticipates"


def _may_offer(view: View, host: Told | None, cue: int) -> bool:
    """True for "refused to meet", "turned down a meeting": no "put off the meeting"."""
    verb = view.form(host.attribution.cue.first) if host is not None else ""
    meant = not view.form(cue).startswith("ה") and view.form(cue - 1) != "את"
    return view.form(cue)[:1] == "ל" or (verb in REJECTS and meant)


def _was_due(view: View, words: MeetingWords, telling: Telling, cue: int) -> bool:
    """True for "the meeting that was due to be held did not take place"."""
    light = telling.light
    happens = light is not None and light.verb.role == "happens" and light.verb.status == "held"
    return happens and "planned" in signs_in(view, words, cue + 1, cue + _DUE_WITHIN)


def _opens_demand(host: Told | None, telling: Telling, cue: int) -> bool:
    """True for "called on Y to meet him tomorrow": asked for, whatever the day."""
    opens = host is not None and host.content_first <= cue <= host.content_first + 1
    return opens and telling.status in ("held", "planned")
