"""Read "according to X" in an Arabic sentence, and who a preposition of source names.

In:  the cue of a source. Out: an attribution of what stands behind it, or before it.
"""

from dataclasses import replace

from kg.extract.attribution import Attribution, can_act, unlinked_mention
from kg.extract.cues import Cue
from kg.extract.mentions.arabic_parts import is_verb
from kg.extract.speakers.arabic_phrases import ArabicPhrases
from kg.extract.subject import find_subject
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_LEAST_BEHIND = 4
_MARKS = 3  # tokens: ": «"
_IN_IT = words_of("ar", "in_it")
_PEOPLE = words_of("ar", "people_as_sources")
_ABOUT = words_of("ar", "about_a_statement")
_JOINT = words_of("ar", "joint_statement")
_ABOUT_WHOM = ("عن", "من")


class ArabicSources(ArabicPhrases):
    """Reads sources."""

    def of_source(self, cue: Cue) -> Attribution | None:
        """Return what stands around "according to X", before it or behind it."""
        view = self.view
        found = self.source_party(cue.last + 1)
        carried = self.carrier_at(cue.last + 1) is not None
        if cue.row.of_before or carried:
            stated = None if carried else self._of_statement(cue.last)
            issued = find_subject(view, before=cue.first) if view.form(cue.last) in _IN_IT else None
            stated = (issued, cue.last) if issued is not None else stated
            found = stated or (self._issuer(cue.last), cue.last)
        if found is None:
            return None
        party, last = found
        last = self._past_adjectives(last + 1) - 1  # "the same source"
        via: tuple[Party, ...] = ()
        joint, last = self._with_more(last)
        passed_on = self._passed_on(party, last)
        if passed_on is not None:
            via, (party, last) = (party,), passed_on
        if (outlet := self._carrier_behind(last)) is not None:
            via, last = (*via, outlet), outlet.last
        comma = last + 1
        within = range(comma + 1, comma + _MARKS)
        if view.form(cue.last) in _IN_IT and any(a.content_first in within for a in self.found):
            return None  # "نشرت الوزارة بيانا جاء فيه: «…»": the verb has told it
        leads = self._leads(cue) or (view.form(cue.last) in _IN_IT and self.is_that(comma))
        if not leads and self._leads_clause(cue, comma):
            first = comma + 1 + self.is_that(comma + 1)
            words = (first, view.size - 1)
            inner = self._source(cue, party, cue.first, words, "source-first", via, joint)
            return replace(inner, nested=True)
        if leads:
            comma = self._past_listener(comma)
            first = comma + 1 if view.is_comma(comma) else comma
            if self.is_that(first):
                first += 1
            if first >= view.size or view.is_stop(first):
                return None
            words = (first, view.size - 1)
            return self._source(cue, party, cue.first, words, "source-first", via, joint)
        if not view.is_stop(comma) and view.tokens[comma].text == ":":
            words = (comma + 1, view.size - 1)
            return self._source(cue, party, cue.first, words, "source-colon", via, joint)
        if self._is_within(cue, comma):
            return self._source(cue, party, 0, (0, view.size - 1), "source-within", via, joint)
        end = cue.first - 1
        while end >= 0 and not view.is_word(end) and view.quotation_at[end] is None:
            end -= 1
        if end < 0:
            return None
        return self._source(cue, party, 0, (0, end), "source-last", via, joint)

    def _leads_clause(self, cue: Cue, comma: int) -> bool:
        """True for "(said that) according to X, …": إنه بحسب المصادر، فإن."""
        view = self.view
        that = self.is_that(cue.first - 1) and not cue.row.outer_is_via
        return that and view.is_comma(comma) and view.size - comma > _LEAST_BEHIND

    def _carrier_behind(self, last: int) -> Mention | None:
        """Return X of "(said the statement) which X carried", ", quoted from X,"."""
        view, j = self.view, last + 1
        if view.form(j) in view.words.relative:
            j += 1
        if (outlet := self.carrier_at(j)) is not None:
            return outlet
        source = view.cue_at.get(j + 1) if view.is_comma(j) else None
        if source is None or source.row.kind != "source" or source.row.of_before:
            return None
        named = self.source_party(source.last + 1)
        if named is None or not isinstance(named[0], Mention) or named[0].kind != "media":
            return None
        self.used.add(source)
        return named[0]

    def _of_statement(self, last: int) -> tuple[Party, int] | None:
        """Return whose "the final statement of the AU summit" is, the statement at token `last`.

        None where no word says more of it: whoever spoke before has given it out.
        """
        view, k = self.view, last + 1
        while view.form(k) in _ABOUT:
            k += 1
        place = view.tokens[last].start
        both = any(view.form(i) in _JOINT for i in range(last + 1, k))
        issuer: Party = self._issuer(last)
        if both:
            issuer = Pointer(kind="pair", place=place, number="dual", human=False)
        if view.form(k) in _ABOUT_WHOM:
            k += 1
        elif not any(r.proclitics == ("ل",) for r in view.readings(k)):
            return (issuer, k - 1) if k > last + 1 else None
        named = view.mention_from(k) or view.mention_from(k + 1)
        if named is None or not can_act(named):
            return issuer, k if view.form(k).startswith("ل") else k - 1
        return (issuer if both else named), named.last

    def _past_listener(self, j: int) -> int:
        """Step over "to the council" in "according to a letter that X sent to the council,"."""
        mention = self.view.mention_from(j + 1) if self.is_preposition(j) else None
        behind = mention.last + 1 if mention is not None else j
        return behind if self.view.is_comma(behind) else j

    def _with_more(self, last: int) -> tuple[tuple[Mention, ...], int]:
        """Return those beside the first of "a statement by A and B", and where they end."""
        found: list[Mention] = []
        while (other := self.view.mention_from(last + 1)) is not None:
            if other.proclitics != ("و",) or not can_act(other):
                break
            found.append(other)
            last = other.last
        return tuple(found), last

    def _is_within(self, cue: Cue, comma: int) -> bool:
        """True for "according to X" set off between commas, with a clause going on behind it."""
        view = self.view
        set_off = view.is_comma(cue.first - 1) and view.is_comma(comma)
        if not set_off or view.size - comma < _LEAST_BEHIND:
            return False
        ahead = (c for c in view.cues if c.first < cue.first and c.row.kind == "verb")
        verbs = any(c.form in ("past", "present") for c in ahead)
        return not verbs and not any(view.is_comma(i) for i in range(comma + 1, view.size))

    def _passed_on(self, party: Party, last: int) -> tuple[Party, int] | None:
        """Return whom the outlet quotes: "according to what the agency carried from X"."""
        medium = isinstance(party, Mention) and party.kind == "media"
        if not medium:
            return None
        if self.view.form(last + 1) == "عن":
            return self._noun_phrase(last + 2)
        citing = self.view.cue_at.get(last + 1 + (not self.view.is_word(last + 1)))  # "»"
        if citing is None or not citing.row.outer_is_via:
            return None
        self.used.add(citing)
        return self.source_party(citing.last + 1)

    def _source(
        self,
        cue: Cue,
        party: Party,
        start: int,
        content: tuple[int, int],
        order: str,
        via: tuple[Party, ...],
        joint: tuple[Mention, ...],
    ) -> Attribution:
        return Attribution(
            cue=cue,
            order=order,
            speaker=party,
            via=via,
            start=start,
            content_first=content[0],
            content_last=content[1],
            clausal=True,
            before=order in ("source-last", "source-within"),
            margin=0.9,
            joint=joint,
        )

    def _leads(self, cue: Cue) -> bool:
        """True when the source stands at the sentence's head."""
        return all(
            not self.view.is_word(i) or self.view.form(i) in self.view.words.connector
            for i in range(cue.first)
        )

    def _named_before(self, k: int) -> tuple[Party, int] | None:
        """Return "the same source", "the diplomat": somebody without a name, told of before."""
        found = self._noun_phrase(k)
        if found is None or not isinstance(found[0], Mention):
            return found
        return replace(found[0], unnamed=True), found[1]

    def _people_at(self, j: int) -> tuple[Party, int] | None:
        """Return "the prisoner's family" at `j`, up to its last definite word or name."""
        found = self._noun_phrase(j)
        if found is None:
            return None
        last = self._construct_end(j, found[1])
        people = unlinked_mention(self.view, j, last, gender=self._gender(j))
        return (people, last) if people is not None else None

    def _construct_end(self, j: int, last: int) -> int:
        """Return the last token of "عائلة الأسير | نقلته": what is definite has no more."""
        view = self.view
        closed = any(r.enclitic for r in view.readings(j))
        for k in range(j + 1, last + 1):
            mention = view.mention_at[k]
            definite = self._has_article(k) or mention is not None
            if k > j + 1 and not definite and is_verb(view.tokens[k]):
                return k - 1  # "سكان محليين | قتل ثلاثة"
            if closed and not definite:
                return k - 1
            closed = closed or definite
        return last

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
            if k == j and any(r.stem in _PEOPLE for r in view.readings(k)):
                return self._people_at(k)
            again = view.lexicon.word_set("people_again")
            if any(r.stem in again and r.definite for r in view.readings(k)):
                return self._named_before(k)
            timed = view.time_at[k] is not None or self._is_adverb(k)  # "حسب ما أكده حينها"
            timed = timed or view.form(k).isdigit()  # "نقلا عن 3 مصادر"
            if not timed and not any(r.stem in self.carriers for r in view.readings(k)):
                return None
        return None
