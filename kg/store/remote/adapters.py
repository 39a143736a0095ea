"""What is known of servers, by the name that they give in their `Server` header.

A server that is not known is taken for one whose requests are not atomic: that is slower and right
everywhere. What stands here was measured (tests/stores).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Adapter:
    """One kind of server.

    `atomic`: a request with several operations happens whole or not at all. `union`: its default
    graph is the union of all graphs (None = as it was started); nothing here depends on it, for
    every request names its graphs. `canonical`: it may change how a literal is written. `quads`:
    how many of them go into one operation. `update_form`: updates go as a form, not as they are.
    `own_graphs`: what the names of graphs begin with that the server keeps for itself.
    """

    name: str
    atomic: bool
    union: bool | None
    canonical: bool
    quads: int
    update_form: bool = False
    own_graphs: tuple[str, ...] = ()


OXIGRAPH = Adapter(name="Oxigraph", atomic=True, union=None, canonical=True, quads=1_000_000)
VIRTUOSO = Adapter(
    name="Virtuoso",
    atomic=False,
    union=True,
    canonical=True,
    quads=200,
    own_graphs=(
        "http://www.openlinksw.com/",
        "http://localhost:",
        "http://localuriqaserver/",
        "http://www.w3.org/",
        "urn:rules",
    ),
)
UNKNOWN = Adapter(name="", atomic=False, union=None, canonical=True, quads=500)


def adapter_of(server: str) -> Adapter:
    """Return what is known of a server."""
    known = (OXIGRAPH, VIRTUOSO)
    return next((a for a in known if server.lower().startswith(a.name.lower())), UNKNOWN)
