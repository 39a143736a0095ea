"""Tellings that hold the words asked for, best first; names that begin as they do.

In:  a `View`, `Criteria` with words, folded. Out: hits with where the words stand; suggestions.
Ranked by BM25 over runs of three letters: a telling's own words count most, then names, then what
stands around.
"""

import heapq
from dataclasses import dataclass

from kg.index import bits
from kg.index.counts import select
from kg.index.criteria import Criteria, quoted
from kg.index.view import View

_WEIGHTS = "10.0, 4.0, 1.0"
_TRIGRAM = 3
_LAST = "\U0010ffff"
# Names that begin alike and are looked at; the best are told.
_MOST_NAMES = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A telling that fits: its claim, article and event, its words as written."""

    claim: str
    record: str
    article: str
    event: str
    kind: str
    label: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A page of hits; `total` counts tellings, `events` their events."""

    hits: tuple[Hit, ...]
    total: int
    events: int


def search(view: View, criteria: Criteria, limit: int, skip: int = 0) -> Found:
    """Return the best tellings that fit, each event once."""
    chosen, _ = select(view, criteria)
    best = _ranked(view, criteria, chosen.tellings, limit + skip)[skip:]
    return Found(
        hits=tuple(_hit(view, slot) for slot in best),
        total=chosen.tellings.bit_count(),
        events=chosen.events.bit_count(),
    )


def names(view: View, beginnings: tuple[str, ...], limit: int) -> list[tuple[str, int]]:
    """Return (IRI, events) of actors and places of which a word begins so, best known first."""
    found: dict[str, int] = {}
    for start in beginnings:
        named = view.rows(
            "SELECT iri, coalesce((SELECT max(total) FROM keys WHERE value = iri "
            "AND dimension IN ('actor', 'place')), 0) FROM (SELECT DISTINCT iri FROM names "
            "WHERE name >= ? AND name < ? LIMIT ?)",
            (start, start + _LAST, _MOST_NAMES),
        )
        found |= dict(named)
    return heapq.nsmallest(limit, found.items(), key=lambda pair: (-pair[1], pair[0]))


def _ranked(view: View, criteria: Criteria, tellings: int, most: int) -> list[int]:
    long = [word for word in criteria.words if len(word) >= _TRIGRAM]
    if not long:
        return heapq.nlargest(most, _one_each(view, list(bits.slots_of(tellings))))
    mask = bits.mask(tellings, view.size)
    ranked = view.rows(
        f"SELECT rowid FROM words WHERE words MATCH ? ORDER BY bm25(words, {_WEIGHTS}), rowid",  # noqa: S608 # constant
        (" AND ".join(map(quoted, long)),),
    )
    found: dict[int, int] = {}
    for (slot,) in ranked:
        if mask[slot]:
            found.setdefault(_event_slot(view, slot), slot)
            if len(found) == most:
                break
    return list(found.values())


def _one_each(view: View, slots: list[int]) -> list[int]:
    return list({_event_slot(view, slot): slot for slot in slots}.values())


def _event_slot(view: View, slot: int) -> int:
    ((event,),) = view.rows("SELECT event FROM tellings WHERE slot = ?", (slot,))
    return int(event)


def _hit(view: View, slot: int) -> Hit:
    ((claim, record, article, event, kind, label, language),) = view.rows(
        "SELECT claim, record, article, e.iri, e.kind, label, language FROM tellings t "
        "JOIN events e ON e.slot = t.event WHERE t.slot = ?",
        (slot,),
    )
    return Hit(
        claim=claim,
        record=record,
        article=article,
        event=event,
        kind=kind,
        label=label,
        language=language,
    )
