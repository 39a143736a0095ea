"""`python -m tests.eval.everyday`: write the Hebrew words that no annotator took for a name.

In:  the gold articles of `dev`. Out: kg/lexicon/everyday_he.txt, one folded word a line, sorted.
Hebrew has no capitals: behind "the ambassador" any word that no list knows might be his name. The
words of 107 articles that are part of no actor and no place there are three fifths of what news
about other crises is made of.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from kg.lexicon.normalise import fold

HERE = Path(__file__).parent
LIST = HERE.parent.parent / "kg" / "lexicon" / "everyday_he.txt"
HEAD = "# Words of news that are no names. Written by `python -m tests.eval.everyday`.\n"
_WORD = re.compile(r"[^\W\d_]{2,}")
_SHORT = 4
_OFTEN = 5  # articles
_PREFIXES = "ובלמשכה"
# Everyday words that are somebody's name as well, in news about other crises.
ALSO_NAMES = frozenset((HERE / "also_names_he.txt").read_text(encoding="utf-8").split())


def words_of(text: str) -> Iterator[str]:
    """Yield the words of a text, folded."""
    yield from map(fold, _WORD.findall(text))


def everyday_words() -> list[str]:
    """Return the words of the articles, without those of any actor's or place's surface."""
    used: Counter[str] = Counter()  # by how many articles, where they name nobody by it
    named: set[str] = set()
    for path in (HERE / "dev").glob("*.he.gold.json"):
        gold = json.loads(path.read_text(encoding="utf-8"))
        entities = (*gold["actors"], *gold["locations"])
        here = {w for e in entities for surface in e["surface"] for w in words_of(surface)}
        used.update({w for s in gold["sentences"] for w in words_of(s["text"])} - here)
        named |= here
    named = {w for w in named if used[w] < _OFTEN} | ALSO_NAMES  # "he" and "in" may name somebody
    return sorted(word for word in set(used) - named if not _is_prefixed(word, named))


def _is_prefixed(word: str, named: set[str]) -> bool:
    """True for "and Blinken": a name behind a letter that is written with it."""
    return len(word) > _SHORT and word[0] in _PREFIXES and word[1:] in named


if __name__ == "__main__":
    LIST.write_text(HEAD + "\n".join(everyday_words()) + "\n", encoding="utf-8")
