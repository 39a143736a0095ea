"""Which places of the gazetteer are areas, and the codes of those that are countries.

In:  gazetteer.json. Out: `find_area(id)`. An area has no one point: a mark in its middle would say
what no source says.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from kg.lexicon.loader import read_json

AreaKind = Literal["country", "territory", "region"]
_KINDS: Mapping[str, AreaKind] = {
    "country": "country",
    "territory": "territory",
    "area": "region",
}


@dataclass(frozen=True, slots=True)
class Area:
    """A country, a territory with a code of its own, or any other stretch of land or water.

    `code` is ISO 3166-1 alpha-2 ("XK" for Kosovo), None for a region.
    """

    kind: AreaKind
    code: str | None


def find_area(identity: str) -> Area | None:
    """Return what area has this id in the gazetteer; None for a city and for what is not there."""
    return _areas().get(identity)


@cache
def _areas() -> Mapping[str, Area]:
    return {
        row["id"]: Area(kind=_KINDS[row["type"]], code=row.get("iso2"))
        for row in read_json("gazetteer.json")["entries"]
        if row["type"] in _KINDS
    }
