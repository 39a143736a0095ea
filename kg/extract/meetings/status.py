"""Read how a meeting is told: who leads it, whether it was held, is planned, put off, denied.

In:  a view, the meeting words, the place of the cue, the parts behind it, the statement it is in.
Out: `Telling`. Looks at the light verbs around the noun ("held", عقد, "will take place"), at words
of status, and at the act of whoever tells it.
"""

from collections.abc import Sequence

from kg.extract.meetings.agreed_to import is_day_of_agreeing
from kg.extract.meetings.arabic_bids import is_only_offered
from kg.extract.meetings.arabic_unmet import is_turned_down
from kg.extract.meetings.clause import before_that, leads_there, left_edge, lists, past_words
from kg.extract.meetings.dropped import (
    is_behind_it,
    is_of_somebody,
    was_held,
)
from kg.extract.meetings.english_matters import follows_another
from kg.extract.meetings.governing import calls_all, governing, is_where_they_will
from kg.extract.meetings.leads import leads_ahead, leads_between
from kg.extract.meetings.nobody import is_with_nobody
from kg.extract.meetings.parts import Parts
from kg.extract.meetings.said_there import is_said_there
from kg.extract.meetings.status_signs import (
    comes_soon,
    had_come,
    has_will,
    is_day,
    is_ordered,
    is_over,
    is_past_gerund,
    is_told_when,
    is_under_way,
    lies_ahead,
    opens_diary,
    status_signs,
)
from kg.extract.meetings.telling import Scope, Telling
from kg.extract.meetings.words import MeetingWords, VerbHit
from kg.extract.told import Told
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import DraftTime, Party, mentions_of
from kg.vocabulary import Tense

_GOES_ON = words_of("ar", "goes_on")
_RULED_OUT = words_of("ar", "ruled_out")
_UNDONE = ("cancelled", "postponed")


def read_telling(
    view: View,
    words: MeetingWords,
    cue: int,
    parts: Parts,
    host: Told | None,
    *,
    verb: VerbHit | None = None,
    subject: Sequence[Party] = (),
    series: bool = False,
) -> Telling:
    """Return how the meeting at token `cue` is told; `series` for "talks", told by a plural.

    `subject` is who stands in front of a verb.
    """
    ahead = min([m.first for m in mentions_of(subject) if m.first < cue], default=cue)
    left = left_edge(view, words, ahead, host)
    telling = Telling(
        verbal=verb is not None, first=cue, cue=cue, unled=series and host is not None
    )
    telling.unled = telling.unled and not is_said_there(view, cue, host)
    telling.pointing = _points(words, view, cue)
    telling.fresh = _is_fresh(words, view, cue)
    if telling.pointing:
        telling.first = cue - 1
    over = verb is None and is_over(view, left, cue)
    light = governing(view, words, left, cue) if verb is None and not over else None
    if light is not None:
        _read_light(view, telling, light, cue, left, parts)
        left = min(left, left_edge(view, words, telling.first, host))
    last = parts.topic[0] - 1 if parts.topic is not None else past_words(view, parts.last)
    scope = Scope(before_that(view, words, left), cue, max(last, cue))
    if not (over and not parts.light):
        _read_status(view, words, telling, scope, host, parts, light, verb)
    _read_commitment(view, words, telling, host, left, cue)
    _read_early_parts(view, words, telling, parts, left, cue)
    return telling


def _points(words: MeetingWords, view: View, cue: int) -> bool:
    return words.lists["demonstrative"].has_stem(view.tokens, cue - 1)


def _is_fresh(words: MeetingWords, view: View, cue: int) -> bool:
    near = (cue + 1, cue + 2) if words.language == "ar" else (cue - 1, cue - 2, cue - 3)
    return any(words.lists["fresh"].has_stem(view.tokens, i) for i in near)


def _read_light(
    view: View, telling: Telling, light: VerbHit, cue: int, left: int, parts: Parts
) -> None:
    telling.first, telling.light = light.first, light
    telling.status = light.verb.status
    telling.hosts = light.verb.role == "hosts"
    if light.verb.role == "happens":
        return
    subjects = leads_between(view, light, cue) or leads_ahead(view, light, left)
    alone = (parts.with_ or parts.bare) and not parts.between
    if light.verb.status == "proposed" and not (telling.hosts or alone):
        subjects = []
    telling.subjects = subjects
    for subject in subjects:
        first = getattr(subject, "first", telling.first)
        telling.first = min(telling.first, first)


def _read_status(
    view: View,
    words: MeetingWords,
    telling: Telling,
    scope: Scope,
    host: Told | None,
    parts: Parts,
    light: VerbHit | None,
    verb: VerbHit | None,
) -> None:
    behind = [h for h in parts.light if not is_of_somebody(view, scope.cue, h.first)]
    hits = [h for h in (light, verb, *behind) if h is not None]
    for hit in behind:
        if hit.verb.status != "held":
            telling.status = hit.verb.status
    telling.continuing = any(h.verb.status == "ongoing" for h in hits)
    future = any(h.future or has_will(view, h) for h in hits)
    future = future or comes_soon(view, scope, verb)
    present = any(h.inflection.form in ("present", "base") for h in hits)
    present = present and not had_come(view, scope, verb)
    future = future or any(is_ordered(view, h) for h in hits)
    signs = status_signs(view, words, scope, told=any(h.inflection.form == "past" for h in hits))
    if any(is_only_offered(view, words, h) for h in hits):
        signs.add("proposed")
    if words.language == "en" and any(was_held(view, words, h) for h in hits):
        signs -= {"cancelled"}  # "met after he axed a minister"
    telling.continuing = telling.continuing or "ongoing" in signs
    if _is_left_open(view, host, light.first if light is not None else scope.cue):
        signs.add("proposed")
    if "refused" in signs and telling.status in ("held", "ongoing"):
        telling.status, telling.refused, telling.tense = "proposed", True, "past"
        return
    for status in ("cancelled", "postponed", "proposed"):
        if status in signs and telling.status in ("held", "ongoing"):
            telling.status = status
            break
    else:
        simple_past = verb is not None and verb.inflection.form == "past" and not future
        dated = parts.time is not None and (
            lies_ahead(parts.time) or (view.lexicon.language == "ar" and is_day(parts.time))
        )
        dated = dated or opens_diary(view)
        ahead = present and dated and not any(h.verb.status == "ongoing" for h in hits)
        if telling.status in ("held", "ongoing") and (
            future or ahead or ("planned" in signs and not simple_past)
        ):
            telling.status = "planned"
        elif telling.status == "held" and (
            ("ongoing" in signs and not simple_past) or is_under_way(view, light or verb)
        ):
            telling.status = "ongoing"
    if telling.status == "held" and present and is_where_they_will(view, hits):
        telling.status, future = "planned", True
    telling.continuing = telling.continuing or telling.status == "ongoing"
    if telling.status == "held" and not hits and telling.unled:
        telling.status = "held" if is_behind_it(view, scope.cue) else "ongoing"
    if telling.status in ("cancelled", "postponed"):
        # the nearest such day, before or after
        telling.tense = "present"
    elif future or telling.status in ("planned", "proposed"):
        telling.tense = "future"
    elif telling.status == "ongoing" or present:
        telling.tense = "present"


def own_light(view: View, words: MeetingWords, host: Told | None, cue: int) -> VerbHit | None:
    """Return the verb of the statement itself where it governs the meeting: "proposed a summit"."""
    if host is None or host.attribution.cue.first > cue:
        return None
    first = host.attribution.cue.first
    if any((view.is_comma(i) and not lists(view, i)) or view.is_stop(i) for i in range(first, cue)):
        return None
    light = words.light_at(view.tokens, first)
    return light if light is None or not calls_all(view, light, cue) else None


def _read_commitment(
    view: View, words: MeetingWords, telling: Telling, host: Told | None, left: int, cue: int
) -> None:
    near = max(left, min(telling.first, cue) - 2)
    negated = any(
        words.lists["negation"].length_at(view.tokens, i) and view.tokens[i].is_word
        for i in range(near, cue)
        if (i < telling.first or i >= cue - 2) and view.form(i + 1) not in _GOES_ON
    )
    negated = negated or is_with_nobody(view, cue, verbal=telling.verbal)
    negated = negated or is_turned_down(view, cue, verbal=telling.verbal)
    act = host.attribution.cue.row.act if host is not None else None
    own = own_light(view, words, host, cue)
    if not telling.verbal and is_said_there(view, telling.first, host):
        own, act = None, None
    if (
        own is not None
        and own.verb.status != "held"
        and telling.status in ("held", "planned", "ongoing")
    ):
        telling.status = own.verb.status
        telling.tense = "future" if own.verb.status == "proposed" else "present"
    told = cue if telling.verbal else telling.light.first if telling.light is not None else None
    promised = act in ("demands", "promises") and told is not None
    when = promised and told is not None and is_told_when(view, words, told)
    over = not telling.verbal and telling.light is None and is_over(view, left, cue)
    if when or over or is_past_gerund(view, cue):  # "called for a truce after meeting in Rome"
        telling.status, telling.tense, telling.commitment = "held", "past", "asserts"
    elif negated and words.language == "ar" and telling.status in _UNDONE and act != "denies":
        pass  # "لم ينعقد": that it was not held is asserted
    elif act == "denies" or (negated and not _is_ruled_in(view, near, cue)) or telling.refused:
        telling.commitment = "denies"
    elif act in ("demands", "promises") and telling.status == "held":
        telling.status, telling.commitment = "proposed", "anticipates"
        telling.tense = "future"
    elif telling.status in ("planned", "proposed"):
        telling.commitment = "anticipates"


def _is_left_open(view: View, host: Told | None, first: int) -> bool:
    """True for a meeting at token `first` that somebody does not rule out: لم يستبعد عقد لقاء."""
    if host is None or view.form(host.attribution.cue.first) not in _RULED_OUT:
        return False
    return first == host.content_first and view.is_negated(host.attribution.cue.first)


def _is_ruled_in(view: View, first: int, cue: int) -> bool:
    """True for "does not rule out a meeting", "does not mind one": both are open to it."""
    return any(view.form(i) in _RULED_OUT for i in range(first, cue))


def _leads_to_place(view: View, words: MeetingWords, i: int) -> bool:
    """True for "in Geneva", and for "arrives in / flies to Damascus to meet"."""
    lists = words.lists
    while i > 0 and (view.mention_at[i] is not None or _is_definite(view, i)):
        i -= 1  # "in the Kazakh capital Astana"
    return bool(lists["place"].length_at(view.tokens, i) or lists["to"].length_at(view.tokens, i))


def _is_definite(view: View, i: int) -> bool:
    return any(r.definite for r in view.readings(i)) and view.lexicon.language == "ar"


def _read_early_parts(
    view: View, words: MeetingWords, telling: Telling, parts: Parts, left: int, cue: int
) -> None:
    """A place or time in front of the noun, in its clause: "held in Geneva today a meeting"."""
    if follows_another(view, cue):
        return
    where = any(words.lists["where"].length_at(view.tokens, i) for i in range(left, cue))
    if parts.place is None or parts.doubtful:
        for mention in reversed(view.mentions):
            here = left < mention.first < cue and mention.category in ("place", "either")
            written_on = words.place_letter and words.place_letter in mention.proclitics
            led = where and view.form(mention.first - 1) in ("from", "من")
            led = led or leads_there(view, mention.last + 1)
            if here and (written_on or led or _leads_to_place(view, words, mention.first - 1)):
                parts.place, parts.doubtful, telling.led = mention, False, True
                break
    before = telling.light.first - 1 if telling.light is not None else -1
    if parts.topic is not None and view.lexicon.language == "en":
        found = view.time_at_or_none(before)
        if found is not None and parts.time is not None:  # "yesterday held talks on the raid on …"
            parts.time, telling.time = None, DraftTime(words=found, tense=telling.tense)
            return
    verbal = (telling.verbal and view.form(cue - 1) != "to") or where
    if parts.time is None and (telling.first < cue or telling.led or verbal):
        for i in range(left, cue):
            found = view.time_at[i]
            if found is not None and not _is_telling_day(view, i, cue):
                told = telling.status in ("planned", "proposed")
                tense: Tense = "past" if where and not told else telling.tense
                telling.time = DraftTime(words=found, tense=tense)
                break


def _is_telling_day(view: View, i: int, cue: int) -> bool:
    """True for the day of "announced it on Tuesday, saying he would meet": a verb tells between."""
    if view.lexicon.language == "en" and is_day_of_agreeing(view, i):
        return True
    return any(k in view.cue_at for k in range(i + 1, cue))
