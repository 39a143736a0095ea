"""Find a subject of no list in front of a Hebrew verb that has a name inside or behind it.

In:  a verb's cue, the token in front of it. Out: a mention, None where no such subject stands.
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
_PARTICIPLE = 4  # letters of the shortest, less one
_NAME_WORDS, _OFFICE_WORDS = 3, 7
_DESCRIBES = words_of("he", "describes_somebody")
_AFTER_IT = words_of("he", "leads_to_an_event")
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

    def _named_aside(self, comma: int) -> Mention | None:
        """Return the name of "סמנכ״לית התקציבים, דורית וקסלר,": office and name of no list."""
        view, first = self.view, comma - 1
        if not view.is_comma(comma):
            return None
        while first > 0 and view.is_word(first) and comma - first <= _NAME_WORDS:
            first -= 1
        inside = range(first + 1, comma)
        if not view.is_comma(first) or not 1 < len(inside) <= _NAME_WORDS:
            return None
        if any(self._is_no_name(i) for i in inside) or not self._may_open(first):
            return None
        found = unlinked_mention(view, first + 1, comma - 1, number="singular")
        return replace(found, kind="person", human=True) if found is not None else None

    def _is_no_name(self, i: int) -> bool:
        view, form = self.view, self.view.form(i)
        known = view.mention_at[i] is not None or view.time_at[i] is not None or i in view.cue_at
        plain = form in view.words.connector or self._is_adverb(i) or self.is_that(i)
        told = self.is_preposition(i) or self._is_prefixed(i) or self._is_participle(i)
        described = form in _DESCRIBES or form in view.lexicon.descriptions
        return known or plain or told or described or form.startswith("ה")

    def _may_open(self, comma: int) -> bool:
        """True where the words in front of `comma` open the sentence with a noun of no list."""
        view = self.view
        words = range(comma)
        if comma > _OFFICE_WORDS or any(not view.is_word(i) and view.form(i) != "-" for i in words):
            return False
        known = any(i in view.cue_at or view.time_at[i] is not None for i in words)
        return not known and view.mention_at[comma - 1] is None and self._may_head(0)

    def _is_participle(self, i: int) -> bool:
        """True for "המעורה בשיחות", "המצטט": a clause in a word, no noun of its own."""
        view = self.view
        form = view.form(i)
        return len(form) > _PARTICIPLE and form.startswith("המ") and view.mention_at[i] is None

    def _is_of_event(self, before: int) -> bool:
        """True at "ישיבת" of "לאחר ישיבת הממשלה": whose session it was is not who speaks."""
        view = self.view
        construct = view.form(before).endswith("ת") and not view.form(before).startswith("ה")
        alone = construct and before > 0 and view.mention_at[before] is None
        return alone and view.form(before - 1) in _AFTER_IT

    def _is_region(self, before: int) -> bool:
        """True at "בדרום" of "בדרום צרפת"."""
        places = self.view.lexicon.word_set("place_prepositions")
        return any(r.stem in places and r.proclitics == ("ב",) for r in self.view.readings(before))

    def _meets_counterpart(self, k: int) -> bool:
        """True for the name in "with his German counterpart Heiko Maas": no subject."""
        adjective = self.view.mention_to(k)
        if adjective is not None and adjective.category == "adjective":
            k = adjective.first - 1
        words = self.view.lexicon.word_set("counterpart")
        if not any(r.stem in words for r in self.view.readings(k)):
            return False
        form = self.view.form(k)
        return form[:1] in "למב" or self.is_preposition(k - 1) or self.view.form(k - 1) == "את"
