"""`claimline sheet --template`: an empty claim sheet to fill in."""

from pathlib import Path

import click

from kg.cli.files import write_out
from kg.cli.output import say
from kg.cli.sheets import Form, form_of, sheet_chunks


@click.command("sheet")
@click.option("--template", is_flag=True, required=True, help="Write an empty sheet.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "xlsx", "json"]),
    help="As -o ends, else csv.",
)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file.")
def command(template: bool, form: Form | None, output: Path | None) -> None:
    """Write a sheet for claims made by hand, with what its columns hold and an example of each.

    Fill it in a spreadsheet or an editor and store it with `claimline add FILE`.
    """
    from kg.export.sheet_template import explanations, template_rows

    if output is not None and output.exists():
        raise click.UsageError(f"{output} is there already. Name another file.")
    chosen = form or form_of(output)
    write_out(sheet_chunks(template_rows(), chosen, explanations()), output)
    if output is not None:
        say(f"Wrote {output}.", error=True)
