"""Find where an unknown Hebrew noun phrase begins or ends that may be somebody.

In:  a token beside a verb. Out: an unlinked mention, and its last or first token.
An overt noun phrase in subject position is the subject whether the lexicon has it or not; it ends
where "that", a preposition, a time, a mark or another verb begins.
"""

from dataclasses import replace

from kg.extract.attribution import MAX_SPEAKER_WORDS, can_act, unlinked_mention
from kg.extract.speakers.hebrew_words import AND_OR_NONE, HebrewWords
from kg.lexicon.grammar import endings_of, words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention
from kg.model.span import Span

_THAT = "כי"
_ENDS = words_of("he", "ends_a_group")
_OWN_VAV = endings_of("he", "own_vav")
_TWO = words_of("he", "two_of_them")
_THE_TWO = words_of("he", "the_two")
SO_MANY = words_of("he", "so_many_of_them")
_KIN = words_of("he", "whose_relative") | words_of("he", "kin_in_front_of_a_name")
_SHORTEST_JOINED = 4
LONGEST_NAME = 5  # tokens of a quoted name with its marks


class HebrewPhrases(HebrewWords):
    """Noun phrases behind a verb or a preposition, and in front of a verb."""

    def noun_phrase_from(self, j: int) -> tuple[Party, int] | None:
        """Return who is named from token `j` on, and the last token; None for a thing or place."""
        view = self.view
        pronoun = self._pronoun(j)
        if pronoun is not None:
            return pronoun, j
        pair = self._pair_from(j)
        if pair is not None:
            return pair
        mention = view.mention_from(j)
        if mention is not None:
            return self._of_mention(mention)
        if not self._may_head(j):
            return None
        last = self._phrase_end(j)
        number = self._number(j)
        found = unlinked_mention(view, j, last, gender=self._gender(j), number=number)
        if found is not None and (named := self._apposed_to(found)) is not None:
            return named, named.last
        if found is not None and (named := self._named_at_end(found)) is not None:
            return named, named.last
        return (self._as_body(found), last) if found is not None else None

    def _named_at_end(self, mention: Mention) -> Mention | None:
        """Return the person of "פעילת זכויות האדם אנה לוי": a description that ends in the name."""
        view = self.view
        named = view.mention_to(mention.last)
        if named is None or not named.person or named.proclitics or named.first <= mention.first:
            return None
        if named.first == named.last:
            return None  # a surname: the first name that no list has belongs to it
        stems = {r.stem for r in view.readings(mention.first)}
        bodies = self.body_heads | view.lexicon.word_set("crowds") | _KIN
        whose = view.form(named.first - 1) == "של" or mention.number == "plural"
        return None if whose or stems & bodies else named

    def _apposed_to(self, mention: Mention) -> Mention | None:
        """Return the person of "המארחת, דנה לוי,": a name set off behind a noun of no list."""
        view, k = self.view, mention.last + 1
        named = (
            view.mention_from(k + 1) if view.is_comma(k) and mention.number != "plural" else None
        )
        if named is None or not named.person or named.proclitics:
            return None
        closed = view.is_comma(named.last + 1) or view.is_stop(named.last + 1)
        return named if closed and view.form(mention.first).startswith("ה") else None

    def _as_body(self, mention: Mention) -> Mention:
        """Return "מטה המשפחות", "מחלקת החוץ" as an organization, told by its first word."""
        inside = (self.view.mention_at[i] for i in range(mention.first, mention.last + 1))
        if any(m is not None and m.kind == "media" for m in inside):
            return mention
        heads = {r.stem for r in self.view.readings(mention.first)} & self.body_heads
        if not heads or mention.kind is not None or mention.last == mention.first:
            return mention
        return replace(mention, kind="organization", human=False)

    def _of_mention(self, mention: Mention) -> tuple[Party, int] | None:
        if can_act(mention) and mention.proclitics in AND_OR_NONE:
            return mention, mention.last
        crowd = mention.category == "adjective" and mention.number == "plural"
        return (mention, mention.last) if crowd and mention.proclitics in AND_OR_NONE else None

    def _pair_from(self, j: int) -> tuple[Pointer, int] | None:
        """Return "the two sides" that begins at `j`: שני הצדדים, שתי המדינות, הצדדים."""
        view = self.view
        heads = view.lexicon.word_set("pair_heads")
        two = any(r.stem in _TWO and r.proclitics in AND_OR_NONE for r in view.readings(j))
        last = j + two
        led = AND_OR_NONE if last == j else ((),)
        if not any(r.stem in heads and r.proclitics in led for r in view.readings(last)):
            return None
        sides = view.lexicon.word_set("sides")
        if not two and not any(r.stem in sides for r in view.readings(last)):
            return None
        hint = unlinked_mention(view, j, last, number="plural")
        stems = [r.stem for r in view.readings(last) if r.stem in _THE_TWO]
        return (
            Pointer(
                kind="pair",
                place=view.tokens[j].start,
                number="dual",
                hint=hint,
                words=stems[0] if stems else None,
            ),
            last,
        )

    def _may_head(self, j: int) -> bool:
        """True when an unknown noun phrase that begins at `j` may be somebody."""
        view = self.view
        if not view.is_word(j) or view.tokens[j].text[0].isdigit() or view.time_at[j] is not None:
            return False
        if self._is_thing(j) or self.is_preposition(j) or j in view.cue_at or self.is_that(j):
            return False
        mention = view.mention_at[j]
        if mention is not None and mention.first != j:
            return False
        form = view.form(j)
        if (
            form in self.inflected
            or form in self.auxiliaries
            or self._is_adverb(j)
            or form in view.words.negation
        ):
            return False
        stems = {r.stem for r in view.readings(j) if r.proclitics in AND_OR_NONE}
        people = self.body_heads | self.source_nouns | view.lexicon.word_set("crowds")
        if stems & people or form in view.lexicon.descriptions:
            return True
        return form not in view.words.connector and not self._is_prefixed(j)

    def _phrase_end(self, j: int) -> int:
        view = self.view
        last = j
        if view.form(j) in SO_MANY:
            return j  # "the five demanded a quick publication"
        for k in range(j + 1, min(view.size, j + MAX_SPEAKER_WORDS)):
            mention = view.mention_at[k]
            hyphen = view.form(k) == "-" and view.is_word(k + 1)
            if hyphen:
                continue
            if not view.is_word(k) or self.is_that(k) or view.quotation_at[k] is not None:
                break
            if view.form(k) == "את" or (self.is_preposition(k) and view.form(k) != "של"):
                break
            if view.time_at[k] is not None or self._is_adverb(k) or self._is_finite(k):
                break
            if k in view.cue_at or view.form(k) in view.words.connector or view.form(k) in _ENDS:
                break
            if mention is not None and mention.proclitics:
                if k == j + 1 and mention.proclitics == ("מ",) and mention.category != "actor":
                    last = mention.last  # "a doctor from Khartoum"
                break
            if mention is None and self._is_prefixed(k) and view.form(k - 1) != "של":
                break
            last = k
        return last

    def noun_phrase_to(self, k: int) -> Mention | None:
        """Return the unknown noun phrase that fills a clause up to token `k`."""
        view = self.view
        first = k
        if view.form(k) in self.inflected or view.form(k) == _THAT:
            return None  # "published an article with her": a phrase of the verb's
        while first > 0 and k - first < MAX_SPEAKER_WORDS and self._extends_left(first - 1):
            first -= 1
        if first > k or not self._may_head(first):
            return None
        if any(view.form(i) == "את" or i in view.cue_at for i in range(first, k + 1)):
            return None
        number = self._number(first)
        joined = any(view.form(i) == "-" for i in range(first, k))  # a name: עזת א-רשק
        gender = None if joined else self._gender(first)
        found = unlinked_mention(view, first, k, gender=gender, number=number)
        if found is None:
            return None
        if (named := self._named_at_end(found)) is not None:
            return named
        found = self._as_body(found)
        return _without_and(found) if first > 0 else found

    def _in_name(self, i: int) -> bool:
        """True inside a quoted name: חברת ״בלאוויה״."""
        return any(b.kind == "name" and b.first <= i <= b.last for b in self.view.brackets)

    def _extends_left(self, i: int) -> bool:
        view = self.view
        if view.form(i) == "-" and view.is_word(i - 1):
            return True
        if self._in_name(i):
            return True
        if not view.is_word(i) or view.time_at[i] is not None or self.is_that(i):
            return False
        if view.form(i) in view.words.connector or self._is_adverb(i):
            return False
        if view.form(i) in self.inflected:
            return False
        return view.quotation_at[i] is None and i not in view.cue_at

    def quoted_name(self, j: int) -> tuple[Mention, int] | None:
        """Return the medium whose name stands in quotation marks at `j`: לפי ״הצופה״."""
        view = self.view
        quotation = view.quotation_at[j] if j < view.size else None
        if quotation is None or quotation.first != j or quotation.last - j > LONGEST_NAME:
            return None
        first, last = quotation.inner_first, quotation.inner_last
        known = view.mention_from(first)
        if known is not None and known.last == last and known.kind == "media":
            return known, quotation.last
        found = unlinked_mention(view, first, last, number="singular")
        if found is None:
            return None
        return replace(found, kind="media", side=None, human=False), quotation.last


def _without_and(mention: Mention) -> Mention:
    """Leave the letter of "and" out: "ודיפלומט" -> "דיפלומט"; it begins few words of its own."""
    text = mention.text
    if not text.startswith("ו") or text.startswith(_OWN_VAV) or len(text) < _SHORTEST_JOINED:
        return mention
    span = Span(mention.span.start + 1, mention.span.end)
    return replace(mention, span=span, text=text[1:], name=(mention.name or text)[1:])
