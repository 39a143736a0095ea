"""Read "according to X" in an English sentence, and who a preposition of source names.

In:  the cue of a source. Out: an attribution of what stands behind it, or before it.
"""

from dataclasses import replace

from kg.extract.attribution import Attribution, can_act, unlinked_mention
from kg.extract.cue_rows import CueRow
from kg.extract.cues import Cue
from kg.extract.parts_played import is_possessive
from kg.extract.speakers.english_phrases import EnglishPhrases
from kg.extract.speakers.english_words import OBJECTS, PRONOUNS
from kg.lexicon.gazetteer import load_gazetteer
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Gender, Mention, Number

_JOINT = words_of("en", "joint_statement")
_TELLING = CueRow(id="in-somebodys-words", kind="source", act="asserts")
_LAST_WORDS = words_of("en", "last_words_of_outlets")
_CARRIED = words_of("en", "carried_by_a_medium")
_OWNERS: dict[str, tuple[Gender | None, Number]] = {
    "his": ("masculine", "singular"),
    "her": ("feminine", "singular"),
    "its": (None, "singular"),
    "their": (None, "plural"),
}


class EnglishSources(EnglishPhrases):
    """Reads sources."""

    def of_source(self, cue: Cue) -> Attribution | None:
        """Return what stands around "according to X", before it or behind it."""
        view = self.view
        found = self.source_party(cue.last + 1)
        if found is None:
            return None
        party, last = found
        if self._opens_clause(cue.first):
            first = last if self._goes_on_at_once(last + 1) else self._next_comma(last)
            if first is None or first + 1 >= view.size:
                return None
            carrier = self._carrier_behind(first)
            if carrier is not None:
                first = carrier[1]
            one = self._source(cue, party, cue.first, (first + 1, view.size - 1), "source-first")
            return replace(one, via=(carrier[0],)) if carrier is not None else one
        end = cue.first - 1
        while end >= 0 and view.is_comma(end):
            end -= 1
        quotation = view.quotation_at[end] if end >= 0 else None
        if quotation is not None and quotation.last == end:
            content = (quotation.inner_first, quotation.inner_last)
            return self._source(cue, party, quotation.first, content, "source-last")
        return self._source(cue, party, 0, (0, end), "source-last") if end >= 0 else None

    def _goes_on_at_once(self, j: int) -> bool:
        """True where what is told begins without a comma: "According to officials the dam is"."""
        view = self.view
        named = view.mention_from(j)
        begins = view.form(j) in ("the", "a", "an", *PRONOUNS) or (named and can_act(named))
        return bool(begins) and (self._is_plain_clause(j) or view.form(j) in PRONOUNS)

    def _carrier_behind(self, comma: int) -> tuple[Party, int] | None:
        """Return who carried it in "according to X, quoted by Y, …", and the second comma."""
        view = self.view
        if view.form(comma + 1) not in _CARRIED or view.form(comma + 2) not in ("by", "in", "on"):
            return None
        found = self.noun_phrase_from(comma + 3)
        ends = found is not None and view.is_comma(found[1] + 1) and found[1] + 3 < view.size
        return (found[0], found[1] + 1) if found is not None and ends else None

    def in_somebodys_words(self) -> list[Attribution]:
        """Return what stands around "in his account", "by Kabul's telling"."""
        view, nouns = self.view, self.view.lexicon.word_set("tellings")
        found = []
        for i in [i for i, token in enumerate(view.tokens) if i and token.form in nouns]:
            if view.quotation_at[i] is not None:
                continue
            owner = view.mention_to(i - 1)
            party: Party | None = None
            if view.form(i - 1) in _OWNERS:
                gender, number = _OWNERS[view.form(i - 1)]
                place = view.tokens[i - 1].start
                party = Pointer(
                    kind="pronoun", place=place, gender=gender, number=number, continues=True
                )
            elif owner is not None and can_act(owner) and is_possessive(view, i - 1):
                party = owner
            begin = owner.first if party is owner and owner is not None else i - 1
            begin -= view.form(begin - 1) == "the"
            if party is not None and view.form(begin - 1) in ("in", "by"):
                one = self._told_in(party, begin - 1, i)
                found += [one] if one is not None else []
        return found

    def _told_in(self, party: Party, first: int, last: int) -> Attribution | None:
        """Return the attribution of words with "in his account" between commas, or at an end."""
        view = self.view
        cue = Cue(_TELLING, first, last, None)
        if self._opens_clause(first):
            if not view.is_comma(last + 1):
                return None
            return self._source(cue, party, first, (last + 2, view.size - 1), "source-first")
        if not view.is_comma(first - 1):
            return None
        if view.is_comma(last + 1):
            return self._source(cue, party, 0, (0, view.size - 1), "source-last")
        ends = last + 1 >= view.size or view.is_stop(last + 1)
        return self._source(cue, party, 0, (0, first - 2), "source-last") if ends else None

    def _opens_clause(self, first: int) -> bool:
        """True at the sentence's beginning, and behind "saying that,"."""
        view = self.view
        if all(not view.is_word(i) for i in range(first)):
            return True
        return view.is_comma(first - 1) and view.form(first - 2) in view.words.that

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
        if view.form(j) in OBJECTS and not view.is_word(j + 1):
            return self._object_pronoun(view.form(j), j, None), j
        body = j + 1 if view.form(j) == "the" else j
        if view.form(body) in view.lexicon.descriptions and not view.is_word(body + 1):
            return self._unnamed_source(j, body)  # "according to the ministry,"
        for k in range(j, min(view.size, j + 7)):
            if view.form(k) in self.documents and self._stands_for_itself(k):
                return self._of_document(j, k), k
            mention = view.mention_from(k)
            if mention is not None:
                if not can_act(mention):
                    return None
                if (house := self._house_of(mention)) is not None:
                    return house, mention.last + 1
                return self.widened(mention, j), mention.last
            if view.form(k) in self.source_nouns:
                return self._unnamed_source(j, k)
            if self._is_outlet(k):
                found = unlinked_mention(view, k, k)
                return (replace(found, kind="media", human=False), k) if found else None
            if view.form(k - 1) == "the" and view.form(k) in view.lexicon.descriptions:
                return self._unnamed_source(k - 1, k) if not view.is_word(k + 1) else None
            if view.form(k) not in self.carriers and not self._describes_source(k):
                return None
        return None

    def _stands_for_itself(self, k: int) -> bool:
        """True for a document without its author: "a joint statement", not "a statement by X".

        Nor for one that its owner issued: "the statement released by X".
        """
        view = self.view
        after = view.form(k + 1)
        if view.tokens[k].text[0].isupper() or view.form(k + 2) == "by":
            return False  # "the Post", "a statement issued by X"
        return (
            view.is_break(k + 1) or after in ("that", "issued", "released") or view.is_stop(k + 1)
        )

    def _house_of(self, press: Mention) -> Mention | None:
        """Return the White House of "a White House press statement", which is not its press."""
        paper = self.view.form(press.last + 1) in (*self.documents, "release")
        entry = load_gazetteer().entry(press.side) if press.side else None
        if press.kind != "media" or self.view.form(press.last) != "press" or not paper or not entry:
            return None
        kind = entry.kind if entry.kind is not None else press.kind
        return replace(press, name=entry.label, kind=kind, gazetteer_id=entry.id, side=entry.side)

    def _is_outlet(self, k: int) -> bool:
        """True for "the Post", "the Times" and nothing behind it."""
        view = self.view
        capital = view.tokens[k].text[0].isupper() and not view.is_word(k + 1)
        return capital and view.form(k - 1) == "the" and view.form(k) in _LAST_WORDS

    def _of_document(self, j: int, k: int) -> Pointer:
        """Return who a statement without an author is by: both, of a joint one."""
        place = self.view.tokens[j].start
        if any(self.view.form(i) in _JOINT for i in range(j, k)):
            return Pointer(kind="pair", place=place, number="dual", human=False)
        return Pointer(kind="pronoun", place=place, continues=True)

    def _describes_source(self, k: int) -> bool:
        """True for an adjective in front of a source noun: "two senior Western diplomats"."""
        return any(self.view.form(i) in self.source_nouns for i in range(k, k + 4))

    def _unnamed_source(self, j: int, k: int) -> tuple[Party, int] | None:
        first = j
        while self.view.form(first) in ("the", "a", "an"):
            first += 1
        found = unlinked_mention(self.view, first, k)
        return (found, k) if found is not None else None
