"""Sources in, texts out: files, folders and standard input as `SourceText`."""

from kg.read.source import read_source

__all__ = ["read_source"]
