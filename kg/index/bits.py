"""Sets of slots as whole numbers: bit n stands for slot n.

In:  slots. Out: numbers, and their bytes for the file: as they are, or as a list when few.
"""

import re
from array import array
from collections.abc import Iterable, Iterator

_LIST, _BITS = b"L", b"B"
_ONES = bytes.maketrans(b"01", b"\x00\x01")
_SLOT = 4  # bytes of a slot in a list
_HELD = re.compile(rb"[^\0]")
_OFFSETS = tuple(tuple(n for n in range(8) if byte >> n & 1) for byte in range(256))


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
    held = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
    for found in _HELD.finditer(held):
        place = found.start()
        for offset in _OFFSETS[held[place]]:
            yield place * 8 + offset


def mask(bits: int, size: int) -> bytes:
    """Return a byte for each slot below `size`: 1 where the set holds it."""
    return format(bits, f"0{size}b").encode("ascii").translate(_ONES)[::-1] if size else b""


def dump(slots: list[int], offset: int) -> bytes:
    """Return ascending slots, counted from `offset`, as bytes for the file."""
    if len(slots) * _SLOT * 8 < slots[-1] - slots[0]:
        return _LIST + array("I", slots).tobytes()
    held = of(slot - offset for slot in slots)
    return _BITS + held.to_bytes((held.bit_length() + 7) // 8, "little")


def load(data: bytes, offset: int) -> int:
    """Read back what `dump` gave."""
    if data[:1] == _LIST:
        found = array("I")
        found.frombytes(data[1:])
        return of(found)
    return int.from_bytes(data[1:], "little") << offset
