"""Fold a word to the form under which lexicons know it.

In:  one word as it stands in a text. Out: its folded form; the same fold is applied to lexicon
rows when they are loaded, so the two always meet. A whole text is never folded: offsets would move.
Folded: Unicode compatibility forms, case (Turkish dotted and dotless i meet in "i"), Arabic
tatweel, short vowels, the hamza carriers of alef, alef maqsura and Persian/Urdu letter shapes;
Hebrew points; typographic apostrophes and gershayim; invisible direction marks; digits of all
scripts.
Kept: ta marbuta, hamza on waw and ya (they tell words apart), the accents of Latin letters save
the dot of i.
Source: Unicode Standard Annex 15 (NFKC); usual practice in Arabic information retrieval.
"""

import re
import unicodedata
from functools import lru_cache

_DROP = re.compile(
    "[\u0640\u064b-\u065f\u0670\u06d6-\u06ed"  # tatweel, Arabic vowels and Quranic marks
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"  # Hebrew points
    "\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]"  # invisible marks
)
_OTHER_DIGIT = re.compile(r"[^\D0-9]")
_SAME = str.maketrans(
    {
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ھ": "ه",
        "ہ": "ه",
        "İ": "i",
        "I": "i",
        "ı": "i",
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "´": "'",
        "״": '"',
        "׳": "'",
        "“": '"',
        "”": '"',
    }
)


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """Return the folded form of one word (or of words joined by single blanks)."""
    text = unicodedata.normalize("NFKC", word).translate(_SAME)
    text = unicodedata.normalize("NFC", _DROP.sub("", text).casefold().translate(_SAME))
    return _OTHER_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit.group())), text)


_WORDS = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|\d+(?:[.,]\d+)*[a-z]*"
    r"|(?:[a-z\u00df-\u024f][^\W_]*|[^\W\d_]+)(?:['\"][^\W_]+)*"  # E3, ha'aretz
    r"|\S"
)


def split_phrase(phrase: str) -> tuple[str, ...]:
    """Return the folded words of a lexicon phrase, cut where `kg.extract.tokens` cuts a text."""
    return tuple(_WORDS.findall(fold(phrase)))
