"""English institutions, offices and descriptions of people, with all that belongs to them.

In:  a `Scan` and the position where one may begin. Out: the phrase, and before it those that
     share its head ("Turkish and Israeli officials" are two).
    (article) (modifiers) (state | body) (modifiers) institution | role (of … | for … | at …) (name)
"""

from dataclasses import dataclass, field
from functools import cache

from kg.extract.mentions.english_names import letters, name_run, verbs, words
from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Phrase, Scan, name_phrase, side_of

_ARTICLES = frozenset({"the", "a", "an", "both"})
_FRONT = 8  # words before the head
_OWNERS = frozenset({"of", "for", "at", "in", "from", "with", "within", "inside"})
_FIELD_WORDS = 6


@dataclass(slots=True)
class _Front:
    """What stands before the head, as far as it is read."""

    end: int
    article: str = ""
    counted: bool = False
    owners: list[Phrase] = field(default_factory=list)  # "Turkish and Israeli": two
    institution: Hit | None = None
    capital: bool = False


def find_description(scan: Scan, position: int, title_case: bool) -> list[Phrase]:
    """Return the description that begins here; nothing when no institution or role ends it."""
    if not _may_begin(scan, position):
        return []
    front = _Front(position)
    if scan.form(position) in _ARTICLES:
        front.article, front.end = scan.form(position), position + 1
    role: Hit | None = None
    while front.end < scan.end and front.end - position <= _FRONT:
        role = scan.find(front.end, "role")
        if role is not None or not _read_front(scan, front):
            break
    if role is not None:
        return _role(scan, position, front, role, title_case)
    if front.institution is not None:
        return _institution(scan, position, front)
    return []


@cache
def openers() -> frozenset[str]:
    """Return the words, besides those of the lexicon, that a description may begin with."""
    return words("indefinite") | words("modifiers") | _ARTICLES


def _may_begin(scan: Scan, position: int) -> bool:
    form = scan.form(position)
    if form in openers():
        return scan.is_word(position + 1)
    return any(
        h.sense.tag in ("adjective", "name", "institution", "role") for h in scan.hits(position)
    )


def _read_front(scan: Scan, front: _Front) -> bool:
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
    if form in words("modifiers") or form in words("indefinite"):
        front.counted = front.counted or form in words("indefinite")
        front.end = position + 1
        return True
    if form == "-" and position > 0 and scan.is_word(position + 1):
        front.end = position + 1
        return True
    return False


def _role_follows(scan: Scan, front: _Front) -> bool:
    return scan.find(front.end, "role") is not None


def _owners(scan: Scan, position: int) -> list[Phrase]:
    """Return the states or bodies whose institution follows: one, or several of one kind."""
    owners: list[Phrase] = []
    while (owner := _owner(scan, position)) is not None:
        owners.append(owner)
        after = owner.last + 1
        if scan.form(after) == "," and scan.form(after + 1) == "and":
            after += 1
        following = _owner(scan, after + 1)
        if owner.category != "adjective" or following is None:
            break
        if following.category != "adjective" or scan.form(after) not in ("and", ",", "or"):
            break
        position = after + 1
    joined = len(owners) < 2 or scan.form(owners[-1].first - 1) in ("and", "or")
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


def _institution(scan: Scan, start: int, front: _Front) -> list[Phrase]:
    head = front.institution
    if head is None or front.end != head.last + 1:
        return []
    if not front.owners and not head.enclitic:
        following = _following_state(scan, head.last + 1)
        if following is not None:
            return [_owned(start, head, following, following.last, following.enclitic)]
    if not front.owners:
        named = front.article == "the" or scan.tokens[head.first].text[0].isupper()
        if not named or "bare" not in head.sense.flags:
            return []
        body = _body(start, head)
        if scan.form(start - 1) in words("possessives"):
            body.role = None  # somebody's, whom the sentence alone does not tell
        return [body]
    found = [_owned(o.first, head, o, o.last, o.enclitic) for o in front.owners[:-1]]
    first = start if len(front.owners) == 1 else front.owners[-1].first
    found.append(_owned(first, head, front.owners[-1], head.last, head.enclitic))
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


def _body(start: int, head: Hit) -> Phrase:
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


def _owned(start: int, head: Hit, owner: Phrase, last: int, enclitic: str) -> Phrase:
    phrase = _body(start, head)
    phrase.last, phrase.enclitic = last, enclitic
    state = side_of(owner)
    is_state = "is_state" in head.sense.flags
    if owner.category == "actor" or owner.kind not in (None, "state"):
        # an institution of a body ("the SDF command") has no identity of its own
        phrase.side = state
    else:
        phrase.identity = state if is_state else f"{state}.{head.sense.id}"
        phrase.side = None if is_state else state
        phrase.kind = head.sense.kind
    if not is_state and last > owner.last:
        phrase.nested.append(owner)
    return phrase


def _role(scan: Scan, start: int, front: _Front, head: Hit, title_case: bool) -> list[Phrase]:
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
    if not head.enclitic:
        _read_behind(scan, phrase, head)
        if sense.number == "singular":
            _read_name(scan, phrase, title_case)
    if not _is_described(phrase, front, head):
        return []
    vague = "source" in sense.flags or not phrase.definite
    phrase.unnamed = vague and phrase.person is None
    return [*_others(scan, front, phrase, head), phrase, *_joined_states(scan, phrase, head)]


def _own(scan: Scan, phrase: Phrase, front: _Front, head: Hit) -> None:
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
            _owned(owner.first, front.institution, owner, front.institution.last, "")
            if owner is not None
            else _body(front.institution.first, front.institution)
        )
        phrase.side = inner.identity or inner.side
        phrase.nested.append(inner)
        if owner is not None and inner.identity == side_of(owner):
            inner.nested.clear()
    elif owner is not None:
        phrase.side = side_of(owner)
        phrase.nested.append(owner)


def _joined_states(scan: Scan, phrase: Phrase, head: Hit) -> list[Phrase]:
    """Return those of "the foreign ministers of Azerbaijan and Turkey": one for each state."""
    if head.sense.number != "plural" or "source" in head.sense.flags or not phrase.nested:
        return []
    first = phrase.nested[-1]
    if first.category != "either" or first.last != phrase.last:
        return []
    found: list[Phrase] = []
    for state in _listed_states(scan, phrase.last + 1):
        more = Phrase(
            state.first,
            state.last,
            enclitic=state.enclitic,
            kind="official",
            role=phrase.role,
            side=side_of(state),
            number="singular",
            definite=True,
            human=True,
            shown=f"{head.sense.base} of {scan.text(state.first, state.last)}",
            nested=[state],
        )
        found.append(more)
    if found:
        phrase.number, phrase.unnamed = "singular", False
        phrase.shown = f"{head.sense.base} of {scan.text(first.first, first.last)}"
    return found


def _listed_states(scan: Scan, position: int) -> list[Phrase]:
    """Return the states in ", Jordan and Turkey", which "and" has to end."""
    found: list[Phrase] = []
    while scan.form(position) in (",", "and"):
        ends = scan.form(position) == "and" or scan.form(position + 1) == "and"
        start = position + 2 if scan.form(position + 1) == "and" else position + 1
        hit = scan.find(start, "name")
        state = name_phrase(hit) if hit else None
        if state is None or state.category != "either":
            return []
        found.append(state)
        if ends:
            return found
        position = state.last + 1
    return []


def _others(scan: Scan, front: _Front, phrase: Phrase, head: Hit) -> list[Phrase]:
    """Return those of the other states that share the head; of an office each has one holder."""
    if len(front.owners) < 2:
        return []
    shared = scan.text(front.owners[-1].last + 1, head.last)
    if "source" not in head.sense.flags and head.sense.number == "plural":
        shared = shared[: -len(scan.text(head.first, head.last))] + head.sense.base
        phrase.number = "singular"
        phrase.shown = f"{scan.text(front.owners[-1].first, front.owners[-1].last)} {shared}"
    return [
        Phrase(
            owner.first,
            owner.last,
            enclitic=owner.enclitic,
            kind="official",
            role=phrase.role,
            side=side_of(owner),
            unnamed=phrase.unnamed,
            number=phrase.number,
            definite=phrase.definite,
            human=True,
            shown=f"{scan.text(owner.first, owner.last)} {shared}",
            nested=[owner],
        )
        for owner in front.owners[:-1]
    ]


def _is_described(phrase: Phrase, front: _Front, head: Hit) -> bool:
    """True when it says enough to be a mention: "minister" alone, without article, does not."""
    if "adjectival" in head.sense.flags:
        return bool(phrase.person or phrase.side or phrase.last > head.last)
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
                phrase.last = end - 1
                continue
        if word in ("to", "for", "on") and "to" in head.sense.flags:
            end = _field_end(scan, position + 1)
            if end:
                phrase.last = end - 1
                continue
        return


def _read_owner(scan: Scan, phrase: Phrase, position: int, head: Hit) -> bool:
    inner = _body_at(scan, position + 1)
    if inner is None or (phrase.side and inner.category == "either"):
        return False
    word = scan.form(position)
    if word in ("in", "from", "with", "at", "within", "inside") and inner.category == "either":
        return False
    if word == "for" and inner.category == "either" and "to" in head.sense.flags:
        return False
    phrase.last, phrase.enclitic = inner.last, inner.enclitic
    inner.enclitic = inner.enclitic
    phrase.side = inner.identity or inner.side or phrase.side
    if inner.category == "either":
        phrase.side = side_of(inner)
    phrase.nested.append(inner)
    return True


def _body_at(scan: Scan, position: int) -> Phrase | None:
    """Return the institution, body or state that begins here, its article not counted."""
    start = position + 1 if scan.form(position) == "the" else position
    front = _Front(start, article="the")
    while front.end < scan.end and front.end - start <= _FRONT and _read_front(scan, front):
        pass
    if front.institution is not None:
        found = _institution(scan, start, front)
        if len(found) == 1:
            return found[0]
    for hit in scan.all(start, "name"):
        phrase = name_phrase(hit)
        if phrase.category != "place":
            return phrase
    return None


def _field_end(scan: Scan, position: int) -> int:
    """Return the position behind a place or a field written with capitals; 0 for none."""
    start = position + 1 if scan.form(position) == "the" else position
    name = scan.find(start, "name")
    if name is not None:
        return name.last + 1
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


def _read_name(scan: Scan, phrase: Phrase, title_case: bool) -> None:
    """Read the name behind an office."""
    start = phrase.last + 1
    if phrase.enclitic:
        return
    while scan.form(start) in words("titles") and not scan.find(start, "role"):
        start += 2 if scan.form(start + 1) == "." else 1
    end = name_run(scan, start, title_case=title_case)
    if end == start:
        return
    phrase.person, phrase.last = letters(scan, start, end), end - 1
    phrase.kind, phrase.definite = "person", True
    phrase.enclitic = "'s" if scan.form(end - 1).endswith("'s") else ""
