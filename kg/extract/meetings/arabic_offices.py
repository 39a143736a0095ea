"""Who met where an Arabic office tells of its holder: "أفاد مكتبه بأنه التقى فلانا".

In:  a view, a meeting found inside what such an office says. Out: the same, the office itself
nobody who met: "he" is whoever it belongs to.
"""

from dataclasses import replace

from kg.extract.meetings.base import Found
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Gender, Mention

_OFFICES = words_of("ar", "offices_of_a_holder")
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
