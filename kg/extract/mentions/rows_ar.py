"""Arabic institutions, roles and the words around them as rows of the mention lexicon.

In:  institutions.toml, roles.toml, places.toml, given_names.toml. Out: (phrase, `Sense`) pairs with
every form written out: gender, number, article, construct state.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain, product
from typing import Any

from kg.extract.mentions.lexicon import Sense, Tag, flags_of
from kg.lexicon.arabic import inflect_adjective, inflect_noun, inflect_phrase
from kg.lexicon.gazetteer import Entry, load_gazetteer
from kg.lexicon.grammar import words_of
from kg.lexicon.loader import read_toml
from kg.lexicon.normalise import fold
from kg.model.mention import Gender, Number

_CAPITAL_OF = sorted(words_of("ar", "capital_of"))
_THE_CAPITAL = sorted(words_of("ar", "the_capital"))
# Letters that names of foreign places hardly have.
_NATIVE = frozenset("حخذضظعصءؤئ")
_SHORTEST_FOREIGN = 5
_CITY = " City"
Row = tuple[str, Sense]


def egyptian(name: str) -> str:
    """Return a foreign name with the g of Cairo: "هامبورج" of "هامبورغ"; an Arabic one as it is."""
    native = name.startswith("ال") or not _NATIVE.isdisjoint(name)
    return name if native or len(name) < _SHORTEST_FOREIGN else name.replace("غ", "ج")


def arabic_rows() -> Iterator[Row]:
    """Yield all rows but names and nationalities of states."""
    return chain(
        _institutions(),
        _generics(),
        _capitals(),
        _outlets(),
        _heads(),
        _roles(),
        _modifiers(),
        _words(),
    )


def _institutions() -> Iterator[Row]:
    for row in load_gazetteer().institutions():
        forms: list[tuple[str, Gender]] = [(f, row["gender"]) for f in row["ar"]]
        forms += [(f, "masculine") for f in row.get("masculine", ())]
        forms += [(f, "feminine") for f in row.get("feminine", ())]
        for form, gender in forms:
            yield from _institution(row, form, gender)


def _institution(row: Mapping[str, Any], form: str, gender: Gender) -> Iterator[Row]:
    bare = "bare_forms" not in row or form in row["bare_forms"]
    flags = flags_of(row, "indefinite", "is_state", "either_gender")
    for written in inflect_phrase(form):
        sense = Sense(
            tag="institution",
            id=row["id"],
            gender=gender,
            number=written.number,
            definite=written.definite,
            construct=written.construct,
            kind=row["kind"],
            flags=flags | {"bare"} if bare else flags,
        )
        yield written.text, sense


def _generics() -> Iterator[Row]:
    for row in (*read_toml("institutions.toml")["generic"], *read_toml("places.toml")["generic"]):
        sense = Sense(
            tag="generic",
            id=row["id"],
            gender=row.get("gender", "feminine"),
            definite=True,
            kind=row.get("kind"),
        )
        for form in row["ar"]:
            yield form, sense


def _capitals() -> Iterator[Row]:
    """Yield what capitals are called by their state: "الجزائر العاصمة", "العاصمة القطرية"."""
    gazetteer = load_gazetteer()
    adjectives: dict[str, list[str]] = {}
    for row in gazetteer.adjectives("ar"):
        if row.definite and row.gender == "feminine" and row.number == "singular":
            adjectives.setdefault(row.country, []).append(row.form)
    for capital in gazetteer.entries():
        if capital.kind is not None or capital.category != "either":
            continue
        sense = Sense(
            tag="name", id=capital.id, gender="feminine", number="singular", definite=True
        )
        for owner in {capital.side, capital.within} - {None}:
            state = gazetteer.entry(owner or "")
            names = state.names.get("ar", ()) if state is not None else ()
            if capital.label.endswith(_CITY):  # "مدينة غواتيمالا" is no other town of that state
                for name in names:
                    yield f"مدينة {name}", sense
            for the_capital, name in product(_THE_CAPITAL, names):
                yield f"{name} {the_capital}", sense
            for capital_of, name in product(_CAPITAL_OF, names):
                yield from _named(f"{capital_of} {name}", capital, sense)
            for called, adjective in product(_THE_CAPITAL, adjectives.get(owner or "", ())):
                yield from _named(f"{called} {adjective}", capital, sense)


def _named(called: str, capital: Entry, sense: Sense) -> Iterator[Row]:
    """Yield what a capital is called, alone and in front of its name: "العاصمة القطرية الدوحة"."""
    yield called, sense
    for name in capital.names.get("ar", ()):
        yield f"{called} {name}", sense


def _outlets() -> Iterator[Row]:
    for word in read_toml("institutions.toml")["outlets"]["ar"]:
        for written in inflect_noun(word):
            sense = Sense(
                tag="outlet",
                id="outlet",
                gender=written.gender,
                number=written.number,
                definite=written.definite,
                construct=written.construct,
                kind="media",
            )
            yield written.text, sense


def _heads() -> Iterator[Row]:
    """Yield the nouns in front of names that no list has; `id` is the noun, folded."""
    table = read_toml("heads_ar.toml")
    tags: tuple[tuple[Tag, dict[str, Any]], ...] = (
        *(("body", row) for row in table["body"]),
        ("area", table["area"]),
        ("site", table["site"]),
    )
    for tag, row in tags:
        for head in row["heads"]:
            for written in inflect_noun(head, feminine=""):
                yield written.text, _head(tag, head, row, written.definite, written.number)
            if head.endswith("ة"):
                for text, definite in ((head, False), ("ال" + head, True)):
                    yield text, _head(tag, head, row, definite, "singular")
        for head in row.get("many", ()):
            yield head, _head(tag, head, row, False, "plural")


def _head(tag: Tag, head: str, row: Mapping[str, Any], definite: bool, number: Number) -> Sense:
    return Sense(
        tag=tag,
        id=fold(head),
        gender="feminine" if head.endswith(("ة", "ا", "كتائب", "ألوية")) else "masculine",
        number=number,
        definite=definite,
        kind=row.get("kind"),
        flags=frozenset({"many"}) if number == "plural" else frozenset(),
    )


def _roles() -> Iterator[Row]:
    for row in load_gazetteer().roles():
        for form in row["ar"]:
            yield from _role(row, form)


def _role(row: Mapping[str, Any], form: str) -> Iterator[Row]:
    flags = flags_of(row, "source", "of", "to", "title", "adjectival", "of_state")
    excluded = row.get("exclude", ())
    broken = tuple(row.get("broken", ()))
    for written in inflect_phrase(form, broken=broken, feminine=row.get("feminine")):
        if written.text not in excluded:
            sense = Sense(
                tag="role",
                id=row["id"],
                gender=written.gender,
                number=written.number,
                definite=written.definite,
                construct=written.construct,
                kind="official",
                flags=flags,
                base=form,
            )
            yield written.text, sense
            if written.construct and written.text.count(" ") == 1 and " ال" in form:
                owned = replace(sense, definite=True, construct=False)
                for pronoun in ("ه", "ها", "هم"):
                    yield _with_pronoun(written.text, pronoun), owned


def _with_pronoun(text: str, pronoun: str) -> str:
    """Write a pronoun onto a noun: "وزير خارجيته"."""
    return f"{text[:-1]}ت{pronoun}" if text.endswith("ة") else text + pronoun


def _modifiers() -> Iterator[Row]:
    words = read_toml("roles.toml")["arabic"]
    for adjective in words["modifiers"]:
        for form in inflect_adjective(adjective, every=True):
            yield form.text, Sense(tag="modifier", id="", definite=form.definite)
    for phrase in words["modifier_phrases"]:
        yield phrase, Sense(tag="modifier", id="")
    for body in load_gazetteer().bodies():
        for adjective in body.get("adjectives_ar", ()):
            for form in inflect_adjective(adjective):
                sense = Sense(
                    tag="adjective",
                    id=body["id"],
                    gender=form.gender,
                    number=form.number,
                    definite=form.definite,
                    accusative=form.text.endswith("ا"),
                )
                yield form.text, sense


def _words() -> Iterator[Row]:
    words = read_toml("roles.toml")
    for word in words["arabic"]["before"]:
        yield word, Sense(tag="before", id="")
    for row in words["deputy"]:
        for word in row["ar"]:
            gender: Gender = "feminine" if word.split()[0].endswith("ة") else "masculine"
            yield word, Sense(tag="deputy", id=row["id"], gender=gender)
    for word in words["arabic"]["titles"]:
        yield word, Sense(tag="title", id="")
    for word in words["arabic"]["particles"]:
        yield word, Sense(tag="particle", id="")
    for word in read_toml("given_names.toml")["ar"]:
        yield word, Sense(tag="given", id="")
