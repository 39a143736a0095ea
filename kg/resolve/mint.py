"""Give merged drafts their IRIs and names: drafts in, claims out.

In:  drafts without pointers, each event once; the article; the listed names; a resolver of times.
Out: claims in the order of the text (by first evidence, then IRI).
An event's IRI comes from the article, its kind and where its first passage stands; a claim's from
where its passages stand, its type and what it conveys, by local names. Nothing of time, of the
extractor or of other articles enters: the same input gives the same IRIs.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Literal

from kg.model.claim import About, Claim, Conveyed, Meeting, RedLine, Statement, part_iri
from kg.model.draft import (
    DraftMeeting,
    DraftRedLine,
    Drafts,
    DraftStatement,
    DraftTime,
    Party,
    mentions_of,
)
from kg.model.iri import Iris, local_name
from kg.model.mention import Mention
from kg.model.span import Passage, Span
from kg.model.timespan import TimeSpan
from kg.vocabulary import Commitment

Naming = Callable[[Mention, Literal["actor", "place"]], str]
Timing = Callable[[DraftTime], TimeSpan | None]
_FIRST_COMMITMENTS: Mapping[str, Commitment] = {
    "restates": "declares",
    "changes": "declares",
    "retracts": "declares",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Minting:
    """What minting needs besides the drafts. `name_of(mention, "actor" | "place")` names parties;
    `confidence` bounds a score; `extractor` is written beside every claim. `turns` tells of a
    draft, by its key, which one of its kind on the same passage it is, where that is known.
    """

    iris: Iris
    article_iri: str
    text: str
    extractor: str
    name_of: Naming
    resolve_time: Timing
    confidence: Callable[[float], float]
    turns: Mapping[int, int] = field(default_factory=dict)


def mint_claims(drafts: Drafts, minting: Minting) -> tuple[Claim, ...]:
    """Return the claims of merged drafts."""
    return _Mint(drafts, minting).claims()


@dataclass(slots=True)
class _Mint:
    drafts: Drafts
    minting: Minting
    events: dict[int, str] = field(default_factory=dict)
    claim_iris: dict[int, str] = field(default_factory=dict)
    by_key: dict[int, DraftStatement] = field(default_factory=dict)

    def claims(self) -> tuple[Claim, ...]:
        drafts = self.drafts
        self.by_key = {s.key: s for s in drafts.statements}
        self._mint_events("meeting", drafts.meetings)
        self._mint_events("redline", drafts.redlines)
        self._mint_events("statement", drafts.statements)
        for statement in drafts.statements:
            told = [*(c.key for c in statement.conveys)]
            self.claim_iris[statement.key] = self._claim_iri(
                statement.evidence, "statement", statement.key, told
            )
        found: list[Claim] = [self._statement(s) for s in drafts.statements]
        found += [self._meeting(m) for m in drafts.meetings]
        found += [self._redline(r) for r in drafts.redlines if r.under in self.by_key]
        return tuple(sorted(found, key=lambda c: (c.evidence[0].start, c.evidence[0].end, c.iri)))

    def _mint_events(
        self, kind: str, drafts: Sequence[DraftStatement | DraftMeeting | DraftRedLine]
    ) -> None:
        """Mint in the order of the text; what begins and ends alike is told apart by its turn."""
        told = self.minting.turns
        taken = {(_offsets(d.evidence[:1]), told[d.key]) for d in drafts if d.key in told}
        free: dict[str, int] = {}
        for draft in drafts:
            place = _offsets(draft.evidence[:1])
            if (turn := told.get(draft.key, 0)) == 0:
                turn = next(n for n in count(free.get(place, 1)) if (place, n) not in taken)
                free[place] = turn + 1
            identity = (place, kind) if turn == 1 else (place, kind, str(turn))
            self.events[draft.key] = self.minting.iris.event(
                kind, self.minting.article_iri, *identity
            )

    def _claim_iri(self, evidence: Sequence[Span], kind: str, key: int, told: Sequence[int]) -> str:
        names = [local_name(self.events[k]) for k in (key, *told) if k in self.events]
        return self.minting.iris.claim(
            self.minting.article_iri, _offsets(evidence), kind, *names[:1], *sorted(names[1:])
        )

    def _statement(self, draft: DraftStatement) -> Statement:
        minting = self.minting
        speaker = draft.speaker
        return Statement(
            iri=self.claim_iris[draft.key],
            event=self.events[draft.key],
            commitment="asserts",
            evidence=self._passages(draft.evidence),
            cues=draft.cues,
            time=minting.resolve_time(draft.time) if draft.time else None,
            confidence=minting.confidence(draft.score),
            extractor=minting.extractor,
            rule=draft.rule,
            carried_speaker=draft.carried,
            speaker=minting.name_of(speaker, "actor") if isinstance(speaker, Mention) else None,
            via=self._names(draft.via),
            act=draft.act,
            addressees=self._names(draft.addressees),
            content=self._words(draft.content),
            quote=self._words(draft.quote) if draft.quote else None,
            condition=self._words(draft.condition) if draft.condition else None,
            about=self._about(draft),
            said_at=self.events.get(draft.said_at) if draft.said_at is not None else None,
            conveys=tuple(
                Conveyed(event=self.events[c.key], commitment=c.commitment)
                for c in draft.conveys
                if c.key in self.events
            ),
        )

    def _about(self, draft: DraftStatement) -> tuple[About, ...]:
        found: dict[tuple[str, str], About] = {}
        for about in draft.about:
            name = self.minting.name_of(about.mention, about.role)
            kind = "actor" if about.role == "actor" else "location"
            found.setdefault((kind, name), About(kind=kind, name=name))  # type: ignore[arg-type]  # one of the two literals
        return tuple(found.values())

    def _meeting(self, draft: DraftMeeting) -> Meeting:
        minting = self.minting
        under = self.claim_iris.get(draft.under) if draft.under is not None else None
        event = self.events[draft.key]
        iri = (
            part_iri(under, event)
            if under is not None
            else self._claim_iri(draft.evidence, "meeting", draft.key, ())
        )
        participants = self._names(draft.participants)
        return Meeting(
            iri=iri,
            event=event,
            commitment=self._commitment(draft),
            evidence=self._passages(draft.evidence),
            cues=draft.cues,
            time=minting.resolve_time(draft.time) if draft.time else None,
            confidence=minting.confidence(draft.score),
            extractor=minting.extractor,
            rule=draft.rule,
            carried_speaker=draft.carried,
            participants=participants,
            incomplete=len(participants) < 2,
            mediators=tuple(n for n in self._names(draft.mediators) if n not in participants),
            place=minting.name_of(draft.place, "place") if draft.place else None,
            venue=self._words(draft.venue) if draft.venue else None,
            status=draft.status,
            topic=self._words(draft.topic) if draft.topic else None,
            under=under,
        )

    def _commitment(self, draft: DraftMeeting) -> Commitment:
        """A part's commitment is that of its statement towards the event."""
        statement = self.by_key.get(draft.under) if draft.under is not None else None
        for conveyed in statement.conveys if statement is not None else ():
            if conveyed.key == draft.key:
                return _FIRST_COMMITMENTS.get(conveyed.commitment, conveyed.commitment)  # type: ignore[arg-type]  # what is left of Conveyance is a Commitment
        return draft.commitment

    def _redline(self, draft: DraftRedLine) -> RedLine:
        statement = self.by_key[draft.under]
        under, event = self.claim_iris[draft.under], self.events[draft.key]
        told = self._statement(statement)
        minting, action = self.minting, draft.action
        place = action.place if action is not None else None
        return RedLine(
            iri=part_iri(under, event),
            event=event,
            commitment="declares",
            evidence=self._passages(draft.evidence),
            cues=draft.cues,
            time=None,
            confidence=self.minting.confidence(draft.score),
            extractor=self.minting.extractor,
            rule=draft.rule,
            carried_speaker=statement.carried,
            declared_by=told.speaker,
            declared_to=told.addressees,
            via=told.via,
            trigger_text=self._words(draft.trigger),
            trigger=self._action(draft),
            trigger_kind=action.kind if action is not None else None,
            trigger_place=minting.name_of(place, "place") if place is not None else None,
            said_at=told.said_at,
            under=under,
        )

    def _action(self, draft: DraftRedLine) -> str | None:
        """Return the IRI of the typed action that would cross the line, if the words name one."""
        if draft.action is None:
            return None
        identity = (_offsets((draft.trigger,)), "action")
        return self.minting.iris.event("action", self.minting.article_iri, *identity)

    def _names(self, parties: Sequence[Party]) -> tuple[str, ...]:
        names = (self.minting.name_of(party, "actor") for party in mentions_of(parties))
        return tuple(dict.fromkeys(names))

    def _words(self, span: Span) -> str:
        return self.minting.text[span.start : span.end]

    def _passages(self, spans: Sequence[Span]) -> tuple[Passage, ...]:
        return tuple(Passage.cut(self.minting.text, span) for span in spans)


def _offsets(spans: Sequence[Span]) -> str:
    return " ".join(f"{s.start}-{s.end}" for s in spans)
