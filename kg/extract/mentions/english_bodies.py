"""English institutions, and what may stand before a role: articles, modifiers, states, bodies.

In:  a `Scan` and a position. Out: a `Front`, read word by word, and the institution it ends in.
"""

from dataclasses import dataclass, field
from functools import cache

from kg.extract.mentions.english_name_words import verbs, words
from kg.extract.mentions.english_names import is_foreign_capital
from kg.extract.mentions.english_runs import find_body
from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Phrase, Scan, name_phrase, side_of
from kg.lexicon.grammar import words_of

ARTICLES = frozenset({"the", "a", "an", "both"})
_MOST_OWNERS = 8
_OF_MANY = frozenset({"embassy", "troops", "mission"})
_ABROAD = frozenset({"embassy", "delegation", "media", "factions"})  # where they are is not whose
_JOINS = frozenset({"and", ",", "or", "the"})
_NO_DESCRIPTION = words_of("en", "no_description")
_INFORMED = words_of("en", "who_may_be_informed")
LONGEST_FRONT = 8  # words before the head


@dataclass(slots=True)
class Front:
    """What stands before the head, as far as it is read."""

    end: int
    article: str = ""
    counted: bool = False
    owners: list[Phrase] = field(default_factory=list)  # "Turkish and Israeli": two
    institution: Hit | None = None
    capital: bool = False


@cache
def openers() -> frozenset[str]:
    """Return the words, besides those of the lexicon, that a description may begin with."""
    return words("indefinite") | words("modifiers") | ARTICLES


def may_begin(scan: Scan, position: int) -> bool:
    """True where an article, a modifier or a word of the lexicon can open a description."""
    form = scan.form(position)
    if form in openers():
        return scan.is_word(position + 1) or scan.form(position + 1) == "-"  # "Vice-Minister"
    return any(
        h.sense.tag in ("adjective", "name", "institution", "role") for h in scan.hits(position)
    )


def is_informing(scan: Scan, position: int) -> bool:
    """True for the verb of "informed senators that", no adjective of "informed sources"."""
    if scan.form(position) != "informed" or scan.form(position - 1) in ("an", "-", "well"):
        return False
    after = position + 1 + (scan.form(position + 1) in ARTICLES)
    return after > position + 1 or scan.form(after) not in _INFORMED


def read_front(scan: Scan, front: Front) -> bool:
    """Read one more part before the head; False when none stands here."""
    position = front.end
    found = scan.find(position, "institution")
    if found is not None and front.institution is None:
        front.institution, front.end = found, found.last + 1
        return not found.enclitic or _role_follows(scan, front)
    if front.institution is None and not front.owners:
        owners = _owners(scan, position)
        if owners:
            front.owners, front.end = owners, owners[-1].last + 1
            return True
    form = scan.form(position)
    if is_informing(scan, position):
        return False
    if form in words("modifiers") or form in words("indefinite"):
        front.counted = front.counted or form in words("indefinite")
        front.end = position + 1
        return True
    if form == "-" and position > 0 and scan.is_word(position + 1):
        front.end = position + 1
        return True
    if (front.owners and _describes(scan, front)) or _is_theirs(scan, front):
        front.end = position + 1
        return True
    return False


def _is_theirs(scan: Scan, front: Front) -> bool:
    """True for a name no list has between "a" and a source: "a Whitehall source"."""
    position = front.end
    if front.article not in ("a", "an") or scan.form(position - 1) != front.article:
        return False
    role = scan.find(position + 1, "role") if is_foreign_capital(scan, position) else None
    return role is not None and "source" in role.sense.flags


def _describes(scan: Scan, front: Front) -> bool:
    """True for a word no list has between a state and an office: "Korea's unification minister"."""
    token, form = scan.tokens[front.end], scan.form(front.end)
    if not token.text.isalpha() or not token.text.islower() or scan.hits(front.end):
        return False
    if form in verbs() | words("place_words") | words("possessives") | words("not_names"):
        return False
    if form in _JOINS | ARTICLES | _NO_DESCRIPTION:
        return False
    owned = bool(front.owners[-1].enclitic)
    acts = form.endswith(("ed", "ing", "s")) and not owned
    return not acts and scan.find(front.end + 1, "role") is not None


def _role_follows(scan: Scan, front: Front) -> bool:
    return scan.find(front.end, "role") is not None


def _owners(scan: Scan, position: int) -> list[Phrase]:
    """Return the states or bodies whose institution follows: one, or several of one kind."""
    owners: list[Phrase] = []
    while len(owners) < _MOST_OWNERS and (owner := _owner(scan, position)) is not None:
        owners.append(owner)
        after = owner.last + 1
        if scan.form(after) == "," and scan.form(after + 1) == "and":
            after += 1
        after += scan.form(after + 1) == "the" and scan.form(after) in ("and", "or")
        following = _owner(scan, after + 1)
        if owner.category != "adjective" or following is None:
            break
        if following.category != "adjective" or scan.form(after) not in _JOINS:
            break
        position = after + 1
    joined = len(owners) < 2 or scan.form(owners[-1].first - 1) in ("and", "or", "the")
    return owners if joined else []


def _owner(scan: Scan, position: int) -> Phrase | None:
    for hit in scan.hits(position):
        if hit.sense.tag == "adjective" and "people" not in hit.sense.flags:
            return Phrase(
                hit.first,
                hit.last,
                hit.reading,
                hit.enclitic,
                category="adjective",
                identity=hit.sense.id,
            )
        if hit.sense.tag == "name":
            phrase = name_phrase(hit)
            if phrase.category != "place":
                return phrase
    return None


def read_institution(scan: Scan, start: int, front: Front) -> list[Phrase]:
    """Return the institution that the front ends in: of one state, of several, or of none told."""
    head = front.institution
    if head is None or front.end != head.last + 1:
        return []
    if not front.owners and not head.enclitic:
        following = _following_state(scan, head.last + 1)
        if following is not None:
            return [owned_body(start, head, following, following.last, following.enclitic)]
        seat = _seat(scan, head)
        if seat is not None:
            return [owned_body(start, head, seat, head.last, "")]
    if not front.owners:
        capital = scan.tokens[head.first].text[0].isupper()
        if head.first == 0:  # any word may have it there: "Opposition figures said"
            capital = scan.form(head.last + 1) in verbs()
        named = front.article == "the" or capital
        named = named or head.sense.kind == "media"  # "told state television"
        if not named or "bare" not in head.sense.flags:
            return []
        body = plain_body(start, head)
        if scan.form(start - 1) in words("possessives"):
            body.role = None  # somebody's, whom the sentence alone does not tell
        return [body]
    found = [owned_body(o.first, head, o, o.last, o.enclitic) for o in front.owners[:-1]]
    first = start if len(front.owners) == 1 else front.owners[-1].first
    found.append(owned_body(first, head, front.owners[-1], head.last, head.enclitic))
    return found


def _following_state(scan: Scan, position: int) -> Phrase | None:
    """Return the state in "of Syria", "of the United States"."""
    if scan.form(position) != "of":
        return None
    start = position + 2 if scan.form(position + 1) == "the" else position + 1
    for hit in scan.all(start, "name"):
        phrase = name_phrase(hit)
        if phrase.category == "either":
            return phrase
    return None


def _seat(scan: Scan, head: Hit) -> Phrase | None:
    """Return the capital in "the foreign ministry in Niamey", which tells whose it is."""
    if scan.form(head.last + 1) != "in" or head.sense.id in _ABROAD:
        return None
    for hit in scan.all(head.last + 2, "name"):
        phrase = name_phrase(hit)
        if phrase.category == "either" and not hit.enclitic:
            return phrase
    return None


def plain_body(start: int, head: Hit) -> Phrase:
    """Return an institution as far as its own words tell."""
    kind = "organization" if head.sense.kind == "state" else head.sense.kind
    return Phrase(
        start,
        head.last,
        enclitic=head.enclitic,
        kind=kind,
        role=head.sense.id,
        number=head.sense.number,
        definite=True,
        human=False,
    )


def owned_body(start: int, head: Hit, owner: Phrase, last: int, enclitic: str) -> Phrase:
    """Return the institution of a state or body."""
    phrase = plain_body(start, head)
    phrase.last, phrase.enclitic = last, enclitic
    state = side_of(owner)
    is_state = "is_state" in head.sense.flags
    several = owner.category == "actor" or owner.kind not in (None, "state")
    if several or head.sense.id in _OF_MANY:
        # an institution of a body ("the SDF command") has no identity of its own, nor has one of
        # which a state has many
        phrase.side = state
    else:
        phrase.identity = state if is_state else f"{state}.{head.sense.id}"
        phrase.side = None if is_state else state
        phrase.kind = head.sense.kind
    if not is_state and last > owner.last:
        phrase.nested.append(owner)
    return phrase


def body_at(scan: Scan, position: int) -> Phrase | None:
    """Return the institution, body or state that begins here, its article not counted."""
    start = position + 1 if scan.form(position) == "the" else position
    front = Front(start, article="the")
    while front.end < scan.end and front.end - start <= LONGEST_FRONT and read_front(scan, front):
        pass
    if front.institution is not None:
        found = read_institution(scan, start, front)
        if len(found) == 1:
            return found[0]
    named = [p for hit in scan.all(start, "name") if (p := name_phrase(hit)).category != "place"]
    found = [*prefixed(scan, start), *find_body(scan, start), *named[:1]]
    return max(found, key=lambda phrase: phrase.last, default=None)


def prefixed(scan: Scan, position: int) -> list[Phrase]:
    """Return the known body of "the U.S. State Department": its state stands in front again."""
    for hit in scan.hits(position):
        if hit.sense.tag not in ("adjective", "name") or hit.enclitic:
            continue
        for named in scan.all(hit.last + 1, "name"):
            phrase = name_phrase(named)
            named_so = phrase.side == hit.sense.id or phrase.kind == "armed-group"
            if phrase.category == "actor" and named_so:
                phrase.first, phrase.reading = position, hit.reading
                return [phrase]
    return []
