"""The extractor of claim sheets: rows that somebody wrote, as drafts like those of the rules.

In:  the rows of one article and its text. Out: `Drafts` without pointers. Every word that a row
gives as the article's must stand in the text; what does not fit is a `Mistake` with row and column.
All mistakes are collected before SheetMistakes is raised.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import get_args

from kg.extract.sheets.cells import SheetCells
from kg.extract.sheets.times import GivenTime, as_words, read_given
from kg.model.draft import (
    DraftConveyed,
    DraftMeeting,
    DraftRedLine,
    Drafts,
    DraftStatement,
    DraftTime,
    ReadSentence,
)
from kg.model.mention import Mention
from kg.model.said import Said, excerpt
from kg.model.sheet import (
    LINE_STANCES,
    MEETING_STANCES,
    STANCES,
    UNRESOLVED,
    Mistake,
    SheetRow,
    seal_of,
)
from kg.model.span import Span
from kg.model.token import Sentence
from kg.vocabulary import Conveyance, Language, MeetingStance, MeetingStatus, SpeechAct

NAME, VERSION, RULE = "sheet", "1", "by-hand"
HINTS = 50
_AHEAD = frozenset({"planned", "proposed"})
# For cells that were wrong: told already, nothing lands, yet the other cells of the row are read.
_ANY_ACT: SpeechAct = "asserts"
_ANY_STATUS: MeetingStatus = "held"


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
        self.cells = SheetCells(text, sentences, language, of.hints)
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
        if self.cells.mistakes:
            raise SheetMistakes(self.cells.mistakes)
        return Drafts(
            sentences=(read,) if read else (),
            statements=tuple(self.statements.values()),
            meetings=tuple(self.meetings.values()),
            redlines=tuple(self.redlines.values()),
        )

    # Rows

    def _statement(self, row: SheetRow) -> None:
        evidence = self.cells.evidence(row)
        if not evidence:
            return
        key = self._key(row)
        self.statements[key] = DraftStatement(
            key=key,
            sentence=0,
            rule=str(key),
            cues=self.cells.cues(row),
            evidence=evidence,
            speaker=self.cells.one(row, "speaker", evidence),
            act=row.choice("act", get_args(SpeechAct)) or _ANY_ACT,
            content=self.cells.words(row, "content", evidence) or evidence[0],
            via=self.cells.many(row, "reporters", evidence),
            addressees=self.cells.many(row, "addressees", evidence),
            quote=self.cells.words(row, "quotation", evidence),
            condition=self.cells.words(row, "condition", evidence),
            about=(
                *self.cells.about(row, "about_actors", "actor", evidence),
                *self.cells.about(row, "about_places", "place", evidence),
            ),
            time=self._time(row, evidence),
            carried=_is_carried(row),
            score=_score(row),
        )

    def _meeting(self, row: SheetRow) -> None:
        evidence = self.cells.evidence(row)
        if not evidence:
            return
        key = self._key(row)
        status = row.choice("status", get_args(MeetingStatus)) or _ANY_STATUS
        usual: MeetingStance = "anticipates" if status in _AHEAD else "asserts"
        self.meetings[key] = DraftMeeting(
            key=key,
            sentence=0,
            rule=str(key),
            cues=self.cells.cues(row),
            evidence=evidence,
            participants=self.cells.many(row, "participants", evidence),
            mediators=self.cells.many(row, "mediators", evidence),
            place=self.cells.one(row, "place", evidence, "place"),
            venue=self.cells.words(row, "venue", evidence),
            status=status,
            topic=self.cells.words(row, "topic", evidence),
            time=self._time(row, evidence),
            commitment=row.choice("commitment", MEETING_STANCES) or usual,
            carried=_is_carried(row),
            score=_score(row),
        )

    def _redline(self, row: SheetRow) -> None:
        evidence = self.cells.evidence(row)
        if not evidence:
            return
        key = self._key(row)
        trigger = self.cells.trigger(row, evidence)
        told_by = row.get("told_by")
        under = self._teller(row) if told_by else self._own_statement(row, evidence)
        if under is None or trigger is None:
            return
        self.redlines[key] = DraftRedLine(
            key=key,
            sentence=0,
            rule=str(key),
            cues=self.cells.cues(row),
            evidence=evidence,
            under=under,
            trigger=trigger,
            action=self.cells.action(row, evidence),
            commitment=row.choice("commitment", LINE_STANCES) or "declares",
            score=_score(row),
        )

    def _own_statement(self, row: SheetRow, evidence: tuple[Span, ...]) -> int | None:
        """Make the statement that a red line told by no other row is declared in."""
        if not row.get("declared_by"):
            self.cells.wrong(
                row,
                "declared_by",
                Said(
                    "is empty: who drew the line? A name, %(unresolved)s, or the id of the "
                    "statement in `told_by`.",
                    unresolved=UNRESOLVED,
                ),
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
            speaker=self.cells.one(row, "declared_by", evidence),
            act="warns",
            content=evidence[0],
            addressees=self.cells.many(row, "declared_to", evidence),
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
            known = next((s for s in STANCES if s == stance), None)
            if known is None:
                self.cells.wrong(row, "conveys", _no_stance(part))
                continue
            kinds = ("redline",) if stance in LINE_STANCES else ("statement", "meeting", "redline")
            event = self._point(row, "conveys", name.strip(), kinds)
            if event is not None:
                conveys.append(DraftConveyed(key=event, commitment=known))
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
            own = self.cells.many(row, column, line.evidence)
            if [_who(m) for m in own] != [_who(m) for m in said if isinstance(m, Mention)]:
                self.cells.wrong(
                    row,
                    column,
                    Said(
                        "is not what the statement '%(id)s' says. Empty it.",
                        id=excerpt(row.get("told_by")),
                    ),
                )

    def _teller(self, row: SheetRow) -> int | None:
        return self._point(row, "told_by", row.get("told_by"), ("statement",))

    def _point(self, row: SheetRow, column: str, name: str, kinds: Iterable[str]) -> int | None:
        if not name:
            return None
        found, allowed = self.row_of.get(name), tuple(kinds)
        if found is None:
            known = ", ".join(n for n, r in self.row_of.items() if r.kind in allowed)
            self.cells.wrong(row, column, _no_row(name, known))
        elif found.kind not in allowed:
            told = Said(
                "'%(id)s' (row %(row)s) is of type %(type)s; here stands one of type %(fits)s.",
                id=excerpt(name),
                row=found.number,
                type=found.kind,
                fits=", ".join(allowed),
            )
            self.cells.wrong(row, column, told)
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

    def _time(self, row: SheetRow, near: tuple[Span, ...]) -> DraftTime | None:
        if not row.get("time") and row.get("basis") != "inferred":
            for column in ("start", "end", "precision", "basis"):
                if row.get(column):
                    self.cells.wrong(
                        row,
                        column,
                        Said(
                            "needs the article's words for the time, in `time`: what the article "
                            "does not date stays undated."
                        ),
                    )
                    break
            return None
        span = self.cells.words(row, "time", near) or near[0]
        given = read_given(row, self.language)
        if given is None:
            return None
        self.of.times.append(given)
        return DraftTime(words=as_words(len(self.of.times) - 1, span), tense=given.tense)

    def _named(self) -> ReadSentence | None:
        """Return who else the article names, as if a sentence named them."""
        whole = Span(0, len(self.text))
        actors = [
            self.cells.name(row, "article_actors", name, "actor", whole)
            for row, name in self.of.actors
        ]
        places = [
            self.cells.name(row, "article_places", name, "place", whole)
            for row, name in self.of.places
        ]
        if not self.sentences:
            return None
        return ReadSentence(
            sentence=self.sentences[0],
            actors=tuple(m for m in actors if m is not None),
            places=tuple(m for m in places if m is not None),
        )


def _no_stance(part: str) -> str:
    return Said(
        "'%(cell)s' is not like “m1 denies”; the commitments are %(allowed)s.",
        cell=excerpt(part),
        allowed=", ".join(STANCES),
    )


def _no_row(name: str, known: str) -> str:
    if not known:
        return Said("no row of this article has the id '%(id)s'.", id=excerpt(name))
    return Said(
        "no row of this article has the id '%(id)s'; there is %(known)s.",
        id=excerpt(name),
        known=known,
    )


def _who(mention: Mention) -> str:
    return mention.gazetteer_id or mention.name


def _score(row: SheetRow) -> float:
    return float(row.get("confidence") or 1)


def _is_carried(row: SheetRow) -> bool:
    return row.get("carried") == "yes"
