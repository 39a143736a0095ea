"""The cells of a claim sheet's rows, read against the article: passages, words, names, actions.

In:  rows whose cells were checked one by one (kg.read.sheet_check), the article's text. Out: spans
and mentions; what does not stand in the text, or is not known, is a `Mistake` with row and column.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from kg.extract.sheets.names import Part, UnknownName, read_name
from kg.extract.sheets.passages import Misplaced, find_passages, find_words
from kg.lexicon.loader import read_toml
from kg.model.draft import DraftAbout, DraftAction
from kg.model.mention import Mention
from kg.model.said import Said, excerpt
from kg.model.sheet import UNRESOLVED, Mistake, SheetRow
from kg.model.span import Span
from kg.model.token import Sentence
from kg.vocabulary import Language

_PAIR = re.compile(r"(\d+)-(\d+)")


class SheetCells:
    """Reads the cells of one article's rows, and keeps their mistakes.

    `hints`: for so many mistakes what may have been meant is looked for, which takes time.
    """

    def __init__(
        self, text: str, sentences: Sequence[Sentence], language: Language, hints: int
    ) -> None:
        self.text, self.sentences, self.language = text, sentences, language
        self.hints = hints
        self.mistakes: list[Mistake] = []

    def evidence(self, row: SheetRow) -> tuple[Span, ...]:
        """Return where the evidence stands; nothing, with a mistake, where it does not."""
        if not row.get("evidence"):
            return ()  # told already: it is needed
        try:
            near = self.sentences if self._may_hint() else ()
            return find_passages(self.text, row.get("evidence"), row.get("offsets"), near)
        except Misplaced as error:
            self.wrong(row, "evidence", error.args[0])
            return ()

    def words(self, row: SheetRow, column: str, near: tuple[Span, ...]) -> Span | None:
        """Return where a cell's words stand, nearest to the evidence."""
        if not row.get(column):
            return None
        try:
            return find_words(self.text, row.get(column), near)
        except Misplaced as error:
            self.wrong(row, column, error.args[0])
            return None

    def trigger(self, row: SheetRow, near: tuple[Span, ...]) -> Span | None:
        """Return where the words of a trigger stand: at their offsets, if these still fit."""
        first, _, last = row.get("trigger_at").partition("-")
        if last:
            placed = (int(first), int(last))
            if self.text[placed[0] : placed[1]] == row.get("trigger"):
                return Span(*placed)
        return self.words(row, "trigger", near)

    def cues(self, row: SheetRow) -> tuple[Span, ...]:
        """Return the places of the cues that an export gave."""
        spans = [(int(m[1]), int(m[2])) for m in _PAIR.finditer(row.get("cues"))]
        if any(not 0 <= a < b <= len(self.text) for a, b in spans):
            self.wrong(row, "cues", Said("points behind the text. Empty it."))
            return ()
        return tuple(Span(a, b) for a, b in spans)

    def one(
        self, row: SheetRow, column: str, near: tuple[Span, ...], part: Part = "actor"
    ) -> Mention | None:
        """Return the one name in a cell; None for none, and for “unresolved”."""
        written = row.get(column)
        if not written or written == UNRESOLVED:
            return None
        found = row.list(column)
        if len(found) != 1:
            self.wrong(row, column, Said("names %(count)s; it takes one.", count=len(found)))
            return None
        return self.name(row, column, found[0], part, near[0])

    def many(
        self, row: SheetRow, column: str, near: tuple[Span, ...], part: Part = "actor"
    ) -> tuple[Mention, ...]:
        """Return the names in a cell."""
        found = (self.name(row, column, name, part, near[0]) for name in row.list(column))
        return tuple(m for m in found if m is not None)

    def name(
        self, row: SheetRow, column: str, written: str, part: Part, span: Span
    ) -> Mention | None:
        """Return a name as a mention; None, with a mistake, for one that is not known."""
        try:
            return read_name(written, part, self.language, span, suggest=self._may_hint())
        except UnknownName as error:
            self.wrong(row, column, error.args[0])
            return None

    def about(
        self,
        row: SheetRow,
        column: str,
        role: Literal["actor", "place"],
        near: tuple[Span, ...],
    ) -> Iterator[DraftAbout]:
        """Yield what the names in a cell make a statement be about."""
        for mention in self.many(row, column, near, role):
            yield DraftAbout(mention=mention, role=role)

    def action(self, row: SheetRow, near: tuple[Span, ...]) -> DraftAction | None:
        """Return the action that crosses a line, where the row names its kind."""
        kind, place = row.get("trigger_kind"), self.one(row, "trigger_place", near, "place")
        if not kind:
            if place is not None:
                told = Said("is empty; it is one of %(allowed)s.", allowed=_kinds())
                self.wrong(row, "trigger_kind", told)
            return None
        if kind not in action_kinds():
            told = Said("'%(cell)s' is none of %(allowed)s.", cell=excerpt(kind), allowed=_kinds())
            self.wrong(row, "trigger_kind", told)
        return DraftAction(kind=kind, place=place)

    def _may_hint(self) -> bool:
        return len(self.mistakes) < self.hints

    def wrong(self, row: SheetRow, column: str, message: str) -> None:
        """Note a mistake."""
        self.mistakes.append(Mistake(row.number, column, message))


def action_kinds() -> tuple[str, ...]:
    """Return the kinds of action that a red line may forbid."""
    return tuple(dict.fromkeys(row["kind"] for row in read_toml("actions.toml")["action"]))


def _kinds() -> str:
    return ", ".join(action_kinds())
