"""Tell who holds an office by the words beside an English name that no list joins to it.

In:  the phrases of a sentence, offices and names joined. Out: the same; a person gets a role.
    Palau's Surangel Whipps; General Jane Roe; his Kenyan counterpart, Jane Roe
    the head of the survey team, Jane Roe, …; Jane Roe, head of its office in Oslo; Jane Roe, who
    heads the mission; Jane Roe of Chad; the presidents of both countries, Jane Roe and Ana Ruiz
"""

from collections.abc import Iterable

from kg.extract.mentions.english_name_words import speech
from kg.extract.mentions.scan import Phrase, Scan
from kg.lexicon.gazetteer import private_roles
from kg.lexicon.grammar import words_of

_RANKS = words_of("en", "ranks_that_are_offices")
_PEERS = words_of("en", "peers_in_office")
_HEADS = words_of("en", "offices_without_a_row")
_HEADING = words_of("en", "heading_a_body")
_FIELDS = words_of("en", "behind_an_office")
_CLOSING = frozenset({",", ".", "-", "–", "—", ")", ";", ":", ""})
_STATES = frozenset({"state", "ministry"})
_BODIES = frozenset({"organization", "armed-group", "ministry"})
_HELD = "office-holder"
_LONGEST = 9  # words of an office beside a name
_BEHIND = 7


def with_offices(scan: Scan, phrases: Iterable[Phrase]) -> list[Phrase]:
    """Return the phrases; whoever is told to hold an office has a role."""
    found = list(phrases)
    for i, phrase in enumerate(found):
        if phrase.person is None or phrase.role is not None or phrase.kind != "person":
            continue
        before = found[i - 1] if i else None
        after = found[i + 1] if i + 1 < len(found) else None
        if _is_held(scan, phrase, before, after):
            phrase.role = _HELD
    return found


def _is_held(scan: Scan, name: Phrase, before: Phrase | None, after: Phrase | None) -> bool:
    if any(scan.form(k) in _RANKS for k in range(name.first, name.last)):
        return True
    if before is not None and _is_of_state(before) and before.last == name.first - 1:
        return True
    if _is_peer(scan, name.first - 1) or _is_told_before(scan, name):
        return True
    if name.enclitic:
        return False
    if _serves(scan, name, after) or _is_told_behind(scan, name.last + 1):
        return True
    joint = before is not None and before.person and scan.form(name.first - 1) == "and"
    return bool(joint and before and before.last == name.first - 2 and before.role == _HELD)


def _is_of_state(owner: Phrase) -> bool:
    """True for the "Palau's" of "Palau's Surangel Whipps"."""
    return bool(owner.enclitic) and owner.person is None and owner.kind in _STATES


def _is_peer(scan: Scan, i: int) -> bool:
    """True for "counterpart" of "his Kenyan counterpart(,) Jane Roe"."""
    i -= scan.form(i) == ","
    return scan.form(i) in _PEERS or (scan.form(i), scan.form(i - 1)) == ("number", "opposite")


def _is_told_before(scan: Scan, name: Phrase) -> bool:
    """True for "The head of the survey team, Jane Roe, …" and "the presidents, A and B"."""
    comma = name.first - 1
    if scan.form(comma) != "," or name.enclitic:
        return False
    several = scan.form(name.last + 1) == "and"
    if not several and scan.form(name.last + 1) not in _CLOSING:
        return False
    for i in range(comma - 1, max(-1, comma - 1 - _LONGEST), -1):
        if not (scan.is_word(i) or scan.form(i) == "-") or scan.form(i) in speech():
            return False
        last = _office_from(scan, i, several=several)
        if last is not None and (last == comma - 1 or scan.form(last + 1) in _FIELDS):
            return not (several and any(scan.find(k, "name") for k in range(last + 1, comma)))
    return False


def _office_from(scan: Scan, i: int, *, several: bool) -> int | None:
    """Return the last token of the office that begins at token `i`; None for none."""
    hit = scan.find(i, "role")
    if hit is not None and hit.sense.id not in private_roles() and not hit.enclitic:
        many = hit.sense.number == "plural"
        return hit.last if many == several else None
    return i if scan.form(i) in _HEADS and not several else None


def _serves(scan: Scan, name: Phrase, after: Phrase | None) -> bool:
    """True for "Jane Roe of Chad", "Jane Roe of Chad's border service"."""
    if after is None or scan.form(name.last + 1) != "of":
        return False
    beside = after.first - name.last - 2 in (0, 1) and not after.person
    if not beside or after.role is not None:
        return False
    return after.kind == "state" or (after.kind in _BODIES and after.side is not None)


def _is_told_behind(scan: Scan, comma: int) -> bool:
    """True for ", head of its office in Oslo", ", who heads the mission" behind a name."""
    if scan.form(comma) not in (",", "(", "-", "–", "—"):
        return False
    if scan.form(comma + 1) == "who":
        return scan.form(comma + 2) in _HEADING
    ends = _FIELDS | speech()
    for i in range(comma + 1, min(scan.end, comma + 1 + _BEHIND)):
        if not (scan.is_word(i) or scan.form(i) == "-") or scan.form(i) in ends:
            return False
        if (last := _office_from(scan, i, several=False)) is not None:
            # The office ends there, or what it is for begins.
            return scan.form(last + 1) in _CLOSING or scan.form(last + 1) in _FIELDS
    return False
