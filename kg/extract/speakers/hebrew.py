"""Find who says what, to whom, in a Hebrew sentence.

In:  a `View`. Out: attributions in the order of their cues.
A verb looks for its subject before itself (subject-verb-that), then behind itself (verb-subject,
usual behind a fronted phrase and behind words that come first); an overt noun phrase in subject
position beats any linked name elsewhere; with neither the subject is elided, and the pointer says
how it must agree. Prepositions, times, appositions and relative clauses (ש, אשר) are stepped over,
quotations never entered.
"""

from dataclasses import replace

from kg.extract.attribution import Attribution, can_act
from kg.extract.cues import Cue
from kg.extract.mentions.hebrew_parts import may_be_infinitive
from kg.extract.speakers.behind import Behind
from kg.extract.speakers.hebrew_before import THING
from kg.extract.speakers.hebrew_elided import decides, pronoun_before, subject_ahead, subject_behind
from kg.extract.speakers.hebrew_nominal import HebrewNominal, affirmed
from kg.extract.speakers.hebrew_words import support_inflection
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_FINITE = ("past", "present")
_PARTNER_WITHIN = 16
_NEAR_PRONOUN = 4
_DECIDE, _ATTACK = "decide", "attack-verbally"
_WITH, _SPEECHES = words_of("he", "partner_behind"), words_of("he", "speaks_there")
_THIS = words_of("he", "denied_this")
_OF_THIS = words_of("he", "of_this")
_TO_THEM = words_of("he", "to_them")


class HebrewSpeakers(HebrewNominal):
    """Reads one sentence. `attributions` gives the result."""

    def attributions(self) -> list[Attribution]:
        """Return the attributions of finite verbs and sources, in order."""
        found, last = self.found, -1
        if (reports := self.reported()) is not None:
            return reports
        for cue in self.view.cues:
            if cue.first <= last:  # the second word of "המשיך ואמר"
                continue
            last = cue.last
            if cue.row.kind == "verb" and cue not in self.used:
                attribution = self._of_verb(cue)
            elif cue.row.kind == "source" and cue not in self.used:
                attribution = self.of_source(cue)
            else:
                continue
            if attribution is not None:
                found.append(attribution)
        if not found:
            found += self.nominal()
        return found if self.so_told is None else self._told_so(*self.so_told)

    def _told_so(self, cue: Cue, voice: Mention) -> list[Attribution]:
        """ "X, so his office said, promised to …": through it; else all of it is the office's."""
        found = self.found
        if any(a.cue.first > cue.first for a in found):
            later = [a.cue.first > cue.first and not a.nested and not a.via for a in found]
            return [
                replace(a, via=(voice,)) if told else a
                for a, told in zip(found, later, strict=True)
            ]
        if any(a.cue is cue for a in found):
            return found
        whole = Attribution(
            cue=cue,
            order="words-around",
            speaker=voice,
            start=0,
            content_first=0,
            content_last=self.view.size - 1,
            clausal=True,
            before=True,
            margin=0.7,
        )
        return [*found, whole]

    def _of_verb(self, cue: Cue) -> Attribution | None:
        view = self.view
        leading = self._supported(cue) if cue.form == "base" else cue
        if leading is None or leading.form not in _FINITE or cue.inflection is None:
            return None
        if view.is_negated(leading.first):
            if cue.row.act != "denies" or view.form(leading.first - 1) != "לא":
                return None
            cue = replace(cue, row=affirmed(cue.row))  # "did not rule out"
            leading = replace(leading, row=cue.row, first=leading.first - 1)
        if view.form(leading.first - 1) in ("את", "ואת", "של"):
            return None  # "עזב את העיר": the city
        if cue.inflection is not None and cue.inflection.voice == "passive":
            return self._passive(cue)
        sends = cue.row.id.startswith("send-")
        if self.is_sent(cue.first) or (sends and not self._has(cue.row.needs, 0, view.size)):
            return None  # "sent Y a message: …": the verb in front tells it
        if sends and self._follows_sent(cue.first):
            ahead, order, nested = None, "", False
        else:
            ahead, order, nested = self._before(leading)
        if order == THING:
            return None
        if self._is_put_in(cue, leading, ahead):
            ahead, order = None, ""
        elif ahead is None and not (order or leading.proclitics):
            ahead = self.opening_subject(leading)
            order = "subject-verb" if ahead is not None else ""
        if ahead is None and self._stands_behind_words(leading.first):
            first = self._inverted(cue, leading)
            if first is not None:
                return first
        if ahead is None and (denier := self._denied_by(cue)) is not None:
            return self._bare_denial(cue, cue.first, Behind(subject=denier), "verb-subject")
        if ahead is None and "ש" in leading.proclitics and view.is_comma(leading.first - 1):
            return None  # "the general, who opposed it, …"
        behind = Behind(subject=ahead, overt=ahead is not None)
        behind.via += self._quoting(ahead, leading)
        self.scan(cue, behind)
        if behind.content_first is None:
            return self._without_words(cue, leading, behind, ahead, order)
        return self._judge(cue, leading, behind, order, nested=nested)

    def _without_words(
        self, cue: Cue, leading: Cue, behind: Behind, ahead: Party | None, order: str
    ) -> Attribution | None:
        """Return what a verb tells by itself, or words in front of it: none stand behind it."""
        if self._is_bare(cue) and leading.conjoined and behind.subject is None:
            told = replace(behind, subject=self._whose(leading))
            return self._bare_denial(cue, leading.first, told, "elided")
        people = self._impersonal(leading) if behind.subject is None else None
        if people is not None and self._is_bare(cue):
            told = replace(behind, subject=people)  # "בטהרן הכחישו."
            return self._bare_denial(cue, leading.first, told, "verb-subject")
        if behind.subject is None or order == "relative" or self._goes_on(leading):
            return None
        start = self._clause_first(leading, ahead)
        if self._is_bare(cue) and ahead is not None and not self._stands_behind_words(start):
            return self._bare_denial(cue, start, behind, order)
        verb_first = "verb-subject" if ahead is None else "subject-verb"
        return self._words_first(cue, start, behind, verb_first)

    def _denied_by(self, cue: Cue) -> Party | None:
        """Return who makes the denial of "הכחיש זאת דובר הצבא.", which is all that is told."""
        if cue.row.act != "denies" or self.view.form(cue.last + 1) not in _THIS:
            return None
        found = self._first_subject(cue, cue.last + 2)
        return found[0] if found is not None and self.view.is_stop(found[1] + 1) else None

    def _quoting(self, subject: Party | None, cue: Cue) -> list[Party]:
        """Return the medium of "an adviser, who was quoted in X, denied"."""
        if not isinstance(subject, Mention) or subject.last > cue.first:
            return []
        quoted = self.view.lexicon.word_set("quoted")
        between = range(subject.last + 1, cue.first)
        if not any(r.stem in quoted for i in between for r in self.view.readings(i)):
            return []
        found = (self.view.mention_from(i) for i in between)
        media: list[Party] = [m for m in found if m is not None and m.kind == "media"]
        return media[:1]

    def _inverted(self, cue: Cue, leading: Cue) -> Attribution | None:
        """Return quotation-verb-subject and words-comma-verb-subject."""
        view = self.view
        behind = Behind()
        j = cue.last + 1
        while j < view.size and (self._is_adverb(j) or view.time_at[j] is not None):
            j += 1
        if view.form(j) == "על" and view.form(j + 1) in _OF_THIS:
            j += 2  # "said of this"
        told = self._told_outlet(cue, j, closed=True)
        crowd = self._told_crowd(cue, j, closed=True) if told is None else None
        if crowd is not None:
            behind.addressees.append(crowd)
            j = self._past_where(crowd.last + 1)
        j = told[1] + 1 if told is not None else j
        j = j if told is not None else self.past_unknown(j)
        found = self._first_subject(cue, j) if told is None or view.is_word(j) else None
        if found is not None:
            behind.subject, behind.overt = found[0], True
            j = found[1] + 1
            told = told or self._told_outlet(cue, j, closed=True)
        if told is not None:
            self.add_listener(behind, told[0])
        quoted = view.quotation_at[leading.first - 1 - view.is_comma(leading.first - 1)] is not None
        if leading.conjoined and not quoted:
            return None  # ", and promised to …": the words are behind
        quoted = quoted or self._ends_sentence(j)
        alone = view.is_comma(leading.first - 1) and view.is_comma(cue.last + 1)
        if found is None and (not (quoted or alone) or cue.conjoined):
            return None
        if self._that_follows(j) or (found is not None and self._asks_to(cue, j)):
            return None
        if cue.row.act == "accuses" and view.form(j) == "את" and not quoted:
            return None  # "…, in an interview, accused the minister X of"
        self._listeners(cue, behind, j)
        if found is None:
            state = view.mention_to(leading.first - 2) if alone else None
            other = state if state is not None and state.category == "either" else None
            behind.subject = replace(self._elided(leading), avoid=other)
        return self._words_first(cue, leading.first, behind, "verb-subject")

    def _asks_to(self, cue: Cue, j: int) -> bool:
        """True at "to set up" of "at the talks, which X joined, the two offered to set up …"."""
        return "ל" in cue.row.prepositions and may_be_infinitive(self.view.form(j))

    def _first_subject(self, cue: Cue, j: int) -> tuple[Party, int] | None:
        """Return who is named behind the verb; listeners in between are stepped over."""
        view = self.view
        for k in range(j, min(view.size, j + 4)):
            mention = view.mention_from(k)
            if view.form(k) == "את":
                return None  # "…, accused the government"
            if k == j and (within := self._body_within(cue, k)) is not None:
                return within
            if k == j and (own := self._own_body(k)) is not None:
                return own, k
            lettered = mention is not None and mention.proclitics[-1:] in (("ל",), ("ב",))
            if mention is None and k == j and view.form(k) in _TO_THEM:
                continue
            if mention is None and (self._is_fused(k, "ל") or self._is_adjunct(k)) and k == j:
                continue
            if lettered and mention is not None and mention.last < view.size - 1:
                continue
            if view.mention_at[k] is not None and mention is None:
                continue
            found = self.noun_phrase_from(k)
            if found is None:
                return None
            party = found[0]
            if isinstance(party, Mention) and not self._agrees(cue, party):
                return None
            return found
        return None

    def _that_follows(self, j: int) -> bool:
        """True when "that" comes behind the subject, before any comma: the words are behind."""
        view = self.view
        for k in range(j, min(view.size, j + 12)):
            if view.form(k) == "כי" or view.tokens[k].text == ":":
                return True
            if self.is_shin(k):
                return view.form(k - 1) not in view.lexicon.word_set("source_nouns") and k > j
            if view.is_break(k) or view.quotation_at[k] is not None:
                return view.quotation_at[k] is not None if k < view.size else False
        return False

    def behind(self, cue: Cue) -> Attribution | None:
        """Return what a participle introduces; its speaker is for the caller to say."""
        behind = Behind(subject=Pointer(kind="elided", place=self.view.tokens[cue.first].start))
        self.scan(cue, behind)
        if behind.content_first is None:
            return None
        return self._judge(cue, cue, behind, "participle", nested=False)

    def _supported(self, cue: Cue) -> Cue | None:
        """Return the verb of "hurried to deny", "went on to say" as the leading one."""
        view = self.view
        for k in range(cue.first - 1, max(-1, cue.first - 4), -1):
            if not view.is_word(k):
                return None
            reading = next((r for r in view.readings(k) if r.stem in self.support), None)
            if reading is not None:
                own = support_inflection(reading.stem)
                return replace(cue, first=k, last=k, inflection=own, proclitics=reading.proclitics)
        return None

    def _judge(
        self, cue: Cue, leading: Cue, behind: Behind, order: str, *, nested: bool
    ) -> Attribution | None:
        row = cue.row
        if row.needs_that and not behind.clausal:
            return None
        first = behind.content_first
        if first is None:
            return None
        barred = any(r.stem in row.not_before for r in self.view.readings(first))
        if barred and not behind.addressees:
            return None
        if row.needs_addressee and not behind.addressees:
            return None
        self._take_partner(leading, behind)
        self._tell_on(leading, behind)
        speaker = behind.subject or self._impersonal(leading)
        main = subject_behind(self.view, leading) if speaker is None else None
        if main is not None and self._agrees(leading, main[0]) and first < main[1]:
            order, speaker, behind.content_last = "elided", main[0], main[1] - 1
        elif speaker is None:
            if self._refuses_elision(leading, behind, row.needs_subject, row.needs_that_if_elided):
                return None
            order, speaker = "elided", self._whose(leading)
        elif not order:
            order = "verb-subject"
        if row.id == _DECIDE and not decides(speaker):
            return None
        sent = row.id.startswith("send-")
        spoken = row.id == _ATTACK and self._has(_SPEECHES, 0, cue.first)  # "in his speech"
        spoken = spoken and isinstance(speaker, Mention) and speaker.kind in ("person", "official")
        if row.needs and not (spoken or self._has(row.needs, 0 if sent else cue.last, first)):
            return None
        if row.id == _ATTACK and not spoken and self._is_struck(cue, first):
            return None
        if sent:
            cue = self._sent(cue, first)
        last = behind.content_last
        if order == "relative" and last is None:
            last = self._clause_last(first, leading.first - 1)
        return Attribution(
            cue=cue,
            order=order,
            speaker=speaker,
            via=tuple(behind.via),
            addressees=tuple(behind.addressees),
            start=leading.first if order == "elided" else self._clause_first(leading, speaker),
            content_first=first,
            content_last=last if last is not None else self.view.size - 1,
            clausal=behind.clausal,
            nested=nested,
            margin=0.7 if order == "elided" else 1.0,
        )

    def _take_partner(self, cue: Cue, behind: Behind) -> None:
        """ "talked with X and warned": X is told, by name or by "him"."""
        told = behind.addressees
        pronoun = len(told) == 1 and isinstance(told[0], Pointer) and told[0].kind == "pronoun"
        if (told and not pronoun) or not cue.conjoined or behind.overt or behind.via:
            return
        partner = self._partner_before(cue.first)
        if partner is not None:
            behind.addressees = [partner]

    def _tell_on(self, cue: Cue, behind: Behind) -> None:
        """ "told X …, and added": X is told this as well."""
        before = self.found[-1] if self.found else None
        if before is None or not cue.conjoined or behind.overt or behind.addressees:
            return
        since = range(before.cue.last, cue.first)
        if before.nested or any(self.view.tokens[i].text == ";" for i in since):
            return
        behind.addressees = [
            a for a in before.addressees if not (isinstance(a, Mention) and a.kind == "media")
        ]

    def _partner_before(self, end: int) -> Party | None:
        """Return with whom the subject of this sentence's first clause talked."""
        view = self.view
        talking = view.lexicon.word_set("talking")
        verb = next((i for i in range(end) if view.form(i) in talking), None)
        if verb is None:
            return None
        for k in range(verb + 1, min(end, verb + _PARTNER_WITHIN)):
            if view.quotation_at[k] is not None or (
                view.is_break(k) and not view.mention_at[k + 1]
            ):
                return None
            if self._is_counterpart(k):
                met = Behind()
                self._step_counterpart(met, k)
                return met.addressees[0]
            mention = view.mention_from(k)
            if mention is None or not can_act(mention):
                continue
            before = {view.form(m) for m in range(max(verb, k - 3), k)}
            if (before & _WITH and not mention.proclitics) or mention.proclitics == ("ל",):
                return mention
        return None

    def _whose(self, cue: Cue) -> Party:
        """Return whose verb it is that names nobody: of the clause before, or left open."""
        ahead = subject_ahead(self.view, self.found, cue)
        if ahead is not None and not self._agrees(cue, ahead):
            ahead = None
        ahead = ahead or (self.opening_subject(cue) if not self.found else None)
        named = self._of_clause(cue) or self._people_ahead(cue) or ahead
        return named or pronoun_before(self.found, cue) or self._elided(cue)

    def _refuses_elision(
        self, cue: Cue, behind: Behind, needs_subject: bool, needs_that: bool
    ) -> bool:
        """True when a form without a subject is more likely to be no verb of speech at all."""
        if needs_subject:
            return True
        if behind.clausal:
            return False
        return needs_that or not (cue.conjoined or self._begins_clause(cue.first))

    def _clause_first(self, cue: Cue, speaker: Party | None) -> int:
        """Return where the evidence begins: the verb, or a subject in front of it."""
        if isinstance(speaker, Mention) and speaker.first < cue.first:
            return speaker.first
        if isinstance(speaker, Pointer) and speaker.kind == "pronoun":
            ahead = range(max(0, cue.first - _NEAR_PRONOUN), cue.first)
            begins = (i for i in ahead if self.view.tokens[i].start == speaker.place)
            return next(begins, cue.first)
        if isinstance(speaker, Pointer) and speaker.hint is not None:
            return min(cue.first, speaker.hint.first)
        return cue.first
