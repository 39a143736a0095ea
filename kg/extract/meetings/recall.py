"""Tell a state's own envoy sent for from a foreign one: "استدعت تونس سفيرها" is no meeting.

In:  a view, the language's meeting words, the verb of summoning. Out: yes or no.
"""

from collections.abc import Sequence

from kg.extract.meetings.words import MeetingWords, VerbHit
from kg.extract.view import View
from kg.model.draft import Party
from kg.model.mention import Mention

_SUMMON = "summon"
_NEAR = 14
_BEHIND = 4
_OWN = ("ها", "ه", "هما")


def is_recall(view: View, words: MeetingWords, hit: VerbHit, parties: Sequence[Party]) -> bool:
    """True for a state's own ambassador sent for: "استدعت تونس سفيرها", "for consultations"."""
    if hit.verb.id != _SUMMON or words.language == "en" or len(parties) < 2:
        return False
    host, guest = parties[0], parties[-1]
    if not (isinstance(host, Mention) and isinstance(guest, Mention)):
        return False
    same = (guest.side or "") in (host.side or host.gazetteer_id, host.gazetteer_id)
    near = range(guest.first - 1, min(view.size, guest.last + _BEHIND))
    called = any(words.lists["recalled"].has_stem(view.tokens, i) for i in near)
    return called or (bool(guest.side) and same)


def calls_back(view: View, words: MeetingWords, hit: VerbHit) -> bool:
    """True for "استدعت المملكة المغربية سفيرتها": its own, named or not."""
    if hit.verb.id != _SUMMON or words.language != "ar":
        return False
    for i in range(hit.last + 1, min(view.size, hit.last + _NEAR)):
        if view.is_stop(i) or i in view.cue_at:
            return False
        if view.form(i).endswith(_OWN) and words.lists["recalled"].has_stem(view.tokens, i):
            return True
    return False
