"""Tell who is asked, accused or informed where an Arabic verb's own subject is left out.

In:  a conjoined cue and whoever stands behind it. Out: yes or no.
"X said that …, and urged Y to …": whoever spoke before in the sentence goes on, Y is asked.
"""

from kg.extract.attribution import can_act, unlinked_mention
from kg.extract.cues import Cue
from kg.extract.mentions.arabic_nouns import is_common_noun
from kg.extract.speakers.arabic_heard import audience_at
from kg.extract.speakers.arabic_sources import ArabicSources
from kg.extract.speakers.behind import Behind
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention

_BLAME = words_of("ar", "blame")
_RULED = words_of("ar", "offices_of_a_person")
_SPEAKING = words_of("ar", "speaking_to")
_PLURAL = 5  # letters of "قاضين"
_OBJECT = 6  # tokens of "military help and training for its army"
_NO_NAMES = ("ة", "ات", "ا", "يين", "ين", "ون")
# What is said to somebody, who stands behind the verb: "urged X to", "accused X of".
_AT_SOMEBODY = ("demands", "accuses", "warns")


class ArabicAsked(ArabicSources):
    """Tests on what stands behind "and urged"."""

    def _goes_on(self, cue: Cue, mention: Mention) -> bool:
        """True for "X called for … and urged the world to": the subject is still X.

        So it is with "…، ودعا بوتين إلى": whoever is asked stands right in front of what is asked.
        """
        if not cue.conjoined or not self._is_still_speaking(cue):
            return False
        if mention.kind not in ("person", "official", "ministry", "media"):
            return True
        return cue.row.act in _AT_SOMEBODY and self._is_asked_next(cue, mention.last + 1)

    def _is_still_speaking(self, cue: Cue) -> bool:
        """True where whoever spoke before in this sentence may be the verb's subject too."""
        before = self.found[-1] if self.found else None
        if before is None or before.cue.form != cue.form:
            return False
        if any(self.view.is_stop(k) for k in range(before.cue.last, cue.first)):
            return False
        speaker = before.speaker
        if isinstance(speaker, Mention):
            return self._agrees_in_gender(cue, speaker)
        if speaker is None or before.nested or cue.inflection is None:
            return False
        return speaker.kind == "elided" and speaker.gender == cue.inflection.gender

    def _is_asked_next(self, cue: Cue, j: int) -> bool:
        """True at what is demanded: "إلى …", "بـ…", "أن …" of the verb's own row."""
        row, view = cue.row, self.view
        if view.form(j) in row.prepositions:
            return not self._is_adjunct(j + 1)
        return (row.that and self.is_that(j)) or (
            "ب" in row.prepositions and self._is_fused(j, "ب")
        )

    def _is_told(self, cue: Cue, j: int) -> bool:
        """True for a plural that is no subject: it shows it, or whoever spoke before goes on."""
        if self._is_accusative(j):
            return True
        if not cue.conjoined or not self._is_still_speaking(cue):
            return False
        if self._may_head(j, definite=True):
            return True
        asked = self._may_head(j, definite=False) and cue.row.act in _AT_SOMEBODY
        return asked and self._is_asked_next(cue, self._phrase_end(cue, j) + 1)

    def _are_told(self, cue: Cue, mention: Mention) -> bool:
        """True for "and informed | the ambassadors | that": informing somebody takes two.

        So does accusing: "واتهمت تونس بأنها" says whom, and who did is left out.
        """
        if self._shows_object(mention):
            return True
        if cue.conjoined and cue.row.act == "accuses" and self._is_blame(mention.last + 1):
            return True
        if not cue.row.needs_two:
            return False
        if cue.row.act == "accuses":
            return self._is_fused(mention.last + 1, "ب")
        if not (cue.conjoined and mention.number == "plural"):
            return False
        named = mention.gazetteer_id or mention.side or mention.person or mention.unnamed
        after = mention.last + 1
        return not named and (self.is_that(after) or self._is_fused(after, "ب"))

    def _shows_object(self, mention: Mention) -> bool:
        """True for "مسؤولين", "المسؤولين": people whose ending is no subject's."""
        if mention.person or mention.gazetteer_id:
            return False
        form = self.view.form(mention.first)
        return mention.number == "plural" and len(form) >= _PLURAL and form.endswith("ين")

    def _reports_from(self, cue: Cue, j: int) -> bool:
        """True for "نسبت الصحيفة إلى مسؤول أن", where the verb may also name a cause."""
        slot = cue.row.speaker_slot
        return slot is not None and any(self.is_that(k) for k in range(j, self.view.size))

    def _ruled_by(self, cue: Cue, behind: Behind, j: int) -> Mention | None:
        """Return "Trump's administration" as who is warned, إدارة ترامب, not Trump."""
        view = self.view
        if not cue.row.object_addressee or behind.subject is None or behind.addressees:
            return None
        if view.form(j) not in _RULED or behind.in_phrase:
            return None
        holder = view.mention_from(j + 1)
        if holder is None:
            return unlinked_mention(view, j, j + 1) if self._may_be_name(j + 1) else None
        if holder.kind not in ("person", "official") or holder.role or holder.proclitics:
            return None
        return unlinked_mention(view, j, holder.last)

    def _spoken_to(self, behind: Behind, j: int) -> Mention | None:
        """Return whom "addressing X" tells, قال مخاطبا الوزير."""
        if self.view.form(j) not in _SPEAKING or behind.subject is None or behind.addressees:
            return None
        whom = self.view.mention_from(j + 1) or audience_at(self.view, j + 1)
        if whom is None and self._may_be_name(j + 1):
            return unlinked_mention(self.view, j + 1, j + 1)
        return whom if whom is not None and can_act(whom) else None

    def _crowd_asking(self, cue: Cue, behind: Behind, j: int) -> tuple[Mention, int] | None:
        """Return the people of "ناشد أهالي المفقودين الرئيس", and where those they ask begin.

        A plural in ين is an object, and so are people whose pronoun stands on them: "دعا أنصاره".
        """
        view = self.view
        if behind.subject is not None or behind.in_phrase or not cue.row.object_addressee:
            return None
        owned = any(r.enclitic in ("ه", "ها", "هم") for r in view.readings(j))
        if owned or self._is_accusative(j) or view.form(j).endswith("ين"):
            return None
        crowd = audience_at(view, j) or self._definite_crowd(cue, j)
        if crowd is None or crowd.proclitics:
            return None
        k = crowd.last + 1
        if self.is_preposition(k) and view.form(k) not in cue.row.prepositions:
            place = view.mention_from(k + 1)
            k = place.last + 1 if place is not None and place.category != "actor" else k
        whom = view.mention_from(k)
        if whom is not None and crowd.last == j == k - 1 and not self._has_article(j):
            crowd = unlinked_mention(view, j, whom.last, number="plural")  # "أنصار الرئيس"
            k, whom = whom.last + 1, view.mention_from(whom.last + 1)
            if crowd is None:
                return None
        if whom is None or not can_act(whom) or whom.proclitics:
            return None
        beside = k == crowd.last + 1  # else a second place: "أهالي القرية في غانا"
        return (crowd, k) if beside or whom.category == "actor" else None

    def _definite_crowd(self, cue: Cue, j: int) -> Mention | None:
        """Return "the four states" of "أمهلت الدول الأربع قطر", whoever stands first acts."""
        view, last = self.view, j
        if cue.conjoined or not self._may_head(j, definite=True) or not self._has_article(j):
            return None
        while self._has_article(last + 1) and view.mention_at[last + 1] is None:
            last += 1
        return unlinked_mention(view, j, last) if last - j < _OBJECT else None

    def _is_deed_here(self, cue: Cue, behind: Behind, other: Cue) -> bool:
        """True for "أعلن ترامب أمس نقل السفارة": no verb follows a named subject without "and"."""
        subject, view = behind.subject, self.view
        if not cue.row.object_content or other.form != "past" or other.proclitics or other.enclitic:
            return False
        if not isinstance(subject, Mention) or not (subject.person or subject.gazetteer_id):
            return False
        plain = not behind.in_phrase and not behind.addressees and view.is_word(other.first - 1)
        relative = view.form(other.first - 1) in view.words.relative
        return plain and not relative and self._has_article(other.last + 1)

    def _asked_after(self, cue: Cue, first: int, last: int | None) -> Mention | None:
        """Return Y of "asked for help from Y", "put a truce to Y", behind a short object."""
        slot, view = cue.row.addressee_preposition, self.view
        end = view.size - 1 if last is None else last
        for k in range(first + 1, min(end, first + _OBJECT) if slot else first):
            if not view.is_word(k) or k in view.cue_at or self.is_that(k):
                return None
            if view.form(k) == slot:
                whom = view.mention_from(k + 1)
                fits = whom is not None and can_act(whom) and whom.category != "place"
                return whom if fits else None
        return None

    def _is_blame(self, j: int) -> bool:
        """True for "and held X | responsible", وحملت الوزير المسؤولية: whom, not who."""
        blame = any(r.definite and r.stem in _BLAME for r in self.view.readings(j))
        return blame and not self._is_fused(j + 1, "ل")

    def _may_be_name(self, j: int) -> bool:
        """True for a word that is neither definite nor a noun of the lexicon."""
        if not self._may_head(j, definite=False) or is_common_noun(self.view.tokens[j]):
            return False
        token, affects = self.view.tokens[j], self.view.lexicon.affects
        definite = any(r.definite for r in token.readings)
        known = any(r.stem in affects or r.stem in self.speech_nouns for r in token.readings)
        if token.form.startswith("و") and any(r.proclitics == ("و",) for r in token.readings):
            return False
        return not (definite or known or token.form.endswith(_NO_NAMES))

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
