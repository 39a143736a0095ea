"""Tell a government from a place in Turkish, where the case and the word behind it show which.

In:  a view, a mention of a state or capital. Out: the part it plays.
Locative and "Ankara'daki" are places; so is what a word of place follows ("Suriye sınırında"),
where somebody goes ("Küba'ya hareket edecek"), comes from, speaks from ("Kiev'den video
bağlantısıyla"), and the state of a town named behind it ("Peru'nun Tacna kentinde"). A capital's
name in the genitive or accusative is its government, in the dative the place, unless something is
said or sent to it ("Bakü'ye mektup").
"""

from typing import Literal

from kg.extract.view import View
from kg.lexicon.grammar import endings_of, words_of
from kg.model.mention import Mention

_PLACES = endings_of("tr", "places_of_a_state")
_FIELDS = words_of("tr", "fields_of_a_state")
_JOURNEYS = endings_of("tr", "journeys_behind_a_place")
_GOING = endings_of("tr", "going_to_a_place")
_LEAVING = endings_of("tr", "leaving_a_place")
_FROM_AFAR = endings_of("tr", "heard_from_a_place")
_TOLD = endings_of("tr", "said_or_sent_to_a_government")
_CALLED_HOME = endings_of("tr", "called_home")
_THINGS_GO = endings_of("tr", "things_come_to_a_state")
_TOWNS = endings_of("tr", "town_in_a_state")
_NEAR, _FAR, _TOWN_WORDS = 3, 6, 4
_CLAUSE_ENDS = frozenset(".,;:!?")
Part = Literal["actor", "place", "unsure"]


def part_in_turkish(view: View, mention: Mention) -> Part:
    """Return the part of a state or capital."""
    case, after = mention.case, view.form(mention.last + 1)
    if case in ("locative", "attributive") or after.startswith(_PLACES) or after in _FIELDS:
        return "place"
    if _is_heading(view, mention) or (case == "nominative" and after.startswith(_JOURNEYS)):
        return "place"
    capital = mention.gazetteer_id != mention.side and mention.side is not None
    if case == "genitive":
        if _holds_town(view, mention):
            return "place"
        return "actor" if capital else "unsure"
    if case == "accusative":
        return "actor" if capital else "unsure"
    if case == "dative":
        return _toward(view, mention, capital)
    if case == "ablative":
        left = _first_of(view, mention, _LEAVING, _NEAR)
        return "place" if left or after.startswith(_FROM_AFAR) else "unsure"
    return "actor"


def _toward(view: View, mention: Mention, capital: bool) -> Part:
    """Return "place" for where somebody goes, "actor" for a capital that is told something."""
    if not capital:
        verb = _first_of(view, mention, _GOING, _NEAR)
        return "place" if verb and _somebody_goes(view, mention, verb) else "unsure"
    told = _first_of(view, mention, (*_TOLD, *_GOING), _FAR)
    called_home = told.startswith(_CALLED_HOME)
    return "actor" if told.startswith(_TOLD) and not called_home else "place"


def _somebody_goes(view: View, mention: Mention, verb: str) -> bool:
    """False where a turn, news or an office "comes", "passes" or "is left" to a state."""
    if not verb.startswith(_THINGS_GO):
        return True
    others = (m for m in view.mentions if m is not mention)
    return any(m.person or m.role or (m.human and m.kind != "state") for m in others)


def _first_of(view: View, mention: Mention, beginnings: tuple[str, ...], within: int) -> str:
    """Return the first word behind, inside the clause, that begins in one of these ways."""
    for i in range(mention.last + 1, min(view.size, mention.last + 1 + within)):
        if view.tokens[i].text in _CLAUSE_ENDS:
            break
        if view.form(i).startswith(beginnings):
            return view.form(i)
    return ""


def _holds_town(view: View, mention: Mention) -> bool:
    """True for the state in "Peru'nun Tacna kentinde": capitalised words up to a noun of sort."""
    first = mention.last + 1
    for i in range(first, min(view.size, first + _TOWN_WORDS)):
        if i > first and view.form(i).startswith(_TOWNS):
            return True
        if view.is_word(i) and not view.tokens[i].text[0].isupper():
            return False
    return False


def _is_heading(view: View, mention: Mention) -> bool:
    """True for a line that is a place alone, or in capitals behind who wrote: "A. Kaya / PARİS"."""
    if not view.heading or mention.last != view.size - 1 or mention.case != "nominative":
        return False
    capitals = view.tokens[mention.first].text.isupper() and view.form(mention.first - 1) == "/"
    return mention.first == 0 or capitals
