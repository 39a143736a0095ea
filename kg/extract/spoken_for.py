"""Give whoever speaks for a ministry without a state the ministry of that state.

In:  a mention, "Foreign Ministry spokesman Nasser Kanaani", and the state it is known to be of.
Out: the same with Iran's ministry for its side. The grammar of mentions reads the ministry in the
mention's own words, which need no state; whoever speaks for no ministry stays as he is.
"""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.mentions import find_mentions
from kg.extract.tokens import tokenize
from kg.lexicon.gazetteer import load_gazetteer
from kg.model.mention import Mention
from kg.model.token import Sentence
from kg.vocabulary import Language

_ROLES = frozenset({"spokesperson", "official", "source"})
_LONGEST = 9  # words of "a senior official in charge of … at the Foreign Ministry"


def may_speak_for(mention: Mention) -> bool:
    """True for a spokesman, an official, a source, of whom no side is known."""
    return mention.role in _ROLES and not (mention.side or mention.gazetteer_id)


def spoken_for(mention: Mention, state: str, language: Language) -> Mention:
    """Return the mention, of the ministry of `state` where it speaks for one."""
    role = next(_ministries(mention.text.split()[:_LONGEST], language), None)
    entry = load_gazetteer().entry(f"{state}.{role}") if role is not None else None
    return replace(mention, side=entry.id) if entry is not None else mention


def _ministries(words: list[str], language: Language) -> Iterator[str]:
    """Yield the sort of ministry that stands alone in the words, read from every word on."""
    article = ["the"] if language == "en" else []  # no sentence begins with a bare "Ministry"
    for first in range(len(words) - 1):
        for last in range(first + 2, len(words) + 1):
            whole = as_sentence(" ".join(article + words[first:last]), language)
            for found in find_mentions(whole, language):
                bare = found.kind == "ministry" and not (found.side or found.gazetteer_id)
                if bare and found.role is not None:
                    yield found.role


def as_sentence(text: str, language: Language) -> Sentence:
    """Return the words as a sentence of their own."""
    return Sentence(
        index=0,
        paragraph=0,
        kind="body",
        start=0,
        end=len(text),
        text=text,
        tokens=tokenize(text, 0, language),
    )
