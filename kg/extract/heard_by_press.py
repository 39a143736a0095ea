"""Find the reporters who heard English or Hebrew words, whoever they write for.

In:  a view, a statement as arranged. Out: an actor without a name, mostly None.
    told reporters in Sapporo that; said to a group of journalists     beside the verb of telling
    speaking to foreign correspondents, he said; אמר לכתבים            whom "to" leads to
Nobody is told where reporters ask or report: "asked by reporters", "reporters said".
"""

from collections.abc import Callable
from dataclasses import replace

from kg.extract.attribution import unlinked_mention
from kg.extract.cues import Cue
from kg.extract.told import Told
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention
from kg.model.span import Span
from kg.vocabulary import Language

Reader = Callable[[View, Told, int], Mention | None]

_EN = words_of("en", "reporters")
_EN_GROUPS = words_of("en", "groups_of_reporters")
_EN_SAID = words_of("en", "said_to_reporters")
_HE = words_of("he", "reporters")
_HE_FRONTS = words_of("he", "in_front_of_reporters")
_HE_SAID = words_of("he", "said_to_reporters")
_TO = ("ל",)
_REACH_LEFT, _REACH_RIGHT = 16, 12
_WORDS = 4  # between the lead and the head: "to a small group of travelling reporters"


def find_press(view: View, one: Told) -> Mention | None:
    """Return the reporters who are told, None where no reporters stand beside the telling."""
    language, cue = view.lexicon.language, one.attribution.cue
    heads, tell = _LANGUAGES.get(language, (frozenset(), _english))
    if not view.may_hold_word(heads):
        return None
    for i in range(max(0, cue.first - _REACH_LEFT), min(view.size, cue.last + _REACH_RIGHT)):
        if not one.covers(i) and view.quotation_at[i] is None:
            found = tell(view, one, i)
            if found is not None:
                return replace(found, kind="media", human=True, unnamed=True)
    return None


def _english(view: View, one: Told, i: int) -> Mention | None:
    if view.form(i) not in _EN or view.form(i + 1) in view.lexicon.word_set("relative"):
        return None
    first = _first_word(view, one, i)
    return unlinked_mention(view, first, i, number="plural") if first is not None else None


def _hebrew(view: View, one: Told, i: int) -> Mention | None:
    """Return the reporters of "לעיתונאים", "עם כתבים", "בפני עיתונאים"."""
    fronts = {r.proclitics for r in view.readings(i) if r.stem in _HE}
    lettered = _TO in fronts
    if not lettered and not (() in fronts and view.form(i - 1) in _HE_FRONTS):
        return None
    if not _is_said_to(view, one.attribution.cue, i if lettered else i - 1):
        return None
    found = unlinked_mention(view, i, i, number="plural")
    if found is None or not lettered:
        return found
    text = found.text[1:]
    return replace(found, span=Span(found.span.start + 1, found.span.end), text=text, name=text)


def _is_said_to(view: View, cue: Cue, lead: int) -> bool:
    """True behind the verb of telling, "בתדרוך" and "בדברים שמסר"; not behind "(נתן) אשרה"."""
    for k in range(lead - 1, max(-1, lead - 2 - _REACH_RIGHT), -1):
        if cue.first <= k <= cue.last or any(r.stem in _HE_SAID for r in view.readings(k)):
            return True
        if view.is_break(k) or not view.is_word(k):
            return view.form(lead) in _HE_FRONTS and k == lead - 1
        named = view.mention_at[k] is not None or view.time_at[k] is not None
        if k < cue.first and not named:
            return False
    return view.form(lead) in _HE_FRONTS and lead == 0


_LANGUAGES: dict[Language, tuple[frozenset[str], Reader]] = {
    "en": (_EN, _english),
    "he": (_HE, _hebrew),
}


def _first_word(view: View, one: Told, head: int) -> int | None:
    """Return the first word of "(told a group of) travelling reporters"; None if not told."""
    cue, first = one.attribution.cue, head
    for k in range(head - 1, max(-1, head - 2 - _WORDS), -1):
        form = view.form(k)
        if cue.first <= k <= cue.last:
            return first if cue.row.object_addressee else None
        if form in ("to", "before", "with"):
            return first if _says(view, one, k) else None
        if (
            not view.is_word(k)
            or k in view.cue_at
            or form in view.lexicon.word_set("prepositions") - {"of"}
        ):
            return None
        if form not in _EN_GROUPS:
            first = k
    return None


def _says(view: View, one: Told, lead: int) -> bool:
    """True where "to" leads from telling to reporters: "speaking (in Doha) to", "said to"."""
    cue = one.attribution.cue
    between = view.lexicon.word_set("prepositions") | view.lexicon.word_set("determiners")
    for k in range(lead - 1, max(-1, lead - 2 - _WORDS), -1):
        if cue.first <= k <= cue.last or view.form(k) in _EN_SAID:
            return True
        named = view.mention_at[k] is not None or view.time_at[k] is not None
        if not (named or view.form(k) in between or view.form(k).endswith("ly")):
            return False
    return False
