"""Step to the left over what stands between an English verb and its subject.

In:  a token beside a verb group. Out: the token to go on from.
    "The minister, who arrived on Monday, flatly denied"    back to "minister"
"""

from kg.extract.attribution import can_act
from kg.extract.speakers.english_phrases import EnglishPhrases
from kg.lexicon.grammar import words_of

_PARTS_OF_DAY = words_of("en", "parts_of_day")

_SAID_SO = 8  # tokens of ", the foreign ministry spokesman said,"
_OPENING = 8  # tokens of "The African Union Commission chairperson, in a letter, (said)"


class EnglishLeft(EnglishPhrases):
    """Steps over adverbs, asides and relative clauses."""

    def step_left(self, k: int) -> int:
        """Return where a subject may end that stands at `k` or in front of what is inserted."""
        return self._step_left(k)

    def _step_left(self, k: int) -> int:
        """Step over insertions, times and adverbs between the subject and its verb."""
        view = self.view
        moved = True
        while moved and k > 0:
            moved = False
            if (near := self._before_tail(k)) is not None:
                return near
            if view.tokens[k].text in (",", ".") and self._ends_apposed(k - 1):
                return self._before_office(k - 1)
            if k in view.aside_to and view.aside_to[k] > 0 and not self._is_whose(k):
                k, moved = view.aside_to[k] - 1, True
            elif (quoted := self._before_quoted_adverb(k)) is not None:
                k, moved = quoted, True
            elif view.is_word(k) and (view.time_at[k] is not None or self._may_trail(k)):
                k, moved = k - 1, True
                if view.form(k) == "on" and view.time_at[k + 1] is not None:
                    k -= 1
            elif (before := self._before_age(k)) is not None:
                k, moved = before, True
            elif view.is_comma(k) and view.quotation_at[k - 1] is None:
                opening = self._opening_comma(k)
                if opening is not None:
                    k, moved = opening - 1, True
                elif self._is_set_off(k - 1):
                    return self._before_office(k - 1)
        return k

    def _before_age(self, k: int) -> int | None:
        """Return where X of "X, 54, who left," ends."""
        view = self.view
        aged = view.tokens[k].text.isdecimal() and view.is_comma(k - 1)
        return k - 2 if aged and view.mention_to(k - 2) is not None else None

    def _before_quoted_adverb(self, k: int) -> int | None:
        """Return the token in front of "categorically" in quotation marks, right before a verb."""
        view = self.view
        quotation = view.quotation_at[k]
        if quotation is None or quotation.last != k or not view.is_word(quotation.first - 1):
            return None
        alone = quotation.inner_last - quotation.inner_first < 2  # "wholly and", "quite rightly"
        adverb = view.form(quotation.inner_last)
        fits = adverb.endswith("ly") or adverb in view.words.adverbs
        return quotation.first - 1 if alone and fits else None

    def _is_whose(self, k: int) -> bool:
        """True at the end of "whose foreign policy chief", the verb's own subject."""
        view, opening = self.view, self.view.aside_to[k]
        named = view.mention_to(k)
        if view.form(opening) == "which" and named is not None and can_act(named):
            return named.first - opening <= 1 + (
                view.form(opening + 1) == "the"
            )  # ", which X (denies)"
        return view.form(opening) in ("whose", "whom")

    def _before_tail(self, k: int) -> int | None:
        """Return the end of the noun that "not authorised to speak publicly" says more of."""
        view = self.view
        if not view.is_word(k) or view.mention_at[k] is not None:
            return None
        tails = view.lexicon.phrases("tails")
        for i in range(k, max(0, k - 10), -1):
            if can_act(view.mention_to(i - 1)) and view.phrase_at(i, tails):
                return i - 1
            if not view.is_word(i) or i in view.cue_at:
                return None
        return None

    def _may_trail(self, k: int) -> bool:
        """True for an adverb, and for "there" behind a noun: "a diplomat there said"."""
        there = self.view.form(k) in ("there", "here") and self.view.is_word(k - 1)
        part = self.view.form(k) in _PARTS_OF_DAY  # "on Tuesday night"
        if part and self.view.time_at_or_none(k - 1) is not None:
            return True
        return there or self._is_adverb(k)

    def _is_set_off(self, k: int) -> bool:
        """True for the name in "its energy minister, Stavros Papastavrou, said"."""
        mention = self.view.mention_to(k)
        if mention is None or not can_act(mention):
            return False
        if self.view.form(mention.first - 1) == "and":  # ", Chad and Libya,"
            mention = self.view.mention_to(mention.first - 2)
        return mention is not None and self.view.is_comma(mention.first - 1)

    def _before_office(self, k: int) -> int:
        """Return where the person ends whose office ends with the name set off at `k`.

        "Jane Roe, adviser to the president, John Doe, said": Roe speaks, the president is hers.
        """
        view = self.view
        name = view.mention_to(k)
        if name is None:
            return k
        m = name.first - 1 - view.is_comma(name.first - 1)
        while m > 0 and view.is_word(m) and m not in view.cue_at:
            m -= 1
        # "A, her aide, and the premier, B, met"; "A, whom the premier, B, met"
        another = view.form(m + 1) in ("and", "or", "whom", "whose")
        holder = view.mention_to(m - 1) if m > 0 and view.is_comma(m) and not another else None
        return m - 1 if holder is not None and holder.person else k

    def _ends_apposed(self, k: int) -> bool:
        """True where a mention ends that holds its own apposition, or an abbreviation: "Jr.".

        So does the last of "the presidents of X and Y, A and B,", the first of whom holds it.
        """
        view = self.view
        mention = view.mention_to(k)
        if mention is None or not can_act(mention):
            return False
        first = self._joined_before(mention, last=True) or mention
        inside = (*range(first.first, first.last), *range(mention.first, k))
        return view.tokens[k + 1].text == "." or any(view.is_comma(i) for i in inside)

    def _opening_comma(self, k: int) -> int | None:
        """Return the comma that opens the insertion which the comma at `k` closes."""
        view = self.view
        verb = False
        for m in range(k - 1, max(0, k - 20), -1):
            if view.quotation_at[m] is not None:
                return None
            cue = view.cue_at.get(m)
            verb = verb or (cue is not None and view.form(m - 1) not in view.words.relative)
            if view.is_comma(m):
                if self._inserts(m, verb=verb) or self._says_so(m, k):
                    return m
                if view.mention_to(k - 1) is not None:
                    return None  # a name set off, or the end of a clause
                return self._opens_relative(m)
        return None

    def _says_so(self, m: int, k: int) -> bool:
        """True for ", the minister said," between commas `m` and `k`, behind who acts."""
        view, verb = self.view, self.view.cue_at.get(k - 1)
        known = can_act(view.mention_to(m - 1)) and k - m <= _SAID_SO
        if verb is None or not known or verb.row.kind != "verb" or not verb.row.that:
            return False
        inside = [c for c in range(m + 1, k) if c in view.cue_at]
        return verb.form in ("past", "present") and inside == [k - 1]

    def _opens_relative(self, k: int) -> int | None:
        """Return the comma of ", who gave only his first name, Musa,"."""
        view = self.view
        for m in range(k - 1, max(0, k - 14), -1):
            if view.quotation_at[m] is not None:
                return None
            if view.is_comma(m):
                return m if view.form(m + 1) in view.words.relative else None
        return None

    def _inserts(self, m: int, *, verb: bool) -> bool:
        """True when what the comma at `m` opens may stand between a subject and its verb."""
        view, opener = self.view, self.view.form(m + 1)
        if opener in self.be | self.have | self.modal:
            return False
        relative = opener in view.words.relative
        if relative or opener.endswith("ing"):
            return relative or not verb or (m + 1) in view.cue_at
        known = can_act(view.mention_to(m - 1))
        if view.form(m + 2) == "by":  # ", quoted by Tass," ", backed by Iran,"
            return known or (view.is_word(m - 1) and view.form(m - 1) not in self.documents)
        if opener in self.prepositions | {"for"}:
            named = view.is_word(m - 1) and view.tokens[m - 1].text[0].isupper()
            plain = all(view.is_word(i) and i not in view.cue_at for i in range(m))
            opens = plain and m <= _OPENING
            led = view.form(m - 2) in ("the", "its", "his", "her", "their")
            return known or named or led or opens
        return known and not verb
