"""Countries, capitals, places and bodies that Claimline knows, under one id each.

In:  gazetteer.json, cities.json (generated), institutions.toml, organizations.toml, media.toml.
Out: `Gazetteer`: an entry for every id, also for composed ones such as
     "turkey.ministry-of-defence", and the names and adjectives that texts use for them.
Source: see "about" in gazetteer.json; the hand-kept tables are ours.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg.lexicon.arabic import definite_form
from kg.lexicon.cities import Cities, City, load_cities
from kg.lexicon.loader import lasting, read_json, read_toml
from kg.model.mention import Gender, MentionCategory, Number
from kg.vocabulary import ActorKind, Language

Row = dict[str, Any]
_GEONAMES = "https://sws.geonames.org/{}/"
_BODIES = ("organizations.toml", "media.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something with an identity of its own.

    `labels` are (language, label) sorted by language. `names` are other written names by language.
    `side` is the id of the state or body it belongs to (for a capital: whose government its name
    stands for), `within` the id of the place that holds it. `matches` are outside IRIs. Degrees are
    WGS 84. `personal` marks names that persons bear as well, `ambiguous` lists names that are
    common words as well. `gender` and `number` are those of the Arabic name.
    """

    id: str
    category: MentionCategory
    kind: ActorKind | None
    labels: tuple[tuple[str, str], ...]
    names: Mapping[str, tuple[str, ...]]
    gender: Gender | None = None
    number: Number = "singular"
    side: str | None = None
    within: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    matches: tuple[str, ...] = ()
    personal: bool = False
    ambiguous: tuple[str, ...] = ()
    population: int = 0

    @property
    def label(self) -> str:
        """The English label."""
        return dict(self.labels)["en"]


@dataclass(frozen=True, slots=True)
class Adjective:
    """A nationality adjective or a noun for a people, folded. None = the language does not tell.

    `weak` = a common word as well, which means the nationality only beside an institution.
    """

    form: str
    country: str
    gender: Gender | None
    number: Number | None
    definite: bool
    weak: bool = False


class Gazetteer:
    """All entries. Immutable after loading; get it from `load_gazetteer`."""

    def __init__(
        self, generated: Mapping[str, Any], bodies: list[dict[str, Any]], cities: Cities
    ) -> None:
        self._entries = {row["id"]: _place_entry(row) for row in generated["entries"]}
        self._entries |= {row["id"]: _body_entry(row) for row in bodies}
        self._kept = tuple(self._entries[identity] for identity in sorted(self._entries))
        self._adjectives: Mapping[str, list[list[Any]]] = generated["adjectives"]
        self._shown: dict[str, dict[str, str]] = {
            row["id"]: row["adjective"] for row in generated["entries"] if "adjective" in row
        }
        self._bodies = bodies
        self._cities = cities
        self._by_code = {row["iso2"]: row["id"] for row in generated["entries"] if "iso2" in row}
        self._roles, self._institutions = _expand(read_toml("institutions.toml"))
        self._named = {row["id"]: row for row in read_toml("institutions.toml")["named"]}

    def entry(self, identity: str) -> Entry | None:
        """Return the entry of an id, composed if need be; None for an unknown one."""
        found = self._entries.get(identity)
        if found is None:
            found = self._compose(identity) if "." in identity else self._city(identity)
            if found is not None:
                self._entries[identity] = found
        return found

    def entries(self) -> Iterator[Entry]:
        """Yield all entries kept by hand, by id: none that is composed, no city of cities.json."""
        yield from self._kept

    def cities_named(self, word: str, language: Language) -> Iterator[Entry]:
        """Yield the cities of cities.json with a name that begins with a folded word."""
        for city in self._cities.beginning_with(word, language):
            found = self.entry(city.id)
            if found is not None:
                yield found

    def adjectives(self, language: str) -> Iterator[Adjective]:
        """Yield the nationality adjectives of a language."""
        for form, country, gender, number, definite, weak in self._adjectives.get(language, ()):
            yield Adjective(form, country, gender or None, number or None, definite, weak)

    def adjective_of(self, identity: str, language: str) -> str | None:
        """Return the adjective by which a country is shown: "Turkish"."""
        return self._shown.get(identity, {}).get(language)

    def institutions(self) -> Iterator[Mapping[str, Any]]:
        """Yield the rows of institutions.toml, ministries included."""
        yield from self._institutions.values()

    def roles(self) -> Iterator[Mapping[str, Any]]:
        """Yield the rows of roles.toml, ministers included."""
        yield from read_toml("roles.toml")["role"]
        yield from self._roles

    def bodies(self) -> Iterator[Mapping[str, Any]]:
        """Yield the rows of organizations.toml and media.toml."""
        yield from self._bodies

    def _compose(self, identity: str) -> Entry | None:
        side, _, institution = identity.partition(".")
        owner, row = self._entries.get(side), self._institutions.get(institution)
        if owner is None or row is None:
            return None
        labels = {
            language: self._fill(pattern, language, owner, row)
            for language, pattern in row["label"].items()
        }
        labels |= self._named.get(identity, {}).get("label", {})
        return Entry(
            id=identity,
            category="actor",
            kind=row["kind"],
            labels=_sorted_labels(labels),
            names={},
            gender=row.get("gender"),
            number=row.get("number", "singular"),
            side=side,
        )

    def _city(self, identity: str) -> Entry | None:
        city = self._cities.get(identity)
        return None if city is None else _city_entry(city, self._by_code.get(city.country))

    def _fill(self, pattern: str, language: str, owner: Entry, row: Mapping[str, Any]) -> str:
        labels = dict(owner.labels)
        country = labels.get(language, labels["en"])
        adjective = self._shown.get(owner.id, {}).get(language)
        if adjective and language == "ar":
            adjective = definite_form(adjective, row.get("agrees", row["gender"]))
        if adjective is None and language == "ar":
            # The language has no adjective for it.
            return " ".join(pattern.format(adj="", country=country).split()) + f" ({country})"
        return pattern.format(adj=adjective or country, country=country)


@cache
@lasting
def load_gazetteer() -> Gazetteer:
    """Return the gazetteer, read once."""
    bodies = [row for name in _BODIES for row in read_toml(name)["body"]]
    return Gazetteer(read_json("gazetteer.json"), bodies, load_cities())


@cache
@lasting
def private_roles() -> frozenset[str]:
    """Return the ids of the roles that are no office: an activist, a lawyer, a witness."""
    return frozenset(row["id"] for row in load_gazetteer().roles() if row.get("private"))


def _place_entry(row: Mapping[str, Any]) -> Entry:
    kind: ActorKind | None = "state" if row["type"] == "country" else None
    category: MentionCategory = "either" if kind or row.get("side") else "place"
    geonames = row.get("geonames")
    return Entry(
        id=row["id"],
        category=category,
        kind=kind,
        labels=_sorted_labels(row["labels"]),
        names={lang: tuple(names) for lang, names in row["names"].items()},
        gender=row.get("gender", {}).get("ar"),
        side=row.get("side"),
        within=row.get("within"),
        latitude=row.get("latitude"),
        longitude=row.get("longitude"),
        matches=(_GEONAMES.format(geonames),) if geonames else (),
        personal=row.get("personal", False),
        ambiguous=tuple(row.get("ambiguous", ())),
        population=row.get("population", 0),
    )


def _city_entry(city: City, country: str | None) -> Entry:
    labels = {language: names[0] for language, names in city.names.items() if names}
    doubtful = city.personal or city.population < _well_known()
    return Entry(
        id=city.id,
        category="place",
        kind=None,
        labels=_sorted_labels(labels | {"en": city.label}),
        names=city.names,
        within=country,
        latitude=city.latitude,
        longitude=city.longitude,
        matches=(_GEONAMES.format(city.geonames),),
        personal=city.personal,
        ambiguous=city.doubtful_names() if doubtful else (),
        population=city.population,
    )


@cache
def _well_known() -> int:
    inhabitants: int = read_toml("cities.toml")["well_known"]
    return inhabitants


def _body_entry(row: Mapping[str, Any]) -> Entry:
    languages = ("ar", "en", "he", "tr")
    return Entry(
        id=row["id"],
        category="actor",
        kind=row["kind"],
        labels=_sorted_labels({lang: row[lang][0] for lang in languages if row.get(lang)}),
        names={lang: tuple(row[lang]) for lang in languages if row.get(lang)},
        gender=row.get("gender"),
        number=row.get("number", "singular"),
        side=row.get("side"),
        personal=row.get("personal", False),
        ambiguous=tuple(row.get("ambiguous", ())),
    )


def _sorted_labels(labels: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((language, label) for language, label in labels.items() if label))


def _expand(tables: Mapping[str, Any]) -> tuple[list[Row], dict[str, Row]]:
    """Return the ministers that the portfolios make, and institutions with their ministries."""
    portfolios = tables["portfolio"]
    institutions = [*tables["institution"], *(_ministry(row) for row in portfolios)]
    return [_minister(row) for row in portfolios], {row["id"]: row for row in institutions}


def _ministry(row: Row) -> Row:
    english, arabic = row["en"][0], row["ar"][0]
    written = "Foreign Affairs" if english == "Foreign" else english
    of = [f"ministry of {the}{field}" for field in row["en"] for the in ("", "the ")]
    return {
        "id": row["ministry"],
        "kind": "ministry",
        "gender": "feminine",
        "label": {
            "en": f"{{adj}} Ministry of {written}",
            "ar": f"وزارة {arabic} {{adj}}",
            "tr": f"{{country}} {row['tr']} Bakanlığı",
            "he": f"משרד {row['he']} של {{country}}",
        },
        "ar": [*(f"وزارة {field}" for field in row["ar"]), *row["short"]],
        "bare_forms": [f"وزارة {field}" for field in row["ar"]],
        "en": [
            *of,
            *(f"{f} {n}" for f in row["en"] for n in ("ministry", "department")),
            *row.get("en_also", ()),
        ],
        "he": [f"משרד {field}" for field in row["he_fields"]],
    }


def _minister(row: Row) -> Row:
    of = [f"minister {word} {field}" for field in row["en"] for word in ("of", "for", "of the")]
    before = [f"{field} {noun}" for field in row["en"] for noun in ("minister", "secretary")]
    return {
        "id": row["minister"],
        "title": True,
        "ar": [f"وزير {field}" for field in row["ar"]],
        "broken": ["وزراء"],
        "en": [*of, *before, f"secretary of {row['en'][0]}", *row.get("en_short", ())],
        "he": [f"{noun} {field}" for field in row["he_fields"] for noun in ("שר", "מזכיר")],
        "he_f": [f"{noun} {field}" for field in row["he_fields"] for noun in ("שרת", "מזכירת")],
        "he_p": [f"שרי {field}" for field in row["he_fields"]],
    }
