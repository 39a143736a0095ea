"""Bodies of several states, parties and armed groups inside the words that call somebody in Arabic.

In:  a sentence's mentions. Out: those named whole: "الأمين العام لحلف شمال الأطلسي فلان" speaks of
NATO too. An adjective ("المبعوث الأممي") and an institution of the holder's own state name nobody
besides the holder.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from kg.lexicon.gazetteer import load_gazetteer
from kg.lexicon.normalise import fold
from kg.model.mention import Mention

_KINDS = ("organization", "armed-group")


def bodies_named(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the bodies that stand inside another mention, called by a name of theirs."""
    last = -1
    for mention in sorted(mentions, key=lambda m: (m.first, -m.last)):
        if mention.first > last:
            last = mention.last
        elif mention.category == "adjective" and (
            _is_unlisted(mention) or fold(mention.text) in _names(mention.gazetteer_id or "")
        ):
            yield mention


def _is_unlisted(mention: Mention) -> bool:
    """True for the "حزب العمال" of its chairman, which no list has."""
    return mention.gazetteer_id is None and mention.kind in _KINDS and mention.side is None


@cache
def _names(identity: str) -> frozenset[str]:
    """Return the folded Arabic names of a body that belongs to no state, none for any other."""
    entry = load_gazetteer().entry(identity) if identity and "." not in identity else None
    if entry is None or entry.kind not in _KINDS or entry.side is not None:
        return frozenset()
    return frozenset(fold(name) for name in entry.names.get("ar", ()))
