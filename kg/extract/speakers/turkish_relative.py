"""Find who speaks in a Turkish relative clause, and what only looks like words inside words.

In:  a cue, what is said. Out: the actor behind the participle; True for a deed that is no speech.
    "… diyen Akar", "… söyleyen ve adı açıklanmayan bir yetkili"
    "X, Y'nin köyleri tehdit ettiğini söyledi": Y threatens, only X speaks
"""

from kg.extract.attribution import can_act
from kg.extract.cues import Cue
from kg.extract.speakers.turkish_holders import holder_ahead
from kg.extract.speakers.turkish_listeners import Content
from kg.extract.speakers.turkish_unknown import TurkishUnknown
from kg.extract.told import NEUTRAL_ACTS, Told
from kg.lexicon.grammar import endings_of, words_of
from kg.lexicon.normalise import fold
from kg.model.mention import Mention
from kg.vocabulary import SpeechAct

_HEAD_WITHIN = 10
_SECOND_WITHIN = 14
_DOING = ("an", "en")
_NEAR = 4
_RUMOURS = endings_of("tr", "claims_of_others")
_SHORT = 4
_DEEDS = words_of("tr", "deeds_and_words")


class TurkishRelative(TurkishUnknown):
    """Reads the participles of one sentence."""

    def is_deed(self, inner: Cue) -> bool:
        """True for "Y'nin köyleri tehdit ettiğini (söyledi)": of a deed, not of words."""
        return fold(inner.row.id) in _DEEDS

    def has_needs(self, cue: Cue, content: Content) -> bool:
        """False for "Malta'ya 48 saat süre tanıdı" without what for, which the row asks for."""
        needs, words = cue.row.needs, range(content.first, cue.first)
        if self.only_rumoured(cue):
            return False
        if cue.row.needs_addressee and not (content.addressees or self._gives_to(words)):
            return False
        return not needs or any(self.view.form(i) in needs for i in words)

    def only_rumoured(self, cue: Cue) -> bool:
        """True for "bildirildi haberini (yalanladı)", "süre verdi diyen": what others claim."""
        return self.view.form(cue.last + 1).startswith(_RUMOURS)

    def _gives_to(self, words: range) -> bool:
        """True where somebody stands in the dative among the words."""
        mentions = (self.view.mention_from(i) for i in words)
        return any(m is not None and m.case == "dative" and can_act(m) for m in mentions)

    def only_reported(self, inner: Cue, speaker: Mention) -> bool:
        """True where the clause in -DIğI tells of a deed, or of whoever speaks themselves."""
        return self.is_deed(inner) or self.tells_of_themselves(inner, speaker)

    def charged(self, one: Told) -> SpeechAct:
        """Return the act of "X, Y'nin köyleri tehdit ettiğini söyledi": Y did wrong, X claims."""
        inside = (m for m in self.view.mentions if one.covers(m.first))
        doer = next((m for m in inside if m.case == "genitive" and can_act(m)), None)
        own = one.speaker is None or one.speaker == doer
        return "accuses" if doer is not None and not own and one.act in NEUTRAL_ACTS else one.act

    def head_behind(self, cue: Cue) -> Mention | None:
        """Return the actor right behind the participle, adjectives and "ve …-An" between."""
        view = self.view
        second = self._behind_second(cue)
        for i in range(second or cue.last + 1, min(view.size, (second or cue.last) + _HEAD_WITHIN)):
            mention = view.mention_from(i)
            if mention is not None and mention.case == "genitive":
                held = view.mention_from(mention.last + 1)  # "BM Genel Sekreteri'nin temsilcisi X"
                mention = held if held is not None and held.person and held.role else mention
            if mention is not None and can_act(mention) and mention.case == "nominative":
                return holder_ahead(self, mention, view.size)  # "konuşan Kanak lideri X,"
            if mention is not None:
                return mention if can_act(mention) and mention.case != "locative" else None
            if view.is_break(i) or view.quotation_at[i] is not None:
                return None
            if self._is_owner(i):
                return None  # "geri çeviren tarafın Bogota olduğunu"
            if i > cue.last + _NEAR and "ve" not in (view.form(cue.last + 1),):
                return None
        return None

    def _behind_second(self, cue: Cue) -> int | None:
        """Return where the head of "… bulunan ve Y ile konuşan X" begins, None for one participle.

        Only where Y is named between: who else is there is the head.
        """
        view, named = self.view, False
        if view.form(cue.last + 1) != "ve":
            return None
        for i in range(cue.last + 2, min(view.size, cue.last + _SECOND_WITHIN)):
            if view.is_break(i) or view.is_comma(i):
                return None
            named |= view.mention_at[i] is not None
            participle = view.mention_at[i] is None and view.form(i).endswith(_DOING)
            if participle and len(view.form(i)) > _SHORT:
                head = view.mention_from(i + 1)
                return i + 1 if named and head is not None and can_act(head) else None
        return None

    def _is_owner(self, i: int) -> bool:
        """True for a common noun in the genitive."""
        token = self.view.tokens[i]
        common = token.is_word and token.text[0].islower() and len(token.form) > _SHORT
        return common and token.form.endswith(("in", "un", "ün"))
