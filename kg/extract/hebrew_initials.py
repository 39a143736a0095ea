"""Tell the dot of a Hebrew initial from the one that ends a sentence: "השגריר ס. ג׳יישנקר".

In:  the tokens around the dot. Out: yes or no.
Hebrew has no capitals, and letters count clauses and stages too ("סעיף ג."). A letter is an initial
behind an office, a title, a given name or a mark that sets a name off, several also at the head of
a sentence, and all in front of a word that may be a surname.
"""

from collections.abc import Sequence

from kg.extract.mentions.hebrew_parts import is_verb, words
from kg.extract.mentions.rows import load_lexicon
from kg.lexicon.grammar import words_of
from kg.model.token import Token

_MARKS = "'׳’"
_JOINED = '-"״'
_STOPS = frozenset(".!?")
_SET_OFF = frozenset({",", "–", "—", "("})
_CLOSING = frozenset({",", "–", "—", ")"})
_HOLDERS = frozenset({"role", "title", "given"})
_DESCRIBES = frozenset({"adjective", "name"})
_NO_SURNAMES = _HOLDERS - {"given"} | {
    "institution",
    "generic",
    "outlet",
    "modifier",
    "adjective",
    "before",
    "deputy",
    "name",
    "area",
    "site",
}
_LONGEST = 5  # words of an office with its state
_SURNAME = 3


def is_hebrew_initial(tokens: Sequence[Token], stop: int) -> bool:
    """True for the dot at `stop` in "השגריר ס. ג׳יישנקר", the last one in "עמיתו ג׳.ל. פיריס"."""
    first = _letter(tokens, stop)
    if first is None or not _may_be_surname(tokens, stop + 1):
        return False
    while first > 0 and tokens[first - 1].text == ".":
        earlier = _letter(tokens, first - 1)
        if earlier is None:
            break
        first = earlier
    chained = any(token.text == "." for token in tokens[first:stop])
    if _opens(tokens, first):
        return chained
    if not tokens[first - 1].is_word:
        return _is_set_off(tokens, first, stop + 2)
    return _introduces(tokens, first)


def _letter(tokens: Sequence[Token], stop: int) -> int | None:
    """Return where the one letter stands in front of a dot, None for anything else."""
    letter = stop - 1
    if letter > 0 and tokens[letter].text in _MARKS:
        if not (stop + 1 < len(tokens) and _glued(tokens, stop + 1)):
            return None  # "שודר ברשת ב׳."
        letter -= 1
    if letter < 0 or not _glued(tokens, stop) or not tokens[letter].is_word:
        return None
    if len(tokens[letter].form) != 1 or not tokens[letter].form.isalpha():
        return None
    joined = letter > 0 and _glued(tokens, letter) and tokens[letter - 1].text in _JOINED
    return None if joined else letter


def _glued(tokens: Sequence[Token], i: int) -> bool:
    return tokens[i - 1].end == tokens[i].start


def _may_be_surname(tokens: Sequence[Token], i: int) -> bool:
    if i >= len(tokens) or not tokens[i].is_word or len(tokens[i].form) < _SURNAME:
        return False
    if tokens[i].form in words("stops") or is_verb(tokens[i]):
        return False
    hits = load_lexicon("he").hits(tuple(tokens[i : i + _LONGEST]), 0)
    return not any(hit.sense.tag in _NO_SURNAMES for hit in hits)


def _opens(tokens: Sequence[Token], first: int) -> bool:
    """True at the head of a sentence, where one letter counts: "ב. נתניהו"."""
    return first == 0 or tokens[first - 1].text in _STOPS


def _is_set_off(tokens: Sequence[Token], first: int, after: int) -> bool:
    """True behind a mark, where a mark or a verb closes the name: "אתמול, י. לוינזון אמר"."""
    if tokens[first - 1].text not in _SET_OFF or after >= len(tokens):
        return False
    if first > 1 and len(tokens[first - 2].form) == 1:
        return False  # "סעיפים א, ב."
    return tokens[after].text in _CLOSING or is_verb(tokens[after])


def _introduces(tokens: Sequence[Token], end: int) -> bool:
    """True for an office, a title or a given name up to `end`."""
    if tokens[end - 1].form in words_of("he", "colleagues"):
        return True
    before = tuple(tokens[max(0, end - _LONGEST) : end])
    ends = {len(before)}  # where what was read so far, from behind, begins
    for start in range(len(before) - 1, -1, -1):
        if not before[start].is_word:
            return False
        for hit in load_lexicon("he").hits(before, start):
            if hit.last + 1 in ends and hit.sense.tag in _HOLDERS:
                return True
            if hit.last + 1 == len(before) and hit.sense.tag in _DESCRIBES:
                ends.add(start)
    return False
