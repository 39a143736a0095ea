"""Tell whether somebody is a man or a woman from whose counterpart, host or country it is.

In:  a sentence with the actors it names. Out: people with the gender that a possessive tells.
"Omamo met her Somali counterpart": Omamo is a woman, so that "he replied" is somebody else.
Only where one person alone stands in front, so that nobody else can be meant.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.lexicon.grammar import words_of
from kg.model.draft import ReadSentence
from kg.model.mention import Gender, Mention
from kg.model.token import Token
from kg.resolve.agreement import PERSONS, surname_of

_OWNED = words_of("en", "owned_by_who_acts")
_WHOSE: dict[str, Gender] = {"her": "feminine", "his": "masculine"}
_BESIDE = words_of("en", "beside_who_is_owned")
_ARTICLES = frozenset({"a", "an", "the", "his", "her"})
_NEAR = 3  # "her South Korean counterpart"


def genders_shown(read: ReadSentence) -> Iterator[tuple[Mention, Gender]]:
    """Yield who acts in an English sentence with "her host", "his country", and their gender."""
    tokens = read.sentence.tokens
    for i, token in enumerate(tokens):
        gender = _WHOSE.get(token.form)
        if gender is None or not _is_owned(tokens[i + 1 : i + 2 + _NEAR]):
            continue
        ahead = {
            surname_of(m): m for m in read.spoken if m.span.end <= token.start and m.kind in PERSONS
        }
        alone = next(iter(ahead.values())) if len(ahead) == 1 else None
        if alone is None or not alone.person or alone.number == "plural":
            continue
        if not _is_somebody_between(read, alone.span.end, token.start):
            yield alone, gender


def _is_owned(behind: Sequence[Token]) -> bool:
    """True for "South Korean counterpart"; not for "wife about her host"."""
    for token in behind:
        if token.form in _OWNED:
            return True
        if not token.text[0].isupper() and token.form not in _BESIDE:
            return False
    return False


def _is_somebody_between(read: ReadSentence, start: int, end: int) -> bool:
    """True for "(Putin) told a journalist that (her country)": whose it is stays open."""
    named = {m.span.start for m in (*read.actors, *read.places, *read.unsure, *read.states)}
    tokens = read.sentence.tokens
    return any(
        a.form in _ARTICLES and b.text.islower() and not named & {a.start, b.start}
        for a, b in pairwise(tokens)
        if start <= a.start < end
    )
