"""Offices and descriptions of people in Hebrew.

In:  a `Scan` and the position where one begins. Out: the phrase, and others that "and" adds.
    (quantity) (deputy) role (body | של body) (modifiers) (nationality) (ב body) (ל field) (name)
    שר החוץ הרוסי …; נשיא צרפת …; סגנית שר החוץ של …; גורם מדיני בכיר; יועץ בלשכת …
"""

from collections.abc import Iterator

from kg.extract.mentions.hebrew_bodies import OF, find_body, is_town, name_of
from kg.extract.mentions.hebrew_holders import (
    body_of,
    close_to,
    give_holders,
    give_shared,
    is_named_so,
    whose_end,
)
from kg.extract.mentions.hebrew_letters import foreignness
from kg.extract.mentions.hebrew_matters import charge_end, matter_end
from kg.extract.mentions.hebrew_name_run import is_given_state
from kg.extract.mentions.hebrew_parts import describe, is_verb, nested, words
from kg.extract.mentions.hebrew_role_names import OF_BODIES, Rest, read_name
from kg.extract.mentions.hebrew_several import others_of
from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Phrase, Scan, side_of
from kg.lexicon.everyday import everyday_words
from kg.lexicon.grammar import words_of

_FIELDS = ("ל",)
_THEM = words_of("he", "met_them")
_HIM = words_of("he", "met_him") | words_of("he", "met_her")
_HOLDERS = words_of("he", "own_holders")
_LEADING_TO = "משנה"
_THEIRS = words_of("he", "bodies_told_before")
_FOREIGN = 2.0
_ON_BEHALF = "מטעם"
_ONE = frozenset({"אחד", "אחת"})  # "one of the diplomats said"
_LONGEST_BODY, _ACRONYM = 4, ('"', "״")


def find_role(scan: Scan, position: int) -> list[Phrase]:
    """Return the longest description that begins here, with those that "and" adds; or nothing."""
    before = scan.find(position, "before", bare=False)
    hosted = position and scan.form(position) in _THEM and is_verb(scan.tokens[position - 1])
    if hosted and all(h.sense.number == "singular" for h in scan.all(position + 1, "role")):
        return []  # "hosted them the prime minister"
    received = position and scan.form(position) in _HIM and is_verb(scan.tokens[position - 1])
    if received and scan.form(position + 2).startswith("ה"):
        return []  # "there the king of X received him"; else "said that official"
    starts: list[tuple[int, Hit | None]] = [(position, None)]
    if before is not None:
        starts.append((before.last + 1, before))
    best: list[Phrase] = []
    for start, quantity in starts:
        for found in _roles_at(scan, start, quantity):
            if not best or found[0].last > best[0].last:
                best = found
    return best


def _roles_at(scan: Scan, start: int, quantity: Hit | None) -> list[list[Phrase]]:
    found = [
        _role(scan, h, quantity, None) for h in scan.all(start, "role", bare=quantity is not None)
    ]
    deputy = scan.find(start, "deputy", bare=False)
    heads = _deputised(scan, deputy) if deputy is not None else ()
    found += [_role(scan, head, quantity, deputy) for head in heads]
    return [f for f in found if f]


def _deputised(scan: Scan, deputy: Hit) -> Iterator[Hit]:
    """Yield the office behind "סגן", and behind "המשנה ל" with the letter written onto it."""
    led = deputy.reading.stem.endswith(_LEADING_TO)
    for head in scan.all(deputy.last + 1, "role", bare=not led):
        if not led or head.reading.proclitics == _FIELDS:
            yield head


def _role(
    scan: Scan, head: Hit, quantity: Hit | None, deputy: Hit | None, *, inner: bool = False
) -> list[Phrase]:
    sense = head.sense
    rest = Rest(head.last + 1, sense.definite)
    rest.field = scan.form(head.first - 1) in ("בין", "ובין")  # "between envoys of A and B"
    while _read_more(scan, head, rest):
        pass
    described = bool(rest.nationality or rest.body or rest.field or quantity or deputy)
    described = described or rest.end > head.last + 1
    if sense.number == "singular" and quantity is None and not inner:
        read_name(scan, head, rest)
    if sense.id == "head" and not (rest.body or rest.person or sense.definite):
        return []
    if not described and not sense.definite and not rest.person and "source" not in sense.flags:
        return []
    if sense.id == "member" and not described:
        return []
    phrase = _phrase(scan, head, rest, quantity, deputy)
    others = others_of(scan, phrase, rest, head, deputy)
    if rest.place is not None and rest.person is not None and rest.place.last + 2 <= phrase.last:
        return _posted(scan, phrase, rest.place)  # the name behind it, not inside its own words
    return give_holders(scan, [phrase, *others]) if others else give_shared(scan, phrase)


def _posted(scan: Scan, phrase: Phrase, place: Phrase) -> list[Phrase]:
    """Return office, place and name of "שגריר האיחוד במוסקבה, מרקוס אדרר", each by itself."""
    name = Phrase(place.last + 2, phrase.last, kind="person", role=phrase.role, side=phrase.side)
    name.person, name.gender, name.number = phrase.person, phrase.gender, "singular"
    name.definite, name.human = True, True
    phrase.last = place.first - 1
    return [phrase, place, name]


def _read_more(scan: Scan, head: Hit, rest: Rest) -> bool:
    """Read one more part; False when none of them stands here."""
    return (
        _read_genitive(scan, head, rest)
        or _read_adjectives(scan, rest)
        or _read_own(scan, rest)
        or _read_unknown(scan, head, rest)
        or _read_of(scan, rest)
        or _read_inside(scan, head, rest)
        or _read_field(scan, head, rest)
        or _read_behalf(scan, head, rest)
    )


def _read_behalf(scan: Scan, head: Hit, rest: Rest) -> bool:
    """Read "דובר מטעם סונאק", up to whom it speaks for."""
    if head.sense.id != "spokesperson" or scan.form(rest.end) != _ON_BEHALF or rest.body:
        return False
    last = body_of(scan, rest.end)
    rest.end = max(rest.end, last + 1)
    return last > 0


def _read_genitive(scan: Scan, head: Hit, rest: Rest) -> bool:
    if rest.end != head.last + 1 or rest.body or is_given_state(scan, rest.end):
        return False
    if head.sense.number == "plural" and (end := _states_end(scan, rest.end)):
        rest.end, rest.definite, rest.definite_by_own = end, True, True
        return True
    body = find_body(scan, rest.end) or _office_of(scan, head, rest.end)
    if body is None or (body.kind == "media" and head.sense.id == "president"):
        return False
    rest.body, rest.end, rest.definite = body, body.last + 1, True
    return True


def _states_end(scan: Scan, position: int) -> int:
    """Return the position behind "(של) שבע מדינות (בדרום אירופה)": whose they are; 0 without."""
    position += scan.form(position) == OF
    form = scan.form(position)
    counted = form.isdecimal() or form in words("numerals")
    position += counted
    if scan.form(position) not in words("states"):
        return 0
    end, adjective = describe(scan, position + 1)
    place = next((h for h in scan.all(end, "name", bare=False)), None)
    if place is not None and place.reading.proclitics == ("ב",):
        return place.last + 1
    return end if counted or adjective is not None or end > position + 1 else 0


def _read_own(scan: Scan, rest: Rest) -> bool:
    """Read "דובר המשרד", "שר החוץ שלו": whose office it is, the sentence does not tell."""
    if rest.body or rest.definite_by_own or scan.form(rest.end) not in words("own_bodies"):
        return False
    rest.end, rest.definite, rest.definite_by_own = rest.end + 1, True, True
    return True


def _read_unknown(scan: Scan, head: Hit, rest: Rest) -> bool:
    """Read the body of "יו״ר ועדת המודיעין", the matter of "שר הדיג", which no lexicon knows."""
    if head.sense.id == "minister" and not rest.body and rest.end == head.last + 1:
        rest.end, begins = matter_end(scan, rest.end), rest.end
        rest.definite = rest.definite or rest.end > begins
        return rest.end > begins
    if rest.body or rest.end != head.last + 1 or head.sense.id not in OF_BODIES:
        return False
    if scan.form(rest.end) not in words("body_heads"):
        return False
    end = rest.end + 1
    while end < scan.end and end - rest.end < _LONGEST_BODY and _goes_on(scan, end):
        end += 1
    if end == rest.end + 1 and not scan.form(rest.end).startswith("ה"):
        return False
    rest.end, rest.definite = end, True
    return True


def _goes_on(scan: Scan, position: int) -> bool:
    """True for a word that may belong to a body's name."""
    if not scan.is_word(position) or scan.form(position) in words("stops"):
        return False
    token = scan.tokens[position]
    if is_verb(token) or any(h.sense.tag in ("given", "title") for h in scan.hits(position)):
        return False
    return scan.form(position).startswith(("ה", "ל", "וה"))


def _office_of(scan: Scan, head: Hit, position: int) -> Phrase | None:
    """Return the office in "דובר ראש הממשלה", "יועצו של נשיא צרפת"."""
    if head.sense.id not in ("spokesperson", "aide", "envoy", "representative", "official"):
        return None
    heads = list(scan.all(position, "role"))
    inner = next(
        (_role(scan, h, None, None, inner=True) for h in heads if h.sense.definite), []
    ) or next((_role(scan, h, None, None, inner=True) for h in heads), [])
    return inner[0] if inner else None


def _read_adjectives(scan: Scan, rest: Rest) -> bool:
    end, adjective = describe(scan, rest.end)
    if adjective is not None and adjective.first == rest.end and is_named_so(scan, rest.end):
        return False
    if end == rest.end or (adjective is not None and rest.nationality is not None):
        return False
    rest.end, rest.nationality = end, rest.nationality or adjective
    return True


def _read_of(scan: Scan, rest: Rest) -> bool:
    if rest.body or scan.form(rest.end) != OF:
        return False
    body = find_body(scan, rest.end + 1)
    if body is None and (end := _unknown_of(scan, rest.end + 1)):
        rest.end, rest.definite, rest.definite_by_own = end, True, True
        return True
    if body is None and scan.form(rest.end + 1) in words("own_bodies"):
        rest.end, rest.definite, rest.definite_by_own = rest.end + 2, True, True
        return True
    if body is None or rest.definite_by_own:
        return False
    rest.body, rest.end, rest.definite = body, body.last + 1, True
    return True


def _unknown_of(scan: Scan, position: int) -> int:
    """Return where "(שרי החוץ של) פורום הנגב", "אונסו״ר" ends; 0 for no body of its own name."""
    form = scan.form(position)
    if scan.is_word(position) and any(mark in form for mark in _ACRONYM):
        return position + 1
    if form in _THEIRS or (_is_strange(scan, position) and _closes(scan, position + 1)):
        return position + 1  # "שרי החוץ של האיחוד", "של אונסור"
    if form not in words("body_heads") or not scan.is_word(position + 1):
        return 0
    return position + 2 if scan.form(position + 1).startswith("ה") else 0


def _is_strange(scan: Scan, position: int) -> bool:
    """True for "אונסור": a word of no list with the letters of foreign names."""
    form = scan.form(position)
    plain = not scan.is_word(position) or scan.hits(position) or is_verb(scan.tokens[position])
    return not plain and form not in everyday_words("he") and foreignness(form) >= _FOREIGN


def _closes(scan: Scan, position: int) -> bool:
    """True at a mark, a verb or a little word: no surname follows."""
    if not scan.is_word(position):
        return scan.form(position) != "-"
    form = scan.form(position)
    return form in words("stops") or is_verb(scan.tokens[position]) or form.startswith("ב")


def _read_inside(scan: Scan, head: Hit, rest: Rest) -> bool:
    """Read "בכיר במשרד החוץ", "מקור בחמאס": a state behind "in" is the place."""
    if rest.body or not ({"source", "to"} & head.sense.flags or head.sense.id == "spokesperson"):
        return False
    body = find_body(scan, rest.end, ("ב",))
    if body is None or body.category != "actor":
        return False
    rest.body, rest.end = body, body.last + 1
    return True


def _read_field(scan: Scan, head: Hit, rest: Rest) -> bool:
    """Read "שליח האו״ם לסוריה", "היועץ לענייני ביטחון"."""
    if rest.field:
        return False
    if not {"to", "of"} & head.sense.flags:
        return _read_matter(scan, rest)
    posted = head.sense.id in ("ambassador", "spokesperson") and (rest.body or rest.nationality)
    if posted and _is_at_body(scan, rest.end):
        rest.end, rest.field = rest.end + 1, True  # "שגריר צ'ילה בארגון"
        return True
    for place in scan.all(rest.end, "name", bare=False) if posted else ():
        if place.reading.proclitics == ("ב",):
            rest.end, rest.field, rest.seat = place.last + 1, True, name_of(place)
            return True
    for place in scan.all(rest.end, "name", bare=False):
        if place.reading.proclitics == _FIELDS and "to" in head.sense.flags:
            rest.end, rest.field = place.last + 1, True
            return True
    return _read_matter(scan, rest)


def _is_at_body(scan: Scan, position: int) -> bool:
    """True for "בארגון", "בוועדה": the body that an envoy is sent to, told before."""
    readings = scan.tokens[position].readings if scan.is_word(position) else ()
    heads = words("body_heads")
    return any(
        r.proclitics == ("ב",) and (r.stem in heads or f"ה{r.stem}" in heads) for r in readings
    )


def _read_matter(scan: Scan, rest: Rest) -> bool:
    """Read "(היועץ) לענייני ביטחון", "(הנציב) להרחבה"."""
    end = charge_end(scan, rest.end)
    if end is None:
        return False
    rest.end, rest.field = end, True
    return True


def _is_hers(front: Hit) -> bool:
    """True for "שגרירה", a woman, or her ambassador, a man: the word tells no gender."""
    return front.reading.stem in _HOLDERS and front.reading.stem.endswith("ה")


def _phrase(scan: Scan, head: Hit, rest: Rest, quantity: Hit | None, deputy: Hit | None) -> Phrase:
    front = quantity or deputy or head
    sense = head.sense
    shown = None
    if rest.seat is not None and rest.person is None and rest.end == rest.seat.last + 1:
        shown = scan.text(front.first, rest.seat.last)  # the place stays a mention of its own
        rest.end = rest.seat.first
    phrase = Phrase(
        front.first,
        rest.end - 1,
        front.reading,
        kind="person" if rest.person else "official",
        role=f"{deputy.sense.id}-{sense.id}" if deputy else sense.id,
        person=rest.person,
        gender=None if _is_hers(front) else deputy.sense.gender if deputy else sense.gender,
        number="singular" if quantity and quantity.reading.stem in _ONE else sense.number,
        definite=rest.definite,
        human=True,
    )
    vague = "source" in sense.flags or quantity is not None or not rest.definite
    phrase.unnamed = vague and rest.person is None
    if rest.body is not None:
        phrase.side = side_of(rest.body)
        phrase.nested.append(rest.body)
    if rest.seat is not None and rest.person is not None and is_town(rest.seat):
        rest.seat.category, rest.seat.case = "place", "attributive"  # a post, inside the words
        phrase.nested.append(rest.seat)
    if rest.nationality is not None:
        phrase.side = phrase.side or rest.nationality.sense.id
        phrase.nested.append(nested(rest.nationality))
    phrase.shown = shown
    if phrase.unnamed and phrase.number == "singular" and rest.body is None:
        shown = _whence(scan, front.first, rest.end, bare=rest.end == head.last + 1)
        phrase.shown = shown[len("".join(front.reading.proclitics)) :] if shown else None
    return phrase


def _whence(scan: Scan, first: int, end: int, *, bare: bool) -> str | None:
    """Return "מקור באנקרה", "רופאה מחרטום": the words that tell an unnamed one from others.

    The place stays a mention of its own.
    """
    if bare and (last := whose_end(scan, first, end)):
        return scan.text(first, last)
    place = next((h for h in scan.all(end, "name", bare=False)), None)
    if place is None or place.reading.proclitics not in (("ב",), ("מ",)):
        last = body_of(scan, end) or (close_to(scan, end) if bare else -1)
        return scan.text(first, last) if last >= end else None
    return scan.text(first, place.last)
