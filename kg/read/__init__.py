"""Sources in, texts out: files, folders, addresses and standard input as `SourceText`."""

from kg.read.source import Sources, read_bytes, read_one, read_source

__all__ = ["Sources", "read_bytes", "read_one", "read_source"]
