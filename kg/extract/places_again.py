"""Know an English place again that no list has, where only another sentence tells what it is.

In:  the sentences of an article with their mentions. Out: the same; a name told as a place once is
that place wherever it stands alone, and goes by the name that it has alone.
    … at Zorgan airport. / ZORGAN, May 3 / Guyana takes two demands to Zorgan
Not where somebody is called so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.mentions.english_name_words import speech
from kg.extract.mentions.span import words_between
from kg.lexicon.normalise import fold
from kg.model.mention import Mention
from kg.model.token import Sentence

Found = tuple[Sentence, tuple[Mention, ...]]
_SHORTEST = 4  # letters
_OWNER = "'s"


def add_places(found: Sequence[Found]) -> list[Found]:
    """Return the sentences with their mentions, places without a list's help wherever named."""
    names = _names(found)
    if not names:
        return list(found)
    alone: set[str] = set()
    added = [(sentence, _with_places(sentence, ms, names, alone)) for sentence, ms in found]
    return [(sentence, tuple(_bare(m, alone) for m in ms)) for sentence, ms in added]


def _names(found: Sequence[Found]) -> dict[str, Mention]:
    """Return the unknown places by their folded name without its sort; nobody's names.

    A lone word may look like a person: "to Zorgan". A place told with its sort is surer.
    """
    names: dict[str, Mention] = {}
    others: set[str] = set()
    for sentence, mention in ((s, m) for s, mentions in found for m in mentions):
        if mention.category == "place" and mention.gazetteer_id is None:
            base = _base(mention)
            if len(base) >= _SHORTEST and " " not in base:
                names.setdefault(base, mention)
        elif mention.person and (not _is_lone(mention) or _speaks(sentence, mention)):
            others.update(fold(mention.person).split())
        elif mention.person:
            others.add(f"{fold(mention.person)}?")
    return {
        b: m
        for b, m in names.items()
        if b not in others and (f"{b}?" not in others or _is_sorted(m))
    }


def _is_lone(mention: Mention) -> bool:
    """True for a person of one word without an office."""
    return mention.role is None and mention.first == mention.last


def _speaks(sentence: Sentence, mention: Mention) -> bool:
    """True for "Kenyatta told", "said Kenyatta": no airport, whatever else is called so."""
    tokens = sentence.tokens
    behind = tokens[mention.last + 1 : mention.last + 2]
    return any(
        t.form in speech() for t in (*tokens[max(0, mention.first - 1) : mention.first], *behind)
    )


def _is_sorted(mention: Mention) -> bool:
    """True for a place told with its sort: "Zorgan airport"."""
    return mention.name.split()[-1][0].islower()


def _base(mention: Mention) -> str:
    """Return the folded name without the sort behind it: "argyle" of "Argyle airport"."""
    words = mention.name.split()
    while words and words[-1][0].islower():
        words.pop()
    return fold(" ".join(words)).removesuffix(_OWNER)


def _with_places(
    sentence: Sentence, mentions: tuple[Mention, ...], names: dict[str, Mention], alone: set[str]
) -> tuple[Mention, ...]:
    mentions = tuple(m for m in mentions if not (_is_lone(m) and fold(m.person or "") in names))
    taken = {i for m in mentions for i in range(m.first, m.last + 1)}
    alone.update(b for m in mentions if (b := fold(m.text).removesuffix(_OWNER)) in names)
    added = list(_unnoticed(sentence, taken, names))
    alone.update(_base(m) for m in added)
    if not added:
        return mentions
    return tuple(sorted((*mentions, *added), key=lambda m: (m.first, -m.last)))


def _unnoticed(sentence: Sentence, taken: set[int], names: dict[str, Mention]) -> Iterator[Mention]:
    """Yield the places that stand alone where nothing was seen."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        bearer = names.get(token.form.removesuffix(_OWNER))
        if bearer is None or i in taken or not token.text[0].isupper():
            continue
        beside = tokens[max(0, i - 1) : i] + tokens[i + 1 : i + 2]
        if any(t.is_word and t.text[0].isupper() and not token.text.isupper() for t in beside):
            continue  # part of a longer name
        enclitic = _OWNER if token.form.endswith(_OWNER) else ""
        span, text, name = words_between(sentence, i, i, None, enclitic)
        name = name.title() if name.isupper() else name
        yield replace(bearer, span=span, text=text, first=i, last=i, name=name)


def _bare(mention: Mention, alone: set[str]) -> Mention:
    """Return a place told with its sort under the name that it has alone."""
    if mention.category != "place" or mention.gazetteer_id is not None:
        return mention
    base = _base(mention)
    words = mention.name.split()
    if base not in alone or len(words) == 1 or fold(words[0]) != base:
        return mention
    return replace(mention, name=words[0])
