"""The interface's languages: catalogues, choice of language, dates as words.

In:  `translations/<language>.po` (gettext; English is the source text and has no catalogue of its
     own), `ui=` of the address, the cookie, Accept-Language.
Out: `gettext` for templates and code, `words()` for the views, `dir` of the page.
"""

from dataclasses import dataclass
from importlib.resources import files

from babel.messages.pofile import read_po
from flask import Flask, Response, g, request

from .dates import format_day

COOKIE = "ui"
NAMES = {"en": "English", "ar": "العربية"}
_RIGHT_TO_LEFT = ("ar", "he")


@dataclass(frozen=True, slots=True)
class Catalogues:
    """Translations by language, then by English text."""

    texts: dict[str, dict[str, str]]

    @classmethod
    def read(cls) -> "Catalogues":
        """Read every catalogue of the package."""
        texts: dict[str, dict[str, str]] = {"en": {}}
        for language in NAMES.keys() - {"en"}:
            path = files("web").joinpath("translations", f"{language}.po")
            with path.open("rb") as file:
                catalogue = read_po(file, locale=language)
            texts[language] = {
                str(m.id): str(m.string) for m in catalogue if m.id and m.string and not m.fuzzy
            }
        return cls(texts)

    def translate(self, language: str, text: str) -> str:
        """Return the translation; the English text itself where there is none."""
        return self.texts.get(language, {}).get(text, text)


def language() -> str:
    """Return the interface language of this request: address, cookie, header, English."""
    if "ui" not in g:
        wanted = (request.args.get("ui"), request.cookies.get(COOKIE))
        chosen = next((w for w in wanted if w in NAMES), None)
        g.ui = chosen or request.accept_languages.best_match(list(NAMES)) or "en"
    return str(g.ui)


def direction() -> str:
    """Return "rtl" or "ltr" for this request's interface language."""
    return "rtl" if language() in _RIGHT_TO_LEFT else "ltr"


def gettext(text: str, **values: object) -> str:
    """Translate English `text` and put the values in place of its %(name)s."""
    from .state import state

    translated = state().catalogues.translate(language(), text)
    return translated % values if values else translated


def ui_links() -> list[dict[str, str]]:
    """Return links to this same page in each language."""
    links = []
    for code, label in NAMES.items():
        args = request.args.to_dict(flat=False) | {"ui": [code]}
        query = "&".join(f"{_quoted(k)}={_quoted(v)}" for k, vs in args.items() for v in vs)
        links.append({"lang": code, "label": label, "href": f"{request.path}?{query}"})
    return links


def register(app: Flask) -> None:
    """Give templates their words and keep the chosen language in a cookie."""
    app.jinja_env.globals.update(_=gettext, format_day=lambda day: format_day(day, language()))
    app.after_request(_remember)


def _remember(answer: Response) -> Response:
    chosen = request.args.get("ui")
    if chosen in NAMES and request.cookies.get(COOKIE) != chosen:
        answer.set_cookie(COOKIE, chosen, samesite="Lax", httponly=True, max_age=31_536_000)
    return answer


def _quoted(text: str) -> str:
    from urllib.parse import quote

    return quote(text, safe="")
