"""Read who is told, and who speaks, inside the words that an English sentence quotes.

In:  attributions of a sentence. Out: the same, with what the first words quoted tell.
    "I informed my brother that …," X said       said to the other one whom X met or rang
    "What I told the envoy is that …," X said    said to the envoy
    "The president made clear that …," the spokesman said   the president's words, passed on
"""

from collections.abc import Iterable
from dataclasses import replace

from kg.extract.attribution import Attribution, can_act
from kg.extract.speakers.english_words import EnglishWords
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Gender, Mention, Number

_WE = frozenset({"i", "we"})
_HAVE = words_of("en", "beside_having_told")
_TOLD = words_of("en", "told_by_us")
_SAID_TO = words_of("en", "said_by_us_to")
_OWN = frozenset({"my", "our"})
_THEM = frozenset({"him", "her", "them"})
_GENDERS: dict[str, Gender] = {"him": "masculine", "her": "feminine"}
_PEERS = words_of("en", "peers_of_ours")
_BEHIND_HER = words_of("en", "behind_her")
_WITHIN = 8
_EXPRESSED_WITHIN = 12
_EXPRESSING = ("express", "convey", "voice", "register", "relay", "extend", "offer")
_NOT_TO = words_of("en", "leads_to_no_listener")
_WHOM: dict[str, tuple[Gender | None, Number, bool]] = {
    "him": ("masculine", "singular", True),
    "her": ("feminine", "singular", True),
    "them": (None, "plural", True),
}
_SPOKEN_FOR = ("president", "prime-minister", "minister", "king", "emir", "chancellor")


class EnglishInside(EnglishWords):
    """Looks into what was quoted, at its first words alone."""

    def told_inside(self, found: Iterable[Attribution]) -> list[Attribution]:
        """Return the attributions with listeners and speakers from inside the quotation."""
        return [self._passed_on(self._heard(one)) for one in found]

    def _heard(self, one: Attribution) -> Attribution:
        view = self.view
        if not one.addressees and one.cue.row.id in _EXPRESSING:
            return self._expressed_to(one)
        if one.addressees or not self._is_quoted(one):
            return one
        first = one.content_first
        for i in range(first, min(one.content_last, first + _WITHIN)):
            told = view.form(i) in _TOLD and self._is_we(i - 1)
            said = view.form(i) in _SAID_TO and view.form(i + 1) == "to" and i - first < _WITHIN
            if said and not self._is_ours(i):
                continue
            party = _listener(view, i + 1 + said) if told or said else None
            if party is not None:
                return replace(one, addressees=(party,))
            if view.is_comma(i) or view.is_stop(i):
                return one
        return one

    def _expressed_to(self, one: Attribution) -> Attribution:
        """Read to whom "expressed "serious concern" to X", "conveyed regret to him" was told."""
        view, first = self.view, one.cue.last + 1
        for i in range(first, min(view.size - 1, first + _EXPRESSED_WITHIN)):
            if view.is_stop(i) or view.is_comma(i) or view.form(i) in self.openers - {"to"}:
                return one
            if view.form(i) != "to" or view.form(i - 1) in _NOT_TO or i == first:
                continue
            if view.form(i + 1) in _THEM:
                gender, number, _ = _WHOM[view.form(i + 1)]
                place = view.tokens[i + 1].start
                him = Pointer(kind="pronoun", place=place, gender=gender, number=number, human=True)
                return replace(one, addressees=(him,))
            heard = view.mention_from(i + 1) or view.mention_from(i + 2)
            known = heard is not None and can_act(heard) and heard.kind != "media"
            return replace(one, addressees=(heard,)) if heard is not None and known else one
        return one

    def _is_quoted(self, one: Attribution) -> bool:
        return self.view.quotation_at[one.content_first] is not None

    def _is_we(self, i: int) -> bool:
        while self.view.form(i) in _HAVE:
            i -= 1
        return self.view.form(i) in _WE

    def _is_ours(self, i: int) -> bool:
        """True for "what I said to", "our message to"."""
        return self._is_we(i - 1) or self.view.form(i - 1) in _OWN

    def _passed_on(self, one: Attribution) -> Attribution:
        """Give the words of "The president told him that …" to the president, via the spokesman."""
        view, speaker = self.view, one.speaker
        if not isinstance(speaker, Mention) or speaker.role != "spokesperson" or one.via:
            return one
        first = one.content_first
        first += view.form(first) == "the" or not view.is_word(first)
        found = view.mention_from(first) or view.mention_from(first + 1)
        if found is None or not (self._is_quoted(one) and can_act(found)):
            return one
        if not found.person and found.role not in _SPOKEN_FOR:
            return one
        entries = view.lexicon.entries(view.form(found.last + 1))  # no cue inside quotations
        if not any(e.row.kind == "verb" and e.row.that for e in entries):
            return one
        return replace(one, speaker=found, via=(speaker,), margin=min(one.margin, 0.8))


def _listener(view: View, i: int) -> Party | None:
    """Return who "him", "my brother", "Minister X" at token `i` is; not "my wife", "her bag"."""
    form, place = view.form(i), view.tokens[i].start
    if form in _OWN:
        return Pointer(kind="other", place=place) if view.form(i + 1) in _PEERS else None
    if form in _THEM:
        owns = form == "her" and view.is_word(i + 1) and view.form(i + 1) not in _BEHIND_HER
        return None if owns else _pronoun_at(form, place)
    mention = view.mention_from(i) or view.mention_from(i + 1)
    plain = mention is not None and mention.category != "place" and can_act(mention)
    return mention if plain and mention is not None and mention.kind != "media" else None


def _pronoun_at(form: str, place: int) -> Pointer:
    gender = _GENDERS.get(form)
    number: Number = "plural" if form == "them" else "singular"
    return Pointer(kind="other", place=place, gender=gender, number=number, human=True)
