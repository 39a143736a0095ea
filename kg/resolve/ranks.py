"""Find whom a rank alone means: "وأكد العميد أن …" of the brigadier named before.

In:  a mention and those named before it, the last first. Out: whose name stands behind that rank,
None where no name or several do.
"""

from collections.abc import Iterable

from kg.lexicon.grammar import words_of
from kg.lexicon.normalise import fold
from kg.model.mention import Mention

_RANKS = words_of("ar", "ranks_alone")
_LONGEST = 2  # words: "الجنرال الفرنسي"


def of_rank(party: Mention, before: Iterable[tuple[int, Mention]]) -> Mention | None:
    """Return the only person named before with the rank that `party` is, nobody's name."""
    words = party.text.split()
    if party.person or party.gazetteer_id or not words or len(words) > _LONGEST:
        return None
    rank = fold(words[0])
    if rank not in _RANKS:
        return None
    found: dict[str, Mention] = {}
    for _, mention in before:
        ahead = mention.span.end <= party.span.start
        if ahead and mention.person and rank in map(fold, mention.text.split()):
            found.setdefault(mention.person.split()[-1], mention)
    return next(iter(found.values())) if len(found) == 1 else None
