"""Cut a text into units: lines, or blocks of lines that were wrapped to a width.

In:  the stored text. Out: units in order, without the blanks around them.
Every line end that Python and Unicode know counts. News pasted from a page has one paragraph a
line; a block in which no line could have taken the next line's first word was wrapped by a
program, and its sentences run across the line ends.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg.extract.tokens import INVISIBLE_CHARACTERS

_LEAST_WRAPPED = 3  # lines; two alike lines may be a repeated title
_WRAP_WIDTHS = range(40, 121)


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of the text, blank neither at its start nor at its end."""

    start: int
    end: int
    text: str


def find_units(text: str) -> tuple[Unit, ...]:
    """Return the units of a text; none for a text of blanks."""
    units: list[Unit] = []
    for block in _blocks(text):
        if _is_wrapped(block):
            start, end = block[0].start, block[-1].end
            units.append(Unit(start, end, text[start:end]))
        else:
            units += block
    return tuple(units)


def _blocks(text: str) -> Iterator[list[Unit]]:
    block: list[Unit] = []
    position = 0
    for line in text.splitlines(keepends=True):
        start, end = _trim(line)
        if start < end:
            block.append(Unit(position + start, position + end, line[start:end]))
        elif block:
            yield block
            block = []
        position += len(line)
    if block:
        yield block


def _trim(line: str) -> tuple[int, int]:
    start, end = 0, len(line)
    while start < end and (line[start].isspace() or line[start] in INVISIBLE_CHARACTERS):
        start += 1
    while start < end and (line[end - 1].isspace() or line[end - 1] in INVISIBLE_CHARACTERS):
        end -= 1
    return start, end


def _is_wrapped(block: list[Unit]) -> bool:
    if len(block) < _LEAST_WRAPPED or len({u.text for u in block}) < len(block):
        return False
    width = max(len(unit.text) for unit in block)
    if width not in _WRAP_WIDTHS:
        return False
    return all(
        len(line.text) + 1 + len(after.text.split(maxsplit=1)[0]) > width
        for line, after in pairwise(block)
    )
