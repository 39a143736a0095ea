"""Find where an unknown Arabic noun phrase ends that may be somebody.

In:  a token, often the one behind a verb. Out: an unlinked mention and its last token.
An overt noun phrase in subject position is the subject whether the lexicon has it or not; it ends
where "that", a preposition, a time or another verb begins. Words of speech in its place ("a
statement by the ministry said") give way to their owner.
"""

from dataclasses import replace

from kg.extract.attribution import MAX_SPEAKER_WORDS, can_act, unlinked_mention
from kg.extract.cues import Cue
from kg.extract.mentions.arabic_letters import is_owned_object
from kg.extract.speakers.arabic_bodies_again import ArabicBodiesAgain
from kg.lexicon.grammar import words_of
from kg.lexicon.normalise import fold
from kg.model.draft import Party, Pointer, PointerKind
from kg.model.mention import Gender, Mention

_FINITE = ("past", "present")
_TWO = "ان"  # the nominative of a dual
_OFFICE_WORDS = 7
_AGENTS = words_of("ar", "on_the_part_of")
_JOINT = words_of("ar", "joint_documents")
_PARTIES = words_of("ar", "parties_of_any_number")
_OUTLETS = words_of("ar", "only_outlets")
_SIDES = words_of("ar", "both_sides")
_LETTERS = ("ل", "ب")  # prepositions in front of a quotation mark
_ON = fold("على")


class ArabicPhrases(ArabicBodiesAgain):
    """Noun phrases behind a verb or a preposition."""

    def _is_document(self, i: int, *, definite: bool) -> bool:
        """True for "the statement", "a report": what somebody issued speaks for them."""
        return any(
            (r.stem in self.speech_nouns or r.stem.removesuffix("ا") in self.speech_nouns)
            and r.definite is definite
            and not r.enclitic
            and r.proclitics in (((), ("و",)) if definite else ((), ("ب",), ("في",)))
            for r in self.view.readings(i)
        )

    def _issuer(self, i: int) -> Pointer:
        """Return the pointer to whoever spoke before, whose statement stands at `i`."""
        word = unlinked_mention(self.view, i, i, gender="masculine")
        return Pointer(kind="elided", place=self.view.tokens[i].start, continues=True, hint=word)

    def _joint_document(self, j: int) -> Pointer | None:
        """Return both sides for "a joint statement", بيان مشترك, behind a verb of saying."""
        if self.view.form(j + 1) not in _JOINT or not self._is_document(j, definite=False):
            return None
        place = self.view.tokens[j].start
        return Pointer(kind="pair", place=place, number="dual", human=False)

    def _unlinked_behind(self, cue: Cue, j: int) -> tuple[Party, int] | None:
        """Take the noun phrase at `j` for the subject when what is said follows it."""
        carried = self._carried_by(j) or self._counterpart_named(j)
        if carried is not None:
            return carried, carried.last
        view = self.view
        if (both := self._joint_document(j)) is not None:
            return both, j + 1
        speaks = not cue.row.object_content  # else: what "described the charges" is about
        if speaks and self._is_document(j, definite=True) and self._said_follows(cue, j + 1):
            return self._issuer(j), j
        if any(r.stem in view.lexicon.word_set("pair_heads") for r in view.readings(j)):
            both = self._pair_at(j) if view.form(j).endswith(_TWO) else None
            if both is not None:
                return both, j
            pair = unlinked_mention(view, j, j, number="dual")
            return (pair, j) if pair is not None else None
        if not self._may_head(j, definite=False) or self._is_accusative(j):
            return None
        if self._is_own_country_asked(cue, j):
            return None
        held = view.mention_from(j + 1)
        if held is not None and held.person and self._office_before(j + 1) == j:
            office = unlinked_mention(view, j, held.last, gender="masculine")
            return (office, held.last) if office is not None else None
        again = self.body_of(cue, j) or self.body_again(cue, j) or self.some_body(cue, j)
        if again is not None:
            return again
        last = self._phrase_end(cue, j)
        holder = self._holder_within(j, last)
        if holder is not None and self._agrees_in_gender(cue, holder):
            return holder, holder.last
        gender = self._gender(j)
        mention = unlinked_mention(self.view, j, last, gender=gender)
        if mention is None or not self._agrees_in_gender(cue, mention):
            return None
        described = last == j and view.form(j) in view.lexicon.descriptions
        if not self._said_follows(cue, last + 1) and not (described and cue.row.object_content):
            return None
        return mention, last

    def _counterpart_named(self, j: int) -> Mention | None:
        """Return X of "نظيره الهندوراسي X" behind any verb, whatever follows."""
        if not self._is_counterpart(j):
            return None
        adjective = self.view.mention_from(j + 1)
        if adjective is None or adjective.category != "adjective":
            return None
        named = self.view.mention_from(adjective.last + 1)
        return named if named is not None and named.person and not named.proclitics else None

    def _is_own_country_asked(self, cue: Cue, j: int) -> bool:
        """True for "his country" behind a masculine verb, whose subject it cannot be."""
        masculine = cue.inflection is not None and cue.inflection.gender == "masculine"
        return masculine and cue.row.object_addressee and self._is_own_country(j)

    def _holder_behind(self, j: int) -> Mention | None:
        """Return A B of "the head of the X council A B", where no lexicon knows the council."""
        view = self.view
        if not self._heads_office(j):
            return None
        for k in range(j + 1, min(view.size, j + _OFFICE_WORDS)):
            mention = view.mention_from(k)
            if mention is not None and mention.proclitics == ("ل",) and not mention.person:
                continue  # "the secretary of SADC X", الأمين التنفيذي لسادك
            if mention is not None and mention.category != "adjective":
                holds = mention.person is not None and mention.role is None
                return mention if holds and not mention.proclitics else None
            known = k in view.cue_at or self.is_preposition(k) or self.is_that(k)
            if known or not view.is_word(k) or view.time_at[k] is not None:
                return None
        return None

    def _holder_within(self, first: int, last: int) -> Mention | None:
        """Return A B of "the one charged with the affairs of the ministry A B"."""
        for k in range(first + 1, last + 1):
            mention = self.view.mention_from(k)
            if mention is not None and mention.person is not None and not mention.proclitics:
                return (
                    mention
                    if mention.last == last or self.is_preposition(mention.last + 1)
                    else None
                )
        return None

    def _latter(self, j: int) -> Pointer | None:
        """Return whom "the latter" or "His Highness" at token `j` means: الأخير, سموه."""
        lexicon, place = self.view.lexicon, self.view.tokens[j].start
        for reading in self.view.readings(j):
            if reading.proclitics:
                continue
            if reading.definite and reading.stem in lexicon.word_set("latter"):
                return _one("latter", place, "feminine" if reading.stem[-1] == "ة" else "masculine")
            if reading.enclitic in ("ه", "ها") and reading.stem in lexicon.word_set("honorifics"):
                return _one(
                    "pronoun", place, "feminine" if reading.enclitic == "ها" else "masculine"
                )
        return None

    def _pair_at(self, i: int) -> Pointer | None:
        """Return the pointer for "the two sides" at `i`."""
        view = self.view
        if not any(r.stem in view.lexicon.word_set("pair_heads") for r in view.readings(i)):
            return None
        if any(r.stem in _PARTIES for r in view.readings(i)) and self._has_article(i + 1):
            return None  # "الأطراف المعنية": whoever they are, not the two told of
        both = unlinked_mention(view, i, i, number="dual")
        return Pointer(kind="pair", place=view.tokens[i].start, hint=both)

    def _quoted_name(self, i: int) -> Mention | None:
        """Return the outlet whose name stands alone in quotation marks at `i`."""
        view = self.view
        for bracket in view.brackets:
            if bracket.kind == "name" and bracket.first == i:
                found = unlinked_mention(view, i + 1, bracket.last - 1)
                return replace(found, kind="media", human=False) if found is not None else None
        return None

    def _past_adjectives(self, j: int) -> int:
        while any(r.stem in self.subject_adjectives for r in self.view.readings(j)):
            j += 1
        return j

    def _is_accusative(self, j: int) -> bool:
        """True for "المقاتلين", "حكومتي البلدين": what shows that it is no subject."""
        form = self.view.form(j)
        both = form.endswith("تي") and self.view.form(j + 1) in _SIDES
        return both or (len(form) > 5 and form.startswith("ال") and form.endswith("ين"))

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
            if self.is_preposition(k) or view.time_at[k] is not None or view.form(k) in _LETTERS:
                break
            if view.form(k) in view.words.relative or self._is_adverb(k):
                break
            if view.form(k) in view.words.negation or self._is_demonstrative(k):
                break
            if self._anonymity_end(k) is not None or self._is_to_press(k):
                break
            if is_owned_object(view.tokens[k]) or self._is_owned_saying(k):
                break  # "السراج | ضيفه", "لافروف | رفضه"
            if mention is None and any(
                r.proclitics == ("ل",) and r.enclitic for r in view.readings(k)
            ):
                break  # "لضيفه"
            if cue.row.object_content and self._has_article(k - 1) and not self._has_article(k):
                break  # "the ministry | moves …": what is definite has no genitive
            if mention is not None and (mention.proclitics or cue.row.object_addressee):
                break
            other = view.cue_at.get(k)
            if other is not None and other.form in (*_FINITE, "participle"):
                break
            if other is not None and other.row.kind == "source":
                break  # "الوكالة | نقلا عن مصادرها"
            if "ب" in cue.row.prepositions and mention is None and self._is_fused(k, "ب"):
                break
            last = k
        return last

    def _agent_at(self, j: int) -> Mention | None:
        """Return X of "by X", من قبل X, من جانب X, behind a passive.

        Behind a noun with its pronoun X does what the noun says: "بعد استقباله من قبل X".
        """
        view = self.view
        if view.form(j) != "من" or view.form(j + 1) not in _AGENTS:
            return None
        owned = any(r.enclitic and not r.definite for r in view.readings(j - 1))
        if owned and j - 1 not in view.cue_at and not self.is_preposition(j - 1):
            return None
        agent = view.mention_from(j + 2) or view.mention_from(j + 1)  # "جانب واشنطن" is one
        named = agent is not None and can_act(agent) and not agent.proclitics
        return agent if named else None

    def _joined_to(self, first: Mention) -> list[Mention]:
        """Return the others of "A and B and C", إثيوبيا والسودان ومصر; empty for one alone."""
        joined: list[Mention] = []
        other = self.view.mention_from(first.last + 1)
        while other is not None and other.proclitics == ("و",) and can_act(other):
            joined.append(other)
            other = self.view.mention_from(other.last + 1)
        return joined

    def _definite_phrase(self, j: int) -> Mention | None:
        """Return "the Chinese coast guard", خفر السواحل الصيني: a construct and its adjectives."""
        view = self.view
        if not self._may_head(j, definite=False) or self._is_thing(j) or self._is_adjunct(j):
            return None
        if any(r.stem in _OUTLETS for r in view.readings(j)):
            return None  # "على التلفزيون": where it was said
        last = None
        for k in range(j, min(view.size, j + MAX_SPEAKER_WORDS)):
            if not view.is_word(k) or self.is_preposition(k) or self.is_that(k):
                break
            if self._has_article(k):
                last = k
            elif last is not None or k > j:
                break
        return None if last is None else unlinked_mention(view, j, last, gender=self._gender(j))

    def _asked_body(self, j: int) -> Mention | None:
        """Return whom "to" leads to; behind "على" a body only: not "probably", على الأرجح."""
        heads = self.view.lexicon.word_set("body_heads")
        body = any(r.stem in heads and not r.proclitics for r in self.view.readings(j))
        return self._definite_phrase(j) if body or self.view.form(j - 1) != _ON else None

    def _is_to_press(self, k: int) -> bool:
        """True for "to reporters", which no name goes on with."""
        told = self.view.lexicon.word_set("reporters")
        return any(r.proclitics[-1:] == ("ل",) and r.stem in told for r in self.view.readings(k))

    def _said_follows(self, cue: Cue, j: int) -> bool:
        """True when "that", a colon, a quotation or a preposition of the row comes next."""
        view = self.view
        while j < view.size and self._is_insertion(j):
            j = view.aside_from.get(j, j) + 1
        if self.is_preposition(j) and view.form(j) not in cue.row.prepositions:
            place = view.mention_from(j + 1)  # "the demonstrators in Bamako demanded"
            j = place.last + 1 if place is not None and place.category != "actor" else j
        withheld = -1
        for k in range(j, min(view.size, j + 14)):
            withheld = max(withheld, self._anonymity_end(k) or -1)
            if k <= withheld:
                continue
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
            other = view.cue_at.get(k)
            if other is not None and other.form in _FINITE and not self._in_relative(k):
                if view.form(k - 1) in view.words.negation:  # "عدم ذكر اسمه": a noun
                    continue
                return False
        return False

    def _is_insertion(self, j: int) -> bool:
        """True at a bracket, and at commas and times between subject and content."""
        view = self.view
        return j in view.aside_from or view.is_comma(j) or view.time_at[j] is not None

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
            if self._anonymity_end(k) is not None:
                break
            last = k
        found = unlinked_mention(view, j, last, gender=self._gender(j))
        return (found, last) if found is not None else None


def _one(kind: PointerKind, place: int, gender: Gender) -> Pointer:
    return Pointer(kind=kind, place=place, gender=gender, number="singular", human=True)
