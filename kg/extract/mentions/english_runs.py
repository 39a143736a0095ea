"""English names of bodies that no lexicon has, by the grammar of such names.

In:  a `Scan` and a position. Out: the phrase of a body whose last word, or whose word before "of",
     tells that it is one, as far as its capitals go.
    the Arakan Army; Tigray People's Liberation Front; Ethiopian Human Rights Commission;
    Movement for Democratic Change; Justice and Equality Movement; Russia's Security Council
"""

from functools import cache

from kg.extract.mentions.english_name_words import words
from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Phrase, Scan, name_phrase, side_of
from kg.lexicon.gazetteer import load_gazetteer
from kg.lexicon.grammar import words_of
from kg.vocabulary import ActorKind

_LONGEST = 9
_OF = words_of("en", "inside_a_body")
_AND = frozenset({"and", "&"})
_APOSTROPHES = frozenset({"'", "’"})


@cache
def _kinds() -> dict[str, ActorKind]:
    """Return the kind of a body by its last word."""
    found: dict[str, ActorKind] = dict.fromkeys(words("body_endings"), "organization")
    found |= dict.fromkeys(words("media_endings"), "media")
    found |= dict.fromkeys(words("armed_endings"), "armed-group")
    found |= dict.fromkeys(words("ministry_endings"), "ministry")
    return found


def find_body(scan: Scan, position: int) -> list[Phrase]:
    """Return the body whose name begins here: two capitalised words or more."""
    start = position + 1 if scan.form(position) == "the" else position
    if not _may_open(scan, start):
        return []
    end, head = _read(scan, start)
    if head < start or end == start:
        return []
    owner = _owner(scan, start)
    if owner is not None and owner.last >= head:
        return []
    enclitic = "'s" if scan.form(end).endswith("'s") else ""
    phrase = Phrase(start, end, enclitic=enclitic, definite=True, human=False)
    phrase.kind = _kind(scan, start, head)
    if owner is not None and _is_side(owner):
        phrase.side = side_of(owner)
        phrase.nested.append(owner)
    return [phrase]


def _may_open(scan: Scan, position: int) -> bool:
    """True for a capitalised word that may begin the name of a body."""
    if not _is_capital(scan, position):
        return False
    form = scan.form(position).removesuffix("'s")
    if form in words("not_names") and form not in words("body_openers"):
        return False
    if position == 0 and form in words("modifiers") and form not in words("body_openers"):
        return False
    return not any(
        h.sense.tag == "role" and h.sense.number != "plural" for h in scan.hits(position)
    )


def _is_capital(scan: Scan, position: int) -> bool:
    return scan.is_word(position) and scan.tokens[position].text[0].isupper()


def _read(scan: Scan, start: int) -> tuple[int, int]:
    """Return the last word of the body that begins at `start` and of the words before "of"."""
    end = head = start - 1
    position = start
    while position < scan.end and position - start < _LONGEST:
        if _is_capital(scan, position):
            form = scan.form(position)
            owned = form.endswith("'s")
            bare = form.removesuffix("'s")
            if position > start and _stops(scan, position):
                break
            if bare in _kinds():
                end = head = position
            if (
                owned
                and bare not in words("body_genitives")
                and not _opens_owned(scan, start, position)
            ):
                break
            position += 1
        elif head == position - 1 and (scan.form(position) in _OF or _is_on(scan, position)):
            end = _complement(scan, position)
            break
        elif _is_many_owners(scan, start, position) or (
            scan.form(position) in _AND
            and (head <= start or _is_matter(scan, head, position))
            and _joins(scan, start, position)
        ):
            position += 1
        else:
            break
    return end, head


def _is_on(scan: Scan, position: int) -> bool:
    """True for "on" in "Commission on Defence and Security", not in "told the Commission on Syria".

    What a body is for has capitals and is no name that a list has, and no day.
    """
    after = position + 1
    if scan.form(position) != "on" or not _is_capital(scan, after) or scan.hits(after):
        return False
    return scan.form(after) in words("body_matters")


def _is_many_owners(scan: Scan, start: int, position: int) -> bool:
    """True for the apostrophe of "the Sea Peoples' Alliance"."""
    if scan.form(position) not in _APOSTROPHES or position == start:
        return False
    return scan.form(position - 1).endswith("s") and _is_capital(scan, position + 1)


def _stops(scan: Scan, position: int) -> bool:
    """True for an office or a nationality, which begin another phrase."""
    return any(
        h.sense.tag == "role" and h.sense.number != "plural" for h in scan.hits(position)
    ) or scan.form(position) in words("calendar")


def _opens_owned(scan: Scan, start: int, position: int) -> bool:
    """True for the country of "Russia's Security Council"."""
    owner = _owner(scan, start)
    return owner is not None and owner.last == position and owner.category == "either"


def _is_matter(scan: Scan, head: int, position: int) -> bool:
    """True for "Defence" of "Joint Defence and Security Commission": what the body is for."""
    return head == position - 1 and scan.form(head) in words("body_matters")


def _joins(scan: Scan, start: int, position: int) -> bool:
    """True for the "and" of "Justice and Equality Movement", not of two names."""
    after = position + 1
    other = any(h.sense.tag in ("name", "role", "adjective") for h in scan.hits(after))
    if not _is_capital(scan, after) or other or not _may_own(scan, start, position):
        return False
    return position - start <= 2 and any(
        scan.form(i) in _kinds() and all(_is_capital(scan, k) for k in range(after, i))
        for i in (after + 1, after + 2)
    )


def _may_own(scan: Scan, start: int, position: int) -> bool:
    """True for the state of "the Danish Security and Intelligence Service", and for none."""
    owner = _owner(scan, start) if scan.hits(start) else None
    if owner is None:
        return not scan.hits(start)
    field = scan.form(position - 1) in words("body_matters")
    return field and owner.last == position - 2 and _is_side(owner)


def _complement(scan: Scan, position: int) -> int:
    """Return the last word of "of National Unity", "for Democratic Change", "of the Congo"."""
    last = position - 1
    after = position + 1
    if scan.form(after) == "the" and _is_capital(scan, after + 1):
        after += 1
    while after < scan.end and after - position < _LONGEST:
        if _is_capital(scan, after) and scan.form(after) not in words("calendar"):
            last = after
            if scan.form(after).endswith("'s"):
                break
            after += 1
        elif scan.form(after) in _AND and _is_capital(scan, after + 1) and not scan.hits(after + 1):
            after += 1
        else:
            break
    return last


def _owner(scan: Scan, position: int) -> Phrase | None:
    """Return the state or body that the name begins with."""
    for hit in scan.hits(position):
        if hit.sense.tag == "adjective":
            return _adjective(hit)
        if hit.sense.tag == "name":
            return name_phrase(hit)
    return None


def _is_side(owner: Phrase) -> bool:
    """False for a city: "Damascus University" is not the state's."""
    entry = load_gazetteer().entry(owner.identity) if owner.identity else None
    return owner.category == "adjective" or (entry is not None and entry.kind is not None)


def _adjective(hit: Hit) -> Phrase:
    entry = load_gazetteer().entry(hit.sense.id)
    return Phrase(
        hit.first,
        hit.last,
        hit.reading,
        hit.enclitic,
        category="adjective",
        identity=entry.id if entry is not None else hit.sense.id,
    )


def _kind(scan: Scan, start: int, head: int) -> ActorKind:
    inside = {scan.form(i) for i in range(start, head + 1)}
    if inside & words("armed_words"):
        return "armed-group"
    return _kinds()[scan.form(head).removesuffix("'s")]
