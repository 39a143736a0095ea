"""The best of many terms: ranked in numbers, and only those that are told of are named.

In:  a `View`, terms and their ranks. Out: texts.
"""

import json
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.index.view import View


def best_texts(view: View, terms: NDArray[Any], ranks: NDArray[Any], most: int) -> list[str]:
    """Return the texts of highest rank, at most so many; equals in the order of their texts."""
    if len(terms) > most:
        least = np.partition(ranks, len(ranks) - most)[len(ranks) - most]
        above = ranks > least
        level = _first(view, terms[ranks == least], most - int(above.sum()))
        terms = np.concatenate((terms[above], level))
        ranks = np.concatenate((ranks[above], np.full(len(level), least)))
    names = view.texts(terms.tolist())
    ranked = sorted(
        (-rank, names[term]) for term, rank in zip(terms.tolist(), ranks.tolist(), strict=True)
    )
    return [name for _, name in ranked]


def _first(view: View, terms: NDArray[Any], most: int) -> NDArray[Any]:
    """The terms whose texts come first."""
    query = (
        "SELECT id FROM terms WHERE id IN (SELECT value FROM json_each(?)) ORDER BY text LIMIT ?"
    )
    found = view.rows(query, (json.dumps(terms.tolist()), most))
    return np.array([number for (number,) in found], terms.dtype)
