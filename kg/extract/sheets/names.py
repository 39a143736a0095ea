"""Whom a name in a claim sheet means: a mention, linked where the gazetteer knows it.

In:  the name as written, the part it plays, the article's language. Out: a `Mention`, or a sentence
that says why there is none. A name is looked up as an id ("turkey.ministry-of-defence"), as a label
in any of the four languages, and by the grammars that read articles ("وزارة الدفاع التركية").
Behind it may stand, in square brackets, what it is: `[turkey]` links it, `[official, unnamed,
of turkey]` or `[place]` say that no list knows it. Nothing is linked on a resemblance.
"""

import difflib
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from typing import Literal

from kg.extract.mentions import find_mentions
from kg.extract.segment import segment
from kg.lexicon.gazetteer import Entry, load_gazetteer
from kg.lexicon.normalise import fold
from kg.model.mention import Mention
from kg.model.said import Said, excerpt
from kg.model.sheet import ACTOR_KINDS
from kg.model.span import Span
from kg.vocabulary import LANGUAGES, ActorKind, Language

Part = Literal["actor", "place"]
_BRACKET = re.compile(r"(.*\S)\s*\[([^\[\]]+)\]", re.DOTALL)
_ID = re.compile(r"[a-z0-9][a-z0-9.-]*")
_OF = re.compile(r"of\s+([a-z0-9.-]+)")
_PLACE = "place"
_UNNAMED = "unnamed"
_NEAR = 0.8
_NOWHERE = Span(0, 1)
_LONGEST = 300


class UnknownName(ValueError):
    """A name that means nobody, or more than one; the text says what may be written."""


def read_name(
    written: str, part: Part, language: Language, span: Span, *, suggest: bool = True
) -> Mention:
    """Return the mention that a name means. Raises UnknownName.

    `suggest` = look for similar names to propose, which takes time.
    """
    try:
        return replace(_read(written, part, language), span=span)
    except UnlistedName as error:
        meant = _suggested(error.name, part) if suggest else ""
        raise UnknownName(_unknown(error.name, part, meant)) from error


class UnlistedName(UnknownName):
    """A name in no list."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@lru_cache(maxsize=10_000)
def _read(written: str, part: Part, language: Language) -> Mention:
    """Return the mention of a name, its span still to be set."""
    if len(written) > _LONGEST:
        told = "'%(name)s…' is too long for a name. Part names by semicolons."
        raise UnknownName(Said(told, name=excerpt(written, 40)))
    bracketed = _BRACKET.fullmatch(written)
    if bracketed is not None:
        return _told(" ".join(bracketed[1].split()), bracketed[2].strip(), part, _NOWHERE)
    name = " ".join(written.split())
    entry = _by_id(name) or _by_label(name, part)
    if entry is not None:
        return _linked(name, entry, part, _NOWHERE)
    found = _by_grammar(name, part, language)
    if found is None:
        raise UnlistedName(name)
    return _placed(found, part, _NOWHERE)


def _told(name: str, said: str, part: Part, span: Span) -> Mention:
    """Return a mention by what the brackets say."""
    entry = _by_id(said)
    if entry is not None and (part == "actor" or _fits(said, part)):
        # Spelt out so: a land without a government of its own may still be who is meant.
        return _mention(name, span, part, kind=entry.kind, side=entry.side, linked=entry.id)
    if entry is not None:
        return _linked(name, entry, part, span)
    words = [word.strip() for word in said.split(",")]
    if part == "place":
        if words != [_PLACE]:
            raise UnknownName(
                Said("[%(said)s] is neither a known id nor [%(place)s].", said=said, place=_PLACE)
            )
        return _mention(name, span, part)
    kind = next((k for k in ACTOR_KINDS if k in words), None)
    sides = [m[1] for w in words if (m := _OF.fullmatch(w))]
    rest = [w for w in words if w not in (kind, _UNNAMED) and not _OF.fullmatch(w)]
    if kind is None or rest or len(sides) > 1:
        raise UnknownName(
            Said(
                "[%(said)s] is neither a known id nor a kind (%(kinds)s), to which “unnamed” and "
                "“of” with an id may be added: [official, unnamed, of turkey].",
                said=said,
                kinds=", ".join(ACTOR_KINDS),
            )
        )
    side = sides[0] if sides else None
    if side is not None and load_gazetteer().entry(side) is None:
        raise UnknownName(Said("'%(id)s' is no id that is known here.", id=side))
    return _mention(name, span, part, kind=kind, unnamed=_UNNAMED in words, side=side)


def _by_id(word: str) -> Entry | None:
    return load_gazetteer().entry(word) if _ID.fullmatch(word) else None


def _by_label(name: str, part: Part) -> Entry | None:
    """Return the entry of that name. Raises UnknownName when several bear it."""
    gazetteer = load_gazetteer()
    found = {e for e in _labels().get(_key(name), ()) if _fits(e, part)}
    if part == "place" and not found:
        key = _key(name)
        for language in LANGUAGES:
            cities = gazetteer.cities_named(key.split()[0], language)
            found |= {e.id for e in cities if key in map(_key, e.names.get(language, ()))}
    if len(found) > 1:
        listed = ", ".join(f"{_label(e)} [{e}]" for e in sorted(found))
        raise UnknownName(
            Said(
                "'%(name)s' may be %(listed)s. Write the one that is meant.",
                name=excerpt(name),
                listed=listed,
            )
        )
    return gazetteer.entry(found.pop()) if found else None


def _by_grammar(name: str, part: Part, language: Language) -> Mention | None:
    """Return the mention that is the whole name, as the grammars of articles read it."""
    for tried in (language, *(other for other in LANGUAGES if other != language)):
        for sentence in segment(name, tried, title=None):
            for mention in find_mentions(sentence, tried):
                whole = mention.span.start <= 0 and mention.span.end >= len(name.rstrip("."))
                if whole and _is_part(mention, part):
                    return mention
    return None


def _is_part(mention: Mention, part: Part) -> bool:
    if part == "place":
        return mention.category in ("place", "either") and mention.gazetteer_id is not None
    if mention.category not in ("actor", "either"):
        return False
    known = mention.gazetteer_id or mention.role or mention.side
    return bool(known and (mention.gazetteer_id or mention.kind))


def _placed(mention: Mention, part: Part, span: Span) -> Mention:
    """Return a mention that the grammar read in a name alone, as one of the article."""
    name = mention.name
    kept = mention.gazetteer_id
    return _mention(
        name,
        span,
        part,
        kind=mention.kind,
        unnamed=mention.unnamed,
        side=mention.side,
        linked=kept,
        role=mention.role,
        person=mention.person,
    )


def _linked(name: str, entry: Entry, part: Part, span: Span) -> Mention:
    if not _fits(entry.id, part):
        raise UnknownName(_other_part(name, entry, part))
    return _mention(name, span, part, kind=entry.kind, side=entry.side, linked=entry.id)


def _mention(
    name: str,
    span: Span,
    part: Part,
    *,
    kind: ActorKind | None = None,
    unnamed: bool = False,
    side: str | None = None,
    linked: str | None = None,
    role: str | None = None,
    person: str | None = None,
) -> Mention:
    return Mention(
        span=span,
        text=name,
        first=0,
        last=0,
        category=part,
        name=name,
        kind=kind,
        unnamed=unnamed,
        side=side,
        gazetteer_id=linked,
        role=role,
        person=person,
    )


def _fits(identity: str, part: Part) -> bool:
    entry = load_gazetteer().entry(identity)
    return entry is not None and entry.category in (part, "either")


def _label(identity: str) -> str:
    entry = load_gazetteer().entry(identity)
    return entry.label if entry is not None else identity


def _other_part(name: str, entry: Entry, part: Part) -> Said:
    if part == "place":
        return Said("'%(name)s' (%(id)s) is an actor, no place.", name=excerpt(name), id=entry.id)
    return Said("'%(name)s' (%(id)s) is a place, no actor.", name=excerpt(name), id=entry.id)


def _unknown(name: str, part: Part, meant: str) -> Said:
    found = _unlisted(name, meant)
    if part == "place":
        return Said(
            "%(found)s If it is spelt as it should be, say what it is: %(how)s.",
            found=found,
            how=f"{excerpt(name)} [{_PLACE}]",
        )
    return Said(
        "%(found)s If it is spelt as it should be, say what it is: %(how)s. The kinds are "
        "%(kinds)s.",
        found=found,
        how=f"{excerpt(name)} [person]",
        kinds=", ".join(ACTOR_KINDS),
    )


def _unlisted(name: str, meant: str) -> Said:
    if not meant:
        return Said("'%(name)s' is in no list.", name=excerpt(name))
    return Said(
        "'%(name)s' is in no list. Did you mean %(meant)s?", name=excerpt(name), meant=meant
    )


def _suggested(name: str, part: Part) -> str:
    labels = _labels()
    near = difflib.get_close_matches(_key(name), labels, n=3, cutoff=_NEAR)
    fitting = [e for key in near for e in labels[key] if _fits(e, part)]
    return ", ".join(f"{_label(e)} [{e}]" for e in dict.fromkeys(fitting))


def _key(name: str) -> str:
    return " ".join(fold(word) for word in name.split())


@cache
def _labels() -> dict[str, tuple[str, ...]]:
    """Return the ids that bear each folded name, in any language."""
    found: dict[str, dict[str, None]] = {}
    for entry in load_gazetteer().entries():
        for name in _names(entry):
            found.setdefault(_key(name), {})[entry.id] = None
    return {key: tuple(ids) for key, ids in found.items()}


def _names(entry: Entry) -> Iterator[str]:
    yield entry.id
    for _, label in entry.labels:
        yield label
    for names in entry.names.values():
        yield from names
