"""Where a server's queries and updates go, and who asks.

In:  the address given with --store, the environment. Out: an `Address` with candidates.
`/query` goes with `/update` (Oxigraph, Fuseki, Stardog), `/repositories/NAME` with `/statements`
below it (GraphDB, RDF4J), any other address takes both (Virtuoso, Neptune, AnzoGraph).
Source: these servers' manuals.
"""

import base64
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from kg.errors import StoreError

_REPOSITORY = re.compile(r"/repositories/[^/]+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """`queries` are the addresses to try, in order; `update` is None where it follows from them.

    `user` and `password` never show: not in messages, not in this value's text.
    """

    given: str
    queries: tuple[str, ...]
    update: str | None = None
    user: str | None = None
    password: str | None = field(default=None, repr=False)

    @property
    def secrets(self) -> tuple[str, ...]:
        """Return the password, and the user with it as they are sent: a server may echo them."""
        if not self.password:
            return ()
        sent = base64.b64encode(f"{self.user}:{self.password}".encode()).decode()
        return (sent, self.password)

    def update_for(self, query: str) -> str:
        """Return where updates go when queries go to `query`."""
        if self.update is not None:
            return self.update
        if query.endswith("/query"):
            return f"{query.removesuffix('/query')}/update"
        return f"{query}/statements" if _REPOSITORY.search(query) else query


def address_of(given: str, environment: Mapping[str, str] = os.environ) -> Address:
    """Return the address of a remote store. Raises StoreError for one that cannot be used."""
    for url in (given, environment.get("CLAIMLINE_STORE_UPDATE") or given):
        _check(url)
    bare = given.rstrip("/")
    known = bare.endswith(("/query", "/sparql")) or _REPOSITORY.search(bare)
    return Address(
        given=given,
        queries=(bare,) if known else (f"{bare}/query", f"{bare}/sparql", bare),
        update=environment.get("CLAIMLINE_STORE_UPDATE") or None,
        user=environment.get("CLAIMLINE_STORE_USER") or None,
        password=environment.get("CLAIMLINE_STORE_PASSWORD") or None,
    )


def _check(url: str) -> None:
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise StoreError("That is no address of a server: its host or port is wrong.") from error
    if parts.username is not None or parts.password is not None:
        raise StoreError(
            f"The address of {host} holds a user or password, where logs and lists of processes "
            "show it. Take it out, and set CLAIMLINE_STORE_USER and CLAIMLINE_STORE_PASSWORD."
        )
    if not host or parts.scheme not in ("http", "https") or parts.query or parts.fragment:
        raise StoreError(
            f"{url} is no address of a SPARQL server. Write it as http://host:7878/query, with "
            "nothing behind the path."
        )
