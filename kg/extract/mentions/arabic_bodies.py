"""Arabic institutions and outlets: a noun of the lexicon and whose it is.

In:  a `Scan` and the position of the noun.
Out: phrases: the institution, and those that "and" adds.
"""

from kg.extract.mentions.arabic_body_ends import joined_fields
from kg.extract.mentions.arabic_parts import and_nationality, closes, describe, nested, words
from kg.extract.mentions.arabic_unknown import find_unknown_body
from kg.extract.mentions.choose import choose_name
from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Phrase, Scan, name_phrase
from kg.lexicon.gazetteer import load_gazetteer
from kg.lexicon.grammar import words_of
from kg.model.mention import Gender

_RECOGNISED = words_of("ar", "recognised")
_BY_WHOM = words_of("ar", "recognised_in_it")
_WORLDWIDE = words_of("ar", "worldwide")
_ONLY_OUTLETS = words_of("ar", "only_outlets")
_OUTLET_SORTS = words_of("ar", "sorts_of_outlets")
_QUOTES = {"«": "»", '"': '"', "“": "”", "'": "'", "(": ")"}
_MINISTRY = "ministry-of-"
_BETWEEN = "بين"
_OPPOSITION = "opposition"
_DELEGATION = "delegation"
_ABROAD = frozenset({"embassy", "consulate", "delegation"})  # not of the state they are in
_DUAL = ("ا", "ي")
_OF, _TRADE = "من", ("ي", "يا")
_LONGEST_FIELD = 4
_LONGEST_TITLE = 5


def find_institution(scan: Scan, position: int) -> list[Phrase]:
    """Return the institution that begins here with its state, and others joined by "and"."""
    best: list[Phrase] = []
    for hit in scan.hits(position):
        if hit.enclitic:
            continue
        if hit.sense.tag == "generic":
            found = [_plain(hit)]
        elif hit.sense.tag == "institution":
            found = _institution(scan, hit)
        else:
            continue
        if found and (not best or found[0].last > best[0].last):
            best = found
    if best and best[0].identity is None and _is_seat(scan, best[0]):
        return []
    return _recognised(scan, best)


def _recognised(scan: Scan, found: list[Phrase]) -> list[Phrase]:
    """Take in "المعترف بها دوليا" behind a government: it tells which of two."""
    end = found[0].last + 1 if len(found) == 1 and found[0].identity is None else scan.end
    if scan.form(end) not in _RECOGNISED or scan.form(end + 1) not in _BY_WHOM:
        return found
    found[0].last = end + 1 + (scan.form(end + 2) in _WORLDWIDE)
    found[0].role = None  # not the one of its sort that the article names elsewhere
    return found


def _is_seat(scan: Scan, phrase: Phrase) -> bool:
    """True for "بمقر رئاسة الجمهورية", "في القصر الرئاسي": where, not who."""
    before = scan.form(phrase.first - 1) if phrase.first else ""
    if before and any(r.stem in words("seats") for r in scan.tokens[phrase.first - 1].readings):
        return True
    palace = any(r.stem in words("palaces") for r in scan.tokens[phrase.first].readings)
    return palace and ("ب" in phrase.reading.proclitics or before in words("indoors"))


def find_body(scan: Scan, position: int, proclitics: tuple[str, ...] = ()) -> Phrase | None:
    """Return the institution or the actor's name that begins here with exactly these letters."""
    if not proclitics and scan.form(position) in words("realms"):
        return _realm(scan, position)
    found = [
        p
        for p in find_institution(scan, position)[:1]
        if p.reading.proclitics == proclitics and p.category != "place"
    ]
    names = [
        h
        for h in scan.all(position, "name", bare=False)
        if h.reading.proclitics == proclitics and not h.enclitic
    ]
    if names:
        longest = [h for h in names if h.last == names[0].last]
        phrase = name_phrase(choose_name(scan, longest))
        if phrase.category != "place":
            found.append(phrase)
    if not found or scan.form(found[-1].last + 1).startswith("ل"):
        unknown = find_unknown_body(scan, position, proclitics)
        if unknown is not None:
            found.append(unknown)  # "الجبهة الشعبية" may go on: "لتحرير السودان"
    return max(found, key=lambda p: p.last, default=None)


def _realm(scan: Scan, position: int) -> Phrase | None:
    """Return the state behind "جمهورية", "دولة": "جمهورية العراق الشقيقة"."""
    for hit in scan.all(position + 1, "name"):
        phrase = name_phrase(hit)
        if phrase.category == "either" and not hit.enclitic:
            phrase.first = position
            phrase.last += scan.form(hit.last + 1) in words("brotherly")
            return phrase
    return None


def find_outlet(scan: Scan, position: int) -> list[Phrase]:
    """Return an outlet under no known name: "صحيفة تركية", "صحيفة «…» السورية"."""
    for hit in scan.all(position, "outlet", bare=False):
        if hit.enclitic:
            continue
        phrase = Phrase(
            hit.first,
            hit.last,
            hit.reading,
            kind="media",
            gender=hit.sense.gender,
            number=hit.sense.number,
            definite=hit.sense.definite,
            human=False,
        )
        end, adjective = describe(scan, hit.last + 1, definite=hit.sense.definite)
        if adjective is None and hit.sense.construct:
            titled = _title_end(scan, hit.last + 1) or _name_end(scan, hit.last + 1)
            if titled:
                known = _known_title(scan, hit.last + 1, titled)
                phrase.identity = known.sense.id if known is not None else None
                if scan.form(hit.last + 1) in _QUOTES:  # the title is its name
                    phrase.shown = scan.text(hit.last + 2, titled - 2)
                phrase.definite = True
                end, adjective = describe(scan, titled, definite=True)
        described = end > hit.last + 1 and (phrase.definite or hit.sense.construct)
        if not phrase.definite and described and adjective is None:
            described = _is_plainly_outlet(scan, hit, end)
        if adjective is not None or described:
            phrase.last = end - 1
            phrase.unnamed = not phrase.definite
            if adjective is not None:
                phrase.side = adjective.sense.id
                phrase.nested.append(nested(adjective))
            return [phrase]
    return []


def _name_end(scan: Scan, position: int) -> int:
    """Return the position behind "المنار" in "تلفزيون المنار": one word, and nothing goes on."""
    form = scan.form(position)
    town = scan.find(position, "name")
    if town is not None and town.sense.kind in (None, "state") and not town.enclitic:
        return town.last + 1  # "إذاعة مقديشو"
    hits = scan.hits(position)
    adjectives = all(h.sense.tag in ("adjective", "modifier") for h in hits)
    known = any(h.sense.tag != "given" for h in hits)
    if (known and not (adjectives and _disagrees(scan, position))) or not form.startswith("ال"):
        return 0
    described = scan.form(position + 1) in words("outlet_adjectives")
    return position + 1 if described or closes(scan, position + 1) else 0


def _disagrees(scan: Scan, position: int) -> bool:
    """True for "وكالة الأطلسي": a masculine adjective behind a feminine noun is its name."""
    feminine = scan.tokens[position - 1].text.endswith("ة")
    return feminine and not scan.form(position).endswith(("ة", "ات", "ين", "ون"))


def _is_plainly_outlet(scan: Scan, hit: Hit, end: int) -> bool:
    """True for "إذاعة محلية", "شبكة إخبارية": a channel or a station may be of something else."""
    stem = hit.reading.stem
    sorts = (scan.form(k) in _OUTLET_SORTS for k in range(hit.last + 1, end))
    return hit.sense.number == "singular" and (stem in _ONLY_OUTLETS or any(sorts))


def _known_title(scan: Scan, position: int, end: int) -> Hit | None:
    """Return the outlet that the lexicon knows by the title between the quotation marks."""
    for hit in scan.all(position + 1, "name"):
        if hit.sense.kind == "media" and hit.last + 2 == end:
            return hit
    return None


def _title_end(scan: Scan, position: int) -> int:
    """Return the position behind a title in quotation marks, 0 when none begins here."""
    closing = _QUOTES.get(scan.form(position))
    if closing is None:
        return 0
    for end in range(position + 1, min(position + 2 + _LONGEST_TITLE, scan.end)):
        if scan.tokens[end].text == closing or scan.form(end) == closing:
            return end + 1
    return 0


def _institution(scan: Scan, hit: Hit) -> list[Phrase]:
    sense = hit.sense
    genders: frozenset[Gender] | None = None
    if sense.gender and sense.number != "dual" and "either_gender" not in sense.flags:
        genders = frozenset({sense.gender})
    if sense.definite:
        end, adjective = describe(scan, hit.last + 1, definite=True, genders=genders, weak=True)
        if adjective is None and sense.id.startswith(_MINISTRY):
            behind = second_field(scan, hit.last + 1)
            end, adjective = describe(scan, behind, definite=True, genders=genders, weak=True)
            end = end if adjective is not None else hit.last + 1
        if adjective is not None:
            return _composed(scan, hit, end, adjective)
        return _unowned(scan, hit, end)
    owner = _owner(scan, hit.last + 1)
    if owner is not None:
        return [_owned(hit, owner.last, owner.side or owner.identity or "", owner)]
    if "indefinite" in sense.flags:
        end, adjective = describe(scan, hit.last + 1, definite=False, genders=genders, weak=True)
        if adjective is not None:
            return _composed(scan, hit, end, adjective)
    return _delegation(scan, hit) if sense.id == _DELEGATION else []


def _delegation(scan: Scan, hit: Hit) -> list[Phrase]:
    """A body's delegation, and one of a trade: "وفد حماس", "وفد من البرلمان", "وفد تجاري صربي"."""
    if hit.sense.number == "dual":
        return []
    phrase = _plain(hit)
    phrase.role = None  # not the one of its sort that the article names elsewhere
    start = hit.last + 1
    behind = start + (scan.form(start) == _OF)
    body = find_body(scan, behind)
    if body is not None and behind == start and scan.form(hit.first).endswith(_DUAL):
        return []  # "وفدا حماس وفتح": two, each of its own
    if body is not None and (body.category == "actor" or body.kind != "state"):
        phrase.last, phrase.side = body.last, body.side or body.identity
        phrase.nested.append(body)
        apart = scan.form(hit.first - 1) == _BETWEEN  # "بين وفد الحكومة والحركة الشعبية"
        other = find_body(scan, body.last + 1, ("و",)) if not apart else None
        if other is not None and other.kind in ("organization", "armed-group"):
            phrase.last = other.last  # one delegation of both: of two, "وفدا" would tell
            phrase.nested.append(other)
        return [phrase]
    nation = next(scan.all(start + 1, "adjective"), None)
    trade = scan.is_word(start) and not scan.hits(start) and scan.form(start).endswith(_TRADE)
    if nation is None or not trade or nation.sense.definite or scan.form(start).startswith("ال"):
        return []
    phrase.last, phrase.side, phrase.unnamed = nation.last, nation.sense.id, True
    phrase.nested.append(nested(nation))
    return [phrase]


def second_field(scan: Scan, position: int) -> int:
    """Return the position behind "and Irrigation", والري, of a ministry with two fields."""
    end = position
    while end - position < _LONGEST_FIELD and scan.is_word(end):
        readings = scan.tokens[end].readings
        joined = any(r.definite and r.proclitics == ("و",) for r in readings)
        if not joined and (end == position or not any(r.definite for r in readings)):
            break
        if any(h.sense.tag in ("institution", "adjective") for h in scan.hits(end)):
            break
        end += 1
    return end


def _owner(scan: Scan, position: int) -> Phrase | None:
    """Return the state in the genitive: a country, or a capital that stands for it."""
    for hit in scan.all(position, "name"):
        entry = load_gazetteer().entry(hit.sense.id)
        if entry and entry.category == "either" and not hit.enclitic:
            return name_phrase(hit)
    return None


def _composed(scan: Scan, hit: Hit, end: int, adjective: Hit) -> list[Phrase]:
    found = [_owned(hit, end - 1, adjective.sense.id, nested(adjective))]
    joined = and_nationality(scan, end, hit.sense.definite)
    while joined is not None:
        more = _owned(hit, joined.last, joined.sense.id, None)
        more.first, more.reading = joined.first, joined.reading
        found.append(more)
        joined = and_nationality(scan, joined.last + 1, hit.sense.definite)
    return found


def _owned(hit: Hit, last: int, state: str, inner: Phrase | None) -> Phrase:
    phrase = _plain(hit)
    phrase.last = last
    is_state = "is_state" in hit.sense.flags
    phrase.identity = state if is_state else f"{state}.{hit.sense.id}"
    phrase.side = None if is_state else state
    phrase.kind = hit.sense.kind
    if inner is not None and not is_state:
        phrase.nested.append(inner)
    return phrase


def _unowned(scan: Scan, hit: Hit, end: int) -> list[Phrase]:
    """An institution without its state: "الجيش", "وزارة الصحة في غزة"."""
    if "bare" not in hit.sense.flags or hit.sense.number == "dual":
        return []
    phrase = _plain(hit)
    if hit.sense.id.startswith(_MINISTRY):
        end = joined_fields(scan, end)
    phrase.last = end - 1
    apart = scan.form(end) == "من" and hit.sense.id != "delegation"
    if scan.form(end) in words("inside") and not apart:
        for place in scan.all(end + 1, "name"):
            inner = name_phrase(place)
            if inner.category != "actor" and hit.sense.kind != "media":
                if _is_elsewhere(scan, hit, end, inner):
                    break
                state = inner.side if hit.sense.id not in _ABROAD else None
                if state and inner.category == "either" and state != inner.identity:
                    phrase = _owned(hit, place.last, state, None)  # "البرلمان في أثينا"
                    inner.category, inner.case = "place", "attributive"
                    phrase.nested.append(inner)
                    break
                phrase.last = place.last
                inner.category, inner.case = "place", "attributive"  # where it sits
                phrase.role = None  # not the one of its sort that the article names elsewhere
                phrase.side = inner.side or (inner.identity if inner.kind == "state" else None)
                phrase.nested.append(inner)
                break
    return [phrase]


def _is_elsewhere(scan: Scan, hit: Hit, end: int, place: Phrase) -> bool:
    """True for a town that is no part of the name: where a known body, or opponents, are now.

    "كلمة أمام البرلمان الأوروبي في ستراسبورغ", "مفاوضات مع المعارضة في بوجمبورا"
    """
    if hit.sense.id == _OPPOSITION:
        return place.kind != "state" or place.side is not None
    return any(known.last == end - 1 for known in scan.all(hit.first, "name", bare=False))


def _plain(hit: Hit) -> Phrase:
    sense = hit.sense
    # Whose government it is, is not known here: it is no state.
    kind = "organization" if sense.kind == "state" else sense.kind
    if sense.kind is None:
        return Phrase(
            hit.first, hit.last, hit.reading, category="place", gender=sense.gender, definite=True
        )
    return Phrase(
        hit.first,
        hit.last,
        hit.reading,
        kind=kind,
        role=sense.id,
        gender=sense.gender,
        number=sense.number,
        definite=sense.definite,
        human=False,
    )
