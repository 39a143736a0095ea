"""Arabic bodies and places that no list has, told by the noun in front of their name.

In:  a `Scan` and the position of the noun (kg/lexicon/heads_ar.toml).
Out: phrases without an identity: "تيار المستقبل", "اللجنة العسكرية المشتركة" are actors,
     "نيالا" in "مدينة نيالا" and "مطار صنعاء" are places.
"""

from functools import cache

from kg.extract.mentions.arabic_body_ends import whole_end
from kg.extract.mentions.arabic_name_words import is_open
from kg.extract.mentions.arabic_near import PLAIN, near_words, place_phrase
from kg.extract.mentions.arabic_nouns import is_common_noun
from kg.extract.mentions.arabic_parts import closes, is_verb, words
from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Phrase, Scan, name_phrase
from kg.lexicon.grammar import words_of
from kg.lexicon.loader import read_toml
from kg.lexicon.normalise import fold
from kg.model.token import Reading

_ADJECTIVES = 3
_SHORTEST = 5
_SHORT_TOWN = 4
_QUOTES = {"«": "»", '"': '"', "“": "”"}
_LONGEST_QUOTED = 5
# Nouns of bodies whose name has two words at least: "قوات الحشد الوطني".
_OF_TWO_WORDS = words_of("ar", "bodies_of_two_words")
# "لجنة الأمن" may be any, "لجنة الأمن القومي" is one.
_SECURITY, _WHOSE = words_of("ar", "security"), words_of("ar", "security_of_a_state")
_PLURALS = ("ات", "ين", "ون")
_AFFAIRS, _ABROAD = words_of("ar", "affairs_abroad"), fold("الخارجية")


@cache
def _excluded() -> dict[str, frozenset[str]]:
    """Return by the noun what may not follow it, folded."""
    table = read_toml("heads_ar.toml")
    rows = [*table["body"], table["area"], table["site"]]
    return {
        fold(head): frozenset(fold(word) for word in row["not"])
        for row in rows
        for head in (*row["heads"], *row.get("many", ()))
    }


@cache
def _loose() -> frozenset[str]:
    return frozenset(fold(word) for word in read_toml("heads_ar.toml")["area"]["loose"])


def find_unknown(scan: Scan, position: int) -> list[Phrase]:
    """Return the body or place whose noun stands here, nothing where none is named."""
    for hit in scan.hits(position):
        found: list[Phrase] = []
        if hit.enclitic or hit.last != position:
            continue
        if hit.sense.tag == "body":
            found = _body(scan, hit)
        elif hit.sense.tag == "site":
            found = _site(scan, hit)
        elif hit.sense.tag == "area":
            found = _areas(scan, hit)
        if found:
            return found
    return []


# -- bodies ------------------------------------------------------------------------------------


def find_unknown_body(scan: Scan, position: int, proclitics: tuple[str, ...]) -> Phrase | None:
    """Return the body behind an office: there also one called by its noun alone ("الحركة")."""
    for hit in scan.hits(position):
        if hit.sense.tag != "body" or hit.enclitic or hit.reading.proclitics != proclitics:
            continue
        found = _body(scan, hit, bare=True)
        if found:
            return found[0]
    return None


def _body(scan: Scan, hit: Hit, *, bare: bool = False) -> list[Phrase]:
    sense = hit.sense
    if sense.number != "singular":
        return []
    shown: str | None = None
    if sense.definite:
        end, side = _adjectives(scan, hit.last + 1, hit)
        if end == hit.last + 1 and not bare:
            return []
        if scan.form(hit.last + 1) in _excluded().get(sense.id, frozenset()):
            return []  # "البرنامج النووي"
    elif quoted := _quoted_end(scan, hit.last + 1):
        end, side = _adjectives(scan, quoted, hit)
        shown = scan.text(hit.last + 2, quoted - 2)
    else:
        end, side = _genitive(scan, hit)
        if end == 0 and bare:
            end, side = _of_known(scan, hit.last + 1)
        if end == 0:
            return []
    if sense.id in _OF_TWO_WORDS and (sense.definite or end - hit.last < 3) and shown is None:
        return []  # "القوات المسلحة", "قوات المجلس"
    end = whole_end(scan, hit, end)
    if _has_lost_letter(scan, hit):
        shown = "ا" + scan.text(hit.first, end - 1)  # "للجنة" has lost a letter of "اللجنة"
    phrase = Phrase(
        hit.first,
        end - 1,
        hit.reading,
        kind=sense.kind,
        side=side,
        gender=sense.gender,
        number="singular",
        definite=True,
        human=False,
        shown=shown,
    )
    return [phrase]


def _has_lost_letter(scan: Scan, hit: Hit) -> bool:
    """True for "للجنة الأمنية": "to the committee" is written like "to a committee"."""
    if hit.sense.id[0] != "ل" or not scan.tokens[hit.first].text.startswith("لل"):
        return False
    second = hit.last + 1
    return hit.sense.definite or (_is_definite(scan, second) and _is_adjective(scan, second, hit))


def _quoted_end(scan: Scan, position: int) -> int:
    """Return the position behind the «أطباء بلا أسوار» of "منظمة «أطباء بلا أسوار»", else 0."""
    closing = _QUOTES.get(scan.tokens[position].text) if position < scan.end else None
    named = scan.find(position + 1, "name")
    if closing is None or (named is not None and named.sense.kind is not None):
        return 0  # "حركة «حماس»": known by itself
    for end in range(position + 1, min(position + 2 + _LONGEST_QUOTED, scan.end)):
        if scan.tokens[end].text == closing:
            return end + 1 if end > position + 1 else 0
    return 0


def _of_known(scan: Scan, position: int) -> tuple[int, str | None]:
    """Return the position behind the second name of "مفوضية الاتحاد الأفريقي", and its id."""
    name = scan.find(position, "name")
    if name is None or name.enclitic or name.sense.kind not in ("organization", "state"):
        return 0, None
    return name.last + 1, name.sense.id


def _genitive(scan: Scan, hit: Hit) -> tuple[int, str | None]:
    """Return the position behind "المستقبل" or "تحرير مورو الإسلامية", 0 where nothing is named."""
    second = hit.last + 1
    excluded = scan.form(second) in _excluded().get(hit.sense.id, frozenset())
    if excluded and not (scan.form(second) in _SECURITY and scan.form(second + 1) in _WHOSE):
        return 0, None
    if not (_is_free(scan, second) or _are_members(scan, second)):
        return 0, None
    if _is_definite(scan, second):
        members = _are_members(scan, second) and _is_definite(scan, second + 1)
        named = members and _is_free(scan, second + 1)  # "حركة الضباط الأحرار"
        named |= scan.form(second) in _SECURITY and scan.form(second + 1) in _WHOSE
        return _adjectives(scan, second + 1 + named, hit)
    third = second + 1
    if scan.form(second) in words("not_names") or not _is_definite(scan, third):
        return 0, None
    if not _is_free(scan, third):
        return 0, None
    return _adjectives(scan, third + 1, hit)


def _are_members(scan: Scan, position: int) -> bool:
    """True for the officers of "حركة الضباط الأحرار": who a body is of, in the plural."""
    for hit in scan.hits(position):
        plain = not (hit.reading.proclitics or hit.enclitic)
        if hit.sense.tag == "role" and plain and hit.sense.definite:
            return hit.sense.number == "plural"
    return False


def _adjectives(scan: Scan, position: int, hit: Hit) -> tuple[int, str | None]:
    """Return the position behind definite adjectives, and the state that one of them tells."""
    end, side = position, None
    while end - position < _ADJECTIVES:
        nationality = next((h for h in scan.all(end, "adjective") if h.sense.definite), None)
        if nationality is not None and not nationality.enclitic:
            if nationality.sense.number != "singular":
                break
            side, end = side or nationality.sense.id, nationality.last + 1
            continue
        abroad = scan.form(end) == _ABROAD and scan.form(end - 1) in _AFFAIRS
        if not abroad and not (_is_definite(scan, end) and _is_adjective(scan, end, hit)):
            break
        end += 1
    return end, side


def _is_adjective(scan: Scan, position: int, hit: Hit) -> bool:
    """True for a definite word with the ending of an adjective that agrees with the noun."""
    token = scan.tokens[position]
    form = token.form
    if any(h.sense.tag == "modifier" for h in scan.hits(position)):
        return True
    if not _is_free(scan, position) or is_common_noun(token) or form.endswith(_PLURALS):
        return False
    return form.endswith("ة" if hit.sense.gender == "feminine" else "ي") or form.startswith("الم")


def _is_definite(scan: Scan, position: int) -> bool:
    form = scan.form(position)
    return scan.is_word(position) and form.startswith("ال") and len(form) >= _SHORTEST


def _is_free(scan: Scan, position: int) -> bool:
    """True for a word that may be part of a name: no preposition, verb, name or title."""
    if not scan.is_word(position) or scan.form(position) in words("stops"):
        return False
    if is_verb(scan.tokens[position]):
        return False
    taken = ("name", "role", "institution", "title", "outlet", "generic", "before")
    return not any(h.sense.tag in taken and not h.reading.proclitics for h in scan.hits(position))


# -- places ------------------------------------------------------------------------------------


def _site(scan: Scan, hit: Hit) -> list[Phrase]:
    """A noun that is part of the place's name: "مطار صنعاء", "قاعدة العديد الجوية"."""
    second = hit.last + 1
    if hit.sense.definite or hit.sense.number != "singular" or _is_indefinite(scan, hit):
        return []
    name = next(
        (h for h in scan.all(second, "name") if not h.enclitic and h.sense.kind in (None, "state")),
        None,
    )
    if name is not None:
        end = _sort_end(scan, name.last + 1, hit)
    elif scan.find(second, "given") and is_open(scan, second + 1) and closes(scan, second + 2):
        end = second + 2  # "مطار آدم عدي"
    elif _names_place(scan, second, hit, loose=False):
        end = second + 1 + _goes_on_foreign(scan, second + 1)
        end = _sort_end(scan, end, hit)
    elif _is_called(scan, second, hit):
        end = second + 1
    else:
        return []
    if scan.form(end) in words("outlet_adjectives"):
        return []  # "قناة النيل الفضائية"
    return [place_phrase(scan, hit.first, end - 1, hit.reading)]


def _is_indefinite(scan: Scan, hit: Hit) -> bool:
    """True for "منجما قرب …" and "قاعدة على …": one of its sort, of which no name follows."""
    accusative = scan.form(hit.first).endswith("ا") and not hit.sense.id.endswith("ا")
    return accusative or scan.form(hit.last + 1) in words("stops")


def _sort_end(scan: Scan, position: int, hit: Hit) -> int:
    """Return the position behind adjectives of the name, in front of those of its sort."""
    end, _ = _adjectives(scan, position, hit)
    sort = (i for i in range(position, end) if scan.form(i) in _site_words("sort"))
    return next(sort, end)


def _goes_on_foreign(scan: Scan, position: int) -> bool:
    """True for the second word of "خزان تورنا آباد": unknown, bare, and nothing goes on behind."""
    if not scan.is_word(position) or scan.hits(position) or not is_open(scan, position):
        return False
    form = scan.form(position)
    bare = len(form) >= _SHORT_TOWN and not form.startswith("ال")
    return bare and not is_common_noun(scan.tokens[position]) and closes(scan, position + 1)


def _is_called(scan: Scan, position: int, hit: Hit) -> bool:
    """True for "ساحة الاستقلال", where a common noun with an article is the name."""
    if hit.sense.id not in _site_words("named") or scan.hits(position):
        return False
    form = scan.form(position)
    return _is_definite(scan, position) and form not in _excluded()[hit.sense.id]


@cache
def _site_words(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in read_toml("heads_ar.toml")["site"][name])


def _areas(scan: Scan, hit: Hit) -> list[Phrase]:
    """The names behind "the town of", "the provinces of", which no list has."""
    if hit.sense.definite:
        return []
    many = "many" in hit.sense.flags
    loose = hit.sense.id in _loose()
    position = hit.last + 1
    two = _joined(scan, position + 1) is not None or _is_joined_name(scan, position + 1)
    if scan.find(hit.first, "modifier") and not two:
        return []  # "نزاع إقليمي …" is no "the two regions of"
    found: list[Phrase] = []
    if end := _opened(scan, position):
        found.append(place_phrase(scan, position, end, PLAIN))
    elif _names_place(scan, position, hit, loose=loose):
        found.append(place_phrase(scan, position, position, PLAIN))
    elif many and (named := scan.find(position, "name")) is not None:
        found.append(name_phrase(named))  # "إقليمي أمهرة وعفر", the first of them in a list
        position = named.last
    else:
        return []
    while many and (joined := _joined(scan, position + 1)) is not None:
        found.append(place_phrase(scan, position + 1, position + 1, joined))
        position += 1
    return found


def _opened(scan: Scan, position: int) -> int:
    """Return the last token of "تل المها", "كفر الزيت", 0 where no such name begins."""
    behind = position + 1
    if scan.form(position) not in near_words("openers") or not is_open(scan, behind):
        return 0
    return 0 if is_common_noun(scan.tokens[behind]) else behind


def _joined(scan: Scan, position: int) -> Reading | None:
    """Return the reading of a last name that "and" adds: "وسوسة"."""
    if not scan.is_word(position) or scan.hits(position) or not closes(scan, position + 1):
        return None
    if is_common_noun(scan.tokens[position]) or is_verb(scan.tokens[position]):
        return None
    readings = scan.tokens[position].readings
    return next((r for r in readings if r.proclitics == ("و",) and not r.enclitic), None)


def _is_joined_name(scan: Scan, position: int) -> bool:
    """True for the "وعفر" of "إقليمي أمهرة وعفر", which a list has."""
    return any(h.reading.proclitics == ("و",) for h in scan.all(position, "name", bare=False))


def _names_place(scan: Scan, position: int, hit: Hit, *, loose: bool) -> bool:
    """True for a word that is neither adjective nor common noun behind the noun for a place."""
    form = scan.form(position)
    if form in _excluded().get(hit.sense.id, frozenset()) or not is_open(scan, position):
        return False
    if is_common_noun(scan.tokens[position]):
        return False
    if any(h.sense.tag in ("modifier", "adjective") for h in scan.hits(position)):
        return False
    if form.startswith("ال"):
        return True
    return not loose and not form.endswith("ة") and len(form) > 2
