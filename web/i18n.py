"""The interface's language in a request: which one, its texts, its direction, its links.

In:  `ui=` of the address, then the cookie, then Accept-Language; `months=` and its cookie likewise;
     the catalogues.
Out: `words()` for the views, `gettext` for templates and code, `language()`, `direction()`.
A text that counts something is given its number as `n`; the catalogue holds a form for each plural
category of its language.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Flask, Response, g, request

from kg.model.day import Day
from kg.vocabulary import Precision

from .catalogue import NAMES, Catalogue
from .dates import format_day
from .state import state

# How days are written, by language; the first is the rule, the others may be asked for.
LOCALES = {"en": ("en-GB",), "ar": ("ar-SY", "ar")}
_RIGHT_TO_LEFT = ("ar", "he")
_KEEP_S = 365 * 24 * 3600


def language() -> str:
    """Return the interface language of this request: address, cookie, header, English."""
    if "ui" not in g:
        # "ar-LB" asks for Arabic: what counts is the language before the dash, by its weight.
        accepted = (tag.partition("-")[0].lower() for tag in request.accept_languages.values())
        wanted = (request.args.get("ui"), request.cookies.get("ui"), *accepted)
        g.ui = next((tag for tag in wanted if tag in NAMES), "en")
    return str(g.ui)


def locale() -> str:
    """Return how this request writes days: `months` of the address or cookie, else the rule."""
    offered = LOCALES[language()]
    wanted = (request.args.get("months"), request.cookies.get("months"))
    return next((tag for tag in wanted if tag in offered), offered[0])


def direction() -> str:
    """Return "rtl" or "ltr" for this request's interface language."""
    return "rtl" if language() in _RIGHT_TO_LEFT else "ltr"


@dataclass(frozen=True, slots=True)
class InterfaceWords:
    """The words of one language, as `kg.query.words.Words` asks for them."""

    catalogue: Catalogue
    locale: str

    @property
    def language(self) -> str:
        """The tag of the language."""
        return self.catalogue.language

    def gettext(self, text: str, **values: object) -> str:
        """Return English `text` in this language, the values in place of its %(name)s."""
        translated = self.catalogue.translate(text, values.get("n"))
        return translated % values if values else translated

    def format_day(self, day: Day, precision: Precision = "day") -> str:
        """Return a day, a month or a year in words."""
        return format_day(day, self.locale, precision)


def words() -> InterfaceWords:
    """Return the words of this request's language."""
    return InterfaceWords(state().catalogues[language()], locale())


def gettext(text: str, **values: object) -> str:
    """Return English `text` in this request's language, the values in place of its %(name)s."""
    return words().gettext(text, **values)


def ui_links() -> list[dict[str, str]]:
    """Return links to this same page in each language."""
    links = []
    for code, label in NAMES.items():
        args = request.args.to_dict(flat=False) | {"ui": [code]}
        links.append(
            {"lang": code, "label": label, "href": f"{request.path}?{urlencode(args, doseq=True)}"}
        )
    return links


def register(app: Flask) -> None:
    """Give templates their words and keep the chosen language in a cookie."""
    app.jinja_env.globals["_"] = gettext
    app.context_processor(
        lambda: {
            "ui": language(),
            "dir": direction(),
            "locale": locale(),
            "locales": LOCALES[language()],
            "ui_links": ui_links(),
        }
    )
    app.after_request(_remember)


def _remember(answer: Response) -> Response:
    known = {"ui": tuple(NAMES), "months": tuple(tag for tags in LOCALES.values() for tag in tags)}
    for name, allowed in known.items():
        chosen = request.args.get(name)
        if chosen in allowed and request.cookies.get(name) != chosen:
            answer.set_cookie(name, chosen, samesite="Lax", httponly=True, max_age=_KEEP_S)
    return answer
