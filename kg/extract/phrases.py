"""Sets of words and phrases, looked up at a token.

In:  written words and phrases of a lexicon. Out: `PhraseSet`, folded and indexed by first word, so
that asking at a token costs one look-up for each way to read it.
"""

from collections.abc import Iterable, Sequence, Set

from kg.lexicon.normalise import fold
from kg.model.token import Token

_FEW = 6
_CONJUNCTIONS = frozenset({(), ("و",), ("ف",), ("ו",), ("ש",)})


class PhraseSet:
    """Immutable. The first word may carry "and"; an article if `definite`, anything if `fused`."""

    def __init__(
        self, texts: Iterable[str], *, definite: bool = False, fused: bool = False
    ) -> None:
        self._definite = definite
        self._fused = fused
        known: dict[str, set[tuple[str, ...]]] = {}
        for text in texts:
            first, *rest = (fold(word) for word in text.split())
            known.setdefault(first, set()).add(tuple(rest))
        self._rests: dict[str, tuple[tuple[str, ...], ...]] = {
            first: tuple(sorted(rests, key=len, reverse=True)) for first, rests in known.items()
        }
        self.firsts: Set[str] = self._rests.keys()
        # Behind a few words ("asla") stand hundreds: they are looked up by their length.
        self._many: dict[str, tuple[tuple[int, ...], Set[tuple[str, ...]]]] = {
            first: (tuple(sorted({len(rest) for rest in rests}, reverse=True)), rests)
            for first, rests in known.items()
            if len(rests) > _FEW
        }

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
            if reading.stem in self._many:
                best = max(best, _longest(tokens, i, *self._many[reading.stem]))
                continue
            for rest in rests:  # the longest first
                if not rest or _follow(tokens, i + 1, rest):
                    best = max(best, len(rest) + 1)
                    break
        return best

    def has_stem(self, tokens: Sequence[Token], i: int) -> bool:
        """True when some reading's stem at `i`, whatever is written onto it, is in the set."""
        if not 0 <= i < len(tokens):
            return False
        for reading in tokens[i].readings:
            if reading.stem in self._rests and () in self._rests[reading.stem]:
                return True
        return False


def _longest(
    tokens: Sequence[Token], i: int, lengths: Sequence[int], rests: Set[tuple[str, ...]]
) -> int:
    """Return the length of the longest phrase of many that begin at token `i`, 0 for none."""
    behind = tuple(t.form for t in tokens[i + 1 : i + 1 + lengths[0]])
    for length in lengths:
        if length <= len(behind) and behind[:length] in rests:
            return length + 1
    return 0


def _follow(tokens: Sequence[Token], i: int, rest: tuple[str, ...]) -> bool:
    if i + len(rest) > len(tokens):
        return False
    for k, word in enumerate(rest, i):  # noqa: SIM110 - asked at every word, and twice as fast
        if tokens[k].form != word:
            return False
    return True
