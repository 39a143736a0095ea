"""Events that may be one and the same, and articles that are one text: what the store worked out.

In:  the store's proposals (between events as single articles tell them), its copies, the events as
they are merged now. Out: for an event, others with what speaks for and against it, best first; how
many texts stand behind an event's articles.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from kg.model.proposal import Proposal
from kg.query.telling import EventView, Telling
from kg.resolve.copies import is_copied_passage

_MOST_SUGGESTED = 5
_MOST_COMPARED = 40  # tellings of one event whose passages are compared


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """`event` is the other event's canonical IRI; the proposal is the best between the two."""

    event: str
    proposal: Proposal


def suggestions(
    proposals: Iterable[Proposal], event_of: Callable[[str], str], events: Collection[str]
) -> dict[str, tuple[Suggestion, ...]]:
    """Return the suggestions of each event that has any, by canonical IRI, best first, few."""
    found: dict[str, dict[str, Proposal]] = defaultdict(dict)
    for proposal in sorted(proposals, key=lambda p: (-p.score, p.one, p.other)):
        pair = event_of(proposal.one), event_of(proposal.other)
        if pair[0] != pair[1] and all(event in events for event in pair):
            found[pair[0]].setdefault(pair[1], proposal)
            found[pair[1]].setdefault(pair[0], proposal)
    return {
        event: tuple(
            Suggestion(event=other, proposal=proposal)
            for other, proposal in list(others.items())[:_MOST_SUGGESTED]
        )
        for event, others in found.items()
    }


def count_texts(event: EventView, articles: Iterable[str], copies: Mapping[str, str]) -> int:
    """Return how many texts these articles are: copies, and passages printed alike, count once."""
    return len(set(texts_of(event, articles, copies).values()))


def texts_of(
    event: EventView, articles: Iterable[str], copies: Mapping[str, str]
) -> Mapping[str, str]:
    """Return for each article the one that stands for its text; the same for the same text."""
    root = {article: article for article in articles}

    def text_of(article: str) -> str:
        while root[article] != article:
            article = root[article]
        return article

    for article in root:
        first = copies.get(article, article)
        for other in root:
            if other != article and first in (other, copies.get(other, other)):
                root[text_of(article)] = text_of(other)
    if len(root) > 1:
        for one, second in combinations(event.tellings[:_MOST_COMPARED], 2):
            here, there = text_of(one.article.iri), text_of(second.article.iri)
            if here != there and _printed_alike(one, second):
                root[here] = there
    return {article: text_of(article) for article in list(root)}


def _printed_alike(one: Telling, other: Telling) -> bool:
    language = one.article.language
    first, second = (" ".join(p.text for p in t.claim.evidence) for t in (one, other))
    return language == other.article.language and is_copied_passage(first, second, language)
