"""Find the Hebrew words that begin a clause with ש written on: שישראל תחתום, שליווה את הנסיעה.

In:  tokens and the mentions at them. Out: token indices. Whether the clause is what somebody says
or tells of a noun, its neighbours decide. Words that begin with ש themselves (שר, שיחה, שלח) are
listed in text_he.toml under [brackets]; names and verbs say so by being known.
"""

from collections.abc import Sequence
from functools import lru_cache

from kg.extract.mentions.hebrew_parts import verbs
from kg.extract.wordlists import read_words
from kg.model.mention import Mention
from kg.model.token import Token

_SHORTEST = 3


def find_clauses(tokens: Sequence[Token], mention_at: Sequence[Mention | None]) -> frozenset[int]:
    """Return the tokens that begin with the ש of "that" or "which"."""
    return frozenset(
        i
        for i, token in enumerate(tokens)
        if token.is_word and token.form[0] in "שו" and _begins(i, token, mention_at[i], tokens)
    )


def _begins(i: int, token: Token, mention: Mention | None, tokens: Sequence[Token]) -> bool:
    if mention is not None and mention.category != "adjective":
        return mention.first == i and "ש" in mention.proclitics
    if token.form in ("ש", "וש"):  # ש״ישראל״, ש-CNN
        return i + 1 < len(tokens) and tokens[i + 1].start == token.end
    return begins_clause(token.form)


@lru_cache(maxsize=30_000)
def begins_clause(form: str) -> bool:
    """True for a folded word that is most likely "that" or "which" and another word."""
    if len(form) < _SHORTEST or not form.startswith(("ש", "וש")):
        return False
    bare = form.removeprefix("ו")
    return not ({form, bare} & _own_words() or bare in verbs())


def _own_words() -> frozenset[str]:
    return read_words("he", "brackets", "own_shin")
