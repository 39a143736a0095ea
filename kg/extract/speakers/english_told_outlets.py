"""Read which outlet or sitting is told behind an English verb: "told Radio Lodwar that".

In:  a cue, the token behind the verb. Out: a mention, with the token where it ends where that is
further on. An outlet needs no list: letters behind "the", a sort ("public radio"), a name of two
words; a body hears somebody out at "a Senate hearing".
"""

from abc import ABC
from dataclasses import replace

from kg.extract.attribution import can_act, unlinked_mention
from kg.extract.cues import Cue
from kg.extract.speakers.english_behind import EnglishBehind
from kg.extract.speakers.english_words import PRONOUNS
from kg.lexicon.grammar import words_of
from kg.model.draft import Party
from kg.model.mention import Mention

_OWN_OUTLETS = words_of("en", "own_outlets")
_LISTENING = words_of("en", "listening_gatherings")
_PUBLIC = words_of("en", "whose_broadcaster")
_RADIO = words_of("en", "broadcasters")
_HEARINGS = words_of("en", "sittings_of_a_body")
_SAID_FIRST = frozenset({*PRONOUNS, "the", "a", "his", "her", "its", "their", "no"})
_LONGEST_LETTERS = 7
_NO_OUTLETS = words_of("en", "no_outlets_names")


class EnglishToldOutlets(EnglishBehind, ABC):
    """Reads outlets and sittings that are told something."""

    def _by_letters(self, cue: Cue, j: int) -> Mention | None:
        """Return the broadcaster of "told the ABC that": letters that no list has."""
        view, k = self.view, j + 1
        if view.form(j) != "the" or not cue.row.that or k >= view.size or not view.is_word(k):
            return None
        text, known = view.tokens[k].text, view.mention_from(k)
        short = text.isalpha() and text.isupper() and 1 < len(text) < _LONGEST_LETTERS
        if not short or (known is not None and known.gazetteer_id):
            return None
        if view.form(k + 1) != "that" and not view.is_comma(k + 1) and not self._is_said(k + 1):
            return None
        found = unlinked_mention(view, k, k) if known is None else None
        return known or (replace(found, kind="media", human=False) if found is not None else None)

    def _hearing(self, cue: Cue, j: int) -> tuple[Mention, int] | None:
        """Return "Senate" of "told a Senate hearing", "House panel" of "told a House panel"."""
        view = self.view
        owner = view.mention_from(j + 1) if view.form(j) in ("a", "an", "the") else None
        if owner is None and cue.row.that and self._is_capital(j + 1) and view.form(j) == "a":
            owner = unlinked_mention(view, j + 1, j + 1)
        if owner is None or not cue.row.that or not can_act(owner):
            return None
        k = owner.last + 1
        if view.form(k) in _HEARINGS:
            return owner, k
        body = unlinked_mention(view, j + 1, k) if view.form(k) in _LISTENING else None
        return (body, k) if body is not None else None

    def _nameless_outlet(self, cue: Cue, j: int) -> Mention | None:
        """Return "this newspaper", "a local television channel": no name behind it."""
        view, sorts = self.view, self.view.lexicon.word_set("outlet_sorts") | _OWN_OUTLETS
        if view.form(j) not in ("this", "a", "an") or not cue.row.that:
            return None
        last = j
        while view.is_word(last + 1) and last - j < 4 and view.mention_at[last + 1] is None:
            if view.form(last + 1) in self.prepositions | {"that"} or view.time_at[last + 1]:
                break
            last += 1
        body = view.form(last) in _LISTENING and view.form(j) != "this"
        if body and last > j:
            return unlinked_mention(view, j + 1, last)  # "a House committee"
        if last == j or view.form(last) not in sorts or view.form(last) in _NO_OUTLETS:
            return None
        found = unlinked_mention(view, j if view.form(j) == "this" else j + 1, last)
        return replace(found, kind="media", human=False) if found is not None else None

    def _outlet_behind(self, j: int) -> Mention | None:
        """Return the outlet of "the Havana radio station Reloj FM": place and sort before it."""
        view = self.view
        before = view.mention_from(j)
        if before is not None and (own := self._its_outlet(before)) is not None:
            return own
        k = before.last + 1 if before is not None and before.kind != "media" else j
        if before is not None and before.category == "adjective":
            sort = k  # "told Dutch public radio"
            while view.form(sort) in _PUBLIC:
                sort += 1
            named = view.form(sort) in _RADIO and not self._is_capital(sort + 1)
            found = unlinked_mention(view, before.first, sort) if named else None
            if found is not None:
                return replace(found, kind="media", human=False)
        if view.form(k) not in view.lexicon.word_set("outlet_sorts"):
            return None
        sorts = view.lexicon.word_set("outlet_sorts")
        while view.form(k) in sorts and not self._is_capital(k):
            k += 1
        mention = view.mention_from(k)
        if mention is not None:
            named = can_act(mention) and not (mention.person or mention.role or mention.side)
            return mention if mention.kind == "media" or (named and k > j) else None
        if k == j or not self._is_capital(k) or self._is_capital(k + 1):
            return None
        if view.tokens[k].text.isupper():
            return None  # letters are somebody's already
        numbered = view.form(k + 1) == "-" and view.form(k + 2).isdecimal()
        found = unlinked_mention(view, k, k + 2 * numbered)
        return replace(found, kind="media", human=False) if found is not None else None

    def _its_outlet(self, owner: Mention) -> Mention | None:
        """Return "Lira FM radio" of "told Uganda's Lira FM radio"."""
        view, first = self.view, owner.last + 1
        if not view.form(owner.last).endswith("'s") or not self._is_capital(first):
            return None
        last = first
        while self._is_capital(last + 1):
            last += 1
        sort = last + (view.form(last + 1) in _RADIO | view.lexicon.word_set("outlet_sorts"))
        known = view.mention_from(first)
        if sort == last or (known is not None and known.kind == "media"):
            return known if known is not None and known.kind == "media" else None
        found = unlinked_mention(view, first, sort)
        return replace(found, kind="media", human=False) if found is not None else None

    def _named_outlet(self, cue: Cue, j: int) -> tuple[Party, int] | None:
        """Return who is told under a name of two words or more that no lexicon has: an outlet."""
        view, last = self.view, j
        if not cue.row.that or not self._is_capital(j) or not self._is_capital(j + 1):
            return None
        while self._is_capital(last + 1):
            last += 1
        after = last + 1
        goes_on = view.form(after) == "that" or view.is_comma(after) or view.time_at_or_none(after)
        if not goes_on and view.form(after) not in ("in", "on") and not self._is_said(after):
            return None
        found = unlinked_mention(view, j, last)
        return (replace(found, kind="media", human=False), last) if found is not None else None

    def _is_capital(self, i: int) -> bool:
        view = self.view
        named = view.is_word(i) and view.tokens[i].text[0].isupper()
        return named and view.time_at_or_none(i) is None

    def _is_said(self, i: int) -> bool:
        """True where a pronoun or article begins what is said without "that"."""
        return self.view.form(i) in _SAID_FIRST
