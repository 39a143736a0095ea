"""Step over "that" and over marks on the way from a Hebrew verb of speech to the words said.

In:  a cue, a `Behind` to fill in, a token. Out: where to go on, None where the walk is over.
"That" (כי, ש) opens the words said or a relative clause; a comma opens an insertion, goes on with a
list, or stands in front of the words said.
"""

from kg.extract.attribution import can_act
from kg.extract.cues import Cue
from kg.extract.speakers.behind import Behind
from kg.extract.speakers.hebrew_listeners import OBJECTS
from kg.extract.speakers.hebrew_somebody import HebrewSomebody
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention

_INSERTED = 16
_SHORT = 4  # tokens of a quoted name with its marks
_IN_WHICH = words_of("he", "in_which")


class HebrewMarks(HebrewSomebody):
    """What opens and closes clauses behind a verb."""

    def _step_that(self, cue: Cue, behind: Behind, j: int) -> int | None:
        """At "that": the words said begin, or a relative clause that is stepped over."""
        view = self.view
        if view.form(j) in _IN_WHICH and cue.last > cue.first:
            return None  # "issued a statement in which it condemned": another verb tells it
        if not self.is_shin(j):
            return self._take(behind, j + 1, clausal=True) if cue.row.that else None
        subject = behind.subject
        beside = behind.overt and isinstance(subject, Mention) and subject.last == j - 1
        listener = behind.addressees[-1] if behind.addressees else None
        told = isinstance(listener, Mention) and listener.kind != "media"  # no paper "that …"
        beside = beside or (told and isinstance(listener, Mention) and listener.last == j - 1)
        if behind.in_phrase and not beside and self._follows_quotation(cue):
            return None  # "…", added the minister in a speech that was broadcast
        end = self._relative_end(j) if beside or behind.in_phrase else None
        if end is not None and (beside or view.form(end) == "כי"):
            return end
        named = cue.row.object_content and not cue.row.that and view.form(j - 1) in OBJECTS
        if named:
            return self._take(behind, j, clausal=False)  # "called him a liar": שקרן
        if behind.in_phrase and not beside and cue.first + 1 < j and view.form(j - 1) in ("כך",):
            return self._take(behind, j, clausal=True)
        return self._take(behind, j, clausal=True) if cue.row.that else None

    def _follows_quotation(self, cue: Cue) -> bool:
        """True for the verb behind "…", whose words stand in front of it."""
        view = self.view
        last = cue.first - 1
        while last > 0 and not view.is_word(last) and view.quotation_at[last] is None:
            last -= 1
        quotation = view.quotation_at[last] if last >= 0 else None
        return quotation is not None and quotation.last - quotation.first > _SHORT

    def _relative_end(self, j: int) -> int | None:
        """Return where "that", a quotation or a colon comes behind a relative clause at `j`."""
        view = self.view
        for k in range(j + 1, min(view.size, j + _INSERTED)):
            if view.form(k) in ("כי", "וכי") or view.tokens[k].text == ":":
                return k
            if view.quotation_at[k] is not None:
                return k
            if view.is_comma(k):
                later = range(k + 1, min(view.size, k + 3))
                return k if any(view.form(m) == "כי" for m in later) else None
            if k in view.cue_at and view.cue_at[k].row.kind == "verb" and k > j + 1:
                return None
        return None

    def _take(self, behind: Behind, first: int, *, clausal: bool) -> int | None:
        """Note where the words said begin and end the search."""
        if first < self.view.size and not self.view.is_stop(first):
            behind.content_first, behind.clausal = first, clausal
        return None

    def _step_mark(self, cue: Cue, behind: Behind, j: int) -> int | None:
        view = self.view
        if view.is_comma(j) and behind.via and cue.row.that and self.is_that(j + 1):
            return j + 1  # "answered, by Y's account, that"
        if view.is_comma(j) and self._ends_apposed(j - 1):
            return j + 1  # behind "…, the commander, Muhammad X,"
        listed = view.mention_from(j + 1) if view.is_comma(j) else None
        if listed is not None and behind.addressees and self._lists_on(cue, behind, listed):
            return j + 1
        asks = "ל" in cue.row.prepositions and behind.subject is not None
        infinitive = self._is_fused(j + 1, "ל") and view.mention_from(j + 1) is None
        if view.is_comma(j) and asks and infinitive:
            behind.in_phrase = False
            return j + 1  # "promised, a source said, to inform …"
        if view.form(j) == "-" and view.is_word(j + 1):
            return j + 1
        if view.is_comma(j) or view.tokens[j].text in "–—(":
            behind.in_phrase = False
            if behind.subject is not None or behind.addressees:
                return self._skip_inserted(j)
            return None if self._is_finite(j + 1) else j + 1
        return None if view.is_stop(j) or view.tokens[j].text == ";" else j + 1

    def _lists_on(self, cue: Cue, behind: Behind, mention: Mention) -> bool:
        """True for "(called) on A, on B and on C to"."""
        letter = mention.proclitics[-1:]
        asked = letter == ("ל",) or (bool(letter) and letter[0] in cue.row.prepositions)
        return asked and can_act(mention) and self._asks_on(behind, mention)

    def _skip_inserted(self, j: int) -> int | None:
        """Step over an apposition or relative clause, to "that", a quotation or the next comma."""
        view = self.view
        for k in range(j + 1, min(view.size, j + _INSERTED)):
            if view.form(k) == "כי" or view.tokens[k].text == ":":
                return k
            if view.quotation_at[k] is not None:
                return k
            if view.is_comma(k) or view.tokens[k].text in "–—)":
                return k + 1
            if k in view.cue_at and not self._in_relative(k):
                other = view.cue_at[k]
                return k if other.row.kind == "source" else None
        return None
