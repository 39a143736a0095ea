"""Find who pronouns, elided subjects, "the ministry" and "the two sides" stand for.

In:  drafts with pointers. Out: drafts in which every party is a mention; a pointer that cannot be
resolved leaves the place empty (speaker None) or falls away.
Candidates come from a register, not from all mentions: the speaker before, the subject of the last
main clause, the actors of the nearest heading, each the weaker the farther back. Quotations never
enter it; a heading that names another actor clears it. Agreement in gender and number is required
as far as it is known. When the best two are close, nobody is chosen.
Each look-up costs confidence (FACTOR) and marks the claim as carried.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.model.draft import DraftMeeting, Drafts, DraftStatement, Party, Pointer, ReadSentence
from kg.model.mention import Mention
from kg.resolve.counterparts import counterpart_of, side_of

FACTOR = 0.8
UNRESOLVED_FACTOR = 0.45
_SPEAKER, _SUBJECT, _HEADING = 3.0, 2.6, 1.4
_STEP = 0.4  # what each sentence of distance costs
_CLOSE = 0.15
_REACH = 8
_PAIR_REACH = 3
_PERSONS = ("official", "person")
_DEFINITE = ("ال", "لل", "the ")


@dataclass(frozen=True, slots=True)
class _Entry:
    """Somebody in the register, since a sentence."""

    mention: Mention
    sentence: int
    weight: float


def resolve_references(drafts: Drafts) -> Drafts:
    """Return the drafts with mentions for pointers. Pure; the order of the drafts is kept."""
    return _Resolver(drafts).resolve()


def identity(mention: Mention) -> str:
    """Return what two mentions share when they surely mean the same."""
    return mention.gazetteer_id or mention.person or mention.name


class _Resolver:
    """Walks through the article once, sentence by sentence."""

    def __init__(self, drafts: Drafts) -> None:
        self.drafts = drafts
        self.register: list[_Entry] = []
        self.speaker_of: dict[int, Mention | None] = {}
        self.named: list[tuple[int, Mention]] = []  # outside of quotations, so far
        self.met: list[tuple[int, tuple[Mention, ...]]] = []  # parties of meetings, so far

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
            statements += self._statements(said.get(index, ()), read)
            meetings += [self._meeting(m) for m in told.get(index, ())]
            if read.subject is not None:
                self._note(read.subject, index, _SUBJECT)
        return replace(self.drafts, statements=tuple(statements), meetings=tuple(meetings))

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
            entries = [*entries, _Entry(ahead, sentence, _SUBJECT)]
        for entry in entries:
            distance = sentence - entry.sentence
            if distance > _REACH or not agrees(pointer, entry.mention):
                continue
            score = entry.weight - _STEP * distance
            key = identity(entry.mention)
            if key not in best or score >= best[key][0]:
                best[key] = (score, entry.mention)
        ranked = sorted(best.values(), key=lambda pair: -pair[0])
        if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _CLOSE):
            return None
        return ranked[0][1]

    # -- statements -----------------------------------------------------------------------------

    def _statements(
        self, drafts: Sequence[DraftStatement], read: ReadSentence
    ) -> list[DraftStatement]:
        resolved = []
        for draft in drafts:
            one = self._statement(draft, read)
            resolved.append(one)
            self.speaker_of[one.key] = one.speaker if isinstance(one.speaker, Mention) else None
            if isinstance(one.speaker, Mention) and not _is_inner(draft, drafts):
                self._note(one.speaker, one.sentence, _SPEAKER)
        return resolved

    def _statement(self, draft: DraftStatement, read: ReadSentence) -> DraftStatement:
        speaker = self._party(draft.speaker, draft.sentence, read.subject)
        via = self._parties(draft.via, draft.sentence, read.subject)
        addressees = self._parties(draft.addressees, draft.sentence, read.subject)
        carried = draft.carried or speaker is not draft.speaker
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

    def _parties(
        self, parties: Iterable[Party], sentence: int, ahead: Mention | None
    ) -> list[Mention]:
        found = (self._party(p, sentence, ahead) for p in parties)
        return [m for m in found if m is not None]

    def _party(self, party: Party | None, sentence: int, ahead: Mention | None) -> Mention | None:
        if party is None:
            return None
        if isinstance(party, Pointer):
            return self._choose(party, sentence, ahead)
        if is_description(party):
            return self._antecedent(party) or party
        return party

    def _antecedent(self, description: Mention) -> Mention | None:
        """Return the last one named before who is of the description's sort and says more."""
        for _, mention in reversed(self.named):
            if mention.span.start >= description.span.start or is_description(mention):
                continue
            if _same_sort(description, mention):
                return mention
        return None

    # -- meetings -------------------------------------------------------------------------------

    def _meeting(self, draft: DraftMeeting) -> DraftMeeting:
        parties: list[Mention] = []
        carried = 0
        for party in draft.participants:
            found = self._meeting_party(draft, party, parties)
            carried += isinstance(party, Pointer)
            parties += [m for m in found if identity(m) not in {identity(p) for p in parties}]
        mediators = self._parties(draft.mediators, draft.sentence, None)
        if len(parties) > 1:
            self.met.append((draft.sentence, tuple(parties)))
        return replace(
            draft,
            participants=tuple(parties),
            mediators=tuple(mediators),
            carried=draft.carried or carried > 0,
            score=draft.score * FACTOR**carried,
        )

    def _meeting_party(
        self, draft: DraftMeeting, party: Party, others: Sequence[Mention]
    ) -> list[Mention]:
        if isinstance(party, Mention):
            found = self._party(party, draft.sentence, None)
            return [found] if found is not None else []
        if party.kind == "pair":
            return self._pair(draft.sentence)
        if party.kind == "own-side":
            speaker = self.speaker_of.get(draft.under) if draft.under is not None else None
            side = side_of(speaker) if speaker is not None else None
            return [side] if side is not None else []
        if party.kind == "counterpart":
            return self._counterpart(draft, party, others)
        speaker = self.speaker_of.get(draft.under) if draft.under is not None else None
        if speaker is not None and agrees(party, speaker):
            return [speaker]
        chosen = self._choose(party, draft.sentence, self._subject(draft.sentence))
        return [chosen] if chosen is not None else []

    def _subject(self, sentence: int) -> Mention | None:
        return next(
            (r.subject for r in self.drafts.sentences if r.sentence.index == sentence), None
        )

    def _counterpart(
        self, draft: DraftMeeting, pointer: Pointer, others: Sequence[Mention]
    ) -> list[Mention]:
        if pointer.hint is None:
            return []
        other = others[0] if others else self._subject(draft.sentence)
        return [counterpart_of(pointer.hint, other)]

    def _pair(self, sentence: int) -> list[Mention]:
        """Return the two named last: the parties of the last meeting, else the last two actors."""
        for index, parties in reversed(self.met):
            if sentence - index <= _PAIR_REACH:
                return list(parties[:2]) if len(parties) == 2 else list(parties)
        found: dict[str, Mention] = {}
        for index, mention in reversed(self.named):
            if sentence - index > _PAIR_REACH or len(found) == 2:
                break
            if mention.kind == "state" or mention.category == "either":
                found.setdefault(identity(mention), mention)
        return list(reversed(found.values())) if len(found) == 2 else []


def agrees(pointer: Pointer, mention: Mention) -> bool:
    """True when nothing known of the two speaks against it."""
    if pointer.avoid is not None and identity(pointer.avoid) == identity(mention):
        return False
    person = mention.kind in _PERSONS or mention.human is True
    if pointer.human is True and not person:
        return False
    if pointer.human is False and mention.kind in _PERSONS:
        return False
    crowd = mention.human is False and mention.number == "plural"
    gender = "feminine" if crowd else mention.gender
    number = "singular" if crowd else mention.number
    if pointer.gender and gender and pointer.gender != gender:
        return False
    if pointer.number == "plural" and pointer.gender is None:
        return number != "singular" or not person  # English "they" of a body
    return not (pointer.number and number and pointer.number != number)


def is_description(mention: Mention) -> bool:
    """True for "the ministry", "the minister": a definite office or body without owner or name."""
    if mention.gazetteer_id or mention.side or mention.person or mention.number == "plural":
        return False
    return bool(mention.role or mention.kind) and mention.text.lower().startswith(_DEFINITE)


def _same_sort(description: Mention, mention: Mention) -> bool:
    if description.role is None:
        return mention.kind == description.kind and mention.gazetteer_id is not None
    if mention.role is None or not (mention.side or mention.person or mention.gazetteer_id):
        return False
    same = mention.role == description.role or (
        description.role == "minister" and mention.role.endswith("-minister")
    )
    return same and mention.number != "plural"


def _is_inner(draft: DraftStatement, drafts: Sequence[DraftStatement]) -> bool:
    """True for a statement told inside another one of its sentence."""
    return any(
        other is not draft
        and other.evidence[0].contains(draft.evidence[0])
        and other.evidence[0] != draft.evidence[0]
        for other in drafts
    )
