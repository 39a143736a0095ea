"""Claim sheets: claims written by hand, one a row, under the columns named here.

A sheet comes from CSV, XLSX or JSON (kg.read.sheet) and goes the way of every extraction:
kg.extract.sheets makes drafts of its rows, which are linked, minted and checked like any other.
In/Out: `Sheet` of `SheetRow`s, whose cells are text by column; `Mistake`s with row and column.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeVar, get_args

from kg.model.iri import short_hash
from kg.model.notes import EncodingFrom
from kg.model.said import Said
from kg.vocabulary import (
    LANGUAGES,
    ActorKind,
    Basis,
    Conveyance,
    Extent,
    LineStance,
    MeetingStance,
    MeetingStatus,
    Precision,
    SpeechAct,
    Tense,
)

W = TypeVar("W", bound=str)
RowKind = Literal["article", "text", "statement", "meeting", "redline"]
ColumnKind = Literal["words", "names", "refs", "choice", "day", "number", "text"]

ROW_KINDS: tuple[RowKind, ...] = get_args(RowKind)
ACTOR_KINDS: tuple[ActorKind, ...] = get_args(ActorKind)
UNRESOLVED = "unresolved"
OMISSION = " […] "
_ALL: tuple[RowKind, ...] = ("statement", "meeting", "redline")
_EVERY: tuple[RowKind, ...] = ROW_KINDS
_SEPARATOR = re.compile(r"(?<!\\)[;؛\n]")
# Not part of what a row says: comments, and the seal itself.
_UNSEALED = frozenset({"seal", "note"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column: for which rows, what stands in it. `many` = several, parted by semicolons.

    `words` stand in the article exactly so; `program` columns are filled by exports.
    """

    name: str
    kinds: tuple[RowKind, ...]
    help: str
    kind: ColumnKind = "text"
    values: tuple[str, ...] = ()
    many: bool = False
    program: bool = False


def _choice(
    name: str,
    kinds: tuple[RowKind, ...],
    values: Iterable[str],
    text: str,
    program: bool = False,
) -> Column:
    allowed = tuple(values)
    help_text = f"{text}: {', '.join(allowed)}"
    return Column(name, kinds, help_text, "choice", allowed, program=program)


_STATEMENT: tuple[RowKind, ...] = ("statement",)
_MEETING: tuple[RowKind, ...] = ("meeting",)
_REDLINE: tuple[RowKind, ...] = ("redline",)
_ARTICLE: tuple[RowKind, ...] = ("article", *_ALL)
_TIMED: tuple[RowKind, ...] = ("statement", "meeting")
MEETING_STANCES: tuple[MeetingStance, ...] = get_args(MeetingStance)
LINE_STANCES: tuple[LineStance, ...] = get_args(LineStance)
STANCES: tuple[Conveyance, ...] = (*MEETING_STANCES, *LINE_STANCES)

COLUMNS: tuple[Column, ...] = (
    _choice("type", _EVERY, ROW_KINDS, "What the row tells"),
    Column(
        "article",
        _EVERY,
        "Which article: a name of your own, the same on all its rows, or its IRI in the store. May "
        "be left out where `source` is given",
    ),
    Column("id", _ALL, "A name for this row, so that others can point to it"),
    Column(
        "evidence",
        _ALL,
        Said(
            "The article's own words, exactly as they stand there. Passages that do not stand "
            "together are joined by […]"
        ),
    ),
    Column(
        "speaker",
        _STATEMENT,
        Said("Who said it: a name, a known id, or %(unresolved)s", unresolved=UNRESOLVED),
        kind="names",
    ),
    Column(
        "reporters",
        _STATEMENT,
        "Who passed it on, the outermost first",
        kind="names",
        many=True,
    ),
    _choice("act", _STATEMENT, get_args(SpeechAct), "What saying it does"),
    Column("addressees", _STATEMENT, "Whom it was said to", kind="names", many=True),
    Column(
        "content",
        _STATEMENT,
        "What was said, in the article's words; empty = the evidence",
        kind="words",
    ),
    Column("quotation", _STATEMENT, "The words quoted, without quotation marks", kind="words"),
    Column("condition", _STATEMENT, "The words of a condition", kind="words"),
    Column("about_actors", _STATEMENT, "Whom it is about", kind="names", many=True),
    Column("about_places", _STATEMENT, "Which places it is about", kind="names", many=True),
    Column("participants", _MEETING, Said("Who met"), kind="names", many=True),
    Column("mediators", _MEETING, "Who mediated", kind="names", many=True),
    Column("place", _MEETING, "Where: a town, a country", kind="names"),
    Column("venue", _MEETING, "The house or hall, in the article's words", kind="words"),
    _choice("status", _MEETING, get_args(MeetingStatus), "How far it has come"),
    Column("topic", _MEETING, "About what, in the article's words", kind="words"),
    Column("declared_by", _REDLINE, f"Who drew it: a name, a known id, or {UNRESOLVED}", "names"),
    Column("declared_to", _REDLINE, "For whom it was drawn", kind="names", many=True),
    Column("trigger", _REDLINE, Said("What would cross it, in the article's words"), kind="words"),
    Column("trigger_kind", _REDLINE, "A kind of action, such as strike (see kg/lexicon/actions)"),
    Column("trigger_place", _REDLINE, "Where that action would be", kind="names"),
    Column(
        "told_by",
        ("meeting", "redline"),
        "The id of the statement that tells it; empty = the article itself does, and a red line "
        "makes its own statement",
        kind="refs",
    ),
    _choice(
        "commitment",
        ("meeting", "redline"),
        STANCES,
        "How whoever tells it stands to it; empty = asserts, of what is to come anticipates, of a "
        "red line declares",
    ),
    Column("said_at", _STATEMENT, "The id of the meeting where it was said", kind="refs"),
    Column(
        "conveys",
        _STATEMENT,
        "Further events it speaks of: an id and a commitment, such as m1 denies",
        kind="refs",
        many=True,
    ),
    Column("time", _TIMED, "When, in the article's words (“yesterday”, “9 April”)", kind="words"),
    Column("start", _TIMED, "First day, as 2025-04-09; empty = as the words tell", kind="day"),
    Column("end", _TIMED, "Last day, included", kind="day"),
    _choice("precision", _TIMED, get_args(Precision), "How exact the words are"),
    _choice("extent", _TIMED, get_args(Extent), "Some day in it, or all of it"),
    _choice("basis", _TIMED, get_args(Basis), "How the days were found; empty = from the words"),
    Column("offset_first", _TIMED, "Days from publication to the first day", kind="number"),
    Column("offset_last", _TIMED, "Days from publication to the last day", kind="number"),
    _choice(
        "tense", _TIMED, get_args(Tense), "The tense it is told in, which tells last from next"
    ),
    Column("confidence", _ALL, "How sure that the article says so, 0 to 1; empty = 1", "number"),
    Column("title", _ARTICLE, "The article's headline"),
    Column("source", _ARTICLE, "Its address"),
    Column("published", _ARTICLE, "Its day of publication, as 2025-04-10", kind="day"),
    Column("publisher", _ARTICLE, "Who published it"),
    _choice("language", _ARTICLE, LANGUAGES, "Its language"),
    Column(
        "text",
        ("article", "text"),
        Said(
            "Its whole text; a row of type text carries on where a cell is too small. Without any, "
            "the store's text holds, or else the evidence is kept as the text"
        ),
    ),
    Column("article_actors", ("article",), "Who else is named in it", kind="names", many=True),
    Column("article_places", ("article",), "Which places else", kind="names", many=True),
    Column("note", _EVERY, "For yourself; not read"),
    Column("published_from", ("article",), "Where its day is known from", program=True),
    Column("encoding", ("article",), "How its bytes were read", program=True),
    _choice(
        "encoding_from", ("article",), get_args(EncodingFrom), "How its encoding is known", True
    ),
    Column("warnings", ("article",), "What was doubtful in it", many=True, program=True),
    Column("digest", ("article",), "SHA-256 of its text", program=True),
    Column("offsets", _ALL, "Where the evidence stands in the text", program=True),
    Column("trigger_at", _REDLINE, "Where the trigger stands", program=True),
    Column("nth", _ALL, "2 for a second claim of this type on the same evidence", "number"),
    Column("carried", _ALL, "yes: the speaker was found elsewhere", program=True),
    Column("cues", _ALL, "Where the words stand that made it", program=True),
    Column("extractor", _ALL, "Which program found it", program=True),
    Column("rule", _ALL, "By which rule", program=True),
    Column(
        "seal",
        _ALL,
        "Tells whether the row is as it was exported; a row that was changed is by hand",
        program=True,
    ),
)
BY_NAME: Mapping[str, Column] = {column.name: column for column in COLUMNS}


def word_among(allowed: Iterable[W], cell: str | None) -> W | None:
    """Return the one of the words allowed that a cell is, None when it is none of them."""
    return next((word for word in allowed if word == cell), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """A row: its number as its program counts, and the cells that are not empty."""

    number: int
    cells: Mapping[str, str]

    def get(self, column: str) -> str:
        """Return a cell, "" when it is empty."""
        return self.cells.get(column, "")

    def choice(self, column: str, allowed: Iterable[W]) -> W | None:
        """Return a cell as one of the words allowed there, None when it is none of them."""
        return word_among(allowed, self.get(column))

    def list(self, column: str) -> tuple[str, ...]:
        """Return the parts of a cell that holds several."""
        return split_list(self.get(column))

    @property
    def kind(self) -> str:
        """The type of the row."""
        return self.get("type")


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """What is wrong, and where; row 0 = the sheet as a whole, column "" = the row as a whole."""

    row: int
    column: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A claim sheet. `letters` tells the column letter of a name, where its program has letters.

    `mistakes` are those of single cells; such cells, and rows of no known type, are not in `rows`.
    """

    name: str
    rows: tuple[SheetRow, ...]
    letters: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    mistakes: tuple[Mistake, ...] = ()


def split_list(cell: str) -> tuple[str, ...]:
    r"""Return the parts between semicolons or line ends; "\;" is a semicolon within a part."""
    parts = (re.sub(r"\\([\\;؛])", r"\1", p.strip()) for p in _SEPARATOR.split(cell))
    return tuple(p for p in parts if p)


def join_list(parts: Iterable[str]) -> str:
    """Return the cell that `split_list` reads as these parts."""
    return "; ".join(re.sub(r"([\\;؛])", r"\\\1", p) for p in parts)


def seal_of(cells: Mapping[str, str]) -> str:
    """Return a short digest of what a row says."""
    said = sorted((k, v) for k, v in cells.items() if v and k not in _UNSEALED)
    return short_hash(*(part for pair in said for part in pair))
