"""Who says what, to whom, in one sentence: a reader for each language."""
