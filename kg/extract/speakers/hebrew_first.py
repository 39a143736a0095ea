"""Read Hebrew sentences in which the words said come first, and the passive of saying.

In:  a cue without words behind it. Out: an attribution of the quotation or clause in front of it.
Orders: quotation-verb-subject, quotation-subject-verb, clause-comma-verb-subject, and a clause
around ", הסביר השר,". Of the passive (נמסר, נאמר): who is named behind "from", "in a statement by".
"""

from dataclasses import replace

from kg.extract.attribution import Attribution, unlinked_mention
from kg.extract.cues import Cue
from kg.extract.mentions.hebrew_parts import is_verb
from kg.extract.speakers.behind import Behind
from kg.extract.speakers.hebrew_behind import HebrewBehind
from kg.extract.speakers.hebrew_phrases import LONGEST_NAME
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention
from kg.model.span import Span

_LEAST_WORDS = 1
_LAST_WORDS = 4
_SO = words_of("he", "so_said")
_FROM = words_of("he", "issued_by")
_FROM_LETTERS = ("מ", "ב")
_IN_IT = words_of("he", "said_in_it")
_OFFICIALLY = words_of("he", "officially")
_SUBORDINATE = words_of("he", "opens_a_clause_of_time")
_ANSWERS = words_of("he", "answers_to_something")


class HebrewFirst(HebrewBehind):
    """Looks to the left of subject and verb for what was said."""

    def _words_first(self, cue: Cue, start: int, behind: Behind, order: str) -> Attribution | None:
        """Return the statement whose words stand in front of token `start`."""
        row = cue.row
        passive = cue.inflection is not None and cue.inflection.voice == "passive"
        if not (row.that or row.bare or row.speaker_slot) or self._answers_to(cue, order):
            return None
        last = cue.last
        if isinstance(behind.subject, Mention):
            last = max(last, behind.subject.last)
        before = self._words_before(start, least=0)
        around = self._words_around(start, last, before) if before is not None else None
        content = before if around is not None else self._words_before(start)
        if content is None or self._opens_source(content[0], around):
            return None
        apart = row.continues or not (passive or self.view.form(start - 1) in _SO)
        if around is not None and isinstance(behind.subject, Pointer) and not apart:
            return None  # "so his office said": whoever speaks around it
        quoted = self.view.quotation_at[content[1]] is not None
        if (
            not quoted
            and around is None
            and order == "subject-verb"
            and self._is_adjunct_to(content)
        ):
            return None
        name = f"{'quote' if quoted else 'words'}-{order}"
        return Attribution(
            cue=cue,
            order=name,
            speaker=behind.subject,
            via=tuple(behind.via),
            addressees=tuple(behind.addressees),
            start=content[0],
            content_first=content[0],
            content_last=around if around is not None else content[1],
            clausal=True,
            before=True,
            margin=0.9 if isinstance(behind.subject, Mention) else 0.7,
        )

    def _is_adjunct_to(self, content: tuple[int, int]) -> bool:
        """True for "בתוך כך", "עם סיום הפגישה בלימה", "לאחר שנפגשו": no words said stand there."""
        view, first = self.view, content[0]
        if view.form(first) in _SUBORDINATE:
            return True
        return not any(is_verb(view.tokens[k]) for k in range(first, content[1] + 1))

    def _answers_to(self, cue: Cue, order: str) -> bool:
        """True for "…, השר הגיב לדיווח ואמר": it is answered, and no words stand in front."""
        behind = self.view.form(cue.last + 1)
        answers = self.view.form(cue.first) in _ANSWERS and order == "subject-verb"
        return answers and behind.startswith("ל") and len(behind) > 1

    def _opens_source(self, first: int, around: int | None) -> bool:
        """True for "by a joint statement, the sides agreed": it names a source, no words said."""
        source = self.view.cue_at.get(first)
        return source is not None and source.row.kind == "source" and around is None

    def _ends_sentence(self, j: int) -> bool:
        """True for ", סיפר לעיתונאים בסיאול.": only phrases with letters of their own follow."""
        view = self.view
        rest = range(j, view.size)
        words = [k for k in rest if view.is_word(k)]
        return len(words) <= _LAST_WORDS and all(
            self._is_prefixed(k) or view.time_at[k] is not None for k in words
        )

    def _words_around(self, start: int, last: int, content: tuple[int, int]) -> int | None:
        """Return the end of a clause that ", the minister explained, " stands in the middle of."""
        view = self.view
        comma = start - 2 if view.form(start - 1) in _SO else start - 1
        if view.quotation_at[content[1]] is not None or not view.is_comma(comma):
            return None
        so = view.form(start - 1) in _SO
        after = self._past_relative(last + 1)
        while after < view.size and view.is_word(after) and after - last < 12:
            if self._is_finite(after):
                return None
            after += 1
        told = view.mention_from(after + 1)
        named = told is not None and told.proclitics == ("ל",) and view.is_stop(told.last + 1)
        if named or (self._is_counterpart(after + 1) and self._is_fused(after + 1, "ל")):
            return None  # ", אמר השר, דנה לוי, לנשיא צ׳ילה."
        if not view.is_comma(after) or after + 3 >= view.size:
            return None
        following = view.cue_at.get(after + 1)
        if following is not None and (following.conjoined or not so) and following.form != "":
            return None
        if self.is_that(after + 1) or view.form(after + 1) in view.words.connector:
            return None
        return view.size - 1

    def _words_before(self, end: int, least: int = _LEAST_WORDS) -> tuple[int, int] | None:
        """Return the words said that end before token `end`: a quotation, or a clause and comma."""
        view = self.view
        k = end - 1
        if view.form(k) in _SO:
            k -= 1
        apart = view.is_comma(k) or view.tokens[k].text in "–—"
        if k < 0 or not (apart or view.quotation_at[k] is not None or view.tokens[k].text in "?!"):
            return None
        if apart or (view.tokens[k].text in "?!" and view.quotation_at[k] is None):
            k -= 1
        if k < 0:
            return None
        quotation = view.quotation_at[k]
        if quotation is not None and self._fills(quotation.first):
            last = quotation.inner_last
            while last > quotation.inner_first and view.is_comma(last):
                last -= 1
            return quotation.inner_first, last
        first = self._clause_start(k)
        return (first, k) if k - first >= least else None

    def _clause_start(self, k: int) -> int:
        first = 0
        for i in range(k, 0, -1):
            if self.view.tokens[i].text == ";":
                first = i + 1
                break
        while first < k and not self.view.is_word(first) and self.view.quotation_at[first] is None:
            first += 1
        return first

    def _fills(self, first: int) -> bool:
        """True when a quotation begins the sentence, or stands behind a mark."""
        return first == 0 or not self.view.is_word(first - 1) or self.view.is_break(first - 1)

    def _stands_behind_words(self, i: int) -> bool:
        """True where a quotation or a comma stands right in front of token `i`."""
        view = self.view
        if view.form(i - 1) in _SO:
            i -= 1
        if i < 1:
            return False
        k = i - 1
        if view.quotation_at[k] is not None:
            return True
        return k > 0 and (view.is_comma(k) or view.tokens[k].text in "?!–—")

    def _passive(self, cue: Cue) -> Attribution | None:
        """Return "it was said in the ministry's statement that", with who is named, if anybody."""
        view = self.view
        party, last = self._author(cue)
        via: tuple[Party, ...] = ()
        cited = self._cited_behind(last) if self._is_medium(party) else None
        if cited is not None and party is not None:
            via, (party, last) = (party,), cited
        voice = self.own_voice(last) if isinstance(party, Pointer) else None
        if voice is not None:
            via = (voice,)
            if view.form(cue.first - 1) in _SO and view.is_comma(cue.first - 2):
                self.so_told = (cue, voice)
        behind = Behind(subject=party, via=list(via))
        j = last + 1
        while j < view.size and (view.time_at[j] is not None or self._is_adverb(j)):
            j += 1
        if view.quotation_at[j] is None if j < view.size else True:
            j = self._to_words(j)
        quotation = view.quotation_at[j] if j < view.size else None
        if quotation is not None:
            self._take(behind, quotation.inner_first, clausal=True)
        elif j < view.size and (self.is_that(j) or (party and view.tokens[j].text == ":")):
            self._take(behind, j if self.is_shin(j) else j + 1, clausal=True)
        if behind.content_first is not None:
            first = behind.content_first
            return Attribution(
                cue=cue,
                order="passive",
                speaker=party,
                via=via,
                start=cue.first,
                content_first=first,
                content_last=view.size - 1,
                clausal=True,
                margin=0.8,
            )
        if party is None and not self._stands_behind_words(cue.first):
            return None
        found = self._words_first(cue, cue.first, behind, "passive")
        return found or self._told_of_before_by(cue, party)

    def _told_of_before_by(self, cue: Cue, party: Party | None) -> Attribution | None:
        """ "כך דווח ב-X.", "כך נמסר מלשכת X.": who told the sentence before."""
        view = self.view
        if cue.first != 1 or view.form(0) != "כך" or not isinstance(party, Mention):
            return None
        return Attribution(
            cue=cue,
            order="passive",
            speaker=party,
            start=0,
            content_first=0,
            content_last=view.size - 1,
            clausal=True,
            margin=0.7,
        )

    @staticmethod
    def _is_medium(party: Party | None) -> bool:
        return isinstance(party, Mention) and party.kind == "media"

    def _cited_behind(self, last: int) -> tuple[Party, int] | None:
        """Return whom "נכתב באתר, מפי דיפלומט," cites; the comma behind it is its end."""
        view = self.view
        j = last + 1 + view.is_comma(last + 1)
        source = view.cue_at.get(j)
        if source is None or source.row.kind != "source" or not source.row.outer_is_via:
            return None
        found = self.source_at(source)
        if found is None:
            return None
        self.used.add(source)
        end = self._past_tail(found[1] + 1)
        return found[0], end if view.is_comma(end) else found[1]

    def _to_words(self, j: int) -> int:
        """Step over "to reporters", "about the talks" to "that" or a quotation."""
        view = self.view
        for k in range(j, min(view.size, j + 8)):
            if self.is_that(k) or view.quotation_at[k] is not None or view.tokens[k].text == ":":
                return k
            if self._is_finite(k) or (not view.is_word(k) and not view.is_comma(k)):
                return j
        return j

    def _author(self, cue: Cue) -> tuple[Party | None, int]:
        """Return who made the statement: behind the verb ("in a statement by"), or before it."""
        view = self.view
        for k in range(cue.last + 1, min(view.size, self._past_times(cue.last) + 5)):
            if view.time_at_or_none(k) is not None or any(
                first <= k <= last for first, last in view.aside_from.items()
            ):
                continue  # "כך דווח הלילה (בין שבת לראשון) ברשת NBC"
            if not view.is_word(k) or self.is_that(k) or view.quotation_at[k] is not None:
                break
            if view.form(k) in _IN_IT:
                place = view.tokens[k].start
                return Pointer(kind="elided", place=place, continues=True), k
            if (published := self._published_by(k)) is not None:
                return published
            if (body := self._the_body(k)) is not None:
                return body, k
            if self._leads_to_author(k):
                found = self.source_party(k if view.mention_from(k) or self._carries(k) else k + 1)
                if found is not None:
                    return found
        office = self._office_to(self._step_left(cue.first - 1), "מ")
        if office is not None:
            return office, cue.last  # "מלשכת הנשיא נמסר"
        for k in range(max(0, cue.first - 7), cue.first):
            quoted = view.quotation_at[k]
            if quoted is not None and quoted.last - quoted.first > LONGEST_NAME:
                continue  # "… של משרד החוץ", נמסר
            mention = view.mention_from(k)
            if (published := self._published_by(k)) is not None and published[1] < cue.first:
                return published[0], cue.last
            lettered = mention is not None and mention.proclitics[-1:] in (("ב",), ("מ",))
            if self._carries(k) or (lettered and mention is not None and mention.kind is not None):
                found = self.source_party(k)
                if found is not None and found[1] < cue.first:
                    return found[0], cue.last
        return None, cue.last

    def _past_times(self, k: int) -> int:
        """Return the last token of the times and brackets behind `k`."""
        view = self.view
        while view.time_at_or_none(k + 1) is not None or k + 1 in view.aside_from:
            k = view.aside_from.get(k + 1, k + 1)
        return k

    def _the_body(self, k: int) -> Mention | None:
        """Return "the ministry", "the commission" of "נמסר מהמשרד", told of before."""
        view, form = self.view, self.view.form(k)
        kind = view.lexicon.descriptions.get(form[1:]) if form[:1] in _FROM_LETTERS else None
        found = unlinked_mention(view, k, k, number="singular") if kind is not None else None
        if found is None or view.mention_at[k] is not None or kind in ("person", "official"):
            return None
        span = Span(found.span.start + 1, found.span.end)
        return replace(found, span=span, text=form[1:], name=form[1:], kind=kind, human=False)

    def _office_to(self, k: int, letter: str = "ב") -> Mention | None:
        """Return the office of "בלשכת נתניהו הכחישו", which no lexicon knows."""
        view = self.view
        for first in range(k, max(-1, k - 4), -1):
            if not view.is_word(first):
                return None
            stem = view.form(first)[1:]
            if self._is_fused(first, letter) and stem in self.body_heads and first < k:
                found = unlinked_mention(view, first, k)
                if found is None:
                    return None
                span = Span(found.span.start + 1, found.span.end)
                office = replace(found, span=span, text=found.text[1:], name=found.name[1:])
                return self._as_body(office)
        return None

    def _published_by(self, k: int) -> tuple[Party, int] | None:
        """Return who issued it: "בהודעה שפרסמה לשכתו של X", "במכתב ששלחה וושינגטון"."""
        view = self.view
        publishes = view.lexicon.word_set("publishes")
        verb = k + 1 + (view.form(k + 1) in _OFFICIALLY)
        if not {r.stem for r in view.readings(k)} & self.carriers or verb + 1 >= view.size:
            return None
        if not any("ש" in r.proclitics and r.stem in publishes for r in view.readings(verb)):
            return None
        owner = view.mention_from(verb + 3) if view.form(verb + 2) == "של" else None
        office = self._office_of(verb + 1, owner) if owner is not None else None
        if owner is not None and office is not None:
            return office, owner.last
        found = self.noun_phrase_from(verb + 1)
        if found is None and (self._is_prefixed(verb + 1) or self._is_finite(verb + 1)):
            place = view.tokens[k].start  # "בהודעה שפרסם בסיומן נאמר"
            return Pointer(kind="elided", place=place, continues=True), verb
        return found

    def _carries(self, k: int) -> bool:
        carried = {r.stem for r in self.view.readings(k)} & (self.carriers | self.body_heads)
        own = self._own_office(k) is not None
        return bool(carried) or own

    def _leads_to_author(self, k: int) -> bool:
        view = self.view
        mention = view.mention_from(k)
        if mention is not None:
            return mention.proclitics[-1:] in (("מ",), ("ב",)) and mention.category != "place"
        return view.form(k) in _FROM or self._is_fused(k, "מ") or self._is_fused(k, "ב")
