"""Take a body's letters for its name: "the Sea Islands Front (SIF)", and "SIF" from there on.

In:  the sentences of an article with their mentions. Out: the same; the letters in parentheses
behind a body's name are no mention of their own, and the same letters elsewhere mean that body,
whatever else a list may know them as.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.model.mention import Mention
from kg.model.token import Sentence

Found = tuple[Sentence, tuple[Mention, ...]]
_BODIES = ("organization", "ministry", "armed-group")
_LONGEST = 8


def add_letters(found: Sequence[Found]) -> list[Found]:
    """Return the sentences with their mentions, a body's letters linked to its name."""
    spelled: dict[str, Mention] = {}
    for sentence, mentions in found:
        for mention in mentions:
            letters = _letters_behind(sentence, mention)
            if letters:
                spelled.setdefault(letters, mention)
    if not spelled:
        return list(found)
    return [(sentence, tuple(_linked(sentence, ms, spelled))) for sentence, ms in found]


def _letters_behind(sentence: Sentence, mention: Mention) -> str:
    """Return the letters in parentheses right behind a body's name, "" for none."""
    tokens, i = sentence.tokens, mention.last + 1
    if mention.kind not in _BODIES or mention.category != "actor" or i + 2 >= len(tokens):
        return ""
    letters = tokens[i + 1].text
    closed = tokens[i].text == "(" and tokens[i + 2].text == ")"
    return letters if closed and _is_short(letters) else ""


def _is_short(word: str) -> bool:
    capitals = sum(c.isupper() for c in word)
    return word.isalpha() and 1 < len(word) <= _LONGEST and capitals > 1 and word[0].isupper()


def _linked(
    sentence: Sentence, mentions: Sequence[Mention], spelled: dict[str, Mention]
) -> Iterator[Mention]:
    for mention in mentions:
        whole = spelled.get(mention.text.removesuffix("'s").removesuffix("’s"))
        if whole is None:
            yield mention
        elif not _is_in_parentheses(sentence, mention):
            yield replace(
                mention,
                name=whole.name,
                kind=whole.kind,
                category="actor",
                gazetteer_id=whole.gazetteer_id,
                side=whole.side,
                role=whole.role,
                unnamed=False,
            )


def _is_in_parentheses(sentence: Sentence, mention: Mention) -> bool:
    tokens, first = sentence.tokens, mention.first
    inside = first > 0 and mention.last + 1 < len(tokens)
    return inside and tokens[first - 1].text == "(" and tokens[mention.last + 1].text == ")"
