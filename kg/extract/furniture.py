"""Tell a page's furniture from its text: labels, links, tags, credits, copyright.

In:  the tokens of a line or sentence. Out: the row of text_<language>.toml that it meets, if any.
Rows of every language count for every article: Arabic pages carry English buttons.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any, Literal

from kg.extract.sentences import ends_with_stop
from kg.extract.wordlists import Phrase, to_phrase
from kg.lexicon.grammar import words_of
from kg.lexicon.loader import read_toml
from kg.model.token import Token
from kg.vocabulary import LANGUAGES

Where = Literal["start", "whole", "any", "end", "only"]

# After these a leading word is a label: "Photo: …", "Tags | …".
_LABEL_MARKS = frozenset(":|-–—ـ/：>»")
_SMALL_WORDS = words_of("en", "small_words_of_names")
_ASKING = frozenset("?؟!")
_NAME_MARKS = frozenset("-,&.'’|/()")
_COPYRIGHT_WORDS = 25
_DEFAULT_MAX_WORDS = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class FurnitureRow:
    """One row: some phrases, longest first, where in the line they stand, and what else must hold.

    `mark`: a colon, bar or dash follows or the line ends. `stopless`: no final stop. `digits`: a
    number stands in the line. `capitalised`: the words after it are names. `tail`: only among the
    lines after the text. `after_body`: not above the text. `opens_list`: the short lines that
    follow are links.
    """

    id: str
    where: Where
    phrases: tuple[Phrase, ...]
    max_words: int
    mark: bool
    stopless: bool
    digits: bool
    capitalised: bool
    tail: bool
    after_body: bool
    opens_list: bool


def find_furniture(
    tokens: Sequence[Token], *, tail: bool = False, after_body: bool = True
) -> FurnitureRow | None:
    """Return the first row that the line meets.

    `tail`: only furniture follows it. `after_body`: text stands above it.
    """
    words = [t for t in tokens if t.is_word]
    if not words or _is_hashtags(tokens) or _is_copyright(tokens, len(words)):
        return _WORDLESS
    forms = tuple(t.form for t in words)
    for row in _candidates(forms):
        if (row.tail and not tail) or (row.after_body and not after_body):
            continue
        if len(forms) <= row.max_words and _meets(row, tokens, forms):
            return row
    return None


def _candidates(forms: Phrase) -> Iterator[FurnitureRow]:
    index = _index()
    yield from index["start"].get(forms[0], ())
    yield from index["only"].get(forms[0], ())
    yield from index["end"].get(forms[-1], ())
    anywhere = index["any"]
    for form in forms:
        if form in anywhere:
            yield from anywhere[form]


def _meets(row: FurnitureRow, tokens: Sequence[Token], forms: Phrase) -> bool:
    length = _matched(row, forms)
    return (
        length > 0
        and not (row.stopless and _is_sentence(row, tokens))
        and not (row.digits and not any(f[0].isdecimal() for f in forms))
        and not (row.mark and not _is_marked(tokens, length))
        and not (row.capitalised and not _are_names(tokens, length))
    )


def _is_sentence(row: FurnitureRow, tokens: Sequence[Token]) -> bool:
    """True where a stop ends the line; behind a label's mark the title linked may be a question."""
    return ends_with_stop(tokens) and not (row.mark and tokens[-1].text in _ASKING)


def _matched(row: FurnitureRow, forms: Phrase) -> int:
    """Return how many words of the line the row's phrase takes, 0 for none."""
    for phrase in row.phrases:
        n = len(phrase)
        match row.where:
            case "start":
                found = forms[:n] == phrase
            case "whole":
                found = forms == phrase
            case "end":
                found = forms[-n:] == phrase and len(forms) > n
            case "any":
                first = phrase[0]
                found = any(f == first and forms[i : i + n] == phrase for i, f in enumerate(forms))
            case "only":
                return len(forms) if _consists_of(forms, row.phrases) else 0
        if found:
            return n
    return 0


def _consists_of(forms: Phrase, phrases: Iterable[Phrase]) -> bool:
    i = 0
    while i < len(forms):
        lengths = [len(p) for p in phrases if forms[i : i + len(p)] == p]
        if not lengths:
            return False
        i += max(lengths)
    return True


def _is_marked(tokens: Sequence[Token], words: int) -> bool:
    """True when a label mark follows the first `words` words, or nothing but marks does."""
    seen = 0
    for i, token in enumerate(tokens):
        seen += token.is_word
        if seen == words and token.is_word:
            return i + 1 == len(tokens) or tokens[i + 1].text in _LABEL_MARKS
    return False


def _are_names(tokens: Sequence[Token], words: int) -> bool:
    """True when the words behind the first `words` are names, as in a byline."""
    rest = [t for t in tokens if t.is_word][words:]
    hyphened = {after.start for mark, after in pairwise(tokens) if mark.text == "-"}
    names = [t for t in rest if t.form not in _SMALL_WORDS and t.start not in hyphened]
    marks = {t.text for t in tokens if not t.is_word}
    return bool(names) and all(t.text[0].isupper() for t in names) and marks <= _NAME_MARKS


def _is_hashtags(tokens: Sequence[Token]) -> bool:
    """True when every word hangs on a hash sign: "#Cyprus #gas_fields"."""
    if tokens[0].text != "#":
        return False
    glue = {"#", "_", "،", ",", "|"}
    after_gap = [t for before, t in pairwise(tokens) if t.is_word and before.end < t.start]
    return not after_gap and all(t.is_word or t.text in glue for t in tokens)


def _is_copyright(tokens: Sequence[Token], words: int) -> bool:
    return words <= _COPYRIGHT_WORDS and any(t.text == "©" for t in tokens)


def _row(id: str, where: Where, phrases: Iterable[Phrase], rest: dict[str, Any]) -> FurnitureRow:
    flags = ("mark", "stopless", "digits", "capitalised", "tail", "after_body", "opens_list")
    return FurnitureRow(
        id=id,
        where=where,
        phrases=tuple(sorted(set(phrases), key=lambda p: (-len(p), p))),
        max_words=rest.get("max_words", _DEFAULT_MAX_WORDS),
        **{flag: bool(rest.get(flag, False)) for flag in flags},
    )


_WORDLESS = _row("wordless", "whole", (), {})


@cache
def _index() -> dict[str, dict[str, tuple[FurnitureRow, ...]]]:
    """Return the rows by where they look, then by the word that calls them."""
    index: dict[str, dict[str, tuple[FurnitureRow, ...]]] = {
        "start": {},
        "only": {},
        "end": {},
        "any": {},
    }
    for language in LANGUAGES:
        for content in read_toml(f"text_{language}.toml")["furniture"]:
            phrases = [to_phrase(words, language) for words in content["words"]]
            row = _row(f"{language}.{content['id']}", content["where"], phrases, content)
            shelf = index["start" if row.where == "whole" else row.where]
            for key in {p[-1] if row.where == "end" else p[0] for p in phrases}:
                shelf[key] = (*shelf.get(key, ()), row)
    return index
