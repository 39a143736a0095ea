"""Read who belonged to a delegation in Arabic: "وفد تركي … ضم الوزير فلان ورئيس المخابرات فلان".

In:  a view and a delegation that met somebody. Out: its members by name, in order; the delegation
itself where it stands without its country, "الوفد", as a description of the one told before.
"""

from dataclasses import replace

from kg.extract.attribution import unlinked_mention
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention

_HOLDS = words_of("ar", "a_delegation_holds")
_ENDS = words_of("ar", "ends_a_list_of_members")
_THE_DELEGATION = words_of("ar", "the_delegation_told_before")
_GUESTS = words_of("ar", "adjectives_of_a_guest")
_STANDS_FOR = words_of("ar", "stands_for")
_DELEGATION = "delegation"
_WITHIN = 8  # tokens of "زار وفد تركي العاصمة بغداد وضم"
_LONGEST = 40


def delegation_at(view: View, i: int) -> Mention | None:
    """Return "the delegation" at token `i`, which was told before: "والتقى الوفد رئيس الوزراء"."""
    if view.lexicon.language != "ar" or not 0 <= i < view.size:
        return None
    if view.form(i) not in _THE_DELEGATION or view.mention_at[i] is not None:
        return None
    found = unlinked_mention(view, i, i, gender="masculine", number="singular")
    if found is None:
        return None
    return replace(found, kind="organization", role=_DELEGATION, unnamed=True, human=False)


def behind_delegation(view: View, i: int) -> int:
    """Return the token behind "the visiting delegation" at token `i`, `i` where there is none."""
    if delegation_at(view, i) is None:
        return i
    return i + 1 + (view.form(i + 1) in _GUESTS)


def find_members(view: View, body: Mention) -> list[Mention]:
    """Return the people named behind "it held", up to where another clause begins."""
    if body.role != _DELEGATION or view.lexicon.language != "ar":
        return []
    near = range(body.last + 1, min(view.size, body.last + 1 + _WITHIN))
    holds = next((k for k in near if view.form(k) in _HOLDS), None)
    if holds is None or any(view.is_stop(k) or view.is_that(k) for k in range(body.last, holds)):
        return []
    members: list[Mention] = []
    for k in range(holds + 1, min(view.size, holds + _LONGEST)):
        mention = view.mention_at[k]
        named = mention is not None and mention.first == k and mention.person is not None
        ends = view.is_stop(k) or view.is_that(k) or view.quotation_at[k] is not None
        if ends or (mention is None and (k in view.cue_at or view.form(k) in _ENDS)):
            break
        if view.is_comma(k) and not _goes_on(view, k + 1):
            break
        if named and mention is not None and not _is_of_another(view, mention):
            members.append(mention)
    return members


def _is_of_another(view: View, mention: Mention) -> bool:
    """True for whom a member stands for: "ممثلا عن الرئيس فلان", "مستشارا للوزير فلان"."""
    led = view.form(mention.first - 1) in _STANDS_FOR
    return led or any(letter != "و" for letter in mention.proclitics)


def _goes_on(view: View, i: int) -> bool:
    """True behind a comma where another member is named: "، ورئيس المخابرات فلان"."""
    return i < view.size and any("و" in r.proclitics for r in view.readings(i))
