"""The claims and events that a filter chooses, and on which axis they can be drawn.

In:  a `Dataset`, a `Filter`. Out: `Selection`.
The axis is absolute when days are known. When no chosen article has a day of publication, it counts
days from publication, unless more events carry a full date than such a distance.
"""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from kg.index.numbers import UNDATED
from kg.query.dataset import Dataset
from kg.query.facts import EventFacts
from kg.query.filters import Filter
from kg.query.telling import ArticleView, Telling
from kg.query.when import telling_time

# Sorts what has no place in time behind everything that has.
NO_DAY = UNDATED
# One page asks for the same selection more than once: drawing, table, counts.
_KEPT: WeakKeyDictionary[Dataset, dict[Filter, "Selection"]] = WeakKeyDictionary()
_MOST_KEPT = 16


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Selection:
    """What fits: tellings, their events' facts in the order shown, articles newest first.

    `without_date` are events that fit in all else and have no date on the axis, be they among
    `events` or not (when days are asked for, they are not).
    """

    tellings: tuple[Telling, ...]
    events: tuple[EventFacts, ...]
    articles: tuple[ArticleView, ...]
    relative: bool
    without_date: tuple[EventFacts, ...]

    @property
    def undated(self) -> int:
        """How many events have no date on the axis."""
        return len(self.without_date)

    @property
    def claims(self) -> frozenset[str]:
        """IRIs of the claims of record (a part counts for the claim it stands in)."""
        return frozenset(t.record.iri for t in self.tellings)

    def counts(self) -> dict[str, int]:
        """Return the count line: articles, claims, meetings, redlines, undated."""
        kinds = [facts.event.kind for facts in self.events]
        return {
            "articles": len(self.articles),
            "claims": len(self.claims),
            "meetings": kinds.count("meeting"),
            "redlines": kinds.count("redline"),
            "undated": self.undated,
        }


def select(dataset: Dataset, chosen: Filter) -> Selection:
    """Return what fits the filter; everything for an empty one. The latest are kept."""
    kept = _KEPT.setdefault(dataset, {})
    found = kept.get(chosen)
    if found is None:
        if len(kept) >= _MOST_KEPT:
            kept.clear()
        found = kept[chosen] = _select(dataset, chosen)
    return found


def _select(dataset: Dataset, chosen: Filter) -> Selection:
    anything = chosen == Filter()
    fitting = [t for t in dataset.claims.values() if anything or chosen.fits(t, dataset)]
    candidates = {t.event: dataset.facts[t.event] for t in fitting}
    tellings = tuple(t for t in fitting if chosen.fits_time(telling_time(t)))
    events = [dataset.facts[iri] for iri in {t.event for t in tellings}]
    articles = {t.article.iri for t in tellings}
    views = tuple(v for iri, v in dataset.articles.items() if anything or iri in articles)
    relative = not chosen.has_days and _is_relative(views, events)
    return Selection(
        tellings=tellings,
        events=tuple(sorted(events, key=lambda f: position(f, relative=relative))),
        articles=views,
        relative=relative,
        without_date=tuple(f for f in candidates.values() if not _known(f, relative=relative)),
    )


def position(facts: EventFacts, *, relative: bool) -> tuple[int, str]:
    """Sort key of an event: first day known, then IRI; those without a date last."""
    if facts.when is None or not facts.when.known(relative=relative):
        return (NO_DAY, facts.event.iri)
    first, last = facts.when.bounds(relative=relative)
    day = first if first is not None else last
    return (NO_DAY if day is None else day, facts.event.iri)


def _known(facts: EventFacts, *, relative: bool) -> bool:
    return facts.when is not None and facts.when.known(relative=relative)


def _is_relative(views: tuple[ArticleView, ...], events: list[EventFacts]) -> bool:
    if not views or any(v.article.published is not None for v in views):
        return False
    dated = sum(_known(f, relative=False) for f in events)
    placed = sum(_known(f, relative=True) for f in events)
    return placed >= dated
