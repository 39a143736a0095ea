"""Whether the parties of two events may be the same ones.

A party is its *line*: its IRI, then what it belongs to, innermost first. A ministry may stand for
its state; a party that no lexicon knows and whose side is not told may be anybody.
In:  the parties of two events. Out: how many can be paired, by how sure the pairing is.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.model.iri import is_article_local

Line = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired:
    """How many parties are the same ones, of one side, or perhaps the same; and those left over."""

    same: int
    sides: int
    unknown: int
    left: int

    @property
    def sure(self) -> int:
        """Those about which the lines leave no doubt but that of a body standing for its side."""
        return self.same + self.sides


def pair_parties(one: Sequence[Line], other: Sequence[Line]) -> Paired:
    """Pair as many parties as can be, the surest first; the same either way round."""
    if len(one) == len(other) == 1 and one[0][0] == other[0][0]:
        return Paired(same=1, sides=0, unknown=0, left=0)
    shared = {line[0] for line in one} & {line[0] for line in other}
    first = [line for line in one if line[0] not in shared]
    second = [line for line in other if line[0] not in shared]
    sides = _most(first, second, _one_side)
    anyhow = _most(first, second, lambda a, b: _one_side(a, b) or _unknown(a) or _unknown(b))
    return Paired(
        same=len(shared),
        sides=sides,
        unknown=anyhow - sides,
        left=abs(len(first) - len(second)) + min(len(first), len(second)) - anyhow,
    )


def may_meet(one: tuple[Line, ...], other: tuple[Line, ...]) -> bool:
    """False when no party of one can be one of the other: a cheap look before pairing them."""
    return not _sides(one).isdisjoint(_sides(other))


@lru_cache(maxsize=4096)
def _sides(lines: tuple[Line, ...]) -> frozenset[str]:
    """Return the outermost bodies. A party of no known side is sure of none but itself."""
    return frozenset(line[-1] for line in lines)


def _one_side(one: Line, other: Line) -> bool:
    """One holds the other; or one is not in the gazetteer and belongs to the same side."""
    if one[0] in other or other[0] in one:
        return True
    return _loose(one, other) and one[-1] == other[-1]


def _loose(one: Line, other: Line) -> bool:
    return is_article_local(one[0]) or is_article_local(other[0])


def _unknown(line: Line) -> bool:
    return len(line) == 1 and is_article_local(line[0])


def _most(one: Sequence[Line], other: Sequence[Line], fits: Callable[[Line, Line], bool]) -> int:
    """Return the size of the largest pairing (augmenting paths; parties are few)."""
    taken: dict[int, int] = {}

    def place(i: int, seen: set[int]) -> bool:
        for k, line in enumerate(other):
            if k not in seen and fits(one[i], line):
                seen.add(k)
                if k not in taken or place(taken[k], seen):
                    taken[k] = i
                    return True
        return False

    return sum(place(i, set()) for i in range(len(one)))
