"""A store on another machine: any server that speaks the SPARQL 1.1 protocol.

`address` finds the server's addresses and credentials, `protocol` asks and updates, `adapters` say
what is known of servers, `quads` reads by pattern in few requests, `turns` lets one writer in at a
time, `intents` keeps writes whole where a server's requests are not, `wrapped` gives a query its
default graph, `store` is the GraphStore.
"""

from kg.store.remote.address import Address, address_of
from kg.store.remote.store import RemoteStore

__all__ = ["Address", "RemoteStore", "address_of"]
