"""`claimline add SOURCE…`: articles into the store."""

import dataclasses
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

import click

from kg.cli.extract import exit_code, show_claims
from kg.cli.options import (
    article_options,
    base_option,
    chosen,
    extractor_options,
    now,
    open_store,
    store_option,
)
from kg.cli.output import say
from kg.cli.progress import Progress
from kg.cli.sheets import extract_sheets, parted, show_mistakes, take_in_sheets
from kg.cli.sources import Given, extract_sources, list_sources
from kg.errors import KgError, ReadError
from kg.model.extraction import Extraction
from kg.pipeline.crew import Alone, Crew, Processes, Task
from kg.pipeline.extractors import JOB_SECONDS, Choice
from kg.pipeline.reading import Job
from kg.read.source import FEED_SUFFIXES, STANDARD_INPUT, is_address
from kg.vocabulary import DEFAULT_BASE

_MOST_WORKERS = 256
_SCHEDULER = re.compile(r"dask://\S+:\d{1,5}")


class WorkersParam(click.ParamType["int | str"]):
    """A number of processes, or the address of a dask scheduler."""

    name = "workers"

    def convert(
        self, value: str | int, param: click.Parameter | None, ctx: click.Context | None
    ) -> int | str:
        """Return the number, or the scheduler's address as dask writes it."""
        text = str(value)
        if _SCHEDULER.fullmatch(text):
            return text.replace("dask://", "tcp://", 1)
        if not (text.isdecimal() and 1 <= int(text) <= _MOST_WORKERS):
            self.fail(
                f"{text!r} is neither a number of processes (1 to {_MOST_WORKERS}) nor the address "
                "of a dask scheduler, such as dask://127.0.0.1:8786.",
                param,
                ctx,
            )
        return int(text)


@click.command("add")
@click.argument("sources", nargs=-1, required=True)
@store_option
@base_option
@article_options
@extractor_options
@click.option("--check", is_flag=True, help="Show what would be found; store nothing.")
@click.option("--content", is_flag=True, help="Take a feed's own texts, where it has them.")
@click.option(
    "--workers",
    type=WorkersParam(),
    default="1",
    show_default=True,
    metavar="N|dask://HOST:PORT",
    help="Processes that read and extract, or a dask cluster that does.",
)
def command(
    sources: tuple[str, ...],
    store_path: str,
    base: str | None,
    check: bool,
    content: bool,
    workers: int | str,
    extractor: str | None,
    no_cache: bool,
    **given: object,
) -> int:
    """Add SOURCE… (files, a folder, web addresses, feeds, or - for standard input) to the store.

    The same text again changes nothing; a changed text of the same source replaces it.
    What cannot be read is reported and the rest lands (exit 2). After an interruption the same
    command goes on where it stood.
    """
    sources, sheets = parted(sources)
    if sheets:
        _refuse_facts(given)
    if extractor == "llm" and isinstance(workers, str):
        raise click.UsageError(
            "--extractor llm works with processes here, not over dask: the key does not travel to "
            "other machines."
        )
    choice = chosen(extractor, no_cache=no_cache)
    if check:
        failed = _check(sources, Given.of(given), base or DEFAULT_BASE, choice) if sources else 0
        return max(failed, _check_sheets(sheets, Given.of(given), base or DEFAULT_BASE))
    from kg.pipeline.intake import take_in

    listed = list_sources(sources, Given.of(given))
    with ExitStack() as stack:
        store = stack.enter_context(open_store(store_path, base=base, create=True))
        crew = stack.enter_context(crew_of(workers, store.base, seconds=choice.seconds))
        progress = stack.enter_context(Progress(listed.count + len(sheets)))
        jobs = _chosen(_jobs(listed, Given.of(given), content=content), choice)
        for landed in take_in(jobs, store, crew, now=now, anew=choice.name is not None):
            progress.note(landed)
        # Sheets come last: they add to articles that may have come just now.
        for landed in take_in_sheets(sheets, store, encoding=Given.of(given).encoding):
            progress.note(landed)
    return progress.summary()


@contextmanager
def crew_of(workers: int | str, base: str, *, seconds: float = JOB_SECONDS) -> Iterator[Crew]:
    """Open those who read and extract, each job in `seconds`.

    Raises SurroundingsError where a cluster is out of reach.
    """
    if isinstance(workers, str):
        from kg.pipeline.cluster import Cluster

        with Cluster(workers, base) as cluster:
            yield cluster
    elif workers > 1:
        with Processes(base, workers, job_seconds=seconds) as processes:
            yield processes
    else:
        yield Alone(base)


def _jobs(listed: Iterable[str | ReadError], given: Given, *, content: bool) -> Iterator[Task]:
    """Yield what there is to do. Standard input and the net are read here, in this process."""
    net = None
    for one in listed:
        if isinstance(one, ReadError):
            yield one
        elif one == STANDARD_INPUT:
            yield _standard_input(given)
        elif is_address(one) or Path(one).suffix.lower() in FEED_SUFFIXES:
            from kg.pipeline.addresses import Net  # the net's modules are slow to load

            net = net or Net(given, content=content)
            yield from net.jobs(one) if is_address(one) else net.saved(one)
        else:
            yield Job(name=one, given=given)


def _chosen(jobs: Iterable[Task], choice: Choice) -> Iterator[Task]:
    for job in jobs:
        yield dataclasses.replace(job, choice=choice) if isinstance(job, Job) else job


def _standard_input(given: Given) -> Task:
    job = Job(name=STANDARD_INPUT, given=given)
    try:
        return dataclasses.replace(job, source=job.read(sys.stdin.buffer))
    except ReadError as error:
        return error


def _refuse_facts(given: Mapping[str, object]) -> None:
    """Raise UsageError for what the flags say of articles: a sheet says it in its columns."""
    told = [n for n in ("published", "language", "publisher", "title", "identifier") if given[n]]
    if told:
        raise click.UsageError(
            "--published, --lang, --publisher, --title and --id are columns of a claim sheet; "
            "write them there."
        )


def _check_sheets(names: Iterable[str], given: Given, base: str) -> int:
    failures = 0
    for outcome in extract_sheets(names, base=base, encoding=given.encoding):
        if isinstance(outcome, Extraction):
            for warning in outcome.warnings:
                say(f"Warning: {warning}", error=True)
            show_claims(outcome)
        else:
            failures += 1
            show_mistakes(outcome)
    return 2 if failures else 0


def _check(sources: tuple[str, ...], given: Given, base: str, choice: Choice) -> int:
    failed: list[KgError] = []
    stdin = sys.stdin.buffer
    for outcome in extract_sources(sources, given, base=base, stdin=stdin, choice=choice):
        if isinstance(outcome, Extraction):
            for warning in outcome.warnings:
                say(f"Warning: {warning}", error=True)
            show_claims(outcome)
        else:
            failed.append(outcome)
            say(f"Error: {outcome}", error=True)
    return exit_code(failed)
