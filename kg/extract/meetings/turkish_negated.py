"""Tell a Turkish verb that says what is not done from one that says what is.

In:  a folded word. Out: whether it is negated: "etmedi", "yapmayacak", "sunmuyor", "olmaz".
"""

import re

from kg.lexicon.grammar import endings_of, words_of

_SIGNS = endings_of("tr", "not_done")
_NEVER = words_of("tr", "never_done")
_NOT_DONE = re.compile(f".{{2}}(?:{'|'.join(_SIGNS)})")


def is_negated(form: str) -> bool:
    """True for a verb of what is not done: the sign stands behind its stem."""
    return form in _NEVER or _NOT_DONE.search(form) is not None
