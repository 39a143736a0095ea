"""The checks of claims: evidence, names, events, parts. See kg.mapping.checks.

In:  an extraction. Out: nothing, or a MappingError in a sentence that names the claim.
"""

import math
from collections import Counter
from collections.abc import Iterable
from typing import get_args

from kg.errors import MappingError
from kg.mapping.terms import node, storable
from kg.model.claim import Claim, Meeting, RedLine, Statement, part_iri
from kg.model.extraction import Extraction
from kg.model.iri import Iris, local_name
from kg.vocabulary import (
    Basis,
    Commitment,
    Conveyance,
    Extent,
    MeetingStatus,
    Precision,
    Review,
    SpeechAct,
    Tense,
)

_KINDS = {Statement: "statement", Meeting: "meeting", RedLine: "redline"}
_LINE_STEPS = {"declares", "restates", "changes", "retracts"}


def check_claims(extraction: Extraction, iris: Iris) -> None:
    """Raise MappingError for the first claim that must not be stored."""
    checker = _Checker(extraction, iris)
    for what in ("iri", "event"):
        for iri, times in Counter(getattr(c, what) for c in extraction.claims).items():
            if times > 1:
                raise MappingError(f"{times} claims of one article have the {what} <{iri}>.")
    for claim in extraction.claims:
        checker.check(claim)


class _Checker:
    def __init__(self, extraction: Extraction, iris: Iris) -> None:
        self.article = extraction.article
        self.iris = iris
        self.actors = {a.name for a in extraction.actors}
        self.places = {p.name for p in extraction.locations}
        self.by_event = {c.event: c for c in extraction.claims}
        self.by_iri = {c.iri: c for c in extraction.claims}
        self.declared = {
            c.event for s in extraction.statements for c in s.conveys if c.commitment in _LINE_STEPS
        }

    def check(self, claim: Claim) -> None:
        self._identity(claim)
        self._evidence(claim)
        self._words(claim)
        self._time(claim)
        if claim.under:
            self._part(claim)
        match claim:
            case Statement():
                self._statement(claim)
            case Meeting():
                self._meeting(claim)
            case RedLine():
                self._redline(claim)

    def _identity(self, claim: Claim) -> None:
        article = local_name(self.article.iri)
        node(claim.iri)
        self._under_base(claim, claim.event, _KINDS[type(claim)])
        if not claim.under and not _directly(claim.iri, f"{self.iris.base}claim/{article}-"):
            raise _wrong(claim, f"its IRI does not begin with {self.iris.base}claim/{article}-")
        _one_of(claim, "commitment", claim.commitment, get_args(Commitment))
        _one_of(claim, "review", claim.review, get_args(Review))

    def _under_base(self, claim: Claim, event: str, kind: str) -> None:
        node(event)
        prefix = f"{self.iris.base}{kind}/{local_name(self.article.iri)}-"
        if not _directly(event, prefix):
            raise _wrong(claim, f"its event <{event}> does not begin with {prefix}")

    def _evidence(self, claim: Claim) -> None:
        text = self.article.text
        if not claim.evidence:
            raise _wrong(claim, "it has no passage of the article to rest on")
        for passage in claim.evidence:
            inside = 0 <= passage.start < passage.end <= len(text)
            if not inside or text[passage.start : passage.end] != passage.text:
                raise _wrong(
                    claim, f"its passage {passage.start}..{passage.end} is not the text there"
                )
        for cue in claim.cues:
            if cue.end > len(text):
                raise _wrong(claim, f"its cue {cue.start}..{cue.end} lies behind the text's end")

    def _words(self, claim: Claim) -> None:
        if not (math.isfinite(claim.confidence) and 0 <= claim.confidence <= 1):
            raise _wrong(claim, f"its confidence {claim.confidence} is not from 0 to 1")
        if not claim.extractor or not claim.rule:
            raise _wrong(claim, "it does not name the extractor and the rule that made it")
        for text in (claim.extractor, claim.rule):
            storable(text)

    def _time(self, claim: Claim) -> None:
        if (time := claim.time) is None:
            return
        _one_of(claim, "basis", time.basis, get_args(Basis))
        _one_of(claim, "extent", time.extent, get_args(Extent))
        _one_of(claim, "tense", time.tense, get_args(Tense))
        if time.precision:
            _one_of(claim, "precision", time.precision, get_args(Precision))
        if time.text is None and time.basis != "inferred":
            raise _wrong(claim, "its time has no words; only an inferred time has none")
        storable(time.text or "")
        if time.offset_days and time.offset_days[0] > time.offset_days[1]:
            raise _wrong(claim, "its time's first day from publication comes after the last")

    def _part(self, claim: Claim) -> None:
        teller = self.by_iri.get(claim.under or "")
        if not isinstance(teller, Statement):
            raise _wrong(claim, f"it is told under <{claim.under}>, which is no statement here")
        if claim.iri != part_iri(teller.iri, claim.event):
            raise _wrong(claim, "its IRI is not its claim's, a hash sign and the event's name")
        stands = {as_told(c.commitment) for c in teller.conveys if c.event == claim.event}
        if not stands and teller.said_at == claim.event:
            stands = {"asserts"}
        if stands != {claim.commitment}:
            said = ", ".join(sorted(stands)) or "nothing"
            raise _wrong(
                claim, f"it says {claim.commitment!r}, but its statement says {said} of it"
            )
        if claim.review != teller.review:
            raise _wrong(claim, f"its review is {claim.review!r}, its statement's is not")

    def _statement(self, claim: Statement) -> None:
        _one_of(claim, "act", claim.act, get_args(SpeechAct))
        speaker = (claim.speaker,) if claim.speaker else ()
        self._known(claim, self.actors, (*speaker, *claim.via, *claim.addressees))
        self._known(claim, self.actors, (a.name for a in claim.about if a.kind == "actor"))
        self._known(claim, self.places, (a.name for a in claim.about if a.kind == "location"))
        for text in (claim.content, claim.quote, claim.condition):
            storable(text or "")
        if claim.said_at and not isinstance(self.by_event.get(claim.said_at), Meeting):
            raise _wrong(claim, f"it was said at <{claim.said_at}>, which is no meeting here")
        for conveyed in claim.conveys:
            self._conveyed(claim, conveyed.event, conveyed.commitment)
        if len({c.event for c in claim.conveys}) < len(set(claim.conveys)):
            raise _wrong(claim, "it stands in two ways to one event")

    def _conveyed(self, claim: Statement, event: str, commitment: str) -> None:
        _one_of(claim, "commitment", commitment, get_args(Conveyance))
        told = self.by_event.get(event)
        if told is None:
            self._under_base(claim, event, "action")
        if event == claim.event:
            raise _wrong(claim, "it conveys itself")
        if commitment in _LINE_STEPS and not isinstance(told, RedLine):
            raise _wrong(claim, f"it {commitment} <{event}>, which is no red line")

    def _meeting(self, claim: Meeting) -> None:
        _one_of(claim, "status", claim.status, get_args(MeetingStatus))
        if not claim.participants:
            raise _wrong(claim, "nobody takes part in it")
        self._known(claim, self.actors, (*claim.participants, *claim.mediators))
        self._known(claim, self.places, (claim.place,) if claim.place else ())
        for text in (claim.venue, claim.topic):
            storable(text or "")

    def _redline(self, claim: RedLine) -> None:
        teller = self.by_iri[claim.under]
        if not isinstance(teller, Statement):
            raise _wrong(claim, "no statement tells it")
        if claim.event not in self.declared:
            raise _wrong(claim, "no statement declares, restates, changes or retracts it")
        same = (claim.declared_by, set(claim.declared_to), claim.via, claim.said_at)
        if same != (teller.speaker, set(teller.addressees), teller.via, teller.said_at):
            raise _wrong(claim, "who declared it, to whom or where is not what its statement says")
        storable(claim.trigger_text)
        if claim.trigger:
            self._under_base(claim, claim.trigger, "action")
        elif claim.trigger_kind or claim.trigger_place:
            raise _wrong(claim, "its trigger has a kind or place, but no action has it")
        self._known(claim, self.places, (claim.trigger_place,) if claim.trigger_place else ())

    def _known(self, claim: Claim, listed: set[str], names: Iterable[str]) -> None:
        for name in names:
            if name not in listed:
                raise _wrong(claim, f"it names {name!r}, which the article does not list")


def as_told(conveyance: str) -> str:
    """Return a part's commitment: its statement's, and for every step in a line's life "declares".

    A red line may first be heard of when it is restated or changed; which step it was stands with
    the statement.
    """
    return "declares" if conveyance in _LINE_STEPS else conveyance


def _directly(iri: str, prefix: str) -> bool:
    rest = iri.removeprefix(prefix)
    return rest not in (iri, "") and not {"/", "#"}.intersection(rest)


def _one_of(claim: Claim, what: str, value: str, allowed: Iterable[str]) -> None:
    if value not in allowed:
        raise _wrong(claim, f"its {what} {value!r} is none of {', '.join(allowed)}")


def _wrong(claim: Claim, why: str) -> MappingError:
    return MappingError(f"The {_KINDS[type(claim)]} <{claim.iri}> cannot be stored: {why}.")
