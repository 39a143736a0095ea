"""Find who pronouns, elided subjects, "the ministry" and "the two sides" stand for.

In:  drafts with pointers. Out: drafts in which every party is a mention; a pointer that cannot be
resolved leaves the place empty (speaker None) or falls away.
Candidates come from a register, not from all mentions: the speaker before, the subject of the last
main clause, the actors of the nearest heading, each the weaker the farther back. Quotations never
enter it; a heading that names another actor clears it. Agreement in gender and number is required
as far as it is known. When the best two are close, nobody is chosen.
Each look-up costs confidence (FACTOR) and marks the claim as carried.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from kg.model.draft import (
    DraftMeeting,
    Drafts,
    DraftStatement,
    Party,
    Pointer,
    ReadSentence,
    mentions_of,
)
from kg.model.mention import Mention, Number
from kg.resolve.agreement import (
    PERSONS,
    agrees,
    identity,
    is_description,
    is_same,
    is_same_sort,
    joined_pairs,
)
from kg.resolve.counterparts import counterpart_of, represented, side_of
from kg.resolve.listing import about_somebody, decided, listed, used_mentions

FACTOR = 0.8
UNRESOLVED_FACTOR = 0.45
_SPEAKER, _SUBJECT, _HEADING = 3.0, 2.8, 1.4
_GOING_ON = 1.0  # "he added": whoever spoke goes on speaking
_OWN_SENTENCE = 3.6  # the subject of the pointer's own sentence, where it stands before it
_STEP = 0.4  # what each sentence of distance costs
_CLOSE = 0.15
_REACH = 8
_PAIR_REACH = 3
_REPORTED_REACH = 2
_JOINED_REACH = 5
_MEETING_REACH = 12


@dataclass(frozen=True, slots=True)
class _Entry:
    """Somebody in the register, since a sentence."""

    mention: Mention
    sentence: int
    weight: float


# A pointer, its candidates with their scores, best first, and who was chosen, None for nobody.
Watching = Callable[[Pointer, Sequence[tuple[float, Mention]], Mention | None], None]


def resolve_references(drafts: Drafts, watching: Watching | None = None) -> Drafts:
    """Return the drafts with mentions for pointers. Pure; the order of the drafts is kept.

    `watching` is told of every choice among several, for explaining it.
    """
    return _Resolver(drafts, watching).resolve()


class _Resolver:
    """Walks through the article once, sentence by sentence."""

    def __init__(self, drafts: Drafts, watching: Watching | None) -> None:
        self.drafts = drafts
        self.watching = watching
        self.register: list[_Entry] = []
        self.speaker_of: dict[int, Mention | None] = {}
        self.named: list[tuple[int, Mention]] = []  # outside of quotations, so far
        self.joined: list[tuple[int, tuple[Mention, Mention]]] = []  # "A and B", so far
        self.met: list[tuple[int, tuple[Mention, ...]]] = []  # parties of meetings, so far
        self.resolved: list[DraftStatement] = []
        keys = [d.key for d in drafts.statements]
        keys += [d.key for d in drafts.meetings]
        self.next_key = max([*keys, *(d.key for d in drafts.redlines)], default=0)

    def resolve(self) -> Drafts:
        """Resolve statements before meetings in each sentence: a meeting may ask who speaks."""
        said: dict[int, list[DraftStatement]] = {}
        told: dict[int, list[DraftMeeting]] = {}
        for statement in self.drafts.statements:
            said.setdefault(statement.sentence, []).append(statement)
        for meeting in self.drafts.meetings:
            told.setdefault(meeting.sentence, []).append(meeting)
        statements: list[DraftStatement] = []
        meetings: list[DraftMeeting] = []
        for read in self.drafts.sentences:
            index = read.sentence.index
            if read.sentence.kind in ("heading", "title"):
                self._pass_heading(read)
            self.named.extend((index, m) for m in read.spoken)
            self.joined.extend((index, pair) for pair in joined_pairs(read))
            statements += self._statements(said.get(index, ()), read)
            for meeting in told.get(index, ()):
                meetings += self._each(self._meeting(meeting))
            if read.subject is not None:
                self._note(read.subject, index, _SUBJECT)
        used = used_mentions(statements, meetings)
        sentences = [listed(read, used) for read in self.drafts.sentences]
        acting = {identity(m) for read in sentences for m in read.actors}
        return replace(
            self.drafts,
            sentences=tuple(decided(read, acting) for read in sentences),
            statements=tuple(about_somebody(s, used, acting) for s in statements),
            meetings=tuple(meetings),
        )

    # -- the register --------------------------------------------------------------------------

    def _pass_heading(self, read: ReadSentence) -> None:
        """A heading that names others than whoever spoke last begins a new section."""
        here = {identity(m) for m in read.spoken}
        if here and self.register and identity(self.register[-1].mention) not in here:
            self.register.clear()
        for mention in read.spoken:
            self._note(mention, read.sentence.index, _HEADING)

    def _note(self, mention: Mention, sentence: int, weight: float) -> None:
        self.register.append(_Entry(mention, sentence, weight))

    def _choose(self, pointer: Pointer, sentence: int, ahead: Mention | None) -> Mention | None:
        """Return the best candidate, None when there is none or two are too close."""
        best: dict[str, tuple[float, Mention]] = {}
        entries = self.register[-24:]
        if ahead is not None and ahead.span.end <= pointer.place:
            entries = [*entries, _Entry(ahead, sentence, _OWN_SENTENCE)]
        for entry in entries:
            distance = sentence - entry.sentence
            if distance > _REACH or not agrees(pointer, entry.mention):
                continue
            score = entry.weight - _STEP * distance
            if pointer.continues and entry.weight == _SPEAKER:
                score += _GOING_ON
            key = self._key(entry.mention)
            if key not in best or score >= best[key][0]:
                best[key] = (score, entry.mention)
        ranked = sorted(best.values(), key=lambda pair: -pair[0])
        close = len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _CLOSE
        chosen = ranked[0][1] if ranked and not close else None
        if self.watching is not None:
            self.watching(pointer, ranked, chosen)
        return chosen

    @staticmethod
    def _key(mention: Mention) -> str:
        """Return what the candidates are told apart by: a surname is its bearer."""
        return mention.person.rpartition(" ")[2] if mention.person else identity(mention)

    # -- statements -----------------------------------------------------------------------------

    def _statements(
        self, drafts: Sequence[DraftStatement], read: ReadSentence
    ) -> list[DraftStatement]:
        resolved = []
        for draft in [d for one in drafts for d in self._each_of_pair(one)]:
            one = self._statement(draft, read)
            resolved.append(one)
            self.resolved.append(one)
            self.speaker_of[one.key] = one.speaker if isinstance(one.speaker, Mention) else None
            if isinstance(one.speaker, Mention) and not _is_inner(draft, drafts):
                self._note(one.speaker, one.sentence, _SPEAKER)
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
        addressees = self._parties(draft.addressees, draft.sentence, read.subject, speaker)
        carried = draft.carried or (speaker is not draft.speaker and not _says_side(draft.speaker))
        score = draft.score
        if speaker is None and draft.speaker is not None:
            score *= UNRESOLVED_FACTOR
        elif carried and not draft.carried:
            score *= FACTOR
        return replace(
            draft,
            speaker=speaker,
            via=tuple(via),
            addressees=tuple(a for a in addressees if a != speaker),
            carried=carried and speaker is not None,
            score=score,
        )

    def _reporters(self, speaker: Mention, sentence: int) -> list[Mention]:
        """Return who passed on what this speaker said a sentence or two before."""
        for statement in reversed(self.resolved):
            if sentence - statement.sentence > _REPORTED_REACH:
                return []
            said_by = statement.speaker
            if isinstance(said_by, Mention) and is_same(said_by, speaker) and statement.via:
                return list(mentions_of(statement.via))
        return []

    def _parties(
        self,
        parties: Iterable[Party],
        sentence: int,
        ahead: Mention | None,
        speaker: Mention | None = None,
    ) -> list[Mention]:
        found: list[Mention | None] = []
        for party in parties:
            if isinstance(party, Pointer) and party.kind == "pair":  # "urged both sides to"
                found += self._both(party, sentence, speaker)
            else:
                found.append(self._party(party, sentence, ahead, speaker))
        return [m for m in found if m is not None]

    def _party(
        self,
        party: Party | None,
        sentence: int,
        ahead: Mention | None,
        speaker: Mention | None = None,
    ) -> Mention | None:
        if party is None:
            return None
        if isinstance(party, Pointer) and party.kind == "counterpart":
            return self._counterpart(party, speaker)
        if isinstance(party, Pointer) and party.kind == "pair":
            both = self._both(party, sentence)
            return both[0] if both else party.hint
        if isinstance(party, Pointer):
            chosen = self._choose(party, sentence, ahead)
            return side_of(chosen) if chosen is not None and party.kind == "own-side" else chosen
        if is_description(party):
            return self._antecedent(party) or party
        return party

    def _antecedent(self, description: Mention) -> Mention | None:
        """Return the last one named before who is of the description's sort and says more."""
        for _, mention in reversed(self.named):
            if mention.span.start >= description.span.start or is_description(mention):
                continue
            if is_same_sort(description, mention):
                return mention
        return None

    # -- meetings -------------------------------------------------------------------------------

    def _meeting(self, draft: DraftMeeting) -> DraftMeeting:
        parties: list[Mention] = []
        carried = 0
        for party in draft.participants or self._those_talking(draft):
            found = self._meeting_party(draft, party, parties)
            carried += isinstance(party, Pointer)
            sides = [represented(m) for m in found]
            parties += [m for m in sides if identity(m) not in {identity(p) for p in parties}]
        if len(parties) == 1:
            parties = self._with_teller(draft, parties)
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

    def _place_named_last(self, draft: DraftMeeting) -> Mention | None:
        """ "They met there": the last place named in front of it."""
        places = [
            m
            for r in self.drafts.sentences
            if draft.sentence - _PAIR_REACH <= r.sentence.index <= draft.sentence
            for m in (*r.places, *r.unsure)
            if m.span.start < draft.evidence[0].start
        ]
        return max(places, key=lambda m: m.span.start, default=None)

    def _each(self, draft: DraftMeeting) -> list[DraftMeeting]:
        """Return one meeting with each of those whom the first party spoke to apart."""
        first, *others = mentions_of(draft.participants) or (None,)
        persons = [m for m in others if m is not None and m.kind in PERSONS]
        if not draft.each or len(others) < 2 or len(persons) < len(others):
            return [draft]
        found = []
        for i, other in enumerate(persons):
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
        if party.kind == "pair":
            teller = self.speaker_of.get(draft.under) if draft.under is not None else None
            return self._pair(draft.sentence, persons=party.human is True, avoid=teller)
        if party.kind == "met":
            return self._met_last(draft.sentence, party.number)
        if party.kind == "own-side":
            speaker = self.speaker_of.get(draft.under) if draft.under is not None else None
            side = side_of(speaker) if speaker is not None else None
            return [side] if side is not None else []
        if party.kind == "counterpart":
            other = others[0] if others else self._subject(draft.sentence)
            counterpart = self._counterpart(party, other)
            return [counterpart] if counterpart is not None else []
        speaker = self.speaker_of.get(draft.under) if draft.under is not None else None
        if speaker is not None and agrees(party, speaker):
            return [speaker]
        chosen = self._choose(party, draft.sentence, self._subject(draft.sentence))
        return [chosen] if chosen is not None else []

    def _sides_met(self, sentence: int) -> list[Mention]:
        """Return the states or bodies of two people who met: "the two countries" behind them."""
        pairs = [(i, p) for i, p in reversed(self.met)] + [(i, p) for i, p in reversed(self.joined)]
        for index, parties in pairs:
            sides = {identity(s): s for m in parties if (s := side_of(m)) is not None}
            if sentence - index <= _JOINED_REACH and len(sides) == 2:
                return list(sides.values())
        return []

    def _met_last(self, sentence: int, number: Number | None) -> list[Mention]:
        """Return who met last, as the article tells; more than two where words say "the four"."""
        for index, parties in reversed(self.met):
            if sentence - index <= _MEETING_REACH and (number != "plural" or len(parties) > 2):
                return list(parties)
        return []

    def _with_teller(self, draft: DraftMeeting, parties: list[Mention]) -> list[Mention]:
        """ "X said in a call with Y": whoever speaks in it takes part in it."""
        for statement in self.resolved:
            speaker = statement.speaker
            if statement.said_at == draft.key and isinstance(speaker, Mention):
                return [speaker, *parties] if identity(speaker) != identity(parties[0]) else parties
        return parties

    def _those_talking(self, draft: DraftMeeting) -> tuple[Mention, ...]:
        """ "X warned Y in the talks": who speaks there and who listens were at the talks."""
        for statement in self.resolved:
            if statement.said_at == draft.key and statement.addressees:
                speaker = statement.speaker if isinstance(statement.speaker, Mention) else None
                listeners = mentions_of(statement.addressees)
                if speaker is not None and any(m.kind in PERSONS for m in listeners):
                    return (speaker, *listeners)
                side = side_of(speaker) if speaker is not None else None
                return (*((side,) if side is not None else ()), *listeners)
        return ()

    def _subject(self, sentence: int) -> Mention | None:
        return next(
            (r.subject for r in self.drafts.sentences if r.sentence.index == sentence), None
        )

    def _counterpart(self, pointer: Pointer, other: Mention | None) -> Mention | None:
        """Return who holds the other's office on the side named, as the article calls them."""
        if pointer.hint is None:
            return None
        found = counterpart_of(pointer.hint, other, pointer.words)
        same = (m for _, m in self.named if m.role == found.role and m.side == found.side)
        return next(same, found) if found.role else found

    def _both(
        self, pointer: Pointer, sentence: int, speaker: Mention | None = None
    ) -> list[Mention]:
        """Return the two that "both sides", "the two countries" are: neither is who speaks."""
        states = [] if pointer.human else self._pair(sentence, persons=False)
        if speaker is not None and any(is_same(m, speaker) for m in states):
            states = self._two_states(sentence, speaker)
        if states or pointer.human is False:
            return states
        return self._pair(sentence, persons=True, avoid=speaker)

    def _two_states(self, sentence: int, avoid: Mention) -> list[Mention]:
        """Return the two states named last besides the one that speaks."""
        found: dict[str, Mention] = {}
        for index, mention in reversed(self.named):
            if sentence - index > _MEETING_REACH or len(found) == 2:
                break
            if mention.kind == "state" and not is_same(mention, avoid):
                found.setdefault(mention.side or identity(mention), mention)
        found.pop(avoid.side or identity(avoid), None)
        return list(reversed(found.values())) if len(found) == 2 else []

    def _pair(self, sentence: int, *, persons: bool, avoid: Mention | None = None) -> list[Mention]:
        """Return the two meant: parties of the last meeting, last "A and B", last two states.

        Persons are not whoever tells of them: "X proposed a call between the two men".
        """
        teller = identity(avoid) if avoid is not None and persons else None
        fitting: list[tuple[Mention, ...]] = [
            parties
            for index, parties in reversed(self.met)
            if sentence - index <= _MEETING_REACH
            and teller not in {identity(m) for m in parties}
            and persons == all(m.kind in PERSONS for m in parties)
        ]
        fitting += [
            pair
            for index, pair in reversed(self.joined)
            if sentence - index <= _JOINED_REACH and persons == all(m.kind in PERSONS for m in pair)
        ]
        if fitting:
            return list(fitting[0])
        if not persons and (sides := self._sides_met(sentence)):
            return sides
        found: dict[str, Mention] = {}
        for index, mention in reversed(self.named):
            if sentence - index > _PAIR_REACH or len(found) == 2:
                break
            if identity(mention) == teller:
                continue
            if (mention.kind in PERSONS) if persons else (mention.kind == "state"):
                capital = mention.side if mention.kind == "state" else None
                found.setdefault(capital or identity(mention), mention)
        return list(reversed(found.values())) if len(found) == 2 else []


def _is_reporter(party: Party) -> bool:
    return isinstance(party, Pointer) and party.kind == "reporter"


def _says_side(party: Party | None) -> bool:
    """True for "the Russian minister": nothing had to be guessed to know whose minister."""
    return isinstance(party, Mention) and party.side is not None


def _is_inner(draft: DraftStatement, drafts: Sequence[DraftStatement]) -> bool:
    """True for a statement told inside another one of its sentence."""
    return any(
        other is not draft
        and other.evidence[0].contains(draft.evidence[0])
        and other.evidence[0] != draft.evidence[0]
        for other in drafts
    )
