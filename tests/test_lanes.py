"""Lanes: who stands where, in an order that keeps meetings short."""

import itertools
from collections import Counter
from dataclasses import replace

import pytest

from kg.query.lanes import order_lanes, tied_lanes
from tests.timeline_answer import answer, item
from tests.view_values import (
    KESTRIA,
    MINISTRY,
    OFFICIAL,
    TOVAN,
    dataset,
    note,
    post,
)


def test_an_unresolved_speaker_has_a_lane_of_its_own() -> None:
    found = answer(dataset(note()))
    assert item(found, "statement", "note-somebody")["lanes"] == [{"id": "", "role": "speaker"}]
    last = found["lanes"][-1]
    assert (last["id"], last["label"], last["unnamed"]) == ("", "an unresolved speaker", True)


@pytest.mark.parametrize(
    ("lanes", "labels"),
    [
        ("side", ["Tovan", "Kestria"]),
        ("kind", ["Statement", "Meeting", "Red line"]),
        ("source", ["Al-Marfa", "Harbour Post"]),
        ("place", ["Velmar", "place not stated"]),
    ],
)
def test_lanes_may_be_sides_kinds_outlets_or_places(lanes: str, labels: list[str]) -> None:
    found = answer(lanes=lanes)
    assert sorted(lane["label"] for lane in found["lanes"]) == sorted(labels)
    known = {lane["id"] for lane in found["lanes"]}
    assert all(s["id"] in known for i in found["items"] for s in i["lanes"])


def test_sides_stand_together_and_the_side_leads() -> None:
    lanes = [lane["id"] for lane in answer()["lanes"]]
    assert lanes.index(MINISTRY.iri) == lanes.index(TOVAN.iri) + 1
    assert lanes.index(OFFICIAL.iri) == lanes.index(KESTRIA.iri) + 1


def test_the_order_of_lanes_is_the_best_for_a_few() -> None:
    meetings = [("a", "d"), ("a", "d"), ("b", "d"), ("c", "e"), ("e", "a")]
    tied = Counter(pair for lanes in meetings for pair in tied_lanes(lanes))
    weights = Counter(lane for lanes in meetings for lane in lanes)

    def cost(order: list[str]) -> int:
        return sum(abs(order.index(a) - order.index(b)) for a, b in meetings)

    found = order_lanes({lane: lane for lane in "abcde"}, weights, {}, tied)
    assert cost(found) == min(cost(list(p)) for p in itertools.permutations("abcde"))


def test_a_body_that_is_no_side_is_folded_like_one() -> None:
    navy = replace(OFFICIAL, belongs_to=MINISTRY.iri)
    told = replace(post(), actors=tuple(navy if a == OFFICIAL else a for a in post().actors))
    told = replace(told, context_actors=(MINISTRY, TOVAN))
    of_both = [
        {s["id"] for s in item["lanes"]} & {MINISTRY.iri, navy.iri}
        for item in answer(dataset(told))["items"]
    ]
    found = answer(dataset(told), fold=[MINISTRY.iri], lane=[MINISTRY.iri])
    (lane,) = found["lanes"]
    assert {navy.iri} in of_both
    assert (lane["id"], lane["folded"]) == (MINISTRY.iri, True)
    assert lane["events"] == len(found["items"]) == sum(map(bool, of_both))
    (far,) = answer(dataset(told), fold=[MINISTRY.iri], lane=[MINISTRY.iri], bucket=7)["lanes"]
    assert far["events"] == sum(n for _, n in far["counts"]) > 0
