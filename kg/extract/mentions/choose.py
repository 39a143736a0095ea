"""Choose between places of one name: "عمان" is Oman, beside Jordan it is Amman.

In:  hits of equal length. Out: the one whose state stands beside it, else one whose state the
sentence names, else the best known.
"""

from collections.abc import Sequence

from kg.extract.mentions.doubtful import is_beside
from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Scan
from kg.lexicon.gazetteer import load_gazetteer

_SHADDA = "\u0651"


def _is_as_marked(scan: Scan, hit: Hit) -> bool:
    """True where a sign above the letters tells them apart: "عمّان" is Amman."""
    if scan.language != "ar":
        return False
    word = scan.tokens[hit.last].text
    entry = load_gazetteer().entry(hit.sense.id)
    return _SHADDA in word and entry is not None and _SHADDA in dict(entry.labels).get("ar", "")


def choose_name(scan: Scan, hits: Sequence[Hit]) -> Hit:
    """Return one of the hits."""
    if len(hits) == 1:
        return hits[0]
    marked = [h for h in hits if _is_as_marked(scan, h)]
    if len(marked) == 1:
        return marked[0]
    for hit in hits:
        entry = load_gazetteer().entry(hit.sense.id)
        if (
            entry is not None
            and entry.kind is None
            and entry.within
            and is_beside(scan, hit, entry)
        ):
            return hit
    named = scan.countries_outside(hits[0].first, hits[0].last)
    for hit in hits:
        entry = load_gazetteer().entry(hit.sense.id)
        if entry is not None and entry.within in named and entry.kind is None:
            return hit
    return max(hits, key=lambda h: h.sense.rank)
