"""Benches: speed and memory, measured against something else in the same run. Not tests."""
