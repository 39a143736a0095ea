"""Find who speaks in a Turkish passive by who called an envoy in: "bakanlığa çağrıldı, … istendi".

In:  a view, the passive verb of telling. Out: who called and the envoy; where the envoy is told.
    X Büyükelçisi dün Dışişleri Bakanlığına çağrıldı ve kendisinden açıklama istendi
    bakanlığa çağrılan X Büyükelçisi A'ya, kararın kabul edilemez olduğu bildirildi
    Dışişleri Bakanlığı, X Büyükelçisi A'yı çağırdı; büyükelçiden özür istendi
"""

from dataclasses import dataclass

from kg.extract.attribution import can_act
from kg.extract.turkish_ministries import is_recalled, ministry_called_to
from kg.extract.view import View
from kg.lexicon.grammar import endings_of, words_of
from kg.model.mention import Mention

_CALLED = endings_of("tr", "was_called_in")
_CALLING = endings_of("tr", "called_in")
_TO_THEM = words_of("tr", "to_whoever_was_called")
_ENVOY = "ambassador"
_TO_VERB = 4
_CASES = ("dative", "ablative")
_NOT = ("ma", "me")


@dataclass(frozen=True, slots=True)
class Summons:
    """Who called, whom, and the last token of the telling of it."""

    caller: Mention
    envoy: Mention
    last: int


def find_summons(view: View, end: int) -> Summons | None:
    """Return the last call of an envoy in front of token `end`."""
    for i in range(end - 1, -1, -1):
        if view.mention_at[i] is not None or view.quotation_at[i] is not None:
            continue
        passive = _is_call(view, i, _CALLED)
        found = _was_called(view, i) if passive else None
        found = found or (_called(view, i) if not passive and _is_call(view, i, _CALLING) else None)
        if found is not None:
            return found
    return None


def told_to_called(view: View, call: Summons, end: int) -> tuple[int, int] | None:
    """Return where "kendisine", "büyükelçiden", "A'ya" begins and the token behind it."""
    for i in range(min(call.last + 1, call.envoy.first), end):
        mention = view.mention_from(i)
        if mention is None:
            if view.mention_at[i] is None and view.form(i) in _TO_THEM:
                return i, i + 1
            continue
        same = mention == call.envoy or mention.role == call.envoy.role
        same = same or (mention.person is not None and mention.person in (call.envoy.person or ""))
        if same and mention.case in _CASES:
            return i, mention.last + 1
    return None


def _is_call(view: View, i: int, verbs: tuple[str, ...]) -> bool:
    """True for "çağrıldı", "davet edildi"; not for "çağrılmadı", "istişareler için çağrıldı"."""
    form = f"davet {view.form(i)}" if view.form(i - 1) == "davet" else view.form(i)
    verb = next((v for v in verbs if form.startswith(v)), None)
    refused = verb is not None and form.removeprefix(verb).startswith(_NOT)
    return verb is not None and not refused and not is_recalled(view, i)


def _was_called(view: View, verb: int) -> Summons | None:
    """ "X Büyükelçisi bakanlığa çağrıldı", "bakanlığa çağrılan X Büyükelçisi"."""
    envoy = view.mention_from(verb + 1) if view.form(verb).endswith(("an", "en")) else None
    ahead = (m for m in reversed(view.mentions) if m.last < verb and m.case == "nominative")
    envoy = envoy or next((m for m in ahead if m.role == _ENVOY), None)
    if envoy is None or not envoy.human:
        return None
    caller = ministry_called_to(view, max(0, verb - _TO_VERB), verb, envoy)
    last = max(verb, envoy.last if envoy.first > verb and envoy.case == "nominative" else verb)
    own = caller is None or (caller.side is not None and caller.side == envoy.side)
    return Summons(caller, envoy, last) if caller is not None and not own else None


def _called(view: View, verb: int) -> Summons | None:
    """ "Dışişleri Bakanlığı, X Büyükelçisi A'yı çağırdı"."""
    ahead = [m for m in view.mentions if m.last < verb and can_act(m)]
    envoy = next((m for m in ahead if m.case == "accusative" and m.role == _ENVOY), None)
    caller = next((m for m in ahead if m.case == "nominative"), None)
    if envoy is None or caller is None or caller.first > envoy.first:
        return None
    if view.form(verb - 1) == "davet" or caller.kind != "ministry":  # "iftara davet etti"
        called_to = ministry_called_to(view, max(envoy.last + 1, verb - _TO_VERB), verb, envoy)
        return Summons(caller, envoy, verb) if called_to is not None else None
    return Summons(caller, envoy, verb)
