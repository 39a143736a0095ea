"""Sets of words and phrases, looked up at a token.

In:  written words and phrases of a lexicon. Out: `PhraseSet`, folded and indexed by first word, so
that asking at a token costs one look-up for each way to read it.
"""

from collections.abc import Iterable, Sequence

from kg.lexicon.normalise import fold
from kg.model.token import Token

_CONJUNCTIONS = frozenset({(), ("و",), ("ف",), ("ו",), ("ש",)})


class PhraseSet:
    """Immutable. The first word may carry "and"; an article if `definite`, anything if `fused`."""

    def __init__(
        self, texts: Iterable[str], *, definite: bool = False, fused: bool = False
    ) -> None:
        self._definite = definite
        self._fused = fused
        self._rests: dict[str, tuple[tuple[str, ...], ...]] = {}
        for text in texts:
            first, *rest = (fold(word) for word in text.split())
            self._rests[first] = (*self._rests.get(first, ()), tuple(rest))

    def __contains__(self, word: str) -> bool:
        """True for a folded word that is a phrase of its own."""
        return () in self._rests.get(word, ())

    def length_at(self, tokens: Sequence[Token], i: int) -> int:
        """Return how many tokens from `i` on make the longest phrase, 0 for none."""
        if not 0 <= i < len(tokens):
            return 0
        best = 0
        for reading in tokens[i].readings:
            rests = self._rests.get(reading.stem)
            if rests is None or reading.enclitic:
                continue
            if reading.proclitics not in _CONJUNCTIONS and not self._fused:
                continue
            if reading.definite and not self._definite:
                continue
            for rest in rests:
                if len(rest) >= best and _follow(tokens, i + 1, rest):
                    best = len(rest) + 1
        return best

    def has_stem(self, tokens: Sequence[Token], i: int) -> bool:
        """True when some reading's stem at `i`, whatever is written onto it, is in the set."""
        if not 0 <= i < len(tokens):
            return False
        return any(() in self._rests.get(r.stem, ()) for r in tokens[i].readings)


def _follow(tokens: Sequence[Token], i: int, rest: tuple[str, ...]) -> bool:
    if i + len(rest) > len(tokens):
        return False
    return all(tokens[i + k].form == word for k, word in enumerate(rest))
