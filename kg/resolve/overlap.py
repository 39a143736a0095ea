"""Tell how much two stretches of text say the same.

In:  two stretches. Out: the share of the shorter one's content words that the other has, 0 to 1.
"""

import re
from functools import lru_cache

from kg.lexicon.normalise import fold

_WORD = re.compile(r"\w+")
_ARABIC_FRONT = re.compile("^(?:[وفبلك]?ال|لل|[وف])(?=.{3})")
_LEAST_LETTERS = 3


def overlap(one: str, other: str) -> float:
    """Return 0 when either stretch has no word of three letters."""
    first, second = stems(one), stems(other)
    if not first or not second:
        return 0.0
    return len(first & second) / min(len(first), len(second))


@lru_cache(maxsize=512)
def stems(text: str) -> frozenset[str]:
    """Return the folded words of three letters and more, Arabic article and conjunction gone."""
    words = (_ARABIC_FRONT.sub("", fold(word)) for word in _WORD.findall(text))
    return frozenset(word for word in words if len(word) >= _LEAST_LETTERS)
