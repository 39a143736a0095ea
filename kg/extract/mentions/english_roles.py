"""English offices and descriptions of people, with all that belongs to them.

In:  a `Scan` and the position where one may begin. Out: the phrase, and before it those that
     share its head ("Turkish and Israeli officials" are two).
    (article) (modifiers) (state | body) (modifiers) institution | role (of … | for … | at …) (name)
"""

from kg.extract.mentions.english_bodies import (
    ARTICLES,
    LONGEST_FRONT,
    Front,
    body_at,
    is_informing,
    may_begin,
    owned_body,
    plain_body,
    read_front,
    read_institution,
)
from kg.extract.mentions.english_joined import joined_states, sharing_head
from kg.extract.mentions.english_name_words import verbs, words
from kg.extract.mentions.english_names import is_foreign_capital, letters, name_run, without_holder
from kg.extract.mentions.english_tails import is_plain, place_source, read_tail
from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Phrase, Scan, side_of
from kg.lexicon.grammar import words_of

_OWNERS = words_of("en", "whose_office")
_FIELD_WORDS = 6
_INVITED = words_of("en", "inviting_somebody")
_WITHIN = words_of("en", "from_within")
_MOST_HOLDERS = 5
_CRISES = words_of("en", "crises_of_a_place")
_ELECT = words_of("en", "yet_to_hold_office")
_GROUPS = frozenset({"groups", "parties", "factions", "unions", "communities", "churches"})
_SPEAKING_FOR = ("spokesperson", "aide", "lawyer")
_STYLES = words_of("en", "styles_of_a_name")
_RANKS = words_of("en", "ranks_of_the_first")
_BEING = words_of("en", "being_somebody")
_SINCE = frozenset({"since", "ever"})
_BODY_PARTS = frozenset({"head", "chair"})  # "over its head"
_SAME = words_of("en", "the_same")  # "the same diplomat": whoever was told of
_ERRANDS = words_of("en", "comes_to_negotiate")


def find_description(scan: Scan, position: int, title_case: bool) -> list[Phrase]:
    """Return the description that begins here; nothing when no institution or role ends it."""
    if not may_begin(scan, position) or is_informing(scan, position):
        return []
    front = Front(position)
    if scan.form(position) in ARTICLES:
        front.article, front.end = scan.form(position), position + 1
        front.end += scan.form(position) == "the" and scan.form(front.end) in _SAME
    role: Hit | None = None
    while front.end < scan.end and front.end - position <= LONGEST_FRONT:
        role = scan.find(front.end, "role")
        if role is not None or not read_front(scan, front):
            break
    if role is not None:
        return _role(scan, position, front, role, title_case)
    if front.institution is not None:
        return read_institution(scan, position, front)
    return []


def _role(scan: Scan, start: int, front: Front, head: Hit, title_case: bool) -> list[Phrase]:
    sense = head.sense
    phrase = Phrase(
        start,
        head.last,
        enclitic=head.enclitic,
        kind="official",
        role=sense.id,
        number=sense.number,
        definite=not (front.article in ("a", "an") or front.counted),
        human=True,
    )
    _own(scan, phrase, front, head)
    if _is_ranked(scan, start, head):
        return []
    holders = _holders(scan, phrase, front, head, title_case)
    if len(holders) > 1:
        return holders
    if not head.enclitic:
        if scan.form(head.last + 1) == "-" and scan.form(head.last + 2) in _ELECT:
            phrase.last += 2  # "the prime minister-designate"
        _read_behind(scan, phrase, head)
        if sense.number == "singular":
            _read_name(scan, phrase, head, title_case)
        if "source" in sense.flags and phrase.person is None:
            read_tail(scan, phrase, head)
            place_source(scan, phrase, head)
    owned = _follows_owner(scan, start) and sense.base not in _BODY_PARTS
    if not owned and not _is_described(phrase, front, head):
        return []
    if owned and phrase.person is None and scan.form(start - 1) in words("possessives"):
        phrase.shown = f"{scan.form(start - 1)} {scan.text(start, phrase.last)}"
    elif owned and phrase.person is None and is_foreign_capital(scan, start - 1):
        phrase.shown = f"{_owner_of(scan, start - 1)} {scan.text(start, phrase.last)}"
    elif owned and phrase.person is None and _is_plain_owner(scan, start - 1):
        phrase.first = start - 1 - (scan.form(start - 2) in ARTICLES)
    elif owned and phrase.person is None and scan.find(start - 1, "name") is not None:
        phrase.first = start - 1  # "Transnistria's leader"
    vague = "source" in sense.flags or not phrase.definite
    phrase.unnamed = vague and phrase.person is None
    return [*sharing_head(scan, front, phrase, head), phrase, *joined_states(scan, phrase, head)]


def _is_ranked(scan: Scan, start: int, head: Hit) -> bool:
    """True for "(became) the first French head of state (to set foot there)": told of somebody."""
    first = start + (scan.form(start) == "the")
    first -= scan.form(first - 1) in _RANKS
    ranked = any(scan.form(k) in _RANKS for k in range(first, min(first + 2, head.first)))
    if not ranked or scan.form(first - 1) != "the" or head.enclitic:
        return False
    return scan.form(first - 2) in _BEING or scan.form(head.last + 1) in _SINCE


def _holders(scan: Scan, phrase: Phrase, front: Front, head: Hit, title_case: bool) -> list[Phrase]:
    """Return each of "Presidents A of X and B of Y", "Foreign Ministers A and B"."""
    found: list[Phrase] = []
    if head.sense.number != "plural" or head.enclitic or "source" in head.sense.flags:
        return found
    first, start, joined = phrase.first, head.last + 1, True
    while joined and len(found) < _MOST_HOLDERS:
        end = name_run(scan, start, title_case=title_case)
        if end == start:
            return []
        holder = Phrase(
            first,
            end - 1,
            kind="person",
            role=phrase.role,
            side=phrase.side,
            person=letters(scan, start, end),
            number="singular",
            definite=True,
            human=True,
        )
        if scan.form(end) == "of":
            _read_owner(scan, holder, end, head)
        found.append(holder)
        joined = scan.form(holder.last + 1) in (",", "and")
        start = holder.last + 2 + (scan.form(holder.last + 2) == "and")
        first = start
    if not found or scan.form(found[-1].first - 1) != "and":
        return []
    _part_states(front, found)
    return found


def _part_states(front: Front, holders: list[Phrase]) -> None:
    """Give each of "Malian and Chadian Foreign Ministers A and B" a state; none if they are odd."""
    if len(front.owners) < 2:
        return
    holders[0].first = front.owners[0].first
    sides = [side_of(owner) for owner in front.owners]
    for i, holder in enumerate(holders):
        holder.side = sides[i] if len(sides) == len(holders) else None


def _own(scan: Scan, phrase: Phrase, front: Front, head: Hit) -> None:
    """Say whose it is: the institution before it, else the state or body before that."""
    owner = front.owners[-1] if front.owners else None
    if len(front.owners) > 1 and owner is not None:
        phrase.first = owner.first
    institution = front.institution
    if (
        institution
        and "source" in head.sense.flags
        and scan.form(institution.first) in words("modifiers")
    ):
        front.institution = None  # "Israeli military official": the adjective, not the army
    if front.institution is not None:
        inner = (
            owned_body(owner.first, front.institution, owner, front.institution.last, "")
            if owner is not None
            else plain_body(front.institution.first, front.institution)
        )
        phrase.side = inner.identity or inner.side
        phrase.nested.append(inner)
        if owner is not None and inner.identity == side_of(owner):
            inner.nested.clear()
    elif owner is not None:
        phrase.side = side_of(owner)
        phrase.nested.append(owner)


def _follows_owner(scan: Scan, start: int) -> bool:
    """True behind "Abiy's", "the bloc's", "his"."""
    before = scan.form(start - 1)
    return before.endswith("'s") or before in words("possessives")


def _owner_of(scan: Scan, position: int) -> str:
    """Return the name that ends here, with its title: "Mr Kilman's"."""
    titled = scan.form(position - 1) in words("titles")
    return scan.text(position - titled, position)


def _is_plain_owner(scan: Scan, position: int) -> bool:
    """True for the noun of "the department's spokeswoman", which is nobody's name."""
    sure = ("name", "adjective", "role", "institution")
    known = any(h.sense.tag in sure for h in scan.hits(position))
    return scan.tokens[position].text.islower() and not known


def _is_described(phrase: Phrase, front: Front, head: Hit) -> bool:
    """True when it says enough to be a mention: "minister" alone, without article, does not."""
    if "needs_tail" in head.sense.flags:
        return phrase.last > head.last
    if head.sense.base == "figure":  # "the figures" are numbers
        return head.first - phrase.first - bool(front.article) > 0
    if "adjectival" in head.sense.flags and not front.article and not front.counted:
        several = head.sense.number == "plural" and phrase.first < head.first
        return bool(phrase.person or phrase.side or phrase.last > head.last or several)
    if phrase.person or phrase.side or front.article or front.counted:
        return True
    return "source" in head.sense.flags or phrase.last > head.last or phrase.first < head.first


def _read_behind(scan: Scan, phrase: Phrase, head: Hit) -> None:
    """Read "of the Turkish delegation", "for the army", "at the ministry", "to Syria"."""
    for _ in range(2):
        position = phrase.last + 1
        word = scan.form(position)
        if word in _OWNERS and _read_owner(scan, phrase, position, head):
            continue
        if word == "of" and phrase.last == head.last:
            start = position + 2 if scan.form(position + 1) == "the" else position + 1
            end = name_run(scan, start, title_case=True)
            if end > start:
                phrase.last = without_holder(scan, start, end) - 1
                continue
        if word in ("to", "for", "on") and "to" in head.sense.flags:
            if word == "to" and scan.form(phrase.first - 1) in _INVITED:
                return  # "invited the ambassador to Rome"
            if scan.form(position + 1) in _ERRANDS:
                return  # "call our ambassador for consultations"
            end = _field_end(scan, position + 1)
            end = without_holder(scan, position + 1, end) if end else end
            if end:
                phrase.last = end - 1
                continue
        return


def _read_owner(scan: Scan, phrase: Phrase, position: int, head: Hit) -> bool:
    inner = body_at(scan, position + 1)
    word = scan.form(position)
    if word in _WITHIN | {"for"} and (inner is None or inner.category == "adjective"):
        return _read_body_by_sort(scan, phrase, position + 1) or (
            head.sense.id in _SPEAKING_FOR
            and (_read_person(scan, phrase, position) or _read_office(scan, phrase, position))
        )
    if inner is None or (phrase.side and inner.category == "either"):
        return False
    if word in ("in", "from", "with", "at", "within", "inside") and inner.category == "either":
        return False
    if word == "for" and inner.category == "either" and "to" in head.sense.flags:
        return False
    phrase.last, phrase.enclitic = inner.last, inner.enclitic
    if word == "of" and inner.enclitic and inner.category == "either":
        phrase.last = _groups_end(scan, inner.last)
        phrase.enclitic = inner.enclitic if phrase.last == inner.last else ""
    phrase.side = inner.identity or inner.side or phrase.side
    if inner.category == "either":
        phrase.side = side_of(inner)
    phrase.nested.append(inner)
    return True


def _groups_end(scan: Scan, last: int) -> int:
    """Return the last word of "heads of Peru's parliamentary groups"; `last` where none ends it."""
    for end in range(last + 1, min(last + 4, scan.end)):
        if not is_plain(scan, end) or scan.hits(end):
            return last
        if scan.form(end) in _GROUPS:
            return end
    return last


def _read_person(scan: Scan, phrase: Phrase, position: int) -> bool:
    """Read "for Mr Roe", "of President Jane Roe" behind a spokeswoman or an aide."""
    start = position + 1
    while scan.form(start) in words("titles") | {"prime"} and scan.is_word(start):
        start += 2 if scan.form(start + 1) == "." else 1
    end = name_run(scan, start, title_case=False)
    if scan.form(position) not in ("for", "of", "to") or start == position + 1 or end == start:
        return False
    phrase.last = end - 1
    return True


def _read_office(scan: Scan, phrase: Phrase, position: int) -> bool:
    """Read "for the prime minister" behind a spokesman or an aide: an office without a name."""
    if scan.form(position) != "for" or scan.form(position + 1) != "the":
        return False
    office = scan.find(position + 2, "role")
    if office is None or office.enclitic or office.sense.number != "singular":
        return False
    after = office.last + 1
    if name_run(scan, after) > after or scan.form(after) == "of" or "source" in office.sense.flags:
        return False
    phrase.last = office.last
    return True


def _read_body_by_sort(scan: Scan, phrase: Phrase, position: int) -> bool:
    """Read "at the Peruvian ministry": a body called by its state and its sort."""
    start = position + 1 if scan.form(position) == "the" else position
    state = scan.find(start, "adjective")
    if state is None or scan.form(state.last + 1) not in words("body_sorts"):
        return False
    phrase.last, phrase.side = state.last + 1, phrase.side or state.sense.id
    return True


def _field_end(scan: Scan, position: int) -> int:
    """Return the position behind a place or a field written with capitals; 0 for none."""
    start = position + 1 if scan.form(position) == "the" else position
    if scan.form(start).removesuffix("'s") in words("calendar"):
        return 0  # "summoned the ambassador on Monday"
    name = scan.find(start, "name")
    if name is not None:
        held = scan.find(name.last + 1, "role") if name.enclitic else None
        if held is None and scan.form(name.last + 1) in _CRISES and not name.enclitic:
            return name.last + 2  # "for the Syria crisis"
        return held.last + 1 if held is not None else name.last + 1  # "to Iran's supreme leader"
    end = _lower_field_end(scan, start)
    if end:
        return end
    end = start
    while end < scan.end and end - start < _FIELD_WORDS:
        token = scan.tokens[end]
        if token.is_word and token.text[0].isupper():
            end += 1
        elif (
            token.form == "and" and scan.is_word(end + 1) and scan.tokens[end + 1].text[0].isupper()
        ):
            end += 2
        else:
            break
    return end if end > start else 0


def _lower_field_end(scan: Scan, start: int) -> int:
    """Return the position of a comma close by: "for peace operations, said"; 0 for none."""
    for end in range(start + 1, min(start + 5, scan.end)):
        if scan.form(end) == ",":
            return end
        if not scan.is_word(end) or scan.form(end) in verbs() or scan.tokens[end].text[0].isupper():
            return 0
    return 0


def _read_name(scan: Scan, phrase: Phrase, head: Hit, title_case: bool) -> None:
    """Read the name behind an office."""
    start = phrase.last + 1
    if phrase.enclitic:
        return
    while scan.form(start) in words("titles") and not scan.find(start, "role"):
        start += 2 if scan.form(start + 1) == "." else 1
    end = name_run(scan, start, title_case=title_case)
    if end == start:
        return
    styled = end - start == 1 and scan.form(start - 1) in _STYLES
    phrase.person, phrase.last = letters(scan, start - styled, end), end - 1
    phrase.kind, phrase.definite = "person", True
    phrase.enclitic = "'s" if scan.form(end - 1).endswith("'s") else ""
    if not phrase.enclitic and phrase.side is None and scan.form(end) == "of":
        _read_owner(scan, phrase, end, head)  # "King Abdullah of Jordan"
