"""Which texts the interface shows: of templates, code, views' sentences, questions, ontology."""

import re
from pathlib import Path

from babel.messages.extract import extract_python
from jinja2.ext import babel_extract

from kg.query.messages import MESSAGES
from kg.query.run import named_queries
from web.vocabulary_page import comments, examples

_CALLS: dict[str, None] = {"gettext": None, "mark": None}
# Sentences of reading and extraction, which pages say in the reader's language.
_SAID: dict[str, None] = {"Said": None, "failed": None}
_SECOND = ("failed",)  # whose first argument is a name
_SAYING = ("read/*.py", "llm/*.py", "extract/sheets/*.py", "model/sheet.py", "pipeline/*.py")
_COUNTED = re.compile(r"%\(n\)s \w")
WEB = Path(__file__).parents[2] / "web"
KG = WEB.parent / "kg"
ONTOLOGY = WEB.parent / "ontology"


def counts(text: str) -> bool:
    """True for a text that counts something: it needs a form for each plural category."""
    return _COUNTED.match(text) is not None


def interface_texts() -> dict[str, str]:
    """Return every text that needs a translation, with a place where it is used."""
    found: dict[str, str] = {}
    for path in sorted((WEB / "templates").rglob("*.html")):
        with path.open("rb") as file:
            for line, call, template_text, _ in babel_extract(file, ("_",), (), {}):
                _keep(found, call, template_text, f"{path.name}:{line}")
    for path in sorted(WEB.glob("*.py")):
        with path.open("rb") as file:
            for line, call, text, _ in extract_python(file, _CALLS, (), {}):
                _keep(found, call, text, f"{path.name}:{line}")
    saying = (path for folder in _SAYING for path in KG.glob(folder))
    for path in sorted((*saying, *WEB.glob("*.py"))):
        with path.open("rb") as file:
            for line, call, text, _ in extract_python(file, _SAID, (), {}):
                _keep(found, call, text, f"{path.name}:{line}")
    for message in MESSAGES:
        found.setdefault(message, "kg/query/messages.py")
    for query in named_queries():
        found.setdefault(query.question, f"{query.name}.rq")
    for name in ("ontology.ttl", "terms.ttl"):
        turtle = (ONTOLOGY / name).read_text("utf-8")
        for text in (*comments(turtle), *examples(turtle)):
            found.setdefault(text, name)
    return found


def _keep(found: dict[str, str], call: str, text: object, place: str) -> None:
    """Keep a call's text; None stands for one that is no literal."""
    given = text if isinstance(text, tuple) else (text,)
    said = given[min(len(given) - 1, int(call in _SECOND))]
    if isinstance(said, str):
        found.setdefault(said, place)
