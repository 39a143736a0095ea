"""Offices and descriptions of people in Arabic.

In:  a `Scan` and the position where one begins. Out: the phrase, and others that "and" adds.
    (quantity) (deputy) role (body | باسم body) (modifiers) (nationality) (ل body) (في body)
    (لشؤون field) (إلى place) (name)
"""

from collections.abc import Iterable

from kg.extract.mentions.arabic_bodies import find_body, second_field
from kg.extract.mentions.arabic_body_ends import abroad_end, joined_fields
from kg.extract.mentions.arabic_chiefs import take_name
from kg.extract.mentions.arabic_far import far_holder, may_go_on
from kg.extract.mentions.arabic_joined import is_of_two, joined_nationalities, joined_states
from kg.extract.mentions.arabic_names import name_after, quoted_name
from kg.extract.mentions.arabic_parts import closes, describe, is_verb, nested, words
from kg.extract.mentions.arabic_tails import area_end, posted_end, tail_end
from kg.extract.mentions.arabic_unnamed import Rest, is_town, read_attribute
from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Phrase, Scan, name_phrase, side_of
from kg.lexicon.grammar import words_of

_ELECTED = frozenset({"lawmaker", "member"})
_OF_PERSONS = frozenset({"aide", "envoy", "spokesperson"})
_MINISTER = "-minister"
_LONGEST_FIELD = 4
_COMMAS = ("،", ",")
_IN = words_of("ar", "inside")
_SAME = words_of("ar", "the_same")
_TO = words_of("ar", "sent_to")


def find_role(scan: Scan, position: int, *, inner: bool = False) -> list[Phrase]:
    """Return the longest description that begins here, with those that "and" adds; or nothing.

    `inner` = it stands inside another one, and may not speak on behalf of a third.
    """
    before = scan.find(position, "before", bare=False)
    starts: list[tuple[int, Hit | None]] = [(position, None)]
    if before is not None:
        starts.append((before.last + 1, before))
    best = _longest(
        f for start, quantity in starts for f in _roles_at(scan, start, quantity, inner)
    )
    if not inner and not (best and best[0].person) and may_go_on(scan, best, position):
        far = _longest(
            f
            for start, quantity in starts
            for f in _roles_at(scan, start, quantity, inner, far=True)
        )
        return far or best
    return best


def _longest(found: Iterable[list[Phrase]]) -> list[Phrase]:
    return max(found, key=lambda phrases: phrases[0].last, default=[])


def _roles_at(
    scan: Scan, start: int, quantity: Hit | None, inner: bool, *, far: bool = False
) -> list[list[Phrase]]:
    heads = scan.all(start, "role", bare=quantity is not None)
    found = [_role(scan, head, quantity, None, inner, far=far) for head in heads]
    deputy = scan.find(start, "deputy", bare=False)
    if deputy is not None and not deputy.enclitic:
        heads = scan.all(deputy.last + 1, "role")
        found += [_role(scan, head, quantity, deputy, inner, far=far) for head in heads]
    return [f for f in found if f]


def _role(
    scan: Scan,
    head: Hit,
    quantity: Hit | None,
    deputy: Hit | None,
    inner: bool,
    *,
    far: bool = False,
) -> list[Phrase]:
    sense = head.sense
    owned = head.enclitic in ("ه", "ها", "هم") and sense.number == "singular"
    if head.enclitic and not owned:
        return []
    rest = Rest(head.last + 1, sense.definite or owned, inner=inner)
    while _read_more(scan, head, rest):
        pass
    if rest.end == head.last + 1 and sense.construct and sense.number == "singular":
        _read_portfolio(scan, rest)
    if "of_state" in sense.flags and rest.body and rest.body.category == "actor":
        return []
    counted = quantity is not None
    described = rest.nationality or rest.body or rest.field or counted or rest.end > head.last + 1
    bare = not (described or sense.definite or owned)
    chief = quantity is not None and scan.form(quantity.first) in words("chiefs")
    owing = (bare and sense.number == "singular") or (chief and rest.end == head.last + 1)
    led = far and sense.construct and owing  # "محافظ الأنبار فلان", "كبير مستشاري الرئيس فلان"
    nobody = bare and ("source" not in sense.flags or _governs(scan, rest.end))
    if nobody and not led:
        return []
    alone = sense.number == "singular" and not described and not _is_told_before(scan, head)
    if "adjectival" in sense.flags and alone:
        return []
    one = chief if counted else sense.number == "singular"
    if one:
        front = deputy or head
        _read_holder(scan, front, head, rest, led=led, far=far and not owned)
    if nobody and rest.person is None:
        return []
    if owned and not (rest.body or rest.person):
        return []  # "its ambassador": whose, is for the sentence to say
    if "source" in sense.flags or not rest.definite:
        read_attribute(scan, head, rest)
    phrase = _phrase(scan, head, rest, quantity, deputy)
    others = _others(scan, phrase, rest, head)
    return [phrase, *others] if others or not is_of_two(head) else []


def _read_holder(scan: Scan, front: Hit, head: Hit, rest: Rest, *, led: bool, far: bool) -> None:
    """Read the name behind an office, also behind the rest of a long one."""
    sense, feminine = head.sense, "feminine" in (front.sense.gender, head.sense.gender)
    spoken_for = sense.id == "spokesperson" and scan.find(rest.end, "given") is not None
    if not led and (rest.definite or spoken_for or "title" in sense.flags):
        _read_name(scan, head, rest, feminine=feminine)
    leads = far and sense.id != "source" and (led or rest.definite)
    if leads and rest.person is None:
        _read_far_name(scan, head, rest, feminine=feminine)


def _read_portfolio(scan: Scan, rest: Rest) -> None:
    """Read "المناجم", "السلم والأمن": a field that no list knows, where the holder's name or the
    body follows.
    """
    end = rest.end
    while end - rest.end < _LONGEST_FIELD and _is_field(scan, end, first=end == rest.end):
        end += 1
    if end == rest.end:
        return
    inside = scan.form(end) in words("inside") and find_body(scan, end + 1) is not None
    fused = find_body(scan, end, ("ب",)) is not None
    nationality = any(h.sense.definite for h in scan.all(end, "adjective"))
    named = any(scan.find(end, tag) is not None for tag in ("given", "particle", "title"))
    if not (inside or fused or nationality or named):
        return
    rest.end, rest.field, rest.definite = end, True, True
    end, adjective = describe(scan, rest.end, definite=True)
    rest.end, rest.nationality = end, adjective
    body = None
    if scan.form(end) in words("inside"):
        body, end = find_body(scan, end + 1), end + 1
    elif fused:
        body = find_body(scan, end, ("ب",))
    if body is not None and body.category == "actor":
        rest.body, rest.end = body, body.last + 1


def _is_field(scan: Scan, position: int, *, first: bool) -> bool:
    """True for a definite word of a field: "المناجم", behind it "والطاقة" or "الداخلية"."""
    if not scan.is_word(position) or scan.form(position) in words("stops"):
        return False
    if any(h.sense.tag in ("name", "role", "title", "adjective") for h in scan.hits(position)):
        return False
    readings = scan.tokens[position].readings
    fronts = ((),) if first else ((), ("و",))
    return any(r.definite and r.proclitics in fronts for r in readings)


def _governs(scan: Scan, position: int) -> bool:
    """True before a definite noun: "مصادر الطاقة" are no informants."""
    form = scan.form(position)
    return form.startswith("ال") and len(form) > 4 and form not in words("stops")


def _read_more(scan: Scan, head: Hit, rest: Rest) -> bool:
    """Read one more part; False when none of them stands here."""
    return (
        _read_genitive(scan, head, rest)
        or _read_adjectives(scan, head, rest)
        or _read_behalf(scan, rest)
        or _read_of(scan, head, rest)
        or _read_inside(scan, head, rest)
        or _read_field(scan, head, rest)
    )


def _read_genitive(scan: Scan, head: Hit, rest: Rest) -> bool:
    if rest.end != head.last + 1 or not head.sense.construct or rest.body:
        return False
    body = find_body(scan, rest.end)
    if body is None and head.sense.id in _OF_PERSONS and not rest.inner:
        body = _superior(scan, rest.end)
    if body is None:
        return False
    rest.body, rest.end, rest.definite = body, body.last + 1, True
    return True


def _superior(scan: Scan, position: int) -> Phrase | None:
    """Return the office of "مستشار الرئيس التركي": whom somebody works for, without a name."""
    inner = find_role(scan, position, inner=True)
    if not inner or inner[0].person or inner[0].reading.proclitics or not inner[0].definite:
        return None
    return inner[0] if inner[0].number == "singular" else None


def _read_adjectives(scan: Scan, head: Hit, rest: Rest) -> bool:
    if is_of_two(head) and rest.body is None:
        return False  # "رئيسا كينيا وأوغندا": no president is Kenyan here
    end, adjective = describe(
        scan, rest.end, definite=rest.definite, weak="of_state" in head.sense.flags
    )
    bare = end == rest.end == head.last + 1 and head.sense.id.endswith(_MINISTER)
    if bare and (behind := abroad_end(scan, end)):
        rest.end = joined_fields(scan, behind)  # "of Emigration and Egyptians abroad"
        return True
    if bare:
        behind = second_field(scan, rest.end)  # "of Trade and Industry"
        end, adjective = describe(scan, behind, definite=True)
        end = end if adjective is not None else rest.end
    if end == rest.end or (adjective is not None and rest.nationality is not None):
        return False
    rest.end, rest.nationality = end, rest.nationality or adjective
    return True


def _read_behalf(scan: Scan, rest: Rest) -> bool:
    if not rest.body and not rest.field and scan.form(rest.end) in words("behalf_of_its"):
        rest.end, rest.field, rest.definite = rest.end + 1, True, True
        return True
    if rest.body or scan.form(rest.end) not in words("behalf"):
        return False
    body = find_body(scan, rest.end + 1)
    if body is None and not rest.inner:
        inner = find_role(scan, rest.end + 1, inner=True)
        body = inner[0] if inner and not inner[0].reading.proclitics else None
        rest.person = take_name(body)
    if body is None:
        end = _unknown_end(scan, rest.end + 1)
        rest.end, rest.field = max(end, rest.end), end > rest.end or rest.field
        return end > 0
    rest.body, rest.end = body, body.last + 1
    return True


def _unknown_end(scan: Scan, position: int) -> int:
    """Return the position behind a body that no list knows, 0 where none begins."""
    end = position
    while end - position < _LONGEST_FIELD and not closes(scan, end):
        given = scan.form(end) not in words("behalf") and scan.find(end, "given") is not None
        if end > position and given:
            break
        if scan.form(end).endswith("ها"):
            return end + 1  # "its foreign ministry"
        name = scan.find(end, "name")
        end = name.last + 1 if name is not None else end + 1
        if name is not None:
            break
    return end if end > position else 0


def _read_of(scan: Scan, head: Hit, rest: Rest) -> bool:
    if rest.body or "of" not in head.sense.flags:
        return False
    body = find_body(scan, rest.end, ("ل",))
    if body is None and not (rest.inner or rest.definite):
        inner = find_role(scan, rest.end, inner=True)  # "مستشار لرئيس الوزراء"
        fits = bool(inner) and inner[0].reading.proclitics == ("ل",) and inner[0].definite
        body = inner[0] if fits else None
        if body is not None:
            rest.body, rest.end = body, body.last + 1
            return True
    if body is None or body.category != "actor" or body.kind == "media":
        return False
    rest.body, rest.end, rest.definite = body, body.last + 1, True
    return True


def _read_inside(scan: Scan, head: Hit, rest: Rest) -> bool:
    if rest.body:
        return False
    body = None
    if scan.form(rest.end) == "من" and rest.definite and "source" not in head.sense.flags:
        return False  # "the Dutch ambassador | from the government": asked of it
    if scan.form(rest.end) in words("inside"):
        body = find_body(scan, rest.end + 1)
        if body is not None and scan.form(rest.end + 1) in words("realms") and rest.definite:
            rest.body, rest.end = body, body.last + 1  # "وزير الخارجية في جمهورية مصر العربية"
            return True
    elif "source" in head.sense.flags:
        body = find_body(scan, rest.end, ("ب",))
    if body is None or body.category != "actor":
        return False
    rest.body, rest.end = body, body.last + 1
    return True


def _read_field(scan: Scan, head: Hit, rest: Rest) -> bool:
    """Read "لشؤون الشرق الأوسط", "لعمليات السلام", "إلى سوريا"."""
    if rest.field:
        return False
    end = tail_end(scan, rest.end)
    if not end and "to" in head.sense.flags and (rest.definite or scan.form(rest.end) not in _TO):
        end = posted_end(scan, head.first, rest.end)
        place = scan.find(end - 1, "name") if end else None
        if place is not None and place.last == end - 1 and scan.form(rest.end) in _IN:
            rest.seat = name_phrase(place)  # "المنسق في عدن"
    if not end and head.sense.id in _ELECTED:
        end = area_end(scan, rest.end, "elected_for")
    if not end:
        return False
    rest.end, rest.field = end, True
    return True


def _read_name(scan: Scan, head: Hit, rest: Rest, *, feminine: bool) -> None:
    if (rest.body or rest.nationality) and scan.form(rest.end) in words("brotherly"):
        rest.end += 1  # "الشقيقة"
    found = name_after(
        scan,
        rest.end,
        titled="title" in head.sense.flags,
        feminine=feminine,
        direct=rest.end == head.last + 1,
    )
    if found is None and scan.form(rest.end) in _COMMAS:
        # "the spokesman, X Y, said"
        found = name_after(scan, rest.end + 1, titled=False, feminine=feminine)
        if found is not None and scan.form(found[0]) not in _COMMAS:
            return
    if found is None:
        found = quoted_name(scan, rest.end)
    if found is not None:
        rest.end, rest.person = found
        rest.definite = True


def _read_far_name(scan: Scan, head: Hit, rest: Rest, *, feminine: bool) -> None:
    """Read the holder behind the rest of a long office."""
    holder = far_holder(scan, head.first, rest.end, owed=not rest.definite, feminine=feminine)
    if holder is not None:
        rest.end, rest.person, rest.definite = holder.end, holder.person, True
        rest.body = rest.body or next(iter(holder.bodies), None)
        rest.role = holder.role


def _phrase(scan: Scan, head: Hit, rest: Rest, quantity: Hit | None, deputy: Hit | None) -> Phrase:
    front = quantity or deputy or head
    sense = head.sense
    gender = sense.gender
    if deputy is not None:  # "نائب رئيسة": he deputises for her
        gender = "feminine" if deputy.sense.gender == "feminine" else "masculine"
    phrase = Phrase(
        front.first,
        rest.end - 1,
        front.reading,
        kind="person" if rest.person else "official",
        role=rest.role or (f"{deputy.sense.id}-{sense.id}" if deputy else sense.id),
        person=rest.person,
        gender=gender,
        number=sense.number,
        definite=rest.definite,
        human=True,
    )
    chief = quantity is not None and scan.form(quantity.first) in words("chiefs")
    if chief and rest.definite:
        phrase.number = "singular"  # "كبير مستشاري الرئيس"
    counted = quantity is not None and not chief
    vague = "source" in sense.flags or counted or not rest.definite
    phrase.unnamed = vague and rest.person is None
    if rest.body is not None:
        phrase.side = side_of(rest.body)
        phrase.nested.append(rest.body)
    if rest.seat is not None and is_town(rest.seat):
        rest.seat.category, rest.seat.case = "place", "attributive"
        phrase.nested.append(rest.seat)
    if rest.nationality is not None:
        phrase.side = phrase.side or rest.nationality.sense.id
        phrase.nested.append(nested(rest.nationality))
    return phrase


def _others(scan: Scan, phrase: Phrase, rest: Rest, head: Hit) -> list[Phrase]:
    """Return the same of other states, which "and" adds."""
    if rest.person:
        return []
    if rest.body is not None and rest.body.category == "either":
        return joined_states(scan, phrase, rest.body, head)
    if rest.nationality is None or rest.nationality.last != rest.end - 1:
        return []
    return joined_nationalities(scan, phrase, rest.nationality, head)


def _is_told_before(scan: Scan, head: Hit) -> bool:
    """True for "وأضاف الدبلوماسي", "الدبلوماسي نفسه": the one told of, no adjective."""
    if not head.sense.definite or head.enclitic:
        return False
    led = head.first > 0 and is_verb(scan.tokens[head.first - 1])
    return led or scan.form(head.last + 1) in _SAME
