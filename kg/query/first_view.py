"""What a large selection shows first: its newest days from far away, and what is rare in it.

In:  a `Source`, a `Choice` that is not limited in time, a reader's `Words`.
Out: the window of days; red lines spoken of last; what the window holds, as plain values for JSON.
"""

from dataclasses import replace
from typing import Any

from kg.model.iri import local_name
from kg.query.dataset import Dataset
from kg.query.facts import EventFacts
from kg.query.filters import Filter
from kg.query.source import Choice, Source
from kg.query.wording import Words, actor_name, label, preferred, sentence

Json = dict[str, Any]

# With more events than this a drawing of all of them cannot be read.
MOST_DRAWN = 300
WINDOW_DAYS = 90
FIRST_LANES = 12
MOST_REDLINES = 8
_MOST_PAIRS = 5
_MOST_TOLD = 5


def is_large(choice: Choice, chosen: Filter, drawn: int = MOST_DRAWN) -> bool:
    """True for a selection without a time that is too large to be drawn event by event."""
    return not chosen.has_days and not choice.relative and choice.total > drawn


def newest_window(source: Source, chosen: Filter, choice: Choice) -> Filter | None:
    """Return the filter for the newest days that hold data; None when nothing is dated.

    They end on the newest day of publication; where nothing is told of those days, on the newest
    day that something is told of.
    """
    for last in (choice.newest_publication(), choice.newest_day()):
        if last is not None:
            first = last.plus(1 - WINDOW_DAYS)
            window = replace(chosen, first=first, last=last)
            if source.select(window).total:
                return window
    return None


def window_facts(source: Source, window: Filter, words: Words) -> Json:
    """Return {"events", "pairs", "redlines", "disputed"}: what the panel says of a window.

    pairs: {"actors": [{"id", "label", "lang", "href"} x 2], "ties", "pair" (the filter)}, most
    ties first; redlines and disputed (meetings): {"iri", "href", "label", "lang", "sentence"},
    newest first.
    """
    choice = source.select(window)
    redlines = choice.latest("redline", _MOST_TOLD)
    disputed = choice.latest("meeting", _MOST_TOLD, disputed=True)
    data = source.events((*redlines, *disputed))
    return {
        "events": choice.total,
        "pairs": _pairs(source, choice, words),
        "redlines": [_brief(data, data.facts[iri], words) for iri in redlines],
        "disputed": [_brief(data, data.facts[iri], words) for iri in disputed],
    }


def _pairs(source: Source, choice: Choice, words: Words) -> list[Json]:
    best = choice.graph().closest(_MOST_PAIRS)
    entities = source.entities({iri for *pair, _ in best for iri in pair})
    found = []
    for *pair, ties in best:
        names = [(iri, actor_name(entities, iri, words)) for iri in pair]
        actors = [
            {"id": i, "label": n.text, "lang": n.language, "href": f"/actors/{local_name(i)}"}
            for i, n in names
        ]
        between = ",".join(local_name(iri) for iri in pair)
        found.append({"actors": actors, "ties": ties, "pair": between})
    return found


def _brief(dataset: Dataset, facts: EventFacts, words: Words) -> Json:
    telling = preferred(facts.event.tellings, words.language)
    text = label(dataset.entities, telling, words)
    return {
        "iri": facts.event.iri,
        "href": f"/events/{local_name(facts.event.iri)}",
        "label": text.text,
        "lang": text.language,
        "sentence": sentence(dataset.entities, facts, telling, words),
    }
