"""Tell the language of a text by its letters and commonest words.

In:  a text. Out: one of the four languages, or None when the text gives no good reason for one.
Arabic and Hebrew show by script; letters that Arabic does not use mark Persian, Urdu or Kurdish,
which are not ours. English and Turkish show by their commonest words.
Source: the usual stop-word method; the words are in text_en.toml and text_tr.toml.
"""

import re
from collections import Counter
from functools import cache

from kg.extract.wordlists import read_table, read_words
from kg.lexicon.normalise import fold
from kg.vocabulary import Language

_SAMPLE = 20_000  # code points
_SCRIPT_SHARE = 0.5
_FOREIGN_SHARE = 0.02
_LEAST_WORDS = 3
_LEAST_SHARE = 0.08
_CLEAR_LEAD = 2
_WORD = re.compile(r"[^\W\d_]+")
_ARABIC = re.compile("[\u0620-\u064a]")
_NOT_ARABIC = re.compile("[پچژگکیےڈٹڑںھەڕێۆ]")
_HEBREW = re.compile("[\u05d0-\u05ea]")


def detect_language(text: str) -> Language | None:
    """Return the language, None when in doubt."""
    sample = text[:_SAMPLE]
    letters = sum(c.isalpha() for c in sample)
    if not letters:
        return None
    arabic, foreign = len(_ARABIC.findall(sample)), len(_NOT_ARABIC.findall(sample))
    if (arabic + foreign) / letters > _SCRIPT_SHARE:
        return None if foreign / letters > _FOREIGN_SHARE else "ar"
    if len(_HEBREW.findall(sample)) / letters > _SCRIPT_SHARE:
        return "he"
    return _by_words(sample)


def _by_words(sample: str) -> Language | None:
    words = _WORD.findall(sample)
    forms = [fold(w) for w in words]
    scores: dict[Language, int] = {
        language: sum(form in _commonest(language) for form in forms) for language in ("en", "tr")
    }
    # Letters count where words are few: a Turkish headline may hold no common word.
    own = set(read_table("tr", "language")["letters"])
    scores["tr"] += sum(bool(own & set(w.casefold())) for w in words)
    (best, score), (_, second) = Counter(scores).most_common(2)
    clear = score >= _LEAST_WORDS and score >= _CLEAR_LEAD * second
    return best if clear and score / len(words) >= _LEAST_SHARE else None


@cache
def _commonest(language: Language) -> frozenset[str]:
    return read_words(language, "language", "commonest")
