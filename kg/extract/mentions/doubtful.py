"""Drop names of places that are more likely other words here: "Reading", "Jackson", "الرقة".

In:  a `Scan` fresh from the lexicon. Out: the same, its doubtful hits only where the words around
show a place: its country beside it, a word of place before it, "the city of", a list of places.
Source: the `evidence` tables of cities.toml.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from kg.extract.mentions.arabic_doubtful import is_joined_state, is_shown_in_arabic
from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Scan
from kg.lexicon.cities import load_cities
from kg.lexicon.gazetteer import Entry, load_gazetteer
from kg.lexicon.loader import read_toml
from kg.lexicon.normalise import fold
from kg.vocabulary import Language

_JOINED = {"ar": ("و",), "he": ("ו",)}
_WITHOUT_CAPITALS = frozenset({"ar", "he"})
_LIST = 4
_GONE = 10  # words from the verb of going to the place
_BETWEEN = frozenset({",", "،", "(", "-", "–"})


@cache
def _evidence(language: Language) -> Mapping[str, frozenset[str]]:
    """Return the words that show a place, folded, by what they are."""
    rows: dict[str, Any] = read_toml("cities.toml")["evidence"][language]
    return {name: frozenset(fold(word) for word in found) for name, found in rows.items()}


def drop_doubtful(scan: Scan) -> None:
    """Take the hits marked "ambiguous" out of a scan where nothing shows that they are places."""
    placed: set[int] = set()  # where places end
    whole = _evidence(scan.language).get("whole", frozenset())
    for position in range(scan.end):
        if scan.form(position) in whole:
            scan.drop(position, [h for h in scan.hits(position) if h.reading.proclitics])
        hits = scan.hits(position)
        names = [hit for hit in hits if hit.sense.tag == "name"] if hits else None
        if not names:
            continue
        kept = [h for h in names if "ambiguous" not in h.sense.flags or _shown(scan, h, placed)]
        if len(kept) < len(names):
            scan.drop(position, [hit for hit in names if hit not in kept])
        placed |= {hit.last for hit in kept if hit.sense.kind is None}


def is_beside(scan: Scan, hit: Hit, entry: Entry) -> bool:
    """True where the place's state stands right behind it, or before it: "Córdoba, Argentina"."""
    start = hit.last + 2 if scan.form(hit.last + 1) in _BETWEEN else hit.last + 1
    behind = (h for h in scan.hits(start))
    if any(h.sense.id == entry.within for h in behind):
        return True
    before = scan.hits(hit.first - 1)
    return any(h.sense.id == entry.within and h.last == hit.first - 1 for h in before)


def _shown(scan: Scan, hit: Hit, placed: set[int]) -> bool:
    entry = load_gazetteer().entry(hit.sense.id)
    if entry is None or (entry.kind is not None and entry.category == "actor"):
        return entry is not None
    if entry.within and is_beside(scan, hit, entry):
        return True
    if entry.kind == "state" and scan.form(hit.first - 1) in _evidence(scan.language).get(
        "speaking", ()
    ):
        return True  # "قالت مالي": a state is feminine, whatever the word means elsewhere
    personal = "personal" in hit.sense.flags
    if _has_greater_namesake(scan, hit) or _inside_name(scan, hit, personal):
        return False
    if not personal and _is_of_named_state(scan, hit, entry):
        return True
    if scan.language == "ar" and entry.kind is None and is_shown_in_arabic(scan, hit):
        return True
    if scan.language == "ar" and entry.kind == "state" and is_joined_state(scan, hit):
        return True
    return _is_placed(scan, hit, personal) or (not personal and _is_listed(scan, hit, placed))


def _is_of_named_state(scan: Scan, hit: Hit, entry: Entry) -> bool:
    """True where the sentence names its state, unless it may as well be a surname."""
    if scan.language in _WITHOUT_CAPITALS and load_cities().get(entry.id) is not None:
        return False
    states = {entry.id, entry.within, entry.side}
    return bool(scan.countries_outside(hit.first, hit.last) & states)


def _has_greater_namesake(scan: Scan, hit: Hit) -> bool:
    return any(
        other.last == hit.last and other.sense.tag == "name" and other.sense.rank > hit.sense.rank
        for other in scan.hits(hit.first)
    )


def _inside_name(scan: Scan, hit: Hit, personal: bool) -> bool:
    """True where the word stands among other words of a name, or behind a given name."""
    if scan.language in _WITHOUT_CAPITALS:
        given = (h for h in scan.hits(hit.first - 1) if h.sense.tag == "given")
        return not hit.reading.proclitics and any(given)
    if _is_unknown_capital(scan, hit.first - 1) and hit.first > 1:
        return True
    return personal and not hit.enclitic and _is_unknown_capital(scan, hit.last + 1)


def _is_unknown_capital(scan: Scan, position: int) -> bool:
    if not scan.is_word(position) or scan.hits(position):
        return False
    return scan.tokens[position].text[0].isupper()


def _is_placed(scan: Scan, hit: Hit, personal: bool) -> bool:
    """True behind or before a word of place, or with such letters at the word itself."""
    evidence = _evidence(scan.language)
    plain = "plain" if personal else "before"
    if hit.enclitic in evidence.get("plain_enclitics" if personal else "enclitics", ()):
        return True
    if not personal and set(hit.reading.proclitics) & evidence.get("proclitics", frozenset()):
        return True
    if scan.form(hit.last + 1) in evidence.get("behind", ()):
        return True
    if not personal and goes_there(scan, hit):
        return True
    if hit.reading.proclitics not in ((), *(((w,)) for w in _JOINED.get(scan.language, ()))):
        return False
    before = scan.form(hit.first - 1)
    if before in evidence.get(plain, ()) or before in evidence["noun"]:
        return True
    return before in evidence.get("of", ()) and scan.form(hit.first - 2) in evidence["noun"]


def goes_there(scan: Scan, hit: Hit) -> bool:
    """True for a name with the letter of "to" or "from" behind a verb of going."""
    evidence = _evidence(scan.language)
    if not set(hit.reading.proclitics[-1:]) & evidence.get("moving", frozenset()):
        return False
    near = range(max(0, hit.first - _GONE), hit.first)
    motion = evidence["motion"]
    return any(reading.stem in motion for k in near for reading in scan.tokens[k].readings)


def _is_listed(scan: Scan, hit: Hit, placed: set[int]) -> bool:
    """True in a list of places: "in Sumy, Poltava and Izium"."""
    joins = _evidence(scan.language)["joins"]
    if scan.language == "tr" and _leads_list(scan, hit):
        return True
    if hit.first - 1 in placed:
        return hit.reading.proclitics == _JOINED.get(scan.language)
    if scan.form(hit.first - 1) not in joins:
        return False
    return hit.first - 2 in placed or (
        scan.form(hit.first - 2) in joins and hit.first - 3 in placed
    )


def _leads_list(scan: Scan, hit: Hit) -> bool:
    """True in Turkish, where the last name alone has the ending: "Sumi, Poltava ve İzyum'da"."""
    evidence = _evidence(scan.language)
    for _ in range(_LIST):
        if hit.enclitic or scan.form(hit.last + 1) not in evidence["joins"]:
            return False
        behind = (h for h in scan.hits(hit.last + 2) if h.sense.tag == "name")
        after = next(behind, None)
        if after is None:
            return False
        if after.enclitic in evidence["plain_enclitics"]:
            return True
        hit = after
    return False
