"""Tell what the words beside an English verb make of it.

In:  the tokens of a sentence and the token of a verb. Out: yes or no.
"""

from collections.abc import Sequence

from kg.model.token import Token


def is_compound(tokens: Sequence[Token], last: int) -> bool:
    """True for the "closed" of "held closed-door talks", which is no verb."""
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    return after is not None and after.text == "-" and after.start == tokens[last].end


def is_in_place(tokens: Sequence[Token], k: int) -> bool:
    """True for the name of "huddled in Miami with": a capital letter behind "in" or another."""
    front, named = tokens[k - 1], tokens[k].text[:1].isupper()
    return named and (front.form in ("in", "at", "the") or front.text[:1].isupper())
