"""Find who heard Hebrew words and stands in front of the verb of telling.

In:  a view and a statement as arranged. Out: a party, mostly None.
    אל השליח X אמר השר כי; לשר החוץ X אמר הנשיא: "…"   "to" in front
    את חברי הקבינט עדכן ראש אמ"ן כי                       "את" in front
Only a phrase that opens the clause and ends at the verb is one.
"""

from dataclasses import replace

from kg.extract.attribution import can_act
from kg.extract.hebrew_crowds import crowd_from
from kg.extract.told import Told
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party
from kg.model.mention import Mention

_TO = words_of("he", "opens_with_who_is_told")
_OBJECT = frozenset({"את", "ואת"})
_LETTERS = (("ל",), ("ו", "ל"))
_REPORTERS = words_of("he", "reporters")
_LONGEST = 12


def find_heard_in_front(view: View, one: Told) -> Party | None:
    """Return who is told by a clause that begins with them."""
    cue = one.attribution.cue
    if cue.row.kind != "verb" or not isinstance(one.speaker, Mention):
        return None
    if one.speaker.first < cue.first:
        return None
    last = cue.first - 1
    while last > 0 and view.time_at[last] is not None:
        last -= 1
    for first in range(last, max(-1, last - _LONGEST), -1):
        if first < last and (view.is_stop(first) or view.quotation_at[first] is not None):
            return None
        if not _opens(view, first):
            continue
        found = _party(view, first, one)
        return found if found is not None and found.last == last else None
    return None


def _opens(view: View, i: int) -> bool:
    """True where a clause opens: at the head of the sentence, or behind a mark."""
    return i == 0 or view.is_stop(i - 1) or view.is_comma(i - 1)


def _party(view: View, i: int, one: Told) -> Mention | None:
    form = view.form(i)
    row = one.attribution.cue.row
    led = form in _TO or (form in _OBJECT and row.object_addressee)
    mention = view.mention_from(i + led)
    if mention is not None:
        there = not mention.proclitics if led else mention.proclitics in _LETTERS
        return mention if there and can_act(mention) else None
    if form in _REPORTERS or "ל" in row.prepositions:
        return None
    crowd = crowd_from(view, i + led, view.size - 1, letter="ו" if led else "ל")
    if crowd is None or (not led and not form.startswith("ל")):
        return None
    return replace(crowd, kind=crowd.kind or "official", human=True)
