"""Find who met where two said or asked for something together: "A and B condemned it after talks".

In:  a view, its statements, the noun of meeting. Out: those who said it, if they are several.
"""

from collections.abc import Sequence

from kg.extract.told import Told
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party
from kg.model.mention import Mention

_AFTER = words_of("en", "after_a_meeting")
_WITHIN = 6  # tokens of "after two days of closed-door"


def joint_speakers(view: View, told: Sequence[Told], noun: int) -> list[Party]:
    """Return who said something together "after talks in Rome", which names nobody itself."""
    after = _after(view, noun)
    if after is None:
        return []
    cue = max((t.attribution.cue.first for t in told if t.attribution.cue.last < after), default=-1)
    found: list[Party] = []
    for one in told:
        who = one.speaker
        if one.attribution.cue.first == cue and isinstance(who, Mention) and who not in found:
            found.append(who)
    named = all(isinstance(p, Mention) and p.kind != "media" and not p.unnamed for p in found)
    return found if len(found) > 1 and named else []


def _after(view: View, noun: int) -> int | None:
    """Return the "after" of "after two days of talks", in front of a noun of meeting."""
    for k in range(noun - 1, max(0, noun - _WITHIN), -1):
        if view.form(k) in _AFTER:
            return k
        if not view.is_word(k) or view.mention_at[k] is not None or k in view.cue_at:
            return None
        if view.form(k) in ("the", "those", "these", "their"):
            return None
    return None
