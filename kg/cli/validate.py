"""`claimline validate`: is the store as it has to be?"""

import dataclasses
import json

import click

from kg.cli.options import open_store, store_option
from kg.cli.output import say
from kg.store.sound import Finding

_MOST_SHOWN = 50


@click.command("validate")
@store_option
@click.option("--deep", is_flag=True, help="Every article, claim and passage; merged; proposals.")
@click.option("--repair", is_flag=True, help="Make the merged graph and the proposals anew.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(store_path: str, deep: bool, repair: bool, form: str) -> int:
    """Look whether the store is sound; exit 2 when it is not.

    What --repair makes anew follows from the claims and decisions; those it never changes.
    """
    with open_store(store_path) as store:
        if repair:
            store.repair()
        findings = list(store.validate(deep=deep or repair))
        revision = store.revision
    wrong = [f for f in findings if not f.warning]
    if form == "json":
        told = [dataclasses.asdict(finding) for finding in findings]
        document = {
            "store": store_path,
            "revision": revision,
            "deep": deep or repair,
            "repaired": repair,
            "sound": not wrong,
            "findings": told,
        }
        click.echo(json.dumps(document, ensure_ascii=False, indent=1))
    else:
        _show(findings, wrong, deep=deep or repair, repaired=repair)
    return 2 if wrong else 0


def _show(findings: list[Finding], wrong: list[Finding], *, deep: bool, repaired: bool) -> None:
    if repaired:
        click.echo("The merged graph and the proposals were made anew.")
    for finding in findings[:_MOST_SHOWN]:
        say(f"{'Note' if finding.warning else 'Wrong'}: {finding.message}")
    if len(findings) > _MOST_SHOWN:
        click.echo(f"… and {len(findings) - _MOST_SHOWN} more; --format json lists them all.")
    looked = "Everything was looked at" if deep else "Its outside was looked at (--deep: all of it)"
    notes = len(findings) - len(wrong)
    verdict = f"{len(wrong)} things are wrong" if wrong else "the store is sound"
    click.echo(f"{looked}: {verdict}{f', {notes} worth a look' if notes else ''}.")
