"""What a page needs that is taken away and opened without a server.

In:  the package's own static files. Out: `Furniture` for `kg.export.network`, read once.
"""

from functools import cache
from importlib.resources import files

from kg.export.bundle import bundle
from kg.export.network import Furniture

_ENTRY = "js/netfile.js"
_LIBRARY = "vendor/vis-network-10.1.5"
_STYLES = ("tokens", "base", "network", "netfile")


@cache
def network_furniture() -> Furniture:
    """Return script, style and licences of the network's file."""
    static = files("web") / "static"
    modules = {
        f"js/{path.name}": path.read_text(encoding="utf-8")
        for path in (static / "js").iterdir()
        if path.name.endswith(".js")
    }
    modules[f"{_LIBRARY}.min.mjs"] = (static / f"{_LIBRARY}.min.mjs").read_text(encoding="utf-8")
    sheets = ((static / f"css/{name}.css").read_text(encoding="utf-8") for name in _STYLES)
    licence = (static / f"{_LIBRARY}.LICENSE-MIT.txt").read_text(encoding="utf-8")
    return Furniture(
        script=bundle(modules, _ENTRY).replace("\r\n", "\n"),
        style="\n".join(sheets).replace("\r\n", "\n"),
        licences=f"vis-network 10.1.5, https://visjs.github.io/vis-network/\n\n{licence}",
    )
