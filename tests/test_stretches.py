"""Stretches of lanes counted in numbers are those that going through them one by one finds."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.index import stretches

_FAR = 40_000_000
spans = st.lists(
    st.tuples(
        st.integers(0, 5),
        st.integers(-20, 20) | st.integers(-_FAR, _FAR),
        st.sampled_from([0, 0, 0, 1, 2, 30]),
    ),
    max_size=30,
)


@given(spans)
def test_any_spans_cover_the_stretches_between_their_ends(
    found: list[tuple[int, int, int]],
) -> None:
    expected = Counter(
        (lane, first + n) for lane, first, length in found for n in range(length + 1)
    )
    lanes, first, length = np.array(found, np.int64).reshape(-1, 3).T
    cells = stretches.count_stretches(lanes, first, first + length)
    told = list(zip(*(part.tolist() for part in cells), strict=True))
    assert told == [(*cell, expected[cell]) for cell in sorted(expected)]


@given(st.lists(st.integers(0, 50) | st.integers(0, 1 << 60)))
def test_numbers_far_apart_are_counted_as_near_ones(found: list[int]) -> None:
    expected = sorted(Counter(found).items())
    numbers = np.array(found, np.int64)
    for free in (stretches._FREE, -(1 << 62)):
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(stretches, "_FREE", free)
            once, counts = stretches.count_numbers(numbers)
        assert list(zip(once.tolist(), counts.tolist(), strict=True)) == expected


def test_a_span_without_end_costs_no_more_than_its_stretches() -> None:
    first = np.array([0, -_FAR])
    lanes, found, counts = stretches.count_stretches(np.zeros(2, int), first, np.array([2, -_FAR]))
    assert found.tolist() == [-_FAR, 0, 1, 2]
    assert lanes.tolist() == [0] * 4
    assert counts.tolist() == [1] * 4
