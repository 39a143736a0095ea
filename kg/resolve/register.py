"""Who may be meant: the actors an article has named so far, and which of them a pointer means.

In:  a sentence at a time, in order. Out: the mention that a pointer or a description stands for.
Candidates come from a register, not from all mentions: the speaker before, the subject of the last
main clause, the actors of the nearest heading, each the weaker the farther back. Quotations never
enter it; a heading that names another actor clears it. Agreement in gender and number is required
as far as it is known. When the best two are close, nobody is chosen.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from kg.lexicon.grammar import words_of
from kg.lexicon.normalise import fold
from kg.model.draft import Drafts, Party, Pointer, ReadSentence
from kg.model.mention import Gender, Mention
from kg.resolve.agreement import (
    PERSONS,
    agrees,
    identity,
    is_description,
    is_same,
    may_be_official,
    surname_of,
)
from kg.resolve.counterparts import counterpart_of, side_of
from kg.resolve.ministries import ministry_of
from kg.resolve.pairs import GUEST_REACH, MEETING_REACH, Pairs
from kg.resolve.ranks import of_rank

SPEAKER, SUBJECT, REPORTER = 3.0, 2.8, 2.0
_HEADING = 1.4
_GOING_ON = 1.0  # "he added": whoever spoke goes on speaking
_OWN_SENTENCE = 3.6  # the subject of the pointer's own sentence, where it stands before it
_STEP = 0.4  # what each sentence of distance costs
_CLOSE = 0.15
_REACH = 8
_LAST = 4  # entries
_DOCUMENTS = words_of("ar", "documents_of_bodies")
_ISSUING = ("ministry", "organization", "armed-group")
_ISSUED = 4  # sentences
_PEOPLE = words_of("en", "people_of_no_office")
_LED = 1  # words in front of a subject: its article


@dataclass(frozen=True, slots=True)
class _Entry:
    """Somebody in the register, since a sentence."""

    mention: Mention
    sentence: int
    weight: float


# A pointer, its candidates with their scores, best first, and who was chosen, None for nobody.
Watching = Callable[[Pointer, Sequence[tuple[float, Mention]], Mention | None], None]


class Register(Pairs):
    """The actors named so far. `watching` is told of every choice among several."""

    def __init__(self, drafts: Drafts, watching: Watching | None) -> None:
        super().__init__(drafts)
        self.watching = watching
        self.register: list[_Entry] = []
        self.genders: dict[str, Gender] = {}  # by surname, as pronouns have shown
        self._subjects: dict[int, Mention | None] = {}
        for read in reversed(drafts.sentences):
            self._subjects[read.sentence.index] = read.subject

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
        told = {surname_of(e.mention): e.mention.gender for e in entries if e.mention.gender}
        known = self.genders | told
        for entry in entries:
            distance = sentence - entry.sentence
            if distance > _REACH or not agrees(pointer, entry.mention):
                continue
            shown = known.get(surname_of(entry.mention)) if entry.mention.person else None
            if shown is not None and pointer.gender not in (None, shown):
                continue  # elsewhere a verb shows that it is a man
            score = entry.weight - _STEP * distance
            if pointer.continues and entry.weight == SPEAKER:
                score += _GOING_ON
            key = surname_of(entry.mention)
            if key not in best or score >= best[key][0]:
                best[key] = (score, entry.mention)
        hint = pointer.hint if pointer.kind == "elided" else None
        if hint is not None and fold(hint.text) in _DOCUMENTS:
            best = self._bodies_of(best) or best  # "the statement" is a body's, if one spoke
        ranked = sorted(best.values(), key=lambda pair: -pair[0])
        close = len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _CLOSE
        chosen = ranked[0][1] if ranked and not close else None
        chosen = chosen if ranked else self._alone_before(pointer, sentence)
        if chosen is not None and chosen.person and pointer.gender is not None:
            self.genders.setdefault(surname_of(chosen), pointer.gender)
        if self.watching is not None:
            self.watching(pointer, ranked, chosen)
        return chosen

    def _bodies_of(
        self, best: dict[str, tuple[float, Mention]]
    ) -> dict[str, tuple[float, Mention]]:
        """Return the bodies among the candidates that have spoken lately."""
        return {
            key: pair
            for key, pair in best.items()
            if pair[1].kind in _ISSUING and pair[0] > SPEAKER - _ISSUED * _STEP
        }

    def _alone_before(self, pointer: Pointer, sentence: int) -> Mention | None:
        """ "He called the chancellor. She promised …": the only one the sentence before fits.

        Or the one before that: "X called Y. She thanked him. He said …".
        """
        if pointer.gender is None or pointer.number == "plural":
            return None
        found: dict[str, Mention] = {}
        nearest = sentence
        for index, m in self.named.back(sentence, GUEST_REACH):
            if found and index < nearest:
                break
            shown = m.gender or self.genders.get(surname_of(m))
            person = m.category == "actor" and m.kind in PERSONS and index < sentence
            person = person and not is_description(m)
            if person and shown in (None, pointer.gender) and agrees(pointer, m):
                found.setdefault(surname_of(m), m)
                nearest = index
        return next(iter(found.values())) if len(found) == 1 else None

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
            elif isinstance(party, Mention) and (two := self._two_leaders(party, sentence)):
                found += two
            elif isinstance(party, Pointer) and party.kind == "own-side" and speaker is not None:
                found.append(self._own_state(speaker))
            else:
                found.append(self._party(party, sentence, ahead, speaker))
        return [m for m in found if m is not None]

    def _own_state(self, speaker: Mention) -> Mention | None:
        """Return whose government "the government" is: the speaker's, else that of the article."""
        own = side_of(speaker)
        if own is not None and own.kind == "state":
            return own
        ranked = sorted(self.named.states(), key=lambda counted: -counted[0])
        clear = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][0] > ranked[1][0])
        return ranked[0][1] if clear else None

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
        if isinstance(party, Pointer) and party.kind == "latter":
            return self._latter(party, sentence)
        if isinstance(party, Pointer) and party.kind == "guest":
            return self._guest(party, sentence)
        if isinstance(party, Pointer):
            if speaker is not None and party.kind == "pronoun":
                party = replace(party, avoid=party.avoid or speaker)  # nobody tells themselves
                if people := self._people_meant(replace(party, human=True), sentence):
                    return people
                beside = self._named_beside(party, sentence)
                beside = beside or self._told_before(party, sentence, speaker)
                if beside is not None:
                    return beside
            chosen = self._choose(party, sentence, ahead)
            return side_of(chosen) if chosen is not None and party.kind == "own-side" else chosen
        return self._meant(party, sentence)

    def _meant(self, party: Mention, sentence: int) -> Mention:
        """Return who a description means, anybody else as they are."""
        if not is_description(party):
            return of_rank(party, self.named.back(sentence, _REACH)) or party
        known = self.named.last_like(party) or self.named.official_before(party, sentence)
        back = self.named.back(sentence, MEETING_REACH)
        known = known or ministry_of(party, back, sentence)
        return known or self._official_who_spoke(party, sentence) or party

    def _official_who_spoke(self, party: Mention, sentence: int) -> Mention | None:
        """Return who "the Omani official" is: the Omani envoy who has been speaking so far."""
        for entry in reversed(self.register[-_LAST:]):
            if entry.weight == SPEAKER:
                near = sentence - entry.sentence <= GUEST_REACH
                return entry.mention if near and may_be_official(party, entry.mention) else None
        return None

    def _joined_subject(self, sentence: int) -> list[Mention]:
        """ "Kenya and Uganda signed a pact. They said …": both subjects of the sentence before."""
        for index, pair in reversed(self.joined):
            if sentence - index > 1:
                break
            subject = self._subjects.get(index)
            led = pair[0].first <= _LED and subject is not None and is_same(subject, pair[0])
            if index < sentence and led:
                return [] if self._tells_of_people(index) else list(pair)
        return []

    def _tells_of_people(self, index: int) -> bool:
        """True for "(A and B) exchanged prisoners", whom "they" may mean as well."""
        tokens = self.drafts.sentences[self.places[index]].sentence.tokens
        return any(token.form in _PEOPLE for token in tokens)

    def _latter(self, pointer: Pointer, sentence: int) -> Mention | None:
        """ "The latter": the person named last in front of these words."""
        for _, mention in self.named.back(sentence, GUEST_REACH):
            ahead = mention.span.end <= pointer.place and mention.category == "actor"
            if ahead and mention.kind in PERSONS and agrees(pointer, mention):
                return self._meant(mention, sentence)
        return None

    def _guest(self, pointer: Pointer, sentence: int) -> Mention | None:
        """ "We told him that …": whom the others met, as the sentences before tell."""
        for index, parties in reversed(self.met):
            if sentence - index <= GUEST_REACH and len(parties) > 1:
                return parties[1] if agrees(pointer, parties[1]) else None
        return None

    def _people_meant(self, pointer: Pointer, sentence: int) -> Mention | None:
        """ "Urged the generals to resist when he met them": the people named last as several."""
        if pointer.kind != "pronoun" or pointer.number != "plural" or not pointer.human:
            return None
        for _, mention in self.named.back(sentence, 1):
            several = mention.number == "plural" and mention.kind in PERSONS
            if several and mention.category == "actor" and mention.span.end <= pointer.place:
                return mention
        return None

    def _named_beside(self, pointer: Pointer, sentence: int) -> Mention | None:
        """ "X met Y and told her": the only person named before in the same sentence."""
        found = {
            surname_of(m): m
            for index, m in self.named.back(sentence, 0)
            if m.kind in PERSONS and m.span.end <= pointer.place
            if m.category == "actor" and agrees(pointer, m)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _told_before(self, pointer: Pointer, sentence: int, speaker: Mention) -> Mention | None:
        """ "X called on Y to stop. He told him …": whom the same speaker addressed or met last."""
        if pointer.gender is None or pointer.number != "singular":
            return None
        pairs = [*self.heard, *((i, p) for i, p in self.met if len(p) == 2)]
        for index, parties in sorted(pairs, key=lambda pair: -pair[0]):
            if sentence - index > GUEST_REACH:
                return None
            others = [m for m in parties if not is_same(m, speaker)]
            if len(others) == 1 < len(parties) and others[0].kind in PERSONS:
                return others[0] if agrees(pointer, others[0]) else None
        return None

    def _counterpart(self, pointer: Pointer, other: Mention | None) -> Mention | None:
        """Return who holds the other's office on the side named, as the article calls them."""
        if pointer.hint is None:
            return None
        found = counterpart_of(pointer.hint, other, pointer.words)
        same = self.named.in_office(found.role, found.side) if found.role else None
        home = self.named.in_office(found.role, None) if found.role and not same else None
        if home is not None and home.person and other is not None and not is_same(home, other):
            return home  # the article's own minister, whose state goes without saying
        return same or found

    def _subject(self, sentence: int) -> Mention | None:
        return self._subjects.get(sentence)
