"""Several ES modules as one script that needs no server.

In:  the modules' texts by path, the path of the one to begin with. Out: one text.
It knows the few ways in which our own modules write imports and exports, and the last line of the
vendored ones, and refuses everything else; it is no general tool.
"""

import posixpath
import re
from collections.abc import Mapping

_IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.{1,2}/[^"]+)";[ \t]*$', re.MULTILINE)
_PASSED_ON = re.compile(r'^export \{([^}]*)\} from "(\.{1,2}/[^"]+)";[ \t]*$', re.MULTILINE)
_DECLARED = re.compile(
    r"^export (?=(?:async )?(?:function\*?|class|const) ([A-Za-z_$][\w$]*))", re.MULTILINE
)
_LISTED = re.compile(r"export\s?\{([^{}]*)\};?\s*\Z")
_LEFT = re.compile(r"^\s*(?:import\b(?!\()|export\b)", re.MULTILINE)
_NAME = re.compile(r"[A-Za-z_$][\w$]*")


class BundleError(ValueError):
    """A module is written in a way that is not understood: a mistake of ours."""


def bundle(modules: Mapping[str, str], entry: str) -> str:
    """Return one script that does what the module `entry` and all that it imports do.

    Each module becomes a function that runs once. Raises BundleError.
    """
    order: list[str] = []
    _visit(modules, entry, order, ())
    parts = [_wrapped(modules[path], path, order) for path in order]
    return '"use strict";\n' + "\n".join(parts)


def script_safe(text: str) -> str:
    """Return a script that may stand inside a script element: it cannot end it, nor open another.

    Within strings, regular expressions and comments of a script a backslash before these signs
    means nothing.
    """
    text = re.sub(r"</(?=script)", r"<\\/", text, flags=re.IGNORECASE)
    return text.replace("<!--", "<\\!--")


def _visit(modules: Mapping[str, str], path: str, order: list[str], above: tuple[str, ...]) -> None:
    if path in above:
        raise BundleError(f"{path} imports itself by way of {above[-1]}")
    if path in order:
        return
    if path not in modules:
        raise BundleError(f"{path} is imported and not there")
    for _, target in (*_IMPORT.findall(modules[path]), *_PASSED_ON.findall(modules[path])):
        _visit(modules, _resolved(path, target), order, (*above, path))
    order.append(path)


def _resolved(path: str, target: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target))


def _wrapped(text: str, path: str, order: list[str]) -> str:
    names = {name: name for name in _DECLARED.findall(text)}
    text = _DECLARED.sub("", text)
    for passed, target in _PASSED_ON.findall(text):
        origin = f"module{order.index(_resolved(path, target))}"
        names |= {outer: f"{origin}.{inner}" for inner, outer in _pairs(passed, path)}
    text = _PASSED_ON.sub("", text)
    listed = _LISTED.search(text)
    if listed:
        names |= {outer: inner for inner, outer in _pairs(listed.group(1), path)}
        text = text[: listed.start()]

    def taken(found: re.Match[str]) -> str:
        number = order.index(_resolved(path, found.group(2)))
        asked = (f"{theirs}: {ours}" for theirs, ours in _pairs(found.group(1), path))
        return f"const {{ {', '.join(asked)} }} = module{number};"

    text = _IMPORT.sub(taken, text)
    if _LEFT.search(text):
        raise BundleError(f"{path} has an import or export that is not understood")
    given = ", ".join(f"{outer}: {inner}" for outer, inner in sorted(names.items()))
    body = f"{text.strip()}\nreturn {{ {given} }};"
    return f"const module{order.index(path)} = (() => {{\n{body}\n}})();"


def _pairs(text: str, path: str) -> list[tuple[str, str]]:
    """Read "a, b as c": (a, a), (b, c)."""
    found = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        first, _, second = part.partition(" as ")
        if not _NAME.fullmatch(first) or not _NAME.fullmatch(second or first):
            raise BundleError(f"{path} names {part!r}")
        found.append((first, second or first))
    return found
