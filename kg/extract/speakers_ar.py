"""Find who says what, to whom, in an Arabic sentence.

In:  a `View`. Out: attributions in the order of their cues.
A verb looks for its subject before itself (subject-verb, full agreement), then behind itself
(verb-subject, agreement in gender only); an overt noun phrase in subject position beats any linked
name elsewhere; with neither the subject is elided, and the pointer says how it must agree.
Prepositions, times, appositions and relative clauses are stepped over, quotations never entered.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kg.extract.attribution import MAX_SPEAKER_WORDS, Attribution, can_act, unlinked_mention
from kg.extract.cues import Cue
from kg.extract.view import View
from kg.model.draft import Party, Pointer
from kg.model.mention import Gender, Mention

_THAT = "ان"
_FINITE = ("past", "present")
_FEMININE_ENDINGS = ("ة", "اء", "ات")


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
    overt: bool = False


class ArabicSpeakers:
    """Reads one sentence. `attributions` gives the result."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.used: set[Cue] = set()  # sources that a verb has taken up
        self.found: list[Attribution] = []
        lexicon = view.lexicon
        self.prepositions = lexicon.word_set("prepositions")
        self.adjunct_heads = lexicon.word_set("adjunct_heads")
        self.subject_adjectives = lexicon.word_set("subject_adjectives")
        self.carriers = lexicon.word_set("carriers")
        self.speech_nouns = lexicon.word_set("speech_nouns")
        self.auxiliaries = lexicon.word_set("auxiliaries")

    def attributions(self) -> list[Attribution]:
        """Return the attributions of finite verbs and sources, in order."""
        found = self.found
        for cue in self.view.cues:
            if cue.row.kind == "verb" and cue.form in _FINITE:
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
        view = self.view
        if cue.inflection is None or cue.inflection.person != 3 or view.is_negated(cue.first):
            return None
        ahead, order, nested = self._before(cue)
        behind = _Behind(subject=ahead, overt=ahead is not None)
        self.scan(cue, behind)
        if behind.content_first is None:
            return None
        return self._judge(cue, behind, order, nested=nested)

    def behind(self, cue: Cue) -> Attribution | None:
        """Return what a participle introduces; its speaker is for the caller to say."""
        behind = _Behind(subject=Pointer(kind="elided", place=self.view.tokens[cue.first].start))
        self.scan(cue, behind)
        if behind.content_first is None:
            return None
        return self._judge(cue, behind, "participle", nested=False)

    def _judge(self, cue: Cue, behind: _Behind, order: str, *, nested: bool) -> Attribution | None:
        row = cue.row
        if row.needs_that and not behind.clausal:
            return None
        first = behind.content_first
        if first is None or any(r.stem in row.not_before for r in self.view.readings(first)):
            return None
        speaker = behind.subject
        if speaker is None:
            if self._refuses_elision(cue, behind):
                return None
            inflection = cue.inflection
            order = "elided"
            speaker = Pointer(
                kind="elided",
                place=self.view.tokens[cue.first].start,
                gender=inflection.gender if inflection else None,
                number=inflection.number if inflection else None,
            )
        elif not order:
            order = "verb-subject"
        if cue.enclitic and row.object_addressee and not behind.addressees:
            behind.addressees.append(self._enclitic(cue, speaker))
        if row.needs and not self._has(row.needs, cue.last):
            return None
        last = behind.content_last
        return Attribution(
            cue=cue,
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
        )

    def _refuses_elision(self, cue: Cue, behind: _Behind) -> bool:
        """True when a form without a subject is more likely to be no verb of speech at all."""
        row, view = cue.row, self.view
        if row.needs_subject or view.form(cue.first) in row.passive:
            return True
        if behind.clausal:
            return False
        if row.needs_that_if_elided:
            return True
        return not (cue.conjoined or self._begins_clause(cue.first))

    def _begins_clause(self, i: int) -> bool:
        view = self.view
        if i == 0 or view.is_break(i - 1) or self._is_adverb(i - 1):
            return True
        return any(r.stem in view.words.connector for r in view.readings(i - 1))

    def _enclitic(self, cue: Cue, speaker: Party | None) -> Pointer:
        """Return the pointer of a pronoun written onto the verb: "accused her"."""
        feminine = cue.enclitic == "ها"
        number = "singular" if cue.enclitic in ("ها", "ه") else "plural"
        return Pointer(
            kind="pronoun",
            place=self.view.tokens[cue.first].start,
            gender="feminine" if feminine else "masculine" if number == "singular" else None,
            number="singular" if number == "singular" else None,
            avoid=speaker if isinstance(speaker, Mention) else None,
        )

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

    def subject_before(self, cue: Cue) -> Party | None:
        """Return a subject in front of any verb, None when it has to be sought elsewhere."""
        return self._before(cue)[0]

    # -- in front of the verb -----------------------------------------------------------------

    def _before(self, cue: Cue) -> tuple[Party | None, str, bool]:
        """Return a subject in front of the verb, the order's name, and whether it is nested."""
        view = self.view
        k = cue.first - 1
        pronoun = self._that_pronoun(k)
        if pronoun is not None:
            return pronoun, "pronoun", True
        if any(r.stem in view.words.relative for r in view.readings(k)):
            return self._antecedent(k), "relative", True
        if "و" in cue.proclitics:
            return None, "", False
        while k >= 0 and (self._is_adverb(k) or view.form(k) in self.auxiliaries):
            k -= 1
        k = self._skip_apposition(k)
        mention = view.mention_to(k)
        if mention is not None and can_act(mention) and mention.proclitics in ((), ("و",), ("ف",)):
            mention = self._first_of_pair(mention)
            if self._agrees_fully(cue, mention) and self._is_topic(mention.first):
                return mention, "subject-verb", self._after_that(mention.first)
            return None, "", False
        return self._unlinked_before(cue, k)

    def _that_pronoun(self, k: int) -> Pointer | None:
        """Return the pronoun written onto "that": إنه، أنها."""
        reading = next(
            (r for r in self.view.readings(k) if r.stem == _THAT and r.enclitic and not r.definite),
            None,
        )
        if reading is None:
            return None
        feminine, plural = reading.enclitic == "ها", reading.enclitic not in ("ها", "ه")
        return Pointer(
            kind="pronoun",
            place=self.view.tokens[k].start,
            gender="feminine" if feminine else None if plural else "masculine",
            number=None if plural else "singular",
        )

    def _skip_apposition(self, k: int) -> int:
        """Step over an insertion in front of the verb when a subject ends before it."""
        view = self.view
        while k in view.aside_to and view.aside_to[k] > 0:
            k = view.aside_to[k] - 1
        if not view.is_comma(k):
            return k
        for m in range(k - 1, max(-1, k - 18), -1):
            if m in view.cue_at and view.cue_at[m].form in _FINITE and not self._in_relative(m):
                return k
            if view.is_comma(m):
                mention = view.mention_to(m - 1)
                return m - 1 if mention is not None and can_act(mention) else k
        return k

    def _in_relative(self, i: int) -> bool:
        return any(r.stem in self.view.words.relative for r in self.view.readings(i - 1))

    def _first_of_pair(self, mention: Mention) -> Mention:
        """In "A and B announced" the verb's subject begins at A."""
        before = self.view.mention_to(mention.first - 1)
        if "و" in mention.proclitics and before is not None and can_act(before):
            return before
        return mention

    def _is_topic(self, i: int) -> bool:
        """True when a noun phrase that begins at `i` may be a clause's subject."""
        view = self.view
        if i == 0 or view.is_break(i - 1) or self._is_adverb(i - 1):
            return True
        mention = view.mention_at[i]
        if mention is not None and mention.proclitics == ("و",):
            return True
        stems = {r.stem for r in view.readings(i - 1)}
        if stems & view.words.connector or stems & self.auxiliaries:
            return True
        return self.is_that(i - 1)

    def _after_that(self, i: int) -> bool:
        return self.is_that(i - 1)

    def _unlinked_before(self, cue: Cue, k: int) -> tuple[Party | None, str, bool]:
        """Take the words between the clause's start and the verb for its subject, if they can be."""
        view = self.view
        first = k
        while first > 0 and k - first < MAX_SPEAKER_WORDS and self._extends_left(first - 1):
            first -= 1
        if first > k or not view.is_word(first) or not self._is_topic(first):
            return None, "", False
        if not self._may_head(first, definite=not self._after_that(first)):
            return None, "", False
        if self._is_own_country(first):
            own = Pointer(kind="own-side", place=view.tokens[first].start)
            return own, "subject-verb", self._after_that(first)
        mention = unlinked_mention(view, first, k, gender=self._gender(first))
        if mention is None or not self._agrees_fully(cue, mention):
            return None, "", False
        return mention, "subject-verb", self._after_that(first)

    def _extends_left(self, i: int) -> bool:
        view = self.view
        if not view.is_word(i) or view.time_at[i] is not None or self.is_that(i):
            return False
        return i not in view.cue_at and view.form(i) not in view.words.connector

    def _antecedent(self, relative: int) -> Party | None:
        """Return who a relative clause is about; the owner of speech: "Israeli remarks that …"."""
        view = self.view
        mention = view.mention_to(relative - 1)
        if mention is None:
            return None
        if can_act(mention):
            return mention
        head = mention.first - 1
        if any(r.stem in self.speech_nouns for r in view.readings(head)):
            return mention
        return None

    # -- behind the verb -------------------------------------------------------------------

    def scan(self, cue: Cue, behind: _Behind) -> None:
        """Walk from the verb to the words said, filling in who stands on the way."""
        j: int | None = cue.last + 1
        while j is not None and j < self.view.size:
            j = self._step(cue, behind, j)

    def _step(self, cue: Cue, behind: _Behind, j: int) -> int | None:
        """Return where to go on from `j`, None when the search is over."""
        view = self.view
        token = view.tokens[j]
        quotation = view.quotation_at[j]
        if quotation is not None:
            return self._take_clause(behind, quotation.inner_first)
        if j in view.aside_from and (behind.subject is not None or token.text == "("):
            source = view.cue_at.get(j + 1)
            if source is not None and source.row.kind == "source":
                return self._step_source(source, behind)
            return view.aside_from[j] + 1
        if token.text == ":":
            return self._take_clause(behind, j + 1)
        if self.is_that(j):
            return self._take_clause(behind, j + 1) if cue.row.that else None
        if not token.is_word:
            return self._step_mark(behind, j)
        if view.time_at[j] is not None or self._is_adverb(j):
            return j + 1
        if view.form(j) in view.words.relative and behind.subject is not None:
            return self._skip_relative(j)
        return self._step_word(cue, behind, j)

    def _take_clause(self, behind: _Behind, first: int) -> int | None:
        """Note where a clause or quotation begins and end the search."""
        if first < self.view.size and not self.view.is_stop(first):
            behind.content_first, behind.clausal = first, True
        return None

    def _take_phrase(self, behind: _Behind, first: int) -> int | None:
        """Note where a noun phrase begins and end the search."""
        if first < self.view.size:
            behind.content_first = first
        return None

    def _step_mark(self, behind: _Behind, j: int) -> int | None:
        view = self.view
        if view.is_comma(j) or view.tokens[j].text in "-–—(":
            behind.in_phrase = False
            if behind.subject is not None:
                return self._skip_inserted(j)
            return j + 1
        return None if view.is_stop(j) or view.tokens[j].text in ";؛" else j + 1

    def _skip_inserted(self, j: int) -> int | None:
        """Step over an apposition behind the subject, to the next comma or to "that"."""
        view = self.view
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

    def _step_word(self, cue: Cue, behind: _Behind, j: int) -> int | None:
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
        if self._is_fused(j, "ب") and "ب" in row.prepositions:
            return self._take_phrase(behind, j)
        if self._is_fused(j, "ل") and "ل" in row.prepositions and not behind.in_phrase:
            return self._take_phrase(behind, j)
        return self._step_noun(cue, behind, j)

    def _is_counterpart(self, j: int) -> bool:
        words = self.view.lexicon.word_set("counterpart")
        return any(r.stem in words and r.enclitic for r in self.view.readings(j))

    def _step_counterpart(self, behind: _Behind, j: int) -> int:
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

    def _is_noun_here(self, cue: Cue, behind: _Behind) -> bool:
        """A masculine past right behind the verb ("أعلن رفض") is a noun; "و" makes it a verb."""
        return not cue.conjoined and cue.form == "past" and behind.subject is None

    def _step_source(self, cue: Cue, behind: _Behind) -> int | None:
        """ "X said, citing Y, that": Y speaks, X passes it on; "X said, according to Y": Y passes on."""
        source = self.source_party(cue.last + 1)
        if source is None:
            return cue.last + 1
        party, last = source
        self.used.add(cue)
        if cue.row.outer_is_via:
            if behind.subject is not None:
                behind.via.append(behind.subject)
            behind.subject = party
        elif behind.subject is not None:
            behind.via.append(party)
        return last + 1

    def _step_reported(self, behind: _Behind, j: int) -> int | None:
        """ "X passed on from Y": Y is the speaker."""
        found = self._noun_phrase(j + 1)
        if found is None:
            return None
        party, last = found
        if behind.subject is not None:
            behind.via.append(behind.subject)
        behind.subject = party
        k = last + 1
        while k < self.view.size and self._is_saying(k):
            k += 1
        return k

    def _is_saying(self, i: int) -> bool:
        return self.view.words.saying.has_stem(self.view.tokens, i)

    def _step_preposition(self, cue: Cue, behind: _Behind, j: int) -> int | None:
        view, row, form = self.view, cue.row, self.view.form(j)
        if self.is_that(j + 1):
            return self._take_clause(behind, j + 2) if row.that else None
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

    def _is_adjunct(self, i: int) -> bool:
        return any(r.stem in self.adjunct_heads for r in self.view.readings(i))

    def _step_mention(self, cue: Cue, behind: _Behind, mention: Mention) -> int | None:
        row, after = cue.row, mention.last + 1
        if "ب" in mention.proclitics and "ب" in row.prepositions:
            return self._take_phrase(behind, mention.first)
        if "ل" in mention.proclitics:
            if self._belongs_to(behind.subject, mention):
                return after
            if can_act(mention) and not behind.in_phrase:
                target = behind.via if mention.kind == "media" else behind.addressees
                target.append(mention)
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
            return after
        if row.object_addressee and not behind.addressees and not behind.in_phrase:
            if can_act(mention):
                behind.addressees.append(mention)
            return after
        if row.object_content and behind.subject is not None and not behind.in_phrase:
            return self._take_phrase(behind, mention.first)
        return after

    def _belongs_to(self, subject: Party | None, mention: Mention) -> bool:
        """True for "member of the bureau of Hamas": the body of whom no lexicon knows the side."""
        return (
            isinstance(subject, Mention)
            and subject.last + 1 == mention.first
            and not (subject.gazetteer_id or subject.side or subject.person)
            and mention.kind in ("organization", "armed-group", "ministry")
        )

    def _joins(self, mention: Mention) -> bool:
        before = self.view.mention_to(mention.first - 1)
        return before is not None

    def _step_subject(self, cue: Cue, behind: _Behind, mention: Mention) -> int | None:
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

    def _past_adjectives(self, j: int) -> int:
        while any(r.stem in self.subject_adjectives for r in self.view.readings(j)):
            j += 1
        return j

    def _step_noun(self, cue: Cue, behind: _Behind, j: int) -> int | None:
        row = cue.row
        if behind.subject is not None:
            free = not behind.in_phrase or self._is_thing(j)
            if row.object_content and free and row.speaker_slot is None:
                return self._take_phrase(behind, j)
            return j + 1
        if behind.in_phrase:
            return j + 1
        found = self._unlinked_behind(cue, j) or self._body_behind(cue, j)
        if found is not None:
            behind.subject, behind.overt = found[0], True
            return found[1] + 1
        if row.object_content:
            return self._take_phrase(behind, j)
        return None if self._is_thing(j) else j + 1

    def _unlinked_behind(self, cue: Cue, j: int) -> tuple[Mention, int] | None:
        """Take the noun phrase at `j` for the subject when what is said follows it."""
        carried = self._carried_by(j)
        if carried is not None:
            return carried, carried.last
        view = self.view
        if any(r.stem in view.lexicon.word_set("pair_heads") for r in view.readings(j)):
            pair = unlinked_mention(view, j, j, number="dual")
            return (pair, j) if pair is not None else None
        if not self._may_head(j, definite=False):
            return None
        last = self._phrase_end(cue, j)
        gender = self._gender(j)
        mention = unlinked_mention(self.view, j, last, gender=gender)
        if mention is None or not self._agrees_in_gender(cue, mention):
            return None
        if not self._said_follows(cue, last + 1):
            return None
        return mention, last

    def _carried_by(self, j: int) -> Mention | None:
        """Return whose statement speaks: "a statement by the ministry said", بيان صادر عن."""
        view = self.view
        if not any(r.stem in self.speech_nouns for r in view.readings(j)):
            return None
        for k in range(j + 1, min(view.size, j + 5)):
            mention = view.mention_from(k)
            if mention is not None:
                return mention if can_act(mention) else None
            if self.is_that(k) or not view.is_word(k):
                return None
        return None

    def _body_behind(self, cue: Cue, j: int) -> tuple[Mention, int] | None:
        """Take an unknown body ("the port authority") for the subject where no "that" follows.

        A construct ends with its last definite word; what is indefinite behind it is the object.
        """
        view = self.view
        heads = view.lexicon.word_set("body_heads")
        if not (cue.row.object_content and any(r.stem in heads for r in view.readings(j))):
            return None
        last, definite = j, any(r.definite for r in view.readings(j))
        for k in range(j + 1, min(view.size, j + MAX_SPEAKER_WORDS)):
            here = any(r.definite for r in view.readings(k))
            if not view.is_word(k) or self.is_preposition(k) or (definite and not here):
                break
            definite, last = definite or here, k
        mention = unlinked_mention(view, j, last, gender=self._gender(j)) if definite else None
        if mention is None or not self._agrees_in_gender(cue, mention):
            return None
        return mention, last

    def _phrase_end(self, cue: Cue, j: int) -> int:
        view = self.view
        last = j
        for k in range(j + 1, min(view.size, j + MAX_SPEAKER_WORDS)):
            mention = view.mention_at[k]
            if not view.is_word(k) or self.is_that(k) or view.quotation_at[k] is not None:
                break
            if self.is_preposition(k) or view.time_at[k] is not None:
                break
            if view.form(k) in view.words.relative or self._is_adverb(k):
                break
            if view.form(k) in view.words.negation or self._is_demonstrative(k):
                break
            if mention is not None and (mention.proclitics or cue.row.object_addressee):
                break
            if k in view.cue_at and view.cue_at[k].form in (*_FINITE, "participle"):
                break
            if "ب" in cue.row.prepositions and mention is None and self._is_fused(k, "ب"):
                break
            last = k
        return last

    def _said_follows(self, cue: Cue, j: int) -> bool:
        """True when "that", a colon, a quotation or a preposition of the row comes next."""
        view = self.view
        for k in range(j, min(view.size, j + 14)):
            if self.is_that(k):
                return cue.row.that
            if view.tokens[k].text == ":" or view.quotation_at[k] is not None:
                return True
            if k == j and view.form(k) in cue.row.prepositions and not self._is_adjunct(k + 1):
                return True
            if k == j and "ب" in cue.row.prepositions and self._is_fused(k, "ب"):
                return True
            if k == j and cue.row.speaker_slot == view.form(k):
                return True
            if k in view.cue_at and view.cue_at[k].form in _FINITE and not self._in_relative(k):
                return False
        return False

    # -- sources -----------------------------------------------------------------------------

    def of_source(self, cue: Cue) -> Attribution | None:
        """Return what stands around "according to X", before it or behind it."""
        found = self.source_party(cue.last + 1)
        if found is None:
            return None
        party, last = found
        view = self.view
        comma = last + 1
        leads = self._leads(cue)
        if leads:
            first = comma + 1 if view.is_comma(comma) else comma
            if self.is_that(first):
                first += 1
            if first >= view.size or view.is_stop(first):
                return None
            return self._source(cue, party, cue.first, (first, view.size - 1), "source-first")
        end = cue.first - 1
        while end >= 0 and not view.is_word(end) and view.quotation_at[end] is None:
            end -= 1
        if end < 0:
            return None
        return self._source(cue, party, 0, (0, end), "source-last")

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

    def _leads(self, cue: Cue) -> bool:
        """True when the source stands at the sentence's head."""
        return all(
            not self.view.is_word(i) or self.view.form(i) in self.view.words.connector
            for i in range(cue.first)
        )

    def source_party(self, j: int) -> tuple[Party, int] | None:
        """Return who a preposition of source names at `j`, and its last token."""
        view = self.view
        for k in range(j, min(view.size, j + 6)):
            mention = view.mention_from(k)
            if mention is not None:
                return (mention, mention.last) if mention.category != "place" else None
            if view.form(k) in view.lexicon.descriptions:
                found = unlinked_mention(view, k, k)
                return (found, k) if found is not None else None
            if any(r.stem in view.lexicon.word_set("body_heads") for r in view.readings(k)):
                return self._noun_phrase(k)
            stems = {r.stem for r in view.readings(k)}
            if not stems & self.carriers:
                return None
        return None

    def _noun_phrase(self, j: int) -> tuple[Party, int] | None:
        view = self.view
        mention = view.mention_from(j)
        if mention is not None:
            return mention, mention.last
        if not view.is_word(j):
            return None
        last = j
        while last + 1 < view.size and last - j < MAX_SPEAKER_WORDS:
            k = last + 1
            if not view.is_word(k) or self.is_that(k) or self._is_saying(k):
                break
            if self.is_preposition(k) or view.form(k) in view.words.negation:
                break
            last = k
        found = unlinked_mention(view, j, last, gender=self._gender(j))
        return (found, last) if found is not None else None

    # -- words -------------------------------------------------------------------------------

    def is_that(self, i: int) -> bool:
        """True for أن, إن and what is written onto them (بأن, لأن, أنه, بأنها)."""
        for reading in self.view.readings(i):
            if reading.stem == _THAT and not reading.definite and "ك" not in reading.proclitics:
                return True
        return False

    def is_preposition(self, i: int) -> bool:
        """True for a preposition that stands alone, a pronoun written on or not (خلاله)."""
        if self.view.form(i) in self.prepositions:
            return True
        return any(
            r.enclitic and not r.definite and not r.proclitics and r.stem in self.prepositions
            for r in self.view.readings(i)
        )

    def _is_own_country(self, i: int) -> bool:
        """True for "his country", بلاده: whoever speaks speaks for it."""
        own = self.view.lexicon.word_set("own_country")
        return any(r.stem in own and r.enclitic for r in self.view.readings(i))

    def _is_demonstrative(self, i: int) -> bool:
        return self.view.form(i) in ("هذا", "هذه", "ذلك", "تلك", "هؤلاء")

    def _is_adverb(self, i: int) -> bool:
        return self.view.form(i) in self.view.words.adverbs

    def _is_fused(self, i: int, preposition: str) -> bool:
        """True when the word may begin with this preposition."""
        return any(reading.proclitics[-1:] == (preposition,) for reading in self.view.readings(i))

    def _is_thing(self, i: int) -> bool:
        return self.view.words.not_speakers.has_stem(self.view.tokens, i)

    def _may_head(self, i: int, *, definite: bool) -> bool:
        """True when an unknown noun phrase that begins at `i` may be somebody."""
        view = self.view
        if not view.is_word(i) or view.tokens[i].text[0].isdigit():
            return False
        if self._is_thing(i) or self.is_preposition(i) or i in view.cue_at:
            return False
        if view.form(i) in self.auxiliaries:
            return False
        if definite and not any(r.definite for r in view.readings(i)):
            return False
        return not any(r.stem in view.words.negation for r in view.readings(i))

    def _gender(self, i: int) -> Gender | None:
        """Guess the gender of an unknown noun from its ending; None where it does not tell."""
        form = self.view.form(i)
        if form.endswith(_FEMININE_ENDINGS):
            return "feminine"
        return None

    def _agrees_in_gender(self, cue: Cue, mention: Mention) -> bool:
        """Verb before subject: gender only; what is not human is feminine in the plural."""
        gender = cue.inflection.gender if cue.inflection else None
        if gender is None or mention.gender is None:
            return True
        if mention.human is False and mention.number == "plural":
            return gender == "feminine"
        return gender == mention.gender

    def _agrees_fully(self, cue: Cue, mention: Mention) -> bool:
        """Subject before verb: gender and number, as far as both are known."""
        if not self._agrees_in_gender(cue, mention):
            return False
        number = cue.inflection.number if cue.inflection else None
        if number is None or mention.number is None:
            return True
        if mention.human is False and mention.number == "plural":
            return number == "singular"
        return number == mention.number or number != "singular"


def read_attributions(view: View) -> Iterator[Attribution]:
    """Yield the attributions of an Arabic sentence."""
    yield from ArabicSpeakers(view).attributions()
