"""Translations of the interface's texts, read from the package's .po files at start.

In:  `translations/<language>.po` (gettext). The English text is the key; `en.po` holds only the
     forms that English itself needs for one and for many.
Out: `Catalogue`: text by key and, where a sentence counts something, by number.
Source: GNU gettext's file format, read by babel; plural categories of CLDR through babel.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from babel import Locale
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

# The languages of the interface, each in its own words. A new one needs its .po file and this line.
NAMES = {"en": "English", "ar": "العربية", "tr": "Türkçe", "he": "עברית"}

# gettext numbers plural forms in this order, leaving out those a language does not have.
_CATEGORIES = ("zero", "one", "two", "few", "many", "other")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One language's texts: a string, or one string for each plural category, by English text."""

    language: str
    texts: dict[str, str | dict[str, str]]

    def translate(self, text: str, number: object = None) -> str:
        """Return the translation of `text` for that number; `text` itself where there is none."""
        found = self.texts.get(text, text)
        if isinstance(found, str):
            return found
        if not isinstance(number, int):
            return found["other"]
        return found[_locale(self.language).plural_form(abs(number))]


def mark(text: str) -> str:
    """Return the text as it is: it is translated where it is shown (for tables of texts)."""
    return text


def read_catalogues() -> dict[str, Catalogue]:
    """Read every catalogue of the package, by language."""
    return {language: _read(language) for language in NAMES}


def plural_categories(language: str) -> list[str]:
    """Return the language's plural categories in gettext's order."""
    known = _locale(language).plural_form.tags | {"other"}
    return [category for category in _CATEGORIES if category in known]


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language)


def _read(language: str) -> Catalogue:
    with files("web").joinpath("translations", f"{language}.po").open("rb") as file:
        messages = read_po(file, locale=language)
    categories = plural_categories(language)
    return Catalogue(
        language, {_key(m): _forms(m, categories) for m in messages if _key(m) and _done(m)}
    )


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _done(message: Message) -> bool:
    return all(_strings(message)) and not message.fuzzy


def _forms(message: Message, categories: list[str]) -> str | dict[str, str]:
    if isinstance(message.string, str):
        return message.string
    return dict(zip(categories, _strings(message), strict=True))


def _strings(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string or ("",))
