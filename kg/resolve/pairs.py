"""Which two are meant: "both sides", "the two ministers", "they", "the two countries".

In:  whom an article has named, who met, who stands joined by "and", so far. Out: two mentions; none
where the article does not tell which two.
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.model.draft import Drafts, Pointer
from kg.model.mention import Mention, Number
from kg.resolve.agreement import (
    PERSONS,
    identity,
    is_same,
    is_two_in_office,
    may_be_of,
    surname_of,
)
from kg.resolve.counterparts import side_of
from kg.resolve.named import Named
from kg.resolve.offices import holders

PAIR_REACH = 3
MEETING_REACH = 12
GUEST_REACH = 2
THEY = "they"
BOTH = "both"  # "urged both to stop": no noun tells whether people or states
IKILI = "ikili"  # Turkish "the pair": two people, where people were told last
_JOINED_REACH = 5
_THREE = 3


def _index(told: tuple[int, tuple[Mention, ...]]) -> int:
    return told[0]


class Pairs:
    """The pairs of one article, told so far."""

    def __init__(self, drafts: Drafts) -> None:
        self.drafts = drafts
        self.named = Named()  # outside of quotations, so far
        self.places = {r.sentence.index: i for i, r in enumerate(drafts.sentences)}
        self._of_all: list[Mention] | None = None  # the two states the article is about
        self.joined: list[tuple[int, tuple[Mention, Mention]]] = []  # "A and B", so far
        self.met: list[tuple[int, tuple[Mention, ...]]] = []  # parties of meetings, so far
        self.heard: list[tuple[int, tuple[Mention, ...]]] = []  # who spoke to one other, so far

    def _both(
        self, pointer: Pointer, sentence: int, speaker: Mention | None = None
    ) -> list[Mention]:
        """Return the two that "both sides", "the two countries" are: neither is who speaks."""
        bare = pointer.words == BOTH
        if bare and speaker is not None and (two := self._two_ahead(pointer, sentence, speaker)):
            return two
        people = bare or pointer.human
        if people and speaker is not None and (two := self._other_two(sentence, speaker)):
            return two
        if pointer.words is not None and (two := self._two_met(sentence, speaker)):
            return two
        if pointer.words == IKILI and (two := self._two_people(sentence)):
            return two
        states = [] if pointer.human else self._pair(sentence, persons=False)
        if speaker is not None and any(is_same(m, speaker) for m in states):
            states = self._two_states(sentence, speaker)
        if states or pointer.human is False:
            return states
        return self._pair(sentence, persons=True, avoid=speaker)

    def _two_leaders(self, party: Mention, sentence: int) -> list[Mention]:
        """Return who "the two leaders", "both ministers" are: the two people told of last."""
        if not is_two_in_office(party):
            return []
        back = self.named.back(sentence, PAIR_REACH)
        ahead = [m for index, m in back if index < sentence and m.person]
        two = self._two_met(sentence, None)
        if len(two) != 2 or not all(m.person for m in two):
            two = holders(party.role or "", ahead[::-1], 2)
        return two if len(two) == 2 and all(may_be_of(party, m) for m in two) else []

    def _three_met(self, sentence: int) -> list[Mention]:
        """Return who "the three leaders" are: the three people who met last."""
        last = next((p for i, p in reversed(self.met) if sentence - i <= PAIR_REACH), ())
        people = [m for m in last if m.kind in PERSONS and m.number != "plural"]
        return people if len(people) == len(last) == _THREE else []

    def _other_two(self, sentence: int, speaker: Mention) -> list[Mention]:
        """Return whom the speaker met last, two people at once or one by one.

        "X received Y and Z. He told them both …"; "X spoke to Y and, later, to Z and urged both …".
        """
        last = next((i for i, _ in reversed(self.met) if sentence - i <= PAIR_REACH), None)
        meetings = [parties for i, parties in self.met if i == last]
        if not all(any(is_same(m, speaker) for m in parties) for parties in meetings):
            return []
        others = {identity(m): m for p in meetings for m in p if not is_same(m, speaker)}
        people = all(m.kind in PERSONS and m.number != "plural" for m in others.values())
        return list(others.values()) if people and len(others) == _THREE - 1 else []

    def _two_people(self, sentence: int) -> list[Mention]:
        """Return the only two people with a name told a sentence or two before."""
        back = self.named.back(sentence, GUEST_REACH)
        found = {surname_of(m): m for index, m in back if index < sentence and m.person}
        return list(reversed(found.values())) if len(found) == 2 else []

    def _two_states(self, sentence: int, avoid: Mention) -> list[Mention]:
        """Return the two states named last besides the one that speaks."""
        found: dict[str, Mention] = {}
        for _, mention in self.named.back(sentence, MEETING_REACH):
            if len(found) == 2:
                break
            if mention.kind == "state" and not is_same(mention, avoid):
                found.setdefault(mention.side or identity(mention), mention)
        found.pop(avoid.side or identity(avoid), None)
        return list(reversed(found.values())) if len(found) == 2 else []

    def _pair(self, sentence: int, *, persons: bool, avoid: Mention | None = None) -> list[Mention]:
        """Return the two meant: parties of the last meeting, last "A and B", last two states.

        Persons are not whoever tells of them: "X proposed a call between the two men".
        """
        teller = avoid if persons else None
        fitting: list[tuple[Mention, ...]] = [
            parties
            for index, parties in reversed(self.met)
            if sentence - index <= MEETING_REACH
            and (len(parties) == 2 or not any(m.kind in PERSONS for m in parties))
            and not _is_among(teller, parties)
            and _are(parties, persons=persons)
        ]
        fitting += [
            pair
            for index, pair in reversed(self.joined)
            if sentence - index <= _JOINED_REACH and _are(pair, persons=persons)
        ]
        near = list(self.named.back(sentence, PAIR_REACH))
        dual = _last_two(near, sentence) if persons else None
        fitting = [p for p in fitting if dual in p or all(may_be_of(dual, m) for m in p)]
        last = next((p for i, p in reversed(self.met) if sentence - i <= PAIR_REACH), ())
        three = {identity(m) for m in last} if persons and len(last) > 2 else set()
        if fitting and not three.issuperset(identity(m) for m in fitting[0]):
            return list(fitting[0])
        if three:
            return []  # three met last: who of them "the two" are is not told
        if not persons and (sides := self._main_sides() or self._sides_met(sentence)):
            return sides
        found: dict[str, Mention] = {}
        for _, mention in near:
            if len(found) == 2:
                break
            told = avoid is not None and persons and _overlap(mention, avoid)
            if (
                told
                or (teller and is_same(mention, teller))
                or (persons and not may_be_of(dual, mention))
            ):
                continue
            if persons and mention.number == "plural" and is_two_in_office(mention):
                continue  # "the two leaders" themselves
            if (mention.kind in PERSONS) if persons else (mention.kind == "state"):
                capital = mention.side if mention.kind == "state" else None
                found.setdefault(capital or identity(mention), mention)
        if len(found) == 2:
            return list(reversed(found.values()))
        here = (m for index, m in near if index == sentence)
        if persons and avoid is not None and any(is_two_in_office(m) for m in here):
            return self._pair(sentence, persons=True)  # "the two leaders spoke, X told reporters"
        return (
            [*filter(None, [dual])]
            if persons
            else self._main_sides() or self._states_around(sentence)
        )

    def _states_around(self, sentence: int) -> list[Mention]:
        """Return the only two states of the sentence and the one before, places among them."""
        last = self.places[sentence]
        found: dict[str, Mention] = {}
        for read in self.drafts.sentences[max(0, last - 1) : last + 1]:
            for mention in (*read.actors, *read.places, *read.unsure):
                if mention.kind == "state":
                    found.setdefault(mention.side or identity(mention), mention)
        return list(found.values()) if len(found) == 2 else []

    def _main_sides(self) -> list[Mention]:
        """Return the two states of whom the article has spoken most, where no third comes near."""
        ranked = sorted(self.named.states(), key=lambda counted: -counted[0])
        clear = len(ranked) == 2 or (len(ranked) > 2 and ranked[1][0] > ranked[2][0] + 1)
        return [state for _, state in ranked[:2]] if clear else []

    def _sides_of_all(self) -> list[Mention]:
        """Return the two states that the whole article speaks of most, by noun or by adjective."""
        if self._of_all is None:
            counted: dict[str, tuple[int, Mention]] = {}
            for mention in (m for read in self.drafts.sentences for m in read.states):
                state = side_of(mention)
                if state is None or state.kind != "state":
                    continue
                key = state.side or identity(state)
                count, first = counted.get(key, (0, replace(state, category="either")))
                counted[key] = (count + 1, first)
            ranked = sorted(counted.values(), key=lambda pair: -pair[0])
            clear = len(ranked) > 1 and ranked[1][0] > 1
            clear = clear and (len(ranked) == 2 or ranked[1][0] > ranked[2][0] + 1)
            self._of_all = [state for _, state in ranked[:2]] if clear else []
        return self._of_all

    def _two_met(
        self, sentence: int, avoid: Mention | None, pointer: Pointer | None = None
    ) -> list[Mention]:
        """Return the two who met or acted together last: "the two", of people or of states.

        Also who spoke and who listened: "X urged Y to stop when the two met".
        """
        they = pointer is not None and pointer.words == THEY
        teller = identity(avoid) if avoid is not None and not they else None
        if pointer is not None and not they and (here := self._two_ahead(pointer, sentence)):
            return here
        spoken = self._spoke_to_one(sentence)
        told = [*self._joined_people(sentence), *spoken, *self.met]
        for index, parties in sorted(told, key=_index, reverse=True):
            if sentence - index > PAIR_REACH:
                break
            said = index == sentence and (index, parties) in spoken
            if len(parties) == 2 and (said or teller not in {identity(m) for m in parties}):
                return list(parties)
        ikili = pointer is not None and pointer.words == IKILI
        return self._two_people(sentence) if ikili else []

    def _two_ahead(
        self, pointer: Pointer, sentence: int, speaker: Mention | None = None
    ) -> list[Mention]:
        """ "X raised it with Y when the two met": the only two people named in front of it.

        Whoever tells both of them something is a third: "X spoke to Y and Z and urged both".
        """
        found = {
            surname_of(m): m
            for _, m in self.named.back(sentence, 0)
            if m.kind in PERSONS and m.person and m.span.end <= pointer.place
            if speaker is None or not is_same(m, speaker)
        }
        return list(reversed(found.values())) if len(found) == 2 else []

    def _joined_people(self, sentence: int) -> list[tuple[int, tuple[Mention, ...]]]:
        """Return the last "X and Y" of people, a sentence or two before."""
        return [
            (index, pair)
            for index, pair in self.joined
            if 0 < sentence - index <= GUEST_REACH and all(m.person for m in pair)
        ]

    def _spoke_to_one(self, sentence: int) -> list[tuple[int, tuple[Mention, ...]]]:
        """Return the pairs of which one person told another something a sentence or two before."""
        return [
            (index, pair)
            for index, pair in self.heard
            if sentence - index <= GUEST_REACH
            and len({identity(m) for m in pair}) == 2
            and all(m.kind in PERSONS and (m.person or m.role) for m in pair)
        ]

    def _sides_met(self, sentence: int) -> list[Mention]:
        """Return the states or bodies of two people who met: "the two countries" behind them."""
        pairs = [(i, p) for i, p in reversed(self.met)] + [(i, p) for i, p in reversed(self.joined)]
        for index, parties in pairs:
            sides = {identity(s): s for m in parties if (s := self._side_known(m)) is not None}
            if sentence - index <= _JOINED_REACH and len(sides) == 2:
                return list(sides.values())
        return []

    def _side_known(self, mention: Mention) -> Mention | None:
        """Return the side of somebody, told where a surname was introduced."""
        if mention.side is None and mention.person:
            mention = self.named.bearer(surname_of(mention)) or mention
        return side_of(mention)

    def _met_last(self, sentence: int, number: Number | None) -> list[Mention]:
        """Return who met last, as the article tells; more than two where words say "the four"."""
        for index, parties in reversed(self.met):
            if sentence - index <= MEETING_REACH and (number != "plural" or len(parties) > 2):
                return list(parties)
        return self._main_sides() if number is None else []


def _last_two(near: Sequence[tuple[int, Mention]], sentence: int) -> Mention | None:
    """Return the "two ministers" named here or in the sentence before, who are two already."""
    return next((m for i, m in near if i >= sentence - 1 and m.number == "dual" and m.human), None)


def _overlap(one: Mention, other: Mention) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end


def _is_among(mention: Mention | None, parties: Sequence[Mention]) -> bool:
    return mention is not None and any(is_same(m, mention) for m in parties)


def _are(parties: Sequence[Mention], *, persons: bool) -> bool:
    """True for people all of them; else for states and bodies, with no crowd among them.

    Nor is one person a country beside another one: "X visited Rome. The two countries …".
    """
    if persons:
        return all(m.kind in PERSONS for m in parties)
    people = [m.kind in PERSONS for m in parties]
    one = any(m.kind in PERSONS and m.number != "plural" for m in parties)
    return not (one or all(people)) and not any(
        m.kind is None and m.category == "actor" for m in parties
    )
