"""Which texts the interface shows: read from the templates, the code and the views' sentences."""

import re
from pathlib import Path

from babel.messages.extract import extract_python
from jinja2.ext import babel_extract

from kg.query.messages import MESSAGES

_CALLS: dict[str, None] = {"gettext": None, "mark": None}
# Sentences of reading and extraction, which pages say in the reader's language.
_SAID: dict[str, None] = {"Said": None}
_COUNTED = re.compile(r"%\(n\)s \w")
WEB = Path(__file__).parents[2] / "web"
KG = WEB.parent / "kg"


def counts(text: str) -> bool:
    """True for a text that counts something: it needs a form for each plural category."""
    return _COUNTED.match(text) is not None


def interface_texts() -> dict[str, str]:
    """Return every text that needs a translation, with a place where it is used."""
    found: dict[str, str] = {}
    for path in sorted((WEB / "templates").rglob("*.html")):
        with path.open("rb") as file:
            for line, _, template_text, _ in babel_extract(file, ("_",), (), {}):
                _keep(found, template_text, f"{path.name}:{line}")
    for path in sorted(WEB.glob("*.py")):
        with path.open("rb") as file:
            for line, _, text, _ in extract_python(file, _CALLS, (), {}):
                _keep(found, text, f"{path.name}:{line}")
    for path in sorted((*KG.glob("read/*.py"), *KG.glob("pipeline/*.py"), *WEB.glob("*.py"))):
        with path.open("rb") as file:
            for line, _, text, _ in extract_python(file, _SAID, (), {}):
                _keep(found, text, f"{path.name}:{line}")
    for message in MESSAGES:
        found.setdefault(message, "kg/query/messages.py")
    return found


def _keep(found: dict[str, str], text: object, place: str) -> None:
    """Keep a call's first argument; None stands for one that is no literal."""
    first = text[0] if isinstance(text, tuple) else text
    if isinstance(first, str):
        found.setdefault(first, place)
