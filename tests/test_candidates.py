"""Meetings that may be the same: suggested, never merged."""

from dataclasses import replace

import pytest

from kg.model.entity import Actor
from kg.query.dataset import Dataset
from tests.timeline_answer import answer, changed, item
from tests.view_values import (
    KESTRIA,
    VELMAR,
    dataset,
    event,
    marfa,
    note,
    on,
    post,
)


def test_meetings_of_two_articles_that_may_be_one_are_suggested_never_merged() -> None:
    found = answer(Dataset([marfa(), post()]))
    assert item(found, "meeting", "post-talks")["maybe_same"] == [event("meeting", "marfa-talks")]
    assert item(found, "meeting", "marfa-talks")["maybe_same"] == [event("meeting", "post-talks")]
    assert found["counts"]["meetings"] == 2


@pytest.mark.parametrize(
    "values",
    [
        {"time": on("2025-05-10", "…")},
        {"participants": ("Kestria", "Tovan", "Third")},
        {"place": "Far"},
    ],
)
def test_meetings_that_exclude_one_another_are_not_suggested(values: dict[str, object]) -> None:
    third = Actor(
        iri=KESTRIA.iri + "-3", name="Third", kind="state", unnamed=False, linked=True, labels=()
    )
    far = replace(VELMAR, iri=VELMAR.iri + "-far", name="Far", labels=())
    other = changed(
        replace(marfa(), actors=(*marfa().actors, third), locations=(VELMAR, far)),
        "marfa-1",
        **values,
    )
    found = answer(Dataset([other, post()]))
    assert item(found, "meeting", "post-talks")["maybe_same"] == []


def test_a_denied_meeting_is_suggested_beside_the_one_that_is_told() -> None:
    denied = replace(marfa(), claims=(replace(marfa().claims[0], commitment="denies", time=None),))
    found = answer(Dataset([denied, post()]))
    assert item(found, "meeting", "post-talks")["maybe_same"] == [event("meeting", "marfa-talks")]


def test_a_next_round_without_a_day_is_not_taken_for_the_last() -> None:
    planned = replace(marfa().claims[0], commitment="anticipates", status="planned", time=None)
    found = answer(Dataset([replace(marfa(), claims=(planned,)), post()]))
    assert item(found, "meeting", "post-talks")["maybe_same"] == []


def test_two_meetings_of_one_article_are_never_suggested() -> None:
    found = answer(dataset(note()))
    assert all(i["maybe_same"] == [] for i in found["items"])
