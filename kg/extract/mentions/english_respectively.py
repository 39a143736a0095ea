"""Give each of several English office-holders the name told behind, in the same order.

In:  the phrases of a sentence, in order. Out: the same, but offices whose holders stand behind
between commas are told with these.
    The foreign ministers of Latvia and Estonia, Ann Berg and Jo Tamm, backed the letter.
Not where there are more or fewer names than offices.
"""

from collections.abc import Iterable

from kg.extract.mentions.scan import Phrase, Scan

_CLOSES = frozenset({",", ".", ";", ")", "", "-", "–", "—"})
_FEWEST = 2


def respectively(scan: Scan, phrases: Iterable[Phrase]) -> list[Phrase]:
    """Return the phrases, each of several offices with its holder's name."""
    found = list(phrases)
    for i in range(len(found)):
        count = _offices(scan, found, i)
        if count >= _FEWEST and _are_named(scan, found, i + count, count):
            offices, holders = found[i : i + count], found[i + count : i + 2 * count]
            for office, holder in zip(offices, holders, strict=True):
                holder.role, holder.side = office.role, office.side
            whole = holders[0]  # from the offices on, so that nothing else is read in them
            whole.first = offices[0].first
            whole.nested = [n for office in offices for n in office.nested]
            return [*found[:i], *found[i + count :]]
    return found


def _offices(scan: Scan, phrases: list[Phrase], i: int) -> int:
    """Return how many offices of one sort begin a list at phrase `i`, which a comma ends."""
    count = 0
    while i + count < len(phrases) and _is_vacant(phrases[i + count], phrases[i].role):
        count += 1
        behind = scan.form(phrases[i + count - 1].last + 1)
        named = i + count < len(phrases) and bool(phrases[i + count].person)
        if behind not in (",", "and") or (behind == "," and named):
            break
    return count if count and scan.form(phrases[i + count - 1].last + 1) == "," else 0


def _is_vacant(phrase: Phrase, role: str | None) -> bool:
    described = phrase.role is not None and phrase.role == role and phrase.kind == "official"
    return described and phrase.person is None and not phrase.unnamed and phrase.side is not None


def _are_named(scan: Scan, phrases: list[Phrase], i: int, count: int) -> bool:
    """True for as many names between commas: ", A and B,"."""
    names = phrases[i : i + count]
    if len(names) < count or scan.form(names[-1].last + 1) not in _CLOSES:
        return False
    if any(not n.person or n.role or n.side or n.enclitic for n in names):
        return False
    joined = all(
        scan.form(n.first - 1) in (",", "and") and n.first - 1 <= before.last + 2
        for before, n in zip(phrases[i - 1 :], names, strict=False)
    )
    opened = scan.form(names[0].first - 1) == ","  # not ", and A and B", who are others
    return joined and opened and scan.form(names[-1].first - 1) == "and"
