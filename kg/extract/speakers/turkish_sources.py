"""Find the source that Turkish "-A göre" names, and whom news are drawn from.

In:  a cue and where its clause begins. Out: the source, and who passes it on.
    "X'in haberine göre", "Y'nin Z'ye dayandırdığı haberinde", "Reuters'a konuşan X"
"""

from kg.extract.attribution import can_act
from kg.extract.cues import Cue
from kg.extract.speakers.turkish_content import TurkishContent
from kg.extract.speakers.turkish_listeners import Content
from kg.extract.speakers.turkish_news_of import press_before, stood_in
from kg.extract.speakers.turkish_press import reporters_told
from kg.lexicon.grammar import endings_of, words_of
from kg.model.draft import Party
from kg.model.mention import Mention

SOURCE_REACH = 12
_SPEAKING = words_of("tr", "speaking_to")
_ANSWERING = words_of("tr", "answering_reporters")
_BASED_ON = endings_of("tr", "based_on")
_GIVEN = words_of("tr", "given_to")
_GAVE = words_of("tr", "gave_an_interview")
_INTERVIEWS = endings_of("tr", "interviews")
_ADJECTIVES = 3


class TurkishSources(TurkishContent):
    """Reads sources."""

    def source_before(self, cue: Cue, start: int) -> tuple[Party, tuple[Party, ...]] | None:
        """Return the source that "göre" names, and who passes it on."""
        view, k = self.view, cue.first - 1
        if view.time_at[k] is not None or not view.is_word(k):
            return None
        mention = view.mention_to(k)
        if cue.row.id == "deyişiyle":
            owns = mention is not None and mention.case == "genitive" and can_act(mention)
            return (mention, ()) if owns and mention is not None else None
        if mention is not None and mention.case == "dative" and can_act(mention):
            return mention, ()
        press = press_before(view, start, k)
        if press is not None or self._is_account(k):
            based = self.based_on(max(start, k - SOURCE_REACH), k)
            owner = press or self._owner(k, start)
            if based is not None:
                return based, (owner,) if owner is not None else ()
            if owner is not None and owner.case == "ablative":
                return owner, self._who_learned(owner, start)
            if owner is not None and (outlet := self._outlet_between(owner.last + 1, k)):
                return owner, (outlet,)
            return (owner, ()) if owner is not None else None
        return None

    def _who_learned(self, source: Mention, start: int) -> tuple[Mention, ...]:
        """Return X of "X'in kaynaklardan edindiği bilgiye göre": X passes it on."""
        mention = self.view.mention_to(source.first - 1) if source.first > start else None
        owns = mention is not None and mention.case == "genitive" and can_act(mention)
        return (mention,) if owns and mention is not None else ()

    def _outlet_between(self, first: int, end: int) -> Mention | None:
        """Return R of "kaynakların R'ye verdiği bilgiye göre": R passes it on."""
        for i in range(first, end):
            mention = self.view.mention_from(i)
            if mention is not None and mention.kind == "media" and mention.case == "dative":
                return mention
        return None

    def _is_account(self, k: int) -> bool:
        """True for "bilgiye", "haberine", "aktardığına" in front of "göre"."""
        case = self.accounts.get(self.view.form(k), "") or self.documents.get(self.view.form(k), "")
        if case.rstrip("+") == "dative":
            return True
        return any(
            c.last == k and c.inflection is not None and c.inflection.form == "nominal"
            for c in self.view.cues
        )

    def _owner(self, k: int, start: int) -> Mention | None:
        for i in range(k - 1, max(start - 1, k - SOURCE_REACH), -1):
            mention = self.view.mention_to(i)
            if mention is None or not can_act(mention):
                continue
            if mention.case in ("genitive", "ablative") or i == k - 1:
                return mention
            if stood_in(self.view, mention, k):
                return mention
        return None

    def based_on(self, start: int, end: int) -> Mention | None:
        """Return Z of "Z'ye dayandırdığı haberinde" among the tokens in front of what is said."""
        for i in range(start, end):
            if self.view.form(i).startswith(_BASED_ON):
                quoted = self.view.quotation_at[i - 1] is not None and not self.view.is_word(i - 1)
                mention = self.view.mention_to(i - 1 - quoted)
                return mention if can_act(mention) else None
        return None

    def drawn_on(self, content: Content, cue: Cue) -> Mention | None:
        """Take whom "bir yetkiliye dayandırdı" names out of the words said."""
        source = self.view.mention_to(cue.first - 1)
        if source is None or source.case != "dative" or not can_act(source):
            return None
        content.last = min(content.last, source.first - 1)
        if source in content.addressees:
            content.addressees.remove(source)
        return source

    def told_to(self, speaker: Party | None) -> list[Mention]:
        """Return who listens in "Reuters'a konuşan bir yetkili", "gazetecilere konuşan X"."""
        if not isinstance(speaker, Mention):
            return []
        if (outlet := self._gave_interview(speaker)) is not None:
            return [outlet]
        for i in range(speaker.first - 1, max(-1, speaker.first - SOURCE_REACH), -1):
            told = self.view.form(i) in _ANSWERING and reporters_told(self.view, i - 4, i)
            if told:
                return [told]
            if self.view.form(i) in _SPEAKING:
                mention = self.view.mention_to(i - 1) or self.view.mention_to(i - 2)
                medium = mention is not None and mention.kind == "media"
                if mention is None and (told := reporters_told(self.view, i - 4, i)) is not None:
                    return [told]
                return [mention] if medium and mention is not None else []
            if self.view.is_comma(i) and self.view.form(i - 1) not in _SPEAKING:
                break
        return []

    def _gave_interview(self, speaker: Mention) -> Mention | None:
        """Return R of "R'ye açıklamalarda bulunan X", "R'ye verdiği demeçte X"."""
        view, i = self.view, speaker.first - 1 - self.view.is_comma(speaker.first - 1)
        given = view.form(i) in _GAVE or view.form(i - 1) in _GIVEN
        if not given or not view.form(i - (view.form(i) in _GAVE)).startswith(_INTERVIEWS):
            return None
        for k in range(i - 2, max(-1, i - 2 - _ADJECTIVES), -1):
            outlet = view.mention_to(k)
            if outlet is not None:
                heard = outlet.kind == "media" and outlet.case == "dative"
                return outlet if heard else None
        return None
