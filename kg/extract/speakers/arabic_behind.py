"""Walk from an Arabic verb of speech to the words said.

In:  a cue and a `Behind` to fill in. Out: subject, listeners, reporters and where the words begin.
Each step looks at one token and says where to go on. Quotations, "that" and colons end the walk
with a clause; the row's prepositions and objects end it with a noun phrase.
"""

from dataclasses import replace

from kg.extract.attribution import can_act, unlinked_mention
from kg.extract.cues import Cue
from kg.extract.mentions.arabic_nouns import is_common_noun
from kg.extract.speakers.arabic_sources import ArabicSources
from kg.extract.speakers.behind import Behind
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_FINITE = ("past", "present")
_ATTRIBUTE_WORDS = 8
_NO_NAMES = ("ة", "ات", "ا", "يين", "ين", "ون")

# Prepositions that may stand between a verb of speech and "that".
_OPENING = frozenset({"علي", "الي", "عن", "من"})


class ArabicBehind(ArabicSources):
    """Looks to the right of a verb."""

    def scan(self, cue: Cue, behind: Behind) -> None:
        """Walk from the verb to the words said, filling in who stands on the way."""
        j: int | None = cue.last + 1
        while j is not None and j < self.view.size:
            following = self._step(cue, behind, j)
            j = following if following is None or following > j else j + 1

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
            if quoted is not None and quoted.last == quotation.inner_last:
                if j > quoted.last:
                    return j + 1
                return self._step_mention(cue, behind, quoted)  # "the «Channel 12»"
            return self._take_clause(behind, quotation.inner_first)
        if j in view.aside_from and (behind.subject is not None or token.text == "("):
            source = view.cue_at.get(j + 1)
            if source is not None and source.row.kind == "source":
                return self._step_source(source, behind)
            return view.aside_from[j] + 1
        if token.text == ":":
            return self._take_clause(behind, j + 1)
        if self.is_that(j):
            opens = cue.row.that and not self._is_subordinate(cue, j)
            return self._take_clause(behind, j + 1) if opens else None
        if not token.is_word:
            return self._step_mark(behind, j)
        if view.time_at[j] is not None or self._is_adverb(j):
            return j + 1
        if view.form(j) in view.words.relative and behind.subject is not None:
            return self._skip_relative(j)
        return self._step_word(cue, behind, j)

    def _is_subordinate(self, cue: Cue, j: int) -> bool:
        """True for "without …", "after …" (من دون أن): a clause of its own, not what is said."""
        before = self.view.form(j - 1)
        return before in self.prepositions and before not in (*_OPENING, *cue.row.prepositions)

    def _take_clause(self, behind: Behind, first: int) -> int | None:
        """Note where a clause or quotation begins and end the search."""
        if first < self.view.size and not self.view.is_stop(first):
            behind.content_first, behind.clausal = first, True
        return None

    def _take_phrase(self, behind: Behind, first: int) -> int | None:
        """Note where a noun phrase begins and end the search."""
        if first < self.view.size:
            behind.content_first = first
        return None

    def _step_mark(self, behind: Behind, j: int) -> int | None:
        view = self.view
        if view.is_comma(j) or view.tokens[j].text in "-–—(":
            behind.in_phrase = False
            if behind.subject is not None and not self._closes_name(behind.subject, j):
                return self._skip_inserted(j)
            return j + 1
        return None if view.is_stop(j) or view.tokens[j].text in ";؛" else j + 1

    def _closes_name(self, subject: Party, j: int) -> bool:
        """True for the second comma in "the spokesman, X Y, said"."""
        if not isinstance(subject, Mention) or subject.last + 1 != j or not subject.person:
            return False
        return any(self.view.is_comma(i) for i in range(subject.first, subject.last))

    def _skip_inserted(self, j: int) -> int | None:
        """Step over an apposition behind the subject, to the next comma or to "that"."""
        view = self.view
        withheld = self._anonymity_end(j + 1)
        if withheld is not None:
            return withheld + 1 + view.is_comma(withheld + 1)
        source = view.cue_at.get(j + 1)
        if source is not None and source.row.kind == "source":
            return j + 1
        for k in range(j + 1, min(view.size - 1, j + 14)):
            if view.is_comma(k) and self.is_that(k + 1):
                return k + 1
        for k in range(j + 1, view.size):
            if self.is_that(k) or view.tokens[k].text == ":" or view.quotation_at[k] is not None:
                return k
            if view.is_comma(k) or view.tokens[k].text in "-–—)":
                return k + 1
            if k in view.cue_at and not self._in_relative(k):
                cue = view.cue_at[k]
                return k if cue.row.kind == "source" else None
        return None

    def _skip_relative(self, j: int) -> int | None:
        """Step over a relative clause; a "that" which a verb inside it governs belongs to it."""
        view = self.view
        inner = False
        for k in range(j + 1, view.size):
            if k in view.cue_at and view.cue_at[k].row.kind == "verb":
                inner = True
            if self.is_that(k):
                if not inner:
                    return k
                inner = False
            if view.is_comma(k):
                return k + 1
        return None

    def _step_word(self, cue: Cue, behind: Behind, j: int) -> int | None:
        view, row = self.view, cue.row
        form = view.form(j)
        other = view.cue_at.get(j)
        if other is not None and other.row.kind == "source":
            return self._step_source(other, behind)
        if other is not None and other.form in _FINITE and not self._is_noun_here(other, behind):
            return None
        if row.speaker_slot == form:
            return self._step_reported(behind, j)
        if self.is_preposition(j):
            return self._step_preposition(cue, behind, j)
        if form in ("كل", "كلا") and view.form(j + 1) == "من":
            return j + 2  # "both A and B"
        if row.object_addressee and behind.subject is not None and self._is_counterpart(j):
            return self._step_counterpart(behind, j)
        if self._is_demonstrative(j):
            behind.in_phrase = False
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
        if behind.subject is None and not behind.in_phrase:
            carried = self._carried_by(j)
            if carried is not None and row.that and self._said_follows(cue, carried.last + 1):
                behind.subject, behind.overt = carried, True
                return carried.last + 1
        if self._is_fused(j, "ب") and "ب" in row.prepositions:
            return self._take_phrase(behind, j)
        if self._is_fused(j, "ل") and "ل" in row.prepositions and not behind.in_phrase:
            return self._take_phrase(behind, j)
        return self._step_noun(cue, behind, j)

    def _is_affirmation(self, j: int) -> bool:
        """True for "his affirmation", تأكيده: what follows is what is said."""
        words = self.view.lexicon.word_set("affirmations")
        return any(r.stem in words and (r.enclitic or r.definite) for r in self.view.readings(j))

    def _step_counterpart(self, behind: Behind, j: int) -> int:
        """ "informed his Chinese counterpart": the same office on the other side."""
        view = self.view
        named = view.mention_from(j + 2)
        adjective = view.mention_from(j + 1)
        last = adjective.last if adjective is not None else j
        if adjective is not None and named is not None and named.person:
            behind.addressees.append(replace(named, side=adjective.gazetteer_id))
            return named.last + 1
        pointer = Pointer(
            kind="counterpart",
            place=view.tokens[j].start,
            hint=adjective,
            words=view.text(view.span(j, last)),
        )
        behind.addressees.append(pointer)
        return last + 1

    def _is_noun_here(self, cue: Cue, behind: Behind) -> bool:
        """A masculine past right behind the verb ("أعلن رفض") is a noun, and so is "أسفها"."""
        if cue.conjoined or cue.form != "past":
            return False
        affects = self.view.lexicon.affects
        return behind.subject is None or any(
            r.stem in affects for r in self.view.readings(cue.first)
        )

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
        if cue.row.outer_is_via:
            if behind.subject is not None:
                behind.via.append(behind.subject)
            behind.subject = party
        elif behind.subject is not None:
            behind.via.append(party)
        return last + 1

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
        k = last + 1
        while k < self.view.size and (self._is_saying(k) or self._is_affirmation(k)):
            k += 1
        return k

    def _with_attribute(self, party: Party, last: int) -> tuple[Party, int]:
        """Take in "in the Guards" behind an unknown commander, up to "his saying" or "that"."""
        view = self.view
        if not self.is_preposition(last + 1):
            return party, last
        for k in range(last + 2, min(view.size, last + _ATTRIBUTE_WORDS)):
            if self._is_saying(k) or self._is_affirmation(k) or self.is_that(k):
                known = isinstance(party, Mention) and (party.gazetteer_id or party.person)
                if isinstance(party, Mention) and not known:
                    whole = unlinked_mention(view, party.first, k - 1, gender=party.gender)
                    party = replace(whole, unnamed=party.unnamed) if whole is not None else party
                return party, k - 1
            if not view.is_word(k) or view.time_at[k] is not None:
                break
        return party, last

    def _step_preposition(self, cue: Cue, behind: Behind, j: int) -> int | None:
        view, row, form = self.view, cue.row, self.view.form(j)
        if self.is_that(j + 1):
            opens = row.that and (form in _OPENING or form in row.prepositions)
            return self._take_clause(behind, j + 2) if opens else None
        if form == row.addressee_preposition and view.mention_from(j + 1) is not None:
            mention = view.mention_at[j + 1]
            if mention is not None:
                behind.addressees.append(mention)
                return mention.last + 1
        if form in row.prepositions and not self._is_adjunct(j + 1):
            return self._take_phrase(behind, j + 1)
        behind.in_phrase = True
        mention = view.mention_from(j + 1)
        return mention.last + 1 if mention is not None else j + 2

    def _step_mention(self, cue: Cue, behind: Behind, mention: Mention) -> int | None:
        row, after = cue.row, mention.last + 1
        if "ب" in mention.proclitics and "ب" in row.prepositions:
            return self._take_phrase(behind, mention.first)
        if "ل" in mention.proclitics:
            if self._belongs_to(behind.subject, mention):
                return after
            if can_act(mention) and not behind.in_phrase:
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
        if row.object_addressee and not behind.addressees and not behind.in_phrase:
            if can_act(mention):
                behind.addressees.append(mention)
            return after
        if row.object_content and behind.subject is not None and not behind.in_phrase:
            return self._take_phrase(behind, mention.first)
        return after

    def _names_subject(self, behind: Behind, mention: Mention) -> bool:
        """True for the name behind "the spokesman of the movement (…)"."""
        subject = behind.subject
        if not isinstance(subject, Mention) or subject.kind != "official" or subject.unnamed:
            return False
        if subject.person or not mention.person or mention.role or mention.proclitics:
            return False
        aside = self.view.aside_from.get(subject.last + 1)
        return aside is not None and aside + 1 == mention.first

    def _belongs_to(self, subject: Party | None, mention: Mention) -> bool:
        """True for "member of the bureau of Hamas": the body of whom no lexicon knows the side."""
        return (
            isinstance(subject, Mention)
            and subject.last + 1 == mention.first
            and not (subject.gazetteer_id or subject.side or subject.person)
            and mention.kind in ("organization", "armed-group", "ministry")
        )

    def _speaks_too(self, behind: Behind, mention: Mention) -> bool:
        """True for B in "A and B said": right behind the subject, nobody told in between."""
        if not can_act(mention) or behind.addressees or behind.via or behind.in_phrase:
            return False
        last = behind.joint[-1] if behind.joint else behind.subject
        return isinstance(last, Mention) and last.last + 1 == mention.first

    def _is_joint_counterpart(self, behind: Behind, mention: Mention) -> bool:
        """True for B in "A and his French counterpart B said"."""
        view, subject = self.view, behind.subject
        adjective = view.mention_to(mention.first - 1)
        if not mention.person or adjective is None or not isinstance(subject, Mention):
            return False
        word = adjective.first - 1
        fronts = {r.proclitics for r in view.readings(word) if r.enclitic}
        return word == subject.last + 1 and self._is_counterpart(word) and ("و",) in fronts

    def _joins(self, mention: Mention) -> bool:
        before = self.view.mention_to(mention.first - 1)
        return before is not None

    def _step_subject(self, cue: Cue, behind: Behind, mention: Mention) -> int | None:
        if mention.category == "adjective" and not self._heads_people(mention):
            return mention.last + 1
        if cue.row.object_addressee and (
            not self._agrees_in_gender(cue, mention) or self._goes_on(cue, mention)
        ):
            behind.addressees.append(mention)
            return mention.last + 1
        behind.subject, behind.overt = mention, True
        return self._past_adjectives(mention.last + 1)

    def _goes_on(self, cue: Cue, mention: Mention) -> bool:
        """True for "X called for … and urged the world to": the subject is still X."""
        if not cue.conjoined or mention.kind in ("person", "official", "ministry", "media"):
            return False
        before = self.found[-1] if self.found else None
        speaker = before.speaker if before is not None else None
        same = before is not None and before.cue.form == cue.form
        return same and isinstance(speaker, Mention) and self._agrees_in_gender(cue, speaker)

    def _heads_people(self, mention: Mention) -> bool:
        return mention.number == "plural"

    def _step_noun(self, cue: Cue, behind: Behind, j: int) -> int | None:
        row = cue.row
        both = self._pair_at(j) if row.object_addressee and not behind.addressees else None
        if self._is_attribute(cue, behind, j):
            return j + 1
        everybody = self._everybody(cue, behind, j)
        if everybody is not None:
            behind.addressees.append(everybody)
            return everybody.last + 1
        if behind.subject is not None and both is not None and not behind.in_phrase:
            behind.addressees.append(both)
            return j + 1
        if behind.subject is not None and (end := self._addressed_to(cue, behind, j)) is not None:
            told = unlinked_mention(self.view, j, end)
            behind.addressees += [told] if told is not None else []
            return end + 1
        if behind.subject is not None:
            free = not behind.in_phrase or self._is_thing(j)
            if row.object_content and free and row.speaker_slot is None:
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
        found = self._unlinked_behind(cue, j) or self._body_behind(cue, j)
        if found is not None:
            behind.subject, behind.overt = found[0], True
            return found[1] + 1
        named = self._name_behind(cue, j)
        if named is not None:
            behind.subject, behind.overt = named, True
            return named.last + 1
        if row.object_content:
            return self._take_phrase(behind, j)
        return None if self._is_thing(j) else j + 1

    def _is_attribute(self, cue: Cue, behind: Behind, j: int) -> bool:
        """True for the adjective in "the forces stationed in the south said that"."""
        view, subject = self.view, behind.subject
        if not cue.row.that or not isinstance(subject, Mention) or subject.last + 1 != j:
            return False
        definite = any(r.definite and not r.proclitics for r in view.readings(j))
        if not definite or is_common_noun(view.tokens[j]) or not self.is_preposition(j + 1):
            return False
        return any(self.is_that(k) for k in range(j + 1, view.size))

    def _everybody(self, cue: Cue, behind: Behind, j: int) -> Mention | None:
        """Return "all sides" as who is told: a quantity and a definite noun."""
        view, row = self.view, cue.row
        if not row.object_addressee or behind.addressees or behind.in_phrase:
            return None
        if view.form(j) not in view.lexicon.word_set("quantities"):
            return None
        end = j
        while self._has_article(end + 1):
            end += 1
        return unlinked_mention(view, j, end, number="plural") if end > j else None

    def _addressed_to(self, cue: Cue, behind: Behind, j: int) -> int | None:
        """Return the last token of who is told or blamed, between subject and words said."""
        row, view = cue.row, self.view
        if not row.object_addressee or behind.addressees or behind.in_phrase:
            return None
        end, definite = j, any(r.definite for r in view.readings(j))
        while definite and self._has_article(end + 1) and view.mention_at[end + 1] is None:
            end += 1
        if self._is_accusative(j):
            return end
        goes_on = view.form(end + 1) in row.prepositions or (
            "ب" in row.prepositions and self._is_fused(end + 1, "ب")
        )
        named = self._may_be_name(j) or self._may_head(j, definite=True)
        return end if goes_on and named else None

    def _is_told(self, cue: Cue, j: int) -> bool:
        """True for a plural that is no subject: it shows it, or whoever spoke before goes on."""
        if self._is_accusative(j):
            return True
        before = self.found[-1] if self.found and cue.conjoined else None
        if before is None or before.cue.form != cue.form or not self._may_head(j, definite=True):
            return False
        speaker = before.speaker
        return isinstance(speaker, Mention) and self._agrees_in_gender(cue, speaker)

    def _name_behind(self, cue: Cue, j: int) -> Mention | None:
        """Take an unknown name for the subject: "أعلنت بيشكك إلغاء …", where a noun follows."""
        view = self.view
        if not cue.row.object_content or not self._may_be_name(j) or not view.is_word(j + 1):
            return None
        behind = view.tokens[j + 1]
        if not (is_common_noun(behind) or any(r.definite for r in behind.readings)):
            return None
        if self.is_preposition(j + 1) or self.is_preposition(j):
            return None
        return unlinked_mention(view, j, j)

    def _may_be_name(self, j: int) -> bool:
        """True for a word that is neither definite nor a noun of the lexicon."""
        view, token = self.view, self.view.tokens[j]
        if not self._may_head(j, definite=False) or is_common_noun(token):
            return False
        affects = view.lexicon.affects
        definite = any(r.definite for r in token.readings)
        known = any(r.stem in affects or r.stem in self.speech_nouns for r in token.readings)
        if token.form.startswith("و") and any(r.proclitics == ("و",) for r in token.readings):
            return False
        return not (definite or known or token.form.endswith(_NO_NAMES))
