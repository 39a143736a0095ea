"""The claims that were recorded last, of a selection.

In:  a `View`, `Criteria`, where the page before ended. Out: `Recorded`, newest first; claims of one
moment article by article, in the order of the text.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from kg.index import counts
from kg.index.criteria import Criteria
from kg.index.view import View

# As in the index of this expression, which makes it cheap to begin anywhere.
_MOMENT = "json_extract(c.value, '$.recorded')"
# Up to so many chosen claims are looked up; more are met soon enough when one goes through all.
FEW = 2_000


@dataclass(frozen=True, slots=True, order=True)
class Recorded:
    """A claim of record, and when it was recorded; `place` is its place in its article."""

    moment: str
    article: str
    place: int
    claim: str


def recent(
    view: View, criteria: Criteria, limit: int, after: tuple[str, str, int] | None
) -> list[Recorded]:
    """Return at most `limit` chosen claims that come after (moment, article, place)."""
    chosen, _ = counts.select(view, criteria)
    records = counts.terms_held(view, chosen.tellings, "records")
    found: list[Recorded] = []
    few = np.flatnonzero(records).tolist() if np.count_nonzero(records) <= FEW else None
    for moment, article, place, claim, number in _rows(view, after, few):
        if number < len(records) and records[number]:
            found.append(Recorded(moment, article, place, claim))
            if len(found) == limit:
                break
    return found


def _rows(
    view: View, after: tuple[str, str, int] | None, few: list[int] | None
) -> Iterator[tuple[Any, ...]]:
    """Yield the claims in turn, all or those of these numbers."""
    held, begin = "claims c JOIN terms t ON t.text = c.iri", ""
    values = list[str | int]()
    if few is not None:
        several = "json_each(?) n CROSS JOIN terms t ON t.id = n.value"
        held = f"{several} CROSS JOIN claims c ON c.iri = t.text"
        values.append(json.dumps(few))
    if after is not None:
        moment, article, place = after
        begin = f"AND {_MOMENT} <= ? AND ({_MOMENT} < ? OR (article, place) > (?, ?)) "
        values += [moment, moment, article, place]
    return view.rows(
        f"SELECT {_MOMENT}, article, place, iri, t.id FROM {held} "  # noqa: S608 # constants
        f"WHERE {_MOMENT} IS NOT NULL {begin}ORDER BY {_MOMENT} DESC, article, place",
        values,
    )
