"""The grammar of Arabic mentions.

In:  a `Scan`. Out: phrases, the longest at each place.
    institution + (modifier) + nationality         وزارة الدفاع التركية
    institution + country, or "in" + place         جيش إسرائيل، وزارة الصحة في غزة
    role + body + modifiers + nationality + name   وزير الخارجية التركي …
    name of a country, capital, place or body; nationality adjective alone
Source: the shapes that diplomatic news uses; agreement as in any Arabic grammar.
"""

from collections.abc import Iterator

from kg.extract.mentions.arabic_bodies import find_institution, find_outlet
from kg.extract.mentions.arabic_body_ends import joined_fields
from kg.extract.mentions.arabic_datelines import of_dateline, town_of_dateline
from kg.extract.mentions.arabic_name_words import is_open
from kg.extract.mentions.arabic_names import find_person, find_titled, name_after
from kg.extract.mentions.arabic_near import find_near
from kg.extract.mentions.arabic_nouns import is_common_noun
from kg.extract.mentions.arabic_parts import closes, is_adjective_here, words
from kg.extract.mentions.arabic_roles import find_role
from kg.extract.mentions.arabic_unknown import find_unknown
from kg.extract.mentions.choose import choose_name
from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Phrase, Scan, name_phrase
from kg.lexicon.areas import find_area
from kg.lexicon.grammar import words_of

_MANY_HAVE = frozenset({"un-security-council"})
_OF_AN_AREA = words_of("ar", "of_an_area")
_WHOSE = words_of("ar", "whose_is_no_outlet")


def find_arabic(scan: Scan) -> Iterator[Phrase]:
    """Yield the phrases of a sentence, none inside another."""
    position = 0
    dateline = scan.sentence.kind == "dateline"
    if dateline:
        yield from town_of_dateline(scan)
    while position < scan.end:
        found = _phrases_at(scan, position) if scan.hits(position) else find_near(scan, position)
        if dateline:
            found = of_dateline(scan, found)
        yield from found
        position = (max(position, *(p.last for p in found)) if found else position) + 1


def _phrases_at(scan: Scan, position: int) -> list[Phrase]:
    """Return the longest phrase that begins here, with those that hang on it by "and"."""
    tags = {hit.sense.tag for hit in scan.hits(position)}
    candidates: list[list[Phrase]] = []
    if tags & {"role", "before", "deputy"}:
        candidates.append(find_role(scan, position))
    if "name" in tags or "adjective" in tags:
        candidates.append(_find_simple(scan, position))
    if "institution" in tags or "generic" in tags:
        candidates.append(find_institution(scan, position))
    if "outlet" in tags:
        candidates.append(find_outlet(scan, position))
    if "given" in tags or "particle" in tags:
        candidates.append(find_person(scan, position))
    if "title" in tags:
        candidates.append(find_titled(scan, position))
    found = max((c for c in candidates if c), key=lambda c: c[0].last, default=[])
    return found or find_unknown(scan, position) or find_near(scan, position)


def _find_simple(scan: Scan, position: int) -> list[Phrase]:
    names = [h for h in scan.hits(position) if h.sense.tag == "name" and not h.enclitic]
    adjectives = [h for h in scan.hits(position) if h.sense.tag == "adjective" and not h.enclitic]
    longest = max((h.last for h in names), default=-1)
    if not _is_behind_counterpart(scan, position):  # "نظيره المالي" is from Mali, no accountant
        adjectives = [h for h in adjectives if "weak" not in h.sense.flags]
    if adjectives and (adjectives[0].last > longest or is_adjective_here(scan, adjectives[0])):
        return [_adjective(adjectives[0]), *_counterpart(scan, adjectives[0])]
    if names:
        longest = names[0].last
        if _is_no_outlet(scan, names[0]) or _is_night(scan, names[0]) or _is_part(scan, names[0]):
            return []
        if _is_building(scan, position, longest):
            return [Phrase(position, longest, category="place", gender="masculine", definite=True)]
        return [_extended(scan, choose_name(scan, [h for h in names if h.last == longest]))]
    return []


def _is_no_outlet(scan: Scan, hit: Hit) -> bool:
    """True for "around the island", الجزيرة: outlets are not where things happen."""
    if (
        hit.sense.kind != "media"
        or hit.last > hit.first
        or not scan.form(hit.first).startswith("ال")
    ):
        return False
    before = scan.form(hit.first - 1)
    return before in words("inside_places") or before in _WHOSE


def _is_part(scan: Scan, hit: Hit) -> bool:
    """True for "دول الخليج", "قادة أفريقيا": who they are, not where something happens."""
    before = scan.form(hit.first - 1)
    if before not in _OF_AN_AREA:  # "شرق أفريقيا" holds "أفريقيا"
        longer = (h for h in scan.all(hit.first - 1, "name") if h.last == hit.last)
        return before != "" and any(_is_part(scan, h) for h in longer)
    area = find_area(hit.sense.id)
    return area is not None and area.kind == "region"


def _is_night(scan: Scan, hit: Hit) -> bool:
    """True for "ليل الثلاثاء": the night, not Lille."""
    return scan.form(hit.first) in words("nights") and scan.form(hit.first + 1) in words("days")


def _is_building(scan: Scan, first: int, last: int) -> bool:
    """True for "in the White House": the house, not who governs from it."""
    inside = scan.tokens[first - 1].readings if first else ()
    if not any(r.stem in words("indoors") for r in inside):
        return False
    return " ".join(scan.form(i) for i in range(first, last + 1)) in words("buildings")


def _is_behind_counterpart(scan: Scan, position: int) -> bool:
    """True behind "his counterpart", نظيره."""
    before = scan.tokens[position - 1].readings if position else ()
    return any(r.enclitic and r.stem in words("counterparts") for r in before)


def _counterpart(scan: Scan, adjective: Hit) -> list[Phrase]:
    """Return the person named behind "his German counterpart" or behind "the German"."""
    counterpart = _is_behind_counterpart(scan, adjective.first)
    if not counterpart and not _is_person_of(scan, adjective):
        return []
    found = name_after(scan, adjective.last + 1, titled=counterpart)
    if found is None:
        return []
    end, name = found
    phrase = Phrase(
        adjective.last + 1, end - 1, kind="person", definite=True, human=True, person=name
    )
    phrase.number, phrase.side = "singular", adjective.sense.id
    return [phrase]


def _is_person_of(scan: Scan, adjective: Hit) -> bool:
    """True for "الفرنسي فرنسوا هولاند": the adjective alone stands for the person's office."""
    sense = adjective.sense
    if not sense.definite or sense.number != "singular" or adjective.enclitic:
        return False
    after = adjective.last + 1
    if scan.find(after, "given") is not None:
        return True
    alone = bool(adjective.reading.proclitics) or closes(scan, adjective.first - 1)
    return alone and is_open(scan, after) and not is_common_noun(scan.tokens[after])


def _adjective(hit: Hit) -> Phrase:
    sense = hit.sense
    return Phrase(
        hit.first,
        hit.last,
        hit.reading,
        category="adjective",
        identity=sense.id,
        gender=sense.gender,
        number=sense.number,
        definite=sense.definite,
    )


def _own_council(scan: Scan, hit: Hit) -> Phrase | None:
    """Return a state's own body of that name: "مجلس الأمن الروسي", "مجلس الأمن والدفاع"."""
    nation = next((a for a in scan.all(hit.last + 1, "adjective") if a.sense.definite), None)
    end = joined_fields(scan, hit.last + 1) if nation is None else nation.last + 1
    agrees = nation is not None and nation.sense.gender == "masculine" and not nation.enclitic
    fits = nation is None or (agrees and nation.sense.number == "singular")
    if end == hit.last + 1 or not fits:
        return None
    phrase = Phrase(hit.first, end - 1, hit.reading, kind="organization", definite=True)
    phrase.gender, phrase.number, phrase.human = "masculine", "singular", False
    if nation is not None:
        phrase.side = nation.sense.id
        phrase.nested.append(_adjective(nation))
    return phrase


def _extended(scan: Scan, hit: Hit) -> Phrase:
    """Take in the nationality that repeats what is known: "وكالة تاس الروسية"."""
    phrase = name_phrase(hit)
    if phrase.identity in _MANY_HAVE and (council := _own_council(scan, hit)) is not None:
        return council
    if phrase.category == "actor":
        for adjective in scan.all(hit.last + 1, "adjective"):
            own = adjective.sense.id == phrase.side
            singular = adjective.sense.number == "singular" and not adjective.enclitic
            if adjective.sense.definite and (own or (phrase.side is None and singular)):
                phrase.last = adjective.last
                phrase.nested.append(_adjective(adjective))
                break
    return phrase
