"""English institutions and roles as rows of the mention lexicon.

In:  institutions.toml, roles.toml, places.toml. Out: (phrase, `Sense`) pairs, singular and plural.
"""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from kg.extract.mentions.lexicon import Sense, flags_of
from kg.lexicon.english import plural_of
from kg.lexicon.gazetteer import Entry, load_gazetteer
from kg.lexicon.loader import read_toml
from kg.model.mention import Number

Row = tuple[str, Sense]
_IRREGULAR = {"person": "people"}


def english_rows() -> Iterator[Row]:
    """Yield all rows but names and nationalities."""
    return chain(_institutions(), _generics(), _capitals(), _roles())


def _institutions() -> Iterator[Row]:
    for row in load_gazetteer().institutions():
        flags = flags_of(row, "indefinite", "is_state")
        bare = row.get("bare_en", row["en"])
        for form in row["en"]:
            for text, number in _numbers(form):
                sense = Sense(
                    tag="institution",
                    id=row["id"],
                    kind=row["kind"],
                    number=number,
                    flags=flags | {"bare"} if form in bare else flags,
                )
                yield text, sense


def _numbers(form: str) -> list[tuple[str, Number]]:
    """Return the singular and the plural; "troops" is a plural without a singular."""
    if form.endswith("s"):
        return [(form, "plural")]
    return [(form, "singular"), (plural_of(form), "plural")]


def _generics() -> Iterator[Row]:
    for row in (*read_toml("institutions.toml")["generic"], *read_toml("places.toml")["generic"]):
        sense = Sense(tag="generic", id=row["id"], definite=True, kind=row.get("kind"))
        for form in row["en"]:
            yield form, sense


def _capitals() -> Iterator[Row]:
    """Yield what capitals are called by their state: "the Czech capital (Prague)"."""
    gazetteer = load_gazetteer()
    cut = {state.id: _abbreviated(state) for state in gazetteer.entries() if state.kind == "state"}
    for capital in gazetteer.entries():
        if capital.kind is not None or capital.category != "either":
            continue
        sense = Sense(tag="name", id=capital.id, number="singular", definite=True)
        for owner in {capital.side, capital.within} - {None}:
            adjective = gazetteer.adjective_of(owner or "", "en")
            if adjective is None:
                continue
            yield f"the {adjective} capital", sense
            for short in cut.get(owner or "", ()):
                yield f"the {short} capital", sense
            for name in capital.names.get("en", ()):
                yield f"the {adjective} capital {name}", sense
                yield f"the {adjective} capital , {name}", sense


def _abbreviated(entry: Entry) -> list[str]:
    """Return how a state's name is cut short: "U.S.", "UK"."""
    return [name for name in entry.names.get("en", ()) if name.replace(".", "").isupper()]


def _roles() -> Iterator[Row]:
    for row in load_gazetteer().roles():
        for form in row["en"]:
            yield from _role(row, form)


def _role(row: Mapping[str, Any], form: str) -> Iterator[Row]:
    plural = _IRREGULAR.get(form) or plural_of(form)
    numbers: tuple[tuple[str, Number], ...] = ((form, "singular"), (plural, "plural"))
    for text, number in numbers:
        sense = Sense(
            tag="role",
            id=row["id"],
            number=number,
            kind="official",
            flags=flags_of(row, "source", "of", "to", "title", "adjectival", "needs_tail"),
            base=form if form.isupper() else form.lower(),
        )
        yield text, sense


def with_dots(name: str) -> str:
    """Return "U.N. Security Council" for "UN Security Council", "U.S. Treasury", as some write."""
    first, _, rest = name.partition(" ")
    dotted = {"UN": "U.N.", "US": "U.S."}.get(first)
    return f"{dotted} {rest}" if dotted and rest else name
