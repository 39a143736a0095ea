"""Tell a government from a place in Turkish, where the case and the word behind it show which.

In:  a view, a mention of a state or capital. Out: the part it plays.
Locative and "Ankara'daki" are places; so is what a word of place follows ("Suriye sınırında"). A
capital's name in the genitive or accusative is its government, in the dative the place.
"""

from typing import Literal

from kg.extract.view import View
from kg.lexicon.grammar import endings_of, words_of
from kg.model.mention import Mention

_PLACES = endings_of("tr", "places_of_a_state")
_FIELDS = words_of("tr", "fields_of_a_state")


def part_in_turkish(view: View, mention: Mention) -> Literal["actor", "place", "unsure"]:
    """Return the part of a state or capital."""
    case, after = mention.case, view.form(mention.last + 1)
    if case in ("locative", "attributive") or after.startswith(_PLACES) or after in _FIELDS:
        return "place"
    capital = mention.gazetteer_id != mention.side and mention.side is not None
    if case in ("genitive", "accusative"):
        return "actor" if capital else "unsure"
    if case == "dative":
        return "place" if capital else "unsure"
    return "unsure" if case == "ablative" else "actor"
