"""Phrases with their meaning, by their folded first word.

In:  rows of (phrase, `Sense`), see `kg.extract.mentions.rows`. Out: `Lexicon`: for a token, the
phrases that begin there, as `Hit`s. All forms are written out, so that finding them is a look-up;
letters in front of a word come from the token's readings.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from kg.lexicon.normalise import split_phrase
from kg.model.mention import Case, Gender, Number
from kg.model.token import Reading, Token
from kg.vocabulary import ActorKind, Language

Tag = Literal[
    "name",
    "adjective",
    "institution",
    "role",
    "modifier",
    "deputy",
    "before",
    "title",
    "generic",
    "outlet",
    "body",
    "area",
    "site",
    "given",
    "particle",
]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sense:
    """What a phrase means.

    `id` is an entry, institution or role. `construct` says that the Arabic form stands before a
    genitive. `flags` are those of the lexicon row ("source", "of", "to", "title", "bare",
    "indefinite", "is_state", "of_state", "adjectival"). `base` is a role's singular form, of
    Turkish words the last word without the ending that shows its `case`.
    `cased` 0 = any case, 1 = begins with a capital, 2 = all capitals, 3 = either of these.
    """

    tag: Tag
    id: str
    gender: Gender | None = None
    number: Number | None = None
    definite: bool = False
    construct: bool = False
    accusative: bool = False
    kind: ActorKind | None = None
    flags: frozenset[str] = frozenset()
    cased: int = 0
    rank: int = 0
    base: str = ""
    case: Case | None = None


def flags_of(row: Mapping[str, Any], *names: str) -> frozenset[str]:
    """Return which of these keys a row of a table sets to something true."""
    return frozenset(name for name in names if row.get(name))


@dataclass(frozen=True, slots=True)
class Phrase:
    """The folded words behind the first one, and their sense."""

    rest: tuple[str, ...]
    sense: Sense


class Hit(NamedTuple):
    """A phrase found at tokens `first` to `last`, with how the first token was taken apart."""

    sense: Sense
    first: int
    last: int
    reading: Reading
    enclitic: str = ""


_Candidate = tuple[Reading, Phrase]
_SHORTEST_BARE = 4
_NOTHING: tuple[list[_Candidate], dict[str, list[_Candidate]]] = ([], {})
_CACHED_WORDS = 50_000


class Lexicon:
    """Phrases by first word. What a word may begin is cached by its folded form.

    `later` gives more phrases by their folded first word; it is asked once for each word of a text.
    """

    def __init__(
        self,
        phrases: Iterable[tuple[str, Sense]],
        language: Language = "en",
        later: Callable[[str], Iterable[tuple[str, Sense]]] | None = None,
    ) -> None:
        found: dict[str, list[Phrase]] = defaultdict(list)
        seen: set[tuple[object, ...]] = set()
        for text, sense in phrases:
            words = split_phrase(text)
            grammar = (sense.construct, sense.definite, sense.gender, sense.case)
            key = (words, sense.tag, sense.id, *grammar)
            if words and key not in seen:
                seen.add(key)
                found[words[0]].append(Phrase(words[1:], sense))
        self.language: Language = language
        self._later = later
        self._phrases = {
            word: tuple(sorted(rows, key=lambda p: (-len(p.rest), -p.sense.rank)))
            for word, rows in found.items()
        }
        # Of each word: the phrases of one word, and the longer ones by their second word.
        self._known: dict[str, tuple[list[_Candidate], dict[str, list[_Candidate]]]] = {}

    def hits(self, tokens: tuple[Token, ...], first: int) -> tuple[Hit, ...]:
        """Return what begins at a token, the longest first."""
        token = tokens[first]
        known = self._known.get(token.form)
        if known is None:
            known = self._candidates(token)
            if len(self._known) < _CACHED_WORDS:
                self._known[token.form] = known
        if known is _NOTHING:
            return ()
        single, longer = known
        found = []
        if longer and first + 1 < len(tokens):
            second = tokens[first + 1].form
            bare = second.rpartition("'")[0] if "'" in second and second not in longer else second
            for reading, phrase in longer.get(bare, ()):
                hit = _match(tokens, first, reading, phrase)
                if hit is not None and _case_fits(token, phrase.sense.cased):
                    found.append(hit)
        for reading, phrase in single:
            if _case_fits(token, phrase.sense.cased):
                found.append(Hit(phrase.sense, first, first, reading, reading.enclitic))
        return tuple(found)

    def _candidates(self, token: Token) -> tuple[list[_Candidate], dict[str, list[_Candidate]]]:
        single: list[_Candidate] = []
        longer: dict[str, list[_Candidate]] = {}
        seen: set[int] = set()
        for reading in token.readings:
            key = "ال" + reading.stem if reading.definite else reading.stem
            for phrase in self._beginning_with(key):
                if id(phrase) in seen:
                    continue
                seen.add(id(phrase))
                if not phrase.rest:
                    single.append((reading, phrase))
                elif not reading.enclitic:
                    longer.setdefault(phrase.rest[0], []).append((reading, phrase))
        for rows in longer.values():
            rows.sort(key=lambda row: -len(row[1].rest))
        return (single, longer) if seen else _NOTHING

    def _beginning_with(self, word: str) -> tuple[Phrase, ...]:
        found = self._phrases.get(word, ())
        if self._later is None:
            return found
        keys = {word, _without_geresh(word)}
        split = ((split_phrase(text), sense) for key in keys for text, sense in self._later(key))
        more = [Phrase(words[1:], sense) for words, sense in split if words[0] in keys]
        if not more:
            return found
        return tuple(sorted((*found, *more), key=lambda p: (-len(p.rest), -p.sense.rank)))


def _without_geresh(word: str) -> str:
    """Return קוצבמבה for קוצ'במבה: GeoNames leaves out the mark of foreign sounds."""
    hebrew = "\u05d0" <= word[0] <= "\u05ea" and "'" in word[1:-1]
    bare = word.replace("'", "")
    return bare if hebrew and len(bare) > _SHORTEST_BARE else word


def _match(tokens: tuple[Token, ...], first: int, reading: Reading, phrase: Phrase) -> Hit | None:
    """Compare the words behind the first one; the last of them may have a possessive."""
    rest = phrase.rest
    last = first + len(rest)
    if last >= len(tokens):
        return None
    for position, word in enumerate(rest[:-1], first + 1):
        if tokens[position].form != word:
            return None
    form = tokens[last].form
    if form == rest[-1]:
        return Hit(phrase.sense, first, last, reading)
    stem, mark, ending = form.rpartition("'")
    return (
        Hit(phrase.sense, first, last, reading, f"'{ending}") if mark and stem == rest[-1] else None
    )


def _case_fits(token: Token, cased: int) -> bool:
    if cased == 0:
        return True
    if cased in (1, 3):
        return token.text[0].isupper()
    return token.text[: len(token.form.partition("'")[0])].isupper()
