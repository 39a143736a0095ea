"""Tell whom a reply answers and whose accusation a denial denies.

In:  a statement with its speaker, the statements resolved before it. Out: a mention, or None.
A denial answers whoever accused or addressed the speaker's side last; "replied" answers also
whoever spoke right before. Neither answers a medium, nor somebody of the speaker's own side.
"""

from collections.abc import Sequence

from kg.model.draft import DraftStatement, mentions_of
from kg.model.mention import Mention
from kg.resolve.agreement import is_same

_REACH = 3  # sentences
_NEXT = 1
_UNDENIED = frozenset({"demands", "promises", "expresses-concern"})  # nothing to deny in these
_PRESSING = frozenset({"accuses", "demands", "warns", "denies"})


def answered(
    draft: DraftStatement, speaker: Mention | None, before: Sequence[DraftStatement]
) -> Mention | None:
    """Return whom the statement answers."""
    if speaker is None:
        return None
    nearest = True
    for earlier in reversed(before):
        distance = draft.sentence - earlier.sentence
        if distance > _REACH:
            return None
        other = earlier.speaker
        if not isinstance(other, Mention) or is_same(other, speaker):
            continue
        if other.kind == "media" or _of_one_side(other, speaker):
            continue
        blames = earlier.act == "accuses" and not earlier.addressees
        if draft.act == "denies" and earlier.act in _UNDENIED:
            continue
        if blames or _is_told(earlier, speaker):
            return other
        if draft.act != "denies" and distance <= _NEXT and nearest:
            return other
        if draft.act != "denies" and earlier.act in _PRESSING:
            return other
        nearest = False
    return None


def accused_before(draft: DraftStatement, before: Sequence[DraftStatement]) -> list[Mention]:
    """ "X accused Y and Z of theft. They denied it": Y and Z."""
    earlier = before[-1] if before else None
    if draft.act != "denies" or earlier is None or draft.sentence - earlier.sentence > _NEXT:
        return []
    accused = mentions_of(earlier.addressees) if earlier.act == "accuses" else ()
    return [*accused] if len(accused) > 1 else []


def _is_told(earlier: DraftStatement, speaker: Mention) -> bool:
    """True when the speaker or whom they speak for was addressed."""
    return any(
        is_same(told, speaker) or _of_one_side(told, speaker)
        for told in mentions_of(earlier.addressees)
    )


def _of_one_side(one: Mention, other: Mention) -> bool:
    sides = {_side(one), _side(other)}
    return None not in sides and len(sides) == 1


def _side(mention: Mention) -> str | None:
    """Return the state that somebody belongs to or is."""
    return mention.side or (mention.gazetteer_id if mention.kind == "state" else None)
