"""Find who says what, to whom, in an English sentence.

In:  a `View`. Out: attributions in the order of their cues.
Orders: subject-verb-that, subject-verb with "that" left out, quotation-verb-subject,
quotation-subject-verb, words-comma-subject-verb, according to, the passive of quoting and accusing.
The subject is the noun phrase that ends where the verb group begins, insertions stepped over; an
unknown noun phrase there is an unlinked speaker. Quotations are never entered.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kg.extract.attribution import MAX_SPEAKER_WORDS, Attribution, can_act, unlinked_mention
from kg.extract.cues import Cue
from kg.extract.view import View
from kg.model.draft import Party, Pointer
from kg.model.mention import Gender, Mention, Number

_PRONOUNS: dict[str, tuple[Gender | None, Number | None, bool | None]] = {
    "he": ("masculine", "singular", True),
    "she": ("feminine", "singular", True),
    "it": (None, "singular", False),
    "they": (None, "plural", None),
}
_OURS = frozenset({"i", "we", "you"})
_QUOTE_MARKS = frozenset("\"“”'‘’«»")
_LONGEST_WAY = 14
_LEAST_WORDS = 3


@dataclass(slots=True)
class _Group:
    """A verb with its auxiliaries: where it begins and how it is built."""

    first: int
    passive: bool = False
    modal: bool = False
    negated: bool = False
    finite_gerund: bool = False


@dataclass(slots=True)
class _Behind:
    """What stands behind a verb, found from left to right."""

    subject: Party | None = None
    via: list[Party] = field(default_factory=list)
    addressees: list[Party] = field(default_factory=list)
    content_first: int | None = None
    content_last: int | None = None
    clausal: bool = False
    in_phrase: bool = False
    addressed: bool = False


class EnglishSpeakers:
    """Reads one sentence. `attributions` gives the result."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.used: set[Cue] = set()  # sources that a verb has taken up
        lexicon = view.lexicon
        self.be = lexicon.word_set("be")
        self.have = lexicon.word_set("have")
        self.support = lexicon.word_set("support")
        self.modal = lexicon.word_set("modal")
        self.prepositions = lexicon.word_set("prepositions")
        self.determiners = lexicon.word_set("determiners")
        self.adjunct_heads = lexicon.word_set("adjunct_heads")
        self.carriers = lexicon.word_set("carriers")
        self.source_nouns = lexicon.word_set("source_nouns")
        self.openers = lexicon.word_set("clause_openers")

    def attributions(self) -> list[Attribution]:
        """Return the attributions of finite verbs and sources, in order."""
        found = []
        for cue in self.view.cues:
            if cue.row.kind == "verb":
                attribution = self._of_verb(cue)
            elif cue.row.kind == "source" and cue not in self.used:
                attribution = self.of_source(cue)
            else:
                continue
            if attribution is not None:
                found.append(attribution)
        return found

    # -- verbs -----------------------------------------------------------------------------

    def _of_verb(self, cue: Cue) -> Attribution | None:
        group = self.group(cue)
        if group.negated or group.modal:
            return None
        if cue.form == "gerund" and not group.finite_gerund:
            return None
        if cue.form == "participle" and group.first == cue.first:
            return None
        if cue.form == "base" and self._is_noun(cue.first):
            return None
        if group.passive:
            return self._passive(cue, group)
        if self.view.form(cue.last + 1) == "by":
            return None
        subject, order, nested = self._before(cue, group)
        behind = _Behind(subject=subject)
        if subject is None:
            return self._inverted(cue, group)
        if isinstance(subject, Pointer) and subject.kind == "elided" and cue.form == "base":
            return None
        first = self._subject_first(subject, group)
        if order != "relative" and self._ends_quotation(first - 1):
            self._walk(cue, behind, cue.last + 1)
            return self._words_first(cue, first, order, behind)
        self.scan(cue, behind)
        if behind.content_first is None and self._has_object(cue, behind):
            self._take(behind, cue.last + 1, clausal=False)
        if behind.content_first is None:
            return self._words_first(cue, first, order, behind)
        return self._judge(cue, behind, order, group, nested=nested)

    def _has_object(self, cue: Cue, behind: _Behind) -> bool:
        """True for "urged restraint": nobody is addressed, something is asked for."""
        row = cue.row
        plain = row.object_addressee and row.object_content and not behind.addressees
        return plain and self.view.is_word(cue.last + 1)

    def _is_noun(self, i: int) -> bool:
        """True for a base form behind an article or preposition: "a charge", "by order"."""
        before = self.view.form(i - 1)
        return before in self.determiners or before in self.prepositions - {"to"}

    def behind(self, cue: Cue) -> Attribution | None:
        """Return what a participle introduces; its speaker is for the caller to say."""
        group = self.group(cue)
        if group.finite_gerund or group.negated or cue.form != "gerund":
            return None
        behind = _Behind(subject=Pointer(kind="elided", place=self.view.tokens[cue.first].start))
        self.scan(cue, behind)
        if behind.content_first is None:
            return None
        return self._judge(cue, behind, "participle", group, nested=False)

    def group(self, cue: Cue) -> _Group:
        """Read the auxiliaries in front of a verb, from right to left."""
        view = self.view
        group = _Group(cue.first)
        i = cue.first - 1
        while i >= 0 and view.is_word(i):
            form = view.form(i)
            stems = {r.stem if not r.enclitic else r.enclitic for r in view.readings(i)} | {form}
            stems |= {r.stem for r in view.readings(i) if r.enclitic == "n't"}
            if stems & {"not", "never", "n't"}:
                group.negated = True
            if stems & self.be and (cue.form in ("past", "participle") or group.passive):
                group.passive = not (view.mention_to(i) and form not in self.be)
            elif stems & self.be and cue.form == "gerund":
                group.finite_gerund = True
            elif form in self.modal or (stems & self.modal and "'" in form):
                group.modal = not self._goes_on(i)
            elif not (stems & (self.have | self.support | {"not", "never", "n't"})):
                if not self._is_adverb(i):
                    break
            if not self._is_adverb(i) or i - 1 < 0:
                group.first = i
            i -= 1
        return group

    def _goes_on(self, i: int) -> bool:
        """True for "went on to say", "continued to insist": the speech did happen."""
        view = self.view
        return view.form(i) == "to" and (
            view.form(i - 1) in ("on", "continued", "continues", "continue", "came", "rushed")
        )

    def _judge(
        self, cue: Cue, behind: _Behind, order: str, group: _Group, *, nested: bool
    ) -> Attribution | None:
        row = cue.row
        speaker = behind.subject
        first = behind.content_first
        if first is None or (row.needs_that and not behind.clausal):
            return None
        if row.needs_addressee and not behind.addressees:
            return None
        if row.needs and not any(t.form in row.needs for t in self.view.tokens[first : first + 6]):
            return None
        if isinstance(speaker, Pointer) and speaker.kind == "elided" and row.needs_subject:
            return None
        last = behind.content_last
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

    def _with_determiner(self, first: int) -> int:
        return first - 1 if self.view.form(first - 1) in self.determiners else first

    def subject_before(self, cue: Cue, first: int) -> Party | None:
        """Return the subject in front of any verb group that begins at token `first`."""
        return self._before(cue, _Group(first))[0]

    # -- in front of the verb -----------------------------------------------------------------

    def _before(self, cue: Cue, group: _Group) -> tuple[Party | None, str, bool]:
        """Return the subject in front of the verb group, the order, and whether it is nested."""
        view = self.view
        k = group.first - 1
        form = view.form(k)
        if form in ("who", "which"):
            return self._antecedent(k), "relative", True
        if form in ("and", "but", "or"):
            elided = Pointer(kind="elided", place=view.tokens[cue.first].start)
            return elided, "elided", False
        if form in _PRONOUNS:
            if self._is_parenthetical(k):
                return None, "", False
            return self._pronoun(k), "pronoun-verb", self._follows_that(k)
        k = self._step_left(k)
        if self._is_own_country(k):
            own = Pointer(kind="own-side", place=view.tokens[k].start)
            return own, "subject-verb", self._follows_that(k - 1)
        subject = self.noun_phrase_to(k)
        if subject is None or self._is_parenthetical(subject.first):
            return None, "", False
        return subject, "subject-verb", self._follows_that(subject.first)

    def _is_parenthetical(self, i: int) -> bool:
        """True for "which he said was": the clause around it tells whose words these are."""
        return self.view.form(self._with_determiner(i) - 1) in ("which", "what", "whom")

    def _is_own_country(self, k: int) -> bool:
        """True for "his country", "its government": whoever speaks speaks for it."""
        own = self.view.lexicon.word_set("own_country")
        return self.view.form(k) in own and self.view.form(k - 1) in ("his", "her", "its", "their")

    def _pronoun(self, i: int) -> Pointer:
        gender, number, human = _PRONOUNS[self.view.form(i)]
        return Pointer(
            kind="pronoun",
            place=self.view.tokens[i].start,
            gender=gender,
            number=number,
            human=human,
        )

    def _follows_that(self, i: int) -> bool:
        i = self._with_determiner(i)
        return self.view.form(i - 1) == "that"

    def _step_left(self, k: int) -> int:
        """Step over insertions, times and adverbs between the subject and its verb."""
        view = self.view
        moved = True
        while moved and k > 0:
            moved = False
            if view.tokens[k].text in (",", ".") and self._ends_apposed(k - 1):
                return k - 1
            if k in view.aside_to and view.aside_to[k] > 0:
                k, moved = view.aside_to[k] - 1, True
            elif view.is_word(k) and (view.time_at[k] is not None or self._is_adverb(k)):
                k, moved = k - 1, True
            elif view.is_comma(k) and view.quotation_at[k - 1] is None:
                opening = self._opening_comma(k)
                if opening is not None:
                    k, moved = opening - 1, True
                elif self._is_set_off(k - 1):
                    return k - 1
        return k

    def _is_set_off(self, k: int) -> bool:
        """True for the name in "its energy minister, Stavros Papastavrou, said"."""
        mention = self.view.mention_to(k)
        return mention is not None and can_act(mention) and self.view.is_comma(mention.first - 1)

    def _ends_apposed(self, k: int) -> bool:
        """True where a mention ends that holds its own apposition, or an abbreviation: "Jr."."""
        view = self.view
        mention = view.mention_to(k)
        if mention is None or not can_act(mention):
            return False
        inside = view.tokens[mention.first : mention.last + 1]
        return view.tokens[k + 1].text == "." or any(t.text == "," for t in inside)

    def _opening_comma(self, k: int) -> int | None:
        """Return the comma that opens the insertion which the comma at `k` closes."""
        view = self.view
        for m in range(k - 1, max(0, k - 20), -1):
            if view.quotation_at[m] is not None:
                return None
            if m in view.cue_at and view.form(m - 1) not in ("who", "which"):
                return None
            if view.is_comma(m):
                mention = view.mention_to(m - 1)
                return m if mention is not None and can_act(mention) else None
        return None

    def noun_phrase_to(self, k: int) -> Mention | None:
        """Return the noun phrase that ends at `k`: a mention that heads it, else its words."""
        view = self.view
        if not view.is_word(k) or view.form(k) in _OURS or k in view.cue_at:
            return None
        first = self._phrase_start(k)
        mention = view.mention_to(k)
        if mention is not None:
            if mention.category in ("actor", "either") and not self._is_inside(mention, first):
                return self._first_of_pair(mention)
            if mention.category == "place" and mention.first <= first + 1:
                return None
        head = view.mention_from(first) or view.mention_from(first + 1)
        if head is not None and can_act(head) and self._is_followed_by_of(head):
            known = head.gazetteer_id or head.side or head.person
            return head if known or head.kind == "official" else self._unlinked(first, k)
        return self._unlinked(first, k)

    def _first_of_pair(self, mention: Mention) -> Mention:
        """In "A and B said" the subject begins at A."""
        before = mention.first - 1
        if self.view.form(before) in ("the", "a"):
            before -= 1
        earlier = self.view.mention_to(before - 1)
        if self.view.form(before) == "and" and earlier is not None and can_act(earlier):
            return earlier
        return mention

    def _is_inside(self, mention: Mention, first: int) -> bool:
        """True when a preposition in front makes the mention a part of a longer noun phrase."""
        before = mention.first - 1
        if self.view.form(before) in self.determiners:
            before -= 1
        return before > first and self.view.form(before) in self.prepositions

    def _is_followed_by_of(self, head: Mention) -> bool:
        return self.view.form(head.last + 1) in self.prepositions

    def _phrase_start(self, k: int) -> int:
        """Walk left to where the noun phrase, or the clause, begins."""
        view = self.view
        first = k
        while first > 0 and k - first < MAX_SPEAKER_WORDS + 3:
            before = first - 1
            if not view.is_word(before) or view.form(before) in self.openers:
                break
            if before in view.cue_at and view.mention_at[before] is None:
                break
            if view.time_at[before] is not None or view.quotation_at[before] is not None:
                break
            first = before
        return self._past_adjunct(first, k)

    def _past_adjunct(self, first: int, k: int) -> int:
        """Leave out "In Ankara" or "Earlier" in front of the subject."""
        view = self.view
        while first < k and self._is_adverb(first):
            first += 1
        if view.form(first) in self.prepositions:
            place = view.mention_from(first + 1)
            if place is not None and place.last < k:
                return place.last + 1
        return first

    def _unlinked(self, first: int, k: int) -> Mention | None:
        view = self.view
        bare = first
        while bare < k and view.form(bare) in ("the", "a", "an"):
            bare += 1
        if not self._may_head(first, bare, k):
            return None
        plural = view.form(k).endswith("s") and not view.tokens[k].text[0].isupper()
        return unlinked_mention(view, bare, k, number="plural" if plural else None)

    def _may_head(self, first: int, bare: int, k: int) -> bool:
        """True when unknown words may name somebody who speaks."""
        view = self.view
        if k - first > MAX_SPEAKER_WORDS or view.form(first) in self.prepositions:
            return False
        if view.phrase_at(first, view.words.not_speakers):
            return False
        if view.phrase_at(bare, view.words.not_speakers) and bare == k:
            return False
        head = self._head(bare, k)
        if view.phrase_at(head, view.words.not_speakers):
            return False
        if any(view.form(i) in self.be | self.have for i in range(first, k + 1)):
            return False
        return view.tokens[bare].text[0].isalpha()

    def _head(self, first: int, k: int) -> int:
        """Return the head noun: the last word before the first preposition."""
        for i in range(first, k + 1):
            if self.view.form(i) in self.prepositions and i > first:
                return i - 1
        return k

    def _antecedent(self, relative: int) -> Party | None:
        view = self.view
        k = relative - 1
        if view.is_comma(k):
            k -= 1
        mention = view.mention_to(k)
        return mention if can_act(mention) else None

    # -- the words stand first ----------------------------------------------------------------

    def _inverted(self, cue: Cue, group: _Group) -> Attribution | None:
        """Return quotation-verb-subject: "…," said X."""
        view = self.view
        k = group.first - 1
        if not self._ends_quotation(k) and (not view.is_comma(k) or cue.row.object_addressee):
            return None
        found = self.noun_phrase_from(cue.last + 1)
        if found is None:
            return None
        subject, last = found
        content = self._words_before(group.first)
        if content is None:
            return None
        behind = _Behind(subject=subject)
        order = "quote-verb-subject" if self._ends_quotation(k) else "words-verb-subject"
        self.scan_from(cue, behind, last + 1)
        return self._from_before(cue, behind, content, order)

    def _subject_first(self, subject: Party, group: _Group) -> int:
        """Return where the clause of subject and verb begins."""
        if isinstance(subject, Mention):
            return self._with_determiner(subject.first)
        return group.first - 1 if subject.kind == "pronoun" else group.first

    def _words_first(self, cue: Cue, first: int, order: str, behind: _Behind) -> Attribution | None:
        """Return quotation-subject-verb: "…," X said; words around it: "If so, she warned, it …"."""
        row, view = cue.row, self.view
        if not (row.that or row.bare or row.speaker_slot) or order == "relative":
            return None
        content = self._words_before(first)
        if content is None:
            content = self._words_around(first, cue.last)
        if content is None or behind.subject is None:
            return None
        quoted = view.quotation_at[content[1]] is not None
        order = "quote-subject-verb" if quoted else "words-subject-verb"
        return self._from_before(cue, behind, content, order)

    def _words_around(self, first: int, last: int) -> tuple[int, int] | None:
        """Return a whole clause that "she warned" stands in the middle of, between commas."""
        view = self.view
        after = last + 1
        opening = view.form(0) in ("if", "unless", "when", "once")
        if not (opening and view.is_comma(first - 1) and view.is_comma(after)):
            return None
        return (0, view.size - 1) if after + 3 < view.size else None

    def _from_before(
        self, cue: Cue, behind: _Behind, content: tuple[int, int], order: str
    ) -> Attribution:
        return Attribution(
            cue=cue,
            order=order,
            speaker=behind.subject,
            via=tuple(behind.via),
            addressees=tuple(behind.addressees),
            start=content[0],
            content_first=content[0],
            content_last=content[1],
            clausal=True,
            before=True,
            margin=0.9 if isinstance(behind.subject, Mention) else 0.7,
        )

    def _ends_quotation(self, k: int) -> bool:
        """True when a quotation ends at `k`, or right before a comma at `k`."""
        view = self.view
        if view.is_comma(k):
            k -= 1
        return 0 <= k < view.size and view.quotation_at[k] is not None

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
        quotation = view.quotation_at[k]
        if quotation is not None:
            last = quotation.inner_last
            while last > quotation.inner_first and view.is_comma(last):
                last -= 1
            return quotation.inner_first, last
        first = 0
        while first < k and not view.is_word(first):
            first += 1
        words = sum(view.is_word(i) for i in range(first, k + 1))
        if words < _LEAST_WORDS:
            return None
        if view.form(first) in self.prepositions:
            return None
        main_follows = any(view.is_comma(i) for i in range(first, k))
        return (first, k) if view.form(first) not in self.openers or main_follows else None

    def noun_phrase_from(self, j: int) -> tuple[Party, int] | None:
        """Return the noun phrase that begins at token `j` and its last token."""
        view = self.view
        if view.form(j) in _PRONOUNS:
            return self._pronoun(j), j
        start = j
        while view.form(j) in ("the", "a", "an"):
            j += 1
        mention = view.mention_from(j) or view.mention_from(start)
        if mention is not None:
            return (mention, mention.last) if can_act(mention) else None
        if not view.is_word(j) or view.form(j) in self.prepositions or self._is_adverb(j):
            return None
        last = j
        while last + 1 < view.size and last - j < MAX_SPEAKER_WORDS:
            k = last + 1
            if not view.is_word(k) or view.time_at[k] is not None or k in view.cue_at:
                break
            if view.form(k) in self.openers or view.form(k) in self.prepositions - {"of", "for"}:
                break
            last = k
        if not self._may_head(start, j, last):
            return None
        found = unlinked_mention(view, j, last)
        return (found, last) if found is not None else None

    # -- the passive ---------------------------------------------------------------------------

    def _passive(self, cue: Cue, group: _Group) -> Attribution | None:
        """Return "X was quoted (by Y) as saying" and "X was accused by Y of"."""
        subject, _, nested = self._before(cue, group)
        agent = self._agent(cue)
        j = cue.last + 1 if agent is None else agent[1] + 1
        behind = _Behind()
        if cue.row.speaker_slot == "object":
            behind.subject = subject
            if agent is not None:
                behind.via.append(agent[0])
        elif agent is not None and cue.row.object_addressee:
            behind.subject = agent[0]
            if subject is not None:
                behind.addressees.append(subject)
        else:
            return None
        self._walk(cue, behind, j)
        if behind.subject is None:
            return None
        if behind.content_first is None and cue.row.speaker_slot:
            first = self._subject_first(behind.subject, group)
            return self._words_first(cue, first, "passive", behind)
        return self._judge(cue, behind, "passive", group, nested=nested)

    def _agent(self, cue: Cue) -> tuple[Party, int] | None:
        if self.view.form(cue.last + 1) != "by":
            return None
        return self.noun_phrase_from(cue.last + 2)

    # -- behind the verb -------------------------------------------------------------------

    def scan(self, cue: Cue, behind: _Behind) -> None:
        """Walk from the verb to the words said, filling in who stands on the way."""
        self._walk(cue, behind, cue.last + 1)

    def scan_from(self, cue: Cue, behind: _Behind, start: int) -> None:
        """Look for listeners and media behind an inverted subject."""
        self._walk(cue, behind, start)

    def _walk(self, cue: Cue, behind: _Behind, start: int) -> None:
        j: int | None = start
        while j is not None and j < min(self.view.size, start + _LONGEST_WAY * 2):
            j = self._step(cue, behind, j)

    def _step(self, cue: Cue, behind: _Behind, j: int) -> int | None:
        view = self.view
        token = view.tokens[j]
        quotation = view.quotation_at[j]
        if quotation is not None:
            return self._take(behind, quotation.inner_first)
        if token.text == ":":
            return self._take(behind, j + 1)
        if view.form(j) == "that" and cue.row.that:
            return self._take(behind, j + 1)
        if j in view.aside_from:
            source = view.cue_at.get(j + 1)
            if source is not None and source.row.kind == "source":
                return self._step_source(source, behind)
            return view.aside_from[j] + 1
        if not token.is_word:
            return self._step_mark(cue, behind, j)
        if view.time_at[j] is not None or self._is_adverb(j):
            return j + 1
        return self._step_word(cue, behind, j)

    def _take(self, behind: _Behind, first: int, *, clausal: bool = True) -> int | None:
        """Note where the words said begin and end the search."""
        if first < self.view.size and not self.view.is_stop(first):
            behind.content_first, behind.clausal = first, clausal
        return None

    def _step_mark(self, cue: Cue, behind: _Behind, j: int) -> int | None:
        view = self.view
        if not view.is_comma(j):
            return None
        after = j + 1
        if after < view.size and view.quotation_at[after] is not None:
            return after
        other = view.cue_at.get(after)
        if other is not None and other.row.kind == "source":
            return self._step_source(other, behind)
        if view.form(after) in ("that",):
            return after
        return None

    def _step_source(self, cue: Cue, behind: _Behind) -> int | None:
        """ "X said, citing Y, that": Y speaks, X passes it on."""
        found = self.source_party(cue.last + 1)
        if found is None:
            return None
        party, last = found
        after = last + 1
        if not self.view.is_comma(after):
            return None
        self.used.add(cue)
        if cue.row.outer_is_via:
            if behind.subject is not None:
                behind.via.append(behind.subject)
            behind.subject = party
        else:
            behind.via.append(party)
        return after + 1

    def _step_word(self, cue: Cue, behind: _Behind, j: int) -> int | None:
        view, row, form = self.view, cue.row, self.view.form(j)
        other = view.cue_at.get(j)
        if other is not None and other.row.kind == "source":
            return self._step_source(other, behind)
        if row.speaker_slot == "object":
            return self._step_quoted(behind, j)
        if form in row.prepositions:
            saying = view.phrase_at(j + 1, view.words.saying)
            first = j + 1 + saying
            return self._take(behind, first + (view.form(first) == "that"), clausal=form == "to")
        if row.object_addressee and not behind.addressed and not behind.in_phrase:
            return self._step_addressee(cue, behind, j)
        if behind.addressed and (ahead := self._introduction(cue, j)) is not None:
            return ahead
        if form in self.prepositions:
            return self._step_preposition(cue, behind, j)
        if row.bare and not row.needs_that:
            return self._take(behind, j)
        if row.object_content and not behind.in_phrase:
            return self._take_object(cue, behind, j)
        return j + 1 if j - cue.last < _LONGEST_WAY and other is None else None

    def _introduction(self, cue: Cue, j: int) -> int | None:
        """Return where "to", "that" or the row's preposition stands a little behind "NATO allies"."""
        view = self.view
        for k in range(j + 1, min(view.size, j + 4)):
            if view.form(k) in cue.row.prepositions or (view.form(k) == "that" and cue.row.that):
                return k
            if not view.is_word(k) or view.mention_at[k] is not None:
                return None
        return None

    def _take_object(self, cue: Cue, behind: _Behind, j: int) -> int | None:
        if cue.row.needs_affect and not any(
            self.view.form(i) in self.view.lexicon.affects for i in range(j, j + 5)
        ):
            return None
        return self._take(behind, j, clausal=False)

    def _step_quoted(self, behind: _Behind, j: int) -> int | None:
        """ "Y quoted X as saying": X is the speaker, Y passes it on."""
        view = self.view
        if view.form(j) == "as" and behind.subject is not None:
            saying = view.phrase_at(j + 1, view.words.saying)
            first = j + 1 + saying
            return self._take(behind, first + (view.form(first) == "that")) if saying else None
        found = self.noun_phrase_from(j)
        if found is None:
            return None
        if behind.subject is not None:
            behind.via.append(behind.subject)
        behind.subject = found[0]
        return found[1] + 1

    def _step_addressee(self, cue: Cue, behind: _Behind, j: int) -> int | None:
        view = self.view
        form = view.form(j)
        if form in ("him", "her", "them", "it"):
            behind.addressees.append(self._object_pronoun(form, j, behind.subject))
            behind.addressed = True
            return j + 1
        after = j
        while view.form(after) in self.determiners:
            after += 1
        mention = view.mention_from(after) or view.mention_from(j)
        if mention is not None and mention.category == "adjective":
            if (named := self._described(mention)) is None and (
                self.view.form(mention.last + 1) in view.lexicon.word_set("counterpart")
            ):
                return self._step_counterpart(behind, mention)
            mention = named or mention
        if mention is not None and can_act(mention):
            if mention.kind == "media" and cue.row.that and not cue.row.prepositions:
                behind.via.append(mention)
            else:
                behind.addressees.append(mention)
            behind.addressed = True
            return self._past_more(mention.last + 1)
        if form in self.prepositions:
            return self._step_preposition(cue, behind, j)
        return self._past_listeners(cue, behind, after)

    def _step_counterpart(self, behind: _Behind, adjective: Mention) -> int:
        """ "told his Egyptian counterpart that": the same office on the other side."""
        view, last = self.view, adjective.last + 1
        behind.addressees.append(
            Pointer(
                kind="counterpart",
                place=view.tokens[adjective.first].start,
                hint=adjective,
                words=view.text(view.span(adjective.first, last)),
            )
        )
        behind.addressed = True
        return last + 1

    def _described(self, adjective: Mention) -> Mention | None:
        """Return whom "his Iranian counterpart Abbas Araghchi" names, on that side."""
        for k in range(adjective.last + 1, min(self.view.size, adjective.last + 4)):
            mention = self.view.mention_from(k)
            if mention is not None and can_act(mention):
                return mention if mention.side else replace(mention, side=adjective.gazetteer_id)
            if self.view.form(k) in self.prepositions | {"that"} or not self.view.is_word(k):
                return None
        return None

    def _past_more(self, j: int) -> int:
        """Step over "and Y" behind an addressee, and over a possessive's noun."""
        view = self.view
        if view.form(j) == "and" and view.mention_from(j + 1) is not None:
            mention = view.mention_at[j + 1]
            return mention.last + 1 if mention else j
        return j

    def _past_listeners(self, cue: Cue, behind: _Behind, j: int) -> int | None:
        """Step over listeners who are nobody in particular: "told reporters", "urged all sides"."""
        view, row = self.view, cue.row
        for k in range(j, min(view.size, j + 7)):
            stop = view.form(k) == "that" or view.quotation_at[k] is not None
            if stop or not view.is_word(k) or view.form(k) in row.prepositions:
                return k if k > j or stop else None
            if view.form(k) in self.prepositions or view.time_at[k] is not None:
                return self._after_listeners(cue, behind, k)
            if k > j and (view.mention_from(k) or view.form(k) in _PRONOUNS):
                return self._after_listeners(cue, behind, k)
            if k > j and view.form(k) in ("the", "a", "an", "its", "his", "their"):
                return self._after_listeners(cue, behind, k)
        return None

    def _after_listeners(self, cue: Cue, behind: _Behind, k: int) -> int | None:
        view = self.view
        if view.form(k) in self.prepositions:
            return self._step_preposition(cue, behind, k)
        if view.time_at[k] is not None:
            after = k
            while after < view.size and view.time_at[after] is not None:
                after += 1
            return self._after_listeners(cue, behind, after) if after < view.size else None
        if view.form(k) == "that" or view.quotation_at[k] is not None:
            return k
        return self._take(behind, k) if cue.row.bare else k + 1

    def _object_pronoun(self, form: str, j: int, subject: Party | None) -> Pointer:
        genders: dict[str, Gender] = {"him": "masculine", "her": "feminine"}
        return Pointer(
            kind="pronoun",
            place=self.view.tokens[j].start,
            gender=genders.get(form),
            number="plural" if form == "them" else "singular",
            human=None,
            avoid=subject if isinstance(subject, Mention) else None,
        )

    def _step_preposition(self, cue: Cue, behind: _Behind, j: int) -> int | None:
        """Step over "in a statement", "to reporters", "in Ankara"; note whom "to" names."""
        view = self.view
        after = j + 1
        while view.form(after) in self.determiners:
            after += 1
        mention = view.mention_from(after) or view.mention_from(j + 1)
        if mention is not None:
            if view.form(j) == "to" and can_act(mention):
                target = behind.via if mention.kind == "media" else behind.addressees
                target.append(mention)
            return self._past_possessed(mention.last + 1)
        for k in range(after, min(view.size, after + 5)):
            if view.form(k) == "that" or view.quotation_at[k] is not None:
                return k
            if not view.is_word(k) or view.time_at[k] is not None:
                return k
            if view.form(k) in self.adjunct_heads and view.form(k + 1) not in self.adjunct_heads:
                return k + 1
            if view.form(k) in self.prepositions or view.form(k) in ("the", "its", "it", "they"):
                return k
        return after + 1

    def _past_possessed(self, j: int) -> int:
        for k in range(j, min(self.view.size, j + 3)):
            if self.view.form(k) in self.adjunct_heads:
                return k + 1
        return j

    # -- sources -----------------------------------------------------------------------------

    def of_source(self, cue: Cue) -> Attribution | None:
        """Return what stands around "according to X", before it or behind it."""
        view = self.view
        found = self.source_party(cue.last + 1)
        if found is None:
            return None
        party, last = found
        if cue.first == 0 or all(not view.is_word(i) for i in range(cue.first)):
            first = self._next_comma(last)
            if first is None or first + 1 >= view.size:
                return None
            return self._source(cue, party, cue.first, (first + 1, view.size - 1), "source-first")
        end = cue.first - 1
        while end >= 0 and view.is_comma(end):
            end -= 1
        quotation = view.quotation_at[end] if end >= 0 else None
        if quotation is not None and quotation.last == end:
            content = (quotation.inner_first, quotation.inner_last)
            return self._source(cue, party, quotation.first, content, "source-last")
        return self._source(cue, party, 0, (0, end), "source-last") if end >= 0 else None

    def _next_comma(self, j: int) -> int | None:
        view = self.view
        for k in range(j, min(view.size, j + 12)):
            if k in view.aside_from:
                return view.aside_from[k]
            if view.is_comma(k):
                return k
        return None

    def _source(
        self, cue: Cue, party: Party, start: int, content: tuple[int, int], order: str
    ) -> Attribution:
        return Attribution(
            cue=cue,
            order=order,
            speaker=party,
            start=start,
            content_first=content[0],
            content_last=content[1],
            clausal=True,
            before=order == "source-last",
            margin=0.9,
        )

    def source_party(self, j: int) -> tuple[Party, int] | None:
        """Return who a preposition of source names at `j`, and its last token."""
        view = self.view
        for k in range(j, min(view.size, j + 7)):
            mention = view.mention_from(k)
            if mention is not None:
                return (mention, mention.last) if can_act(mention) else None
            if view.form(k) in self.source_nouns:
                return self._unnamed_source(j, k)
            if view.form(k) not in self.carriers and not self._describes_source(k):
                return None
        return None

    def _describes_source(self, k: int) -> bool:
        """True for an adjective in front of a source noun: "two senior Western diplomats"."""
        return any(self.view.form(i) in self.source_nouns for i in range(k, k + 4))

    def _unnamed_source(self, j: int, k: int) -> tuple[Party, int] | None:
        first = j
        while self.view.form(first) in ("the", "a", "an"):
            first += 1
        found = unlinked_mention(self.view, first, k)
        return (found, k) if found is not None else None

    def _is_adverb(self, i: int) -> bool:
        return self.view.form(i) in self.view.words.adverbs


def read_attributions(view: View) -> Iterator[Attribution]:
    """Yield the attributions of an English sentence."""
    yield from EnglishSpeakers(view).attributions()
