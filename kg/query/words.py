"""The language of a reader: texts, days and lists in it; names kept apart from the text around.

In:  English texts (`kg.query.messages`). Out: `Words`, given by whoever shows a view; `ENGLISH`.
A composed text is a tuple of `Part`s, so that a page can mark up each name in its own language and
direction; as plain text each inserted part stands between U+2068 and U+2069.
Source: Unicode Standard Annex 9 (isolates).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from kg.model.day import Day
from kg.query.messages import AND, COMMA, ONE, OR
from kg.vocabulary import RIGHT_TO_LEFT, Precision

PartRole = Literal["text", "name", "words", "day"]

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
# Direction marks of a foreign text would break out of the isolates around it.
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# No text or translation holds these; they mark where a part goes.
_OPEN, _CLOSE = "\ue000", "\ue001"
_PLACE = re.compile(f"{_OPEN}([a-z0-9]+){_CLOSE}")
# Hebrew writes "and", "in", "from" onto the next word; a maqaf parts them from foreign letters.
_HEBREW_PREFIX = re.compile(r"(?:^|[\s(])[\u05d5\u05d1\u05db\u05dc\u05de\u05e9]$")
_HEBREW = re.compile("[\u05d0-\u05ea]")
_MAQAF = "\u05be"


class Words(Protocol):
    """A reader's language. `language` is a tag such as "ar"."""

    @property
    def language(self) -> str:
        """The tag of the language."""
        ...

    def gettext(self, text: str, **values: object) -> str:
        """Translate an English text and put the values in; `n` chooses the plural form."""
        ...

    def format_day(self, day: Day, precision: Precision = "day") -> str:
        """Return a day ("9 April 2025"), a month ("April 2025") or a year in words."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of a composed text.

    role: text (the reader's language), name (of an actor or place), words (of an article), day.
    `iri` is what a name names; `language` is that of the piece.
    """

    text: str
    role: PartRole
    language: str
    iri: str | None = None


Parts = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class _English:
    language: str = "en"

    def gettext(self, text: str, **values: object) -> str:
        chosen = ONE.get(text, text) if values.get("n") == 1 else text
        return chosen % values if values else chosen

    def format_day(self, day: Day, precision: Precision = "day") -> str:
        if precision == "year":
            return _year(day.year)
        month = f"{_MONTHS[day.month - 1]} {_year(day.year)}"
        return month if precision == "month" else f"{day.day} {month}"


ENGLISH: Words = _English()


def compose(words: Words, text: str, **values: Part | Parts | int) -> Parts:
    """Translate `text` and put parts in its places; numbers become text."""
    numbers = {k: v for k, v in values.items() if isinstance(v, int)}
    parts = {k: (v,) if isinstance(v, Part) else v for k, v in values.items() if k not in numbers}
    marked = {name: f"{_OPEN}{name}{_CLOSE}" for name in parts}
    return _fill(words.gettext(text, **marked, **numbers), parts, words.language)  # type: ignore[arg-type] # ints were sorted out


def join(words: Words, items: Sequence[Parts], last_by: str = AND) -> Parts:
    """Return "A, B and C"; () for nothing."""
    if len(items) < 2:
        return items[0] if items else ()
    *others, last = items
    return compose(words, last_by, first=enumerate_parts(words, others), last=last)


def either(words: Words, texts: Sequence[str]) -> str:
    """Return "A, B or C", each isolated; one text as it is."""
    if len(texts) < 2:
        return "".join(texts)
    items = [(Part(text=text, role="name", language=words.language),) for text in texts]
    return plain(join(words, items, OR))


def enumerate_parts(words: Words, items: Sequence[Parts]) -> Parts:
    """Return "A, B, C"; () for nothing."""
    if not items:
        return ()
    listed = items[-1]
    for item in reversed(items[:-1]):
        listed = compose(words, COMMA, first=item, rest=listed)
    return listed


def plain(parts: Parts) -> str:
    """Return the text, each inserted part isolated from the direction of what stands around it."""
    return "".join(p.text if p.role == "text" else isolate(p.text) for p in parts)


def plain_sparingly(parts: Parts, language: str) -> str:
    """Return the text for a reader of `language`, only those parts isolated that run the other way.

    For files whose readers may show the signs of isolation.
    """
    back = language in RIGHT_TO_LEFT
    return "".join(
        p.text
        if p.role == "text"
        else (isolate(p.text) if (p.language in RIGHT_TO_LEFT) != back else clean(p.text))
        for p in parts
    )


def bare(parts: Parts) -> str:
    """Return the text without isolates, for files and terminals."""
    return "".join(p.text for p in parts)


def clean(text: str) -> str:
    """Return foreign text on one line and without direction marks of its own."""
    return " ".join(_DIRECTION.sub("", text).replace(_OPEN, "").replace(_CLOSE, "").split())


def isolate(text: str) -> str:
    """Put text between U+2068 (first strong isolate) and U+2069."""
    return f"\u2068{clean(text)}\u2069"


def text_part(words: Words, text: str, **values: object) -> Part:
    """Return a translated text as one part."""
    return Part(text=words.gettext(text, **values), role="text", language=words.language)


def day_part(words: Words, day: Day, precision: Precision = "day") -> Part:
    """Return a day in the reader's language."""
    text = words.format_day(day, precision)
    return Part(text=text, role="day", language=words.language)


def _fill(text: str, parts: dict[str, Parts], language: str) -> Parts:
    filled: list[Part] = []
    pieces = _PLACE.split(text)
    for position, piece in enumerate(pieces):
        if position % 2:
            filled += parts[piece]
        elif piece:
            following = parts[pieces[position + 1]] if position + 1 < len(pieces) else ()
            joined = piece + _joint(piece, following) if language == "he" else piece
            filled.append(Part(text=joined, role="text", language=language))
    return tuple(filled)


def _joint(text: str, following: Parts) -> str:
    """Return the maqaf that a Hebrew prefix needs before what follows, else nothing."""
    if not following or not _HEBREW_PREFIX.search(text):
        return ""
    first = next((letter for letter in following[0].text if letter.isalnum()), "")
    return "" if _HEBREW.match(first) else _MAQAF


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BCE"
