"""A statement of a sentence while the sentence is being arranged.

In/Out: `Told`, made from attributions by `kg.extract.arrange`, read by every frame after it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kg.extract.attribution import Attribution
from kg.extract.cues import Cue
from kg.model.draft import Party
from kg.vocabulary import SpeechAct

JOINT = 0.95  # how sure it is that those beside the speaker say it too
OWN_ACTS: frozenset[SpeechAct] = frozenset(
    {"warns", "accuses", "denies", "demands", "promises", "expresses-concern"}
)


NEUTRAL_ACTS: frozenset[SpeechAct] = frozenset({"asserts", "announces", "describes"})


@dataclass(slots=True)
class Told:
    """A statement of a sentence, while the sentence is being arranged. Tokens are inclusive."""

    attribution: Attribution
    speaker: Party | None
    start: int
    content_first: int
    content_last: int
    via: list[Party] = field(default_factory=list)
    addressees: list[Party] = field(default_factory=list)
    more_cues: list[Cue] = field(default_factory=list)
    act: SpeechAct = "asserts"
    inner: bool = False
    tail: int = 0

    @property
    def first(self) -> int:
        """The first token of the evidence."""
        return min(self.start, self.content_first)

    @property
    def last(self) -> int:
        """The last token of the evidence."""
        cue = self.attribution.cue.last
        return max(self.content_last, cue if self.attribution.before else 0, self.tail)

    def covers(self, token: int) -> bool:
        """True when the token is among the words said."""
        return self.content_first <= token <= self.content_last


def told_by(attribution: Attribution) -> Told:
    return Told(
        attribution=attribution,
        speaker=attribution.speaker,
        start=attribution.start,
        content_first=attribution.content_first,
        content_last=attribution.content_last,
        via=list(attribution.via),
        addressees=list(attribution.addressees),
        act=attribution.act or attribution.cue.row.act,
    )


def each_joint(one: Told) -> Iterator[Told]:
    """Yield the statements of those who say it together with the speaker, weaker than his."""
    for mention in one.attribution.joint:
        attribution = replace(one.attribution, speaker=mention, margin=JOINT, joint=())
        start = one.start if one.attribution.before else min(mention.first, one.content_first)
        told = replace(one, attribution=attribution, speaker=mention, start=start)
        if mention in one.addressees and one.speaker is not None:  # "accused each other"
            told.addressees = [one.speaker if a == mention else a for a in one.addressees]
        yield told
