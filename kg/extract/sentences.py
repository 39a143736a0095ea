"""Cut the tokens of one unit into sentences.

In:  the tokens of a line or wrapped block. Out: ranges of token indices, covering all of them.
A stop ends a sentence unless it belongs to a word (U.S., Mr., د.), a number or an initial, or
stands inside a quotation or parenthesis that is closed soon; marks that close come along. Arabic
commas and colons end nothing. In Latin script a lower-case letter goes on with the sentence.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.extract.hebrew_initials import is_hebrew_initial
from kg.extract.quotes import pair_quotes
from kg.extract.wordlists import read_words
from kg.model.token import Token
from kg.vocabulary import RIGHT_TO_LEFT, Language

STOPS = frozenset(".!?؟…۔")
CLOSERS = frozenset("»”\"’')]›“״׳″‟")
_LONGEST_WHOLE_QUOTE = 400  # code points; a longer quotation is cut at its own stops
_ATTRIBUTION_WORDS = 4  # how soon "said" must follow a question in quotation marks
_GLUED_WORD = 3  # letters before a stop without a blank behind: shorter ones are initials


def split_sentences(tokens: Sequence[Token], language: Language) -> list[tuple[int, int]]:
    """Return (first, end) of each sentence; end is exclusive."""
    ends = [i for i in _possible_ends(tokens, language) if i < len(tokens)]
    if ends:
        ends = _outside_quotes(ends, tokens)
    return list(pairwise([0, *ends, len(tokens)])) if tokens else []


def ends_with_stop(tokens: Sequence[Token]) -> bool:
    """True when the last mark but closing ones is a stop, and not one of two dots only."""
    last = len(tokens) - 1
    while last > 0 and tokens[last].text in CLOSERS:
        last -= 1
    if tokens[last].text not in STOPS:
        return False
    return _run_length(tokens, last) != 2


def _run_length(tokens: Sequence[Token], last: int) -> int:
    first = last
    while first > 0 and tokens[first - 1].text == "." and tokens[last].text == ".":
        first -= 1
    return last - first + 1


def _possible_ends(tokens: Sequence[Token], language: Language) -> Iterator[int]:
    i, count = 0, len(tokens)
    while i < count:
        token = tokens[i]
        if token.is_word:
            if token.text[-1] == "." and _opens_sentence(tokens, i + 1, language):
                yield i + 1
            i += 1
            continue
        if token.text not in STOPS:
            i += 1
            continue
        first = i
        while i + 1 < count and _glued(tokens, i + 1) and tokens[i + 1].text in STOPS:
            i += 1
        stop = i
        while i + 1 < count and _glued(tokens, i + 1) and tokens[i + 1].text in CLOSERS:
            i += 1
        i += 1
        if i < count and _ends(tokens, first, stop, i, language):
            yield i


def _glued(tokens: Sequence[Token], i: int) -> bool:
    return tokens[i - 1].end == tokens[i].start


def _ends(tokens: Sequence[Token], first: int, stop: int, after: int, language: Language) -> bool:
    """Judge the stops from `first` to `stop`; `after` is the next sentence's first token."""
    if first == 0:
        return False
    if _glued(tokens, after):
        return stop == first and after == stop + 1 and _glued_sentences(tokens, first, after)
    word = _first_word(tokens, after)
    if word and word.text[0].islower():
        return False
    closed = after > stop + 1
    match _dots(tokens, first, stop):
        case 0:
            return not (closed and _is_attributed(tokens, after, _ATTRIBUTION_WORDS, language))
        case 1:
            if closed and language in RIGHT_TO_LEFT and _is_attributed(tokens, after, 1, language):
                return False
            return _one_dot_ends(tokens, first, tokens[after], language)
        case 2:
            return False  # ".." is a dash in Arabic headlines
        case _:
            return bool(word and word.text[0].isupper())


def _dots(tokens: Sequence[Token], first: int, stop: int) -> int:
    match tokens[first].text:
        case ".":
            return stop - first + 1
        case "…":
            return 3
    return 0


def _first_word(tokens: Sequence[Token], i: int) -> Token | None:
    """Return the word that opens what comes, past opening marks."""
    for token in tokens[i : i + 3]:
        if token.is_word:
            return token
    return None


def _one_dot_ends(tokens: Sequence[Token], stop: int, following: Token, language: Language) -> bool:
    before = tokens[stop - 1]
    if language == "he" and is_hebrew_initial(tokens, stop):
        return False
    if not before.is_word or not _glued(tokens, stop):
        return True
    form = before.form
    if form.isdecimal() and (stop == 1 or following.form.isdecimal()):
        return False  # "1. The first point", "5. 6. 2025"
    starts_alone = stop < 2 or not _glued(tokens, stop - 1)
    if starts_alone and form in read_words(language, "sentences", "abbreviations"):
        return False
    is_initial = starts_alone and len(form) == 1 and before.text.isupper()
    if is_initial or form in read_words(language, "sentences", "abbreviations_final"):
        return _opens_sentence(tokens, stop + 1, language)
    return True


def _opens_sentence(tokens: Sequence[Token], i: int, language: Language) -> bool:
    if i >= len(tokens):
        return False
    word = _first_word(tokens, i)
    openers = read_words(language, "sentences", "openers")
    return bool(word and word.text[0].isupper() and word.form in openers)


def _glued_sentences(tokens: Sequence[Token], stop: int, after: int) -> bool:
    """A blank is missing after the stop: "قال.وأضاف", "said.The"; never in an address."""
    before, following = tokens[stop - 1], tokens[after]
    if not (before.is_word and following.is_word) or len(before.form) < _GLUED_WORD:
        return False
    if "\u0620" <= before.form[-1] <= "\u064a" and "\u0620" <= following.form[0] <= "\u064a":
        return len(following.form) > 1
    if "\u05d0" <= before.form[-1] <= "\u05ea" and "\u05d0" <= following.form[0] <= "\u05ea":
        return min(len(before.form), len(following.form)) >= _GLUED_WORD
    return before.text.islower() and following.text.istitle() and len(following.text) > 1


def _is_attributed(tokens: Sequence[Token], after: int, within: int, language: Language) -> bool:
    """True when the words after a quotation's own stop say whose words it was."""
    words = read_words(language, "sentences", "after_quotation")
    for token in tokens[after : after + within]:
        if token.form in words:
            return True
        if not token.is_word:
            return False
    return False


def _outside_quotes(ends: list[int], tokens: Sequence[Token]) -> list[int]:
    """Leave out the ends that lie inside a short closed quotation or parenthesis."""
    short = iter(
        pair
        for pair in pair_quotes(tokens)
        if pair.opened
        and pair.closed
        and tokens[pair.last].end - tokens[pair.first].start <= _LONGEST_WHOLE_QUOTE
    )
    kept: list[int] = []
    pair, covered = next(short, None), 0
    for end in ends:
        while pair and pair.first < end:
            covered = max(covered, pair.last + 1)
            pair = next(short, None)
        if end >= covered:
            kept.append(end)
    return kept
