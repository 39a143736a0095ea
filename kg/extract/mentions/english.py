"""The grammar of English mentions.

In:  a `Scan`. Out: phrases, the longest at each place.
    nationality + institution        the Turkish Defence Ministry, Turkey's army
    institution + of + state         the government of Syria
    role with all that belongs to it a senior Israeli military official, UN envoy …
    name, role / role, name          …, the Turkish foreign minister,
    name of a country, capital, place or body; nationality adjective alone; unknown proper name
Source: the shapes that diplomatic news uses.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from kg.extract.mentions.choose import choose_name
from kg.extract.mentions.english_bodies import openers, prefixed
from kg.extract.mentions.english_name_words import words
from kg.extract.mentions.english_names import (
    find_proper,
    is_foreign_capital,
    is_ship,
    is_title_case,
)
from kg.extract.mentions.english_outlets import find_outlet, names_outlets, opens_outlet
from kg.extract.mentions.english_roles import find_description
from kg.extract.mentions.english_runs import find_body
from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Phrase, Scan, name_phrase
from kg.lexicon.grammar import words_of
from kg.lexicon.loader import read_toml

_IN_CAPITALS = words_of("en", "offices_in_capitals")
_FOR_OR_AGAINST = words_of("en", "for_or_against")
_PLACED = words_of("en", "placed_halves")
_OWNED = words_of("en", "owned_halves")
_STATE_OFFICES = frozenset({"gov", "sen", "rep"})


def find_english(scan: Scan) -> Iterator[Phrase]:
    """Yield the phrases of a sentence, none inside another."""
    title_case = is_title_case(scan)
    outlets = names_outlets(scan)
    _drop_hours(scan)
    position = 0
    while position < scan.end:
        opens = _may_begin(scan, position) or (outlets and opens_outlet(scan, position))
        found = _phrases_at(scan, position, title_case, outlets) if opens else []
        yield from found
        position = (max(position, *(p.last for p in found)) if found else position) + 1


def _drop_hours(scan: Scan) -> None:
    """Take back the offices read in "5 pm", "at 5 PM", "98.4 FM", "told Horizon FM"."""
    for i, token in enumerate(scan.tokens):
        if token.form in _IN_CAPITALS and scan.hits(i):
            capital = token.text.removesuffix("s").isupper()
            if not capital or (i and _is_hour_or_name(scan, i - 1)):
                scan.drop(i, scan.hits(i))


def _is_hour_or_name(scan: Scan, position: int) -> bool:
    """True for "5" and for what names a radio: "Horizon", "Galway"; False for "Norwegian"."""
    text, hits = scan.tokens[position].text, scan.hits(position)
    if hits:
        return all(h.sense.tag == "name" and "is_state" not in h.sense.flags for h in hits)
    return text[:1].isupper() or text[:1].isdigit()


def _may_begin(scan: Scan, position: int) -> bool:
    token = scan.tokens[position]
    if not token.is_word:
        return False
    return bool(scan.hits(position)) or token.text[0].isupper() or token.form in openers()


def _phrases_at(scan: Scan, position: int, title_case: bool, outlets: bool) -> list[Phrase]:
    if scan.form(position - 1) == "-" and scan.form(position - 2) in _FOR_OR_AGAINST:
        found = _find_simple(scan, position, title_case)  # "the pro-Russian Opposition Bloc"
        for phrase in found:
            phrase.category = "adjective"  # whom they are for or against does nothing here
        return found
    candidates = [find_description(scan, position, title_case)]
    if outlets and (outlet := find_outlet(scan, position)):
        # Of two that end together the first stands: "the TASS news agency" is TASS.
        candidates.insert(0 if outlet[0].identity else 1, outlet)
    if scan.hits(position):
        candidates.append(_find_simple(scan, position, title_case))
        candidates.append(prefixed(scan, position))
        candidates.append(_outlet_of_place(scan, position))
    if not title_case and _may_name(scan, position):
        candidates.append(find_body(scan, position))
    if scan.tokens[position].text[0].isupper():
        candidates.append(find_proper(scan, position, title_case))
        candidates.append(_first_half(scan, position))
    return max((c for c in candidates if c), key=lambda c: c[-1].last, default=[])


def _outlet_of_place(scan: Scan, position: int) -> list[Phrase]:
    """Return "Port of Spain Gazette": an outlet called after a place of several words."""
    for hit in scan.hits(position):
        last = hit.last + 1
        named = hit.sense.tag == "name" and hit.last > hit.first and not hit.enclitic
        capital = scan.is_word(last) and scan.tokens[last].text[0].isupper()
        if named and capital and scan.form(last) in words("media_endings"):
            return [Phrase(position, last, kind="media", definite=True, human=False)]
    return []


def _may_name(scan: Scan, position: int) -> bool:
    """True at a capital, or at the article in front of one."""
    after = position + 1 if scan.form(position) == "the" else position
    return scan.is_word(after) and scan.tokens[after].text[0].isupper()


def _find_simple(scan: Scan, position: int, title_case: bool) -> list[Phrase]:
    if is_ship(scan, position):
        return []
    for hit in scan.hits(position):
        if hit.sense.tag == "generic":
            return [_generic(hit)]
        if scan.form(hit.last + 1) == "$":  # US$
            continue
        if scan.form(hit.last + 1) in _STATE_OFFICES and scan.form(hit.last + 2) == ".":
            continue  # "Georgia Gov. Jo Roe": a state of the United States
        if hit.sense.tag == "adjective":
            return [_adjective(hit)]
        if hit.sense.tag == "name":
            if "personal" in hit.sense.flags and not title_case and _in_longer_name(scan, hit):
                continue
            same = [h for h in scan.hits(position) if h.sense.tag == "name" and h.last == hit.last]
            return [_as_half(scan, name_phrase(choose_name(scan, same)))]
    return []


def _as_half(scan: Scan, name: Phrase) -> Phrase:
    """Return the name; the Beirut of "Beirut-based" is where, the Iran of "Iran-backed" whose."""
    if scan.form(name.last + 1) != "-" or name.enclitic or name.kind not in (None, "state"):
        return name
    half = scan.form(name.last + 2)
    if half in _PLACED:
        name.category = "place"
    elif half in _OWNED:
        name.category = "adjective"
    return name


def _in_longer_name(scan: Scan, hit: Hit) -> bool:
    """True where a name that persons bear as well stands among other proper names."""
    before, after = hit.first - 1, hit.last + 1
    if not hit.enclitic and is_foreign_capital(scan, after):
        return True
    return before > 0 and is_foreign_capital(scan, before)


def _adjective(hit: Hit) -> Phrase:
    people = "people" in hit.sense.flags
    return Phrase(
        hit.first,
        hit.last,
        hit.reading,
        hit.enclitic,
        category="adjective",
        identity=hit.sense.id,
        number=hit.sense.number,
        human=True if people else None,
    )


@cache
def _first_halves() -> Mapping[str, str]:
    """Return the states of "anglo", "sino"."""
    halves: Mapping[str, str] = read_toml("roles.toml")["english"]["first_halves"]
    return halves


def _first_half(scan: Scan, position: int) -> list[Phrase]:
    """Return the nationality in front of the hyphen of "Anglo-Iranian"."""
    state = _first_halves().get(scan.form(position))
    joined = state is not None and scan.form(position + 1) == "-"
    if not joined or scan.find(position + 2, "adjective") is None:
        return []
    return [Phrase(position, position, category="adjective", identity=state)]


def _generic(hit: Hit) -> Phrase:
    category = "place" if hit.sense.kind is None else "actor"
    return Phrase(
        hit.first,
        hit.last,
        hit.reading,
        hit.enclitic,
        kind=hit.sense.kind,
        category="place" if category == "place" else "actor",
        role=hit.sense.id if hit.sense.kind else None,
        human=False,
    )
