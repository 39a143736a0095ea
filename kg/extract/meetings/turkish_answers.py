"""Tell what becomes of an invitation in Turkish: taken, turned down, still open.

In:  a view, the last word of the invitation. Out: "yes", "no" or "open".
    "davetini kabul etti"; "davetini kabul etmedi", "davetini reddetti", "davetine hayır dedi";
    "davetine henüz yanıt vermedi", "davetini kabul ederse", "davetini geri çevirmedi"
"""

from typing import Literal

from kg.extract.meetings.turkish_negated import is_negated
from kg.extract.view import View
from kg.lexicon.grammar import endings_of, words_of

_NEAR = 5
_ACCEPTED = endings_of("tr", "invitation_accepted")
_TURNED_DOWN = endings_of("tr", "invitation_turned_down")
_UNDECIDED = words_of("tr", "undecided")
_IF_TAKEN = endings_of("tr", "if_taken")

Answer = Literal["yes", "no", "open"]


def answer_to(view: View, invitation: int) -> Answer:
    """Return how the clause behind the word at `invitation` answers it."""
    behind = _behind(view, invitation)
    if any(w in _UNDECIDED or w.endswith(_IF_TAKEN) for w in behind):
        return "open"
    undone = any(is_negated(w) for w in behind)
    if any(w.startswith(_TURNED_DOWN) for w in behind):
        return "open" if undone else "no"  # "geri çevirmedi"
    if any(w.startswith(_ACCEPTED) for w in behind):
        return "no" if undone else "yes"
    return "open"


def _behind(view: View, invitation: int) -> list[str]:
    """Return the words behind the invitation, as far as a mark."""
    forms: list[str] = []
    for i in range(invitation + 1, min(view.size, invitation + 1 + _NEAR)):
        if view.is_break(i) or view.quotation_at[i] != view.quotation_at[invitation]:
            break
        forms.append(view.form(i))
    return forms
