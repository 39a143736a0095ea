"""The interface's language in a request: which one, its texts, its direction, its links.

In:  `ui=` of the address, then the cookie, then Accept-Language; `months=` and `digits=` and their
     cookies likewise; the catalogues.
Out: `words()` for the views, `gettext` for templates and code, `language()`, `direction()`; how
     days and numbers are written, and links that choose it.
A text that counts something is given its number as `n`; the catalogue holds a form for each plural
category of its language.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Flask, Response, g, request

from kg.model.day import Day
from kg.vocabulary import RIGHT_TO_LEFT, Precision

from .catalogue import NAMES, Catalogue
from .dates import format_day, month_names
from .figures import SYSTEMS, Digits, figure, standing_figures
from .state import state

# How days are written, by language; the first is the rule, the others may be asked for: the months
# of the Levant and Iraq, of Egypt and the Gulf, of Algeria and Tunisia, of Morocco.
LOCALES = {
    "en": ("en-GB",),
    "ar": ("ar-SY", "ar", "ar-DZ", "ar-MA"),
    "tr": ("tr",),
    "he": ("he",),
}
# The languages whose readers may choose their digits; Latin ones are the rule everywhere.
DIGITS: dict[str, tuple[Digits, ...]] = {"ar": ("latn", "arab")}
_LATIN: tuple[Digits, ...] = ("latn",)
# Older browsers still say "iw" for Hebrew.
_TODAY = {"iw": "he"}
_KEEP_S = 365 * 24 * 3600


def language() -> str:
    """Return the interface language of this request: address, cookie, header, English."""
    if "ui" not in g:
        wanted = (request.args.get("ui"), request.cookies.get("ui"), *_accepted())
        g.ui = next((tag for tag in wanted if tag in NAMES), "en")
    return str(g.ui)


def _accepted() -> list[str]:
    """The languages of Accept-Language, the most wanted first; weight 0 means "not this one".

    "ar-LB" asks for Arabic: what counts is the language before the dash.
    """
    tags = [tag.partition("-")[0].lower() for tag, weight in request.accept_languages if weight > 0]
    return [_TODAY.get(tag, tag) for tag in tags]


def locale() -> str:
    """Return how this request writes days: `months` of the address or cookie, else the rule."""
    offered = LOCALES[language()]
    wanted = (request.args.get("months"), request.cookies.get("months"))
    return next((tag for tag in wanted if tag in offered), offered[0])


def digits() -> Digits:
    """Return the digits of this request: `digits` of the address or cookie, else Latin ones."""
    offered = DIGITS.get(language(), _LATIN)
    wanted = (request.args.get("digits"), request.cookies.get("digits"))
    return next((name for name in offered if name in wanted), offered[0])


def direction() -> str:
    """Return "rtl" or "ltr" for this request's interface language."""
    return "rtl" if language() in RIGHT_TO_LEFT else "ltr"


@dataclass(frozen=True, slots=True)
class InterfaceWords:
    """The words of one language, as `kg.query.words.Words` asks for them."""

    catalogue: Catalogue
    locale: str
    digits: Digits = "latn"

    @property
    def language(self) -> str:
        """The tag of the language."""
        return self.catalogue.language

    def gettext(self, text: str, **values: object) -> str:
        """Return English `text` in this language, the values in place of its %(name)s.

        Whole numbers among the values are written as the language writes them.
        """
        found = self.catalogue.translate(text, values.get("n"))
        translated = standing_figures(found, self.digits)
        if not values:
            return translated
        return translated % {name: self._said(value) for name, value in values.items()}

    def figure(self, number: int) -> str:
        """Return a whole number in this language's way and the reader's digits."""
        return figure(number, self.locale, self.digits)

    def _said(self, value: object) -> object:
        return self.figure(value) if isinstance(value, int) else value

    def format_day(self, day: Day, precision: Precision = "day") -> str:
        """Return a day, a month or a year in words."""
        return format_day(day, self.locale, precision, self.digits)


def words() -> InterfaceWords:
    """Return the words of this request's language."""
    if "words" not in g:
        g.words = InterfaceWords(state().catalogues[language()], locale(), digits())
    found: InterfaceWords = g.words
    return found


def gettext(text: str, **values: object) -> str:
    """Return English `text` in this request's language, the values in place of its %(name)s."""
    return words().gettext(text, **values)


def ui_links() -> list[dict[str, str]]:
    """Return links to this same page in each language."""
    return [{"lang": code, "label": label, "href": _here(ui=code)} for code, label in NAMES.items()]


def month_links() -> list[dict[str, object]]:
    """Return links to this page with each way to name months: [] where there is one only."""
    offered = LOCALES[language()]
    return [
        {"label": month_names(tag), "href": _here(months=tag), "chosen": tag == locale()}
        for tag in offered
        if len(offered) > 1
    ]


def digit_links() -> list[dict[str, object]]:
    """Return links to this page with each kind of digits: [] where there is one only."""
    return [
        {"label": SYSTEMS[name], "href": _here(digits=name), "chosen": name == digits()}
        for name in DIGITS.get(language(), ())
    ]


def _here(**chosen: str) -> str:
    args = request.args.to_dict(flat=False) | {name: [value] for name, value in chosen.items()}
    return f"{request.path}?{urlencode(args, doseq=True)}"


def register(app: Flask) -> None:
    """Give templates their words and keep the chosen language in a cookie."""
    app.jinja_env.globals["_"] = gettext
    app.jinja_env.filters["figure"] = lambda number: words().figure(number)
    app.context_processor(
        lambda: {
            "ui": language(),
            "dir": direction(),
            "locale": locale(),
            "digits": digits(),
            "ui_links": ui_links(),
            "month_links": month_links(),
            "digit_links": digit_links(),
        }
    )
    app.after_request(_remember)


def _remember(answer: Response) -> Response:
    known: dict[str, tuple[str, ...]] = {
        "ui": tuple(NAMES),
        "months": tuple(tag for tags in LOCALES.values() for tag in tags),
        "digits": tuple(SYSTEMS),
    }
    for name, allowed in known.items():
        chosen = request.args.get(name)
        if chosen in allowed and request.cookies.get(name) != chosen:
            answer.set_cookie(name, chosen, samesite="Lax", httponly=True, max_age=_KEEP_S)
    return answer
