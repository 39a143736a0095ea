"""The names and adjectives of the gazetteer as rows of the mention lexicon; the lexicon itself.

In:  the gazetteer and the lexicon's tables. Out: (phrase, `Sense`) pairs, and `load_lexicon`.
"""

from collections.abc import Iterator
from functools import cache

from kg.extract.mentions.lexicon import Lexicon, Sense
from kg.extract.mentions.rows_ar import arabic_rows, egyptian
from kg.extract.mentions.rows_en import english_rows, with_dots
from kg.extract.mentions.rows_he import hebrew_adjectives, hebrew_rows
from kg.extract.mentions.rows_tr import turkish_rows
from kg.lexicon.gazetteer import Adjective, Entry, load_gazetteer
from kg.lexicon.loader import lasting, read_toml
from kg.vocabulary import Language

_MOST_PEOPLE = 2_000_000_000
_JEEM, _GHAIN = "ج", "غ"
_SPELLED = 3  # letters of an acronym that is spelled out: "EU", "SDF"


@cache
@lasting
def load_lexicon(language: Language) -> Lexicon:
    """Return the lexicon of a language."""
    rows = [*_names(language), *_named_institutions(language), *_adjectives(language)]
    if language == "ar":
        rows += arabic_rows()
    elif language == "en":
        rows += english_rows()
    elif language == "tr":
        rows += turkish_rows()
    elif language == "he":
        rows += [*hebrew_adjectives(), *hebrew_rows(list(rows))]
    return Lexicon(rows, language, lambda word: _cities(word, language))


def _names(language: Language) -> Iterator[tuple[str, Sense]]:
    for entry in load_gazetteer().entries():
        for name in entry.names.get(language, ()):
            yield name, _name(entry, name)
            if language == "en" and (dotted := with_dots(name)) != name:
                yield dotted, _name(entry, name)
            if language == "ar" and entry.category == "place" and (g := egyptian(name)) != name:
                yield g, _name(entry, name)


def _cities(word: str, language: Language) -> Iterator[tuple[str, Sense]]:
    for entry in load_gazetteer().cities_named(word, language):
        for name in entry.names[language]:
            yield name, _name(entry, name)
    if language == "ar" and _JEEM in word:  # "هامبورج"
        for entry in load_gazetteer().cities_named(word.replace(_JEEM, _GHAIN), language):
            for name in entry.names[language]:
                yield egyptian(name), _name(entry, name)


def _name(entry: Entry, name: str) -> Sense:
    doubts = {"personal"} if entry.personal else set()
    doubts |= {"ambiguous"} if name in entry.ambiguous else set()
    # Of a country and a city of the same name, the country comes first.
    rank = min(entry.population, _MOST_PEOPLE) + (_MOST_PEOPLE if entry.kind else 0)
    return Sense(
        tag="name",
        id=entry.id,
        gender=entry.gender,
        number=entry.number,
        definite=True,
        kind=entry.kind,
        flags=frozenset(doubts),
        cased=_writes_small(entry, name) or _casing(name),
        rank=rank,
    )


def _named_institutions(language: Language) -> Iterator[tuple[str, Sense]]:
    for row in read_toml("institutions.toml")["named"]:
        entry = load_gazetteer().entry(row["id"])
        for name in row.get(language, ()):
            sense = Sense(
                tag="name",
                id=row["id"],
                gender=row["gender"],
                number="singular",
                definite=True,
                kind=entry.kind if entry else None,
                cased=_casing(name),
            )
            yield name, sense
            if language == "en" and (dotted := with_dots(name)) != name:
                yield dotted, sense


def _adjectives(language: Language) -> Iterator[tuple[str, Sense]]:
    for row in load_gazetteer().adjectives(language):
        yield row.form, _adjective(row, language)


def _adjective(row: Adjective, language: Language) -> Sense:
    people = language == "en" and row.number is not None
    flags = ({"people"} if people else set()) | ({"weak"} if row.weak else set())
    return Sense(
        tag="adjective",
        id=row.country,
        gender=row.gender,
        number=row.number,
        definite=row.definite,
        accusative=row.gender == "masculine"
        and row.number == "singular"
        and row.form.endswith("ا"),
        flags=frozenset(flags),
        cased=0 if language == "ar" else 1,
    )


def _writes_small(entry: Entry, name: str) -> int:
    """Return 3 for an acronym read as a word, which many write "Nato", "Ecowas"; else 0."""
    spoken = len(name) > _SPELLED and name.isascii() and name.isupper() and name.isalpha()
    return 3 if spoken and entry.kind in ("organization", "armed-group") else 0


def _casing(name: str) -> int:
    """Return 2 for an acronym, 1 for a name that begins with a capital, 0 for other scripts."""
    letters = [c for c in name.split()[0] if c.isalpha()]
    if not letters or not letters[0].isupper():
        return 0
    return 2 if len(letters) > 1 and all(c.isupper() for c in letters) else 1
