"""The grammar of Turkish mentions.

In:  a `Scan`. Out: phrases, the longest at each place, each with the case of its last word.
    state + institution                 Rusya Savunma Bakanlığı, ABD'nin Büyükelçiliği
    role with all that belongs to it    bir Türk yetkili, BM Genel Sekreteri X
    name of a country, capital, place or body; nationality adjective alone; unknown proper name
Source: the shapes that diplomatic news uses.
"""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Phrase, Scan
from kg.extract.mentions.turkish_capitals import find_capital
from kg.extract.mentions.turkish_chain import case_at, openers, owner_at
from kg.extract.mentions.turkish_institutions import stands_alone
from kg.extract.mentions.turkish_joined import body_end, with_known_name, with_more_of_outlet
from kg.extract.mentions.turkish_letters import (
    begins_sentence,
    ending_of,
    is_capital,
    letters,
    words,
)
from kg.extract.mentions.turkish_names import (
    by_last_word,
    find_body_of_place,
    find_body_of_two,
    find_proper,
    find_station,
)
from kg.extract.mentions.turkish_placed import names_a_thing
from kg.extract.mentions.turkish_roles import find_description
from kg.extract.mentions.turkish_rulers import find_rulers
from kg.extract.mentions.turkish_runs import name_run
from kg.extract.mentions.turkish_sorted import find_sorted
from kg.extract.mentions.turkish_spelled import add_spelled_out, find_spelled_out
from kg.lexicon.grammar import endings_of
from kg.lexicon.turkish import case_of
from kg.model.mention import Case

_OUTLET_TOLD = endings_of("tr", "told_by_an_outlet")
_OF_REGION = endings_of("tr", "states_of_a_region")
_OF_ANOTHER = ("genitive", "accusative")


def find_turkish(scan: Scan) -> Iterator[Phrase]:
    """Yield the phrases of a sentence, none inside another."""
    add_spelled_out(scan)
    position = 0
    while position < scan.end:
        found = _phrases_at(scan, position) if _may_begin(scan, position) else []
        if len(found) == 1 and (named := _named_medium(scan, found[0])) is not None:
            found = [named]
        yield from (p for p in found if not _is_filed_by(scan, p))
        position = (max(position, *(p.last for p in found)) if found else position) + 1


def _is_filed_by(scan: Scan, phrase: Phrase) -> bool:
    """True for a place in the name of the outlet that a dateline holds: "(Avrupa Postası)"."""
    if scan.sentence.kind != "dateline" or phrase.category == "actor":
        return False
    return any(scan.form(i) in ("(", "[") for i in range(phrase.first))


def _named_medium(scan: Scan, sort: Phrase) -> Phrase | None:
    """Return the outlet of "resmi haber ajansı WAM", "özel televizyon kanalı Nova"."""
    last = scan.hits(sort.last)
    noun = any(
        h.sense.tag in ("outlet", "institution") and "possessed" in h.sense.flags for h in last
    )
    unnamed = sort.kind == "media" and not sort.identity and sort.case == "nominative"
    if not (unnamed and noun) or not is_capital(scan, sort.last + 1):
        return None
    known = [
        h for h in scan.hits(sort.last + 1) if h.sense.tag == "name" and h.sense.kind == "media"
    ]
    if known:
        named = replace(_place(max(known, key=_last)), first=sort.first, category="actor")
        named.kind = "media"
        return named
    end = name_run(scan, sort.last + 1, titled=True)
    if end == sort.last + 1:
        return None
    ending = ending_of(scan, end - 1)
    if case_of(ending) in _OF_ANOTHER and not scan.form(end).startswith(_OUTLET_TOLD):
        return None  # "resmi haber ajansı Soto'nun hasta olduğunu yazdı"
    named = replace(sort, last=end - 1, enclitic=ending, case=case_of(ending), role=None)
    named.shown = letters(scan, sort.last + 1, end)
    return named


def _may_begin(scan: Scan, position: int) -> bool:
    token = scan.tokens[position]
    if not token.is_word:
        return False
    return bool(scan.hits(position)) or token.text[0].isupper() or token.form in openers()


def _phrases_at(scan: Scan, position: int) -> list[Phrase]:
    candidates = [find_description(scan, position), _of_unknown(scan, position)]
    candidates.append(_belonging(scan, position))
    candidates.append(_of_place(scan, position))
    if scan.hits(position):
        candidates.append(_find_simple(scan, position))
        candidates.append(find_body_of_two(scan, position))
        candidates.append(find_body_of_place(scan, position))
        candidates += [find_capital(scan, position), find_rulers(scan, position)]
    if is_capital(scan, position):
        candidates += [find_proper(scan, position), find_spelled_out(scan, position)]
        candidates += [find_station(scan, position), find_sorted(scan, position)]
        candidates.append(_joined(scan, position))
    found = max((c for c in candidates if c), key=lambda c: c[-1].last, default=[])
    return [_whole(scan, found[0])] if len(found) == 1 else found


def _whole(scan: Scan, phrase: Phrase) -> Phrase:
    """Return the phrase with what belongs to its name behind it: "TRT Haber", "Ajansı Frontex"."""
    return with_more_of_outlet(scan, with_known_name(scan, phrase))


def _joined(scan: Scan, position: int) -> list[Phrase]:
    """Return "Adalet ve Kalkınma Partisi", with the office and holder behind it."""
    end = body_end(scan, position)
    if end == position:
        return []
    led = (h for h in scan.hits(end) if h.sense.tag == "role" and "possessed" in h.sense.flags)
    if any(led) and not ending_of(scan, end - 1):
        return find_description(scan, position, behind=end - position)
    return by_last_word(scan, position, end)


def _of_unknown(scan: Scan, position: int) -> list[Phrase]:
    """Return the office of a body that no lexicon has: "KKTC Başbakanı"."""
    if not is_capital(scan, position) or scan.hits(position):
        return []
    end = name_run(scan, position)
    if end == position or ending_of(scan, end - 1):
        return []
    acronym = scan.tokens[position].text.isupper()
    if begins_sentence(scan, position) and not acronym and end - position == 1:
        return []
    owned = (h for h in scan.hits(end) if h.sense.tag == "role")
    if not any("possessed" in h.sense.flags for h in owned):
        return []
    return find_description(scan, position, behind=end - position)


def _of_place(scan: Scan, position: int) -> list[Phrase]:
    """Return "Lagos Valisi X", "Teksas Senatörü X": the holder of an office of a place."""
    names = [h for h in scan.hits(position) if h.sense.tag == "name" and not h.enclitic]
    hit = max(names, key=_last, default=None)
    if hit is None or hit.sense.kind is not None or not is_capital(scan, position):
        return []
    led = (h for h in scan.hits(hit.last + 1) if h.sense.tag == "role")
    if not any("possessed" in h.sense.flags for h in led):
        return []
    found = find_description(scan, position, behind=hit.last + 1 - position)
    if len(found) != 1 or found[0].person is None:
        return []
    place = _place(hit)
    place.case = "attributive"
    found[0].nested.append(place)
    return found


def _belonging(scan: Scan, position: int) -> list[Phrase]:
    """Return "Barzani'nin ofisi": a body that is somebody's."""
    if not is_capital(scan, position) or scan.form(position + 1) not in words("belongings"):
        return []
    if case_of(ending_of(scan, position)) != "genitive" or scan.hits(position):
        return []
    people = scan.form(position + 1) in words("belonging_people")
    if people and is_capital(scan, position + 2):
        return []  # "Garcia'nın avukatı Ana Reyna": who it is follows
    phrase = Phrase(position, position + 1, kind="organization", definite=True, human=False)
    if people:
        phrase.kind, phrase.human = "person", True
    phrase.case = "nominative"
    return [phrase]


def _find_simple(scan: Scan, position: int) -> list[Phrase]:
    for hit in scan.hits(position):
        if hit.sense.tag == "generic":
            return _generic(scan, hit)
        if hit.sense.tag == "adjective" and "people" in hit.sense.flags:
            return [_people(hit)]
        if hit.sense.tag in ("adjective", "name"):
            if hit.sense.tag == "name" and _is_in_longer_name(scan, hit):
                continue
            if names_a_thing(scan, hit):
                return []
            owner = owner_at(scan, position) or _place(hit)
            if owner.category == "place" and scan.form(owner.last + 1).startswith(_OF_REGION):
                return []  # "Avrupa ülkeleri": the states, not where they lie
            return [_with_outlet_noun(scan, owner)]
    return []


def _with_outlet_noun(scan: Scan, phrase: Phrase) -> Phrase:
    """Take in the noun of "WAM ajansına": its ending is the outlet's."""
    short = phrase.kind == "organization" and scan.tokens[phrase.first].text.isupper()
    if not (phrase.kind == "media" or short) or phrase.enclitic:
        return phrase
    nouns = [h for h in scan.hits(phrase.last + 1) if h.sense.tag == "outlet"]
    noun = max((h for h in nouns if "possessed" in h.sense.flags), key=_last, default=None)
    if noun is None:
        return phrase
    whole = replace(phrase, last=noun.last, enclitic=noun.enclitic, case=_case(noun))
    if phrase.kind != "media":  # "PTI ajansı" is not the party of that name
        whole.kind, whole.identity, whole.side = "media", None, None
        whole.category, whole.shown = "actor", scan.text(phrase.first, phrase.last)
    return whole


def _last(hit: Hit) -> int:
    return hit.last


def _is_in_longer_name(scan: Scan, hit: Hit) -> bool:
    """True for a name that persons bear as well, among other proper names."""
    if "personal" not in hit.sense.flags:
        return False
    return not hit.enclitic and name_run(scan, hit.last + 1) > hit.last + 1


def _place(hit: Hit) -> Phrase:
    phrase = Phrase(hit.first, hit.last, hit.reading, hit.enclitic, category="place")
    phrase.identity, phrase.definite, phrase.human = hit.sense.id, True, False
    phrase.case = _case(hit)
    return phrase


def _case(hit: Hit) -> Case:
    return case_of(hit.enclitic) if hit.enclitic else hit.sense.case or "nominative"


def _people(hit: Hit) -> Phrase:
    return Phrase(
        hit.first,
        hit.last,
        hit.reading,
        hit.enclitic,
        category="adjective",
        identity=hit.sense.id,
        number="plural",
        human=True,
        case=_case(hit),
    )


def _generic(scan: Scan, hit: Hit) -> list[Phrase]:
    """ "Bakanlık", "örgüt": a body called by its sort, only where it plays a part by its case."""
    if hit.sense.id.startswith("the-") and not _is_known_sort(scan, hit):
        return []
    base = hit.sense.base
    phrase = Phrase(
        hit.first,
        hit.last,
        hit.reading,
        hit.enclitic,
        kind=hit.sense.kind,
        category="place" if hit.sense.kind is None else "actor",
        role=None if hit.sense.id.startswith("the-") else hit.sense.id,
        number=hit.sense.number,
        human=False,
        case=_case(hit),
    )
    if hit.first == hit.last and base:
        text = scan.tokens[hit.first].text
        phrase.shown = text[0] + base[1:]
    elif base and hit.last > hit.first:
        phrase.shown = f"{scan.text(hit.first, hit.last - 1)} {base}"
    return [phrase] if case_at(hit) != "attributive" else []


def _is_known_sort(scan: Scan, hit: Hit) -> bool:
    """False for an object and for the last word of a longer name."""
    if "possessed" in hit.sense.flags or _case(hit) == "accusative":
        return False
    if _case(hit) == "nominative" and not stands_alone(scan, hit.first, hit.last):
        return False
    return not is_capital(scan, hit.first - 1)
