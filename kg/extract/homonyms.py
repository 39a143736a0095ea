"""A state and another state's capital of one name: "عمان" is Oman; in news from Jordan, Amman.

In:  the sentences of an article with their mentions. Out: the same, the capital in the state's
place where the article is filed in the capital or speaks of it as one, and tells of the other state
by that name alone. A report filed in "الجزائر" is filed in Algiers, whatever it says of Algeria.
Within a sentence kg.extract.mentions.choose has chosen already; this asks the whole article.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from kg.lexicon.gazetteer import Entry, load_gazetteer
from kg.lexicon.grammar import words_of
from kg.lexicon.normalise import fold
from kg.model.mention import Mention
from kg.model.token import Sentence
from kg.vocabulary import Language

Found = tuple[Sentence, tuple[Mention, ...]]


def settle_homonyms(found: Sequence[Found], language: Language) -> list[Found]:
    """Return the sentences with their mentions, a capital where the article means one."""
    if language == "ar":
        found = [_filed(sentence, mentions) for sentence, mentions in found]
    wrong = {
        name: capital
        for name, (state, capital) in _homonyms(language).items()
        if _is_capital(found, name, state, capital)
    }
    if not wrong:
        return list(found)
    return [(sentence, tuple(_settled(m, wrong) for m in ms)) for sentence, ms in found]


def _filed(sentence: Sentence, mentions: tuple[Mention, ...]) -> Found:
    """Return the dateline "الجزائر (وكالات) -" with the capital in the place of the state."""
    first = mentions[0] if mentions else None
    if sentence.kind != "dateline" or first is None or first.first != 0 or first.kind != "state":
        return sentence, mentions
    name = fold(first.text)
    if name not in words_of("ar", "capitals_called_like_states"):
        return sentence, mentions
    capital = _capital_of(first.gazetteer_id or "")
    if capital is None:
        return sentence, mentions
    return sentence, (_settled(first, {name: capital}), *mentions[1:])


@cache
def _capital_of(state: str) -> Entry | None:
    """Return the capital of a state that has one in the gazetteer."""
    entries = load_gazetteer().entries()
    capitals = (e for e in entries if e.kind is None and e.category == "either" and e.side == state)
    return next(capitals, None)


def _is_capital(found: Sequence[Found], name: str, state: str, capital: Entry) -> bool:
    """True where the article is filed in the capital, or calls it one: "the Jordanian capital".

    The capital's state has to be told of, and the other by nothing but the name. Jordan beside عمان
    tells nothing: both are states that talk to each other.
    """
    filed, named, own, others = False, False, False, False
    for sentence, mentions in found:
        for mention in mentions:
            told = {mention.gazetteer_id, mention.side}
            named = named or (mention.gazetteer_id == capital.id and fold(mention.text) != name)
            filed = filed or (sentence.kind == "dateline" and fold(mention.text) == name)
            own = own or bool(told & {capital.id, capital.side})
            others = others or (state in told and fold(mention.text) != name)
    return own and not others and (filed or named)


def _settled(mention: Mention, wrong: dict[str, Entry]) -> Mention:
    capital = wrong.get(fold(mention.text))
    if capital is None or mention.kind != "state":
        return mention
    return replace(
        mention,
        gazetteer_id=capital.id,
        side=capital.side,
        kind=capital.kind,
        category=capital.category,
        name=capital.label,
    )


@cache
def _homonyms(language: Language) -> dict[str, tuple[str, Entry]]:
    """Return, by folded name, a state and the capital of another state."""
    states: dict[str, str] = {}
    capitals: dict[str, Entry] = {}
    for entry in load_gazetteer().entries():
        for name in entry.names.get(language, ()):
            if entry.kind == "state":
                states[fold(name)] = entry.id
            elif entry.category == "either" and entry.kind is None and entry.side:
                capitals[fold(name)] = entry
    return {
        name: (state, capitals[name])
        for name, state in states.items()
        if name in capitals and capitals[name].side != state
    }
