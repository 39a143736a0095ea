"""Runs of folded words: what two texts of one language have in common.

In:  a text. Out: its words, folded as lexicons fold them, without short function words stuck to
them, and the set of runs of words; how alike two such sets are, 0 to 1.
Source: A. Broder, "On the resemblance and containment of documents" (1997).
"""

import hashlib
import re
from collections.abc import Collection, Hashable, Iterable
from functools import lru_cache

from kg.lexicon.normalise import fold
from kg.vocabulary import Language

Shingle = tuple[str, ...]

_WORD = re.compile(r"[^\W_]+(?:['’׳\"״][^\W_]+)*")
# Letters that Arabic and Hebrew write onto the next word; taken off where enough of it is left, so
# that "and the talks" and "the talks" meet.
_FRONT = {
    "ar": re.compile(r"^[وف]?[بلك]?(?:ال)?(?=\w{3})"),
    "he": re.compile(r"^[וש]?[בלמכ]?ה?(?=\w{3})"),
}
# Turkish writes case endings of names behind an apostrophe, English the possessive.
_BEHIND = re.compile(r"'\w+$")


def words_of(text: str, language: Language) -> list[str]:
    """Return the words of a text in the form in which they are compared."""
    front = _FRONT.get(language)
    found = (fold(word) for word in _WORD.findall(text))
    if front is not None:
        return [front.sub("", word) for word in found]
    return [_BEHIND.sub("", word) for word in found]


def shingles(text: str, language: Language, *, size: int = 2) -> frozenset[Shingle]:
    """Return the runs of `size` words; for fewer words the one run there is, () for none."""
    words = words_of(text, language)
    if not words:
        return frozenset()
    runs = max(1, len(words) - size + 1)
    return frozenset(tuple(words[i : i + size]) for i in range(runs))


def digested(runs: Iterable[Shingle]) -> bytes:
    """Return eight bytes for each run, sorted: a tenth of the memory, and it can travel.

    Two runs have the same eight bytes by a chance of one in 10^19.
    """
    return b"".join(sorted({_digest(" ".join(run)) for run in runs}))


@lru_cache(maxsize=2048)  # an event is compared with all that stand near it
def numbered(digests: bytes) -> frozenset[int]:
    """Return what `digested` wrote as a set to compare, one number a run."""
    return frozenset(memoryview(digests).cast("Q"))


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).digest()


def resemblance(one: Collection[Hashable], other: Collection[Hashable]) -> float:
    """Return the part of all runs that both have; 0 when one has none."""
    if not one or not other:
        return 0.0
    first, second = frozenset(one), frozenset(other)
    shared = len(first & second)
    return shared / (len(first) + len(second) - shared)
