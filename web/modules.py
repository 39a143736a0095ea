"""A page's JavaScript modules in one file: a browser that asks for forty waits for forty.

In:  names of modules in `static/js`. Out: one module that runs them in order, each in a scope of
its own, with all that they import. Made while the program runs: nothing has to be built, and the
modules stay what is read and tested.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from kg.export.bundle import bundle

_STATIC = Path(__file__).parent / "static"
_NAMES = re.compile(r"[a-z][a-z-]*(?:\.[a-z][a-z-]*){0,7}")
_ENTRY = "js/page"


def read_names(joined: str) -> tuple[str, ...] | None:
    """Return the modules that an address such as "main.explorer" names; None where one is not."""
    if _NAMES.fullmatch(joined) is None:
        return None
    names = tuple(joined.split("."))
    known = _modules()
    return names if all(f"js/{name}.js" in known for name in names) else None


# Pages ask for a handful of sets; what else strangers may ask for is not kept for long.
@lru_cache(maxsize=16)
def join(names: tuple[str, ...]) -> str:
    """Return one module that runs the named ones. Raises kg.export.bundle.BundleError."""
    entry = "\n".join(f'import {{}} from "./{name}.js";' for name in names)
    return bundle({**_modules(), _ENTRY: entry}, _ENTRY)


@cache
def _modules() -> Mapping[str, str]:
    files = (*(_STATIC / "js").glob("*.js"), *(_STATIC / "vendor").glob("*.mjs"))
    texts = {f"{path.parent.name}/{path.name}": path.read_text(encoding="utf-8") for path in files}
    return {path: text.replace("\r\n", "\n") for path, text in texts.items()}
