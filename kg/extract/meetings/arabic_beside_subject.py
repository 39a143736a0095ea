"""Read the second of two whom Arabic joins without an "and" of his own: "A ونظيره الغاني B".

In:  a view and the token behind the first. Out: who is joined there, the last token of his words.
    وزير الدفاع التوغولي ونظيره الغاني     whoever holds the same office there
    الرئيس الأوزبكي وضيفه البلغاري فلان    a guest with his name
"""

from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer

_COUNTERPARTS = words_of("ar", "joined_counterparts")
_GUESTS = words_of("ar", "joined_guests")
_AND = ("و",)


def joined_beside(view: View, i: int) -> tuple[Party, int] | None:
    """Return the party of "ونظيره الغاني فلان" at token `i`, and where it ends."""
    if view.lexicon.language != "ar":
        return None
    stems = {r.stem for r in view.readings(i) if r.proclitics == _AND and r.enclitic}
    counterpart = bool(stems & _COUNTERPARTS)
    if not (counterpart or stems & _GUESTS):
        return None
    k = i + 1
    behind = view.mention_from(k)
    side = behind if behind is not None and behind.category == "adjective" else None
    if side is not None:
        k = side.last + 1
        behind = view.mention_from(k)
    if behind is not None and not behind.proclitics and (behind.person or behind.role):
        return behind, behind.last
    if side is None or not counterpart:
        return None
    words = view.words_span(i, side.last)
    text = view.text(words).removeprefix("و") if words is not None else None
    place = view.tokens[i].start
    return Pointer(kind="counterpart", place=place, hint=side, words=text), side.last
