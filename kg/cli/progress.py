"""What the user sees while many sources come in: a bar, errors as they come, a table at the end."""

import sys
import time
from collections import Counter
from types import TracebackType
from typing import TYPE_CHECKING, Self

import click

from kg.cli.output import echo_table, printable, say
from kg.cli.sheets import lines_of
from kg.pipeline.intake import Landed

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

_MOST_ROWS = 200  # of the table; a folder of thousands is told by its counts
_COLUMNS = ("source", "outcome", "added", "kept", "withdrawn", "article")


class Progress:
    """Counts what landed. On a terminal a bar with rate and time left stands below the messages."""

    def __init__(self, count: int) -> None:
        """`count` is how many sources there are."""
        self._bar: ProgressBar[None] = click.progressbar(
            length=count,
            label="Reading",
            file=sys.stderr,
            show_pos=True,
            show_eta=True,
            item_show_func=lambda _: self._rate(),
            hidden=count < 2 or not sys.stderr.isatty(),
        )
        self._rows: list[tuple[str, ...]] = []
        self._outcomes: Counter[str] = Counter()
        self._failed = 0
        self._code = 0
        self._begun = time.monotonic()

    def __enter__(self) -> Self:
        """Draw the bar."""
        self._bar.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave the bar as it stands; say how far it came where it was interrupted."""
        self._bar.__exit__(kind, error, trace)
        if kind is not None and self._done:
            click.echo(
                f"{self._done} of {self._bar.length} sources were read, and what landed stays. The "
                "same command goes on from there.",
                err=True,
            )

    @property
    def _done(self) -> int:
        return self._failed + self._outcomes.total()

    def note(self, landed: Landed) -> None:
        """Show what became of one source."""
        for warning in landed.warnings:
            self._say(f"Warning: {warning}")
        if landed.error is not None:
            self._failed += 1
            self._code = min(self._code or landed.error.exit_code, landed.error.exit_code)
            said, *more = lines_of(landed.error)
            named = landed.name in said or not landed.name
            self._say(f"Error: {said}" if named else f"Error: {landed.name}: {said}")
            for line in more:
                self._say(line)
        elif landed.put is not None:
            put = landed.put
            self._outcomes[put.outcome] += 1
            if len(self._rows) < _MOST_ROWS:
                counts = (put.added, put.kept, put.withdrawn)
                row = (landed.name, put.outcome, *map(str, counts), put.article)
                self._rows.append(row)
        self._bar.length = max(self._bar.length or 0, self._done)  # a feed is one source, and many
        self._bar.update(1)

    def summary(self) -> int:
        """Print what landed; return the exit code: 3 where trying again may help all failures."""
        if self._rows:
            echo_table(_COLUMNS, self._rows)
        left = self._outcomes.total() - len(self._rows)
        if left:
            click.echo(f"and {left} more, see `claimline articles`.")
        said = ", ".join(f"{n} {word}" for word, n in sorted(self._outcomes.items()))
        click.echo(f"{said or 'nothing added'}; {self._failed} failed.", err=True)
        return self._code

    def _say(self, text: str) -> None:
        if not self._bar.hidden:
            click.echo("\r\033[K", nl=False, err=True)  # the bar is drawn again below
        say(text, error=True)

    def _rate(self) -> str:
        seconds = max(time.monotonic() - self._begun, 1e-6)
        return printable(f"{self._done / seconds:.1f}/s")
