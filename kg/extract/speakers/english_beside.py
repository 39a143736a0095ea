"""Read what stands beside a clause: "…, with Kenya accusing Uganda", "charges that he denies".

In:  a view. Out: attributions of the gerund behind "with X", of who denies what is named in front,
and of who offers a thing ("has offered its good offices").
"""

from dataclasses import replace

from kg.extract.attribution import Attribution, can_act
from kg.extract.cue_rows import CueRow
from kg.extract.cues import Cue
from kg.extract.inflect import Inflection
from kg.extract.speakers.behind import Behind
from kg.extract.speakers.english_dealt import EnglishDealt
from kg.extract.speakers.english_words import PRONOUNS
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_OFFER = CueRow(id="offer-things", kind="verb", act="promises")
_PAST = Inflection(text="", form="past")
_OFFERS = words_of("en", "offers_something")
_THINGS = words_of("en", "things_offered")
_TERMS = words_of("en", "terms_offered")
_NONE = words_of("en", "next_to_none")
_WITH_BY = words_of("en", "verbs_with_by")
_TAKES_UP = frozenset({"that", "which"})
_THING_WITHIN = 7
_AGENT_WITHIN = 12
_NAMED_WITHIN = 4
_MARGIN = 0.8


class EnglishBeside(EnglishDealt):
    """Reads absolute clauses, denials in relative clauses, and offers."""

    def beside(self, found: list[Attribution]) -> list[Attribution]:
        """Return the attributions where no other of `found` tells the same."""
        taken = {one.cue.first for one in found}
        more = [*self._with_somebody(), *self._denied_by_him(found), *self._offered()]
        more += self._by_far_agents()
        return [one for one in more if one.cue.first not in taken]

    def _with_somebody(self) -> list[Attribution]:
        """Return what stands behind ", with Kenya's minister, Ali Musa, saying"."""
        found = []
        for cue in self.view.cues:
            if cue.row.kind != "verb" or cue.form != "gerund":
                continue
            k = self._step_left(cue.first - 1)
            subject = self.view.mention_to(k)
            if subject is None or not can_act(subject):
                continue
            begin = self._described_from(self._with_determiner(subject.first))
            if self.view.form(begin - 1) != "with" or not self.view.is_comma(begin - 2):
                continue
            behind = Behind(subject=subject)
            self.scan(cue, behind)
            group = self.group(cue)
            one = self._judge(cue, behind, "absolute", group, nested=False)
            if one is not None:
                found.append(replace(one, start=begin - 1, margin=_MARGIN))
        return found

    def _denied_by_him(self, told: list[Attribution]) -> list[Attribution]:
        """Return "charges that he denies", "vote buying, which she has denied"."""
        view, found = self.view, []
        for cue in view.cues:
            if cue.row.act != "denies" or cue.row.kind != "verb" or view.is_word(cue.last + 1):
                continue
            group = self.group(cue)
            k = group.first - 1
            ahead = view.form(k - 1) in _TAKES_UP and view.form(k) in PRONOUNS
            if not ahead or group.negated or group.modal or cue.form not in ("present", "past"):
                continue
            end = k - 2 - view.is_comma(k - 2)
            first = self._named_from(end)
            if first is None:
                continue
            before = [one for one in told if one.cue.first < first <= one.content_last]
            speaker = self._accused(k, before[-1]) if before else self._only_one(k, first)
            if speaker is None:
                continue
            if before:
                first = min(first, before[-1].content_first)
            found.append(self._told(cue, speaker, (first, end), "taken-up"))
        return found

    def _accused(self, pronoun: int, one: Attribution) -> Mention | None:
        """Return the Y that "X accused Y of arms sales, which it denies" means."""
        said = self._pronoun(pronoun)
        accused = one.addressees[0] if len(one.addressees) == 1 else None
        if not isinstance(accused, Mention) or said.number != "singular":
            return None
        meant = one.cue.row.act == "accuses" and accused.number != "plural"
        return accused if meant and _is_person(accused) == bool(said.human) else None

    def _only_one(self, pronoun: int, first: int) -> Party | None:
        """Return the Y of "Y was held for theft, which he denies", None where others are named."""
        view, said = self.view, self._pronoun(pronoun)
        acting = {m for m in view.mention_at[:first] if m is not None and can_act(m)}
        named = {m for m in acting if _is_person(m) == bool(said.human)}
        if not named and view.form(0) == view.form(pronoun):
            return said
        return named.pop() if len(named) == 1 else None

    def _by_far_agents(self) -> list[Attribution]:
        """Return "has been accused of war crimes by X", "was urged to leave by X"."""
        view, found = self.view, []
        for i in range(view.size - 3):
            cue = self._passive_cue(i) if view.quotation_at[i] is None else None
            by = self._agent_behind(i + 2) if cue is not None else None
            if cue is None or by is None:
                continue
            agent = view.mention_from(by + 1) or view.mention_from(by + 2)
            group = self.group(cue)
            whom = self.subject_before(cue, group.first)
            if agent is None or whom is None or group.modal or group.negated or not group.passive:
                continue
            one = self._told(cue, agent, (i + 2, by - 1), "passive")
            start = whom.first if isinstance(whom, Mention) else group.first
            found.append(replace(one, addressees=(whom,), start=self._with_determiner(start)))
        return found

    def _passive_cue(self, i: int) -> Cue | None:
        """Return the cue of "accused (of)", "urged (to)", which rows leave to who acts."""
        after = self.view.form(i + 1)
        for entry in self.view.lexicon.entries(self.view.form(i)):
            done = entry.inflection is not None and entry.inflection.form in ("past", "participle")
            if done and not entry.rest and after in entry.row.not_before & entry.row.prepositions:
                return Cue(entry.row, i, i, entry.inflection)
        return None

    def _agent_behind(self, first: int) -> int | None:
        """Return the "by" in front of who is named at the clause's end."""
        view = self.view
        for k in range(first, min(view.size - 1, first + _AGENT_WITHIN)):
            if not view.is_word(k) or k in view.cue_at or view.form(k) in self.openers - {"to"}:
                return None
            named = view.mention_from(k + 1) or view.mention_from(k + 2)
            if view.form(k) == "by" and view.form(k - 1) in _WITH_BY:
                return None  # "was urged to stand by Kenya"
            if view.form(k) == "by" and named is not None and can_act(named):
                end = named.last + 1
                ends = end >= view.size or not view.is_word(end) or view.time_at[end] is not None
                return k if ends or view.form(end) in self.openers | {"on", "over"} else None
        return None

    def _named_from(self, end: int) -> int | None:
        """Return where "fraud charges" begins that ends at token `end`."""
        view, first = self.view, end
        if not view.is_word(end) or view.quotation_at[end] is not None:
            return None
        while first > 0 and end - first < _NAMED_WITHIN and view.is_word(first - 1):
            if view.form(first - 1) in self.prepositions | self.openers | self.determiners:
                break
            first -= 1
        return first

    def _offered(self) -> list[Attribution]:
        """Return "has offered its good offices", "offered Kenya aircraft for the search"."""
        view, found = self.view, []
        for i, token in enumerate(view.tokens):
            if token.form not in _OFFERS or view.quotation_at[i] or view.mention_at[i]:
                continue
            cue = Cue(_OFFER, i, i, _PAST)
            group = self.group(cue)
            if group.modal or group.negated or group.passive:
                continue
            subject = self.subject_before(cue, group.first)
            thing = self._thing_behind(i + 1)
            if thing is None or subject is None or isinstance(subject, Pointer):
                continue
            deed = subject.kind in (None, "armed-group", "media")  # "the army offered support"
            if deed and view.form(thing) not in _TERMS:
                continue
            whom = self.view.mention_from(i + 1)
            heard: tuple[Party, ...] = (whom,) if whom is not None and can_act(whom) else ()
            first = i + 1 if whom is None or not heard else whom.last + 1
            content = (first, self._clause_end(thing))
            found.append(replace(self._told(cue, subject, content, "offer"), addressees=heard))
        return found

    def _thing_behind(self, j: int) -> int | None:
        """Return the "help" of "offered (Kenya) its help", None for "offered no help"."""
        view = self.view
        for k in range(j, min(view.size, j + _THING_WITHIN)):
            if view.form(k) in _THINGS | _TERMS and view.mention_at[k] is None:
                return k
            if not view.is_word(k) or view.form(k) in self.prepositions | self.openers | _NONE:
                return None
        return None

    def _told(self, cue: Cue, speaker: Party, content: tuple[int, int], order: str) -> Attribution:
        first = cue.first if isinstance(speaker, Pointer) else min(speaker.first, cue.first)
        taken_up = order == "taken-up"  # what is denied stands in front of who denies it
        return Attribution(
            cue=cue,
            order=order,
            speaker=speaker,
            start=content[0] if taken_up else self._with_determiner(first),
            content_first=content[0],
            content_last=content[1],
            clausal=False,
            before=taken_up,
            margin=_MARGIN,
        )


def _is_person(mention: Mention) -> bool:
    return mention.person is not None or mention.role is not None or mention.human is True
