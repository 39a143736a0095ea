"""What every template may use besides its own context.

Functions: `static_url(path)`, `format_day(day)`, `language_name(code)`, `outward(address)`,
`find_page(iri)`, `address_of(name=value)`, `kept(*names)`, `unfiltered()`, `typed()`,
`export_address(ending)`, `sheet_address(ending)`, `feed_address()`, `modules_url(*names)`,
`sheets_url(*names)`, `anchor(claim)`, `note_anchor(claim)`, `part_anchor(part)`, `csrf_token()`,
and `_` for texts. Filters: `local` (last part of an IRI), `figure` (a whole number as the reader
writes it), `isolated` (a name in a text without markup). Values: `signed_in`, those of `i18n`.
"""

import threading

from babel import Locale, UnknownLocaleError
from flask import Flask, request

from kg.model.day import Day
from kg.model.iri import local_name
from kg.query.words import isolate

from .chosen import export_address, feed_address, sheet_address, unfiltered
from .gate import csrf_token
from .i18n import language, words
from .links import address_of, anchor, find_page, kept, note_anchor, outward, part_anchor
from .state import state


def register(app: Flask) -> None:
    """Give the templates their functions and values."""
    app.jinja_env.filters["local"] = local_name
    app.jinja_env.filters["isolated"] = isolate
    app.jinja_env.globals.update(
        address_of=address_of,
        anchor=anchor,
        export_address=export_address,
        feed_address=feed_address,
        find_page=find_page,
        kept=kept,
        note_anchor=note_anchor,
        part_anchor=part_anchor,
        csrf_token=csrf_token,
        format_day=_day,
        language_name=language_name,
        modules_url=modules_url,
        outward=outward,
        sheet_address=sheet_address,
        sheets_url=sheets_url,
        static_url=static_url,
        typed=lambda: request.args.get("q", ""),
        unfiltered=unfiltered,
    )
    app.context_processor(lambda: {"signed_in": state().gate.signed_in()})


def compile_ahead(app: Flask) -> None:
    """Compile the templates beside: the first reader would wait most of his time for that."""

    def compile_all() -> None:
        for name in app.jinja_env.list_templates():
            app.jinja_env.get_template(name)

    threading.Thread(target=compile_all, daemon=True).start()


def static_url(path: str) -> str:
    """Return the address of a static file."""
    return state().assets.url(path)


def modules_url(*names: str) -> str:
    """Return the address of a page's JavaScript modules in one file."""
    return state().assets.modules_url(*names)


def sheets_url(*names: str) -> str:
    """Return the address of a page's style sheets in one file."""
    return state().assets.sheets_url(*names)


def language_name(code: str) -> str:
    """Return the name of a language in the interface's language; the code where none is known."""
    try:
        return Locale.parse(code).get_language_name(language()) or code
    except (UnknownLocaleError, ValueError):
        return code


def _day(day: Day | str) -> str:
    return words().format_day(Day.parse(day) if isinstance(day, str) else day)
