"""Find the subject that stands in front of an Arabic verb.

In:  a verb's cue. Out: the party, the order's name, whether another speaker's words begin there.
Subject and verb agree in full. Insertions, "had" and adverbs between them are stepped over; a
mention behind a preposition or inside a longer noun phrase is no subject.
"""

from dataclasses import replace

from kg.extract.attribution import MAX_SPEAKER_WORDS, can_act, unlinked_mention
from kg.extract.cues import Cue
from kg.extract.mentions.arabic_nouns import is_common_noun
from kg.extract.speakers.arabic_written import ArabicWritten
from kg.extract.subject import find_subject
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_THAT = "ان"
# The order's name where a thing is the subject: "the figures show that", هذا يؤكد أن.
THING = "thing"
_FINITE = ("past", "present")
_OFFICE_WORDS = 7
_OUTLET = 3  # words
_DASHES = frozenset("-–—")
_EARLIER = words_of("ar", "done_before")
_HAD = words_of("ar", "had_said")
_OWN_PART = words_of("ar", "on_his_part")
_OF = "من"


class ArabicBefore(ArabicWritten):
    """Looks to the left of a verb."""

    def subject_before(self, cue: Cue) -> Party | None:
        """Return a subject in front of any verb, None when it has to be sought elsewhere."""
        return self._before(cue)[0]

    def _before(self, cue: Cue) -> tuple[Party | None, str, bool]:
        """Return a subject in front of the verb, the order's name, and whether it is nested."""
        view = self.view
        k = cue.first - 1
        pronoun = self._that_pronoun(k)
        if pronoun is not None:
            return (None, "", True) if self._is_told_apart(cue) else (pronoun, "pronoun", True)
        if any(r.stem in view.words.relative for r in view.readings(k)):
            if cue.enclitic and self._names_next(cue.last + 1):
                return None, "", False  # "the meeting that X proposed", اقترحته إيغاد
            return self._antecedent(k), "relative", True
        if (writer := self.writer(cue)) is not None:
            return writer, "subject-verb", False
        earlier = self._said_before(k)
        if earlier is not None:
            return earlier, "subject-verb", False
        if not cue.proclitics and self._is_document(k, definite=False):
            issuer = self._issued_by(k)
            return issuer, "relative" if issuer is not None else "", False
        if "و" in cue.proclitics:
            return None, "", False
        while k >= 0 and (
            self._is_adverb(k)
            or view.form(k) in self.auxiliaries
            or self._is_own_adjunct(k)
            or self._is_own_part(k)
        ):
            k -= 1 + self._is_own_part(k)
        if k < cue.first - 1 and any(r.stem in view.words.relative for r in view.readings(k)):
            return self._antecedent(k), "relative", True  # "which had summoned"
        if view.form(k) == "هذا" and view.form(k + 1) == "وقد":
            return None, "", False  # "هذا وقد أعلنت": an opening
        if self._is_filed_by(k):
            return None, "", False
        k = self._skip_apposition(k)
        mention = view.mention_to(k)
        if mention is not None and can_act(mention) and mention.proclitics in ((), ("و",), ("ف",)):
            mention = self._office_of(self._first_of_pair(mention))
            if self._agrees_fully(cue, mention) and self._is_topic(mention.first):
                start = self._before_office(self._before_counterpart(mention.first))
                return mention, "subject-verb", self._after_that(start)
            return None, "", False
        return self._unlinked_before(cue, k)

    def _is_filed_by(self, k: int) -> bool:
        """True at the dash of "العالم - أكد المتحدث", behind the outlet that opens the text."""
        view = self.view
        if view.tokens[k].text not in _DASHES or k > _OUTLET or view.sentence.kind != "body":
            return False
        return not any(view.tokens[i].text in _DASHES or view.is_comma(i) for i in range(k))

    def _is_own_part(self, k: int) -> bool:
        """True for "on his part" that ends at token `k`: من جهته."""
        return self.view.form(k) in _OWN_PART and self.view.form(k - 1) == _OF

    def _joined_ahead(self, cue: Cue, first: Party | None) -> list[Mention]:
        """Return the others of "موسكو وبكين تحذران": whom "and" joins to the first of them."""
        number = cue.inflection.number if cue.inflection is not None else None
        if not isinstance(first, Mention):
            return []
        joined = [m for m in self._joined_to(first) if m.last < cue.first]
        several = number in ("dual", "plural") or len(joined) > 1  # states: "تدعو"
        return joined if several else []

    def _is_told_apart(self, cue: Cue) -> bool:
        """True for "(reported) that there said X that", أنه قال X إن: its subject is behind."""
        named = None if cue.row.object_addressee else self.view.mention_from(cue.last + 1)
        if named is None or named.proclitics or named.kind == "media" or not can_act(named):
            return False
        return self._agrees_in_gender(cue, named) and named.category != "adjective"

    def _names_next(self, i: int) -> bool:
        """True where somebody is named at token `i`, inside quotation marks or not."""
        named = self.view.mention_from(i if self.view.is_word(i) else i + 1)
        return named is not None and can_act(named)

    def _issued_by(self, k: int) -> Party | None:
        """Return X of "صدر عن X بيان ينفي", "أصدر X بيانا قال": whose document stands at `k`."""
        before = self.view.mention_to(k - 1)
        if before is not None and can_act(before):
            led = self.is_preposition(before.first - 1)
            return before if led or self.is_written_by(before, k) else None  # read it, perhaps
        return find_subject(self.view, before=k) or self._issuer(k)

    def _subject_of_that(self, k: int) -> Mention | None:
        """Return X of "… that X received Y, and that he told him": who "he" at token `k` is."""
        for i in range(k - 1, -1, -1):
            if self.is_that(i):
                subject = self.view.mention_from(i + 1)
                fits = subject is not None and can_act(subject) and subject.person is not None
                return subject if fits else None
        return None

    def _that_pronoun(self, k: int) -> Party | None:
        """Return the pronoun written onto "that": إنه، أنها."""
        reading = next(
            (r for r in self.view.readings(k) if r.stem == _THAT and r.enclitic and not r.definite),
            None,
        )
        if reading is None:
            return None
        if reading.proclitics == ("و",) and (again := self._subject_of_that(k)) is not None:
            return again
        feminine, plural = reading.enclitic == "ها", reading.enclitic not in ("ها", "ه")
        return Pointer(
            kind="pronoun",
            place=self.view.tokens[k].start,
            gender="feminine" if feminine else None if plural else "masculine",
            number=None if plural else "singular",
        )

    def _said_before(self, k: int) -> Mention | None:
        """Return X of "it has happened before that X warned", سبق ل X أن."""
        view = self.view
        mention = view.mention_to(k - 1) if self.is_that(k) else None
        if mention is None or "ل" not in mention.proclitics or not can_act(mention):
            return None
        before = {r.stem for r in view.readings(mention.first - 1)}
        return mention if before & _EARLIER else None

    def _skip_apposition(self, k: int) -> int:
        """Step over an insertion in front of the verb when a subject ends before it."""
        view = self.view
        named = view.mention_to(k - 1) if view.is_comma(k) else None
        if named is not None and any(map(view.is_comma, range(named.first, named.last))):
            return k - 1  # "وزير الدفاع، فلان، أكد"
        while k in view.aside_to and view.aside_to[k] > 0:
            k = view.aside_to[k] - 1
        if not view.is_comma(k):
            return k
        for m in range(k - 1, max(-1, k - 18), -1):
            if view.is_comma(m) and self._anonymity_end(m + 1) == k - 1:
                return m - 1
            if self._withholds_name(m):
                continue
            if m in view.cue_at and view.cue_at[m].form in _FINITE and not self._in_relative(m):
                return k
            if view.is_comma(m):
                mention = view.mention_to(m - 1)
                return m - 1 if mention is not None and can_act(mention) else k
        return k

    def _first_of_pair(self, mention: Mention) -> Mention:
        """In "A and B announced" the verb's subject begins at A."""
        while "و" in mention.proclitics:
            before = self.view.mention_to(mention.first - 1)
            if before is None or not can_act(before):
                break
            mention = before
        return mention

    def _office_of(self, mention: Mention) -> Mention:
        """Return the office whose holder alone is a mention: "Zaid's office", مكتب زيد."""
        begin = self._office_before(mention.first) if mention.person else None
        if begin is None:
            return mention
        office = unlinked_mention(self.view, begin, mention.last)
        return mention if office is None else replace(office, gender="masculine", human=False)

    def _is_topic(self, i: int) -> bool:
        """True when a noun phrase that begins at `i` may be a clause's subject."""
        view = self.view
        i = self._before_office(self._before_counterpart(i))
        if i == 0 or view.is_break(i - 1) or self._is_adverb(i - 1):
            return True
        mention = view.mention_at[i]
        if mention is not None and mention.proclitics == ("و",):
            return True
        stems = {r.stem for r in view.readings(i - 1)}
        if stems & view.words.connector or stems & self.auxiliaries:
            return True
        return self.is_that(i - 1)

    def _before_office(self, i: int) -> int:
        """Step left over "the head of the X council" in front of the name."""
        mention = self.view.mention_at[i]
        if mention is None or mention.person is None or mention.role is not None:
            return i
        for k in range(i - 1, max(-1, i - _OFFICE_WORDS), -1):
            other = self.view.mention_at[k]
            if not self.view.is_word(k) or k in self.view.cue_at or self.is_preposition(k):
                return i
            if other is not None and (other.person or other.role or other.kind == "official"):
                return i
            if other is None and self._heads_office(k):
                return k
        return i

    def _before_counterpart(self, i: int) -> int:
        """Step left over "his Qatari counterpart" in front of the name, نظيره القطري."""
        adjective = self.view.mention_to(i - 1)
        if adjective is None or adjective.category != "adjective":
            return i
        return adjective.first - 1 if self._is_counterpart(adjective.first - 1) else i

    def _unlinked_before(self, cue: Cue, k: int) -> tuple[Party | None, str, bool]:
        """Take the words between the clause's start and the verb for its subject."""
        view = self.view
        if k in view.cue_at and view.cue_at[k].form in _FINITE:
            return None, "", False
        first = k
        while first > 0 and k - first < MAX_SPEAKER_WORDS and self._extends_left(first - 1):
            first -= 1
        if first > k or not view.is_word(first) or not self._is_topic(first):
            return None, "", False
        if (latter := self._latter(k)) is not None:
            return latter, "subject-verb", self._after_that(first)
        if view.form(first) in view.words.connector:
            return None, "", False
        if self._is_thing(first) or self._is_demonstrative(first):
            return None, THING, False
        indefinite = self._after_that(first) or self._heads_title(cue, first, k)
        if not self._may_head(first, definite=not indefinite):
            return None, "", False
        if self._is_own_country(first):
            own = Pointer(kind="own-side", place=view.tokens[first].start)
            return own, "subject-verb", self._after_that(first)
        mention = unlinked_mention(view, first, k, gender=self._gender(first))
        if mention is None or not self._agrees_fully(cue, mention):
            return None, "", False
        return mention, "subject-verb", self._after_that(first)

    def _heads_title(self, cue: Cue, first: int, last: int) -> bool:
        """True for a surname at the head of a title, and for one between "had" and its verb."""
        view = self.view
        leads = view.heading and first == 0 and cue.form == "present"
        had = first > 0 and view.form(first - 1) in _HAD and cue.form == "past"
        if not (leads or had) or last > first + 1:
            return False
        return not any(is_common_noun(view.tokens[i]) for i in range(first, last + 1))

    def _extends_left(self, i: int) -> bool:
        view = self.view
        if not view.is_word(i) or view.time_at[i] is not None or self.is_that(i):
            return False
        if any(r.stem in self.auxiliaries for r in view.readings(i)):
            return False  # "went on | X | saying"
        return i not in view.cue_at and view.form(i) not in view.words.connector

    def _antecedent(self, relative: int) -> Party | None:
        """Return who a relative clause is about; the owner of speech: "Israeli remarks that …"."""
        view = self.view
        mention = view.mention_to(relative - 1 - view.is_comma(relative - 1))
        if mention is None:
            return None
        if can_act(mention):
            return mention
        head = mention.first - 1
        if any(r.stem in self.speech_nouns for r in view.readings(head)):
            return mention
        return None
