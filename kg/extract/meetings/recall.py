"""Tell a state's own envoy sent for from a foreign one: "استدعت تونس سفيرها" is no meeting.

In:  a view, the language's meeting words, the verb of summoning. Out: yes or no.
"""

from collections.abc import Sequence

from kg.extract.meetings.words import MeetingWords, VerbHit
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party
from kg.model.mention import Mention

_SUMMON = "summon"
_HOME = words_of("en", "called_home")
_ENVOYS = words_of("en", "envoys_called_home")
_HOME_WITHIN = 16
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


def is_called_home(view: View, first: int) -> bool:
    """True for "consultations" of "recalled its envoy to Lima for consultations": with nobody."""
    if view.form(first - 1) != "for" and view.form(first - 2) != "for":
        return False
    envoy = home = False
    for k in range(first - 2, max(-1, first - _HOME_WITHIN), -1):
        if view.is_stop(k):
            break
        envoy = envoy or view.form(k) in _ENVOYS
        home = home or view.form(k) in _HOME
    return envoy and home


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
