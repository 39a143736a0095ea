"""Cut text into words and punctuation marks with their places and readings.

In:  a piece of the stored text, the offset where it begins, the article's language.
Out: tokens in order. Every code point that is neither blank nor invisible is in exactly one token.
A word keeps its vowel signs, tatweel and invisible marks, and is folded by itself: offsets are
those of the text as given. Numbers keep their separators, hours their colons ("17:30"), initials
their dots ("U.S."), words their apostrophes, Hebrew acronyms their quotation mark; digits beside
Arabic letters stand alone.
A word that tatweel and blanks break in two ("انقـ ـلاب") is one token. Lone tatweel is a dash.
"""

import re
from functools import lru_cache

from kg.extract.clitics import find_readings
from kg.lexicon.normalise import fold
from kg.model.token import Reading, Token
from kg.vocabulary import Language

INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
INVISIBLE_CHARACTERS = frozenset(
    chr(code)
    for low, _, high in re.findall(r"(.)(-(.))?", INVISIBLE)
    for code in range(ord(low), ord(high or low) + 1)
)
_MARKS = (
    "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f"
    "\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff\ufe20-\ufe2f"
)
_LATIN = "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_APOSTROPHE = "['\u2019\u2018\u02bc\u02bf\u02be`\u00b4\u05f3]"


def _run(letters: str) -> str:
    """A run of letters with the marks and invisible characters between and the marks behind."""
    return f"{letters}+(?:[{_MARKS}{INVISIBLE}]+{letters}+)*[{_MARKS}]*"


_ANY = _run(r"[^\W_]")
_LETTERS = _run(r"[^\W\d_]")
_WORD = f"(?:(?=[{_LATIN}]){_ANY}|{_LETTERS})"
# Behind a letter or two that Hebrew writes onto words the mark opens a name: ל״צופה״, no acronym.
_NO_FRONT = "(?<!(?<![^\\W_])[ולבמכש]\u05f4)(?<!(?<![^\\W_])ו[לבמכש]\u05f4)"
# The mark inside a plural or feminine of an acronym: מנכ"לית, ח"כים; not what opens a quotation.
_INFLECTED = (
    "(?<=[\u05d0-\u05ea]{2})(?<!(?<![^\\W_])[ולבמכשה]{2})"
    '["\u201d][\u05d0-\u05ea](?:ים|ית|ות|יות|י)(?![^\\W_])'
)
_TOKEN = re.compile(
    rf"[^\W\d_]++(?<!\u0640)(?=[ ،])"  # most words, without the cost of the rest
    rf"|(?:[^\W\d_]\.){{2,}}"  # U.S.
    r"|\d+(?:[.,\u066b\u066c]\d+|:\d\d(?!\d))*"  # 1,250 17:30
    rf"(?:[{_LATIN}]+)?(?:{_APOSTROPHE}{_LETTERS})?"  # 10th
    rf"|{_WORD}(?:{_APOSTROPHE}{_WORD}|(?<=\u0640)[ \t\u00a0\u200b]{{1,3}}(?=\u0640+[^\W\d_\u0640])"
    rf"{_LETTERS}|(?<=[\u05d0-\u05ea])(?:[\"\u201d][\u05d0-\u05ea](?![^\W_])|{_INFLECTED}|\u05f4(?:[\u05d0-\u05ea](?![^\W_])"
    rf"|{_NO_FRONT}{_LETTERS})))*"
    rf"|[^\s{INVISIBLE}]"  # a mark
)
_BLANKS = re.compile(r"\s+")
_CACHED_LENGTH = 64


def tokenize(text: str, start: int, language: Language) -> tuple[Token, ...]:
    """Return the tokens of `text`, which begins at code point `start` of the stored text."""
    tokens = []
    for match in _TOKEN.finditer(text):
        first, end = match.span()
        word = text[first:end]
        analyse = _analyse if end - first <= _CACHED_LENGTH else _analyse.__wrapped__
        form, is_word, readings = analyse(word, language)
        tokens.append(Token(start + first, start + end, word, form, is_word, readings))
    return tuple(tokens)


@lru_cache(maxsize=30_000)
def _analyse(word: str, language: Language) -> tuple[str, bool, tuple[Reading, ...]]:
    form = fold(_BLANKS.sub("", word))
    if form and word[0].isalnum():
        return form, True, find_readings(form, language)
    mark = form or word  # tatweel alone folds to nothing
    return mark, False, (Reading((), False, mark),)
