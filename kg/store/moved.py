"""A claim by hand in a new text of its article: its passages found again, word for word.

In:  a claim as the store has it, the new text. Out: the claim with its passages where they stand
now, each the nearest to where it stood; None where the text has one of them no longer.
"""

import pyoxigraph as ox

from kg.config import QUOTE_CONTEXT_CHARS
from kg.mapping.terms import integer, words
from kg.store.told import Told
from kg.store.view import Node
from kg.vocabulary import CLM, OA

_CUE = Node(CLM.cue)
_DIGEST = Node(CLM.digest)
_END = Node(OA.end)
_EXACT = Node(OA.exact)
_PREFIX = Node(OA.prefix)
_START = Node(OA.start)
_SUFFIX = Node(OA.suffix)
# What follows from where a passage stands; cues are offsets of the old text.
_PLACED = frozenset((_CUE, _DIGEST, _END, _PREFIX, _START, _SUFFIX))


def moved(claim: Told, text: str, language: str) -> Told | None:
    """Return the claim with its passages in this text."""
    starts = {q.subject: q.object for q in claim.own if q.predicate == _START}
    own = {q for q in claim.own if q.predicate not in _PLACED}
    for quad in claim.own:
        if quad.predicate != _EXACT or not isinstance(quad.object, ox.Literal):
            continue
        passage = str(getattr(quad.subject, "value", "")).partition("#")[0]
        position = Node(f"{passage}#position")
        stood, quoted = starts.get(position), quad.object.value
        at = _nearest(text, quoted, int(stood.value) if isinstance(stood, ox.Literal) else 0)
        if at is None:
            return None
        end = at + len(quoted)
        before = text[max(0, at - QUOTE_CONTEXT_CHARS) : at]
        after = text[end : end + QUOTE_CONTEXT_CHARS]
        graph = quad.graph_name
        own |= {
            ox.Quad(position, _START, integer(at), graph),
            ox.Quad(position, _END, integer(end), graph),
            ox.Quad(quad.subject, _PREFIX, words(before, language), graph),
            ox.Quad(quad.subject, _SUFFIX, words(after, language), graph),
        }
    return Told(claim.graph, frozenset(own))


def _nearest(text: str, quoted: str, stood: int) -> int | None:
    """Return where the words stand in the text, of several places the one nearest to `stood`."""
    places = []
    at = text.find(quoted)
    while at >= 0:
        places.append(at)
        at = text.find(quoted, at + 1)
    return min(places, key=lambda place: (abs(place - stood), place), default=None)
