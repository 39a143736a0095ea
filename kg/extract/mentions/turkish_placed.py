"""Tell a place by the words behind an unknown name in Turkish: "Kant üssünün", "Çakor ve Kulla'da".

In:  a `Scan`, where a name ends and its ending. Out: True where it is a place.
"""

from functools import cache

from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Scan
from kg.extract.mentions.turkish_letters import ending_of, is_capital, letters, words
from kg.extract.mentions.turkish_runs import name_run
from kg.lexicon.grammar import endings_of, words_of
from kg.lexicon.loader import read_toml
from kg.lexicon.normalise import fold
from kg.lexicon.turkish import case_of, decline
from kg.model.mention import Case

_AIRPORT = endings_of("tr", "airport")
_JOINTS = frozenset({",", "ve", "ile"})
_LIST = 4
_THINGS = endings_of("tr", "things_with_names")
_CALLED = words_of("tr", "bears_a_name")
_THINGS_CALLED = endings_of("tr", "things_called")
_TREATIES = endings_of("tr", "called_by_a_town")
_WARSHIPS = endings_of("tr", "warships")
_BEHIND: dict[Case, tuple[str, ...]] = {
    "nominative": endings_of("tr", "way_to_a_place"),
    "genitive": endings_of("tr", "sides_of_a_place"),
    "accusative": endings_of("tr", "taking_a_place"),
}


def length_of(scan: Scan, first: int, end: int) -> int:
    """Return how many words stand from `first` up to `end`; "Kye-Ossi" is one."""
    return end - first - 2 * sum(scan.form(i) == "-" for i in range(first, end))


@cache
def behind_places() -> frozenset[str]:
    """Return the words behind the name of a place: "kasabasında", "yakınlarında", folded."""
    shown = read_toml("cities.toml")["evidence"]["tr"]["behind"]
    sorts = read_toml("mentions_tr.toml")["sorts_of_place"]
    forms = (form.text for noun in sorts for form in decline(noun, possessive=True))
    return frozenset(map(fold, (*shown, *forms)))


def leads_to_place(scan: Scan, end: int, ending: str) -> bool:
    """True for a name that a word of place follows, and for A in "A, B ve C'de"."""
    if ending:
        return False
    if scan.form(end) in behind_places():
        at_airport = scan.form(end).startswith(_AIRPORT) and not is_capital(scan, end)
        return not at_airport  # "Odera havaalanında karşılandı"
    if scan.form(end) == "ile" and is_capital(scan, end - 1) and is_capital(scan, end - 2):
        return False  # "Patrik Teofil ile Tartu'da"
    for _ in range(_LIST):
        if scan.form(end) not in _JOINTS or not is_capital(scan, end + 1):
            return False
        end = (
            name_run(scan, end + 1, titled=True) if scan.hits(end + 1) else name_run(scan, end + 1)
        )
        if not is_capital(scan, end - 1):
            return False
        ending = ending_of(scan, end - 1)
        if ending:
            return case_of(ending) in ("locative", "attributive")
        sort = scan.form(end)
        if sort in behind_places() and ("leri" in sort or "lari" in sort):
            return True  # "Çakor ve Kulla bölgelerinin"
    return False


def is_where(scan: Scan, end: int, case: Case) -> bool:
    """True for "Kutkay'ı bombaladı", "Aras'ın doğusunda", "Kapan dönüşü"."""
    beginnings = _BEHIND.get(case)
    return beginnings is not None and scan.form(end).startswith(beginnings)


def is_called_thing(scan: Scan, position: int, end: int) -> bool:
    """True for the ship in "Hippo Spirit gemisindeki", the scheme in "Yelken adlı bir program"."""
    names = (fold(letters(scan, first, end)) for first in (position, position - 1) if first >= 0)
    if any(name in words("ships") for name in names):
        return True
    if ending_of(scan, end - 1):
        return False
    if scan.form(end).startswith(_THINGS):
        return True
    if scan.form(end) not in _CALLED:
        return False
    after = end + 1 + (scan.form(end + 1) == "bir")
    somebody = any(h.sense.tag in ("role", "institution", "generic") for h in scan.hits(after))
    return not somebody and scan.form(after).startswith(_THINGS_CALLED)


def names_a_thing(scan: Scan, hit: Hit) -> bool:
    """True for the town of "Viyana Sözleşmesi", "Hamburg fırkateyni": nobody, and not where."""
    town = hit.sense.tag == "name" and hit.sense.kind is None and not hit.enclitic
    if not town:
        return False
    treaty = is_capital(scan, hit.last + 1) and scan.form(hit.last + 1).startswith(_TREATIES)
    return treaty or scan.form(hit.last + 1).startswith(_WARSHIPS)
