"""Who met, behind the words for those who met: an office's holder, a delegation's head.

In:  a view and a meeting found in an Arabic sentence. Out: the same, with such people among them.
    أفاد مكتبه بأنه التقى فلانا             "he" is whoever the office belongs to, not the office
    استقبل فلان وفدا صربيا برئاسة الوزير …   the minister was there as well
"""

from dataclasses import replace

from kg.extract.meetings.arabic_members import delegation_at, find_members
from kg.extract.meetings.base import Found
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Gender, Mention

_OFFICES = words_of("ar", "offices_of_a_holder")
_HEADED = words_of("ar", "headed_by")
_COMMANDED = words_of("ar", "commanded_by")
_HEADED_BODIES = words_of("ar", "bodies_with_a_head")
_FROM = "من"
_OFFICE_WORDS = 9
_HIS: dict[str, Gender] = {"ه": "masculine", "ها": "feminine"}


def without_office(view: View, found: Found) -> Found:
    """Return the find with the office's holder in the place of the office."""
    speaker = found.host.speaker if found.host is not None else None
    if view.lexicon.language != "ar" or not isinstance(speaker, Mention) or speaker.gazetteer_id:
        return found
    gender = _holder(view, speaker)
    if gender is None:
        return found
    parties = tuple(_held(p, speaker, gender) for p in found.draft.participants)
    found.draft = replace(found.draft, participants=parties)
    return found


def _holder(view: View, office: Mention) -> Gender | None:
    """Return the gender of whose office "مكتبها" is, None for any other words."""
    readings = view.readings(office.first)
    own = (r.enclitic for r in readings if r.stem in _OFFICES and r.enclitic in _HIS)
    return next((_HIS[enclitic] for enclitic in own), None)


def _held(party: Party, office: Mention, gender: Gender) -> Party:
    if isinstance(party, Pointer):
        mine = party.kind == "pronoun" and party.number != "plural" and party.gender == gender
        return replace(party, avoid=office) if mine and party.avoid is None else party
    if party != office:
        return party
    place = office.span.start
    return Pointer(kind="pronoun", place=place, gender=gender, number="singular", human=True)


def with_heads(view: View, found: Found) -> Found:
    """Return the find with those who headed the delegations that met."""
    if view.lexicon.language != "ar":
        return found
    parties: list[Party] = []
    for party in found.draft.participants:
        alone = isinstance(party, Mention) and not found.draft.each
        people = _of_delegation(view, party) if isinstance(party, Mention) and alone else []
        parties += [p for p in (party, *people) if p not in parties]
    if parties != list(found.draft.participants):
        found.draft = replace(found.draft, participants=tuple(parties))
    return found


def _of_delegation(view: View, body: Mention) -> list[Mention]:
    """Return who heads a delegation, and who else belongs to it; of "الوفد", told in front."""
    if delegation_at(view, body.first) is not None:
        ahead = [m for m in view.mentions if m.role == body.role and m.last < body.first]
        return find_members(view, ahead[-1]) if ahead else []
    head = _head(view, body)
    return [*([head] if head is not None else []), *find_members(view, body)]


def _head(view: View, body: Mention) -> Mention | None:
    """Return X of "a delegation headed by X", named, right behind it."""
    after = body.last + 1
    if body.kind != "organization" or view.form(after) not in _HEADED:
        return None
    if _leads_another(view, body):
        return None
    return _named_within(view, after + 1)


def _named_within(view: View, first: int) -> Mention | None:
    """Return X of "the minister of state for political affairs X": the first one named."""
    prepositions = view.lexicon.word_set("prepositions")
    for k in range(first, min(view.size, first + _OFFICE_WORDS)):
        head = view.mention_from(k)
        if head is not None and head.person:
            return head if not head.proclitics else None
        if not view.is_word(k) or view.form(k) in prepositions or view.time_at[k] is not None:
            return None
        if k in view.cue_at and head is None:
            return None
    return None


def _leads_another(view: View, body: Mention) -> bool:
    """True where it may be the army, the government whose delegation it is that X leads.

    "وفدا من الجيش بقيادة فلان", "وفدا من الحكومة برئاسة فلان": X leads them, at home perhaps.
    """
    within = range(body.first + 1, body.last + 1)
    if view.form(body.last + 1) in _COMMANDED:
        return any(view.form(k) == _FROM for k in within) or len(within) > 1
    return any(r.stem in _HEADED_BODIES for k in within for r in view.readings(k))
