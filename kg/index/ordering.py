"""Which events stand at some places of an order: numbers decide, and only the few there are named.

In:  a `View`, slots of events with a number each. Out: slots in rising order of the numbers, equals
by IRI. Of very many equals not even these are read: the caller's index has them in order.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.index.view import View

# So many equals are read and sorted; more are met in the order of all.
FEW = 2_000

# Yields the slots of all events with this number in the order of IRIs, chosen or not.
Equals = Callable[[int], Iterable[tuple[int]]]


def in_order(
    view: View,
    slots: NDArray[Any],
    numbers: NDArray[Any],
    equals: Equals,
    start: int,
    end: int,
    *,
    falling: bool = False,
) -> list[int]:
    """Return the slots at the places from `start` to before `end`; `falling`: the IRIs of equals.

    `equals` has to yield them so, too.
    """
    end = min(end, len(slots))
    if start >= end:
        return []
    low, high = np.partition(numbers, (start, end - 1))[[start, end - 1]]
    between = (numbers > low) & (numbers < high)
    groups = [numbers == low, between, *([numbers == high] if high > low else [])]
    ordered = chain.from_iterable(
        _group(view, slots[held], numbers[held], equals, falling=falling) for held in groups
    )
    skip = start - int(np.count_nonzero(numbers < low))
    return list(islice(ordered, skip, skip + end - start))


def _group(
    view: View, slots: NDArray[Any], numbers: NDArray[Any], equals: Equals, *, falling: bool
) -> Iterator[int]:
    if len(slots) > FEW and np.ptp(numbers) == 0:
        chosen = np.zeros(view.size, np.bool_)
        chosen[slots] = True
        held = chosen.tobytes()
        return (slot for (slot,) in equals(int(numbers[0])) if held[slot])
    iris = dict(view.among("SELECT slot, iri FROM events WHERE slot IN ", slots.tolist()))
    pairs = zip(numbers.tolist(), slots.tolist(), strict=True)
    named = sorted(((n, iris[slot], slot) for n, slot in pairs), reverse=falling)
    return (slot for *_, slot in sorted(named, key=_number))


def _number(row: tuple[int, str, int]) -> int:
    return row[0]
