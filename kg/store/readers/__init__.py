"""Queries of strangers, answered by processes that can be killed.

In:  query text, the format wanted, the graphs it is asked over. Out: a stream of bytes, or an
error that says which limit was met.
The engine cannot cancel a query, and one that asks for too much memory ends its process. So such
queries run in reader processes over a checkpoint of the store (hard links, made in milliseconds),
each killed when its time is over. The writer and everybody else's pages notice nothing.
"""

from kg.store.readers.limits import Limits
from kg.store.readers.pool import ReaderPool
from kg.store.readers.stream import Stream

__all__ = ["Limits", "ReaderPool", "Stream"]
