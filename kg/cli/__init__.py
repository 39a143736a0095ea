"""The command line: `claimline COMMAND`.

In: arguments. Out: text on standard output, messages on standard error, an exit code: 0; 1 a bug
of ours (a traceback); 2 the input; 3 the surroundings (locked store, port, disk); 130 interrupted.
Each command is a module of its own and is imported when it runs, so that `--help` loads nothing
heavy.
"""

import difflib
import importlib
import os
import sys
from collections.abc import Sequence

import click

from kg import __version__
from kg.errors import KgError

_COMMANDS = {
    "add": "Add articles to the store.",
    "articles": "List the articles of the store.",
    "backup": "Copy the whole store, while others use it.",
    "demo": "Open the explorer on sample articles.",
    "doctor": "Look what is wrong with an installation or a store.",
    "explain": "Show why a claim was made, stage by stage.",
    "export": "Write the graph or its claims to a file.",
    "extract": "Show what is found in articles, storing nothing.",
    "follow": "Take in what is new in feeds, again and again.",
    "load": "Load RDF: dumps as claims, the rest beside them.",
    "merge": "Decide that two events are one, or undo it.",
    "query": "Ask a named question or your own SPARQL.",
    "remove": "Withdraw an article, or erase it.",
    "restore": "Make a store of a backup.",
    "serve": "Serve the explorer and the SPARQL endpoint.",
    "sheet": "Write an empty claim sheet to fill in.",
    "validate": "Look whether the store is sound.",
}


class _LateGroup(click.Group):
    """Commands known by name; their modules are imported when one is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"kg.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        near = difflib.get_close_matches(args[0], _COMMANDS, n=1)
        if args[0] not in _COMMANDS and near and not args[0].startswith("-"):
            ctx.fail(f"There is no command {args[0]!r}. Did you mean {near[0]!r}?")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(sorted(_COMMANDS.items()))


@click.group(cls=_LateGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="claimline")
def group() -> None:
    """Who said, met and warned what, to whom, when and where, by which sentence."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and leave the program with its exit code."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return its exit code. A bug of ours goes through as a traceback."""
    from kg.cli.output import say

    try:
        return _invoke(list(sys.argv[1:] if arguments is None else arguments))
    except (click.exceptions.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        return 130
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except KgError as error:
        say(f"Error: {error}", error=True)
        return error.exit_code
    except BrokenPipeError:
        # The reader (head, less) had enough: no fault of anybody's.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - until exit
        return 0


def _invoke(arguments: list[str]) -> int:
    """Run a command. Not through click's own `main`, which turns a broken pipe into a failure."""
    with group.make_context("claimline", arguments) as context:
        result = group.invoke(context)
    sys.stdout.flush()
    return result if isinstance(result, int) else 0
