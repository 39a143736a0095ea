"""Who takes part in a meeting: pointers, offices and groups led to people, bodies and states.

In:  a meeting as it was drafted, what the register knows. Out: the meeting, its parties mentions.
Each look-up costs confidence (FACTOR).
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.model.draft import (
    DraftMeeting,
    Drafts,
    DraftStatement,
    Party,
    Pointer,
    mentions_of,
)
from kg.model.mention import Mention
from kg.resolve.agreement import PERSONS, agrees, identity, is_two_in_office
from kg.resolve.counterparts import both_sides, represented, side_of, without_hosts
from kg.resolve.named_soon import are_vacant, named_soon
from kg.resolve.offices import holders, office_of, offices_of
from kg.resolve.own_bodies import is_own
from kg.resolve.pairs import MEETING_REACH, PAIR_REACH
from kg.resolve.register import (
    Register,
    Watching,
)

FACTOR = 0.8
_BODY_REACH = 30
_DELEGATION, _MEMBER = "delegation", "member"
_OFFICIAL = "official"


class MeetingParties(Register):
    """Finds who met, sentence by sentence."""

    def __init__(self, drafts: Drafts, watching: Watching | None) -> None:
        super().__init__(drafts, watching)
        self.speaker_of: dict[int, Mention | None] = {}
        self.told_of: dict[int, list[DraftMeeting]] = {}  # meetings as they were read, by sentence
        self.said_at: dict[int | None, list[DraftStatement]] = {}
        keys = [d.key for d in drafts.statements]
        keys += [d.key for d in drafts.meetings]
        self.next_key = max([*keys, *(d.key for d in drafts.redlines)], default=0)

    def _meeting(self, draft: DraftMeeting) -> DraftMeeting:
        parties: list[Mention] = []
        carried = 0
        for party in draft.participants or self._those_talking(draft):
            found = self._meeting_party(draft, party, parties)
            carried += isinstance(party, Pointer)
            two = _are_two(draft) and draft.rule.endswith("/tr")
            sides = [
                m
                if _is_called_so(m, draft) and not _share_a_head(draft.participants)
                else self._side_of_party(m, draft.sentence, two=two)
                for m in found
            ]
            parties += [m for m in sides if identity(m) not in {identity(p) for p in parties}]
        if len(parties) == 1 and (
            draft.participants[:1] != tuple(parties) or not _sits(parties[0])
        ):
            parties = self._with_teller(draft, parties)
        if are_vacant(parties):
            offices, parties = parties, self._holders_told_behind(draft, parties)
            carried += parties != offices
        mediators = self._parties(draft.mediators, draft.sentence, None)
        if len(parties) > 1:
            self.met.append((draft.sentence, tuple(parties)))
        return replace(
            draft,
            place=self._place_named_last(draft) if draft.there else draft.place,
            participants=tuple(parties),
            mediators=tuple(mediators),
            carried=draft.carried or carried > 0,
            score=draft.score * FACTOR**carried,
        )

    def _is_private(self, draft: DraftMeeting, told: DraftMeeting) -> bool:
        """True for "they agreed to visit Rome" of who holds no office: no state receives a wife."""
        states = [m for m in mentions_of(draft.participants) if m.kind == "state"]
        pair = any(isinstance(p, Pointer) and p.words == "they" for p in draft.participants)
        if not (pair and states and draft.place is not None):
            return False
        people = [m for m in mentions_of(told.participants) if m.kind in PERSONS]
        return any(m.role is None and self._side_known(m) is None for m in people)

    def _holders_told_behind(self, draft: DraftMeeting, offices: list[Mention]) -> list[Mention]:
        """Return the two whom the sentences behind name where these offices met."""
        known = {m.person for _, m in self.named.back(draft.sentence, MEETING_REACH) if m.person}
        first = self.places[draft.sentence]
        behind = self.drafts.sentences[first : first + 4]
        talks = [m for read in behind for m in self.told_of.get(read.sentence.index, ())]
        verb_first = draft.rule.endswith("/ar")
        end = draft.evidence[-1].end
        return named_soon(offices, end, behind, known, talks, verb_first=verb_first)

    def _side_of_party(self, party: Mention, sentence: int, *, two: bool) -> Mention:
        """Return who meets where people without names do: an office's holder, else a side."""
        back = [m for _, m in self.named.back(sentence, MEETING_REACH)]
        office = office_of(party, back[::-1]) if two else None
        return office or represented(party)

    def _place_named_last(self, draft: DraftMeeting) -> Mention | None:
        """ "They met there": the last place named in front of it."""
        places = [
            m
            for r in self.drafts.sentences
            if draft.sentence - PAIR_REACH <= r.sentence.index <= draft.sentence
            for m in (*r.places, *r.unsure)
            if m.span.start < draft.cues[0].start
        ]
        return max(places, key=lambda m: m.span.start, default=None)

    def _each(self, draft: DraftMeeting, told: DraftMeeting) -> list[DraftMeeting]:
        """Return one meeting with each of those whom the first party spoke to apart."""
        two = any(
            is_two_in_office(m) for m in mentions_of(draft.participants)
        )  # "rang both leaders"
        first, *others = mentions_of((told if two else draft).participants) or (None,)
        if not draft.each or len(others) < 2 or not _one_by_one(told, others):
            return [draft]
        ahead = told.participants[0]
        if isinstance(ahead, Pointer) and ahead.kind == "pair":
            return [draft]  # "they rang X": together
        found = []
        for i, other in enumerate(others):
            self.next_key += i > 0
            key = self.next_key if i else draft.key
            parties = tuple(m for m in (first, other) if m is not None)
            found.append(replace(draft, key=key, participants=parties))
        return found

    def _meeting_party(
        self, draft: DraftMeeting, party: Party, others: Sequence[Mention]
    ) -> list[Mention]:
        if isinstance(party, Mention):
            if two := self._two_leaders(party, draft.sentence):
                return two
            found = self._party(party, draft.sentence, None)
            return [found] if found is not None else []
        if party.role is not None and (officers := self._in_office(party, party.role, draft)):
            return officers
        if party.kind == "pair":
            teller = self.speaker_of.get(draft.under) if draft.under is not None else None
            if party.words is not None and (pair := self._two_met(draft.sentence, teller, party)):
                return pair
            pair = self._pair(draft.sentence, persons=party.human is True, avoid=teller)
            if party.human is False and not pair and draft.rule.endswith("/en"):
                pair = self._sides_of_all()
            two = pair or self._pair(draft.sentence, persons=True, avoid=teller)  # "the two"
            two = self._but_hosts(without_hosts(two, draft.mediators), draft, teller)
            return self._as_sides(two) if party.human is False else two
        if party.kind == "met":
            met = self._met_last(draft.sentence, party.number)
            before = (m for _, m in self.named.back(draft.sentence, _BODY_REACH))
            if party.hint is not None and is_own(party.hint, before, map(self._side_known, met)):
                return [party.hint]
            here = bool(self.met) and self.met[-1][0] == draft.sentence
            if party.human is False and not here:
                named = all(m.person for m in met)
                return (self._main_sides() if named else []) or self._as_sides(met)
            return met
        if party.kind == "own-side":
            speaker = self.speaker_of.get(draft.under) if draft.under is not None else None
            side = _side_or_self(speaker) if speaker is not None else None
            own = any((m.side or identity(m)) == identity(side) for m in others if side)
            return [side] if side is not None and not own else []
        if party.kind == "counterpart":
            other = others[0] if others else self._subject(draft.sentence)
            counterpart = self._counterpart(party, other)
            return [counterpart] if counterpart is not None else []
        if party.kind == "guest":
            guest = self._guest(party, draft.sentence)
            return [guest] if guest is not None else []
        if party.kind == "latter":
            last = self._latter(party, draft.sentence)
            return [last] if last is not None else []
        if people := self._people_meant(party, draft.sentence):
            return [people]
        speaker = self.speaker_of.get(draft.under) if draft.under is not None else None
        ahead = speaker is not None and speaker.span.start < party.place
        if speaker is not None and ahead and agrees(party, speaker):
            return [speaker]
        if speaker is not None and not ahead:
            party = replace(party, avoid=party.avoid or speaker)  # "he met X, an aide said"
        if party.kind == "pronoun" and party.human and others:
            party = replace(party, avoid=party.avoid or others[0])  # nobody meets themselves
        chosen = self._choose(party, draft.sentence, self._subject(draft.sentence))
        if chosen is None and party.kind == "pronoun" and party.human is True:
            chosen = self._named_beside(party, draft.sentence)
        return [chosen] if chosen is not None else []

    def _but_hosts(
        self, two: list[Mention], draft: DraftMeeting, teller: Mention | None
    ) -> list[Mention]:
        """ "Qatar offered to host the two sides": two others than Qatar."""
        if draft.status != "proposed":
            return two
        hosts = [*mentions_of(draft.mediators), *filter(None, [teller])]
        host = next((side for m in hosts if (side := side_of(m)) is not None), None)
        if host is None or not any(identity(m) == identity(host) for m in two):
            return two
        return self._two_states(draft.sentence, host) or two

    def _as_sides(self, met: list[Mention]) -> list[Mention]:
        """Return the states of the people who met: theirs, else those that the article is about."""
        sides = both_sides(met)
        named = all(m.person for m in met) and bool(met)
        return (
            sides
            if sides != met or not named
            else self._main_sides() or self._sides_of_all() or met
        )

    def _in_office(self, party: Pointer, role: str, draft: DraftMeeting) -> list[Mention]:
        """Return the two or more who hold one office each: by name, else by office."""
        back = [m for _, m in self.named.back(draft.sentence, MEETING_REACH)]
        others = {identity(m) for m in mentions_of(draft.participants)}  # "X rang both presidents"
        near = [m for m in back[::-1] if identity(m) not in others]
        ahead = [m for m in near if m.span.start < party.place]
        if party.kind != "met" and (named := holders(role, ahead, 2)):
            return named
        if party.kind == "met":
            return offices_of(role, self._met_last(draft.sentence, party.number), near)
        known = holders(role, near, 2)
        return known or offices_of(role, self._pair(draft.sentence, persons=False), near)

    def _with_teller(self, draft: DraftMeeting, parties: list[Mention]) -> list[Mention]:
        """ "X said in a call with Y": whoever speaks in it takes part in it."""
        for statement in self.said_at.get(draft.key, ()):
            speaker = statement.speaker
            if isinstance(speaker, Mention):
                return [speaker, *parties] if identity(speaker) != identity(parties[0]) else parties
        return parties

    def _those_talking(self, draft: DraftMeeting) -> tuple[Mention, ...]:
        """ "X warned Y in the talks": who speaks there and who listens were at the talks."""
        for statement in self.said_at.get(draft.key, ()):
            said = statement.content  # on whom it is placed need not have been there
            heard = [m for m in mentions_of(statement.addressees) if not _is_press(m)]
            listeners = [m for m in heard if not said.contains(m.span)]
            if listeners:
                speaker = statement.speaker if isinstance(statement.speaker, Mention) else None
                if speaker is not None and any(m.kind in PERSONS for m in listeners):
                    return (speaker, *listeners)
                side = side_of(speaker) if speaker is not None else None
                return (*((side,) if side is not None else ()), *listeners)
        return ()


def _one_by_one(draft: DraftMeeting, others: Sequence[Mention]) -> bool:
    """True for people called one by one, and for the two sides met apart."""
    pair = any(isinstance(p, Pointer) and p.kind == "pair" for p in draft.participants)
    return pair or all(m.kind in PERSONS for m in others)


def _is_press(listener: Mention) -> bool:
    """True for "reporters", to whom what was said in talks is told behind them."""
    crowd = listener.unnamed and listener.number == "plural" and listener.kind is None
    return listener.kind == "media" or crowd


def _side_or_self(speaker: Mention) -> Mention | None:
    """Return whose side "talks with Y" are of; a minister without a state goes himself."""
    goes_himself = speaker.person and speaker.role and speaker.role != "spokesperson"
    return side_of(speaker) or (speaker if goes_himself else None)


def _are_two(draft: DraftMeeting) -> bool:
    """True for two parties, and for somebody with the ministers of two states."""
    parties = mentions_of(draft.participants)
    crowds = [p for p in parties[1:] if p.unnamed and p.number == "plural" and p.role]
    third = len(parties) == 3 and parties[0].number != "plural" and len(crowds) == 2
    return len(draft.participants) == 2 or third


def _is_called_so(party: Mention, draft: DraftMeeting) -> bool:
    """True for a group that news names itself: "Chadian officials", "الوفد السوري"."""
    rule = draft.rule
    if rule.endswith("/ar"):
        return party.role == _DELEGATION
    if rule.endswith("/tr"):
        return party.role in (_OFFICIAL, "lawmaker")  # "Türkmen yetkililer", "Japon vekiller"
    if rule.endswith("/he") and party.role == _DELEGATION:
        return draft.status in ("cancelled", "postponed")  # "a Sudanese delegation's visit is off"
    return rule.endswith("/en") and party.role != _MEMBER


def _share_a_head(parties: Sequence[Party]) -> bool:
    """True for "Turkish and Israeli officials": a pair of states, whoever of theirs was there."""
    return any(m.unnamed and m.name.startswith(f"{m.text} ") for m in mentions_of(parties))


def _sits(party: Mention) -> bool:
    """True for a body, which meets by itself: who speaks then may have come from outside."""
    return party.kind == "organization"
