"""Words that news uses as words: no name that no list knows is looked for among them.

In:  a language. Out: its words, folded. See README.md for where they come from.
"""

from functools import cache
from importlib.resources import files

from kg.lexicon.loader import lasting
from kg.vocabulary import Language


@cache
@lasting
def everyday_words(language: Language) -> frozenset[str]:
    """Return the words of `everyday_<language>.txt`, one a line. Arabic and Hebrew have a list."""
    text = files("kg.lexicon").joinpath(f"everyday_{language}.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))
