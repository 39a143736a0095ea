"""`claimline export`: the graph or its claims as a file."""

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, get_args
from urllib.parse import urlencode, urlsplit

import click

from kg.cli.files import write_out
from kg.cli.options import open_store, store_option
from kg.cli.output import say
from kg.store.base import DumpFormat, GraphStore

if TYPE_CHECKING:
    from kg.query.filters import Filter
    from kg.query.indexed import Export

_FILTERS = (
    *("from", "to", "actor", "place", "kind", "act", "source", "lang", "certainty", "role"),
    *("commitment", "disputed", "maybe_same", "unnamed", "pair", "q"),
)
_ONCE = ("from", "to", "disputed", "maybe_same", "unnamed", "q")
_GRAPHS = get_args(DumpFormat)
_REFERENCES = ("ris", "bibtex", "csl-json")
_FORMS = (*_GRAPHS, "csv", "json", "sheet", "network-html", "ics", "atom", *_REFERENCES)


@click.command("export")
@store_option
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMS),
    default="turtle",
)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file.")
@click.option("--with-text", is_flag=True, help="The articles' texts too (not in Turtle).")
@click.option("--bom", is_flag=True, help="CSV that Excel knows as UTF-8.")
@click.option("--site", metavar="URL", help="The explorer to which ics and atom lead back.")
@click.option(
    "-f",
    "--filter",
    "given",
    multiple=True,
    metavar="KEY=VALUE",
    help=f"Only claims that fit; one key again: any of its values. Keys: {', '.join(_FILTERS)}.",
)
def command(
    store_path: str,
    form: str,
    output: Path | None,
    with_text: bool,
    bom: bool,
    site: str | None,
    given: tuple[str, ...],
) -> None:
    """Write the graph (turtle: the merged one; trig, nquads, jsonld: every graph) or its claims.

    network-html is the network as one page that opens offline; ics the dated events as a calendar;
    atom every claim that fits as a feed, those recorded last first; ris, bibtex and csl-json the
    articles with claims that fit, as references for a bibliography.

    A sheet is CSV, or with -o XLSX or JSON as the name ends; `claimline add` makes the same claims
    of it, in another store only if it was written --with-text.
    """
    with open_store(store_path) as store:
        if form == "sheet":
            write_sheet(store, _pairs(given), output, with_text=with_text)
        else:
            extras = Extras(with_text=with_text, bom=bom, site=_address(site))
            write_out(export_chunks(store, form, _pairs(given), extras), output)
    if output is not None:
        say(f"Wrote {output}.", error=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extras:
    """What some formats take: texts, a byte order mark, the address of an explorer."""

    with_text: bool = False
    bom: bool = False
    site: str | None = None


def export_chunks(
    store: GraphStore, form: str, filters: dict[str, list[str]], extras: Extras
) -> Iterator[bytes]:
    """Return the export piece by piece. Raises QueryError for a filter that does not fit."""
    from kg.query.filters import Filter

    chosen = Filter.parse(filters)
    if form in _GRAPHS:
        claims = _claims(store, chosen) if filters else None
        return store.dump(form, with_text=extras.with_text, claims=claims)  # type: ignore[arg-type] # click checked it
    if form == "network-html":
        return _network(store, chosen)
    return _told(store, _writer(form, store.base, filters, extras), chosen)


def _writer(form: str, base: str, filters: dict[str, list[str]], extras: Extras) -> "Export":
    from kg.export.atom import feed_chunks
    from kg.export.calendar import calendar_chunks
    from kg.export.references import reference_chunks
    from kg.export.site import Site
    from kg.export.table import csv_chunks, json_chunks
    from kg.query.words import ENGLISH

    notes = _notes(filters)
    query = f"?{urlencode(filters, doseq=True)}" if filters else ""
    address = {"ics": "/export.ics", "atom": "/feed.atom"}.get(form)
    site = Site(address=extras.site, here=f"{extras.site}{address}{query}") if extras.site else None
    match form:
        case "ris" | "bibtex" | "csl-json":
            return lambda held, fit: reference_chunks(held, fit, form)
        case "ics":
            return lambda held, fit: calendar_chunks(held, fit, ENGLISH, site=site, notes=notes)
        case "atom":
            return lambda held, fit: feed_chunks(
                held, fit, ENGLISH, base=base, site=site, notes=notes, whole=True
            )
        case "csv":
            return lambda held, fit: csv_chunks(held, fit, marked=extras.bom)
    return json_chunks


def _address(site: str | None) -> str | None:
    """Return the address without a slash at its end. Raises UsageError for what is no address."""
    if site is None:
        return None
    parts = urlsplit(site)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise click.UsageError(f"--site {site}: write it as https://claims.example.org")
    return site.rstrip("/")


def _claims(store: GraphStore, chosen: "Filter") -> frozenset[str]:
    from kg.query.indexed import IndexedStore

    indexed = IndexedStore(store)
    with contextlib.closing(indexed), indexed.library() as library:
        return library.select(chosen).claims()


def _network(store: GraphStore, chosen: "Filter") -> Iterator[bytes]:
    from kg.export.network import network_page
    from kg.query.indexed import IndexedStore
    from kg.query.network import network
    from kg.query.words import ENGLISH
    from web.offline import network_furniture

    indexed = IndexedStore(store)
    with contextlib.closing(indexed), indexed.library() as library:
        answer = network(library, chosen, ENGLISH)
    notes = _notes(chosen.to_args())
    yield network_page(answer, ENGLISH, network_furniture(), chosen=notes).encode("utf-8")


def _told(store: GraphStore, write: "Export", chosen: "Filter") -> Iterator[bytes]:
    from kg.query.indexed import IndexedStore

    indexed = IndexedStore(store)
    with contextlib.closing(indexed):
        yield from indexed.exported(write, chosen)


def write_sheet(
    store: GraphStore,
    filters: dict[str, list[str]],
    output: Path | None,
    *,
    with_text: bool = False,
) -> None:
    """Write the claims that fit as a sheet, and say which do not fit into one."""
    from kg.cli.sheets import form_of, sheet_chunks
    from kg.export.sheet import SheetRows
    from kg.query.filters import Filter

    claims = _claims(store, Filter.parse(filters)) if filters else None
    rows = SheetRows(store, claims, with_text)
    write_out(sheet_chunks(rows, form_of(output)), output)
    if rows.left_out:
        say(f"Left out {rows.left_out} claims that rest on an older text.", error=True)


def _notes(filters: Mapping[str, Sequence[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((name, " or ".join(values)) for name, values in filters.items())


def _pairs(given: tuple[str, ...]) -> dict[str, list[str]]:
    pairs: dict[str, list[str]] = {}
    for pair in given:
        key, equals, value = pair.partition("=")
        if not equals:
            raise click.UsageError(f"-f {pair}: write it as key=value, such as -f kind=meeting")
        if key not in _FILTERS:
            raise click.UsageError(f"-f {pair}: there are the filters {', '.join(_FILTERS)}.")
        if key in _ONCE and key in pairs:
            raise click.UsageError(f"-f {pair}: {key} was given already, as {pairs[key][0]}.")
        pairs.setdefault(key, []).append(value)
    return pairs
