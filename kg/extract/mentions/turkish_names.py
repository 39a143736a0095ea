"""Proper names in Turkish that no lexicon has.

In:  a `Scan` and a position. Out: the phrase of a name.
An apostrophe ends a name and shows its case: what stands in the locative or ablative is a place.
"""

from functools import cache

from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Phrase, Scan
from kg.extract.mentions.turkish_letters import (
    begins_sentence,
    ending_of,
    given_names,
    is_capital,
    letters,
    words,
)
from kg.extract.mentions.turkish_outlets import is_told
from kg.extract.mentions.turkish_placed import (
    behind_places,
    is_called_thing,
    is_where,
    leads_to_place,
    length_of,
)
from kg.extract.mentions.turkish_runs import (
    kind_of,
    kind_of_run,
    last_word,
    name_run,
    past_district,
)
from kg.lexicon.gazetteer import load_gazetteer
from kg.lexicon.grammar import endings_of
from kg.lexicon.loader import read_toml
from kg.lexicon.normalise import fold
from kg.lexicon.turkish import case_of, plural, possessed

_PLACE_CASES = frozenset({"locative", "ablative", "attributive"})
_LONGEST_PLACE, _LONGEST_LIST = 2, 5
_JOINTS = frozenset({",", "ve", "ile"})
_LONG_WORD = 5
_INITIALS = 3
_BYLINE = 8  # tokens
_OF_A_PARTY = ("partili",)
_OF_MANY = endings_of("tr", "cases_of_many")


def find_proper(scan: Scan, position: int) -> list[Phrase]:
    """Return the phrase of a proper name that begins here: person, body, medium or place."""
    if not is_capital(scan, position):
        return []
    opens = begins_sentence(scan, position)
    if opens and scan.form(position) in words("only_opening"):
        return []
    if scan.form(position).startswith(_OF_A_PARTY):
        return []  # "Demokrat Partili milletvekili"
    end = name_run(scan, position)
    if end == position:
        if (named := _outlet_of_place(scan, position)) is not None:
            return [_medium(scan, position, named)]
        end = name_run(scan, position, titled=True)
        whole = _is_body(scan, position, end) or (not opens and _is_outlet(scan, position, end))
        return by_last_word(scan, position, end) if whole else []
    if is_called_thing(scan, position, end) or _is_byline(scan) or _are_people(scan, position, end):
        return []
    outlet = _outlet(scan, end)
    if outlet is not None and not ending_of(scan, end - 1):
        return [_medium(scan, position, outlet)]
    lonely = end - position == 1
    placed = scan.form(end) in behind_places() and not scan.hits(position)
    placed = placed or _is_joined(scan, position, end)
    if opens and lonely and not placed and not ending_of(scan, position):
        return []  # every sentence begins with a capital
    paired = scan.form(position + 1) == "-"
    inflected = _is_inflected(scan, position) and not _is_of_many(scan, position, end)
    if opens and not lonely and not paired and inflected:
        return []
    if scan.sentence.kind == "dateline":
        return _in_dateline(scan, position, end)
    return by_last_word(scan, position, end)


def _is_joined(scan: Scan, position: int, end: int) -> bool:
    """True for a name alone in front of "ile", "ve" and another name: "Macron ile Scholz"."""
    if scan.form(end) not in ("ile", "ve") or scan.hits(position) or _is_inflected(scan, position):
        return False
    behind = name_run(scan, end + 1)
    return (
        behind > end + 1
        and not scan.hits(end + 1)
        and kind_of(last_word(scan, behind), alone=False) == ""
    )


def _is_inflected(scan: Scan, position: int) -> bool:
    form = scan.form(position)
    return len(form) > _LONG_WORD and form.endswith(tuple(words("inflected")))


def _is_body(scan: Scan, position: int, end: int) -> bool:
    """True for a run of words, the first a common one, that ends as bodies' names do."""
    return end - position > 1 and kind_of_run(scan, position, end) == "body"


def _is_outlet(scan: Scan, position: int, end: int) -> bool:
    """True for "Kuzey Postası", which begins with a common word."""
    return end - position > 1 and kind_of_run(scan, position, end) == "media"


def _is_of_many(scan: Scan, position: int, end: int) -> bool:
    """True for "Temsilciler Meclisi": a body of many, called by their plural."""
    return scan.form(position).endswith(("lar", "ler")) and _is_body(scan, position, end)


def _are_people(scan: Scan, position: int, end: int) -> bool:
    """True for "Avustralyalılara", "Polonyalıların Nazilerle": a people, in a case of its own."""
    forms = [scan.form(i) for i in range(position, end)]
    return all("'" not in f and len(f) > _LONG_WORD and f.endswith(_OF_MANY) for f in forms)


def _is_byline(scan: Scan) -> bool:
    """True for a line that tells who wrote: "Ada Kaya / ANKARA", "Doğu Postası / Haberler"."""
    if scan.sentence.kind not in ("heading", "title") or scan.end > _BYLINE:
        return False
    return any(scan.form(i) == "/" for i in range(scan.end))


def _outlet(scan: Scan, end: int) -> Hit | None:
    """Return the noun behind an outlet's name: "The Times gazetesi"."""
    hits = [h for h in scan.hits(end) if h.sense.tag == "outlet"]
    return max(hits, key=lambda h: (h.last, "possessed" in h.sense.flags), default=None)


def _outlet_of_place(scan: Scan, position: int) -> Hit | None:
    """Return the noun of an outlet called after a hill or a river: "Sahand haber ajansı"."""
    outlet = _outlet(scan, position + 1)
    if outlet is None or "possessed" not in outlet.sense.flags or ending_of(scan, position):
        return None
    entries = [load_gazetteer().entry(h.sense.id) for h in scan.hits(position)]
    placed = bool(entries) and all(e is not None and e.category == "place" for e in entries)
    return outlet if placed else None


def _medium(scan: Scan, first: int, outlet: Hit) -> Phrase:
    phrase = Phrase(first, outlet.last, enclitic=outlet.enclitic, kind="media", human=False)
    noun = outlet.sense.base or scan.form(outlet.last)
    name = scan.text(first, outlet.first - 1)
    short = name.isupper() and " " not in name  # "RFI radyosu" is RFI
    named = short or not noun.startswith(("televizyon", "radyo", "ajans"))
    phrase.shown = (
        name if named and noun[:1].islower() else f"{scan.text(first, outlet.last - 1)} {noun}"
    )
    plain = outlet.sense.case or "nominative"
    phrase.case = case_of(outlet.enclitic) if outlet.enclitic else plain
    phrase.definite = True
    return phrase


def _in_dateline(scan: Scan, position: int, end: int) -> list[Phrase]:
    """Places where the article was written; in parentheses stands the outlet."""
    outlet = kind_of(last_word(scan, end), alone=False) in ("media", "body")
    if outlet or scan.form(position - 1) == "(":
        return []
    return [Phrase(position, end - 1, category="place", definite=True, case="nominative")]


def by_last_word(scan: Scan, position: int, end: int) -> list[Phrase]:
    ending = ending_of(scan, end - 1)
    case = case_of(ending)
    last = last_word(scan, end)
    phrase = Phrase(position, end - 1, enclitic=ending, definite=True, case=case)
    kind = kind_of_run(scan, position, end)
    if kind == "other":
        return []
    placed = case in _PLACE_CASES or leads_to_place(scan, end, ending)
    placed |= is_where(scan, end, case)
    placed &= not (end - position > 1 and scan.form(position) in given_names())
    initials = _is_acronym(scan, position, end)
    placed &= not (initials and not ending)  # "Kuzey İrlanda polisi PSNI, Derry'de"
    placed &= not (
        _is_counterpart(scan, position) or _follows_outlet(scan, position)
    )  # "meslektaşı X'ten … istedi"
    if placed and case == "ablative" and _represents(scan, end):
        kind = "body"  # "Yeşiller'den milletvekili X"
    short = length_of(scan, position, end) <= _LONGEST_PLACE
    if kind == "thing" or (kind == "" and placed and short):
        phrase.category = "place"
        if kind == "thing" and not ending:
            _cut_case(scan, phrase, last, "thing_endings")
        return [phrase]
    if kind == "" and _follows_outlet(scan, position):
        kind = "media"  # "yayın kuruluşu NOS'un"
    if kind == "" and case == "dative" and is_told(scan, end):
        kind = "media"
    if kind == "" and initials:
        kind = "body"  # "CONAIE, hükümeti uyardı"
    if kind in ("media", "body"):
        phrase.kind = "media" if kind == "media" else "organization"
        if _is_office(last):
            phrase.kind = "ministry"
        phrase.human = False
        if not ending:
            _cut_case(scan, phrase, last, "body_endings")
        return [phrase]
    phrase.kind, phrase.human, phrase.number = "person", True, "singular"
    phrase.person = letters(scan, _untitled(scan, position, end), end)
    if _is_counterpart(scan, position):
        phrase.role = "counterpart"
    return [phrase]


def _is_acronym(scan: Scan, position: int, end: int) -> bool:
    """True for "CONAIE" in running text: initials that no lexicon has."""
    name = letters(scan, position, end)
    long = end - position == 1 and len(name) >= _INITIALS and name.isupper()
    return long and scan.sentence.kind == "body" and name.isalpha()


def _is_of_town(last: str) -> bool:
    """True for "Belediyesi", "Valiliğinin": never of the state whose capital stands in front."""
    offices = words("offices_of_towns")
    return last in offices or any(last[:-n] in offices for n in (2, 3, 4, 5))


def _is_office(last: str) -> bool:
    """True for "Belediyesi", "Başkonsolosluğuna": an office of a state or town."""
    offices = words("office_endings")
    return last in offices or any(last[:-n] in offices for n in (2, 3, 4, 5))


def _represents(scan: Scan, end: int) -> bool:
    """True for a party in front of "milletvekili", "senatör"."""
    return any(h.sense.tag == "role" and h.sense.id == "lawmaker" for h in scan.hits(end))


def _is_counterpart(scan: Scan, position: int) -> bool:
    """True for "mevkidaşı X" and for each of "meslektaşları X, Y ve Z": people in office."""
    for _ in range(_LONGEST_LIST):
        if scan.form(position - 1) in _counterparts():
            return True
        joint = position - 1
        if scan.form(joint) not in _JOINTS:
            return False
        position = joint
        while position > 0 and is_capital(scan, position - 1):
            position -= 1
        if position == joint:
            return False
    return False


@cache
def _counterparts() -> frozenset[str]:
    """Return "mevkidaşı", "meslektaşları" and the like, folded."""
    nouns = read_toml("meetings_tr.toml")["words"]["counterpart"]
    return frozenset(
        fold(own) for noun in nouns for own in (possessed(noun), possessed(plural(noun)))
    )


def find_body_of_two(scan: Scan, position: int) -> list[Phrase]:
    """Return "NATO-Ukrayna Komisyonu": a body of two that are named in front of its noun."""
    for hit in scan.hits(position):
        mark = hit.last + 1
        if hit.sense.tag != "name" or hit.enclitic or scan.form(mark) not in ("-", "–"):
            continue
        others = [h for h in scan.hits(mark + 1) if h.sense.tag == "name" and not h.enclitic]
        if not others:
            continue
        start = max(h.last for h in others) + 1
        end = name_run(scan, start, titled=True)
        if end == start and is_capital(scan, start):
            end = start + 1  # the noun alone, which the lexicon has
        if end > start and kind_of_run(scan, position, end) == "body":
            return by_last_word(scan, position, end)
    return []


def find_body_of_place(scan: Scan, position: int) -> list[Phrase]:
    """Return "Hint Okyanusu Ajansı": a body called after a region or town, a hall after a body."""
    for hit in scan.hits(position):
        start = past_district(scan, hit.last + 1)
        if hit.sense.tag != "name" or hit.enclitic or not is_capital(scan, start):
            continue
        entry = load_gazetteer().entry(hit.sense.id)
        many = any(h.sense.tag == "role" and h.sense.number == "plural" for h in scan.hits(start))
        end = name_run(scan, start, titled=not many)
        if entry is None:
            continue
        if end == start and is_capital(scan, end):
            end += 1  # the noun alone, which the lexicon has
        led = any(h.sense.tag == "role" for h in scan.hits(end))  # "Kuzey Amerika Dairesi Başkanı"
        kind = kind_of_run(scan, position, end) if end > start else ""
        whole = _is_of_town(last_word(scan, end)) if end > start else False
        whole |= kind in (("body", "media") if entry.category == "place" else ("thing",))
        whole |= kind == "body" and many  # "Sudan Doktorlar Sendikası"
        if whole and not led:
            return by_last_word(scan, position, end)
    return []


def find_station(scan: Scan, position: int) -> list[Phrase]:
    """Return "Radyo Yeni Zelanda", "Radyo Tavra": a station by where it sends from."""
    if scan.form(position) not in words("stations") or not is_capital(scan, position + 1):
        return []
    names = [h for h in scan.hits(position + 1) if h.sense.tag == "name"]
    last = max((h.last for h in names), default=name_run(scan, position + 1, titled=True) - 1)
    if last <= position or "'" in scan.form(position):
        return []
    ending = ending_of(scan, last)
    station = Phrase(position, last, enclitic=ending, kind="media", case=case_of(ending))
    station.definite, station.human = True, False
    station.shown = letters(scan, position, last + 1)
    return [station]


def _follows_outlet(scan: Scan, position: int) -> bool:
    """True behind "haber ajansı", "yayın kuruluşu": the outlet's name follows."""
    starts = range(max(0, position - 2), position)
    hits = (h for i in starts for h in scan.hits(i) if h.sense.tag == "outlet")
    return any(
        h.last == position - 1 and "possessed" in h.sense.flags and not h.enclitic for h in hits
    )


def _cut_case(scan: Scan, phrase: Phrase, last: str, nouns: str) -> None:
    """Take the case off a common noun: "Güvenlik Komitesinin", "Fatima Okulunda"."""
    known = words(nouns)
    cut = next((n for n in (2, 3, 4, 5) if last not in known and last[:-n] in known), 0)
    case = case_of(last[-cut:]) if cut else "nominative"
    if case == "nominative":
        return
    phrase.case = case
    phrase.shown = scan.text(phrase.first, phrase.last)[:-cut]


def _untitled(scan: Scan, position: int, end: int) -> int:
    start = position
    while start < end - 1 and scan.form(start) in words("titles"):
        start += 1
    clergy = start == end - 1 > position and scan.form(start - 1) in words("titles_kept")
    return start - clergy  # "Rahip Brunson" is known by his title
