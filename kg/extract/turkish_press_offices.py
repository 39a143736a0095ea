"""Read the office through which a Turkish institution speaks: "Cumhurbaşkanlığı Basın Ofisi'nden".

In:  a view, the institution. Out: the last token of its office, None for none.
    "Peru Başbakanlığı Basın Ofisi'nden yapılan açıklamada"   "Ofisi'nden": the words are its own
    "Peru Başbakanlığı binasından çıkan heyet"                None
"""

from kg.extract.view import View
from kg.lexicon.grammar import endings_of, words_of
from kg.model.mention import Mention

_OFFICES = endings_of("tr", "offices_that_speak")
_FROM = ("dan", "den", "tan", "ten", "nca", "nce")
_ISSUED = words_of("tr", "issued_from_there")
_WORDS = 4


def press_office_behind(view: View, body: Mention) -> int | None:
    """Return where the office ends."""
    if body.human or body.case not in ("nominative", "genitive", "adjective", None):
        return None
    for i in range(body.last + 1, min(view.size - 1, body.last + 1 + _WORDS)):
        if not view.is_word(i) or view.mention_at[i] is not None:
            return None
        if view.form(i).startswith(_OFFICES) and view.form(i).endswith(_FROM):
            issued = view.form(i).endswith(_FROM[4:]) or view.form(i + 1) in _ISSUED
            return i if issued else None
    return None
