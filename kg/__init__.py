"""Claimline's core: articles in, a graph of sourced claims out.

Rooms, in the order data walks through them: read, extract, resolve, mapping, store, query, export.
`kg.pipeline` strings them; `kg.cli` is the command line.
"""

__version__ = "0.1.0"
