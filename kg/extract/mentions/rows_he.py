"""Hebrew institutions, offices and the words around them as rows of the mention lexicon.

In:  institutions.toml, roles.toml, places.toml, given_names.toml, the gazetteer's adjectives.
Out: (phrase, `Sense`) pairs with every form written out: gender, number, article.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, product
from typing import Any

from kg.extract.mentions.lexicon import Sense, flags_of
from kg.lexicon.gazetteer import Entry, load_gazetteer
from kg.lexicon.grammar import words_of
from kg.lexicon.hebrew import inflect_adjective, is_definite, with_article
from kg.lexicon.loader import read_toml
from kg.lexicon.normalise import fold
from kg.model.mention import Gender, Number

Row = tuple[str, Sense]
_SHORTEST = 4
_EITHER = frozenset({"משנה"})
_MASCULINE = words_of("he", "masculine")
_FEMININE = words_of("he", "feminine")
_COMMON = words_of("he", "held_by_either")
_CAPITAL_OF = sorted(words_of("he", "capital_of"))
_SPELLINGS = {
    "בינלאומי": ("בין-לאומי", "בין לאומי"),
    "אפריקאי": ("אפריקני",),
    "אפריקני": ("אפריקאי",),
    "אמריקאי": ("אמריקני",),
    "אמריקני": ("אמריקאי",),
}
_THE_CAPITAL = sorted(words_of("he", "the_capital"))


def hebrew_rows(names: Iterable[Row]) -> Iterator[Row]:
    """Yield all rows but the names of the gazetteer; of `names` the forms without their article.

    Places also as they are spelled with one alef less: קונקרי beside קונאקרי.
    """
    names = list(names)
    respelled = list(_respelled(names))
    names = [*names, *respelled]
    rows = chain(
        respelled,
        _spelled(names),
        _capitals(),
        _institutions(),
        _generics(),
        _outlets(),
        _roles(),
        _words(),
        _heads(),
        _latin_media(),
    )
    return chain(rows, _swallowed(chain(names, _capitals(), _institutions(), _generics())))


def _swallowed(rows: Iterable[Row]) -> Iterator[Row]:
    """ "בפנטגון", "לבית הלבן": the preposition has taken the place of the article."""
    for text, sense in rows:
        if text.startswith("ה") and len(text) > _SHORTEST:
            yield text[1:], replace(sense, flags=sense.flags | {"swallowed"})


def _respelled(names: Iterable[Row]) -> Iterator[Row]:
    """Yield names with a word that news spells in several ways: "הבין-לאומי" for "הבינלאומי"."""
    for text, sense in names:
        for usual, others in _SPELLINGS.items():
            if usual in text:
                yield from ((text.replace(usual, other), sense) for other in others)


def _spelled(names: Iterable[Row]) -> Iterator[Row]:
    """Yield places of one word without one of the alefs inside, where that is no other's name."""
    gazetteer = load_gazetteer()
    known = {text for text, _ in chain(names, hebrew_adjectives())}  # "קובני": Cuban, no Kobani
    for text, sense in names:
        entry = gazetteer.entry(sense.id) if " " not in text and "-" not in text else None
        if (
            text.startswith("ה")
            or entry is None
            or entry.kind not in (None, "state")
            or entry.category == "actor"
        ):
            continue
        for i in range(1, len(text) - 1):
            short = text[:i] + text[i + 1 :]
            if text[i] == "א" and len(short) > _SHORTEST and short not in known:
                yield short, sense


def hebrew_adjectives() -> Iterator[Row]:
    """Yield the nationality adjectives in every form."""
    for row in load_gazetteer().adjectives("he"):
        for form in inflect_adjective(row.form):
            sense = Sense(
                tag="adjective",
                id=row.country,
                gender=form.gender,
                number=form.number,
                definite=form.definite,
            )
            yield form.text, sense


def _capitals() -> Iterator[Row]:
    """Yield what capitals are called by their state: "בירת מצרים", "הבירה הקטרית"."""
    gazetteer = load_gazetteer()
    adjectives = {row.country: row.form for row in gazetteer.adjectives("he")}
    for capital in gazetteer.entries():
        if capital.kind is not None or capital.category != "either":
            continue
        sense = Sense(
            tag="name", id=capital.id, gender="feminine", number="singular", definite=True
        )
        for owner in {capital.side, capital.within} - {None}:
            state = gazetteer.entry(owner or "")
            names = state.names.get("he", ()) if state is not None else ()
            for called, name in product(_CAPITAL_OF, names):
                yield from _named(f"{called} {name}", capital, sense)
            adjective = adjectives.get(owner or "")
            forms = inflect_adjective(adjective) if adjective else ()
            for called, form in product(_THE_CAPITAL, forms):
                if form.definite and form.gender == "feminine" and form.number == "singular":
                    yield from _named(f"{called} {form.text}", capital, sense)


def _named(called: str, capital: Entry, sense: Sense) -> Iterator[Row]:
    """Yield what a capital is called, alone and in front of its name: "הבירה הקטרית דוחא"."""
    yield called, sense
    for name in capital.names.get("he", ()):
        yield f"{called} {name}", sense


def _forms(form: str) -> Iterator[tuple[str, bool]]:
    yield form, is_definite(form)
    definite = with_article(form)
    if definite is not None:
        yield definite, True


def gender_of(word: str) -> Gender:
    """Guess the gender of a noun from its ending."""
    if word in _FEMININE:
        return "feminine"
    if word in _MASCULINE:
        return "masculine"
    return "feminine" if word.endswith(("ה", "ת", "ות")) else "masculine"


def number_of(word: str) -> Number:
    """Guess the number of a noun from its ending: כוחות, חיילים, שירותי."""
    return "plural" if len(word) > 3 and word.endswith(("ים", "ות", "תי")) else "singular"


def _institutions() -> Iterator[Row]:
    for row in load_gazetteer().institutions():
        for form in row.get("he", ()):
            first = form.split()[0]
            bare = form in row.get("he_bare", row["he"])
            for text, definite in _forms(form):
                flags = flags_of(row, "is_state")
                sense = Sense(
                    tag="institution",
                    id=row["id"],
                    gender=gender_of(first),
                    number=number_of(first),
                    definite=definite,
                    construct=not form.startswith("ה"),
                    kind=row["kind"],
                    flags=flags | {"bare"} if bare else flags,
                )
                yield text, sense


def _generics() -> Iterator[Row]:
    for row in (*read_toml("institutions.toml")["generic"], *read_toml("places.toml")["generic"]):
        sense = Sense(tag="generic", id=row["id"], definite=True, kind=row.get("kind"))
        for form in row.get("he", ()):
            yield form, sense


def _outlets() -> Iterator[Row]:
    for form in read_toml("institutions.toml")["outlets"]["he"]:
        for text, definite in _forms(form):
            gender = gender_of(form.split()[0])
            yield text, Sense(tag="outlet", id="outlet", gender=gender, definite=definite)


def _roles() -> Iterator[Row]:
    numbers: tuple[tuple[str, Gender | None, Number], ...] = (
        ("he", "masculine", "singular"),
        ("he_f", "feminine", "singular"),
        ("he_p", None, "plural"),
    )
    for row in load_gazetteer().roles():
        for column, gender, number in numbers:
            for form in row.get(column, ()):
                common = column == "he" and fold(form.split()[0]) in _COMMON
                yield from _role(row, form, None if common else gender, number)


def _role(
    row: Mapping[str, Any], form: str, gender: Gender | None, number: Number
) -> Iterator[Row]:
    flags = flags_of(row, "source", "of", "to", "title", "of_state")
    base = row["he"][0] if row.get("he") else form
    for text, definite in _forms(form):
        sense = Sense(
            tag="role",
            id=row["id"],
            gender=gender,
            number=number,
            definite=definite,
            kind="official",
            flags=flags,
            base=base,
        )
        yield text, sense


def _words() -> Iterator[Row]:
    tables = read_toml("roles.toml")
    own = tables["hebrew"]
    for adjective in own["modifiers"]:
        for form in inflect_adjective(adjective):
            yield form.text, Sense(tag="modifier", id="", definite=form.definite)
    for phrase in own["modifier_phrases"]:
        yield phrase, Sense(tag="modifier", id="")
    for word in own["before"]:
        yield word, Sense(tag="before", id="")
    for row in tables["deputy"]:
        for word in row.get("he", ()):
            for text, _ in _forms(word):
                yield text, Sense(tag="deputy", id=row["id"], gender=_holder(word))
    for word in own["titles"]:
        yield word, Sense(tag="title", id="")
    for word in own["particles"]:
        yield word, Sense(tag="particle", id="")
    for word in read_toml("given_names.toml")["he"]:
        yield word, Sense(tag="given", id="")


def _heads() -> Iterator[Row]:
    """Nouns of places, behind which a name stands."""
    tables = read_toml("heads_he.toml")
    for tag in ("area", "site"):
        loose = frozenset(tables[tag]["loose"])
        for head in tables[tag]["heads"]:
            flags = frozenset({"loose"} if head in loose else ())
            yield head, Sense(tag="area" if tag == "area" else "site", id=head, flags=flags)


def _holder(word: str) -> Gender | None:
    if word in _EITHER:
        return None  # המשנה למזכיר אמרה
    return "feminine" if word.split()[0].endswith("ת") else "masculine"


def _latin_media() -> Iterator[Row]:
    """Outlets that Hebrew leaves in Latin letters: CNN, NTB."""
    for row in read_toml("media.toml")["body"]:
        for name in row.get("en", ()):
            if " " not in name and name.isupper() and name.isalpha():
                kind = row["kind"]
                yield name, Sense(tag="name", id=row["id"], definite=True, kind=kind, cased=2)
