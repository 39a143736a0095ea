"""Leave out the event at which others met: "التقى A وB خلال قمة الاتحاد الأفريقي في أديس أبابا".

In:  a view and the meetings found in an Arabic sentence. Out: the same without an event that only
says when two met, or what for ("التقاه لعقد مباحثات"); its place and day are theirs where they have
none.
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.meetings.base import Found, count_parties
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Pointer
from kg.model.mention import Mention

_DURING = words_of("ar", "at_an_event")
_TO_HOLD = words_of("ar", "to_hold_what_they_met_for")
_BOTH = 2


def without_events(view: View, found: Sequence[Found]) -> list[Found]:
    """Return the meetings, each event that another one was held at left out."""
    if view.lexicon.language != "ar":
        return list(found)
    kept: list[Found] = []
    for one in found:
        if kept and (_is_held_at(view, kept[-1], one) or _is_what_for(view, kept[-1], one)):
            met, event = kept[-1].draft, one.draft
            kept[-1].draft = replace(
                met, place=met.place or event.place, time=met.time or event.time
            )
        else:
            kept.append(one)
    return kept


def _is_held_at(view: View, met: Found, event: Found) -> bool:
    """True for "during the African summit" behind two who met, in the same clause."""
    if view.form(event.cue[0] - 1) not in _DURING or met.host is not event.host:
        return False
    if count_parties(met.draft.participants) < _BOTH or met.draft.visit or event.draft.visit:
        return False
    between = range(met.cue[1] + 1, event.cue[0])
    if any(view.is_comma(k) or view.is_stop(k) or view.is_that(k) for k in between):
        return False
    bodies = [p for p in event.draft.participants if isinstance(p, Mention)]
    people = any(b.person or b.role for b in bodies)
    return len(bodies) == len(event.draft.participants) <= 1 and not people


def _is_what_for(view: View, met: Found, event: Found) -> bool:
    """True for "لعقد مباحثات" behind two who met: those are the talks, nobody else is named."""
    if view.form(event.cue[0] - 1) not in _TO_HOLD or met.host is not event.host:
        return False
    between = range(met.cue[1] + 1, event.cue[0])
    if any(not (view.is_word(k) or view.is_comma(k)) for k in between):
        return False
    both = count_parties(met.draft.participants) >= _BOTH
    others = [p for p in event.draft.participants if p not in met.draft.participants]
    return both and all(isinstance(p, Pointer) for p in others)
