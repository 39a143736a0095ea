"""Sets of slots as whole numbers: bit n stands for slot n.

In:  slots. Out: numbers, and their bytes for the file: as they are, or as a list when few; arrays
beside columns of so many slots.
"""

from array import array
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

_LIST, _BITS = b"L", b"B"
_SLOT = 4  # bytes of a slot in a list


def of(slots: Iterable[int]) -> int:
    """Return the set of these slots."""
    found = list(slots)
    if not found:
        return 0
    held = bytearray(max(found) // 8 + 1)
    for slot in found:
        held[slot >> 3] |= 1 << (slot & 7)
    return int.from_bytes(held, "little")


def slots_of(bits: int) -> Iterator[int]:
    """Yield the slots of a set, lowest first."""
    return iter(slots(bits).tolist())


def slots(bits: int) -> NDArray[np.intp]:
    """Return the slots of a set as an array, lowest first."""
    return np.flatnonzero(flags(bits, bits.bit_length()))


def flags(bits: int, size: int) -> NDArray[np.bool_]:
    """Return for each slot whether the set holds it; those of the set are below `size`."""
    held = np.frombuffer(bits.to_bytes((size + 7) // 8, "little"), np.uint8)
    return np.unpackbits(held, count=size, bitorder="little").view(np.bool_)


def from_flags(held: NDArray[np.bool_]) -> int:
    """Return the set of the slots that are held."""
    return int.from_bytes(np.packbits(held, bitorder="little").tobytes(), "little")


def from_array(found: NDArray[Any], size: int) -> int:
    """Return the set of slots in an array, all below `size`."""
    held = np.zeros(size, np.bool_)
    held[found] = True
    return from_flags(held)


def mask(bits: int, size: int) -> bytes:
    """Return a byte for each slot below `size`: 1 where the set holds it."""
    return flags(bits, size).tobytes()


def dump(slots: list[int], offset: int) -> bytes:
    """Return ascending slots, counted from `offset`, as bytes for the file."""
    if len(slots) * _SLOT * 8 < slots[-1] - slots[0]:
        return _LIST + array("I", slots).tobytes()
    held = of(slot - offset for slot in slots)
    return _BITS + held.to_bytes((held.bit_length() + 7) // 8, "little")


def load(rows: Iterable[tuple[int, bytes]], size: int) -> int:
    """Read back what `dump` gave, of rows of (offset, bytes), all slots below `size`."""
    held = bytearray(size // 8 + 1)
    for offset, data in rows:
        if data[:1] == _LIST:
            listed = array("I")
            listed.frombytes(data[1:])
            for slot in listed:
                held[slot >> 3] |= 1 << (slot & 7)
            continue
        # A row's first and last byte may hold slots of its neighbours, too.
        first, shift = divmod(offset, 8)
        end = first + len(data)
        found = int.from_bytes(data[1:], "little") << shift
        found |= int.from_bytes(held[first:end], "little")
        held[first:end] = found.to_bytes(end - first, "little")
    return int.from_bytes(held, "little")
