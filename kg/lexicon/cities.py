"""The cities beside those kept by hand: thousands, so none is unpacked before a text names it.

In:  cities.json (generated). Out: `Cities`: rows by id, and the names that begin with a word.
Source: GeoNames, CC BY 4.0; see "about" in cities.json.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from kg.lexicon.loader import lasting, read_json
from kg.lexicon.normalise import fold, split_phrase
from kg.vocabulary import Language

_NAMES_FROM = 8  # the columns before it are the same for all languages
_COLUMN = {"en": 8, "ar": 9, "he": 10, "tr": 11}
# What stands at a name that is a common word as well: such a name shows by itself what it is.
NOUNS = {"en": "City of {}", "ar": "مدينة {}", "he": "העיר {}", "tr": "{} kenti"}
_GLUE = ("-", "'", '"', "’", "׳", "״", ".")  # inside a name these may part two words


class City(NamedTuple):
    """A city; `country` is an ISO 3166 code, "" where we lay it in no country."""

    id: str
    geonames: int
    country: str
    latitude: float
    longitude: float
    population: int
    personal: bool
    label: str
    names: Mapping[str, tuple[str, ...]]

    def doubtful_names(self) -> tuple[str, ...]:
        """Return the names that do not say by themselves that they are a city's."""
        return tuple(
            name
            for language, names in self.names.items()
            for name in names
            if not re.fullmatch(NOUNS[language].format(".+"), name)
        )


class Cities:
    """All cities. Immutable after loading; get it from `load_cities`."""

    def __init__(self, rows: list[list[Any]]) -> None:
        self._rows = rows
        self._places = {row[0]: place for place, row in enumerate(rows)}
        self._starts: dict[Language, dict[str, list[int]]] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def get(self, identity: str) -> City | None:
        """Return a city by its id, None for an unknown one."""
        place = self._places.get(identity)
        return None if place is None else self._city(place)

    def beginning_with(self, word: str, language: Language) -> Iterable[City]:
        """Yield the cities that have a name in a language which begins with a folded word."""
        starts = self._starts.get(language)
        if starts is None:
            starts = self._starts[language] = self._index(language)
        for place in starts.get(word, ()):
            yield self._city(place)

    def _index(self, language: Language) -> dict[str, list[int]]:
        starts: dict[str, list[int]] = {}
        for place, row in enumerate(self._rows):
            for word in {_first_word(name) for name in _names(row, language)}:
                starts.setdefault(word, []).append(place)
        return starts

    def _city(self, place: int) -> City:
        row = self._rows[place]
        names = {language: tuple(_names(row, language)) for language in _COLUMN}
        label = row[7] or row[_NAMES_FROM][0]
        identity, geonames, country, latitude, longitude, population, personal = row[:7]
        return City(
            id=identity,
            geonames=geonames,
            country=country,
            latitude=latitude,
            longitude=longitude,
            population=population,
            personal=bool(personal),
            label=label,
            names=names,
        )


@cache
@lasting
def load_cities() -> Cities:
    """Return the cities, read once."""
    return Cities(read_json("cities.json")["cities"])


def _names(row: list[Any], language: str) -> list[str]:
    column = _COLUMN[language]
    own: list[str] = row[column] if column < len(row) else []
    return [*own, *row[_NAMES_FROM]] if language == "tr" else own


def _first_word(name: str) -> str:
    first = name.split(" ", 1)[0]
    simple = not any(mark in first for mark in _GLUE)
    return fold(first) if simple else split_phrase(name)[0]
