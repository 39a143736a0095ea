"""Find an English verb whose last word stands behind a day or an adverb: "called on Tuesday for".

In:  tokens, where the verb begins, the words that follow it in the lexicon. Out: its last token.
Only small words that end a verb may stand apart, and only days and adverbs stand between.
"""

from collections.abc import Sequence

from kg.lexicon.grammar import words_of
from kg.model.token import Token

_ENDS = words_of("en", "ends_a_verb")
_BETWEEN = words_of("en", "between_verb_and_end")
_LEADS = words_of("en", "leads_between_verb_and_end")
_WITHIN = 6


def gapped_last(tokens: Sequence[Token], i: int, rest: Sequence[str]) -> int | None:
    """Return the token of "for" in "called again on Tuesday for", None where no gap is."""
    if not rest or rest[-1] not in _ENDS:
        return None
    k = i + len(rest)
    if any(i + n >= len(tokens) or tokens[i + n].form != w for n, w in enumerate(rest[:-1], 1)):
        return None
    for j in range(k, min(len(tokens), k + _WITHIN)):
        form = tokens[j].form
        if j > k and form == rest[-1] and tokens[j - 1].form not in _LEADS:
            following = tokens[j + 1].form if j + 1 < len(tokens) else ""
            if following not in _BETWEEN:  # "called again on Monday for": not "call on"
                return j
        if form not in _BETWEEN and form not in _LEADS:
            return None
    return None
