"""Give "its Foreign Ministry" the state that "its" stands for.

In:  a sentence's mentions, those of the sentence before. Out: the same, institutions and offices
behind a possessive linked to the state or body named first in the sentence, its subject more often
than not; behind a sentence's first "its", to the first of the sentence before. The grammar of
mentions reads the phrase again with the owner in place of the pronoun. A ministry without a state
is that of the capital that opens the sentence: "In Rabat, the Foreign Ministry said", and so is
that of its spokesman: "In Rabat, a Foreign Ministry spokesman said".
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.mentions import find_mentions
from kg.extract.spoken_for import as_sentence, may_speak_for, spoken_for
from kg.lexicon.gazetteer import load_gazetteer
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention
from kg.model.token import Sentence
from kg.vocabulary import Language

_HEADS = {"ar": words_of("ar", "places_at_the_head"), "en": frozenset({"in"})}
_IN_HEBREW = (("ב",), ("ו", "ב"))
_PLACED_WITHIN = 8
_POSSESSIVES = frozenset({"its", "his", "her", "their"})


def own_institutions(
    sentence: Sentence,
    mentions: Sequence[Mention],
    language: Language,
    before: Sequence[Mention] = (),
) -> tuple[Mention, ...]:
    """Return the mentions in their order."""
    placed = tuple(_placed(sentence, mentions, language))
    if language != "en":
        return placed
    carried = _first_owner(before) if sentence.tokens and sentence.tokens[0].form == "its" else None
    return tuple(_owned(sentence, placed, carried))


def _placed(
    sentence: Sentence, mentions: Sequence[Mention], language: Language
) -> Iterator[Mention]:
    """ "In Rabat, the Foreign Ministry said": that of the state whose capital stands first."""
    place = _opening(sentence, mentions, language)
    entry = load_gazetteer().entry(place.side or "") if place is not None else None
    state = entry.id if entry is not None and entry.kind == "state" else None  # Brussels is two's
    for mention in mentions:
        ministry = mention.kind == "ministry" and not (mention.gazetteer_id or mention.side)
        bare = ministry or may_speak_for(mention)
        near = place is not None and 0 < mention.first - place.last <= _PLACED_WITHIN
        speaks = bare and near and not mention.proclitics and not _is_elsewhere(sentence, mention)
        if speaks and state is not None:
            yield of_state(mention, state, language)
        else:
            yield mention


def _is_elsewhere(sentence: Sentence, mention: Mention) -> bool:
    """True for "In Rabat, the ministry said, X will meet Y": what it tells of will be there.

    And for "the health ministry of Gaza", which says itself whose it is.
    """
    tokens = sentence.tokens
    if any(t.form in ("of", "in") for t in tokens[mention.last + 1 : mention.last + 2]):
        return True
    behind = [t.text for t in tokens[mention.last + 2 : mention.last + 3]]
    return mention.first > 0 and tokens[mention.first - 1].form in (",", "the") and behind == [","]


def _opening(sentence: Sentence, mentions: Sequence[Mention], language: Language) -> Mention | None:
    """Return the capital that opens the sentence as a place: "In Rabat, …", "Rabat'ta ise …"."""
    alone = language in ("ar", "en")  # the preposition is a word of its own
    first = next((m for m in mentions if m.first == int(alone)), None)
    if first is None or first.category != "either" or first.side is None:
        return None
    if alone:
        return first if sentence.tokens[0].form in _HEADS[language] else None
    if language == "tr":
        return first if first.case == "locative" else None
    return first if first.proclitics in _IN_HEBREW else None


def of_state(mention: Mention, state: str, language: Language) -> Mention:
    """Return the ministry, or its spokesman, as it would be read with its state beside it."""
    if mention.kind != "ministry":
        return spoken_for(mention, state, language)
    gazetteer, text = load_gazetteer(), mention.text
    if language == "ar":
        adjectives = (
            row.form
            for row in gazetteer.adjectives("ar")
            if row.country == state and row.definite and row.gender == "feminine"
        )
        return _read_again(mention, f"{text} {next(adjectives, '')}", "ar")
    entry = gazetteer.entry(state)
    names = entry.names.get(language, ()) if entry is not None else ()
    if not names:
        return mention
    bare = text.partition(" ")[2] if text.lower().startswith("the ") else text
    whole = {
        "en": f"{names[0]}'s {bare}",
        "tr": f"{names[0]} {text}",
        "he": f"{text} של {names[0]}",
    }
    return _read_again(mention, whole[language], language)


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
    whole = as_sentence(text, language)
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
