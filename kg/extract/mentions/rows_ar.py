"""Arabic institutions, roles and the words around them as rows of the mention lexicon.

In:  institutions.toml, roles.toml, places.toml, given_names.toml. Out: (phrase, `Sense`) pairs with
every form written out: gender, number, article, construct state.
"""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from kg.extract.mentions.lexicon import Sense, flags_of
from kg.lexicon.arabic import inflect_adjective, inflect_noun, inflect_phrase
from kg.lexicon.gazetteer import load_gazetteer
from kg.lexicon.loader import read_toml
from kg.model.mention import Gender

Row = tuple[str, Sense]


def arabic_rows() -> Iterator[Row]:
    """Yield all rows but names and nationalities of states."""
    return chain(_institutions(), _generics(), _outlets(), _roles(), _modifiers(), _words())


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
            yield word, Sense(tag="deputy", id=row["id"])
    for word in words["arabic"]["titles"]:
        yield word, Sense(tag="title", id="")
    for word in words["arabic"]["particles"]:
        yield word, Sense(tag="particle", id="")
    for word in read_toml("given_names.toml")["ar"]:
        yield word, Sense(tag="given", id="")
