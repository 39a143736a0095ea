"""Names of towns that are other words too, shown to be towns by what Arabic has around them.

In:  a `Scan` and a doubtful name. Out: yes or no.
    سرت والجفرة       another town of its country, joined by "and"
    عدن ومطارها       what only a town has
    قمة جدة           something that is called by the town where it was held
    بتمنراست          "in", written onto a name of five letters and more
"""

from kg.extract.mentions.arabic_datelines import files_from
from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Scan
from kg.lexicon.gazetteer import load_gazetteer
from kg.lexicon.grammar import words_of

_ITS_OWN = words_of("ar", "what_a_town_has")
_HELD = words_of("ar", "called_by_its_town")
_BESIDE = words_of("ar", "beside_a_town")
_SHORTEST = 5
_AND, _IN = ("و",), "ب"


def is_shown_in_arabic(scan: Scan, hit: Hit) -> bool:
    """Return whether the words around a doubtful name make it a town."""
    proclitics = hit.reading.proclitics
    if _IN in proclitics:
        return len(hit.reading.stem) >= _SHORTEST
    if proclitics not in ((), _AND):
        return False
    before, after = scan.form(hit.first - 1), scan.form(hit.last + 1)
    if not proclitics and (before in _HELD or before in _BESIDE):
        return True
    return after in _ITS_OWN or files_from(scan, hit) or _is_joined(scan, hit)


def is_joined_state(scan: Scan, hit: Hit) -> bool:
    """True for a state that "and" joins to one in front of it: "توغو وبنين"."""
    if hit.reading.proclitics != _AND:
        return False
    ahead = (h for k in (1, 2) for h in scan.hits(hit.first - k) if h.last == hit.first - 1)
    return any(_is_state(other) and "ambiguous" not in other.sense.flags for other in ahead)


def _is_state(hit: Hit) -> bool:
    entry = load_gazetteer().entry(hit.sense.id) if hit.sense.tag == "name" else None
    return entry is not None and entry.kind == "state"


def _is_joined(scan: Scan, hit: Hit) -> bool:
    """True in front of "and" with another town of the same country: "سرت والجفرة"."""
    country = _country(hit)
    return country is not None and any(
        other.reading.proclitics == _AND
        and other.sense.tag == "name"
        and "ambiguous" not in other.sense.flags
        and _country(other) == country
        for other in scan.hits(hit.last + 1)
    )


def _country(hit: Hit) -> str | None:
    entry = load_gazetteer().entry(hit.sense.id)
    return entry.within if entry is not None and entry.kind is None else None
