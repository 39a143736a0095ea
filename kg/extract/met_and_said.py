"""Find whom a Turkish speaker tells by the meeting of the same sentence.

In:  a view, the statements of its sentence, its meetings. Out: the same statements; what somebody
asks for, promises or warns of in the sentence that tells whom he met is said to whom he met.
    "Y ile buluşan X, birliğin kalmasını istedi"    X demands it of Y
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.meetings.base import Found
from kg.extract.told import Told
from kg.extract.view import View
from kg.lexicon.grammar import endings_of
from kg.model.draft import DraftStatement, Party
from kg.model.mention import Mention

_OF_PEOPLE = endings_of("tr", "of_people")
_TO_SOMEBODY = frozenset({"demands", "promises", "warns"})


def hear_met(
    view: View, pairs: Sequence[tuple[Told, DraftStatement]], meetings: Sequence[Found]
) -> list[tuple[Told, DraftStatement]]:
    """Return the statements with whom the speaker met ahead, where nobody else is told."""
    return [
        (one, draft if _is_of_others(view, one) else _heard(one, draft, meetings))
        for one, draft in pairs
    ]


def _is_of_others(view: View, one: Told) -> bool:
    """True where people of their own are to do it: "Almanların daha çok çalışmasını istedi"."""
    for i in range(one.content_first, min(one.content_last + 1, view.size)):
        mention = view.mention_at[i]
        if mention is not None and mention.case == "genitive" and mention.category != "place":
            return True
        begins = i == one.content_first and view.form(i).endswith(_OF_PEOPLE)
        if begins and view.tokens[i].text[:1].isupper():
            return True
    return False


def _heard(one: Told, draft: DraftStatement, meetings: Sequence[Found]) -> DraftStatement:
    if draft.addressees or draft.via or draft.act not in _TO_SOMEBODY:
        return draft
    for found in meetings:
        ahead = found.cue[1] < one.attribution.cue.first and not one.covers(found.cue[0])
        other = _other(draft.speaker, found.draft.participants) if ahead else None
        if other is not None and found.draft.status == "held":
            return replace(draft, addressees=(other,))
    return draft


def _other(speaker: Party | None, parties: Sequence[Party]) -> Party | None:
    """Return the second of two, the first of whom speaks."""
    if not isinstance(speaker, Mention) or len(parties) != 2:
        return None
    spoke = [isinstance(p, Mention) and p.span == speaker.span for p in parties]
    return parties[1 - spoke.index(True)] if spoke.count(True) == 1 else None
