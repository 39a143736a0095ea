"""Turkish institutions, roles and inflected names as rows of the mention lexicon.

In:  institutions.toml, roles.toml, organizations.toml, mentions_tr.toml. Out: (phrase, `Sense`)
pairs: each noun in every case, with and without the possessive, singular and plural, as the
endings of common nouns stand without an apostrophe ("Bakanlığının", "kaynağına").
"""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from kg.extract.mentions.lexicon import Sense, Tag, flags_of
from kg.lexicon.gazetteer import Entry, load_gazetteer
from kg.lexicon.loader import read_toml
from kg.lexicon.turkish import decline, nationality, plural, possessed
from kg.model.mention import Number
from kg.vocabulary import ActorKind

Row = tuple[str, Sense]
_Flags = frozenset[str]
_OWNED_ENDINGS = ("ı", "i", "u", "ü")
_SHORTEST_FOREIGN = 5
_WRITTEN_OUT = {"BM": "Birleşmiş Milletler", "AB": "Avrupa Birliği", "AfB": "Afrika Birliği"}


def turkish_rows() -> Iterator[Row]:
    """Yield all rows but plain names and the nationalities of the gazetteer."""
    return chain(
        _institutions(),
        _ministries(),
        _generics(),
        _roles(),
        _names(),
        _outlets(),
        _nationalities(),
    )


def forms(
    phrase: str,
    tag: Tag,
    identity: str,
    *,
    owned: bool,
    kind: ActorKind | None = None,
    flags: _Flags = frozenset(),
    plurals: bool = True,
) -> Iterator[Row]:
    """Yield a phrase inflected at its last word; `owned`: it ends in a possessive already."""
    front, _, head = phrase.rpartition(" ")
    front = f"{front} " if front else ""
    for text, number, possessive in _variants(head, owned=owned, plurals=plurals):
        marks = flags | {"possessed"} if possessive else flags
        for form in decline(text, possessive=possessive):
            sense = Sense(
                tag=tag,
                id=identity,
                kind=kind,
                number=number,
                flags=marks,
                base=text,
                case=form.case,
            )
            yield front + form.text, sense


def _variants(head: str, *, owned: bool, plurals: bool) -> Iterator[tuple[str, Number, bool]]:
    if owned:
        many = head.endswith(("ları", "leri"))
        yield head, "plural" if many else "singular", True
        if not many and plurals:
            stem = head[:-2] if head.endswith(("sı", "si", "su", "sü")) else head[:-1]
            yield possessed(plural(_hardened(stem))), "plural", True
        return
    many = head.endswith(("lar", "ler"))
    yield head, "plural" if many else "singular", False
    yield possessed(head), "plural" if many else "singular", True
    if not many and plurals:
        yield plural(head), "plural", False
        yield possessed(plural(head)), "plural", True


def _hardened(stem: str) -> str:
    return stem[:-1] + "k" if stem.endswith("ğ") else stem


def _institutions() -> Iterator[Row]:
    for row in read_toml("institutions.toml")["institution"]:
        flags = flags_of(row, "indefinite", "is_state")
        bare = set(row.get("bare_tr", ()))
        for key, owned in (("tr", False), ("tr_owned", True)):
            for phrase in row.get(key, ()):
                marks = flags | {"bare"} if phrase in bare else flags
                yield from forms(
                    phrase, "institution", row["id"], owned=owned, kind=row["kind"], flags=marks
                )


def _ministries() -> Iterator[Row]:
    """A ministry, its minister and deputy ministers, from each field of government.

    Also "Bakan Yardımcısı" alone, where the ministry is told before.
    """
    for deputy in read_toml("mentions_tr.toml")["deputies"]:
        yield from forms(
            f"Bakan {deputy}",
            "role",
            "deputy-minister",
            owned=True,
            kind="official",
            flags=frozenset({"title"}),
        )
    for row in read_toml("institutions.toml")["portfolio"]:
        for field in (row["tr"], *row.get("tr_also", ())):
            bare = frozenset({"bare"})
            yield from forms(
                f"{field} Bakanlığı",
                "institution",
                row["ministry"],
                owned=True,
                kind="ministry",
                flags=bare,
            )
            if field.endswith("işleri"):  # "Fransız Dışişleri"
                yield from _called(field, row["ministry"])
            title = frozenset({"title"})
            yield from forms(
                f"{field} Bakanı",
                "role",
                row["minister"],
                owned=True,
                kind="official",
                flags=title,
            )
            for deputy in read_toml("mentions_tr.toml")["deputies"]:
                for office in (f"{field} Bakan {deputy}", f"{field} Bakanı {deputy}"):
                    yield from forms(
                        office,
                        "role",
                        f"deputy-{row['minister']}",
                        owned=True,
                        kind="official",
                        flags=title,
                    )


def _called(field: str, identity: str) -> Iterator[Row]:
    """Yield a ministry called by its field alone: Dışişleri, Dışişlerine."""
    marks = frozenset({"possessed"})
    for form in decline(field, possessive=True):
        sense = Sense(
            tag="institution", id=identity, kind="ministry", number="singular", flags=marks,
            base=field, case=form.case,
        )  # fmt: skip
        yield form.text, sense


def _generics() -> Iterator[Row]:
    tables: Mapping[ActorKind, Any] = read_toml("mentions_tr.toml")["generic"]
    for kind, nouns in tables.items():
        for noun in nouns:
            yield from forms(noun, "generic", f"the-{kind}", owned=False, kind=kind, plurals=False)
    for row in (*read_toml("institutions.toml")["generic"], *read_toml("places.toml")["generic"]):
        for phrase in row.get("tr", ()):
            yield from forms(
                phrase, "generic", row["id"], owned=_is_owned(phrase), kind=row.get("kind")
            )


def _roles() -> Iterator[Row]:
    for row in read_toml("roles.toml")["role"]:
        flags = flags_of(row, "source", "of", "to", "title")
        for key, owned in (("tr", False), ("tr_owned", True)):
            for phrase in row.get(key, ()):
                yield from forms(
                    phrase, "role", row["id"], owned=owned, kind="official", flags=flags
                )


def _names() -> Iterator[Row]:
    """Bodies whose names take endings without an apostrophe: "Avrupa Birliğinin", "Husilerin"."""
    for entry in load_gazetteer().entries():
        if entry.category == "actor":
            for name in entry.names.get("tr", ()):
                yield from _declined(entry, name)
                yield from _written_out(entry, name)
        else:
            yield from _english_names(entry)
    for row in read_toml("institutions.toml")["named"]:
        for name in row.get("tr", ()):
            yield from _inflected(row["id"], name, None)


def _english_names(entry: Entry) -> Iterator[Row]:
    """Places are written as in English too: Berlin, Madrid, and Dushanbe beside Duşanbe."""
    own = set(entry.names.get("tr", ()))
    if not own or entry.kind is None:
        for name in entry.names.get("en", ()):
            if own and (len(name) < _SHORTEST_FOREIGN or name in own):
                continue  # "Nice", "Acre" are too much like other words
            if name in entry.ambiguous:
                continue  # "Tarım" is agriculture, Tarim a town
            yield (
                name,
                Sense(tag="name", id=entry.id, kind=entry.kind, cased=1, rank=entry.population),
            )


def _written_out(entry: Entry, name: str) -> Iterator[Row]:
    """Yield "Birleşmiş Milletler Kalkınma Programı" for "BM Kalkınma Programı"."""
    short, _, rest = name.partition(" ")
    if short in _WRITTEN_OUT and rest:
        long = f"{_WRITTEN_OUT[short]} {rest}"
        yield long, Sense(tag="name", id=entry.id, kind=entry.kind, cased=1, rank=entry.population)
        yield from _declined(entry, long)


def _declined(entry: Entry, name: str) -> Iterator[Row]:
    yield from _inflected(entry.id, name, entry.kind)


def _inflected(identity: str, name: str, kind: ActorKind | None) -> Iterator[Row]:
    many = name.endswith(("lar", "ler"))
    owned = _is_owned(name)
    if not (many or owned):
        return
    front, _, head = name.rpartition(" ")
    front = f"{front} " if front else ""
    for form in decline(head, possessive=owned):
        if form.cut:
            sense = Sense(
                tag="name",
                id=identity,
                kind=kind,
                cased=1,
                case=form.case,
                base=head,
                number="plural" if many else "singular",
            )
            yield front + form.text, sense


def _is_owned(phrase: str) -> bool:
    return " " in phrase and phrase.endswith(_OWNED_ENDINGS)


def _outlets() -> Iterator[Row]:
    for noun in read_toml("mentions_tr.toml")["outlets"]:
        owned = noun.endswith(_OWNED_ENDINGS)
        yield from forms(noun, "outlet", noun, owned=owned, kind="media", plurals=False)


def _nationalities() -> Iterator[Row]:
    """Nationality adjectives that no table gives: Kenyalı; and peoples: Türkler, İsraillilerin."""
    gazetteer = load_gazetteer()
    known = {row.country for row in gazetteer.adjectives("tr")}
    for entry in gazetteer.entries():
        names = entry.names.get("tr", ())
        if entry.kind == "state" and entry.id not in known and names:
            yield from _adjective(nationality(names[0]), entry.id)
    for row in gazetteer.adjectives("tr"):
        yield from _people(row.form, row.country)


def _adjective(text: str, country: str) -> Iterator[Row]:
    yield text, Sense(tag="adjective", id=country, cased=1)
    yield from _people(text, country)


def _people(adjective: str, country: str) -> Iterator[Row]:
    for form in decline(plural(adjective), possessive=False):
        sense = Sense(
            tag="adjective",
            id=country,
            number="plural",
            cased=1,
            case=form.case,
            flags=frozenset({"people"}),
        )
        yield form.text, sense
