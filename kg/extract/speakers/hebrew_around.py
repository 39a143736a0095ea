"""Find a subject of no list in front of a Hebrew verb that has a name inside or behind it.

In:  a verb's cue, the token in front of it. Out: a mention, None where no such subject stands there.
    "הצופה" דיווח כי                       an outlet in quotation marks
    פרקליטיו של נבלני אמרו                  somebody's people, who own a name
    חבר מועצת העיר מינסק אמר                an office that no list has, with a place in it
    הדמוקרטים בוושינגטון דורשים             a group, and where it is
"""

from dataclasses import replace

from kg.extract.attribution import unlinked_mention
from kg.extract.cues import Cue
from kg.extract.speakers.hebrew_sources import HebrewSources
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention

_OF = "של"
_IN = ("ב",)
_OWNED = ("יו", "יה", "יהם", "יהן", "תו", "תה")
_REPORTS = words_of("he", "reports_that")


class HebrewAround(HebrewSources):
    """Phrases that hold a name."""

    def _quoted_outlet(self, cue: Cue, k: int) -> Mention | None:
        """Return the outlet of ""הצופה" דיווח כי": its name in quotation marks, nothing said."""
        view = self.view
        name = next((b for b in view.brackets if b.kind == "name" and b.last == k), None)
        if name is None or not (name.first == 0 or view.is_break(name.first - 1)):
            return None
        known = view.mention_from(name.first + 1)
        if known is not None and known.last == k - 1:
            return known if self._agrees(cue, known) else None
        if view.form(cue.first) not in _REPORTS or not self.is_that(cue.last + 1):
            return None
        found = unlinked_mention(view, name.first + 1, k - 1, number="singular")
        return replace(found, kind="media", human=False) if found is not None else None

    def _with_name_in(self, cue: Cue, k: int, inside: Mention) -> Mention | None:
        """Return "פרקליטיו של נבלני", "חבר מועצת העיר מינסק": a phrase that ends in a name."""
        view = self.view
        owned = view.form(inside.first - 1) == _OF
        if owned and not view.form(inside.first - 2).endswith(_OWNED):
            return None
        if not owned and (inside.person or inside.category == "adjective"):
            return None
        found = self.noun_phrase_to(k)
        if found is None or found.first >= inside.first or not self._opens(found.first):
            return None
        return found if self._agrees(cue, found) else None

    def _placed(self, cue: Cue, inside: Mention) -> Mention | None:
        """Return "הדמוקרטים" of "הדמוקרטים בוושינגטון דורשים"."""
        k = inside.first - 1
        if inside.proclitics != _IN or inside.category == "actor" or k < 0:
            return None
        if self.view.mention_at[k] is not None or not self.view.is_word(k):
            return None
        found = self.noun_phrase_to(k)
        if found is None or not self._opens(found.first) or self._is_thing(found.first):
            return None
        people = self.view.form(found.first).startswith("ה") and found.number == "plural"
        return found if people and self._agrees(cue, found) else None

    def _opens(self, first: int) -> bool:
        return first == 0 or self.view.is_break(first - 1) or self.is_that(first - 1)
