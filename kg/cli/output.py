"""Tables on a terminal, in any script.

Columns are padded by display width (Arabic letters join but keep one cell each; combining marks
take none), and every cell is isolated in its own direction, so that an Arabic title does not turn
the row around.
"""

import unicodedata
from collections.abc import Sequence

import click

_ISOLATE, _END = "\u2068", "\u2069"


def say(text: str, *, error: bool = False) -> None:
    """Print a line whose words may be an article's or a file's name, made harmless."""
    click.echo(printable(text), err=error)


def printable(text: str) -> str:
    """Return one line without control characters: hostile text must not steer a terminal."""
    line = " ".join(text.split())
    return "".join(c for c in line if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co"))


def echo_table(columns: Sequence[str], rows: Sequence[Sequence[str]], *, wrap: int = 48) -> None:
    """Print rows under their headings; cells longer than `wrap` cells are cut with an ellipsis."""
    cells = [[_clean(c, wrap) for c in row] for row in rows]
    widths = [
        max([_width(heading), *(_width(row[i]) for row in cells)])
        for i, heading in enumerate(columns)
    ]
    click.echo("  ".join(_pad(h, w) for h, w in zip(columns, widths, strict=True)).rstrip())
    click.echo("  ".join("-" * w for w in widths))
    for row in cells:
        click.echo("  ".join(_pad(c, w) for c, w in zip(row, widths, strict=True)).rstrip())


def _clean(text: str, limit: int) -> str:
    """Return one printable line of at most `limit` cells."""
    line = printable(text)
    return line if _width(line) <= limit else line[: limit - 1].rstrip() + "…"


def _width(text: str) -> int:
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(unicodedata.combining(c) > 0 for c in text)


def _pad(text: str, width: int) -> str:
    right_to_left = any(unicodedata.bidirectional(c) in ("R", "AL") for c in text)
    shown = f"{_ISOLATE}{text}{_END}" if right_to_left else text
    return shown + " " * (width - _width(text))
