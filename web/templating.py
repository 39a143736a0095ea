"""What every template may use besides its own context.

`static_url(path)`, `format_day(day)`, `language_name(code)`, `outward(address)`, `csrf_token()`,
`signed_in`, and what `i18n` gives: `_`, `ui`, `dir`, `ui_links`.
"""

from babel import Locale, UnknownLocaleError
from flask import Flask

from kg.model.day import Day

from .dates import format_day
from .gate import csrf_token, signed_in
from .i18n import language
from .links import outward
from .state import state


def register(app: Flask) -> None:
    """Give the templates their functions and values."""
    app.jinja_env.globals.update(
        csrf_token=csrf_token,
        format_day=_day,
        language_name=language_name,
        outward=outward,
        static_url=static_url,
    )
    app.context_processor(lambda: {"signed_in": signed_in()})


def static_url(path: str) -> str:
    """Return the address of a static file."""
    return state().assets.url(path)


def language_name(code: str) -> str:
    """Return the name of a language in the interface's language; the code where none is known."""
    try:
        return Locale.parse(code).get_language_name(language()) or code
    except (UnknownLocaleError, ValueError):
        return code


def _day(day: Day | str | None) -> str:
    return format_day(day, language())
