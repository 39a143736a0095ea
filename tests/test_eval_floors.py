"""The quality gate of extraction, and how its floors move."""

import pytest

from tests.eval.__main__ import measure
from tests.eval.floors import Figures, below, pin, read_floors


def figures(lenient: float, strict: float = 0.5) -> Figures:
    return {"dev": {"en": {"actors": [lenient, strict]}}}


def test_a_figure_below_its_floor_is_named() -> None:
    (lost,) = below(figures(0.8), figures(0.79))
    assert lost == "dev en actors lenient F1: 0.790 lies below its floor 0.800"


def test_a_language_that_was_not_measured_counts_as_lost() -> None:
    assert len(list(below(figures(0.8), {"dev": {}}))) == 2


def test_pinning_raises_a_floor_to_just_below_what_was_reached() -> None:
    assert pin(figures(0.8), figures(0.9), allow_regression=False) == figures(0.89, 0.5)


def test_pinning_does_not_lower_a_floor_unless_told_to() -> None:
    assert pin(figures(0.8), figures(0.7), allow_regression=False) == figures(0.8, 0.5)
    assert pin(figures(0.8), figures(0.7), allow_regression=True) == figures(0.69, 0.49)


@pytest.mark.slow
def test_extraction_keeps_what_it_reached() -> None:
    floors = read_floors()
    assert floors, "nothing is pinned: run python -m tests.eval --pin"
    assert list(below(floors, measure())) == []
