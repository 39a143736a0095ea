"""Quads in, SPARQL out: the stores that hold the dataset."""
