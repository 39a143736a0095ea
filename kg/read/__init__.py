"""Sources in, texts out: files, folders and standard input as `SourceText`."""
