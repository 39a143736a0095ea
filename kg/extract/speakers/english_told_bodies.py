"""Read bodies and people without a name behind an English verb: "told his cabinet that".

In:  a cue, the token behind the verb. Out: a party, with the token where it ends.
    told his cabinet; told a cabinet meeting; told the lower house; told his euro zone colleagues
    told the Sudanese sovereign council; told local media; notified Chad, Niger and the UN
"""

from abc import ABC
from dataclasses import replace

from kg.extract.attribution import can_act, unlinked_mention
from kg.extract.cues import Cue
from kg.extract.speakers.behind import Behind
from kg.extract.speakers.english_told_outlets import EnglishToldOutlets
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention

_OWN = frozenset({"his", "her", "its", "their"})
_OWN_PEOPLE = words_of("en", "people_of_ones_own")
_HOUSES = words_of("en", "bodies_that_sit")
_SITTINGS = words_of("en", "sittings_of_a_body")
_MEDIA = words_of("en", "media_of_a_place")
_PRESS = words_of("en", "the_press")
_IN_FRONT = 4


class EnglishToldBodies(EnglishToldOutlets, ABC):
    """Reads whoever is told under a common noun."""

    def _body_at(self, cue: Cue, j: int) -> tuple[Mention, int] | None:
        """Return who is told from token `j` on and the last token; None for nobody of that sort."""
        view, determiner = self.view, self.view.form(j)
        if determiner not in _OWN | {"the", "a", "an"}:
            return self._media_at(cue, j)
        last = self._head_behind(j, _OWN_PEOPLE if determiner in _OWN else _HOUSES)
        if last is None:
            return None
        sits = view.form(last + 1) in _SITTINGS and cue.row.that
        if determiner in ("a", "an") and not sits:
            return None
        end = self._with_whose(last)
        found = unlinked_mention(view, j if determiner in _OWN else j + 1, end)
        return (found, last + 1 if sits else end) if found is not None else None

    def _is_her_cabinet(self, j: int) -> bool:
        """True for "told her cabinet that", not for "told her officials were coming"."""
        last = self._head_behind(j, _OWN_PEOPLE)
        return last is not None and (self._ends_phrase(last + 1) or self._is_said(last + 1))

    def _head_behind(self, j: int, heads: frozenset[str]) -> int | None:
        """Return the token of "house" in "the lower house", "council" in "the Omani council"."""
        view = self.view
        counted = view.form(j + 1).isdecimal() and j + 4 < view.size
        counted = counted and view.tokens[j + 2].text == "-"
        start = j + 4 if counted else j + 1  # "the 15-member council"
        for k in range(start, min(view.size, j + 2 + _IN_FRONT)):
            if view.form(k) in heads and view.mention_at[k] is None:
                after = view.mention_from(k + 1)
                return k if after is None or view.form(k + 1) == "of" else None
            named = view.mention_at[k]
            plain = named is None or named.category == "adjective"
            if not view.is_word(k) or not plain or view.form(k) in self.prepositions | {"that"}:
                return None
        return None

    def _with_whose(self, last: int) -> int:
        """Return the last token of "(house) of parliament", "(council) of elders"."""
        view = self.view
        if view.form(last + 1) != "of" or view.time_at_or_none(last + 2) is not None:
            return last
        end = last + 2 + (view.form(last + 2) == "the")
        named = view.mention_from(end)
        if named is not None:
            return named.last
        return end if view.is_word(end) and self._ends_phrase(end + 1) else last

    def _ends_phrase(self, i: int) -> bool:
        """True where nothing goes on: "that", a preposition, a comma."""
        form = self.view.form(i)
        return form == "that" or form in self.prepositions or self.view.is_comma(i)

    def _media_at(self, cue: Cue, j: int) -> tuple[Mention, int] | None:
        """Return "local media" of "told local media that", "the state-run press"."""
        view = self.view
        if not cue.row.that or view.form(j) not in _MEDIA or view.form(j + 1) not in _PRESS:
            return None
        found = unlinked_mention(view, j, j + 1)
        return (replace(found, kind="media", human=False), j + 1) if found is not None else None

    def _words_to(self, first: int, ends: frozenset[str]) -> Mention | None:
        """Return "aid groups" of "accused Chad and aid groups of", up to the row's own word."""
        for k in range(first, min(self.view.size, first + _IN_FRONT)):
            if self.view.form(k) in ends:
                return unlinked_mention(self.view, first, k - 1) if k > first else None
            if not self.view.is_word(k) or self.view.form(k) in self.prepositions | {"that"}:
                return None
        return None

    def _more_told(self, behind: Behind, j: int, ends: frozenset[str]) -> int | None:
        """Add Y and Z of "notified X, Y and Z that"; None where no list goes on at `j`."""
        view, found, k = self.view, list[Mention](), j
        while True:
            joined = view.form(k) == "and" or (view.is_comma(k) and view.form(k + 1) == "and")
            k += 1 + (view.is_comma(k) and joined)
            first = k + (view.form(k) == "the")
            named = view.mention_from(k) or view.mention_from(first)
            if named is None and joined and (words := self._words_to(first, ends)) is not None:
                named = words
            if named is None or not can_act(named) or named.category == "adjective":
                return None
            found.append(named)
            k = named.last + 1
            if joined:
                break
            if not view.is_comma(k) and view.form(k) != "and":
                return None
        if not self._ends_phrase(k) and view.form(k) != "to":
            return None
        behind.addressees.extend(found)
        return k
