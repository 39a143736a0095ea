"""Whole numbers as a reader of a language writes them.

In:  a number, a locale ("tr", "ar-SY"), the digits: "latn" 0-9, "arab" ٠-٩.
Out: "1,234", "1.234", "١٬٢٣٤".
Source: grouping and digits of CLDR, through babel.
"""

import re
from functools import lru_cache
from typing import Literal

from babel import Locale
from babel.numbers import format_decimal

Digits = Literal["latn", "arab"]

# Each kind of digits as its reader would know it.
SYSTEMS: dict[Digits, str] = {"latn": "123", "arab": "١٢٣"}
_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
# A number on its own: not of a date 2025-04-10, a version 2.0, an address or a placeholder.
_STANDING = re.compile(r"(?<![\w.,:/%(-])\d+(?![\w.:/)-]*[\w:/)-])")


# A page writes a few numbers many times, and reading a locale costs more than all else here.
@lru_cache(maxsize=4096)
def figure(number: int, tag: str, digits: Digits = "latn") -> str:
    """Return a number with its thousands parted as the locale does."""
    locale = Locale.parse(tag, sep="-")
    return in_digits(format_decimal(number, locale=locale, numbering_system=digits), digits)


def in_digits(text: str, digits: Digits) -> str:
    """Return the text with every digit of it in these digits."""
    return text.translate(_ARABIC) if digits == "arab" else text


def standing_figures(text: str, digits: Digits) -> str:
    """Return the text with the numbers that stand on their own in these digits."""
    if digits == "latn":
        return text
    return _STANDING.sub(lambda found: in_digits(found[0], digits), text)
