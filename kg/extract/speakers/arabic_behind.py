"""Walk from an Arabic verb of speech to the words said.

In:  a cue and a `Behind` to fill in. Out: subject, listeners, reporters and where the words begin.
Each step looks at one token and says where to go on. Quotations, "that" and colons end the walk
with a clause; the row's prepositions and objects end it with a noun phrase.
"""

from kg.extract.arabic_two_named import two_named
from kg.extract.attribution import can_act, unlinked_mention
from kg.extract.cues import Cue
from kg.extract.speakers.arabic_heard import IN_FRONT_OF, audience_at, heard_at, is_of_another
from kg.extract.speakers.arabic_listeners import OPENING
from kg.extract.speakers.arabic_marks import ArabicMarks
from kg.extract.speakers.behind import Behind
from kg.extract.walk import onward
from kg.lexicon.grammar import words_of
from kg.model.draft import Party
from kg.model.mention import Mention

_EACH = words_of("ar", "each_of")
_FINITE = ("past", "present")
_INSIDE = words_of("ar", "inside")
_SOURCE = words_of("ar", "the_source_told_before")


class ArabicBehind(ArabicMarks):
    """Looks to the right of a verb."""

    def scan(self, cue: Cue, behind: Behind) -> None:
        """Walk from the verb to the words said, filling in who stands on the way."""
        j: int | None = cue.last + 1
        while j is not None and j < self.view.size:
            j = onward(self._step(cue, behind, j), j)

    def _step(self, cue: Cue, behind: Behind, j: int) -> int | None:
        """Return where to go on from `j`, None when the search is over."""
        view = self.view
        token = view.tokens[j]
        withheld = self._anonymity_end(j)
        if withheld is not None and behind.subject is not None:
            return withheld + 1
        quotation = view.quotation_at[j]
        if quotation is not None:
            quoted = view.mention_from(quotation.inner_first)
            held = view.mention_at[quotation.inner_first]
            if held is not None and held.last == quotation.inner_last and j > held.last:
                return j + 1  # behind "via the channel «Al-Mayadeen»"
            if quoted is not None and quoted.last == quotation.inner_last:
                if j > quoted.last:
                    return j + 1
                return self._step_mention(cue, behind, quoted)  # "the «Channel 12»"
            return self._take_clause(behind, quotation.inner_first)
        opens_words = view.is_comma(j) and self.is_that(j + 1) and cue.row.that
        aside = j in view.aside_from and not opens_words
        if aside and (behind.subject is not None or token.text == "("):
            source = view.cue_at.get(j + 1)
            if source is not None and source.row.kind == "source":
                return self._step_source(source, behind)
            if self._is_told_outlet(j + 1):
                return j + 1
            behind.in_phrase &= token.text != "("
            relative = view.form(j) in view.words.relative
            slot = self._slot_behind(cue, j) if relative else None
            named = self._anonymity_end(j + 1) if relative else None
            return slot or max(view.aside_from[j], named or 0) + 1
        if token.text == ":":
            return self._take_clause(behind, j + 1)
        if self.is_that(j):
            opens = cue.row.that and not self._is_subordinate(cue, j)
            return self._take_clause(behind, j + 1) if opens else None
        if not token.is_word:
            return self._told_in_quotes(cue, behind, j) or self._step_mark(cue, behind, j)
        if view.time_at[j] is not None or self._is_adverb(j):
            other = self._other_party(cue, behind, j)
            behind.addressees += [other] if other is not None else []  # "وأكد له أن"
            return j + 1
        if view.form(j) in view.words.relative and behind.subject is not None:
            return self._skip_relative(behind, j)
        return self._step_word(cue, behind, j)

    def _step_word(self, cue: Cue, behind: Behind, j: int) -> int | None:
        view, row = self.view, cue.row
        form = view.form(j)
        other = view.cue_at.get(j)
        if (outlet := self.carrier_at(j)) is not None:
            behind.via.append(outlet)  # "in a statement that X carried"
            return outlet.last + 1
        if other is not None and other.row.kind == "source":
            return self._step_source(other, behind)
        if self._is_passed_on(cue, behind, j):
            opens = self.is_that(j + 1) or self.is_that(j + 2)  # "تحذيره من أن"
            return j + 1 if opens else self._take_phrase(behind, j)
        if row.object_addressee and (behind.addressees or cue.enclitic) and self._tells(j):
            if other is not None:
                self.used.add(other)
            return self._take_phrase(behind, j)
        if other is not None and self._is_means(other, j):
            behind.in_phrase = True
            means = view.mention_from(j + 1)
            return means.last + 1 if means is not None else j + 2
        if other is not None and other.form in _FINITE and not self._is_noun_here(other, behind):
            return self._take_phrase(behind, j) if self._is_deed_here(cue, behind, other) else None
        if (spoken_to := self._spoken_to(behind, j)) is not None:
            behind.addressees.append(spoken_to)
            return spoken_to.last + 1
        if row.speaker_slot == form:
            return self._step_reported(behind, j)
        if (said_by := self._slot_pronoun(cue, j)) is not None:
            behind.via.append(behind.subject or self._reporter(cue))
            behind.subject = said_by
            return self._past_saying(j + 1)
        if (asked := self._asked_pronoun(cue, j)) is not None and not behind.addressees:
            behind.addressees.append(asked)
            return j + 1
        if self.is_preposition(j):
            return self._step_preposition(cue, behind, j)
        if (honoured := self._honoured(j)) is not None and not behind.addressees:
            behind.addressees.append(honoured)
            return honoured.last + 1
        if form in _EACH and view.form(j + 1) == "من":
            return j + 2  # "both A and B"
        if behind.subject is not None and self._is_counterpart_told(cue, j):
            return self._step_counterpart(behind, j)
        if (whom := self._other_party(cue, behind, j)) is not None:
            behind.addressees.append(whom)
            return j + 1
        if self._is_demonstrative(j):
            behind.in_phrase = False
        if (that := self._source_goes_on(cue, behind, j)) is not None:
            return that
        mention = view.mention_from(j)
        if mention is not None:
            return self._step_mention(cue, behind, mention)
        if self._is_saying(j):
            return j + 1
        if row.object_content and self._is_affirmation(j) and self.is_that(j + 1):
            return self._take_clause(behind, j + 2)  # "renewed his affirmation that"
        if form == "ل" and (named := self._quoted_name(j + 1)) is not None:
            behind.via.append(named)  # "told «Asharq»"
            behind.addressees.append(named)
            return named.last + 2
        if behind.subject is not None and (again := self._outlet_again(j)) is not None:
            behind.via.append(again)
            behind.addressees.append(again)
            return j + 1
        if behind.subject is None and not behind.in_phrase:
            carried = self._carried_by(j)
            if carried is not None and row.that and self._said_follows(cue, carried.last + 1):
                behind.subject, behind.overt = carried, True
                return carried.last + 1
        if self._is_fused(j, "ب") and "ب" in row.prepositions:
            return self._take_phrase(behind, j)
        if row.that and (outlet := self.unknown_outlet(j)) is not None:
            behind.via.append(outlet)
            behind.addressees.append(outlet)
            return outlet.last + 1
        if row.that and not behind.addressees and self._is_fused(j, "ل"):
            told = audience_at(view, j) if not is_of_another(view, cue.last + 1, j) else None
            if told is not None:
                behind.addressees.append(told)
                return told.last + 1
        if self._is_fused(j, "ل") and "ل" in row.prepositions and not behind.in_phrase:
            return self._take_phrase(behind, j)
        return self._step_noun(cue, behind, j)

    def _step_source(self, cue: Cue, behind: Behind) -> int | None:
        """Read "X said, citing Y, that": Y speaks, X passes it on; "according to Y": Y does."""
        source = self.source_party(cue.last + 1)
        if source is None:
            return cue.last + 1
        party, last = source
        set_off = self.view.is_comma(cue.first - 1) and self.view.is_comma(last + 1)
        last += set_off
        self.used.add(cue)
        own = self.view.cue_at.get(last + 1)
        if own is not None and own.form in _FINITE:  # "a commander who said he relied on …"
            self.used.add(own)
            while last + 1 < self.view.size and not self.view.is_comma(last + 1):
                last += 1
        if cue.row.outer_is_via and not self._quotes_speaker(behind.subject, party):
            if behind.subject is not None:
                behind.via.append(behind.subject)
            behind.subject = party
        elif behind.subject is not None:
            behind.via.append(party)
        return last + 1

    def _counts_people(self, j: int) -> bool:
        """True for the number in "أكدت 3 مصادر": those it counts speak."""
        counted = self.view.mention_from(j + 1) if self.view.form(j).isdigit() else None
        return counted is not None and counted.unnamed and not counted.proclitics

    def _quotes_speaker(self, subject: Party | None, source: Party) -> bool:
        """True for "said the minister, quoted from the agency X": the outlet passes it on."""
        if not isinstance(subject, Mention) or not isinstance(source, Mention):
            return False
        speaks = subject.kind not in ("media", None) or bool(subject.person)
        return source.kind == "media" and speaks

    def _step_reported(self, behind: Behind, j: int) -> int | None:
        """ "X passed on from Y": Y is the speaker."""
        found = self._noun_phrase(j + 1)
        if found is None:
            return None
        party, last = found
        party, last = self._with_attribute(party, last)
        if behind.subject is not None:
            behind.via.append(behind.subject)
        behind.subject = party
        return self._past_saying(last + 1)

    def _step_preposition(self, cue: Cue, behind: Behind, j: int) -> int | None:
        view, row, form = self.view, cue.row, self.view.form(j)
        if form not in self.prepositions:
            return j + 1  # "in it", فيه: nothing follows that belongs to it
        if (agent := self._agent_at(j)) is not None and not cue.row.inanimate:
            return self._step_agent(cue, behind, agent)
        if self.is_that(j + 1):
            opens = row.that and (form in OPENING or form in row.prepositions)
            return self._take_clause(behind, j + 2) if opens else None
        asks = form == row.addressee_preposition
        if asks and (asked_of := view.mention_from(j + 1)) is not None:
            all_asked = [asked_of, *self._joined_to(asked_of)]
            behind.addressees += all_asked
            return all_asked[-1].last + 1
        spoken_to = form in IN_FRONT_OF or form == row.addressee_preposition
        if spoken_to and not behind.addressees and (step := self._told_party(behind, j + 1)):
            return step
        if spoken_to and row.that and (heard := heard_at(view, j + 1, behind.subject)) is not None:
            behind.addressees.append(heard)
            return heard.last + 1
        if form in row.prepositions and not self._is_adjunct(j + 1):
            return self._take_phrase(behind, j + 1)
        asked = form == row.addressee_preposition and behind.subject is not None
        if asked and not behind.addressees and (body := self._asked_body(j + 1)) is not None:
            behind.addressees.append(body)
            return body.last + 1
        if view.is_word(j + 1) and view.time_at[j + 1] is not None:
            return j + 1  # "أعلن الوزير في العاشر من يناير | تجميد …"
        mention = view.mention_from(j + 1)
        seat = mention is not None and mention.category != "actor"
        asks_of = bool(seat and row.addressee_preposition and behind.addressees)
        behind.in_phrase = not asks_of  # "طلب من المدعي في لاهاي | فتح …"
        return mention.last + 1 if mention is not None else j + 2

    def _step_mention(self, cue: Cue, behind: Behind, mention: Mention) -> int | None:
        row, after = cue.row, mention.last + 1
        if "ب" in mention.proclitics and "ب" in row.prepositions:
            return self._take_phrase(behind, mention.first)
        if "ل" in mention.proclitics:
            if self._belongs_to(behind.subject, mention):
                return after
            near = row.that and self.is_that(after)  # "قال X في باريس لرويترز إن"
            if can_act(mention) and (near or not behind.in_phrase):
                behind.via += [mention] if mention.kind == "media" else []
                behind.addressees.append(mention)
            return after
        if self._names_subject(behind, mention):
            behind.subject = mention
            return after
        if behind.subject is not None and mention.kind == "media" and row.that:
            behind.via.append(mention)  # "a source told Reuters that"
            return after
        if mention.proclitics and mention.proclitics != ("و",):
            behind.in_phrase = True
            return after
        if behind.subject is None and not behind.in_phrase and mention.category != "place":
            return self._step_subject(cue, behind, mention)
        if mention.proclitics == ("و",) and behind.content_first is None and self._joins(mention):
            if self._speaks_too(behind, mention):
                behind.joint.append(mention)
            return after
        if self._is_joint_counterpart(behind, mention):
            behind.joint.append(mention)
            return after
        if row.object_addressee and not behind.addressees:
            out = not behind.in_phrase or self._leaves_phrase(cue, behind, mention.first, after)
            if out and can_act(mention):
                behind.addressees.append(mention)
            return after
        if row.object_content and behind.subject is not None and not behind.in_phrase:
            return self._take_phrase(behind, mention.first)
        return after

    def _step_subject(self, cue: Cue, behind: Behind, mention: Mention) -> int | None:
        if mention.category == "adjective" and not self._heads_people(mention):
            return mention.last + 1
        if cue.row.object_addressee and (
            not self._agrees_in_gender(cue, mention)
            or self._goes_on(cue, mention)
            or self._are_told(cue, mention)
        ):
            behind.addressees.append(mention)
            return mention.last + 1
        if (two := two_named(self.view, mention.first)) is not None:
            behind.subject, behind.overt, behind.joint = two[0], True, [two[1]]
            return two[1].last + 1
        last = mention.last
        after = self._past_adjectives(last + 1)
        if mention.first == last and self.view.form(last) in _SOURCE and after > last + 1:
            behind.subject, behind.overt = self._issuer(last), True  # "the same source"
            return after
        if mention.unnamed and mention.number == "singular" and not mention.side:
            whole, last = self._with_attribute(mention, last)  # "an expert of the university"
            mention = whole if isinstance(whole, Mention) else mention
        behind.subject, behind.overt = mention, True
        return self._past_adjectives(last + 1)

    def _step_noun(self, cue: Cue, behind: Behind, j: int) -> int | None:
        row = cue.row
        if behind.subject is None and self._counts_people(j):
            return j + 1
        latter = self._latter(j) if behind.subject is None and not behind.in_phrase else None
        if latter is not None and not self.view.mention_to(j - 1):
            behind.subject, behind.overt = latter, True
            return j + 1
        if behind.subject is None and not behind.in_phrase and self.is_doing(cue, j):
            return self._take_phrase(behind, j)
        both = self._pair_at(j) if row.object_addressee and not behind.addressees else None
        if self._is_attribute(cue, behind, j):
            return j + 1
        if (asking := self._crowd_asking(cue, behind, j)) is not None:
            behind.subject, behind.overt = asking[0], True
            return asking[1]
        everybody = self._everybody(cue, behind, j)
        if everybody is not None:
            behind.addressees.append(everybody)
            return everybody.last + 1
        if (ruled := self._ruled_by(cue, behind, j)) is not None:
            behind.addressees.append(ruled)
            return ruled.last + 1
        inside = behind.in_phrase and not self._leaves_phrase(cue, behind, j, j + 1)
        if behind.subject is not None and both is not None and not inside:
            behind.addressees.append(both)
            return j + 1
        free = behind.subject is not None and not behind.addressees and not behind.in_phrase
        lone = row.needs_two and cue.conjoined and behind.subject is None and not behind.in_phrase
        if (
            (free or lone)
            and row.object_addressee
            and (crowd := audience_at(self.view, j)) is not None
        ):
            behind.addressees.append(crowd)
            return crowd.last + 1
        if behind.subject is not None and (end := self._addressed_to(cue, behind, j)) is not None:
            told = unlinked_mention(self.view, j, end)
            behind.addressees += [told] if told is not None else []
            return end + 1
        if behind.subject is not None:
            free = not behind.in_phrase or self._is_thing(j) or self._begins_anew(j)
            if row.object_content and free and not self._reports_from(cue, j):
                return self._take_phrase(behind, j)
            return j + 1
        if behind.in_phrase:
            return j + 1
        if both is not None and self._is_accusative(j):
            behind.addressees.append(both)
            return j + 1
        if row.object_addressee and not behind.addressees and self._is_told(cue, j):
            last = self._phrase_end(cue, j)
            told = unlinked_mention(self.view, j, last, number="plural")
            behind.addressees += [told] if told is not None else []
            return last + 1
        holder = self._holder_behind(j)
        if holder is not None and self._agrees_in_gender(cue, holder):
            behind.subject, behind.overt = holder, True
            return holder.last + 1
        whom = row.object_addressee and behind.addressees  # "اتهم دبلوماسيين هنودا"
        found = None if whom else self._unlinked_behind(cue, j) or self._body_behind(cue, j)
        if found is not None:
            party, last = found
            inside = self.view.form(last + 1) in _INSIDE and not self._has_article(j)
            if inside and self.view.mention_from(last + 2) is None:
                party, last = self._with_attribute(party, last)  # "a member of its council"
            behind.subject, behind.overt = party, True
            return last + 1
        named = self._name_behind(cue, j)
        if named is not None:
            behind.subject, behind.overt = named, True
            return named.last + 1
        if row.object_content:
            return self._take_phrase(behind, j)
        return None if self._is_thing(j) or self._is_unsettled(cue, j) else j + 1
