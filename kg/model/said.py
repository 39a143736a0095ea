"""Sentences that can be said in other languages: an English text with places, and what goes there.

A `Said` is its English sentence, so that whatever takes a text takes it; who speaks to a reader of
another language translates `text` and puts `values` in, those that are `Said` translated as well.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

_PLACE = re.compile(r"%\\\((\w+)\\\)s|%%")


class Said(str):
    """A sentence. `text` has %(name)s places and doubled percent signs; `values` are by name."""

    __slots__ = ("text", "values")
    text: str
    values: Mapping[str, object]

    def __new__(cls, text: str, **values: object) -> "Said":
        """Put the values in. Raises KeyError for a place without a value."""
        made = super().__new__(cls, text % values)
        made.text = text
        made.values = values
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel to another process with all that it is made of."""
        return _said, (self.text, dict(self.values))


def excerpt(words: str, most: int = 60) -> str:
    """Return the beginning of some words for a message; what cannot be seen stands as an escape."""
    return repr(words[:most])[1:-1]


def said_to_plain(sentence: str) -> Any:
    """Return a sentence as strings, numbers and one kind of object, for other processes."""
    if not isinstance(sentence, Said):
        return str(sentence)
    values = {n: said_to_plain(v) if isinstance(v, str) else v for n, v in sentence.values.items()}
    return {"text": sentence.text, "values": values}


def said_from_plain(document: Any) -> Any:
    """Return what `said_to_plain` wrote."""
    if not isinstance(document, dict):
        return document
    values = {name: said_from_plain(value) for name, value in document["values"].items()}
    return Said(document["text"], **values)


def read_said(sentence: str, texts: Iterable[str]) -> Said | None:
    """Return a sentence that was made of one of these texts as it was made; None for another."""
    for text in texts:
        pattern = _PLACE.sub(_group, re.escape(text))
        if match := re.fullmatch(pattern, sentence, re.DOTALL):
            return Said(text, **match.groupdict())
    return None


def _group(match: re.Match[str]) -> str:
    return f"(?P<{match[1]}>.+?)" if match[1] else "%"


def _said(text: str, values: dict[str, object]) -> Said:
    return Said(text, **values)
