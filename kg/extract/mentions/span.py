"""Cut the letters written on in front or behind off a run of tokens.

In:  tokens and how the first was taken apart. Out: the span of what is mentioned, and its words.
"""

from kg.lexicon.normalise import fold
from kg.model.span import Span
from kg.model.token import Reading, Sentence, Token

_ARTICLE = "ال"


def words_between(
    sentence: Sentence, first: int, last: int, reading: Reading | None, enclitic: str
) -> tuple[Span, str, str]:
    """Return the span, the words that stand there, and the words as a name.

    They differ after "لل": the preposition has swallowed the article's alef, so that the span keeps
    "للقوات" whole and the name has "القوات" again.
    """
    tokens = sentence.tokens
    start, end = tokens[first].start, tokens[last].end
    if enclitic:
        end -= _length_behind(tokens[last], len(enclitic))
    article = ""
    if reading is not None and reading.proclitics:
        start += _length_in_front(tokens[first], reading)
        swallowed = reading.proclitics[-1] == "ل" and reading.definite
        if swallowed and not fold(tokens[first].text).startswith(
            "".join((*reading.proclitics, _ARTICLE))
        ):
            article = _ARTICLE
    span = Span(start, end)
    text = sentence.text[start - sentence.start : end - sentence.start]
    if not article:
        return span, text, " ".join(text.split())
    name = article + _after_letters(text, 2 if fold(text[:3]).startswith("لل") else 1)
    return span, text, " ".join(name.split())


def _length_in_front(token: Token, reading: Reading) -> int:
    """Return how many code points to leave out, none of a preposition that holds the article."""
    letters = len("".join(reading.proclitics))
    rest = fold(token.text)[letters:]
    if reading.definite and not rest.startswith(_ARTICLE):
        letters -= 1
    return len(token.text) - len(_after_letters(token.text, letters))


def _after_letters(text: str, letters: int) -> str:
    """Return the text behind that many letters and the marks on them."""
    position = 0
    while position < len(text) and (letters > 0 or not fold(text[position])):
        letters -= bool(fold(text[position]))
        position += 1
    return text[position:]


def _length_behind(token: Token, letters: int) -> int:
    position = len(token.text)
    while position > 0 and letters > 0:
        position -= 1
        letters -= bool(fold(token.text[position]))
    return len(token.text) - position
