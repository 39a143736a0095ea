"""Small things about names and text that the steps of the generator share.

In:  names. Out: ids, lists without repetitions, JSON lines.
"""

import json
import re
import unicodedata
from collections.abc import Iterable


def slug(label: str) -> str:
    """Return the id of an English label: "Côte d'Ivoire" -> "cote-d-ivoire"."""
    ascii_only = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", ascii_only.replace("&", " and ")).strip("-")


def unique(names: Iterable[str]) -> list[str]:
    """Return the names without repetitions, in their order."""
    return list(dict.fromkeys(names))


def doubled(language: str, names: Iterable[str]) -> list[str]:
    """Return Hebrew names also with the first vav doubled, as it is behind a letter of place."""
    found = list(names)
    if language == "he":
        found += [f"ו{name}" for name in found if re.match("ו[^ו]", name)]
    return unique(found)


def dump(value: object) -> str:
    """Return a value as JSON in one line."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
