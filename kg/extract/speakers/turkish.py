"""Find who says what, to whom, in a Turkish sentence.

In:  a `View`. Out: the sentence's statements as `Told`, in the order of their cues.
Order: subject … what is said … verb; a verb in -ArAk, -Ip goes on with the same subject, one in
-An has the noun behind it for its subject, one in -DIğI inside another's words the genitive.
The passive ("bildirildi") asks for a document or a genitive; "-A göre" names a source.
Cues stand at the end of their words, so that statements never overlap and need no arranging.
"""

from kg.extract.attribution import Attribution, can_act
from kg.extract.cues import Cue
from kg.extract.speakers.turkish_acts import act_of, only_weighs, take_deed
from kg.extract.speakers.turkish_heard import called_by
from kg.extract.speakers.turkish_holders import is_anothers
from kg.extract.speakers.turkish_listeners import Content
from kg.extract.speakers.turkish_performed import perform
from kg.extract.speakers.turkish_press import take_reporters
from kg.extract.speakers.turkish_relative import TurkishRelative
from kg.extract.speakers.turkish_words import FINITE
from kg.extract.told import NEUTRAL_ACTS, OWN_ACTS, Told, each_joint, told_by
from kg.extract.view import View
from kg.lexicon.grammar import endings_of, words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_POINTING = words_of("tr", "pointing_ahead")
_NAMING = endings_of("tr", "own_name")  # "adının saklı tutulmasını isteyen"
_WHILE = "ken"
_CLOSES_QUOTED = words_of("tr", "closes_quoted")


class TurkishSpeakers(TurkishRelative):
    """Reads one sentence. `told` gives the result."""

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self.found: list[Told] = []
        self.start = 0  # of the clause being read
        self.topic: Party | None = None  # its subject, once known
        self.after_topic = 0  # the token behind that subject
        self.joint: tuple[Mention, ...] = ()  # who says it together with that subject
        self.heard: list[Party] = []  # by whoever speaks on behind "ve"
        self.called: Mention | None = None  # in this sentence, by whoever speaks
        self.sources: list[tuple[Party, tuple[Party, ...], Cue]] = []

    def attributions(self) -> list[Attribution]:
        """Return nothing: see `read`."""
        return []

    def behind(self, cue: Cue) -> Attribution | None:
        """Return nothing: a converb's words stand in front of it, see `read`."""
        return None

    def subject_before(self, cue: Cue) -> Party | None:
        """Return the subject in front of a verb."""
        return self.subject(self.start, cue.first)[0]

    def read(self) -> list[Told]:
        """Return the statements."""
        for cue in self.view.cues:
            if cue.row.kind == "source":
                self._source(cue)
            elif cue.row.kind == "verb" and cue.inflection is not None and self.at_main(cue.first):
                self._verb(cue)
        self._finish_sources()
        self._add_clefts()
        self.found += [joint for one in self.found for joint in each_joint(one)]
        return sorted(self.found, key=lambda t: t.attribution.cue.first)

    def _add_clefts(self) -> None:
        """Add what nouns tell, and verbs that no lexicon has, where no known verb told it."""
        for one in (*self.clefts(), *self.unknown(), *self.gerunds(), *self.colons()):
            if not any(t.first <= one.last and one.first <= t.last for t in self.found):
                self.found.append(one)

    def _verb(self, cue: Cue) -> None:
        self._break_at(cue.first)
        inflection = cue.inflection
        if inflection is None or (cue.row.needs_start and not self.ends_clause(cue)):
            return
        if inflection.form == "nominal":
            if (one := self.learned(cue, self.start)) is not None:
                self._keep(one)
                self._end(cue)
            return  # else read by the verb that governs it
        if inflection.form == "relative":
            self._relative(cue)
        elif inflection.voice == "passive":
            if inflection.form in FINITE:
                self._keep(self.passive(cue, self.start))
                self._end(cue)
        elif inflection.form in FINITE or inflection.form == "converb":
            self._active(cue)

    def _break_at(self, end: int) -> None:
        """Begin a new clause behind a semicolon, or behind another verb: "çağırdı ve …"."""
        for i in range(end - 1, self.start - 1, -1):
            if self.view.tokens[i].text in ";؛" and self.at_main(i):
                self._begin(i + 1)
                return
            if self.ends_other_verb(i):
                topic, _ = self.subject(self.start, i) if self.topic is None else (self.topic, 0)
                self.called = self.called or self.called_ahead(self.start, i)
                self._begin(i + 1)
                self.topic = topic
                return

    def _begin(self, start: int) -> None:
        self.start, self.topic, self.after_topic, self.joint = start, None, start, ()

    def _end(self, cue: Cue) -> None:
        """Behind a finite verb the next clause begins; its subject goes on unless one is named."""
        topic, joint = self.topic, self.joint
        self._begin(cue.last + 1)
        self.topic, self.joint = topic, joint

    # -- active verbs ------------------------------------------------------------------------------

    def _active(self, cue: Cue) -> None:
        if self._fronted(cue):
            self._end(cue)
            return
        subject, behind = self._subject_of(cue)
        if subject is None or is_anothers(self, cue, behind):
            return
        self.topic, self.after_topic = subject, behind
        content = self.content(behind, cue)
        take_reporters(self.view, content, self.start, cue)  # "Reuters'a konuşarak … söyledi"
        if cue.row.id == "çağır" and (called := called_by(self.view, content)) is not None:
            self.called, self.after_topic = called, cue.last + 1
            if cue.inflection is not None and cue.inflection.form in FINITE:
                self._end(cue)
            return
        if self.called is not None:
            content.addressees = [self.called]
        if self.heard and not content.addressees:
            content.addressees = list(self.heard)  # "konuğuna “…” dedi ve … istedi"
        self.heard = self.goes_on_to(cue, content) or self.spoken_at(cue, content)
        based = self.based_on(behind, content.first)
        if based is None and cue.row.speaker_slot == "dative":
            based = self.drawn_on(content, cue)
            if based is None:
                return
        if based is not None:
            content.via.append(subject)
            subject = based
        finite = cue.inflection is not None and cue.inflection.form in FINITE
        self._tell(cue, subject, content)
        if finite:
            self._colon(cue, subject)
            self._end(cue)
        elif self.view.form(cue.last).endswith(_WHILE) and self._goes_over(cue):
            self._end(cue)
        else:
            self.after_topic = cue.last + 1

    def _goes_over(self, cue: Cue) -> bool:
        """True for "X … belirtirken, Y … söyledi": somebody else opens the clause behind."""
        first = cue.last + 1
        other = self.view.mention_from(first + self.view.is_comma(first))
        named = other is not None and other.case == "nominative" and can_act(other)
        return named and other is not None and self.may_be_subject(other, self.view.size)

    def _fronted(self, cue: Cue) -> bool:
        """ "… kesildiğini (,) Estonyalı bir yetkili (Reuters'a) söyledi": the words come first."""
        view = self.view
        if cue.inflection is None or cue.inflection.form not in FINITE or cue.row.object_addressee:
            return False
        if self.topic is not None and self.after_topic > self.start:
            return False
        last = self.fronted_end(self.start, cue.first)
        subject = self.subject_behind(last + 1, cue.first) if last is not None else None
        if last is None or subject is None:
            return False
        content = Content(self.start, last)
        content.first = self._past_openers(self.start, last)
        content.first = self._past_adjuncts(content, content.first, cue)
        for i in range(subject.last + 1, cue.first):
            mention = view.mention_from(i)
            if mention is not None and mention.case == "dative" and can_act(mention):
                content.hears(mention)
            elif (group := self.audience(i, cue)) is not None:
                content.addressees.append(group)
        if content.first > content.last:
            return False
        self._tell(cue, subject, content, start=content.first)
        return True

    def _subject_of(self, cue: Cue) -> tuple[Party | None, int]:
        """Return the clause's subject: overt, else that of the clause before, else elided."""
        if self.topic is not None and self.after_topic > self.start:
            return self.topic, self.after_topic
        subject, behind = self.subject(self.start, cue.first)
        if subject is not None:
            self.joint = self.joined_to(subject, cue.first)
            return subject, self.joint[-1].last + 1 if self.joint else behind
        inverted = self._inverted(cue)
        if inverted is not None:
            return inverted, self.start
        if self.topic is not None:
            return self.topic, self.start
        return self.elided(cue), self.start

    def _inverted(self, cue: Cue) -> Mention | None:
        """ "…" dedi Akar: the subject behind the verb that ends a quotation."""
        view = self.view
        before = cue.first - 1 - view.is_comma(cue.first - 1)
        said = cue.row.id == "de" or view.form(cue.first) in _CLOSES_QUOTED
        if not said or before < 0 or not view.quotation_at[before]:
            return None
        mention = view.mention_from(cue.last + 1) or view.mention_to(self.end_of(cue))
        return mention if can_act(mention) and mention and mention.case == "nominative" else None

    def elided(self, cue: Cue) -> Pointer:
        """Return the pointer of a verb without a subject."""
        plural = cue.inflection is not None and cue.inflection.number == "plural"
        return Pointer(
            kind="elided",
            place=self.view.tokens[cue.first].start,
            number="plural" if plural else None,
            continues=cue.row.continues,
        )

    def _tell(
        self, cue: Cue, subject: Party, content: Content, *, start: int | None = None
    ) -> None:
        particles = all(self.is_particle(i) for i in range(content.first, content.last + 1))
        if particles and (ahead := self.object_ahead(self.start, subject, self.joint, cue)):
            content, start = ahead, ahead.first
        if content.first > content.last or not self._says(cue, content) or self.wishes(cue):
            return
        pointing = content.first == content.last and self.view.form(content.first) in _POINTING
        if pointing and (cue.row.act != "denies" or self.view.form(cue.last + 1) == ":"):
            return  # "şunları söyledi: …"
        inner = self.inner_cue(cue, content.first, ends=None if start is None else content.last)
        if inner is not None:
            self._nested(cue, subject, content, inner)
            return
        one = self.told(cue, subject, content, start=start)
        take_deed(self.view, cue, one)
        self._keep(one)

    def _says(self, cue: Cue, content: Content) -> bool:
        """A verb with another sense ("wrote a letter") needs a clause or a quotation before it."""
        several = bool(self.joint) or (
            isinstance(self.topic, Pointer) and self.topic.kind == "pair"
        )
        if only_weighs(self.view, cue, content, several=several):
            return False
        clausal = not cue.row.needs_that or self.is_clause(content) or self.invites(content)
        clausal = clausal or self.conveys(cue, content)
        return clausal and self.has_needs(cue, content) and not self.draws_eye(cue, content)

    def told(
        self,
        cue: Cue,
        subject: Party | None,
        content: Content,
        *,
        order: str = "subject-verb",
        start: int | None = None,
    ) -> Told:
        """Return a statement whose evidence reaches to the end of its cue."""
        first = subject.first if isinstance(subject, Mention) else content.first
        content.hear_ahead(self.told_to(subject))
        begin = first if start is None else start
        margin = 1.0 if isinstance(subject, Mention) else 0.75
        if isinstance(subject, Pointer):
            order = f"{subject.kind}-verb" if order == "subject-verb" else order
        one = told_by(
            Attribution(
                cue=cue,
                order=order,
                speaker=subject,
                via=tuple(content.via),
                addressees=tuple(content.addressees),
                start=begin,
                content_first=content.first,
                content_last=content.last,
                clausal=self.is_clause(content),
                margin=margin,
                joint=self.joint if subject is self.topic and self.joint else (),
            )
        )
        one.tail = cue.last
        one.act = act_of(self.view, one)
        perform(self.view, one)
        return one

    def _keep(self, one: Told | None) -> None:
        if one is None:
            return
        for source, via, cue in self.sources:
            if isinstance(one.speaker, Mention):
                one.via = [*via, source, *one.via]
                one.more_cues.append(cue)
        self.sources.clear()
        self.found.append(one)

    # -- words inside words ------------------------------------------------------------------------

    def _nested(self, cue: Cue, subject: Party, content: Content, inner: Cue) -> None:
        """ "X, Y'nin … dediğini aktardı": Y speaks, X passes it on."""
        speaker = self.genitive_in(content.first, inner.first)
        own = speaker is not None and self.owns_object(subject, speaker, inner)
        if speaker is None or own or self.only_reported(inner, speaker):
            content.addressees = content.addressees or self.inner_listener(content, inner)
            one = self.told(cue, subject, content)
            one.more_cues.append(inner)
            if self.is_deed(inner):
                one.act = self.charged(one)
            elif one.act in NEUTRAL_ACTS and inner.row.act in OWN_ACTS:
                one.act = inner.row.act  # "kınadıklarını söyledi"
            self._keep(one)
            return
        words = self.content(speaker.last + 1, inner)
        one = self.told(inner, speaker, words, order="genitive-verb")
        one.tail = cue.last
        one.via = [subject, *one.via] if isinstance(subject, Mention | Pointer) else one.via
        one.more_cues.append(cue)
        self._keep(one)

    # -- relative clauses --------------------------------------------------------------------------

    def _relative(self, cue: Cue) -> None:
        """ "… diyen Akar": the noun behind it speaks."""
        if cue.inflection is None or cue.inflection.voice == "passive":
            return
        head = self.head_behind(cue)
        if head is None:
            return
        begin = self.after_topic if self.after_topic > self.start else self.start
        content = self.content(begin, cue)
        named = self.view.form(content.first).startswith(_NAMING)
        named = named or cue.row.needs_addressee  # "gazeteye bilgi veren iki kaynak"
        if content.first <= content.last and self._says(cue, content) and not named:
            self._keep(self.told(cue, head, content, order="relative", start=content.first))
        if head.case == "nominative":
            self.topic, self.after_topic, self.joint = head, head.last + 1, ()

    # -- quotations behind a colon -----------------------------------------------------------------

    def _colon(self, cue: Cue, subject: Party) -> None:
        """ "söyledi: “…”": what stands behind the colon is said by the same speaker."""
        view, colon = self.view, cue.last + 1
        if not 0 <= colon < view.size or view.tokens[colon].text != ":" or colon + 1 >= view.size:
            return
        quotation = view.quotation_at[colon + 1]
        last = quotation.last if quotation is not None else view.size - 1
        content = Content(colon + 1, last, quoted=True)
        told = [t for t in self.found if t.attribution.cue is cue]
        if told and quotation is not None and not told[0].attribution.clausal:
            one = told[0]  # "bu iddiayı yalanladı: “…”"
            one.content_first, one.content_last = quotation.inner_first, quotation.inner_last
            one.tail = quotation.last
            return
        listeners: Content | Told = told[0] if told else self.content(self.after_topic, cue)
        content.addressees, content.via = list(listeners.addressees), list(listeners.via)
        start = subject.first if isinstance(subject, Mention) and not told else cue.first
        one = self.told(cue, subject, content, start=start)
        one.tail = max(last, cue.last)
        self._keep(one)

    def _source(self, cue: Cue) -> None:
        """ "X'e göre", "X'in verdiği bilgiye göre": X says, or passes on, the rest."""
        found = self.source_before(cue, self.start)
        if found is None:
            return
        self.sources.append((found[0], found[1], cue))
        self._begin(cue.last + 1)

    def _finish_sources(self) -> None:
        """A source that no verb of speech took up says what stands behind it."""
        view = self.view
        for source, via, cue in self.sources:
            first = cue.last + 1
            while first < view.size and self._is_edge(first):
                first += 1
            last = first
            while last + 1 < view.size and not (
                view.tokens[last + 1].text in ";" and self.at_main(last + 1)
            ):
                last += 1
            content = Content(first, last)
            if first >= view.size:
                continue
            self.hear_inside(content)
            one = self.told(cue, source, content, order="source")
            one.via = list(via)
            one.tail = max(one.tail, last)
            self.found.append(one)
            behind = view.quotation_at[last + 2] if last + 2 < view.size else None
            if behind is not None:  # "X'e bakılırsa …; “…”"
                more = Content(behind.first, behind.last, quoted=True)
                self.found.append(self.told(cue, source, more, order="source", start=behind.first))
        self.sources.clear()
