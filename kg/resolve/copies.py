"""Are two articles one text that went round, edited here and there?

In:  texts. Out: *bands*, short digests: two articles share one only when they may be copies,
so that copies are looked up and never searched for; and the exact comparison of two texts.
Headlines, a cut paragraph and changed words do not hide a copy; two reports of one event in their
own words share few runs of words.
Source: A. Broder, "On the resemblance and containment of documents" (1997); banding after
J. Leskovec et al., "Mining of Massive Datasets", 3.4. With runs of two words, 24 bands of two
minima find a resemblance of .4 with a chance of .98, one of .05 with .06.
"""

import hashlib
import struct
from functools import lru_cache

from kg.resolve.shingles import digested, numbered, resemblance, shingles
from kg.vocabulary import Language

BANDS = 24
_ROWS = 2
_MASK = (1 << 61) - 1
_FEWEST_WORDS = 40  # a shorter text says too little to be told from another report
_COPIED_TEXT = 0.35  # of the runs of both
_COPIED_SHORTER = 0.62  # of the shorter one's, where a paragraph was cut
_FEWEST_PASSAGE_RUNS = 11
_COPIED_PASSAGE = 0.6


def text_runs(text: str, language: Language) -> bytes:
    """Return the runs of words of a text, see `kg.resolve.shingles.digested`."""
    return digested(shingles(text, language))


def text_bands(text: str, language: Language) -> frozenset[str]:
    """Return the article's bands, "03-9f2c41d07be85a16"; none for a text too short to compare."""
    return bands_of_runs(text_runs(text, language))


def bands_of_runs(runs: bytes) -> frozenset[str]:
    """Return the bands of a text of these runs."""
    if len(runs) < _FEWEST_WORDS * 8:
        return frozenset()
    hashes = [int.from_bytes(runs[i : i + 8], "big") for i in range(0, len(runs), 8)]
    minima = _minima(hashes)
    return frozenset(
        f"{band:02d}-{_hash(' '.join(map(str, minima[band * _ROWS : (band + 1) * _ROWS]))):016x}"
        for band in range(BANDS)
    )


def _minima(hashes: list[int]) -> list[int]:
    """Return the least of `a * h + b` over the hashes, to 61 bits, for each permutation.

    All hashes stand in one number, 128 bits apart, where no product meets the next: five times as
    fast as one after the other.
    """
    count = len(hashes)
    lanes = int.from_bytes(b"".join(h.to_bytes(16, "little") for h in hashes), "little")
    ones = int.from_bytes(b"".join([(1).to_bytes(16, "little")] * count), "little")
    masks, unpack = ones * _MASK, struct.Struct(f"<{2 * count}Q").unpack
    return [
        min(unpack(((a * lanes + b * ones) & masks).to_bytes(16 * count, "little"))[::2])
        for a, b in _permutations()
    ]


def is_copy(one: str, other: str, language: Language) -> bool:
    """True when two articles of one language are nearly the same text."""
    return are_copies(_runs(one, language), _runs(other, language))


@lru_cache(maxsize=256)
def _runs(text: str, language: Language) -> bytes:
    """Return the runs of a text, which is compared with several others at a time."""
    return text_runs(text, language)


def are_copies(one: bytes, other: bytes) -> bool:
    """True when two articles of one language, given by their runs, are nearly the same text."""
    shorter, longer = sorted((len(one), len(other)))
    if shorter < _FEWEST_WORDS * 8 or shorter < _COPIED_TEXT * longer:
        return False
    first, second = _numbered(one), _numbered(other)
    shared = len(first & second)
    return shared / (len(first) + len(second) - shared) >= _COPIED_TEXT or (
        shorter * 2 >= longer and shared / min(len(first), len(second)) >= _COPIED_SHORTER
    )


@lru_cache(maxsize=64)
def _numbered(runs: bytes) -> frozenset[int]:
    """Return the runs of a text as a set; one that comes is compared with many."""
    return numbered(runs)


def is_copied_passage(one: str, other: str, language: Language) -> bool:
    """True when two passages of one language are nearly the same words; False for short ones."""
    first, second = shingles(one, language), shingles(other, language)
    if min(len(first), len(second)) < _FEWEST_PASSAGE_RUNS:
        return False
    return resemblance(first, second) >= _COPIED_PASSAGE


def _hash(text: str) -> int:
    digest = hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big")


@lru_cache(maxsize=1)
def _permutations() -> tuple[tuple[int, int], ...]:
    """Return the factors of the hash functions, odd and plain, the same in every run."""
    return tuple((_hash(f"factor {i}") | 1, _hash(f"addend {i}")) for i in range(BANDS * _ROWS))
