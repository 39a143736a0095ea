"""Read the lexicon's data files.

In: the name of a file in this folder. Out: its content, read once and cached.
"""

import json
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def read_toml(name: str) -> dict[str, Any]:
    """Return the tables of a TOML file. Callers must not change them."""
    return tomllib.loads(files("kg.lexicon").joinpath(name).read_text(encoding="utf-8"))


@cache
def read_json(name: str) -> Any:
    """Return the content of a JSON file. Callers must not change it."""
    return json.loads(files("kg.lexicon").joinpath(name).read_text(encoding="utf-8"))
