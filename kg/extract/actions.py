"""Name the kind of action that some words tell of, where a row of the lexicon fits.

In:  a view, the tokens of the words, `actions.toml`. Out: a `DraftAction`, or None: words that fit
no row stay words. A row fits when one of its heads stands there and, where it asks for it, one of
the words that go with the head. The place is one that a preposition of place leads to.
"""

from dataclasses import dataclass
from functools import cache

from kg.extract.parts_played import part_of
from kg.extract.phrases import PhraseSet
from kg.extract.view import View
from kg.lexicon.loader import read_toml
from kg.lexicon.normalise import fold
from kg.model.draft import DraftAction
from kg.model.mention import Mention
from kg.vocabulary import Language


@dataclass(frozen=True, slots=True)
class ActionRow:
    """A row for one language; `beside` empty: the head alone is enough."""

    kind: str
    heads: PhraseSet
    beside: frozenset[str]


@cache
def action_rows(language: Language) -> tuple[ActionRow, ...]:
    """Return the rows of a language, narrow before wide."""
    return tuple(
        ActionRow(
            row["kind"],
            PhraseSet(row[language]["heads"], definite=True, fused=True),
            frozenset(fold(word) for word in row[language].get("with", ())),
        )
        for row in read_toml("actions.toml")["action"]
        if language in row
    )


def find_action(view: View, first: int, last: int) -> DraftAction | None:
    """Return the action that tokens `first` to `last` name."""
    for row in action_rows(view.lexicon.language):
        if view.may_hold(row.heads) and _fits(view, row, first, last):
            return DraftAction(kind=row.kind, place=_place(view, first, last))
    return None


def _fits(view: View, row: ActionRow, first: int, last: int) -> bool:
    tokens = range(first, last + 1)
    if not any(view.is_word(i) and row.heads.length_at(view.tokens, i) for i in tokens):
        return False
    if not row.beside:
        return True
    return any(
        view.form(i) in row.beside or any(r.stem in row.beside for r in view.readings(i))
        for i in tokens
    )


def _place(view: View, first: int, last: int) -> Mention | None:
    return next(
        (
            m
            for m in view.mentions
            if first <= m.first and m.last <= last and part_of(view, m) == "place"
        ),
        None,
    )
