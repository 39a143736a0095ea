"""Find who comes to a Hebrew meeting, and who it is told of, where the noun does not say.

In:  a view, a noun or verb of meeting, the statements told. Out: parties, a place, or nothing.
    לאחר מכן שב הנשיא לרומא לפגישה עם      who travels stands behind the verb of motion
    מחר ימריא לרומא לשיחות עם              he is left out
    במהלך הביקור ייפגש עם                   so is he behind a phrase that opens the clause
    בתום פגישה ברומא הודיעו א וב כי        who speak together met
    שלוש המדינות – א, ב וג – ייפגשו        a list set off by dashes is who they are
"""

from collections.abc import Sequence

from kg.extract.attribution import can_act
from kg.extract.meetings.words import NounHit
from kg.extract.mentions.hebrew_parts import is_verb
from kg.extract.told import Told
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Gender, Mention

_WITHIN, _LISTED_WITHIN, _OPENING = 9, 16, 6
DASHES = frozenset("–—")
_OPENS = words_of("he", "leads_to_an_event") | words_of("he", "opens_by_occasion")
_LETTERS = ("ב", "ל")
_FREE = ((), ("ו",))


def traveller(view: View, hit: NounHit) -> tuple[Party | None, Mention | None]:
    """Return who travels to the meeting at `hit`, and where, None where no verb of motion leads."""
    motion = view.lexicon.word_set("motion")
    for i in range(hit.first - 1, max(-1, hit.first - _WITHIN), -1):
        if view.is_that(i) or (view.is_break(i) and i != hit.first - 1):
            break
        if view.mention_at[i] is None and view.is_word(i) and view.form(i) in motion:
            return _subject_of(view, i), _goal(view, i, hit.first)
    return None, None


def _goal(view: View, verb: int, end: int) -> Mention | None:
    goals = (m for m in view.mentions if verb < m.first < end and m.proclitics == ("ל",))
    return next((m for m in goals if m.category in ("place", "either")), None)


def _subject_of(view: View, verb: int) -> Party | None:
    named = view.mention_from(verb + 1)
    if named is not None and not named.proclitics and can_act(named):
        return named
    return left_out(view, verb) if opens_clause(view, verb - 1) else None


def left_out(view: View, verb: int) -> Pointer | None:
    """Return "he" of a verb in the singular whose subject is left out."""
    form = view.form(verb)
    if not is_verb(view.tokens[verb]) or form.endswith("ו"):
        return None
    feminine = form.endswith("ה") or form.startswith("ת")
    gender: Gender = "feminine" if feminine else "masculine"
    place = view.tokens[verb].start
    return Pointer(kind="elided", place=place, gender=gender, number="singular")


def opens_clause(view: View, k: int) -> bool:
    """True where `k` ends a phrase that opens the sentence: "במהלך הביקור", "מחר"; or it is -1."""
    if k > _OPENING or any(view.is_break(i) for i in range(k + 1)):
        return False
    if k < 0:
        return True
    led = view.form(0) in _OPENS or view.form(0)[:1] in _LETTERS
    led = led or view.time_at[0] is not None or view.form(0) in view.words.adverbs
    inside = (view.mention_from(i) for i in range(k + 1))
    free = any(m is not None and m.proclitics in _FREE and can_act(m) for m in inside)
    told = any(i in view.cue_at or is_verb(view.tokens[i]) for i in range(k + 1))
    return led and not free and not told


def told_together(view: View, told: Sequence[Told], hit: NounHit) -> list[Party]:
    """Return both of "בתום פגישה בלימה הודיעו א וב כי": who speak when they have met."""
    for one in told:
        cue, speaker = one.attribution.cue, one.speaker
        plural = cue.inflection is not None and cue.inflection.number == "plural"
        behind = hit.last < cue.first < hit.last + _WITHIN and not one.covers(hit.first)
        if not (plural and behind) or not isinstance(speaker, Mention):
            continue
        other = view.mention_from(speaker.last + 1)
        if other is not None and other.proclitics == ("ו",) and can_act(other):
            return [speaker, other]
    return []


def listed_aside(view: View, before: int) -> list[Party]:
    """Return A, B and C of "שלוש המדינות – א, ב וג –", whose closing dash stands at `before`."""
    if before < 1 or view.tokens[before].text not in DASHES:
        return []
    near = range(before - 1, max(0, before - _LISTED_WITHIN), -1)
    opening = next((i for i in near if view.tokens[i].text in DASHES), None)
    if opening is None:
        return []
    found: list[Party] = []
    i = opening + 1
    while i < before:
        member = view.mention_from(i)
        if member is None or not can_act(member) or member.proclitics not in _FREE:
            return []
        found.append(member)
        i = member.last + 1 + view.is_comma(member.last + 1)
    return found if len(found) > 1 else []
