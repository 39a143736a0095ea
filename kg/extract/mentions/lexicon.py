"""All words that mentions are made of, by their folded first word.

In:  the gazetteer, institutions.toml, roles.toml. Out: `Lexicon`: for a token, the phrases that may
begin there. Arabic forms are written out in full (gender, number, article), so that finding them
is a look-up; letters in front come from the token's readings.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, NamedTuple

from kg.lexicon.arabic import inflect_adjective, inflect_noun, inflect_phrase
from kg.lexicon.english import plural_of
from kg.lexicon.gazetteer import load_gazetteer
from kg.lexicon.loader import read_toml
from kg.lexicon.normalise import split_phrase
from kg.model.mention import Gender, Number
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
    "given",
    "particle",
]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sense:
    """What a phrase means.

    `id` is an entry, institution or role. `construct` says that the Arabic form stands before a
    genitive. `flags` are those of the lexicon row ("source", "of", "to", "title", "bare",
    "indefinite", "is_state", "of_state", "adjectival"). `base` is a role's singular form.
    `cased` 0 = any case, 1 = begins with a capital, 2 = all capitals.
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
_NOTHING: tuple[list[_Candidate], dict[str, list[_Candidate]]] = ([], {})
_CACHED_WORDS = 200_000


class Lexicon:
    """Phrases by first word. What a word may begin is cached by its folded form."""

    def __init__(self, phrases: Iterable[tuple[str, Sense]]) -> None:
        found: dict[str, list[Phrase]] = defaultdict(list)
        seen: set[tuple[object, ...]] = set()
        for text, sense in phrases:
            words = split_phrase(text)
            key = (words, sense.tag, sense.id, sense.construct, sense.definite, sense.gender)
            if words and key not in seen:
                seen.add(key)
                found[words[0]].append(Phrase(words[1:], sense))
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
            for reading, phrase in longer.get(second.removesuffix("'s"), ()):
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
            for phrase in self._phrases.get(key, ()):
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
    if form == rest[-1] + "'s":
        return Hit(phrase.sense, first, last, reading, "'s")
    return None


def _case_fits(token: Token, cased: int) -> bool:
    if cased == 0:
        return True
    return token.text[0].isupper() if cased == 1 else token.text.removesuffix("'s").isupper()


@cache
def load_lexicon(language: Language) -> Lexicon:
    """Return the lexicon of a language; of Turkish and Hebrew: names and adjectives only."""
    rows = [*_names(language), *_adjectives(language)]
    if language == "ar":
        rows += [*_arabic_institutions(), *_arabic_roles(), *_arabic_words()]
    elif language == "en":
        rows += [*_english_institutions(), *_english_roles()]
    return Lexicon(rows)


def _names(language: Language) -> Iterator[tuple[str, Sense]]:
    for entry in load_gazetteer().entries():
        flags = frozenset({"personal"} if entry.personal else ())
        # Of a country and its capital of the same name, the country comes first.
        rank = min(entry.population, 2_000_000_000) + (3_000_000_000 if entry.kind else 0)
        for name in entry.names.get(language, ()):
            doubtful = {"ambiguous"} if name in entry.ambiguous else set()
            sense = Sense(
                tag="name",
                id=entry.id,
                gender=entry.gender,
                number=entry.number,
                definite=True,
                kind=entry.kind,
                flags=flags | doubtful,
                cased=_casing(name),
                rank=rank,
            )
            yield name, sense
    for row in read_toml("institutions.toml")["named"]:
        for name in row.get(language, ()):
            composed = load_gazetteer().entry(row["id"])
            kind = composed.kind if composed else None
            yield (
                name,
                Sense(
                    tag="name",
                    id=row["id"],
                    gender=row["gender"],
                    number="singular",
                    definite=True,
                    kind=kind,
                    cased=_casing(name),
                    rank=1,
                ),
            )


def _casing(name: str) -> int:
    letters = [c for c in name.split()[0] if c.isalpha()]
    if not letters or not letters[0].isupper():
        return 0
    return 2 if len(letters) > 1 and all(c.isupper() for c in letters) else 1


def _adjectives(language: Language) -> Iterator[tuple[str, Sense]]:
    for row in load_gazetteer().adjectives(language):
        yield (
            row.form,
            Sense(
                tag="adjective",
                id=row.country,
                gender=row.gender,
                number=row.number,
                definite=row.definite,
                cased=1 if language != "ar" else 0,
                accusative=language == "ar"
                and row.gender == "masculine"
                and row.number == "singular"
                and row.form.endswith("ا"),
                flags=frozenset(
                    ({"people"} if language == "en" and row.number else set())
                    | ({"weak"} if row.weak else set())
                ),
            ),
        )


def _institutions() -> list[dict[str, Any]]:
    return list(read_toml("institutions.toml")["institution"])


def _flags(row: Mapping[str, Any], *names: str) -> frozenset[str]:
    return frozenset(name for name in names if row.get(name))


def _arabic_institutions() -> Iterator[tuple[str, Sense]]:
    for row in load_gazetteer().institutions():
        forms = [(f, row["gender"]) for f in row["ar"]]
        forms += [(f, "masculine") for f in row.get("masculine", ())]
        forms += [(f, "feminine") for f in row.get("feminine", ())]
        for form, gender in forms:
            bare = form in row["bare_forms"] if "bare_forms" in row else True
            flags = _flags(row, "indefinite", "is_state", "either_gender")
            if bare:
                flags |= {"bare"}
            for written in inflect_phrase(form):
                yield (
                    written.text,
                    Sense(
                        tag="institution",
                        id=row["id"],
                        gender=gender,
                        number=written.number,
                        definite=written.definite,
                        construct=written.construct,
                        kind=row["kind"],
                        flags=flags,
                    ),
                )
    for row in read_toml("institutions.toml")["generic"]:
        for form in row["ar"]:
            yield (
                form,
                Sense(
                    tag="generic",
                    id=row["id"],
                    gender=row["gender"],
                    definite=True,
                    kind=row["kind"],
                ),
            )
    for row in read_toml("places.toml")["generic"]:
        for form in row["ar"]:
            yield form, Sense(tag="generic", id=row["id"], gender="feminine", definite=True)
    for word in read_toml("institutions.toml")["outlets"]["ar"]:
        for written in inflect_noun(word):
            yield (
                written.text,
                Sense(
                    tag="outlet",
                    id="outlet",
                    gender=written.gender,
                    number=written.number,
                    definite=written.definite,
                    construct=written.construct,
                    kind="media",
                ),
            )


def _arabic_roles() -> Iterator[tuple[str, Sense]]:
    for row in load_gazetteer().roles():
        flags = _flags(row, "source", "of", "to", "title", "adjectival", "of_state")
        broken = tuple(row.get("broken", ()))
        excluded = set(row.get("exclude", ()))
        for form in row["ar"]:
            for written in inflect_phrase(form, broken=broken, feminine=row.get("feminine")):
                if written.text in excluded:
                    continue
                yield (
                    written.text,
                    Sense(
                        tag="role",
                        id=row["id"],
                        gender=written.gender,
                        number=written.number,
                        definite=written.definite,
                        construct=written.construct,
                        kind="official",
                        flags=flags,
                        base=form,
                    ),
                )


def _arabic_words() -> Iterator[tuple[str, Sense]]:
    words = read_toml("roles.toml")["arabic"]
    for adjective in words["modifiers"]:
        for form in inflect_adjective(adjective, every=True):
            yield form.text, Sense(tag="modifier", id="", definite=form.definite)
    for phrase in words["modifier_phrases"]:
        yield phrase, Sense(tag="modifier", id="")
    for body in load_gazetteer().bodies():
        for adjective in body.get("adjectives_ar", ()):
            for form in inflect_adjective(adjective):
                yield (
                    form.text,
                    Sense(
                        tag="adjective",
                        id=body["id"],
                        gender=form.gender,
                        number=form.number,
                        definite=form.definite,
                        accusative=form.text.endswith("ا"),
                    ),
                )
    for word in words["before"]:
        yield word, Sense(tag="before", id="")
    for row in read_toml("roles.toml")["deputy"]:
        for word in row["ar"]:
            yield word, Sense(tag="deputy", id=row["id"])
    for word in words["titles"]:
        yield word, Sense(tag="title", id="")
    for word in words["particles"]:
        yield word, Sense(tag="particle", id="")
    for word in read_toml("given_names.toml")["ar"]:
        yield word, Sense(tag="given", id="")


def _english_institutions() -> Iterator[tuple[str, Sense]]:
    for row in load_gazetteer().institutions():
        flags = _flags(row, "indefinite", "is_state", "of_state", "adjectival")
        bare = set(row.get("bare_en", row["en"]))
        for form in row["en"]:
            # "troops" has no plural of its own; "army" makes "armies".
            plural = form.endswith("s")
            written = [(form, plural)] if plural else [(form, False), (plural_of(form), True)]
            for text, several in written:
                sense = Sense(
                    tag="institution",
                    id=row["id"],
                    kind=row["kind"],
                    number="plural" if several else "singular",
                    flags=flags | ({"bare"} if form in bare else set()),
                )
                yield text, sense
    for name in ("institutions.toml", "places.toml"):
        for row in read_toml(name)["generic"]:
            for form in row["en"]:
                yield form, Sense(tag="generic", id=row["id"], definite=True, kind=row.get("kind"))


def _english_roles() -> Iterator[tuple[str, Sense]]:
    for row in load_gazetteer().roles():
        flags = _flags(row, "source", "of", "to", "title", "adjectival")
        for form in row["en"]:
            numbers: tuple[tuple[str, Number], ...] = (
                (form, "singular"),
                (plural_of(form), "plural"),
            )
            for text, number in numbers:
                sense = Sense(
                    tag="role",
                    id=row["id"],
                    number=number,
                    kind="official",
                    flags=flags,
                    base=form if form.isupper() else form.lower(),
                )
                yield text, sense
