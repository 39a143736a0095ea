"""Events counted in stretches of days."""

from dataclasses import replace

from kg.model.day import Day
from kg.model.timespan import TimeSpan
from tests.timeline_answer import answer, only_talks
from tests.view_values import (
    TOVAN,
    dataset,
    note,
)


def test_density_counts_events_by_aligned_stretches() -> None:
    found = answer(bucket=7)
    assert found["mode"] == "density"
    assert (found["from"], found["to"], found["max"]) == ("2025-04-03", "2025-04-09", 3)
    counts = {lane["id"]: lane["counts"] for lane in found["lanes"]}
    assert counts[TOVAN.iri] == [[0, 3]]
    assert found["undated"] == 3


def test_density_counts_what_lasts_in_every_stretch() -> None:
    lasting = TimeSpan(
        text="…",
        earliest=Day(2025, 4, 1),
        latest=Day(2025, 4, 5),
        precision="interval",
        extent="throughout",
        basis="explicit",
    )
    found = answer(dataset(replace(only_talks(time=lasting))), bucket=2)
    assert [n for _, n in found["lanes"][0]["counts"]] == [1, 1, 1]


def test_density_works_on_a_relative_axis() -> None:
    found = answer(dataset(note()), bucket=1)
    assert (found["from"], found["to"]) == (-1, 2)


def test_density_tells_in_which_stretches_articles_differ() -> None:
    whole, alone = answer(bucket=1), answer(args={"disputed": "1"}, bucket=1)
    assert alone["lanes"]
    days = {lane["id"]: lane["disputed"] for lane in whole["lanes"] if lane["disputed"]}
    shift = Day.parse(alone["from"]).ordinal - Day.parse(whole["from"]).ordinal
    expected = {lane["id"]: [[s + shift, n] for s, n in lane["counts"]] for lane in alone["lanes"]}
    assert days == expected
    assert all(lane["disputed"] == lane["counts"] for lane in alone["lanes"])
