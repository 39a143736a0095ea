"""Read the English passive of speech: "was rejected by X", "stands accused by X of", "was quoted".

In:  a cue in the passive and its group. Out: an attribution; the speaker is the agent, or whoever
is quoted. What was told may stand in front: "That the dam was full was confirmed to Y by X".
"""

from abc import ABC, abstractmethod

from kg.extract.attribution import Attribution
from kg.extract.cues import Cue
from kg.extract.speakers.behind import Behind
from kg.extract.speakers.english_before import EnglishBefore, Group
from kg.extract.speakers.english_listeners import EnglishListeners
from kg.extract.subject import find_subject
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_AGENT_WITHIN = 10
_WITH_BY = words_of("en", "verbs_with_by")
_CALL = "call"
_PARTICLES = frozenset({"off", "out", "down", "up", "away", "on"})


class EnglishPassive(EnglishBefore, EnglishListeners, ABC):
    """Reads passives."""

    @abstractmethod
    def _words_first(
        self, cue: Cue, first: int, order: str, behind: Behind
    ) -> Attribution | None: ...

    @abstractmethod
    def _judge(
        self, cue: Cue, behind: Behind, order: str, group: Group, *, nested: bool
    ) -> Attribution | None: ...

    @abstractmethod
    def _is_clause(self, first: int, last: int) -> bool: ...

    def _passive(self, cue: Cue, group: Group) -> Attribution | None:
        """Return "X was quoted (by Y) as saying" and "X was accused by Y of"."""
        view = self.view
        if cue.row.id == _CALL and view.form(cue.last + 1) in _PARTICLES:
            return None  # "the talks were called off by Chad"
        subject, _, nested = self._before(cue, group)
        agent = self._agent(cue)
        j = cue.last + 1 if agent is None else agent[1] + 1
        behind = Behind()
        if cue.row.speaker_slot == "object":
            behind.subject = subject
            if agent is not None:
                behind.via.append(agent[0])
            else:  # whoever quoted him before
                place = view.tokens[cue.first].start
                behind.via.append(Pointer(kind="reporter", place=place))
            if subject is not None:
                first = self._subject_first(subject, group)
                if self._ends_quotation(first - 1):  # "“…,” X was quoted as saying in Cairo"
                    self._walk(cue, behind, j)
                    behind.subject = subject
                    return self._words_first(cue, first, "passive", behind)
        elif agent is not None and cue.row.object_addressee:
            behind.subject = agent[0]
            if isinstance(subject, Pointer) and subject.kind == "elided":
                subject = find_subject(view, before=cue.first)  # "was summoned and told by X"
            if subject is not None:
                behind.addressees.append(subject)
        elif agent is not None and self._is_impersonal(cue, group, agent[1]):
            behind.subject = agent[0]
            behind.addressees.extend(self._told_between(cue, agent[0]))
        elif agent is not None:
            return self._received(cue, group, agent[0])
        else:
            return None
        self._walk(cue, behind, j)
        if behind.subject is None:
            return None
        if behind.content_first is None and agent is not None and cue.row.object_addressee:
            self._before_far_agent(cue, behind)
        if behind.content_first is None and cue.row.speaker_slot:
            first = self._subject_first(behind.subject, group)
            return self._words_first(cue, first, "passive", behind)
        return self._judge(cue, behind, "passive", group, nested=nested)

    def _before_far_agent(self, cue: Cue, behind: Behind) -> None:
        """Read what stands between: "was informed of the decision by X"."""
        by, first = self._before_agent(cue.last + 1), self.view.form(cue.last + 1)
        if by is None or by <= cue.last + 2 or first not in cue.row.prepositions:
            return
        inside = Behind(subject=behind.subject, addressees=[*behind.addressees], addressed=True)
        self._walk(cue, inside, cue.last + 1)
        if inside.content_first is not None and inside.content_first < by:
            behind.content_first, behind.content_last = inside.content_first, by - 1
            behind.clausal = inside.clausal

    def _is_impersonal(self, cue: Cue, group: Group, last: int) -> bool:
        """True for "it was claimed by X on Monday that"."""
        view = self.view
        if not cue.row.that or view.form(self._step_left(group.first - 1)) != "it":
            return False
        end = last + 1
        while end < view.size and (view.time_at[end] is not None or view.form(end) == "on"):
            end += 1
        return view.form(end) == "that"

    def _received(self, cue: Cue, group: Group, agent: Party) -> Attribution | None:
        """Return "the offer was rejected by X": X rejects the offer."""
        view = self.view
        if self.view.form(0) == "that" and cue.row.that and self._is_clause(1, group.first - 1):
            return self._received_clause(cue, (1, group.first - 1), agent)
        if not cue.row.object_content or cue.row.needs or cue.row.needs_that:
            return None
        first = last = group.first - 1
        while first > 0 and view.is_word(first - 1) and view.quotation_at[first - 1] is None:
            if view.form(first - 1) in self.openers:
                break
            first -= 1
        if not view.is_word(last) or view.form(last) in view.words.relative:
            return None
        return self._received_clause(cue, (first, last), agent)

    def _received_clause(self, cue: Cue, content: tuple[int, int], agent: Party) -> Attribution:
        """Return what is told in front of its verb: "That the dam was full was confirmed by X"."""
        return Attribution(
            cue=cue,
            order="received",
            speaker=agent,
            addressees=self._told_between(cue, agent),
            start=content[0],
            content_first=content[0],
            content_last=content[1],
            clausal=content[0] == 1,
            before=True,
            margin=0.9,
        )

    def _agent(self, cue: Cue) -> tuple[Party, int] | None:
        """Return who acts in "was told (of it) by X" and the last token; not "by Friday"."""
        by = self._before_agent(cue.last + 1)
        found = self.noun_phrase_from(by + 1) if by is not None else None
        if by is None or found is None or self.view.time_at[by + 1] is not None:
            return None
        far = by > cue.last + 1 and self.view.form(by - 1) not in _PARTICLES
        return found if not far or _is_somebody(found[0]) else None

    def _before_agent(self, j: int) -> int | None:
        """Return the "by" of "was voiced (again) (to reporters) (on Monday) by"."""
        view = self.view
        for k in range(j, min(view.size, j + _AGENT_WITHIN)):
            if view.form(k) == "by":
                with_verb = k > j and view.form(k - 1) in _WITH_BY
                remote = view.form(k + 1) in view.lexicon.word_set("remote")
                return None if with_verb or remote else k
            verb = view.cue_at.get(k)
            if not view.is_word(k) or view.form(k) in self.openers | self.auxiliary:
                return None
            if verb is not None and verb.row.kind == "verb" and verb.form in ("past", "present"):
                return None
        return None

    def _told_between(self, cue: Cue, agent: Party) -> tuple[Party, ...]:
        """Return Y of "was spelled out to Y by X"."""
        view, by = self.view, self._before_agent(cue.last + 1)
        for k in range(cue.last + 1, by if by is not None else 0):
            found = self.noun_phrase_from(k + 1) if view.form(k) == "to" else None
            if (
                found is not None
                and found[0] != agent
                and view.form(found[1]) not in (view.lexicon.word_set("nobody"))
            ):
                return (found[0],)
        return ()


def _is_somebody(party: Party) -> bool:
    """True for who is known, named or holds an office, not for "night", "candlelight"."""
    if not isinstance(party, Mention):
        return True
    return party.kind is not None or party.role is not None or party.gazetteer_id is not None
