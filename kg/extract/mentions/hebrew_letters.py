"""Tell foreign names from Hebrew words by the letters that they are made of.

In:  a folded word without the letters written onto it. Out: how much likelier its letters, three in
a row, are in names of places and people than in words of news: above 0 in names, below in words.
    טולצ'ה, סולינה, ווייגאני   names
    תשתיות, מסגרת, הודיע       words
Source: the gazetteer's places and the first names against everyday words and verbs.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from kg.extract.mentions.hebrew_parts import verbs
from kg.lexicon.everyday import everyday_words
from kg.lexicon.gazetteer import load_gazetteer
from kg.lexicon.loader import read_toml
from kg.lexicon.normalise import fold

_WORD = re.compile(r"[א-ת']{3,}")
_UNSEEN = 0.5  # what a row of letters counts that one side never shows


def foreignness(word: str) -> float:
    """Return the sum of the logarithms of the odds of its letters: 6 and more is hardly a word."""
    return _foreignness(word)


@lru_cache(maxsize=4096)
def _foreignness(word: str) -> float:
    odds, unknown = _odds()
    return sum(odds.get(letters, unknown) for letters in _threes(word))


def _threes(word: str) -> Iterator[str]:
    whole = f"^{word}$"
    return (whole[i : i + 3] for i in range(len(whole) - 2))


@cache
def _odds() -> tuple[dict[str, float], float]:
    """Return the logarithm of the odds of each three letters, and of those never seen."""
    words = {w for w in everyday_words("he") if _WORD.fullmatch(w)}
    words |= {w for w in verbs() if _WORD.fullmatch(w)}
    names = _counted(_names() - words)
    plain = _counted(words)
    seen = set(names) | set(plain)
    all_names = sum(names.values()) + _UNSEEN * len(seen)
    all_plain = sum(plain.values()) + _UNSEEN * len(seen)
    base = math.log(all_plain / all_names)
    odds = {
        threes: math.log((names[threes] + _UNSEEN) / (plain[threes] + _UNSEEN)) + base
        for threes in seen
    }
    return odds, base


def _counted(words: Iterable[str]) -> Counter[str]:
    return Counter(letters for word in words for letters in _threes(word))


def _names() -> set[str]:
    """Return the words of places' names and the first names."""
    places = (e for e in load_gazetteer().entries() if e.category != "actor")
    texts = [fold(name) for place in places for name in place.names.get("he", ())]
    texts += [fold(name) for name in read_toml("given_names.toml")["he"]]
    return {word for text in texts for word in _WORD.findall(text)}
