"""Read English sentences in which the words said come first.

In:  a cue without words behind it. Out: an attribution of the quotation or clause in front of it.
Orders: quotation-verb-subject, quotation-subject-verb, clause-comma-subject-verb, and a clause
around "she warned".
"""

from dataclasses import replace

from kg.extract.attribution import Attribution
from kg.extract.cue_rows import CueRow
from kg.extract.cues import Cue
from kg.extract.speakers.behind import Behind
from kg.extract.speakers.english_before import TAKEN_UP_BY, Group
from kg.extract.speakers.english_passive import EnglishPassive
from kg.extract.subject import find_subject
from kg.extract.view import Quotation
from kg.extract.visits import comes_to_do
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_TAKING_UP = words_of("en", "taking_it_up")
_CALLED = words_of("en", "behind_one_called")
_CALLING_ON = ("call-on", "call-upon")
_LEAST_WORDS = 2
_OFFICE_WORDS = 9
_CLAUSE_WORDS = 5
_NEEDED_WITHIN = 6


class EnglishFirst(EnglishPassive):
    """Looks to the left of subject and verb for what was said."""

    def _inverted(self, cue: Cue, group: Group) -> Attribution | None:
        """Return quotation-verb-subject: "…," said X."""
        view = self.view
        k = group.first - 1
        if not self._ends_quotation(k) and not (
            view.is_comma(k) and (cue.row.bare or cue.row.that)
        ):
            return None
        found = self.noun_phrase_from(cue.last + 1)
        if found is None:
            return None
        subject, last = found
        leader = view.mention_from(last + 1)
        if leader is not None and leader.person and leader.role and view.is_word(last + 1):
            subject, last = leader, leader.last  # "said Front leader X"
        quoted = self._ends_quotation(k)
        if cue.row.id == "tell" or (not quoted and not self._may_invert(cue, subject, last)):
            return None
        content = self._words_before(group.first)
        if not quoted:
            content = self._words_around(group.first, last) or content
        if content is None:
            return None
        behind = Behind(subject=subject)
        order = "quote-verb-subject" if quoted else "words-verb-subject"
        self.scan_from(cue, behind, last + 1)
        return self._from_before(cue, behind, content, order)

    def _may_invert(self, cue: Cue, subject: Party, last: int) -> bool:
        """True for "…, said X" without a quotation; "…, denied X" only of somebody known."""
        if not isinstance(subject, Mention) or not self._ends_clause(last + 1):
            return False
        known = subject.gazetteer_id or subject.role or subject.person
        return bool(known) or not cue.row.object_content

    def _ends_clause(self, j: int) -> bool:
        """True when nothing behind "…, said X" shows that X is the subject of another verb."""
        view = self.view
        if not view.is_word(j):
            return view.quotation_at[j] is None if j < view.size else True
        form = view.form(j)
        adjunct = form in self.prepositions | view.words.relative | {"not", "close", "and"}
        return adjunct or view.time_at[j] is not None or self._is_adverb(j)

    def _words_first(self, cue: Cue, first: int, order: str, behind: Behind) -> Attribution | None:
        """Return quotation-subject-verb ("…," X said), or words around ("If so, she warned, …")."""
        row, view = cue.row, self.view
        if not (row.that or row.bare or row.speaker_slot) or order == "relative":
            return None
        content = self._words_around(first, cue.last) or self._words_before(first)
        if content is None or behind.subject is None:
            return None
        quoted = view.quotation_at[content[1]] is not None
        order = "quote-subject-verb" if quoted else "words-subject-verb"
        return self._from_before(cue, behind, content, order)

    def _words_around(self, first: int, last: int) -> tuple[int, int] | None:
        """Return a whole clause that "she warned" stands in the middle of, between commas."""
        view = self.view
        after = self._past_insertion(last + 1)
        if not (view.is_comma(first - 1) and view.is_comma(after)) or first < _LEAST_WORDS:
            return None
        if view.form(after + 1) in self.openers | self.prepositions or view.size < after + 4:
            return None
        end = after + 1
        while end < view.size and not view.is_break(end):
            end += 1
        if view.form(after + 1) in view.words.relative:
            return None
        split = self._is_bare_subject(first - 2) and after + 1 not in view.cue_at
        if not (self._is_clause(after + 1, end - 1) or split):
            return None
        return 0, view.size - 1

    def _past_insertion(self, j: int) -> int:
        """Return the comma behind "(argued) in a televised address", or `j` itself.

        So behind who is told: "India, she reminded Islamabad, drew that line".
        """
        view = self.view
        told = self.noun_phrase_from(j) if view.is_word(j) else None
        if told is not None and view.is_comma(told[1] + 1):
            return told[1] + 1
        if view.form(j) not in self.prepositions and view.time_at_or_none(j) is None:
            return j
        for k in range(j, min(view.size, j + _OFFICE_WORDS)):
            if view.is_comma(k):
                return k
            if not view.is_word(k) or view.quotation_at[k] is not None or view.form(k) == "that":
                return j
        return j

    def _is_bare_subject(self, last: int) -> bool:
        """True for "The treaty" up to `last`, whose verb stands behind ", X argued,"."""
        view = self.view
        led = view.form(0) in self.prepositions | self.openers or view.time_at[0] is not None
        short = 0 <= last < _CLAUSE_WORDS and all(view.is_word(i) for i in range(last + 1))
        return short and not led and not self._is_clause(0, last)

    def _from_before(
        self, cue: Cue, behind: Behind, content: tuple[int, int], order: str
    ) -> Attribution:
        speaker = behind.subject
        if isinstance(speaker, Pointer) and speaker.kind == "pronoun":
            speaker = self._before_words(speaker, content[0])
        return Attribution(
            cue=cue,
            order=order,
            speaker=speaker,
            via=tuple(behind.via),
            addressees=tuple(behind.addressees),
            start=content[0],
            content_first=content[0],
            content_last=content[1],
            clausal=True,
            before=True,
            margin=0.9 if isinstance(behind.subject, Mention) else 0.7,
        )

    def _before_words(self, speaker: Pointer, first: int) -> Pointer:
        """Whoever says ", it said", ", the statement said" is not among what is said.

        Look in front of the words; a document goes on with whose words were told before.
        """
        start = self.view.tokens[first].start
        if speaker.human and self._opens_with_somebody(first):
            return replace(speaker, place=start)  # "Kenyatta, he added, had lied"
        document = speaker.human is None and speaker.continues and speaker.number is None
        return replace(speaker, place=start) if speaker.human is False or document else speaker

    def _opens_with_somebody(self, first: int) -> bool:
        """True where the words said begin with a person, whom whoever says them tells of."""
        view = self.view
        named = view.mention_from(first) or view.mention_from(first + 1)
        return named is not None and bool(named.person or named.role)

    def _words_before(self, end: int) -> tuple[int, int] | None:
        """Return the words said that end before token `end`: a quotation, or a clause and comma."""
        view = self.view
        k = end - 1
        if not (view.is_comma(k) or self._ends_quotation(k) or view.form(k) in ("?", "!")):
            return None
        if view.is_comma(k):
            k -= 1
        if k < 0:
            return None
        quotation = view.quotation_at[k] or self._quotation_behind(k)
        if quotation is not None:
            k = quotation.last
            last = quotation.inner_last
            while last > quotation.inner_first and view.is_comma(last):
                last -= 1
            first = self._clause_around(quotation.first)
            return (quotation.inner_first, last) if first is None else (first, k)
        first = 0
        while first < k and not view.is_word(first):
            first += 1
        led_by = view.cue_at.get(first)
        if led_by is not None and led_by.form == "gerund" and led_by.row.kind == "verb":
            return None  # "Demanding an apology, X recalled its envoy"
        if k - first < 1 or (k - first < _LEAST_WORDS and not view.phrase_at(first, self.refusal)):
            return None
        comma = next((i for i in range(first, k) if view.is_comma(i)), k)
        clause = k - comma > _CLAUSE_WORDS  # "In a separate development, the minister flew …"
        led = view.form(first) in self.prepositions and not view.phrase_at(first, self.refusal)
        if led and not (clause or self._is_clause(first, k)):
            return None
        main_follows = any(view.is_comma(i) for i in range(first, k))
        if view.phrase_at(first, view.words.condition) and k - first > 2 * _CLAUSE_WORDS:
            main_follows = True  # "If a soldier crosses the line the deal is dead, …"
        opens = view.form(first) in self.openers
        if view.form(first) == "that" and self._is_clause(first, k):
            opens = False  # "That meeting is off, …"
        return (first, k) if not opens or main_follows else None

    def _quotation_behind(self, k: int) -> Quotation | None:
        """Return the quotation in front of an apposed office: "…," its commander, Jo Ro, said."""
        view = self.view
        for i in range(k, max(-1, k - _OFFICE_WORDS), -1):
            found = view.quotation_at[i]
            if found is not None:
                return found if view.is_comma(found.inner_last) or view.is_comma(i + 1) else None
            if i in view.cue_at or not (view.is_word(i) or view.is_comma(i)):
                return None
        return None

    def _clause_around(self, first: int) -> int | None:
        """Return where the clause begins that a quotation only ends: "It is 'dead', X said"."""
        view = self.view
        apart = view.is_comma(first - 1)
        last = first - 1 - apart
        if last < 0 or not view.is_word(last) or view.form(last) in self.openers:
            return None
        begin = last
        while begin > 0 and view.is_word(begin - 1):
            if begin - 1 in view.cue_at and view.cue_at[begin - 1].form in ("past", "present"):
                return None
            begin -= 1
        if apart and not self._is_clause(begin, last):
            return None
        return begin if begin == 0 or view.is_comma(begin - 1) else None

    def _is_clause(self, first: int, last: int) -> bool:
        """True when a verb stands there that shows that it is finite: "for X the deal is off"."""
        finite = self.be | self.have | self.modal - {"to"}
        return any(self.view.form(i) in finite for i in range(first, last + 1))

    def _goes_with(self, cue: Cue) -> bool:
        """True for "X thanked Y and offered to": a finite clause with a subject stands before."""
        if cue.form not in ("past", "present") or not cue.row.prepositions:
            return False
        return find_subject(self.view, before=cue.first - 1) is not None

    def _charge(self, subject: Party) -> int | None:
        """Return where ", a charge Kenya denies" begins: what somebody said is taken up again."""
        view = self.view
        if not isinstance(subject, Mention):
            return None
        noun = self._with_determiner(subject.first) - 1
        if self._takes_up(subject):
            return noun
        noun -= view.form(noun) in ("that", "which")
        if view.form(noun) in _TAKING_UP and view.is_comma(noun - 1):
            return noun
        return self._charge_from(noun)

    def _charge_from(self, noun: int) -> int | None:
        """Return where ", a charge", "- claims" begins that ends at a noun, if it does."""
        view, charges = self.view, self.view.lexicon.word_set("charges")
        form = view.form(noun)
        if form[:-1] in charges and view.is_break(noun - 1):
            return noun
        article = view.form(noun - 1) in ("a", "an", "the") and view.is_break(noun - 2)
        return noun - 1 if form in charges and article else None

    def _of_charge(self, cue: Cue, behind: Behind, charge: int, group: Group) -> Attribution | None:
        """Return the statement of who denies the charge, or calls it something."""
        told = self._judge(cue, behind, "charge", group, nested=False)
        if told is not None:
            return replace(told, start=charge)
        if cue.row.act not in TAKEN_UP_BY or not isinstance(behind.subject, Mention):
            return None
        called = self.view.form(cue.last + 1) == "as"  # ", which X condemned as a provocation"
        if cue.row.act != "denies" and not (called or self._closes(cue.last + 1)):
            return None
        content = (charge, charge + (self.view.form(charge) in ("a", "an", "the")))
        if self.view.form(charge) == "which" and charge > _LEAST_WORDS:
            content = (0, charge - 2)  # "Chad opened a base, which Niger condemned"
        return replace(self._from_before(cue, behind, content, "charge"), start=charge)

    def _closes(self, j: int) -> bool:
        """True where nothing but a day stands behind ", which X condemned (on Monday)"."""
        view = self.view
        while j < view.size and (view.time_at[j] is not None or view.time_at_or_none(j + 1)):
            j += 1
        return j >= view.size or view.is_stop(j) or view.is_comma(j)

    def _relative_end(self, first: int) -> int | None:
        """Return where a relative clause ends: at the comma in front of the main verb."""
        view = self.view
        opener = max((i for i in range(first) if view.form(i) in view.words.relative), default=0)
        set_off = view.is_comma(opener - 1)
        for k in range(first, view.size - 1):
            closes = view.tokens[k + 1].text[0].islower() and view.form(k + 1) not in self.openers
            if set_off and view.is_comma(k) and view.quotation_at[k] is None and closes:
                return k - 1
            verb = view.cue_at.get(k + 1)
            finite = verb is not None and verb.form in ("past", "present")
            if view.is_comma(k) and (finite or view.form(k + 1) in self.be | self.have):
                return k - 1
        return None

    def _rings(self, first: int) -> bool:
        """True for "called the session off", "called his counterpart, X, to ask", "called X on"."""
        view = self.view
        if any(view.form(i) == "off" for i in range(first, first + 6)):
            return True
        for i in range(first, min(view.size, first + 6)):
            if view.form(i) in view.lexicon.word_set("counterpart"):
                return True
        whom = view.mention_from(first) or view.mention_from(first + 1)
        if whom is None or not (whom.person or whom.role) or whom.number == "plural":
            return False
        after = whom.last + 1
        return view.form(after) in _CALLED

    def _pays_visit(self, first: int, behind: Behind) -> bool:
        """True for "called on the minister to discuss the ban": nobody is asked to do it."""
        people = [a for a in behind.addressees if isinstance(a, Mention) and a.kind != "state"]
        visits = comes_to_do(self.view, first + (self.view.form(first) == "to"))
        return visits and len(people) == len(behind.addressees)

    def _is_of_needed(self, row: CueRow, first: int) -> bool:
        """True for "put forward a proposal", where so told not for "put forward X for the post"."""
        for token in self.view.tokens[first : first + _NEEDED_WITHIN]:
            if token.form in row.needs:
                return True
            if row.needs_head and token.form in self.prepositions | self.openers:
                return False
        return False

    def _judge(
        self, cue: Cue, behind: Behind, order: str, group: Group, *, nested: bool
    ) -> Attribution | None:
        row = cue.row
        speaker = behind.subject
        first = behind.content_first
        if first is None or (row.needs_that and not behind.clausal):
            return None
        if row.needs_addressee and not behind.addressees:
            return None
        if row.id == "call" and self._rings(first):
            return None
        if row.id in _CALLING_ON and self._pays_visit(first, behind):
            return None
        if row.needs and not self._is_of_needed(row, first):
            return None
        elided = isinstance(speaker, Pointer) and speaker.kind == "elided"
        fronted = order == "participle" and cue.first <= 1 and behind.clausal
        owned = behind.addressees or fronted or self._goes_with(cue)
        if elided and row.needs_subject and not owned:
            return None
        last = behind.content_last
        if order == "relative" and last is None:
            last = self._relative_end(first)
        start = group.first
        if isinstance(speaker, Mention) and speaker.first < start:
            start = self._with_determiner(speaker.first)
        if behind.via and isinstance(behind.via[0], Mention):
            start = min(start, behind.via[0].first)
        return Attribution(
            cue=cue,
            order=order,
            speaker=speaker,
            via=tuple(behind.via),
            addressees=tuple(behind.addressees),
            start=start,
            content_first=first,
            content_last=last if last is not None else self.view.size - 1,
            clausal=behind.clausal,
            nested=nested,
            margin=0.8 if isinstance(speaker, Pointer) else 1.0,
        )
