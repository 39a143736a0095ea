"""Tell who met where a Hebrew statement names them: who speaks and who is told or asked.

In:  a meeting noun without parties and the statements of its sentence. Out: the parties, or none.
    מסרה לנשיא, בפגישה בארמון, כי …      in the meeting X told Y
    ביקש מהנשיא פגישה דחופה              X asked Y for a meeting
"""

from collections.abc import Sequence

from kg.extract.meetings.parts import Parts
from kg.extract.meetings.telling import Telling
from kg.extract.meetings.words import NounHit
from kg.extract.told import Told
from kg.extract.view import View
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_NEAR, _SOON = 14, 4
_HE = ("elided", "pronoun")


def told_in(view: View, told: Sequence[Told], hit: NounHit, parts: Parts) -> list[Party]:
    """Return who speaks and who is told in "in a meeting in the palace", beside the verb.

    The time beside the verb is the meeting's.
    """
    if hit.proclitics[-1:] != ("ב",):
        return []
    for one in told:
        cue = one.attribution.cue
        first, last = min(cue.first, hit.first), max(cue.last, hit.first)
        beside = not one.covers(hit.first) and last - first < _NEAR
        between = range(first, last)
        if beside and not any(view.is_stop(k) or view.tokens[k].text in ";:" for k in between):
            parties = _both(one)
            if parties and parts.time is None:
                near = (view.time_at[k] for k in range(first, last) if not one.covers(k))
                parts.time = next((t for t in near if t is not None), None)
            return parties
    return []


def words_behind(told: Sequence[Told], hit: NounHit) -> list[int]:
    """Return where words said begin behind "promised in the talk that": they are no part of it."""
    if hit.proclitics[-1:] != ("ב",):
        return []
    behind = (t for t in told if t.attribution.cue.first < hit.first)
    return [t.content_first - 1 for t in behind if t.content_first > hit.last]


def said_in(told: Sequence[Told], hit: NounHit) -> Pointer | None:
    """Return "he" of ""…", אמר אתמול בפגישה עם ראשי הערים": who says it, named before."""
    if hit.proclitics[-1:] != ("ב",):
        return None
    near = (t for t in told if 0 < hit.first - t.attribution.cue.last < _SOON)
    speakers = (t.speaker for t in near if not t.covers(hit.first))
    return next((s for s in speakers if isinstance(s, Pointer) and s.kind in _HE), None)


def opens_words(host: Told, telling: Telling) -> bool:
    """True for "announced that it will hold a meeting with": who says it holds it."""
    led = telling.light
    if led is None or telling.subjects or led.verb.role != "leads" or host.attribution.before:
        return False
    single = led.inflection.form == "future" and led.inflection.number != "plural"
    return single and isinstance(host.speaker, Mention) and led.first <= host.content_first + 1


def asked_for(host: Told | None, hit: NounHit) -> list[Party]:
    """Return who asks whom for the meeting that the words asked begin with."""
    if host is None or host.act != "demands" or host.attribution.before:
        return []
    return _both(host) if hit.first <= host.content_first + 1 else []


def _both(one: Told) -> list[Party]:
    if one.speaker is None or not one.addressees:
        return []
    parties = [one.speaker, *one.addressees]
    return parties if all(map(_may_sit, parties)) else []


def _may_sit(party: Party) -> bool:
    """True for one person: no medium, no crowd, no state."""
    if isinstance(party, Pointer):
        return party.kind in ("pronoun", "elided", "counterpart")
    return bool(party.person or (party.role and party.number != "plural" and not party.unnamed))
