"""Find the English noun phrase that ends, or begins, at a token.

In:  a token. Out: the mention that heads the phrase, else an unlinked mention of its words.
A mention behind a preposition is part of a longer phrase, never its head.
"""

from dataclasses import replace

from kg.extract.attribution import MAX_SPEAKER_WORDS, can_act, unlinked_mention
from kg.extract.speakers.english_joined import EnglishJoined
from kg.extract.speakers.english_words import PRONOUNS
from kg.lexicon.grammar import words_of
from kg.model.draft import Party
from kg.model.mention import Mention
from kg.model.span import Span

_LIVING = words_of("en", "living_somewhere")
_PLACED = words_of("en", "placed_at")
_AT_OCCASION = words_of("en", "at_an_occasion")
_OCCASIONS = words_of("en", "occasions_of_speech")
_OURS = frozenset({"i", "we", "you"})
_PARTICLES = words_of("en", "particles_of_verbs")


class EnglishPhrases(EnglishJoined):
    """Noun phrases in front of a verb and behind one."""

    def noun_phrase_to(self, k: int) -> Mention | None:
        """Return the noun phrase that ends at `k`: a mention that heads it, else its words."""
        view = self.view
        if not view.is_word(k) or view.form(k) in _OURS or self._is_finite(k):
            return None
        first = self._past_occasion(self._phrase_start(k), k)
        mention = view.mention_to(k)
        if view.form(first) in self.prepositions and mention is not None:
            return None  # "in Syria, …"
        if mention is not None and (people := self._people(mention)) is not None:
            return people
        if mention is not None:
            if (doers := self._doing_to(mention, first)) is not None:
                return doers
            if mention.category in ("actor", "either") and not self._is_inside(mention, first):
                return self._first_of_pair(self.widened(mention, first))
            if mention.category == "place" and mention.first <= first + 1:
                return None
        k = self._before_place(first, k, mention)
        if (armed := self._fighters_of(k)) is not None:
            return armed
        head = view.mention_from(first) or view.mention_from(first + 1)
        if head is not None and can_act(head) and self._is_followed_by_of(head):
            known = head.gazetteer_id or head.side or head.person
            return head if known or head.kind == "official" else self._unlinked(first, k)
        return self._with_theirs(first, k) or self._unlinked(first, k)

    def _doing_to(self, mention: Mention, first: int) -> Mention | None:
        """Return "Rebels" of "Rebels fighting the president of Chad, X, (said)"."""
        view = self.view
        verb = self._with_determiner(mention.first) - 1
        crowd = verb - 1
        doing = view.tokens[verb].text.islower() and view.form(verb).endswith("ing")
        if not doing or crowd < first or not view.is_word(crowd) or view.mention_at[verb]:
            return None
        led = view.form(mention.first - 1) in self.determiners or mention.role is not None
        if not led or not view.form(crowd).endswith("s") or view.form(crowd).endswith("'s"):
            return None
        people = view.mention_to(crowd)
        if people is not None:
            return people if can_act(people) else None
        return self._unlinked(first, crowd)

    def _past_occasion(self, first: int, k: int) -> int:
        """Return where "the ministry" begins in "In a statement the ministry (said)".

        So behind "In Rome", "In a letter to the Council"; else `first` itself.
        """
        view = self.view
        opens = first == 0 or view.is_comma(first - 1) or view.form(first - 1) in ("and", "but")
        if view.form(first) not in _AT_OCCASION or not opens:
            return first
        told = False
        for j in range(first + 1, k):
            heard = view.form(j) in _OCCASIONS or view.form(j) in self.documents
            told = told or heard
            named = view.mention_to(j)
            placed = named is not None and named.first == first + 1 and named.category != "actor"
            ends = heard or placed or (told and named is not None)
            if ends and (view.form(j + 1) in self.determiners or view.mention_from(j + 1)):
                return j + 1
        return first

    def _is_finite(self, i: int) -> bool:
        """True for a verb of speech, not for a noun that is written alike: "the high command"."""
        cue = self.view.cue_at.get(i)
        if cue is None or cue.row.kind == "noun":
            return False
        led = self.view.form(i - 1) in self.modal | self.support
        return cue.form != "base" or cue.row.kind == "source" or led

    def _fighters_of(self, k: int) -> Mention | None:
        """Return the group whose people "ELN rebels", "the Hamas movement" are."""
        view = self.view
        if view.form(k) not in view.lexicon.word_set("group_heads"):
            return None
        group = view.mention_to(k - 1)
        bodies = ("armed-group", "organization")
        return group if group is not None and group.kind in bodies and group.gazetteer_id else None

    def _before_place(self, first: int, k: int, mention: Mention | None) -> int:
        """Leave out where they are: "her office in Bangkok"."""
        if mention is None or mention.category not in ("place", "either"):
            return k
        before = mention.first - 1
        before -= self.view.form(before) == "the"
        placed = self.view.form(before) in _PLACED
        based = self.view.form(before - 1) in _LIVING  # "a diplomat based in Dakar"
        return before - 1 - based if placed and before - based > first else k

    def _people(self, mention: Mention) -> Mention | None:
        """Return the state of "the Russians", who say what it says."""
        if mention.category != "adjective" or self.view.form(mention.first - 1) != "the":
            return None
        plural = self.view.form(mention.last).endswith("s") and mention.gazetteer_id is not None
        return replace(mention, category="actor", human=False) if plural else None

    def widened(self, mention: Mention, first: int) -> Mention:
        """Return nameless people with the words in front: "captured officers"."""
        view = self.view
        begin = mention.first
        while begin > first and view.is_word(begin - 1) and view.tokens[begin - 1].text.islower():
            if view.form(begin - 1) in self.determiners | self.prepositions | self.openers:
                break
            begin -= 1
        if begin == mention.first or not mention.unnamed:
            return mention
        span = Span(view.tokens[begin].start, mention.span.end)
        text = view.text(span)
        return replace(mention, first=begin, span=span, text=text, name=text)

    def _is_followed_by_of(self, head: Mention) -> bool:
        return self.view.form(head.last + 1) in self.prepositions

    def _phrase_start(self, k: int) -> int:
        """Walk left to where the noun phrase, or the clause, begins."""
        view = self.view
        named = view.mention_to(k)
        first = named.first if named is not None and named.person else k
        while first > 0 and k - first < MAX_SPEAKER_WORDS + 3:
            before = first - 1
            inside = view.mention_to(before)
            if inside is not None and inside.person and not view.is_word(inside.last - 1):
                first = inside.first  # "Moon Jae-in"
                continue
            if self._is_many_owners(before) or self._is_hyphen(before):
                first = before
                continue
            if not view.is_word(before) or view.form(before) in self.openers:
                break
            if view.form(before) in view.words.relative:
                break
            if self._is_finite(before) and view.mention_at[before] is None:
                break
            if view.time_at[before] is not None or view.quotation_at[before] is not None:
                break
            first = before
        return self._past_adjunct(first, k)

    def _is_many_owners(self, i: int) -> bool:
        """True at the apostrophe of "the dock workers' union"."""
        view = self.view
        mark = 0 < i < view.size - 1 and view.tokens[i].text in "'’"
        glued = mark and view.tokens[i].start == view.tokens[i - 1].end
        return glued and view.form(i - 1).endswith("s") and view.quotation_at[i] is None

    def _is_hyphen(self, i: int) -> bool:
        """True for the hyphen of "residents of the al-Hol camp", not for a dash."""
        view = self.view
        if not 0 < i < view.size - 1 or view.tokens[i].text != "-":
            return False
        before, mark, after = view.tokens[i - 1 : i + 2]
        glued = before.end == mark.start and mark.end == after.start
        return glued and before.is_word and after.is_word

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
        last = next((i - 1 for i in range(bare + 1, k) if view.form(i) == "with"), k)
        opens = bare == last == next((i for i in range(view.size) if view.is_word(i)), 0)
        plural = view.form(last).endswith("s") and (
            opens or not view.tokens[last].text[0].isupper()
        )
        return unlinked_mention(view, bare, last, number="plural" if plural else None)

    def _may_head(self, first: int, bare: int, k: int) -> bool:
        """True when unknown words may name somebody who speaks."""
        view = self.view
        if k - first > MAX_SPEAKER_WORDS or view.form(first) in self.prepositions:
            return False
        if view.form(first).endswith("ed") and view.form(first + 1) in self.prepositions:
            return False  # "Roe, wanted in Peru on fraud charges,"
        if view.form(k) in ("nor", "who", "which") or view.form(k) in self.openers:
            return False
        if first == bare == k and view.form(k).endswith("ing") and view.tokens[k].text.islower():
            return False  # "after verifying reports"
        if k > bare and self._is_done_by(view.mention_to(k - 1), k):
            return False  # "Raila Odinga joined (calls for)"
        ends = _PARTICLES.isdisjoint((view.form(bare), view.form(k)))
        if k > bare and (view.form(bare) in PRONOUNS or not ends):
            return False  # "she remained", "out by the ministry", "note handed over"
        if view.phrase_at(first, view.words.not_speakers) and view.form(first + 1) != "of":
            return False
        if view.phrase_at(bare, view.words.not_speakers) and bare == k:
            return False
        head = self._head(bare, k)
        if view.phrase_at(head, view.words.not_speakers) and view.form(head + 1) != "of":
            return False
        if any(
            view.form(i) in self.auxiliary or view.form(i) == "did" for i in range(first, k + 1)
        ):
            return False
        if any(self._is_stray_article(i) for i in range(bare + 1, k + 1)):
            return False
        return view.tokens[bare].text[0].isalpha()

    def _is_done_by(self, doer: Mention | None, k: int) -> bool:
        """True for the verb of "Raila Odinga joined", "Kenya backed": no noun phrase."""
        if doer is None or not (doer.person or doer.kind == "state"):
            return False
        form = self.view.form(k)
        return form.endswith("ed") or form in self.view.lexicon.word_set("given_by")

    def _is_stray_article(self, i: int) -> bool:
        """True for an article that a verb precedes: "read the nine", no noun phrase."""
        view = self.view
        return view.form(i) in ("the", "a", "an") and view.form(i - 1) not in self.prepositions

    def _head(self, first: int, k: int) -> int:
        """Return the head noun: the last word before the first preposition."""
        for i in range(first, k + 1):
            if self.view.form(i) in self.prepositions and i > first:
                return i - 1
        return k

    def noun_phrase_from(self, j: int) -> tuple[Party, int] | None:
        """Return the noun phrase that begins at token `j` and its last token."""
        view = self.view
        if view.form(j) in PRONOUNS:
            return self._pronoun(j), j
        start = j
        while view.form(j) in ("the", "a", "an"):
            j += 1
        mention = view.mention_from(j) or view.mention_from(start)
        if mention is None and view.form(j) in ("its", "his", "her", "their"):
            held = view.mention_from(j + 1)
            mention = held if held is not None and held.person else None
        if mention is None and start < j < view.size and view.tokens[j].text.islower():
            behind = view.mention_from(j + 1)  # "the rival Democratic Party"
            named = behind is not None and view.tokens[behind.first].text[0].isupper()
            plain = view.form(j) not in self.prepositions and j not in view.cue_at
            mention = behind if named and plain and not view.form(j).endswith("s") else None
        if mention is not None and (people := self._people(mention)) is not None:
            return people, people.last
        if mention is not None:
            return (mention, mention.last) if can_act(mention) else None
        if not view.is_word(j) or view.form(j) in self.prepositions or self._is_adverb(j):
            return None
        last = j
        while last + 1 < view.size and last - j < MAX_SPEAKER_WORDS:
            k = last + 1
            if self._is_hyphen(k):
                last = k
                continue
            if not view.is_word(k) or view.time_at[k] is not None or k in view.cue_at:
                break
            if view.form(k) in self.openers | (self.prepositions - {"of", "for"}):
                break
            if view.form(k) in view.words.relative:
                break
            if view.form(k).endswith("ed") and view.form(k + 1) == "by":
                break  # "rebel groups mediated by"
            last = k
        if not self._may_head(start, j, last):
            return None
        found = unlinked_mention(view, j, last)
        return (found, last) if found is not None else None
