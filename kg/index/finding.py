"""Tellings that hold the words asked for, best first; names that begin as they do.

In:  a `View`, `Criteria` with words, folded. Out: hits with where the words stand; suggestions.
Ranked by BM25 over runs of three letters: a telling's own words count most, then names, then what
stands around.
"""

import heapq
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from kg.index import bits
from kg.index.counts import select
from kg.index.criteria import Criteria, quoted
from kg.index.picking import picked
from kg.index.view import View

# Words that stand in more tellings than this tell them apart no more: the newest come first.
_MOST_RANKED = 5_000
_WEIGHTS = "10.0, 4.0, 1.0"
_TRIGRAM = 3
_LAST = "\U0010ffff"
# Names that begin alike and are looked at; the best are told.
_MOST_NAMES = 400
_MOST_OUTLETS = 2_000
# So many times as many as are told are counted: some may be of articles that are gone.
_LIVING = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A telling that fits: its claim, article and event, its words as written."""

    claim: str
    article: str
    title: str
    published: int | None
    event: str
    kind: str
    label: str
    passage: str
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
    begun = {
        (kind, iri): total
        for start in beginnings
        for iri, kind, total in view.rows(
            "SELECT n.iri, kind, total FROM (SELECT DISTINCT iri FROM names "
            "WHERE name >= ? AND name < ? LIMIT ?) n JOIN entities e ON e.iri = n.iri "
            "JOIN keys k ON k.dimension = e.kind AND k.value = n.iri",
            (start, start + _LAST, _MOST_NAMES),
        )
    }
    known = heapq.nlargest(_LIVING * limit, begun, key=lambda pair: (begun[pair], pair))
    return _best_known(((iri, _living(view, kind, iri)) for kind, iri in known), limit)


def outlets(view: View, holds: Callable[[str], bool], limit: int) -> list[tuple[str, int]]:
    """Return (name, events) of outlets whose name `holds`, best known first."""
    listed = view.rows(
        "SELECT value FROM keys WHERE dimension = 'outlet' ORDER BY total DESC LIMIT ?",
        (_MOST_OUTLETS,),
    )
    found = [name for (name,) in listed if holds(name)][: _LIVING * limit]
    return _best_known(((name, _living(view, "outlet", name)) for name in found), limit)


def _living(view: View, dimension: str, value: str) -> int:
    return view.events_of(view.keyed(dimension, value) & view.tellings).bit_count()


def _best_known(found: Iterable[tuple[str, int]], limit: int) -> list[tuple[str, int]]:
    living = [pair for pair in found if pair[1]]
    return heapq.nsmallest(limit, living, key=lambda pair: (-pair[1], pair[0]))


def _ranked(view: View, criteria: Criteria, tellings: int, most: int) -> list[int]:
    long = [word for word in criteria.words if len(word) >= _TRIGRAM]
    if not long or tellings.bit_count() > _MOST_RANKED:
        return _newest(view, tellings, most)
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


def _newest(view: View, tellings: int, most: int) -> list[int]:
    """One telling of each event, those first whose articles were published last."""
    slots = bits.slots(tellings)
    (days,) = picked(view, tellings, "telling-slots", "published")
    events = bits.slots(view.events_of(tellings))
    looked_at, found = most, dict[int, int]()
    while len(found) < min(most, len(events)):
        # Some are of one event, so a few more are looked at.
        looked_at = min(2 * looked_at, len(slots))
        late = days >= np.partition(days, -looked_at)[-looked_at]
        order = np.argsort(-days[late].astype(np.int64), kind="stable")
        told = slots[late][order]
        told_of = events[np.searchsorted(events, told)]
        found = {}
        for event, slot in zip(told_of.tolist(), told.tolist(), strict=True):
            found.setdefault(event, slot)
    return list(found.values())[:most]


def _event_slot(view: View, slot: int) -> int:
    ((event,),) = view.rows("SELECT event FROM tellings WHERE slot = ?", (slot,))
    return int(event)


def _hit(view: View, slot: int) -> Hit:
    ((claim, article, title, published, event, kind, label, passage, language),) = view.rows(
        "SELECT claim, a.iri, title, published, e.iri, kind, label, passage, language "
        "FROM tellings t JOIN events e ON e.slot = t.event JOIN articles a ON a.iri = t.article "
        "WHERE t.slot = ?",
        (slot,),
    )
    return Hit(
        claim=claim,
        article=article,
        title=title,
        published=published,
        event=event,
        kind=kind,
        label=label,
        passage=passage,
        language=language,
    )
