"""Tell whether somebody is a man or a woman from whose counterpart, host or country it is.

In:  a sentence with the actors it names. Out: people with the gender that a possessive tells.
"Omamo met her Somali counterpart": Omamo is a woman, so that "he replied" is somebody else.
Only where one person alone stands in front, so that nobody else can be meant.
"""

from collections.abc import Iterator

from kg.lexicon.grammar import words_of
from kg.model.draft import ReadSentence
from kg.model.mention import Gender, Mention
from kg.resolve.agreement import PERSONS, surname_of

_OWNED = words_of("en", "owned_by_who_acts")
_WHOSE: dict[str, Gender] = {"her": "feminine", "his": "masculine"}
_NEAR = 3  # "her South Korean counterpart"


def genders_shown(read: ReadSentence) -> Iterator[tuple[Mention, Gender]]:
    """Yield who acts in an English sentence with "her host", "his country", and their gender."""
    tokens = read.sentence.tokens
    for i, token in enumerate(tokens):
        gender = _WHOSE.get(token.form)
        if gender is None or _OWNED.isdisjoint(t.form for t in tokens[i + 1 : i + 2 + _NEAR]):
            continue
        ahead = {
            surname_of(m): m for m in read.spoken if m.span.end <= token.start and m.kind in PERSONS
        }
        alone = next(iter(ahead.values())) if len(ahead) == 1 else None
        if alone is not None and alone.person and alone.number != "plural":
            yield alone, gender
