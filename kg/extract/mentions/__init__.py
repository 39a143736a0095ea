"""Find actors and places named or described in a sentence.

In:  a `Sentence` (tokens with readings) and its language. Out: `Mention`s in order of the text.
A grammar over lexicons: institution + nationality, role + body + nationality + name, names.
No whole names are remembered that grammar could put together. Pure.
Nested: the state inside "وزارة الدفاع التركية" is a mention of its own, category "adjective".
"""

from kg.extract.mentions.apposition import join_appositions
from kg.extract.mentions.arabic import find_arabic
from kg.extract.mentions.doubtful import drop_doubtful
from kg.extract.mentions.english import find_english
from kg.extract.mentions.english_held import with_offices
from kg.extract.mentions.english_predicates import without_predicates
from kg.extract.mentions.english_sorts import with_sorts
from kg.extract.mentions.hebrew import find_hebrew, with_letters
from kg.extract.mentions.posts import with_cities
from kg.extract.mentions.rows import load_lexicon
from kg.extract.mentions.scan import Scan
from kg.extract.mentions.turkish import find_turkish
from kg.model.mention import Mention
from kg.model.token import Sentence
from kg.vocabulary import Language

_GRAMMARS = {"ar": find_arabic, "en": find_english, "tr": find_turkish, "he": find_hebrew}

__all__ = ["find_mentions"]


def find_mentions(sentence: Sentence, language: Language) -> tuple[Mention, ...]:
    """Return the mentions in a sentence, by first token, the longer of two first."""
    grammar = _GRAMMARS.get(language)
    if grammar is None:
        return ()
    scan = Scan(sentence, load_lexicon(language))
    drop_doubtful(scan)
    phrases = join_appositions(scan, grammar(scan))
    if language == "en":
        known = without_predicates(scan, with_offices(scan, phrases))
        phrases = iter(with_sorts(scan, known))
    found = [m for phrase in phrases for m in scan.mentions(phrase)]
    if language == "he":
        found = [with_letters(sentence, m) for m in found]
    found = with_cities(scan, found)
    return tuple(sorted(found, key=lambda m: (m.first, -m.last)))
