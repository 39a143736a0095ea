"""Give "its Foreign Ministry" the state that "its" stands for.

In:  a sentence's mentions, those of the sentence before. Out: the same, institutions and offices
behind a possessive linked to the state or body named first in the sentence, its subject more often
than not; behind a sentence's first "its", to the first of the sentence before. The grammar of
mentions reads the phrase again with the owner in place of the pronoun. In Arabic, a ministry
without a state is that of the capital that opens the sentence: "في الرباط، قالت وزارة الخارجية".
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.mentions import find_mentions
from kg.extract.tokens import tokenize
from kg.lexicon.gazetteer import load_gazetteer
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention
from kg.model.token import Sentence
from kg.vocabulary import Language

_IN = words_of("ar", "places_at_the_head")
_PLACED_WITHIN = 8
_POSSESSIVES = frozenset({"its", "his", "her", "their"})


def own_institutions(
    sentence: Sentence,
    mentions: Sequence[Mention],
    language: Language,
    before: Sequence[Mention] = (),
) -> tuple[Mention, ...]:
    """Return the mentions in their order."""
    if language == "ar":
        return tuple(_placed(sentence, mentions))
    if language != "en":
        return tuple(mentions)
    carried = _first_owner(before) if sentence.tokens and sentence.tokens[0].form == "its" else None
    return tuple(_owned(sentence, mentions, carried))


def _placed(sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """ "In Rabat, the Foreign Ministry said": that of the state whose capital stands first."""
    opens = len(sentence.tokens) > 1 and sentence.tokens[0].form in _IN
    place = next((m for m in mentions if m.first == 1), None) if opens else None
    state = (place.side or place.gazetteer_id) if place is not None else None
    owner = load_gazetteer().entry(state or "")
    capital = place is not None and place.category == "either" and owner is not None
    for mention in mentions:
        bare = mention.kind == "ministry" and not (mention.gazetteer_id or mention.side)
        near = place is not None and mention.first - place.last <= _PLACED_WITHIN
        if capital and bare and near and not mention.proclitics and state is not None:
            yield _of_state(mention, state)
        else:
            yield mention


def _of_state(mention: Mention, state: str) -> Mention:
    """Return the ministry as it would be read with its state's adjective behind it."""
    adjectives = (
        row.form
        for row in load_gazetteer().adjectives("ar")
        if row.country == state and row.definite and row.gender == "feminine"
    )
    return _read_again(mention, f"{mention.text} {next(adjectives, '')}", "ar")


def _first_owner(before: Sequence[Mention]) -> Mention | None:
    """Return the state or body that the sentence before names first."""
    acting = (m for m in before if m.category in ("actor", "either") and m.gazetteer_id)
    return next((m for m in acting if m.kind in ("state", "organization", "armed-group")), None)


def _owned(
    sentence: Sentence, mentions: Sequence[Mention], owner: Mention | None
) -> Iterator[Mention]:
    for mention in mentions:
        before = sentence.tokens[mention.first - 1].form if mention.first else ""
        if owner is not None and before in _POSSESSIVES and _is_bare(mention, before):
            yield _linked(mention, owner)
            continue
        if mention.kind == "state" and owner is None:
            owner = mention
        yield mention


def _named(mention: Mention, owner: Mention) -> str:
    """Return "Israeli defence minister" for "its defence minister"."""
    words = mention.name.removeprefix("its ").removeprefix("their ")
    adjective = load_gazetteer().adjective_of(owner.gazetteer_id or "", "en")
    return f"{adjective} {words}" if adjective and not mention.person else mention.name


def _is_bare(mention: Mention, before: str) -> bool:
    if mention.kind == "official" and before in ("his", "her"):
        return False  # a person's: whose country it is, is another matter
    return not (mention.gazetteer_id or mention.side or mention.person) and mention.kind in (
        "ministry",
        "organization",
        "armed-group",
        "official",
    )


def _linked(mention: Mention, owner: Mention) -> Mention:
    found = _read_again(mention, f"{owner.name}'s {mention.text}", "en")
    if found is mention or found.gazetteer_id:
        return found
    return replace(found, name=_named(mention, owner))


def _read_again(mention: Mention, text: str, language: Language) -> Mention:
    """Return the mention with what the grammar reads in `text`; unchanged where it reads less."""
    whole = Sentence(
        index=0,
        paragraph=0,
        kind="body",
        start=0,
        end=len(text),
        text=text,
        tokens=tokenize(text, 0, language),
    )
    found = next((m for m in find_mentions(whole, language) if m.category == "actor"), None)
    if found is None or found.span.end != len(text):
        return mention
    return replace(
        mention,
        name=found.name,
        kind=found.kind,
        gazetteer_id=found.gazetteer_id,
        side=found.side,
        role=found.role,
    )
