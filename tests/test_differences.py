"""Where articles contradict one another, and where they only differ in detail."""

from dataclasses import replace

import pytest

from kg.model.day import Day
from kg.model.entity import Location
from tests.timeline_answer import changed, only_talks, talks
from tests.view_values import (
    KESTRIA,
    MINISTRY,
    TOVAN,
    VELMAR,
    marfa,
    on,
    post,
)


def test_articles_that_agree_are_not_disputed() -> None:
    agreeing = replace(changed(marfa(), "marfa-1", time=on("2025-04-09", "…")), claims=())
    agreeing = replace(agreeing, claims=(replace(marfa().claims[0], time=on("2025-04-09", "…")),))
    assert talks(post(), agreeing)["differences"] == []


@pytest.mark.parametrize(
    ("values", "differences"),
    [
        ({"time": on("2025-04-10", "…")}, ["day"]),
        (
            {
                "time": on(
                    "2025-04-01", "…", latest=Day(2025, 4, 30), precision="month", basis="explicit"
                )
            },
            [],
        ),
        ({"time": None}, []),
        ({"place": None}, []),
        ({"status": "cancelled"}, ["status"]),
        ({"status": "ongoing"}, []),
        ({"participants": ("Kestria", "Tovan Foreign Ministry")}, []),
        ({"participants": ("Kestria",)}, ["participants"]),
        ({"participants": ("Kestria",), "incomplete": True}, []),
        ({"commitment": "denies"}, ["denial"]),
    ],
)
def test_articles_differ_only_where_they_contradict(
    values: dict[str, object], differences: list[str]
) -> None:
    assert talks(post(), only_talks(**values))["differences"] == differences


def test_two_ministries_of_one_state_are_two_parties() -> None:
    defence = replace(MINISTRY, iri=MINISTRY.iri + "-2", name="Tovan Ministry of Defence")
    first = changed(
        replace(post(), actors=(*post().actors, defence)),
        "post-1",
        participants=("Kestria", "Tovan Ministry of Defence"),
    )
    second = only_talks(participants=("Kestria", "Tovan Foreign Ministry"))
    assert talks(first, second)["differences"] == ["participants"]


def test_a_place_inside_another_is_no_contradiction() -> None:
    inside = Location(
        iri=VELMAR.iri + "-hall",
        name="Velmar Hall",
        linked=True,
        labels=(),
        within=VELMAR.iri,
    )
    outside = replace(inside, iri=VELMAR.iri + "-far", name="Far", within=None)
    second = replace(only_talks(place="Velmar Hall"), locations=(inside,))
    assert talks(post(), second)["differences"] == []
    second = replace(only_talks(place="Far"), locations=(outside,))
    assert talks(post(), second)["differences"] == ["place"]


def test_a_plan_that_came_true_is_no_contradiction() -> None:
    earlier = replace(post().article, published=Day(2025, 4, 8))
    first = replace(post(), article=earlier, claims=())
    first = replace(
        first,
        claims=(
            replace(
                post().claims[0],
                status="planned",
                commitment="anticipates",
                time=on("2025-04-08", "…"),
            ),
        ),
    )
    found = talks(first, only_talks())
    assert (found["differences"], found["status"]) == ([], "held")


def test_a_party_that_denies_is_marked_on_its_lane() -> None:
    denying = changed(marfa(), "marfa-2", speaker="Tovan")
    lanes = talks(post(), denying)["lanes"]
    assert {"id": TOVAN.iri, "role": "participant", "denies": True} in lanes


def test_a_ministry_and_its_state_stand_on_one_lane_of_a_meeting() -> None:
    second = only_talks(participants=("Kestria", "Tovan Foreign Ministry"))
    assert [s["id"] for s in talks(post(), second)["lanes"]] == [KESTRIA.iri, TOVAN.iri]
