"""Read Hebrew sentences whose telling word is no verb of speech, or whose subject is a body.

In:  a view. Out: attributions of "הבטחתו של הקנצלר לקייב: …", "הודעה של הנציבות: …" and of
"…", כך ראש הממשלה"; the body of "במשרד החוץ דחו", "…, אומרים במשרד החוץ"; what verbs of sending
send ("העביר לוושינגטון מסר: …"), and verbs of denying behind "not".
"""

from dataclasses import replace
from functools import cache

from kg.extract.attribution import Attribution, can_act, unlinked_mention
from kg.extract.cue_rows import CueRow
from kg.extract.cues import Cue
from kg.extract.speakers.behind import Behind
from kg.extract.speakers.hebrew_opening import HebrewOpening
from kg.extract.speakers.hebrew_reports import report_colon, reporting_outlet
from kg.extract.subject import find_subject
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention
from kg.model.span import Span
from kg.vocabulary import SpeechAct

_TOLD_ALONE = ("denies", "expresses-concern")
_CONFIRM = "confirm-the-matter"
_SO = CueRow(id="so", kind="noun", act="asserts", that=True, bare=True)
_REPORT = CueRow(id="report-of", kind="noun", act="announces", that=True, bare=True)
_FRONTED = 5
_TELLS_WITHIN = 4
_LEAST_QUOTED = 3
_SHORTEST = 3
_OPENS, _WITHIN = 8, "ב"
_SPEECHES = words_of("he", "speaks_there")
_BESIDES = words_of("he", "besides")
_LETTERED = frozenset("בלכשו")
_OF = words_of("he", "made_by")
_REACTS = words_of("he", "react_in_a_body")
_FREE = ((), ("ש",))
_TO = words_of("he", "promised_to")


class HebrewNominal(HebrewOpening):
    """Reads nouns of speech, bodies behind "in", and what is sent."""

    def nominal(self) -> list[Attribution]:
        """Return the one statement of a sentence without a verb of speech, if it holds one."""
        found = self._so_said() or self._noun_of() or self._before_quotation() or self._unknown()
        return [found] if found is not None else []

    def reported(self) -> list[Attribution] | None:
        """Return what the outlet of "דיווח ב-CNN: …" announces; None for any other sentence.

        Where no outlet is named the report is nobody's, and what follows is read as ever.
        """
        colon = report_colon(self.view)
        outlet = reporting_outlet(self, colon) if colon else None
        if outlet is None:
            self.used.update(c for c in self.view.cues if c.last < colon)
            return None
        words = (colon + 1, self.view.size - 1)
        return [self._worded(Cue(_REPORT, 0, 0, None), outlet, (), words, before=False)]

    def _so_said(self) -> Attribution | None:
        """ ""We will not yield", כך הנשיא.": who is named alone behind "so" at the end."""
        view = self.view
        end = view.size - 1
        while end > 0 and not view.is_word(end):
            end -= 1
        speaker = view.mention_to(end)
        if speaker is None or not can_act(speaker) or speaker.proclitics:
            return None
        so = speaker.first - 1
        words = self._words_before(so + 1) if so > 0 and view.form(so) == "כך" else None
        if words is None or self._is_finite(so + 1):
            return None
        return self._worded(Cue(_SO, so, so, None), speaker, (), words, before=True)

    def _noun_of(self) -> Attribution | None:
        """ "Her promise to Kyiv: …", "a press release of the Commission: …"."""
        view = self.view
        if view.heading:
            return None  # read with the headings
        colon = self._colon()
        if not colon or colon + 1 >= view.size or view.quotation_at[colon] is not None:
            return None
        nouns = (c for c in view.cues if c.row.kind == "noun" and c.first < colon)
        noun = next((c for c in nouns if not c.proclitics), None)
        if noun is None or noun.first > _TELLS_WITHIN:
            return None
        if any(self._is_finite(i) or i in view.clause_marks for i in range(colon)):
            return None
        speaker = self._of_whom(noun, colon)
        if speaker is None:
            return None
        told = tuple(
            m
            for m in view.mentions
            if noun.last < m.first < colon and can_act(m) and self._is_told(m)
        )
        return self._worded(noun, speaker, told, (colon + 1, view.size - 1), before=False)

    def _colon(self) -> int:
        """Return the first colon, but for that of "19:30"; 0 for none."""
        view = self.view
        colons = (i for i in range(1, view.size) if view.tokens[i].text == ":")
        return next((i for i in colons if not view.tokens[i - 1].text.isdigit()), 0)

    def _before_quotation(self) -> Attribution | None:
        """ "The president was blunt: “…”": whoever the clause in front of the colon is about."""
        view = self.view
        colon = self._colon()
        if not colon or colon + 1 >= view.size or view.quotation_at[colon] is not None:
            return None
        if view.heading:
            return None  # who acts in front of the colon need not be who is quoted
        quotation = view.quotation_at[colon + 1]
        if quotation is None:
            return None
        speaker = find_subject(view, before=colon)
        posted = speaker is not None and self._is_posted(speaker, colon)
        if quotation.last - quotation.first < _LEAST_QUOTED and not posted:
            return None
        if speaker is None or not self._may_say(speaker):
            return None
        so = Cue(_SO, colon, colon, None)
        return self._worded(so, speaker, (), (quotation.inner_first, view.size - 1), before=False)

    def _is_posted(self, speaker: Mention, colon: int) -> bool:
        """True for "X on Twitter: “…”": between name and colon stands where it was written."""
        inside = range(speaker.last + 1, colon)
        return bool(inside) and self._is_adjunct(inside[0]) and len(inside) <= _TELLS_WITHIN

    def _unknown(self) -> Attribution | None:
        """ "The minister VERBED that …", "“…”, VERBED the minister" with a verb of no list."""
        view = self.view
        for i in range(1, view.size - 1):
            if not self._may_tell(i):
                continue
            cue = Cue(_SO, i, i, None)
            ahead = view.mention_to(i - 1)
            told = view.form(i + 1) == "כי" and i + 2 < view.size
            if told and ahead is not None and self._subject_to(i - 1) is ahead:
                if self._may_say(ahead):
                    return self._worded(cue, ahead, (), (i + 2, view.size - 1), before=False)
                return None
            behind = view.mention_from(i + 1)
            quoted = i > 1 and view.quotation_at[i - 1 - view.is_comma(i - 1)] is not None
            if quoted and behind is not None and not behind.proclitics and self._may_say(behind):
                words = self._words_before(i)
                if words is not None and words[1] - words[0] >= _LEAST_QUOTED:
                    return self._worded(cue, behind, (), words, before=True)
        return None

    def _may_tell(self, i: int) -> bool:
        """True for a word of no list that may be a verb: no letter, little word or noun's mark."""
        view = self.view
        form = view.form(i)
        if not view.is_word(i) or view.mention_at[i] is not None or view.time_at[i] is not None:
            return False
        if view.quotation_at[i] is not None or i in view.cue_at or view.is_negated(i):
            return False
        if len(form) < _SHORTEST or form[0] in _LETTERED or self._is_adverb(i):
            return False
        little = view.words.connector | view.words.negation | self.auxiliaries | self.prepositions
        return form not in little and form not in view.lexicon.word_set("silent_verbs")

    @staticmethod
    def _may_say(mention: Mention) -> bool:
        """True for a person, an office or a body that a list knows; a medium passes on."""
        told = mention.person or mention.role or mention.kind in ("official", "ministry")
        return can_act(mention) and mention.kind != "media" and bool(told)

    def _of_whom(self, noun: Cue, colon: int) -> Mention | None:
        """Return who stands behind "of", or right behind the noun."""
        view = self.view
        for mention in view.mentions:
            if not noun.last < mention.first < colon or mention.proclitics or not can_act(mention):
                continue
            before = mention.first - 1
            return mention if before == noun.last or view.form(before) in _OF else None
        return None

    def _is_told(self, mention: Mention) -> bool:
        led = self.view.form(mention.first - 1) in _TO and not mention.proclitics
        return mention.proclitics == ("ל",) or led

    def _worded(
        self,
        cue: Cue,
        speaker: Mention,
        told: tuple[Mention, ...],
        words: tuple[int, int],
        *,
        before: bool,
    ) -> Attribution:
        return Attribution(
            cue=cue,
            order="nominal",
            speaker=speaker,
            addressees=told,
            start=words[0] if before else min(cue.first, speaker.first),
            content_first=words[0],
            content_last=words[1],
            clausal=True,
            before=before,
            margin=0.8,
        )

    def _impersonal(self, cue: Cue) -> Mention | None:
        """Return whose people speak in "במשרד החוץ דחו": a body, or a capital, behind "in"."""
        view = self.view
        if cue.inflection is None or cue.inflection.number != "plural" or cue.conjoined:
            return None
        k = self._step_left(cue.first - 1)
        mention = view.mention_to(k)
        own = self.own_voice(k) if self._is_fused(k, "ב") else None
        if own is not None:
            return own  # "בלשכתו מסרו"
        if (office := self._office_of_somebody(mention)) is not None:
            return office
        placed = mention is not None and mention.category == "place"
        if placed and mention is not None and mention.proclitics == ("ב",):
            body = view.mention_to(mention.first - 1)  # "במשרד החוץ בסיאול מסרו"
            mention = body if body is not None and can_act(body) else mention
        within = mention is not None and mention.proclitics[-1:] == ("ב",)
        if mention is not None and within and mention.kind not in (None, "media", "person"):
            return mention if mention.category in ("actor", "either") else self._office_to(k)
        office = self._office_to(k) or self._its_people(k)
        if office is not None:
            return office
        if mention is None or mention.proclitics[-1:] != ("ב",) or mention.kind == "media":
            return None
        return mention if mention.category in ("actor", "either") else None

    def _people_ahead(self, cue: Cue) -> Party | None:
        """ "בקרמלין התייחסו לדיווח והבהירו כי": whose people the first verb has."""
        view = self.view
        plural = cue.inflection is not None and cue.inflection.number == "plural"
        if (ahead := self._he_ahead(cue) or self._who_answers(cue)) is not None:
            return ahead
        if self.found or not plural or not cue.conjoined or not view.form(0).startswith(_WITHIN):
            return None
        verb = next((k for k in range(1, min(cue.first, _OPENS)) if view.form(k) in _REACTS), None)
        if verb is None:
            return None
        body = self._impersonal(replace(cue, first=verb, last=verb, proclitics=()))
        inside = range(body.last + 1 if body is not None else 0, cue.first)
        named = any(
            m.first in inside
            and can_act(m)
            and not m.proclitics
            and not self.is_preposition(m.first - 1)
            for m in view.mentions
        )
        broken = named or any(self.is_that(k) for k in inside)
        return body if body is not None and not broken else None

    def _its_people(self, k: int) -> Mention | None:
        """Return "the army" of "בצבא טענו", told of before."""
        view, form = self.view, self.view.form(k)
        kind = view.lexicon.descriptions.get(f"ה{form[1:]}") if form.startswith("ב") else None
        found = unlinked_mention(view, k, k, number="singular") if kind is not None else None
        if found is None or view.mention_at[k] is not None or kind in ("person", "official"):
            return None
        span = Span(found.span.start + 1, found.span.end)
        body = f"ה{form[1:]}"
        return replace(found, span=span, text=form[1:], name=body, kind=kind, human=False)

    def _goes_on(self, cue: Cue) -> bool:
        """True for ", and agreed to …": the clause in front is no words said."""
        view, k = self.view, cue.first - 1
        quoted = view.quotation_at[k - view.is_comma(k)] is not None
        return cue.conjoined and view.is_comma(k) and not quoted

    def _is_put_in(self, cue: Cue, leading: Cue, subject: Party | None) -> bool:
        """True for "the minister, he said, rang X": a verb alone between the commas."""
        view, k = self.view, leading.first - 1
        alone = view.is_comma(k) and view.is_comma(cue.last + 1)
        beside = isinstance(subject, Mention) and subject.last == k - 1
        return alone and beside and not self._ends_apposed(k - 1)

    @staticmethod
    def _bare_denial(cue: Cue, start: int, behind: Behind, order: str) -> Attribution:
        """Return "דובר הצבא הכחיש.": the verb is all that is told."""
        return Attribution(
            cue=cue,
            order=order,
            speaker=behind.subject,
            start=start,
            content_first=cue.first,
            content_last=cue.last,
            clausal=False,
            margin=0.8,
        )

    def _is_bare(self, cue: Cue) -> bool:
        """True for "הביע דאגה עמוקה.", "אישר את הדברים.": nothing is said besides."""
        if cue.row.act not in _TOLD_ALONE and cue.row.id != _CONFIRM:
            return False
        behind = cue.last + 1
        described = cue.row.act == "expresses-concern" and self.view.is_stop(behind + 1)
        clause = self.view.is_comma(behind) and self.view.form(behind + 1).startswith("ו")
        felt = cue.row.act == "expresses-concern" and cue.last > cue.first
        return self._ends_sentence(behind) or (felt and (described or clause))

    def _has(self, stems: frozenset[str], first: int, end: int) -> bool:
        last = self.view.size if first else end
        return any(
            reading.stem in stems for i in range(first, last) for reading in self.view.readings(i)
        )

    def _is_struck(self, cue: Cue, first: int) -> bool:
        """True for "תקף בחריפות את ביירות", "את צפון X": a place is struck, not spoken of."""
        places = self.view.lexicon.word_set("place_prepositions")
        named = self.view.mention_from(first)
        place = named is not None and named.category == "place"
        place = place or any(r.stem in places for r in self.view.readings(first))
        return place and not self._has(_SPEECHES, cue.last, first)

    def _clause_last(self, first: int, opened: int) -> int | None:
        view = self.view
        closed = view.aside_from.get(opened, -1)  # "X, who condemned the raid, will …"
        if closed > first:
            return closed - 1
        for k in range(first, view.size - 1):
            if view.is_comma(k) and (self._is_finite(k + 1) or self._is_finite(k + 2)):
                return k - 1
        return None

    def _of_clause(self, cue: Cue) -> Mention | None:
        """ "They told that X turned to Y and asked": a form that none but X can be subject of."""
        before = self.found[-1] if self.found else None
        if before is None or not before.clausal or not cue.conjoined or cue.inflection is None:
            return None
        theirs = before.cue.inflection.number if before.cue.inflection else None
        if theirs != "plural" or cue.inflection.number != "singular":
            return None
        inside = (m for m in self.view.mentions if before.content_first <= m.first < cue.first)
        first = next(inside, None)
        fits = first is not None and first.person and first.proclitics in _FREE
        return first if first is not None and fits and self._agrees(cue, first) else None

    def _body_within(self, cue: Cue, k: int) -> tuple[Party, int] | None:
        """Return whose people speak in "…, מזהירים באו״ם": a body behind "in" and a plural verb."""
        plural = cue.inflection is not None and cue.inflection.number == "plural"
        mention = self.view.mention_from(k)
        if not plural or mention is None or mention.proclitics != ("ב",) or mention.person:
            return None
        body = mention.category in ("actor", "either") and mention.kind != "media"
        return (mention, mention.last) if body and mention.kind != "official" else None

    def _follows_sent(self, first: int) -> bool:
        """True for "אזהרה חריפה שיגר הבוקר …": what is sent stands in front of the verb."""
        near = (self.view.cue_at.get(i) for i in range(max(0, first - _FRONTED), first))
        return any(c is not None and c.row.kind == "noun" and not c.proclitics for c in near)

    def _sent(self, cue: Cue, end: int) -> Cue:
        """Return "sent X a warning: …" as what the noun in front of the words said tells."""
        nouns = (c for c in self.view.cues if c.row.kind == "noun" and c.first < end)
        noun = next((c for c in nouns if not c.proclitics), None)
        return cue if noun is None else replace(cue, row=_acting(cue.row, noun.row.act))

    def _elided(self, cue: Cue) -> Pointer:
        inflection = cue.inflection
        return Pointer(
            kind="elided",
            place=self.view.tokens[cue.first].start,
            gender=inflection.gender if inflection else None,
            number=inflection.number if inflection else None,
            continues=cue.row.continues,
        )

    def _begins_clause(self, i: int) -> bool:
        view = self.view
        if i == 0 or view.is_break(i - 1) or self._is_adverb(i - 1):
            return True
        return view.form(i - 1) in view.words.connector or view.form(i - 1) in _BESIDES


@cache
def _acting(row: CueRow, act: SpeechAct) -> CueRow:
    return replace(row, act=act)


@cache
def affirmed(row: CueRow) -> CueRow:
    """Return a row of denying as it stands behind "not": "did not deny that"."""
    return replace(row, act="asserts")
