"""The error of a source that cannot be read, as a sentence that can be said in other languages.

In:  the source's name and an English sentence with places. Out: a ReadError.
"""

from kg.errors import ReadError
from kg.model.said import Said


def failed(name: str, text: str, **values: object) -> ReadError:
    """Return the error; `name` is one of the sentence's values."""
    return ReadError(Said(text, name=name, **values), source=name)
