"""Sample articles and the decision that joins two tellings of one meeting.

In:  demo.toml and the articles beside it; for the decision, a store that holds them.
Out: `SourceText`s in the order of demo.toml; pairs of events for `GraphStore.decide`.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from kg.model.article import SourceText
from kg.model.entity import Actor
from kg.model.extraction import Extraction
from kg.model.iri import local_name
from kg.read.text import to_source
from kg.store.base import GraphStore


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPick:
    """How to find a meeting: its article's address and the sides that took part.

    A side is the gazetteer id of a state; its ministries, forces and officials count for it.
    """

    source: str
    sides: tuple[str, ...]


def demo_sources() -> list[tuple[str, bytes]]:
    """Return the sample articles as (file name, content), in the order to add them."""
    folder = files("kg.demo")
    return [(name, folder.joinpath(name).read_bytes()) for name in _settings()["articles"]]


def sources() -> list[SourceText]:
    """Return the sample articles, read as files are."""
    return [to_source(content, name) for name, content in demo_sources()]


def merges(store: GraphStore) -> list[tuple[str, str]]:
    """Return (event, canonical event) for each decision whose two meetings the store holds."""
    pairs = []
    for row in _settings()["merge"]:
        keep, join = (find_in(store, _pick(row[key])) for key in ("keep", "join"))
        if keep and join:
            pairs.append((join, keep))
    return pairs


def find_in(store: GraphStore, pick: MeetingPick) -> str | None:
    """Return the IRI of the meeting that the store's article of that address tells."""
    for article in store.articles():
        if article.source == pick.source:
            return find_meeting(store.extraction(article.iri), pick)
    return None


def find_meeting(extraction: Extraction, pick: MeetingPick) -> str | None:
    """Return the IRI of the first meeting in the text where all these sides took part."""
    for meeting in extraction.meetings:
        took_part = [a for name in meeting.participants if (a := extraction.actor(name))]
        if all(any(_is_of(actor, side) for actor in took_part) for side in pick.sides):
            return meeting.event
    return None


def _is_of(actor: Actor, side: str) -> bool:
    ids = [local_name(iri) for iri in (actor.iri, actor.belongs_to) if iri]
    return any(i == side or i.startswith(f"{side}.") for i in ids)


def _pick(row: Mapping[str, Any]) -> MeetingPick:
    return MeetingPick(source=row["source"], sides=tuple(row["sides"]))


@cache
def _settings() -> Mapping[str, Any]:
    return tomllib.loads(files("kg.demo").joinpath("demo.toml").read_text(encoding="utf-8"))
