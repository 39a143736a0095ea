"""Find who pronouns, elided subjects, "the ministry" and "the two sides" stand for.

In:  drafts with pointers. Out: drafts in which every party is a mention; a pointer that cannot be
resolved leaves the place empty (speaker None) or falls away.
Who may be meant is kept in `kg.resolve.register`, filled while the article is walked through once.
Each look-up costs confidence (FACTOR) and marks the claim as carried.
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.model.draft import (
    DraftMeeting,
    Drafts,
    DraftStatement,
    Party,
    Pointer,
    ReadSentence,
    mentions_of,
)
from kg.model.mention import Mention
from kg.resolve.agreement import PERSONS, agrees, identity, is_same, joined_pairs
from kg.resolve.along import told_along
from kg.resolve.answered import answered
from kg.resolve.at_home import AtHome
from kg.resolve.at_meetings import Met, is_meant, met_by, said_there, with_the_day
from kg.resolve.counterparts import both_sides, represented, side_of, without_hosts
from kg.resolve.filed import where_filed
from kg.resolve.going_on import asked_on_meeting, goes_on, heard_in_the_meeting
from kg.resolve.listing import about_somebody, decided, listed, names_borne, used_mentions
from kg.resolve.named_soon import are_vacant, named_soon
from kg.resolve.offices import holders, office_of, offices_of
from kg.resolve.own_bodies import is_own
from kg.resolve.posted import where_posted
from kg.resolve.readouts import heard_by_the_other
from kg.resolve.register import (
    MEETING_REACH,
    PAIR_REACH,
    REPORTER,
    SPEAKER,
    SUBJECT,
    Register,
    Watching,
)
from kg.resolve.summoned import with_receivers
from kg.resolve.whereabouts import Whereabouts

FACTOR = 0.8
UNRESOLVED_FACTOR = 0.45
_REPORTED_REACH = 2
_BODY_REACH = 30
_DELEGATION, _MEMBER = "delegation", "member"
_OFFICIAL = "official"


def resolve_references(drafts: Drafts, watching: Watching | None = None) -> Drafts:
    """Return the drafts with mentions for pointers. Pure; the order of the drafts is kept.

    `watching` is told of every choice among several, for explaining it.
    """
    return _Resolver(drafts, watching).resolve()


class _Resolver(Register):
    """Walks through the article once, sentence by sentence."""

    def __init__(self, drafts: Drafts, watching: Watching | None) -> None:
        super().__init__(drafts, watching)
        self.speaker_of: dict[int, Mention | None] = {}
        self.resolved: list[DraftStatement] = []
        self.held: list[Met] = []
        self.told_of: dict[int, list[DraftMeeting]] = {}  # meetings as they were read, by sentence
        self.asked: dict[int, Party | None] = {}  # speakers as they were read, by statement
        # By statement, whom it was told to: "the host", "the visitor", "him".
        self.to_the_other: dict[int, Pointer] = {}
        self.said_at: dict[int | None, list[DraftStatement]] = {}
        keys = [d.key for d in drafts.statements]
        keys += [d.key for d in drafts.meetings]
        self.next_key = max([*keys, *(d.key for d in drafts.redlines)], default=0)

    def resolve(self) -> Drafts:
        """Resolve statements before meetings in each sentence: a meeting may ask who speaks."""
        said: dict[int, list[DraftStatement]] = {}
        told = self.told_of
        for statement in self.drafts.statements:
            said.setdefault(statement.sentence, []).append(statement)
        for meeting in self.drafts.meetings:
            told.setdefault(meeting.sentence, []).append(meeting)
        statements: list[DraftStatement] = []
        meetings: list[DraftMeeting] = []
        telling: dict[int | None, list[int]] = {}  # statements by what they tell of
        for read in self.drafts.sentences:
            index = read.sentence.index
            if read.sentence.kind in ("heading", "title"):
                self._pass_heading(read)
            self.named.extend(index, read.spoken)
            self.joined.extend((index, pair) for pair in joined_pairs(read))
            first = len(statements)
            for one in self._statements(said.get(index, ()), read):
                statement = heard_by_the_other(one, meetings)
                for key in {statement.said_at, *(c.key for c in statement.conveys)}:
                    telling.setdefault(key, []).append(len(statements))
                statements.append(statement)
            told_before = len(meetings)
            for met in told.get(index, ()):
                resolved = self._meeting(met)
                if self._is_private(met, resolved):
                    continue
                held = self._each(told_along(resolved, meetings), met)
                meetings += held
                for i in telling.get(met.key, ()):
                    statements[i] = _told_of_each(statements[i], met.key, held)
                    statements[i] = heard_there(statements[i], met.key, held)
                    statements[i] = heard_in_the_meeting(statements[i], met, self.met)
                self.held += met_by(held)
            for i in range(first, len(statements)):
                statements[i] = asked_on_meeting(statements[i], meetings[told_before:])
                if i:
                    asked = self.asked.get(statements[i].key)
                    statements[i] = goes_on(statements[i], asked, statements[i - 1], read)
                statements[i] = self._said_there(statements[i])
            if read.subject is not None:
                self._note(read.subject, index, SUBJECT)
        used = used_mentions(statements, meetings)
        borne = names_borne(self.drafts.sentences)
        sentences = [listed(read, used, borne) for read in self.drafts.sentences]
        acting = {identity(m) for read in sentences for m in read.actors}
        return replace(
            self.drafts,
            sentences=tuple(decided(read, acting) for read in sentences),
            statements=tuple(
                about_somebody(s, used, acting, borne) for s in with_the_day(statements, meetings)
            ),
            meetings=tuple(
                with_receivers(
                    Whereabouts(self.drafts.sentences).place(
                        list(
                            where_posted(
                                where_filed(
                                    list(AtHome(self.drafts.sentences).place(meetings)),
                                    self.drafts.sentences,
                                ),
                                self.drafts.sentences,
                            )
                        )
                    ),
                    statements,
                    self.drafts.sentences,
                )
            ),
        )

    def _statements(
        self, drafts: Sequence[DraftStatement], read: ReadSentence
    ) -> list[DraftStatement]:
        resolved = []
        for draft in [d for one in drafts for d in self._each_of_pair(one)]:
            one = self._statement(draft, read)
            self.asked[one.key] = draft.speaker
            resolved.append(one)
            self.resolved.append(one)
            self.said_at.setdefault(one.said_at, []).append(one)
            self.speaker_of[one.key] = one.speaker if isinstance(one.speaker, Mention) else None
            if isinstance(one.speaker, Mention) and len(one.addressees) == 1:
                self.heard.append((one.sentence, (one.speaker, *mentions_of(one.addressees))))
            if isinstance(one.speaker, Mention) and not _is_inner(draft, drafts):
                for reporter in mentions_of(one.via):  # "…, a spokeswoman said. She added …"
                    self._note(reporter, one.sentence, REPORTER)
                self._note(one.speaker, one.sentence, SPEAKER)
                teller = one.via[0] if one.via and one.rule.endswith("/tr") else None
                if isinstance(teller, Mention) and teller.kind in PERSONS:
                    self._note(teller, one.sentence, SPEAKER)  # who goes on: "ayrıca … bildirdi"
        return resolved

    def _each_of_pair(self, draft: DraftStatement) -> list[DraftStatement]:
        """ "The two sides promised": a statement of each, where it is known who they are."""
        if not isinstance(draft.speaker, Pointer) or draft.speaker.kind != "pair":
            return [draft]
        both = self._both(draft.speaker, draft.sentence)
        if not both:
            return [draft]
        score = draft.score * FACTOR
        first = replace(draft, speaker=both[0], carried=True, score=score)
        others = []
        for mention in both[1:]:
            self.next_key += 1
            others.append(
                replace(first, key=self.next_key, speaker=mention, conveys=(), said_at=None)
            )
        return [first, *others]

    def _statement(self, draft: DraftStatement, read: ReadSentence) -> DraftStatement:
        speaker = self._party(draft.speaker, draft.sentence, read.subject)
        told_by = [p for p in draft.via if not _is_reporter(p)]
        via = self._parties(told_by, draft.sentence, read.subject)
        if len(told_by) < len(draft.via) and not via and speaker is not None:
            via = self._reporters(speaker, draft.sentence)
        for party in draft.addressees:
            if isinstance(party, Pointer) and party.kind == "other":
                self.to_the_other[draft.key] = party
        named = [a for a in draft.addressees if not _is_later(a)]
        addressees = self._parties(named, draft.sentence, read.subject, speaker)
        if any(map(_is_answered, draft.addressees)) and not addressees:
            replied = answered(draft, speaker, self.resolved)
            addressees = [replied] if replied is not None else []
        carried = draft.carried or (speaker is not draft.speaker and not _says_side(draft.speaker))
        score = draft.score
        if speaker is None and draft.speaker is not None:
            score *= UNRESOLVED_FACTOR
        elif carried and not draft.carried:
            score *= FACTOR
        told = tuple(a for a in addressees if a != speaker)
        same = speaker is draft.speaker and told == draft.addressees and tuple(via) == draft.via
        if same and not draft.carried:
            return draft
        return replace(
            draft,
            speaker=speaker,
            via=tuple(via),
            addressees=told,
            carried=carried and speaker is not None,
            score=score,
        )

    def _said_there(self, statement: DraftStatement) -> DraftStatement:
        """Lead a statement to the meeting at which it was made."""
        other = self.to_the_other.get(statement.key)
        if statement.said_at is not None or not (statement.addressees or other):
            return statement
        told = said_there(statement, self.held, to_the_other=other is not None)
        named = self.named.back(statement.sentence, MEETING_REACH)
        by_pronoun = other is not None and other.human is True and told is not statement
        if other is not None and by_pronoun and not is_meant(other, told, self.held, named):
            return statement
        return told

    def _reporters(self, speaker: Mention, sentence: int) -> list[Mention]:
        """Return who passed on what this speaker said a sentence or two before."""
        for statement in reversed(self.resolved):
            if sentence - statement.sentence > _REPORTED_REACH:
                return []
            said_by = statement.speaker
            if isinstance(said_by, Mention) and is_same(said_by, speaker) and statement.via:
                return list(mentions_of(statement.via))
        return []

    def _meeting(self, draft: DraftMeeting) -> DraftMeeting:
        parties: list[Mention] = []
        carried = 0
        for party in draft.participants or self._those_talking(draft):
            found = self._meeting_party(draft, party, parties)
            carried += isinstance(party, Pointer)
            two = _are_two(draft) and draft.rule.endswith("/tr")
            sides = [
                m
                if _is_called_so(m, draft.rule) and not _share_a_head(draft.participants)
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
        first, *others = mentions_of(draft.participants) or (None,)
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
            two = without_hosts(two, draft.mediators)
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
            side = side_of(speaker) if speaker is not None else None
            own = any((m.side or identity(m)) == identity(side) for m in others if side)
            return [side] if side is not None and not own else []
        if party.kind == "counterpart":
            other = others[0] if others else self._subject(draft.sentence)
            counterpart = self._counterpart(party, other)
            return [counterpart] if counterpart is not None else []
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
        near = back[::-1]
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
            listeners = [m for m in mentions_of(statement.addressees) if not said.contains(m.span)]
            if listeners:
                speaker = statement.speaker if isinstance(statement.speaker, Mention) else None
                if speaker is not None and any(m.kind in PERSONS for m in listeners):
                    return (speaker, *listeners)
                side = side_of(speaker) if speaker is not None else None
                return (*((side,) if side is not None else ()), *listeners)
        return ()


def heard_there(
    statement: DraftStatement, key: int, meetings: Sequence[DraftMeeting]
) -> DraftStatement:
    """ "X offered help in a call with Y": said to Y, the only other one who took part."""
    speaker = statement.speaker
    if statement.addressees or statement.said_at != key or not isinstance(speaker, Mention):
        return statement
    heard: list[Mention] = []
    for meeting in meetings:  # calls with one each
        parties = mentions_of(meeting.participants)
        others = [m for m in parties if not is_same(m, speaker)]
        if len(parties) != 2 or len(others) != 1:
            return statement
        heard += others
    return replace(statement, addressees=tuple(heard))


def _told_of_each(
    statement: DraftStatement, key: int, meetings: Sequence[DraftMeeting]
) -> DraftStatement:
    """A statement that tells of a meeting tells of all that it turned out to be."""
    told = next((c for c in statement.conveys if c.key == key), None)
    if told is None:
        return statement
    others = tuple(replace(told, key=m.key) for m in meetings if m.key != key)
    return replace(statement, conveys=(*statement.conveys, *others))


def _one_by_one(draft: DraftMeeting, others: Sequence[Mention]) -> bool:
    """True for people called one by one, and for the two sides met apart."""
    pair = any(isinstance(p, Pointer) and p.kind == "pair" for p in draft.participants)
    return pair or all(m.kind in PERSONS for m in others)


def _are_two(draft: DraftMeeting) -> bool:
    """True for two parties, and for somebody with the ministers of two states."""
    parties = mentions_of(draft.participants)
    crowds = [p for p in parties[1:] if p.unnamed and p.number == "plural" and p.role]
    third = len(parties) == 3 and parties[0].number != "plural" and len(crowds) == 2
    return len(draft.participants) == 2 or third


def _is_called_so(party: Mention, rule: str) -> bool:
    """True for a group that news names itself: "Chadian officials", "الوفد السوري"."""
    if rule.endswith("/ar"):
        return party.role == _DELEGATION
    if rule.endswith("/tr"):
        return party.role == _OFFICIAL  # "Türkmen yetkililer"
    return rule.endswith("/en") and party.role != _MEMBER


def _share_a_head(parties: Sequence[Party]) -> bool:
    """True for "Turkish and Israeli officials": a pair of states, whoever of theirs was there."""
    return any(m.unnamed and m.name.startswith(f"{m.text} ") for m in mentions_of(parties))


def _sits(party: Mention) -> bool:
    """True for a body, which meets by itself: who speaks then may have come from outside."""
    return party.kind == "organization"


def _is_reporter(party: Party) -> bool:
    return isinstance(party, Pointer) and party.kind == "reporter"


def _is_later(party: Party) -> bool:
    """True for those whom the statements and meetings around tell."""
    return isinstance(party, Pointer) and party.kind in ("answered", "other")


def _is_answered(party: Party) -> bool:
    return isinstance(party, Pointer) and party.kind == "answered"


def _says_side(party: Party | None) -> bool:
    """True for "the Russian minister": nothing had to be guessed to know whose minister.

    There are many Russian officials.
    """
    return isinstance(party, Mention) and party.side is not None and party.role != _OFFICIAL


def _is_inner(draft: DraftStatement, drafts: Sequence[DraftStatement]) -> bool:
    """True for a statement told inside another one of its sentence."""
    return any(
        other is not draft
        and other.evidence[0].contains(draft.evidence[0])
        and other.evidence[0] != draft.evidence[0]
        for other in drafts
    )
