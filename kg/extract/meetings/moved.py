"""Find the new day of a meeting that was put off: "planned for Wednesday, moved to Friday".

In:  a view, the words of putting off, where the telling begins. Out: the time behind "to", "until",
إلى, ל; None where no new day is given.
"""

from kg.extract.phrases import PhraseSet
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import DraftTime

_ANEW = words_of("en", "set_anew")
_WITHIN = 30
_BEHIND = 7
_UNTIL = (
    words_of("en", "put_off_until")
    | words_of("ar", "put_off_until")
    | words_of("he", "put_off_until")
)
_WRITTEN_ON = (("ل",), ("ל",))


def moved_to(
    view: View, put_off: PhraseSet, first: int, told: DraftTime | None
) -> DraftTime | None:
    """Return the day to which it was put off, never the one it was planned for."""
    for i in range(first, min(view.size, first + _WITHIN)):
        length = put_off.length_at(view.tokens, i)
        if not length:
            continue
        for k in range(i + 1, min(view.size, i + length + _BEHIND)):
            words = view.time_at[k]
            if view.is_stop(k) or (view.is_comma(k) and words is None):
                break
            if words is None or (told is not None and words == told.words):
                continue
            anew = view.form(i) in _ANEW and view.form(k - 1) == "for"  # "rescheduled for May"
            if anew or view.form(k - 1) in _UNTIL or view.form(k) in _UNTIL or _led(view, k):
                return DraftTime(words=words, tense="future")
    return None


def _led(view: View, k: int) -> bool:
    """True for "ליום חמישי", "למטר", "لليوم": the letter is written on."""
    return any(r.proclitics[-1:] in _WRITTEN_ON for r in view.readings(k))
