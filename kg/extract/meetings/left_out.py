"""Find who leads an Arabic meeting whose verb leaves its subject out: قال إنه أجرى محادثات مع فلان.

In:  the verb that governs the noun, and how the meeting is told. Out: words that stand for whoever
was named before: the speaker of the statement, the two of whom a dual tells.
"""

from collections.abc import Sequence

from kg.extract.meetings.arabic_coming import comes_for_it
from kg.extract.meetings.parts import Parts
from kg.extract.meetings.telling import Telling
from kg.extract.meetings.words import MeetingWords, VerbHit
from kg.extract.told import Told
from kg.extract.view import View
from kg.model.draft import Party, Pointer


def left_out(
    view: View, words: MeetingWords, telling: Telling, parts: Parts, host: Told | None
) -> Sequence[Party]:
    """Return who is left out in front of "with Y", and the two of "they held talks"."""
    light = telling.light
    if view.lexicon.language != "ar" or light is None:
        return ()
    if light.verb.role != "leads" and not _is_dropped(light, host):
        return ()
    inflection, place = light.inflection, view.tokens[light.first].start
    if inflection.person != 3 or parts.between or parts.bare:
        return ()
    if "ل" in light.proclitics:  # "a team will arrive to hold talks with Y"
        return comes_for_it(view, words, host, light.first)
    if inflection.number == "dual" and not parts.with_:
        return (Pointer(kind="pair", place=place, number="dual"),)
    if not parts.with_ or inflection.number != "singular":
        return ()
    return (
        Pointer(kind="elided", place=place, gender=inflection.gender, number=inflection.number),
    )


def _is_dropped(light: VerbHit, host: Told | None) -> bool:
    """True for "قال إنه ألغى لقاء", "احتج، ملغيا لقاء": who drops it was to meet."""
    if light.verb.status not in ("cancelled", "postponed"):
        return False
    inside = host is not None and host.covers(light.first)
    return inside or light.inflection.form == "participle"
