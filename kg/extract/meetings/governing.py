"""Find the light verb that governs a noun of meeting: "held", "proposed", عقد, اقترح … عقد.

In:  a view, the meeting words, where the clause begins, the token of the noun. Out: the verb.
"""

from collections.abc import Sequence

from kg.extract.inflect import Inflection, VerbForm
from kg.extract.meetings.words import MeetingVerb, MeetingWords, VerbHit
from kg.extract.view import View
from kg.lexicon.grammar import words_of

_DURING = words_of("ar", "during_talks")
_DURING_ENGLISH = words_of("en", "during_talks")
_IN_THEM = 3  # tokens of "during the long (talks)"
_HELD_BEFORE = words_of("ar", "held_before_it")
_WHERE = words_of("ar", "where_they_met")
_HOLDING = words_of("ar", "to_hold_a_meeting")
_AGREED = words_of("ar", "agreed")
_ON = words_of("ar", "agreed_on")
_HAVING_FORMS: dict[str, VerbForm] = {"have": "base", "has": "present", "had": "past"}
_HAVING = frozenset(_HAVING_FORMS)
_HAD = MeetingVerb("light", role="leads", status="held")
_ADJECTIVES = 4
_BEFORE = words_of("en", "between_a_deed_and_talks")


def governing(view: View, words: MeetingWords, left: int, cue: int) -> VerbHit | None:
    """Return the light verb nearest in front of the noun."""
    if view.form(cue - 1) in _DURING:
        return None  # "طرح الموضوع خلال محادثات": nobody put forward the talks
    if any(view.form(k) in _DURING_ENGLISH for k in range(max(left, cue - _IN_THEM), cue)):
        return None  # "progress was made during talks"
    for i in range(cue - 1, left - 1, -1):
        if view.tokens[i].is_word and view.mention_at[i] is None:
            light = words.light_at(view.tokens, i)
            outer = words.light_at(view.tokens, i - 1) if i > left else None
            if light is not None and outer is not None and outer.verb.status != "held":
                return outer  # اقترح عقد قمة: the second is a noun
            if light is not None and view.tokens[i - 1].text == "-":
                continue  # "held UN-mediated talks"
            if light is not None and (_agreed_on_else(view, i, cue) or calls_all(view, light, cue)):
                continue
            if light is not None and _is_of_after(view, light, cue):
                return None
            if light is not None and _is_before_them(view, light, cue):
                return None
            if light is not None and view.lexicon.language == "ar":
                return _proposed_to(view, words, left, i) or light
            if light is not None:
                return light
            if view.form(i) in _HAVING and _is_had(view, i, cue):
                return VerbHit(_HAD, i, i, Inflection(view.form(i), _HAVING_FORMS[view.form(i)]))
    return None


def _is_of_after(view: View, light: VerbHit, cue: int) -> bool:
    """True for "اعتذر بعد لقاء", "انسحب من المدينة عقب لقاء": the meeting itself was held."""
    undone = light.verb.status in ("cancelled", "postponed")
    return undone and any(view.form(k) in _HELD_BEFORE for k in (cue - 1, cue - 2))


def _is_before_them(view: View, light: VerbHit, cue: int) -> bool:
    """True for "must go into effect before talks": what goes into something else meets nobody."""
    between = range(light.last + 1, cue)
    into = view.lexicon.language == "en" and view.form(light.last) in ("into", "entered", "enters")
    return into and any(view.form(k) in _BEFORE for k in between)


def calls_all(view: View, light: VerbHit, cue: int) -> bool:
    """True for "داعيا روما إلى الحوار": a call for talks at large, to none of its own."""
    if light.verb.role != "invites" or light.inflection.form != "participle":
        return False
    known = any(r.definite for r in view.readings(cue))
    return known or all(view.mention_at[k] is None for k in range(light.last + 1, cue))


def _agreed_on_else(view: View, i: int, cue: int) -> bool:
    """True for "اتفقا على إنجاز المفاوضات": they agreed on something else than to meet."""
    if not any(r.stem in _AGREED for r in view.readings(i)):
        return False
    return not any(view.form(k) in _ON for k in (cue - 1, cue - 2))


def _proposed_to(view: View, words: MeetingWords, left: int, i: int) -> VerbHit | None:
    """Return the verb of "اقترح على نظيره فلان عقد لقاء", where "to hold" stands at token `i`."""
    if view.form(i) not in _HOLDING:
        return None
    for k in range(i - 1, left - 1, -1):
        if view.is_break(k):
            return None
        light = words.light_at(view.tokens, k) if view.mention_at[k] is None else None
        if light is not None and light.verb.status == "proposed":
            return light
    return None


def is_where_they_will(view: View, hits: Sequence[VerbHit]) -> bool:
    """True for "إلى روما حيث يلتقي فلانا": a present behind "where" is still to come."""
    if view.lexicon.language != "ar":
        return False
    return any(view.form(h.first - 1) in _WHERE for h in hits if h.inflection.form == "present")


def _is_had(view: View, i: int, cue: int) -> bool:
    """True for "had two long (talks)": adjectives and numbers alone stand between."""
    between = range(i + 1, cue)
    stops = view.lexicon.word_set("prepositions") | view.words.that | {"no", "to", "n't"}
    return 0 < len(between) <= _ADJECTIVES and all(
        view.is_word(k) and k not in view.cue_at and view.form(k) not in stops for k in between
    )
