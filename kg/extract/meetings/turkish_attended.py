"""Add who came too to a Turkish meeting told before: "Görüşmeye Y de katıldı".

In:  a noun of meeting that refers back, the parts of its clause. Out: those of the meeting told
before and who came besides; nobody where X stayed away, None where the clause tells nothing of it.
    "Görüşmede X de hazır bulundu", "Toplantıya X başkanlık etti"   X too
    "Görüşmeye X ile Y katıldı"                                     X and Y, read elsewhere
"""

from kg.extract.attribution import can_act
from kg.extract.meetings.turkish_cases import Parts
from kg.extract.meetings.turkish_negated import is_negated
from kg.extract.meetings.turkish_words import MeetingHit
from kg.extract.view import View
from kg.lexicon.grammar import endings_of, words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_LEADING = endings_of("tr", "leading_a_meeting")
_COMING = endings_of("tr", "attended_too") + _LEADING
_TOO = words_of("tr", "attended_besides")
_THAT = words_of("tr", "pointing_at_a_meeting")
_TOPIC = words_of("tr", "on_the_agenda")
_ENDS = endings_of("tr", "ends_a_clause")


def came_too(view: View, start: int, hit: MeetingHit, parts: Parts) -> list[Party] | None:
    """Return those of the meeting before and whom the clause names besides, who may stay away."""
    ahead = range(start, hit.first)
    opens = all(view.form(i) in _THAT or view.is_comma(i) for i in ahead)
    if hit.case not in ("dative", "locative") or hit.owned or hit.series or not opens:
        return None
    verb = _verb(view, hit.last + 1)
    besides: list[Party] = [
        p for p in parts.subjects if isinstance(p, Mention) and p.first > hit.last and can_act(p)
    ]
    if verb is None or not besides or parts.with_ or parts.between:
        return None
    if any(view.form(i) in _TOPIC for i in range(hit.last + 1, verb)):
        return None  # "Görüşmede NATO da gündemde yer aldı"
    if is_negated(view.form(verb)) or is_negated(view.form(verb + 1)):
        return []  # "Görüşmede X da yer almadı", "Görüşmeye X de çağrıldı ama katılmadı"
    too = any(view.form(i) in _TOO for i in range(hit.last + 1, verb))
    if not too and not view.form(verb).startswith(_LEADING):
        return None
    return [Pointer(kind="met", place=view.tokens[hit.first].end), *besides]


def _verb(view: View, first: int) -> int | None:
    """Return the verb of coming that ends the clause."""
    found = None
    for i in range(first, view.size):
        if view.quotation_at[i] is not None or view.tokens[i].text in ";:":
            return found
        free = view.is_word(i) and view.mention_at[i] is None
        if free and view.form(i).startswith(_COMING):
            found = i
        if free and found is not None and view.form(i).endswith(_ENDS):
            return found
    return found
