"""A page's style sheets in one file: nothing is painted before the last of a dozen has come.

In:  names of sheets in `static/css`, in the order in which they count. Out: their text.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "static" / "css"
_NAMES = re.compile(r"[a-z]+(?:\.[a-z]+){0,15}")


def read_names(joined: str) -> tuple[str, ...] | None:
    """Return the sheets that an address such as "tokens.base" names; None where one is not."""
    if _NAMES.fullmatch(joined) is None:
        return None
    names = tuple(joined.split("."))
    return names if all(name in _sheets() for name in names) else None


# Pages ask for a dozen sets; what else strangers may ask for is not kept for long.
@lru_cache(maxsize=24)
def join(names: tuple[str, ...]) -> str:
    """Return the text of the named sheets, one after the other."""
    return "\n".join(_sheets()[name] for name in names)


@cache
def _sheets() -> Mapping[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in _FOLDER.glob("*.css")}
