"""The extractor of claim sheets: rows that somebody wrote, as drafts like those of the rules.

In:  the rows of one article and its text. Out: `Drafts` without pointers. Every word that a row
gives as the article's must stand in the text; what does not fit is a `Mistake` with row and column.
All mistakes are collected before SheetMistakes is raised.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Literal, cast

from kg.extract.sheet_names import Part, UnknownName, read_name
from kg.extract.sheet_passages import Misplaced, find_passages, find_words
from kg.extract.sheet_times import GivenTime, as_words, read_given
from kg.lexicon.loader import read_toml
from kg.model.draft import (
    DraftAbout,
    DraftAction,
    DraftConveyed,
    DraftMeeting,
    DraftRedLine,
    Drafts,
    DraftStatement,
    DraftTime,
    ReadSentence,
)
from kg.model.mention import Mention
from kg.model.sheet import LINE_STANCES, STANCES, UNRESOLVED, Mistake, SheetRow, seal_of
from kg.model.span import Span
from kg.model.token import Sentence
from kg.vocabulary import Conveyance, Language

NAME, VERSION, RULE = "sheet", "1", "by-hand"
HINTS = 50
_AHEAD = frozenset({"planned", "proposed"})
_PAIR = re.compile(r"(\d+)-(\d+)")


class SheetMistakes(Exception):
    """The mistakes of one article's rows."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        super().__init__(f"{len(mistakes)} mistakes")
        self.mistakes = tuple(mistakes)


@dataclass(frozen=True, slots=True)
class Origin:
    """Who made a claim: a row that is as it was exported keeps its extractor and rule."""

    row: int
    extractor: str
    rule: str


@dataclass(slots=True)
class SheetExtractor:
    """The `Extractor` of one article's rows.

    `hints`: for so many mistakes what may have been meant is looked for, which takes time.
    After `extract`, `times` are what the rows say of their times (a draft's time is the number of
    one, see sheet_times.as_words), `origins` who made the draft of each key, `turns` which claim of
    its type on the same evidence a draft is, where the row tells, `notes` sentences for the user.
    """

    rows: Sequence[SheetRow]
    hints: int = HINTS
    actors: Sequence[tuple[SheetRow, str]] = ()
    places: Sequence[tuple[SheetRow, str]] = ()
    times: list[GivenTime] = field(default_factory=list)
    origins: dict[int, Origin] = field(default_factory=dict)
    turns: dict[int, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    name = NAME
    version = VERSION

    def extract(self, text: str, sentences: Sequence[Sentence], language: Language) -> Drafts:
        """Return the drafts of the rows. Raises SheetMistakes."""
        return _Reading(self, text, sentences, language).drafts()


class _Reading:
    """One pass over the rows."""

    def __init__(
        self, of: SheetExtractor, text: str, sentences: Sequence[Sentence], language: Language
    ) -> None:
        self.of, self.text, self.sentences, self.language = of, text, sentences, language
        self.mistakes: list[Mistake] = []
        self.keys = count()
        self.key_of = {row.get("id"): next(self.keys) for row in of.rows if row.get("id")}
        self.row_of = {row.get("id"): row for row in of.rows if row.get("id")}
        self.key_at: dict[int, int] = {}
        self.statements: dict[int, DraftStatement] = {}
        self.meetings: dict[int, DraftMeeting] = {}
        self.redlines: dict[int, DraftRedLine] = {}

    def drafts(self) -> Drafts:
        makers = {"statement": self._statement, "meeting": self._meeting, "redline": self._redline}
        for row in self.of.rows:
            makers[row.kind](row)
        for row in self.of.rows:
            if row.kind == "statement":
                self._tie_statement(row)
        for row in self.of.rows:
            self._tie(row)
        read = self._named()
        if self.mistakes:
            raise SheetMistakes(self.mistakes)
        return Drafts(
            sentences=(read,) if read else (),
            statements=tuple(self.statements.values()),
            meetings=tuple(self.meetings.values()),
            redlines=tuple(self.redlines.values()),
        )

    # Rows

    def _statement(self, row: SheetRow) -> None:
        evidence = self._evidence(row)
        if not evidence:
            return
        key = self._key(row)
        self.statements[key] = DraftStatement(
            key=key,
            sentence=0,
            rule=str(key),
            cues=self._cues(row),
            evidence=evidence,
            speaker=self._one(row, "speaker", evidence),
            act=row.get("act"),  # type: ignore[arg-type]  # checked: one of the column's values
            content=self._words(row, "content", evidence) or evidence[0],
            via=self._many(row, "reporters", evidence),
            addressees=self._many(row, "addressees", evidence),
            quote=self._words(row, "quotation", evidence),
            condition=self._words(row, "condition", evidence),
            about=(
                *self._about(row, "about_actors", "actor", evidence),
                *self._about(row, "about_places", "place", evidence),
            ),
            time=self._time(row, evidence),
            carried=_is_carried(row),
            score=_score(row),
        )

    def _meeting(self, row: SheetRow) -> None:
        evidence = self._evidence(row)
        if not evidence:
            return
        key, ahead = self._key(row), row.get("status") in _AHEAD
        self.meetings[key] = DraftMeeting(
            key=key,
            sentence=0,
            rule=str(key),
            cues=self._cues(row),
            evidence=evidence,
            participants=self._many(row, "participants", evidence),
            mediators=self._many(row, "mediators", evidence),
            place=self._one(row, "place", evidence, "place"),
            venue=self._words(row, "venue", evidence),
            status=row.get("status"),  # type: ignore[arg-type]  # checked: one of the column's values
            topic=self._words(row, "topic", evidence),
            time=self._time(row, evidence),
            commitment=row.get("commitment") or ("anticipates" if ahead else "asserts"),  # type: ignore[arg-type]  # the same
            carried=_is_carried(row),
            score=_score(row),
        )

    def _redline(self, row: SheetRow) -> None:
        evidence = self._evidence(row)
        if not evidence:
            return
        key = self._key(row)
        trigger = self._trigger(row, evidence)
        told_by = row.get("told_by")
        under = self._teller(row) if told_by else self._own_statement(row, evidence)
        if under is None or trigger is None:
            return
        self.redlines[key] = DraftRedLine(
            key=key,
            sentence=0,
            rule=str(key),
            cues=self._cues(row),
            evidence=evidence,
            under=under,
            trigger=trigger,
            action=self._action(row, evidence),
            commitment=row.get("commitment") or "declares",  # type: ignore[arg-type]  # checked: one of LINE_STANCES
            score=_score(row),
        )

    def _own_statement(self, row: SheetRow, evidence: tuple[Span, ...]) -> int | None:
        """Make the statement that a red line told by no other row is declared in."""
        if not row.get("declared_by"):
            self._wrong(
                row,
                "declared_by",
                f"is empty: who drew the line? A name, {UNRESOLVED}, or the id of the statement in "
                "`told_by`.",
            )
            return None
        key = next(self.keys)
        self.of.origins[key] = Origin(row.number, f"{NAME}/{VERSION}", RULE)
        self.statements[key] = DraftStatement(
            key=key,
            sentence=0,
            rule=str(key),
            cues=(),
            evidence=evidence,
            speaker=self._one(row, "declared_by", evidence),
            act="warns",
            content=evidence[0],
            addressees=self._many(row, "declared_to", evidence),
            score=_score(row),
        )
        return key

    # What points from row to row

    def _tie(self, row: SheetRow) -> None:
        """Tie a meeting or red line to the statement that tells it."""
        key = self.key_at.get(row.number)
        if key in self.meetings and row.get("told_by"):
            under = self._teller(row)
            if under is not None:
                self.meetings[key] = replace(self.meetings[key], under=under)
                self._convey(under, key, self.meetings[key].commitment)
        elif key in self.redlines:
            line = self.redlines[key]
            self._convey(line.under, key, line.commitment)
            self._check_declarer(row, line)

    def _tie_statement(self, row: SheetRow) -> None:
        """Say where a statement was said and what it conveys."""
        said_at = self._point(row, "said_at", row.get("said_at"), ("meeting",))
        conveys: list[DraftConveyed] = []
        for part in row.list("conveys"):
            name, _, stance = part.rpartition(" ")
            if stance not in STANCES:
                self._wrong(row, "conveys", f"{part!r} is not like “m1 denies”; {_stances()}.")
                continue
            kinds = ("redline",) if stance in LINE_STANCES else ("statement", "meeting", "redline")
            event = self._point(row, "conveys", name.strip(), kinds)
            if event is not None:
                conveys.append(DraftConveyed(key=event, commitment=_stance(stance)))
        key = self.key_at.get(row.number)
        if key not in self.statements:
            return
        told = self.statements[key]
        self.statements[key] = replace(told, said_at=said_at, conveys=(*told.conveys, *conveys))

    def _convey(self, under: int, event: int, stance: Conveyance) -> None:
        told = self.statements.get(under)
        if told is None or told.said_at == event or any(c.key == event for c in told.conveys):
            return
        conveys = (*told.conveys, DraftConveyed(key=event, commitment=stance))
        self.statements[under] = replace(told, conveys=conveys)

    def _check_declarer(self, row: SheetRow, line: DraftRedLine) -> None:
        """What a line says of who drew it is what its statement says, or nothing."""
        told = self.statements.get(line.under)
        if told is None or not row.get("told_by"):
            return
        for column, said in (("declared_by", (told.speaker,)), ("declared_to", told.addressees)):
            if not row.get(column):
                continue
            own = self._many(row, column, line.evidence)
            if [_who(m) for m in own] != [_who(m) for m in said if isinstance(m, Mention)]:
                self._wrong(
                    row, column, f"is not what the statement {row.get('told_by')!r} says. Empty it."
                )

    def _teller(self, row: SheetRow) -> int | None:
        return self._point(row, "told_by", row.get("told_by"), ("statement",))

    def _point(self, row: SheetRow, column: str, name: str, kinds: Iterable[str]) -> int | None:
        if not name:
            return None
        found, allowed = self.row_of.get(name), tuple(kinds)
        if found is None:
            known = ", ".join(n for n, r in self.row_of.items() if r.kind in allowed) or "none"
            self._wrong(
                row, column, f"no row of this article has the id {name!r}; there is {known}."
            )
        elif found.kind not in allowed:
            fits = " or ".join(allowed)
            self._wrong(row, column, f"{name!r} (row {found.number}) is a {found.kind}, no {fits}.")
        else:
            return self.key_of[name]
        return None

    # Cells

    def _key(self, row: SheetRow) -> int:
        name = row.get("id")
        key = self.key_at[row.number] = self.key_of[name] if name else next(self.keys)
        sealed = row.get("seal") and row.get("seal") == seal_of(row.cells)
        kept = bool(sealed and row.get("extractor") and row.get("rule"))
        self.of.origins[key] = (
            Origin(row.number, row.get("extractor"), row.get("rule"))
            if kept
            else Origin(row.number, f"{NAME}/{VERSION}", RULE)
        )
        if row.get("nth"):
            self.of.turns[key] = int(float(row.get("nth")))
        return key

    def _evidence(self, row: SheetRow) -> tuple[Span, ...]:
        if not row.get("evidence"):
            return ()  # told already: it is needed
        try:
            near = self.sentences if self._may_hint() else ()
            return find_passages(self.text, row.get("evidence"), row.get("offsets"), near)
        except Misplaced as error:
            self._wrong(row, "evidence", str(error))
            return ()

    def _words(self, row: SheetRow, column: str, near: tuple[Span, ...]) -> Span | None:
        if not row.get(column):
            return None
        try:
            return find_words(self.text, row.get(column), near)
        except Misplaced as error:
            self._wrong(row, column, str(error))
            return None

    def _trigger(self, row: SheetRow, near: tuple[Span, ...]) -> Span | None:
        first, _, last = row.get("trigger_at").partition("-")
        if last:
            placed = (int(first), int(last))
            if self.text[placed[0] : placed[1]] == row.get("trigger"):
                return Span(*placed)
        return self._words(row, "trigger", near)

    def _cues(self, row: SheetRow) -> tuple[Span, ...]:
        spans = [(int(m[1]), int(m[2])) for m in _PAIR.finditer(row.get("cues"))]
        if any(not 0 <= a < b <= len(self.text) for a, b in spans):
            self._wrong(row, "cues", "points behind the text. Empty it.")
            return ()
        return tuple(Span(a, b) for a, b in spans)

    def _one(
        self, row: SheetRow, column: str, near: tuple[Span, ...], part: Part = "actor"
    ) -> Mention | None:
        written = row.get(column)
        if not written or written == UNRESOLVED:
            return None
        found = row.list(column)
        if len(found) != 1:
            self._wrong(row, column, f"names {len(found)}; it takes one.")
            return None
        return self._name(row, column, found[0], part, near[0])

    def _many(
        self, row: SheetRow, column: str, near: tuple[Span, ...], part: Part = "actor"
    ) -> tuple[Mention, ...]:
        found = (self._name(row, column, name, part, near[0]) for name in row.list(column))
        return tuple(m for m in found if m is not None)

    def _name(
        self, row: SheetRow, column: str, written: str, part: Part, span: Span
    ) -> Mention | None:
        try:
            return read_name(written, part, self.language, span, suggest=self._may_hint())
        except UnknownName as error:
            self._wrong(row, column, str(error))
            return None

    def _about(
        self,
        row: SheetRow,
        column: str,
        role: Literal["actor", "place"],
        near: tuple[Span, ...],
    ) -> Iterator[DraftAbout]:
        for mention in self._many(row, column, near, role):
            yield DraftAbout(mention=mention, role=role)

    def _action(self, row: SheetRow, near: tuple[Span, ...]) -> DraftAction | None:
        kind, place = row.get("trigger_kind"), self._one(row, "trigger_place", near, "place")
        if not kind:
            if place is not None:
                self._wrong(row, "trigger_kind", f"is empty; it is one of {_kinds()}.")
            return None
        if kind not in action_kinds():
            self._wrong(row, "trigger_kind", f"{kind!r} is none of {_kinds()}.")
        return DraftAction(kind=kind, place=place)

    def _time(self, row: SheetRow, near: tuple[Span, ...]) -> DraftTime | None:
        if not row.get("time") and row.get("basis") != "inferred":
            for column in ("start", "end", "precision", "basis"):
                if row.get(column):
                    self._wrong(
                        row,
                        column,
                        "needs the article's words for the time, in `time`: what the article does "
                        "not date stays undated.",
                    )
                    break
            return None
        span = self._words(row, "time", near) or near[0]
        given = read_given(row, self.language)
        if given is None:
            return None
        self.of.times.append(given)
        return DraftTime(words=as_words(len(self.of.times) - 1, span), tense=given.tense)

    def _named(self) -> ReadSentence | None:
        """Return who else the article names, as if a sentence named them."""
        whole = Span(0, len(self.text))
        actors = [
            self._name(row, "article_actors", name, "actor", whole) for row, name in self.of.actors
        ]
        places = [
            self._name(row, "article_places", name, "place", whole) for row, name in self.of.places
        ]
        if not self.sentences:
            return None
        return ReadSentence(
            sentence=self.sentences[0],
            actors=tuple(m for m in actors if m is not None),
            places=tuple(m for m in places if m is not None),
        )

    def _may_hint(self) -> bool:
        return len(self.mistakes) < self.of.hints

    def _wrong(self, row: SheetRow, column: str, message: str) -> None:
        self.mistakes.append(Mistake(row.number, column, message))


def action_kinds() -> tuple[str, ...]:
    """Return the kinds of action that a red line may forbid."""
    return tuple(dict.fromkeys(row["kind"] for row in read_toml("actions.toml")["action"]))


def _kinds() -> str:
    return ", ".join(action_kinds())


def _stance(word: str) -> Conveyance:
    return cast("Conveyance", word)  # one of STANCES


def _stances() -> str:
    return f"the commitments are {', '.join(STANCES)}"


def _who(mention: Mention) -> str:
    return mention.gazetteer_id or mention.name


def _score(row: SheetRow) -> float:
    return float(row.get("confidence") or 1)


def _is_carried(row: SheetRow) -> bool:
    return row.get("carried") == "yes"
