"""Read the lexicon's data files.

In: the name of a file in this folder. Out: its content, read once and cached.
"""

import gc
import json
import tomllib
from collections.abc import Callable
from functools import cache, wraps
from importlib.resources import files
from typing import Any, ParamSpec, TypeVar

_Asked = ParamSpec("_Asked")
_Loaded = TypeVar("_Loaded")


def lasting(load: Callable[_Asked, _Loaded]) -> Callable[_Asked, _Loaded]:
    """Mark a loader whose answer is kept as long as the process lives.

    The search for garbage waits until it is done and never again looks at what it made: hundreds of
    thousands of values, which cost a quarter of the loading and 0.2 s at each full search after it.
    """

    @wraps(load)
    def loading(*args: _Asked.args, **kwargs: _Asked.kwargs) -> _Loaded:
        searching = gc.isenabled()
        gc.disable()
        try:
            return load(*args, **kwargs)
        finally:
            if searching:
                gc.enable()
                gc.freeze()

    return loading


@cache
@lasting
def read_toml(name: str) -> dict[str, Any]:
    """Return the tables of a TOML file. Callers must not change them."""
    return tomllib.loads(files("kg.lexicon").joinpath(name).read_text(encoding="utf-8"))


@cache
def read_json(name: str) -> Any:
    """Return the content of a JSON file. Callers must not change it."""
    return json.loads(files("kg.lexicon").joinpath(name).read_text(encoding="utf-8"))
