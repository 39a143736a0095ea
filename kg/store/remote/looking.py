"""Which stores a server holds, looked at without writing anything.

In:  an address, or an endpoint that is connected. Out: the data base of each store, its format and
revision.
"""

from dataclasses import dataclass

from kg.errors import QueryError
from kg.store.remote.address import address_of
from kg.store.remote.protocol import Endpoint
from kg.store.remote.quads import rows_of
from kg.vocabulary import CLM


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A store on a server, as its graph of meta tells of it."""

    base: str
    format: int
    revision: int


def stores_at(address: str) -> tuple[str, list[Found]]:
    """Return the name of the server's kind ("" = not known here) and its stores, by base.

    Raises RemoteEndpointError, QueryError, StoreError for what is no address.
    """
    endpoint = Endpoint(address_of(address), tries=2)
    endpoint.connect()
    return endpoint.adapter.name, stores_of(endpoint)


def stores_of(endpoint: Endpoint) -> list[Found]:
    """Return the stores that a server holds, by base. Raises RemoteEndpointError, QueryError."""
    _, rows = rows_of(
        endpoint,
        f"SELECT ?base ?format ?revision WHERE {{ GRAPH ?meta {{ ?meta <{CLM.dataBase}> ?base ; "
        f"<{CLM.formatVersion}> ?format ; <{CLM.revision}> ?revision }} }}",
    )
    try:
        found = [
            Found(base=b.value, format=int(f.value), revision=int(r.value))
            for b, f, r in rows
            if b is not None and f is not None and r is not None
        ]
    except (ValueError, AttributeError) as error:
        raise QueryError(f"{endpoint.where} holds a store that says nothing of itself.") from error
    return sorted(found, key=lambda store: store.base)
