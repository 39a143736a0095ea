"""Walk from an English verb of speech to the words said.

In:  a cue and a `Behind` to fill in. Out: listeners, reporters and where the words begin.
Each step looks at one token and says where to go on. Quotations and "that" end the walk with a
clause, and so does anything else where the row lets "that" be left out; the row's prepositions and
objects end it with a noun phrase.
"""

from abc import ABC, abstractmethod
from dataclasses import replace

from kg.extract.attribution import can_act, unlinked_mention
from kg.extract.cues import Cue
from kg.extract.speakers.behind import Behind
from kg.extract.speakers.english_sources import EnglishSources
from kg.extract.speakers.english_words import OBJECTS
from kg.extract.walk import onward
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention

_LATE_OR_EARLY = words_of("en", "late_or_early")
_HOPING = words_of("en", "hoped_and_believed")
_MARKS = frozenset("\"“”'‘’")
_SAYING = words_of("en", "saying_so")
_GO_BETWEENS = words_of("en", "passing_it_on")
_SPEAKING_FOR = ("spokesperson", "aide", "lawyer", "secretary", "representative", "envoy")
_BEHIND_A_TALK = words_of("en", "said_behind_a_talk")
_LONGEST_WAY = 14
_LONGEST_ASIDE = 18
_NEAR = 7  # tokens between a comma and "that": ", in a telephone call on Monday that"
_DAY_PARTS = words_of("en", "parts_of_a_day")


class EnglishBehind(EnglishSources, ABC):
    """Looks to the right of a verb."""

    def scan(self, cue: Cue, behind: Behind) -> None:
        """Walk from the verb to the words said, filling in who stands on the way."""
        self._walk(cue, behind, cue.last + 1)

    def scan_from(self, cue: Cue, behind: Behind, start: int) -> None:
        """Look for listeners and media behind an inverted subject."""
        self._walk(cue, behind, start)

    def _walk(self, cue: Cue, behind: Behind, start: int) -> None:
        j: int | None = start
        while j is not None and j < min(self.view.size, start + _LONGEST_WAY * 2):
            j = onward(self._step(cue, behind, j), j)

    def _step(self, cue: Cue, behind: Behind, j: int) -> int | None:
        view = self.view
        token = view.tokens[j]
        quotation = view.quotation_at[j]
        if quotation is not None:
            if cue.row.needs_that and self._is_a_few(quotation):
                return None  # "maintained “cordial” relations"
            return self._take(behind, quotation.first)
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
        timed = view.time_at[j] is not None and not token.text.endswith(("'s", "’s"))
        if timed or self._is_adverb(j) or self._leads_time(j) or self._is_dateline(j):
            return j + 1  # not "said Friday's vote was void"
        if view.form(j) in _DAY_PARTS and view.time_at[j - 1] is not None:
            return j + 1  # "announced on Sunday night"
        if j > cue.last + 1 and view.form(j) in self.carried:
            return j + 1  # "in a letter seen by Reuters"
        return self._step_word(cue, behind, j)

    def _leads_time(self, j: int) -> bool:
        """True for "late" and "on" in "said late on Tuesday"."""
        view = self.view
        after = j + 1 + (view.form(j + 1) == "on")
        return view.form(j) in _LATE_OR_EARLY and view.time_at_or_none(after) is not None

    def _is_dateline(self, j: int) -> bool:
        """True for the "here" of "said here on Thursday": where the article is written."""
        view, after = self.view, j + 1
        if view.form(j) != "here" or j - 1 not in view.cue_at:
            return False
        ends = after >= view.size or not view.is_word(after)
        led = view.form(after) in self.prepositions | {"that"}
        return ends or led or view.time_at[after] is not None or self._leads_time(after)

    def _take(self, behind: Behind, first: int, *, clausal: bool = True) -> int | None:
        """Note where the words said begin and end the search."""
        first += self.view.is_comma(first)  # "that, according to X, …"
        if first < self.view.size and not self.view.is_stop(first):
            behind.content_first, behind.clausal = first, clausal
        return None

    def _step_mark(self, cue: Cue, behind: Behind, j: int) -> int | None:
        view = self.view
        if not view.is_comma(j):
            return None
        if cue.row.speaker_slot == "object" and (after := self._saying_behind(j)) is not None:
            return after
        after = j + 1
        if after < view.size and view.quotation_at[after] is not None:
            return after
        if behind.addressees and (that := self._that_behind(cue, j)) is not None:
            return that
        other = view.cue_at.get(after)
        if other is not None and other.row.kind == "source":
            return self._step_source(other, behind)
        if self._is_adverb(after) and view.is_comma(after + 1):
            after += 2
        if view.form(after) in ("that",) or view.form(after) in self.prepositions:
            return after
        if self._is_not_to(cue, after):
            return after
        return None

    def _that_behind(self, cue: Cue, comma: int) -> int | None:
        """Return the "that" of "told Y, the union's envoy, when the two spoke, that"."""
        view = self.view
        if not cue.row.that or view.form(comma + 1) == "that":
            return None
        closed = comma
        for k in range(comma + 2, min(view.size, comma + _LONGEST_ASIDE)):
            closed = k if view.is_comma(k) else closed
            led = (
                closed > comma and view.form(closed + 1) in self.prepositions
            )  # ", in a call, that"
            if view.form(k) == "that" and (closed == k - 1 or (led and k - closed <= _NEAR)):
                return k
            if view.is_stop(k) or view.quotation_at[k] is not None or view.tokens[k].text in ";:":
                return None
        return None

    def _saying_behind(self, comma: int) -> int | None:
        """Return the "as" of "quoted the envoy, on a visit to Rome, as saying"."""
        view = self.view
        for k in range(comma + 1, min(view.size, comma + _LONGEST_WAY)):
            if view.form(k) == "as" and view.phrase_at(k + 1, view.words.saying):
                return k
            if view.is_stop(k) or view.quotation_at[k] is not None:
                return None
        return None

    def _step_source(self, cue: Cue, behind: Behind) -> int | None:
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

    def _step_word(self, cue: Cue, behind: Behind, j: int) -> int | None:
        view, row, form = self.view, cue.row, self.view.form(j)
        other = view.cue_at.get(j)
        if other is not None and other.row.kind == "source":
            return self._step_source(other, behind)
        if row.speaker_slot == "object":
            return self._step_quoted(cue, behind, j)
        if self._is_not_to(cue, j):
            return self._take(behind, j)
        if form == "on" and view.time_at_or_none(j + 1) is not None:
            return j + 1  # "insisted on Monday that"
        if form == "to" and (whom := self._offered_to(cue, behind, j)) is not None:
            return whom
        if form in row.prepositions and not (behind.stepped and form == "to"):
            saying = view.phrase_at(j + 1, view.words.saying)
            first = j + 1 + saying
            return self._take(behind, first + (view.form(first) == "that"), clausal=form == "to")
        if row.object_addressee and not behind.addressed and not behind.in_phrase:
            return self._step_addressee(cue, behind, j)
        if behind.addressed and (ahead := self._introduction(cue, j)) is not None:
            return ahead
        if form in self.prepositions or form in _BEHIND_A_TALK:
            return self._step_preposition(cue, behind, j)
        if row.bare and (not row.needs_that or self._tells_of_doing(behind, j)):
            return self._take(behind, j)
        if row.object_content and not behind.in_phrase:
            return self._take_object(cue, behind, j)
        if form in self.determiners or view.mention_from(j) is not None:
            clause = row.that and row.id not in _HOPING and j == cue.last + 1
            clause = clause and self._is_plain_clause(j)
            return self._take(behind, j) if clause else None  # else an object
        behind.stepped = not row.object_addressee
        return j + 1 if j - cue.last < _LONGEST_WAY and other is None else None

    def _offered_to(self, cue: Cue, behind: Behind, j: int) -> int | None:
        """Step over Y of "proposed to Y a truce", "expressed to his Omani counterpart Y his"."""
        view, row = self.view, cue.row
        if not row.object_content or row.object_addressee or j != cue.last + 1:
            return None
        first = j + 1 + (view.form(j + 1) in ("the", "his", "her", "its", "their"))
        named = view.mention_from(first) or view.mention_from(j + 1)
        if named is not None and named.category == "adjective":
            k = named.last + 1
            other = view.form(k) in view.lexicon.word_set("counterpart")
            held = view.mention_from(k + 1 + view.is_comma(k + 1)) if other else None
            named = replace(held, side=held.side or named.gazetteer_id) if held else None
        if named is None or not can_act(named) or named.kind == "media":
            return None
        after = named.last + 1
        if not view.is_comma(after) and view.form(after) not in self.determiners:
            return None
        behind.addressees.append(named)
        return after

    def _tells_of_doing(self, behind: Behind, j: int) -> bool:
        """True for "The Herald reported Chad had left": an outlet, a subject and its verb."""
        view, outlet = self.view, behind.subject
        if not isinstance(outlet, Mention) or outlet.kind != "media":
            return False
        named = view.mention_from(j) or view.mention_from(j + (view.form(j) == "the"))
        if named is None or not can_act(named) or named.category == "adjective":
            return False
        verb = view.cue_at.get(named.last + 1)
        told = verb is not None and verb.row.kind == "verb" and verb.form == "past"
        return told or view.form(named.last + 1) in self.auxiliary

    def _is_not_to(self, cue: Cue, j: int) -> bool:
        """True for "promised not to"."""
        follows = self.view.form(j) in ("not", "never") and self.view.form(j + 1) == "to"
        return follows and "to" in cue.row.prepositions

    def _introduction(self, cue: Cue, j: int) -> int | None:
        """Return where "to", "that" or the row's preposition stands behind "NATO allies"."""
        view = self.view
        for k in range(j + 1, min(view.size, j + 4)):
            if view.form(k) in cue.row.prepositions or (view.form(k) == "that" and cue.row.that):
                return k
            if not view.is_word(k) or view.mention_at[k] is not None:
                return None
        return None

    def _take_object(self, cue: Cue, behind: Behind, j: int) -> int | None:
        if cue.row.needs_affect and not any(
            self.view.form(i) in self.view.lexicon.affects for i in range(j, j + 5)
        ):
            return None
        return self._take(behind, j, clausal=False)

    @abstractmethod
    def _step_addressee(self, cue: Cue, behind: Behind, j: int) -> int | None:
        """Step over whoever is told; `EnglishListeners` reads who it is."""

    def _step_quoted(self, cue: Cue, behind: Behind, j: int) -> int | None:
        """ "Y quoted X (on Monday) as saying": X is the speaker, Y passes it on."""
        view = self.view
        if (named := self._marked_out(behind, j)) is not None:
            return named
        if view.form(j) in self.prepositions - {"as"} and behind.via:
            led = view.time_at_or_none(j + 1) is not None
            return j + 1 if led else self._step_preposition(cue, behind, j)
        if view.form(j) == "as" and behind.subject is not None:
            saying = view.phrase_at(j + 1, view.words.saying)
            doing = view.cue_at.get(j + 1)
            if not saying and doing is not None and doing.form == "gerund":
                return self._take(behind, j + 1)  # "quoted X as accusing Y of …"
            return self._step_saying(behind, j + 1 + saying) if saying else None
        if view.form(j) in _SAYING and behind.via:
            return self._step_saying(behind, j + 1)
        if view.form(j) in OBJECTS and behind.subject is not None:
            told_by = behind.subject
            behind.via.append(told_by)
            behind.subject = self._object_pronoun(view.form(j), j, told_by)
            return j + 1
        found = self.noun_phrase_from(j)
        if found is None:
            return None
        if behind.subject is not None:
            behind.via.append(behind.subject)
        behind.subject = found[0]
        return found[1] + 1

    def _marked_out(self, behind: Behind, j: int) -> int | None:
        """Step over the speaker of "quoted an “informed source” (as saying)"."""
        view = self.view
        if view.form(j) not in ("a", "an", "the") or view.tokens[j + 1].text not in _MARKS:
            return None
        named = view.mention_from(j + 2)
        after = named.last + 2 if named is not None else view.size
        if after >= view.size or behind.subject is None or not can_act(named):
            return None
        if view.tokens[after - 1].text not in _MARKS or view.form(after) == "that":
            return None
        behind.via.append(behind.subject)
        behind.subject = named
        return after

    def _step_saying(self, behind: Behind, first: int) -> int | None:
        """Go on behind "was quoted as saying": "by Reuters", "the envoy", "that", the words."""
        view = self.view
        if view.form(first) == "by":
            agent = self.noun_phrase_from(first + 1)
            if agent is None:
                return None
            behind.via.append(agent[0])
            first = agent[1] + 1
            return self._take(behind, first + 1) if view.form(first) == "that" else first
        if view.form(first - 1) == "telling":
            told = self.noun_phrase_from(first)
            if told is not None:
                behind.addressees.append(told[0])
                first = told[1] + 1
        return self._take(behind, first + (view.form(first) == "that"))

    def _step_preposition(self, cue: Cue, behind: Behind, j: int) -> int | None:
        """Step over "in a statement", "to reporters", "in Ankara"; note whom "to" names."""
        view = self.view
        after = j + 1
        if cue.row.bare and self._counts(after):
            return self._take(behind, j)  # "said at least 50 were killed"
        while view.form(after) in self.determiners:
            after += 1
        mention = view.mention_from(after) or view.mention_from(j + 1)
        if mention is not None:
            if view.form(j) == "to" and can_act(mention):
                behind.addressees.append(mention)
                if mention.kind == "media":
                    behind.via.append(mention)  # who is told passes it on
            elif view.form(j) in ("via", "through") and _carries(mention):
                behind.via.append(mention)
            return self._past_counterpart(mention) or self._past_possessed(mention.last + 1)
        outlet = view.lexicon.descriptions.get(view.form(after)) == "media" and after > j + 1
        if outlet and view.form(j) == "to" and (paper := unlinked_mention(view, after, after)):
            behind.addressees.append(paper)
            behind.via.append(paper)
            return after + 1
        if view.form(j) in ("via", "through") and (by := self._go_between(j + 1)) is not None:
            behind.via.append(by)
            return by.last + 1
        for k in range(after, min(view.size, after + 5)):
            if view.tokens[k].text == "-" and view.is_word(k + 1):
                continue  # "in a two-hour call"
            if view.form(k) == "that" or view.quotation_at[k] is not None:
                return k
            if not view.is_word(k) or view.time_at[k] is not None:
                return k
            if view.form(k) in self.adjunct_heads and view.form(k + 1) not in self.adjunct_heads:
                return k + 1
            if view.form(k) in self.prepositions or view.form(k) in ("the", "its", "it", "they"):
                return k
        return after + 1

    def _go_between(self, j: int) -> Mention | None:
        """Return who passes it on in "through his private secretary", "via an aide"."""
        for k in range(j, min(self.view.size, j + 4)):
            if self.view.form(k) in _GO_BETWEENS:
                return unlinked_mention(self.view, j, k)
            if not self.view.is_word(k) or self.view.form(k) in self.prepositions:
                return None
        return None

    def _past_counterpart(self, adjective: Mention) -> int | None:
        """Return the token behind "(talks with his) Ukrainian counterpart, X"."""
        view, k = self.view, adjective.last + 1
        if adjective.category != "adjective" or k >= view.size:
            return None
        if view.form(k) not in view.lexicon.word_set("counterpart"):
            return None
        name = view.mention_from(k + 1) or view.mention_from(k + 2)
        if name is None or not name.person:
            return k + 1
        set_off = view.is_comma(name.first - 1) and view.is_comma(name.last + 1)
        return name.last + 1 + set_off

    def _past_possessed(self, j: int) -> int:
        """Step over what is somebody's: "with the BBC's Hardtalk programme"."""
        view = self.view
        if view.form(j - 1).endswith("'s"):
            ends = self.prepositions | {"that"}
            while view.is_word(j) and view.form(j) not in ends and view.time_at[j] is None:
                j += 1
            return j
        for k in range(j, min(self.view.size, j + 3)):
            if self.view.form(k) in self.adjunct_heads:
                return k + 1
        return j


def _carries(mention: Mention) -> bool:
    """True for an outlet and for a spokesman or lawyer: "said through"."""
    return mention.kind == "media" or mention.role in _SPEAKING_FOR
