"""Find who says what, to whom, in an Arabic sentence.

In:  a `View`. Out: attributions in the order of their cues.
A verb looks for its subject before itself (subject-verb, full agreement), then behind itself
(verb-subject, agreement in gender only); an overt noun phrase in subject position beats any linked
name elsewhere; with neither the subject is elided, and the pointer says how it must agree.
Prepositions, times, appositions and relative clauses are stepped over, quotations never entered.
"""

from dataclasses import replace

from kg.extract.attribution import Attribution, can_act
from kg.extract.cues import Cue
from kg.extract.speakers.arabic_before import THING, ArabicBefore
from kg.extract.speakers.arabic_heard import heard_around
from kg.extract.speakers.arabic_passive import ArabicPassive
from kg.extract.speakers.arabic_postposed import ArabicPostposed
from kg.extract.speakers.behind import Behind
from kg.extract.told import NEUTRAL_ACTS
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention
from kg.vocabulary import SpeechAct

_TO_OUTLET = words_of("ar", "told_to_an_outlet")
_ON = "علي"
_AGAIN = words_of("ar", "what_was_said_before")
_FINITE = ("past", "present")
_WHILE = words_of("ar", "while_they")
_WHAT = words_of("ar", "what_they_call")
_MARKS = frozenset('"«“')
_FROM = "عن"


class ArabicSpeakers(ArabicBefore, ArabicPassive, ArabicPostposed):
    """Reads one sentence. `attributions` gives the result."""

    def attributions(self) -> list[Attribution]:
        """Return the attributions of finite verbs and sources, in order."""
        found = self.found
        for cue in self.view.cues:
            if cue.row.kind == "verb" and cue.form in _FINITE and cue not in self.used:
                attribution = self._of_verb(cue)
            elif cue.row.kind == "source" and cue not in self.used:
                attribution = None if self._is_verb_too(cue) else self.of_source(cue)
            else:
                continue
            if attribution is not None:
                found.append(attribution)
        return found

    def _is_verb_too(self, cue: Cue) -> bool:
        """True for "as the agency passed on from X that": the verb in it tells it all."""
        verb = self.view.cue_at.get(cue.last) if cue.last > cue.first else None
        if verb is None or verb.row.kind != "verb" or not self._leads(cue):
            return False
        return any(self.is_that(k) for k in range(cue.last + 1, self.view.size))

    def _of_verb(self, cue: Cue) -> Attribution | None:
        view = self.view
        if cue.inflection is None or cue.inflection.person != 3 or self._is_quoted_noun(cue):
            return None
        if self.carrier_at(cue.first) is not None or self.is_noun_of_speech(cue):
            return None
        begin = self._taken_up_from(cue.first)
        if begin is not None:
            return self._of_charge(cue, begin)
        if cue.row.object_addressee and self.is_marked_passive(cue):
            return self.of_passive(cue)
        negated = view.is_negated(cue.first)
        if (negated and cue.row.negated is None) or self._withholds_name(cue.first):
            return None
        if cue.row.needs_two and view.form(cue.first - 1) in _WHILE:
            return None  # "…, while addressing the crowd, that": whom the verb before tells
        what = bool(cue.enclitic) and view.form(cue.first - 1) in _WHAT  # "what X called …"
        ahead, order, nested = (None, "", True) if what else self._before(cue)
        starts = cue.conjoined or self._begins_clause(cue.first)
        if cue.row.needs_start and ahead is None and not starts:
            return None
        thing = order == THING
        if thing and not view.is_comma(cue.first - 1):
            return None
        behind = Behind(subject=ahead, overt=ahead is not None)
        if order == "subject-verb":
            behind.joint += self._joined_ahead(cue, ahead)
        used = set(self.used)
        self.scan(cue, behind)
        if behind.content_first is None and ahead is not None and view.is_comma(cue.first - 1):
            behind = Behind()  # "the road is still closed, says X": its subject stands behind
            self.scan(cue, behind)
            found = self.in_front(cue, behind)
        elif self._stands_in_front(cue, behind, alone=ahead is None):
            found = self.in_front(cue, behind)
        else:
            found = None if thing else self._judge(cue, behind, order, nested=nested)
        if found is None:
            self.used = used  # the sources on the way are nobody's
        elif negated:
            found = replace(found, act=cue.row.negated)
        return found

    def _stands_in_front(self, cue: Cue, behind: Behind, *, alone: bool) -> bool:
        """True where nothing said stands behind the verb, or only more of what stands in front."""
        if behind.content_first is None or self.is_so(cue.first - 1):
            return True
        return alone and self._goes_on_quoting(cue, behind)

    def _goes_on_quoting(self, cue: Cue, behind: Behind) -> bool:
        """True for "«…»، قال X، مضيفا «…»": its own words stand in front of the verb."""
        view, first = self.view, behind.content_first
        if first is None or behind.clausal or not view.is_comma(cue.first - 1):
            return False
        quotation, later = view.quotation_at[cue.first - 2], view.quotation_at[first]
        if quotation is None or later is None or quotation is later:
            return False
        led = range(cue.last + 1, later.first)
        return any(view.is_comma(k) for k in led) and not any(view.form(k) == ":" for k in led)

    def _of_charge(self, cue: Cue, begin: int) -> Attribution | None:
        """Read "…, which X denied": the words are those in front."""
        view = self.view
        if not cue.enclitic:
            return None
        behind = Behind()
        self.scan(cue, behind)
        last = begin - 1
        while last >= 0 and not view.is_word(last) and view.quotation_at[last] is None:
            last -= 1
        if behind.subject is None and self._may_head(cue.last + 1, definite=False):
            found = self._noun_phrase(cue.last + 1)
            behind.subject = found[0] if found is not None else None
        host = next((a for a in reversed(self.found) if a.content_first <= last), None)
        first = host.content_first if host is not None else 0
        if behind.subject is None or last <= first:
            return None
        return Attribution(
            cue=cue,
            order="charge",
            speaker=behind.subject,
            start=begin,
            content_first=first,
            content_last=last,
            clausal=True,
            before=True,
            margin=0.9,
        )

    def behind(self, cue: Cue) -> Attribution | None:
        """Return what a participle introduces; its speaker is for the caller to say."""
        behind = Behind(subject=Pointer(kind="elided", place=self.view.tokens[cue.first].start))
        self.scan(cue, behind)
        if behind.content_first is None:
            return None
        return self._judge(cue, behind, "participle", nested=False)

    def _judge(self, cue: Cue, behind: Behind, order: str, *, nested: bool) -> Attribution | None:
        row = cue.row
        if row.needs_that and not behind.clausal:
            return None
        first = behind.content_first
        asked = row.act == "demands" and cue.form == "past"  # "الذي دعا إلى هدنة"
        told = behind.clausal or behind.addressees or cue.enclitic or asked
        if order == "relative" and not told:
            return None
        if first is None or any(r.stem in row.not_before for r in self.view.readings(first)):
            return None
        if nested and self._goes_on_with_outer(first - 1):
            return None
        speaker = behind.subject
        if speaker is None:
            if self._refuses_elision(cue, behind):
                return None
            order = "elided"
            speaker = self._left_out(cue)
        elif not order:
            order = "verb-subject"
        if cue.enclitic and row.object_addressee and not behind.addressees:
            behind.addressees.append(self._enclitic(cue, speaker))
        if row.needs and not self._has(row.needs, cue.last):
            return None
        if row.mutual:  # "A and B traded accusations": each of the other
            behind.addressees += behind.joint
        if not behind.addressees and (heard := self.heard_inside(first)) is not None:
            behind.addressees.append(heard)
        last = behind.content_last
        if not (behind.addressees or behind.clausal):
            asked_of = self._asked_after(cue, first, last)
            behind.addressees += [asked_of] if asked_of is not None else []
        self._hear_channels(cue, behind, first)
        act, bound = self._duty(first) if behind.clausal else (self._told_act(first), [])
        neutral = row.act in NEUTRAL_ACTS
        if neutral and not behind.addressees:
            behind.addressees += bound
        return Attribution(
            cue=cue,
            act=(act or self._quoted_act(cue, speaker, first + (not behind.clausal)))
            if neutral
            else None,
            order=order,
            speaker=speaker,
            via=tuple(behind.via),
            addressees=tuple(behind.addressees),
            start=self._clause_start(cue, speaker),
            content_first=first,
            content_last=last if last is not None else self.view.size - 1,
            clausal=behind.clausal,
            nested=nested,
            margin=0.7 if order == "elided" else 1.0,
            joint=tuple(behind.joint),
        )

    def _goes_on_with_outer(self, i: int) -> bool:
        """True at the "and that" of "said that the two talked, and that the war was over"."""
        joined = any("و" in r.proclitics for r in self.view.readings(i))
        return joined and self.is_that(i)

    def _left_out(self, cue: Cue) -> Pointer:
        """Return whoever was named before, as the verb agrees; two people of a dual."""
        place, inflection = self.view.tokens[cue.first].start, cue.inflection
        if inflection is not None and inflection.number == "dual":
            return Pointer(kind="pair", place=place, number="dual", human=True)
        return Pointer(
            kind="elided",
            place=place,
            gender=inflection.gender if inflection else None,
            number=inflection.number if inflection else None,
            continues=cue.row.continues,
        )

    def _refuses_elision(self, cue: Cue, behind: Behind) -> bool:
        """True when a form without a subject is more likely to be no verb of speech at all."""
        row, view = cue.row, self.view
        crowd = cue.inflection is not None and cue.inflection.number == "plural"
        if crowd and cue.first > 0 and cue.form == "present" and not behind.clausal:
            return True  # "(recruits) … and announce their joining"
        again = cue.conjoined and view.form(cue.last + 1) in _AGAIN  # "وعزت ذلك إلى"
        if (row.needs_subject and not again) or view.form(cue.first) in row.passive:
            return True
        if behind.clausal:
            return False
        if row.needs_that_if_elided:
            return not (cue.conjoined and self._is_quoted_behind(behind))
        return not (cue.conjoined or self._begins_clause(cue.first))

    def _is_quoted_behind(self, behind: Behind) -> bool:
        """True for "and deemed the closure «a punishment»": no passive has such words behind it."""
        first, last = behind.content_first, behind.content_last
        if first is None:
            return False
        end = self.view.size - 1 if last is None else last
        return any(self.view.tokens[i].text in _MARKS for i in range(first, end + 1))

    def _begins_clause(self, i: int) -> bool:
        view = self.view
        if i == 0 or view.is_break(i - 1) or self._is_adverb(i - 1):
            return True
        return any(r.stem in view.words.connector for r in view.readings(i - 1))

    def _enclitic(self, cue: Cue, speaker: Party | None) -> Pointer:
        """Return the pointer of a pronoun written onto the verb: "accused her", "told them"."""
        place = self.view.tokens[cue.first].start
        if cue.enclitic == "هما":
            return Pointer(kind="pair", place=place, number="dual", human=True)
        one = cue.enclitic in ("ها", "ه")
        masculine = cue.enclitic == "ه"
        return Pointer(
            kind="pronoun",
            place=place,
            gender="feminine" if cue.enclitic == "ها" else "masculine" if masculine else None,
            number="singular" if one else "plural",
            avoid=speaker if isinstance(speaker, Mention) else None,
        )

    def _hear_channels(self, cue: Cue, behind: Behind, first: int) -> None:
        """Add who was told beside the verb: "in an interview with X", "before parliament"."""
        view = self.view
        begin = cue.first
        while begin > 0 and not (view.is_stop(begin - 1) or begin - 1 in view.cue_at):
            begin -= 1
        for mention in view.mentions:
            around = begin <= mention.first < cue.first or cue.last < mention.first < first
            if mention.kind != "media" or not around or mention in (*behind.via, behind.subject):
                continue
            led = mention.first - 1 - (not view.is_word(mention.first - 1))  # «
            to = "ل" in mention.proclitics or view.form(led) in _TO_OUTLET
            if to and self._follows_interview(mention.first):
                behind.via.append(mention)
                behind.addressees.append(mention)
        if (
            not behind.addressees
            and (heard := heard_around(view, begin, cue, first, behind.subject)) is not None
        ):
            behind.addressees.append(heard)

    def _follows_interview(self, i: int) -> bool:
        words = self.view.lexicon.word_set("interviews")
        return any(r.stem in words for k in range(max(0, i - 5), i) for r in self.view.readings(k))

    def _duty(self, first: int) -> tuple[SpeechAct | None, list[Party]]:
        """Return "demands" and from whom, where what is said begins with "X must": على X أن."""
        view = self.view
        form = view.form(first)
        if any(r.stem in view.lexicon.word_set("duties") for r in view.readings(first)):
            named = view.mention_from(first + 2) if view.form(first + 1) == _ON else None
            return "demands", [named] if named is not None and can_act(named) else []
        if form != _ON or any(
            r.stem in view.lexicon.word_set("no_duty") for r in view.readings(first + 1)
        ):
            return None, []
        named = view.mention_from(first + 1)
        if named is not None and can_act(named):
            return "demands", [named]
        pair = self._pair_at(first + 1)
        if pair is not None:
            return "demands", [pair]
        behind_one = self.is_that(first + 2)
        return (
            ("demands", [])
            if behind_one and self._may_head(first + 1, definite=True)
            else (
                None,
                [],
            )
        )

    def _is_quoted_noun(self, cue: Cue) -> bool:
        """True for "his denial" in "نقلت الصحيفة عن الوزير نفيه أن", no verb of its own."""
        person = self.view.mention_at[cue.first - 1] if cue.enclitic and cue.first else None
        return person is not None and self.view.form(person.first - 1) == _FROM

    def _quoted_act(self, cue: Cue, speaker: Party | None, first: int) -> SpeechAct | None:
        """Return the act of "his warning" in "نقل عن الرئيس بولا تحذيره من أن"."""
        if not cue.row.speaker_slot or not isinstance(speaker, Mention):
            return None
        affects = self.view.lexicon.affects
        nouns = (self.view.readings(i) for i in range(speaker.last + 1, first))
        owned = (r.stem for readings in nouns for r in readings if r.enclitic)
        return next((affects[stem] for stem in owned if stem in affects), None)

    def _told_act(self, first: int) -> SpeechAct | None:
        """Return what "his refusal" tells of him who "informed X of" it."""
        if not self._tells(first):
            return None
        affects = self.view.lexicon.affects
        stems = (r.stem for r in self.view.readings(first))
        return next((affects[stem] for stem in stems if stem in affects), None)

    def _has(self, stems: frozenset[str], first: int) -> bool:
        return any(
            reading.stem in stems
            for i in range(first, self.view.size)
            for reading in self.view.readings(i)
        )

    def _clause_start(self, cue: Cue, speaker: Party | None) -> int:
        """Return where the evidence begins: the verb, or a subject in front of it."""
        if isinstance(speaker, Mention) and speaker.first < cue.first:
            return speaker.first
        return cue.first
