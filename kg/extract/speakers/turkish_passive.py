"""Find who speaks where the Turkish verb does not say: passives, documents.

In:  a cue and where its clause begins. Out: a statement.
"X'in … söylediği bildirildi": the genitive spoke. "X'in açıklamasında … denildi": the document's
author. "Açıklamada … belirtildi": whoever made it, named before. Else nobody is known to speak.
"""

from dataclasses import replace

from kg.extract.attribution import can_act
from kg.extract.cues import Cue
from kg.extract.speakers.turkish_called_in import find_summons, told_to_called
from kg.extract.speakers.turkish_listeners import Content
from kg.extract.speakers.turkish_news_of import press_before, stood_in
from kg.extract.speakers.turkish_sources import SOURCE_REACH, TurkishSources
from kg.extract.told import Told
from kg.extract.turkish_press_offices import press_office_behind
from kg.lexicon.grammar import endings_of, words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_GAP = 3
_DEED_WITHIN = 6
_RUMOURS = endings_of("tr", "claims_of_others")
_FROM = ("dan", "den", "tan", "ten")
_DONE = endings_of("tr", "what_was_done")
_TO_WHOM = words_of("tr", "before_somebody")
_OWNED = endings_of("tr", "whose_it_is")
_WHICH_HE_DID = endings_of("tr", "which_he_did")
_FROM_DOING = endings_of("tr", "from_his_doing")
_SPOKESPERSON = endings_of("tr", "spokesperson")
_ISSUED = endings_of("tr", "issued")
_LIES = words_of("tr", "lies_told")
_DONE_TO = endings_of("tr", "which_is_done_to_somebody")
_GIVEN_THERE = words_of("tr", "given_in_a_document")


class TurkishPassive(TurkishSources):
    """Reads passives."""

    def told(
        self,
        cue: Cue,
        subject: Party | None,
        content: Content,
        *,
        order: str = "subject-verb",
        start: int | None = None,
    ) -> Told:
        """Return a statement; see `kg.extract.speakers.turkish`."""
        raise NotImplementedError

    def wishes(self, cue: Cue) -> bool:
        """True for "görüşmek istiyor": somebody wishes to do it and says nothing."""
        return cue.row.id == "iste" and self.view.form(cue.first - 1).endswith(("mek", "mak"))

    def inner_cue(self, cue: Cue, floor: int, *, ends: int | None = None) -> Cue | None:
        """Return the verb in -DIğI that ends the words right in front of another verb.

        `ends`: the token with which the words end, where they come first in the sentence.
        """
        behind = cue.first - 1 if ends is None else ends
        for k in range(behind, max(floor, behind - _GAP), -1):
            for inner in self.view.cues:
                if inner.last == k and inner.inflection is not None:
                    nominal = inner.inflection.form == "nominal"
                    active = inner.inflection.voice == "active" and not self.wishes(inner)
                    active = active and self._has_words(inner, floor)
                    return inner if nominal and active and inner.first > floor else None
            if not self.is_adverb(k) and not self.view.is_comma(k):
                return None
        return None

    def _has_words(self, inner: Cue, floor: int) -> bool:
        """False for "korkusunu ortaya koyduğunu", "yalan söylediğini": nothing that is said."""
        if self.view.form(inner.first - 1) in _LIES or inner.row.needs_addressee:
            return False  # "X'in sultana teşekkür ettiğini (açıkladı)"
        if not inner.row.needs_that:
            return True
        last = inner.first - 1
        while last > floor and self.is_adverb(last):
            last -= 1
        return self.is_clause(Content(floor, last))

    def genitive_in(self, first: int, end: int) -> Mention | None:
        """Return the first actor in the genitive: the subject of a verb in -DIğI."""
        for i in range(first, end):
            mention = self.view.mention_from(i)
            if mention is None or mention.case != "genitive" or not can_act(mention):
                continue
            if self._only_owns(mention.last + 1) or self._does_another(mention.last + 1, end):
                continue
            return mention if self.at_main(i) else None
        return None

    def _does_another(self, i: int, end: int) -> bool:
        """True in front of "önerdiği planı (kabul ettiklerini)": the genitive proposed it.

        And in "eylemlerini tekrarlamasından (endişe duyduklarını)": of this it is the subject.
        """
        if i < end and self.view.form(i).endswith(_WHICH_HE_DID):
            return True
        for k in range(i, min(end, i + _DEED_WITHIN)):
            mention = self.view.mention_at[k]
            if (mention is not None and mention.case == "genitive") or self.view.is_comma(k):
                return False
            if self.view.form(k).endswith(_FROM_DOING):
                return True
        return False

    def _only_owns(self, i: int) -> bool:
        """True in front of "adımlarından": the genitive is whose steps they are, nobody's subject.

        A word with a possessive and a case, right behind it.
        """
        common = self.view.is_word(i) and self.view.mention_at[i] is None
        if self.view.form(i) in _TO_WHOM:
            return True  # "X'in yüzüne söylediğini"
        return common and self.view.form(i).endswith(_OWNED)

    def passive(self, cue: Cue, start: int) -> Told | None:
        """Return the statement that a finite passive tells, None where nobody is known."""
        document = self._document(start, cue.first)
        inner = self.inner_cue(cue, start) if document is None else None
        if document is not None and (quoted := self._in_document(cue, *document)) is not None:
            return quoted
        if inner is not None:
            speaker = self.genitive_in(start, inner.first)
            if speaker is not None:
                words = self.content(speaker.last + 1, inner)
                one = self.told(inner, speaker, words, order="passive")
                one.tail = cue.last
                one.more_cues.append(cue)
                return one if words.first <= words.last else None
        if document is not None:
            author, behind, first = document
            content = self.content(behind, cue)
            if content.first > content.last:
                return None
            based = self.based_on(start, behind)
            if based is not None and based != author:
                content.via.append(author)
                author = based
            return self.told(cue, author, content, order="document", start=first)
        agent = self._agent(start, cue.first)
        if agent is not None:
            passed = self._passed_on(cue, start, *agent)
            return passed if passed is not None else self._by_agent(cue, start, *agent)
        return self._by_caller(cue, start)

    def _by_caller(self, cue: Cue, start: int) -> Told | None:
        """ "X Büyükelçisi bakanlığa çağrıldı ve kendisinden izahat istendi": the ministry."""
        call = find_summons(self.view, cue.first)
        told = told_to_called(self.view, call, cue.first) if call is not None else None
        if call is None or told is None or self.view.form(cue.last + 1).startswith(_RUMOURS):
            return None
        if cue.row.act != "demands" and self.view.form(told[1] - 1).endswith(_FROM):
            return None  # "kendisinden nota alındığı bildirildi"
        content = self.content(told[1], cue)
        if content.first > content.last:
            content = Content(max(start, call.last + 1), told[0] - 1)
        while content.first <= content.last and self._is_edge(content.first):
            content.first += 1
        if content.first > content.last:
            return None
        content.addressees = [call.envoy]
        return self.told(cue, call.caller, content, order="passive", start=content.first)

    def _in_document(self, cue: Cue, author: Party, behind: int, first: int) -> Told | None:
        """ "Açıklamada, X'in … dediği aktarıldı": X speaks, who made the document passes it on."""
        inner = self.inner_cue(cue, behind)
        speaker = self.genitive_in(behind, inner.first) if inner is not None else None
        if inner is None or speaker is None or speaker == author:
            return None
        words = self.content(speaker.last + 1, inner)
        if words.first > words.last or not (words.quoted or inner.row.id == "de"):
            return None
        words.via.append(author)
        one = self.told(inner, speaker, words, order="document", start=first)
        one.tail = cue.last
        one.more_cues.append(cue)
        return one

    def _passed_on(self, cue: Cue, start: int, agent: Mention, behind: int) -> Told | None:
        """ "X'in … dediği, bir gazetece aktarıldı": X speaks, the medium or aide passes it on."""
        if agent.kind not in ("media", "official", "person"):
            return None
        view = self.view
        k = agent.first - 1
        while k > start and (view.is_comma(k) or view.form(k).startswith(_SPOKESPERSON)):
            k -= 1
        inner = next((c for c in view.cues if c.last == k and self._is_nominal(c)), None)
        speaker = self.genitive_in(start, inner.first) if inner is not None else None
        if inner is None or speaker is None:
            return None
        words = self.content(speaker.last + 1, inner)
        if words.first > words.last:
            return None
        words.via.append(agent)
        one = self.told(inner, speaker, words, order="passive")
        one.tail = cue.last
        one.more_cues.append(cue)
        return one

    @staticmethod
    def _is_nominal(cue: Cue) -> bool:
        inflection = cue.inflection
        return inflection is not None and (inflection.form, inflection.voice) == (
            "nominal",
            "active",
        )

    def _holds(self, content: Content) -> bool:
        return content.first <= content.last and self.is_clause(content)

    def _agent(self, start: int, end: int) -> tuple[Mention, int] | None:
        """Return X of "X tarafından", "X'ce", "kaynaklarınca"; the token behind it."""
        for i in range(start, end):
            if self.view.form(i) == "tarafindan":
                mention, behind = self.view.mention_to(i - 1), i + 1
            else:
                mention = self.view.mention_from(i)
                if mention is None or mention.case != "agentive":
                    continue
                behind = mention.last + 1
            if self.view.form(behind).endswith(_DONE):
                continue  # "ELN tarafından düzenlendiği açıklandı": who did it, not who tells it
            return (mention, behind) if mention is not None and can_act(mention) else None
        last = self.view.mention_to(end - 1)  # "Kremlin'den doğrulandı"
        out_of = last is not None and last.case == "ablative" and last.category == "actor"
        return (last, end) if out_of and last is not None and last.first > start else None

    def _by_agent(self, cue: Cue, start: int, agent: Mention, behind: int) -> Told | None:
        """Return what an agent says: the words behind, or in front ("iddialar, … yalanlandı")."""
        content = self.content(behind, cue)
        if not self._holds(content):
            last = agent.first - 1
            while last > start and self.view.is_comma(last):
                last -= 1
            content = Content(start, last)
            while content.first < last and self._is_edge(content.first):
                content.first += 1
            self._hear_before_agent(content, cue)
        if content.first > content.last or (cue.row.needs_that and not self.is_clause(content)):
            return None
        joint = self._joined_agents(agent, content)
        one = self.told(cue, agent, content, order="agent", start=content.first)
        one.attribution = replace(one.attribution, joint=joint)
        return one

    def _joined_agents(self, agent: Mention, content: Content) -> tuple[Mention, ...]:
        """Take A and B of "A, B ve C tarafından" out of the words that stand in front."""
        found: list[Mention] = []
        first = agent.first
        while self.view.form(first - 1) in ("ve", "ile", ","):
            other = self.view.mention_to(first - 2)
            if other is None or not can_act(other) or other.case != "nominative":
                break
            if self.view.form(first - 1) == "," and not found:
                break  # "saldırı, Gana tarafından kınandı"
            found.append(other)
            first = other.first
        if found and content.last >= first:
            content.last = first - 1 - self.view.is_comma(first - 1)
        return tuple(found)

    def _hear_before_agent(self, content: Content, cue: Cue) -> None:
        """Note who is told in "(karar) Ada Tavra'ya bakan tarafından bildirildi"."""
        told = self.view.mention_to(content.last)
        tells = cue.row.addressee_preposition == "dative"
        if told is None or not tells or told.case != "dative" or not can_act(told):
            return
        if told.first > content.first:
            content.hears(told)
            content.last = told.first - 1

    def _document(self, start: int, end: int) -> tuple[Party, int, int] | None:
        """Return the author of the document in the locative, the token behind it, its first."""
        for i in range(start, end):
            case = self.documents.get(self.view.form(i), "").rstrip("+")
            told_in = case == "locative" or (case == "instrumental" and self._is_given(i))
            if not told_in or not self.at_main(i):
                continue
            author = self._author(i, start)
            if author is None:
                return None
            first = author.first if isinstance(author, Mention) else start
            return author, i + 1, first
        return None

    def _is_given(self, i: int) -> bool:
        """True for "yayımladığı ortak metinle", "yapılan açıklamayla"."""
        near = range(max(0, i - _GAP), i)
        return any(self.view.form(k).startswith(_ISSUED) for k in near)

    def _author(self, i: int, start: int) -> Party | None:
        """Return who made the document at token `i`: genitive, ablative or name in front of it."""
        view = self.view
        if (press := press_before(view, start, i)) is not None:
            return press
        about = self._tells_about(i)
        for k in range(i - 1, max(start - 1, i - SOURCE_REACH), -1):
            mention = view.mention_to(k)
            if mention is None or not can_act(mention) or not self.at_main(k):
                continue
            if stood_in(view, mention, i):
                return mention
            if mention.case == "genitive" and about:
                continue
            if mention.case in ("genitive", "ablative", "agentive"):
                return mention
            if press_office_behind(view, mention) is not None:
                return mention
            beside = k == i - 1 or view.form(k + 1) == "tarafindan"
            if mention.case == "nominative" and beside:
                return mention
        return Pointer(kind="elided", place=view.tokens[i].start, continues=True)

    def _tells_about(self, i: int) -> bool:
        """True for "X'in kınandığı açıklamada", "X'in … dediği belirtilen": it tells of X."""
        view = self.view
        if self.documents.get(view.form(i), "").endswith("+"):
            return False  # "X'in dün okunan açıklamasında"
        if view.form(i - 1).endswith(_DONE_TO) or view.form(i - 1) in _GIVEN_THERE:
            return True
        cue = next((c for c in view.cues if c.last == i - 1 and c.inflection is not None), None)
        inflection = cue.inflection if cue is not None else None
        return inflection is not None and (inflection.form, inflection.voice) == (
            "relative",
            "passive",
        )
