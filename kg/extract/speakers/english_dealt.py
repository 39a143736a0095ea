"""Read what English news tells by deeds: terms set, letters and calls made to ask.

In:  a view. Out: attributions.
    "gave the envoy 48 hours to leave"           who gave it demands it of the envoy
    "telephoned the minister to protest at …"    who rang says it to the minister
    "has written to the king asking for …"       who wrote asks the king
"""

from kg.extract.attribution import Attribution, can_act
from kg.extract.cue_rows import CueRow
from kg.extract.cues import Cue
from kg.extract.inflect import Inflection
from kg.extract.speakers.behind import Behind
from kg.extract.speakers.english_first import EnglishFirst
from kg.extract.speakers.english_words import OBJECTS
from kg.lexicon.grammar import words_of
from kg.model.draft import Party
from kg.model.mention import Mention

_TERM = CueRow(id="term", kind="verb", act="demands", object_addressee=True)
_PAST = Inflection(text="", form="past")
_GIVES = words_of("en", "gives_a_term")
_UNITS = words_of("en", "units_of_a_term")
_UNTIL = words_of("en", "until_when")
_UNASKED = words_of("en", "done_without_being_asked")
_REACHES = words_of("en", "reaches_somebody")
_ASKS_BY = words_of("en", "wrote_to_somebody")
_USES = words_of("en", "uses_an_occasion")
_OCCASIONS = words_of("en", "occasions_used")
_TERM_WITHIN = 6
_REACHED_WITHIN = 18
_MARGIN = 0.8


class EnglishDealt(EnglishFirst):
    """Reads terms, letters and calls."""

    def dealt(self, found: list[Attribution]) -> list[Attribution]:
        """Return the attributions where no other of `found` tells of the same words."""
        return [
            one
            for one in (*self._terms(), *self._reached())
            if not any(t.cue.first <= one.content_first <= t.content_last for t in found)
        ]

    def _terms(self) -> list[Attribution]:
        view = self.view
        gives = [i for i, token in enumerate(view.tokens) if token.form in _GIVES]
        found = (self._term(Cue(_TERM, i, i, _PAST)) for i in gives if not self._is_closed(i))
        return [one for one in found if one is not None]

    def _is_closed(self, i: int) -> bool:
        return self.view.quotation_at[i] is not None or self.view.mention_at[i] is not None

    def _term(self, cue: Cue) -> Attribution | None:
        """Return "gave X (and Y) 48 hours to leave", "was given until Friday to leave by X"."""
        group = self.group(cue)
        if group.modal or group.negated:
            return None
        subject = self.subject_before(cue, group.first)
        if group.passive:
            whom, start = ([subject] if subject is not None else []), cue.last + 1
        else:
            whom, start = self._whom(cue.last + 1)
        leads = self._term_end(start) if whom else None
        if leads is None:
            return None
        last = self._clause_end(leads)
        speaker = subject
        if group.passive:
            agent = self._by_whom(leads, last)
            if agent is None:
                return None
            speaker, last = agent
        if speaker is None or (isinstance(speaker, Mention) and not _sets_terms(speaker)):
            return None
        return self._dealt(cue, speaker, whom, (start, last), "term")

    def _whom(self, j: int) -> tuple[list[Party], int]:
        """Return whom a term is given and the token behind: "Ambassador X and two attachés"."""
        view = self.view
        whom: list[Party] = []
        while (one := self._one_given(j)) is not None:
            whom.append(one[0])
            j = one[1] + 1
            if view.form(j) == "and" and view.form(j + 1) not in self.numbers:
                j += 1
            elif view.form(j) == "and" and (more := self._counted(j + 1)) is not None:
                return whom, more
            else:
                break
        return whom, j

    def _one_given(self, j: int) -> tuple[Party, int] | None:
        view = self.view
        led = view.form(j) in self.determiners
        mention = view.mention_from(j) or (view.mention_from(j + 1) if led else None)
        known = mention is not None and can_act(mention) and mention.kind != "media"
        return (mention, mention.last) if mention is not None and known else None

    def _counted(self, j: int) -> int | None:
        """Return the token behind "two other Panamanian diplomats": where the term begins."""
        for k in range(j + 1, min(self.view.size, j + _TERM_WITHIN)):
            if self._begins_term(k):
                return k
        return None

    def _begins_term(self, j: int) -> bool:
        view = self.view
        if view.form(j) in _UNTIL:
            return True
        units = (view.form(k) in _UNITS for k in (j + 1, j + 2))
        counts = view.form(j) in self.numbers or view.form(j)[:1].isdecimal()
        return (counts or view.form(j) in ("a", "an", "one", "just", "only")) and any(units)

    def _term_end(self, j: int) -> int | None:
        """Return the "to" of "48 hours to leave", "time until midnight to undertake"."""
        view = self.view
        j += view.form(j) in ("time", "till")
        if not self._begins_term(j):
            return None
        for k in range(j + 1, min(view.size - 1, j + _TERM_WITHIN)):
            if view.form(k) == "to" and view.mention_from(k + 1) is None:
                return k if view.form(k + 1) not in _UNASKED else None
            if not view.is_word(k) or k in view.cue_at or view.form(k) in self.auxiliary:
                return None
        return None

    def _clause_end(self, first: int) -> int:
        view, last = self.view, first
        while last + 1 < view.size and not view.is_stop(last + 1) and not view.is_comma(last + 1):
            last += 1
        return last

    def _by_whom(self, first: int, last: int) -> tuple[Party, int] | None:
        """Return the X of "to leave by X", and where the words end in front of it."""
        for k in range(last, first, -1):
            if self.view.form(k) == "by" and (agent := self.noun_phrase_from(k + 1)) is not None:
                return agent[0], k - 1
        return None

    def _reached(self) -> list[Attribution]:
        found = []
        for cue in self.view.cues:
            asked = cue.form == "base" and self.view.form(cue.first - 1) == "to"
            if cue.row.kind == "verb" and (asked or cue.form == "gerund"):
                one = self._of_reaching(cue, asked=asked)
                found += [one] if one is not None else []
        return found

    def _of_reaching(self, cue: Cue, *, asked: bool) -> Attribution | None:
        """Return what "telephoned Y to protest", "wrote to Y asking for" says to Y."""
        verb = self._reaching_verb(cue.first - 1 - asked, _REACHES | _USES if asked else _ASKS_BY)
        if verb is None and not asked:
            verb = self._handing_verb(cue.first - 1)
        if verb is None:
            return None
        reaching = Cue(_TERM, verb, verb, _PAST)
        group = self.group(reaching)
        if group.modal or group.negated or group.passive:
            return None
        whom = self._first_known(verb + 1, cue.first)
        subject = self.subject_before(reaching, group.first)
        if subject is None:
            return None
        behind = Behind(subject=subject)
        self.scan(cue, behind)
        if behind.content_first is None and cue.row.object_content:
            self._take(behind, cue.last + 1, clausal=False)
        if behind.content_first is None:
            return None
        heard = [*behind.addressees] or ([whom] if whom is not None else [])
        content = (behind.content_first, self._clause_end(behind.content_first))
        return self._dealt(cue, subject, heard, content, "purpose", clausal=behind.clausal)

    def _reaching_verb(self, start: int, verbs: frozenset[str]) -> int | None:
        """Return the verb of "called in the envoy, John Doe," that ends in front of `start`."""
        view = self.view
        for k in range(start, max(-1, start - _REACHED_WITHIN), -1):
            if view.form(k) in verbs and view.mention_at[k] is None:
                somebody = self._first_known(k + 1, start + 1) is not None
                pronoun = any(view.form(i) in OBJECTS for i in range(k + 1, start + 1))
                if view.form(k) in _USES and self._uses_occasion(k, start):
                    return k
                led = view.form(k + 1) in ("to", "in") or view.form(k) != "called"
                led = led and view.form(k) not in _USES
                return k if led and (somebody or pronoun) else None
            if view.is_stop(k) or view.quotation_at[k] is not None or view.tokens[k].text in ";:":
                return None
            other = view.cue_at.get(k)
            verb = other is not None and other.row.kind == "verb" and other.form != "base"
            if verb or view.form(k) in self.auxiliary or view.form(k) in view.words.relative:
                return None
        return None

    def _uses_occasion(self, verb: int, end: int) -> bool:
        """True for "took to X to condemn", "used his speech to accuse": said there."""
        view = self.view
        if view.form(verb) in ("took", "takes", "taken"):
            return view.form(verb + 1) == "to" and end - verb <= _TERM_WITHIN
        return any(view.form(i) in _OCCASIONS for i in range(verb + 1, end + 1))

    def _handing_verb(self, paper: int) -> int | None:
        """Return the "handed" of "handed him a note demanding …", the paper at token `paper`."""
        view = self.view
        if view.form(paper) not in view.lexicon.word_set("issued"):
            return None
        for k in range(paper - 1, max(-1, paper - _TERM_WITHIN), -1):
            if view.form(k) in view.lexicon.word_set("given_by") and view.mention_at[k] is None:
                return k
            if not view.is_word(k) or view.form(k) in self.auxiliary | self.openers:
                return None
        return None

    def _first_known(self, first: int, end: int) -> Mention | None:
        for k in range(first, end):
            mention = self.view.mention_from(k)
            if mention is not None and can_act(mention):
                return mention
        return None

    def _dealt(
        self,
        cue: Cue,
        speaker: Party,
        whom: list[Party],
        content: tuple[int, int],
        order: str,
        *,
        clausal: bool = True,
    ) -> Attribution:
        start = speaker.first if isinstance(speaker, Mention) else cue.first
        return Attribution(
            cue=cue,
            order=order,
            speaker=speaker,
            addressees=tuple(whom),
            start=self._with_determiner(min(start, cue.first)),
            content_first=content[0],
            content_last=content[1],
            clausal=clausal,
            margin=_MARGIN,
        )


def _sets_terms(giver: Mention) -> bool:
    """True for a state, an official or a body; a storm or a referee asks for nothing."""
    return can_act(giver) and giver.kind not in (None, "media")
