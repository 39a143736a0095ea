"""Where the chosen events were."""

import pytest

from kg.lexicon.areas import find_area
from kg.lexicon.gazetteer import load_gazetteer
from kg.query.dataset import Dataset
from kg.query.filters import Filter
from kg.query.places import area_of, places
from kg.query.words import ENGLISH
from tests.web.samples import IRIS, arabic, english, undated


def test_places_are_counted_by_event_the_busiest_first() -> None:
    dataset = Dataset([arabic(), english(), undated()])
    found = places(dataset, Filter(), ENGLISH)
    assert [(p["label"], p["events"]) for p in found] == [("Sael", 3), ("Port Vey", 1)]
    assert found[0]["iri"] == IRIS.linked_place("sael")
    assert (found[0]["latitude"], found[0]["longitude"]) == (12.5, -30.25)


def test_only_places_of_chosen_events_are_given() -> None:
    dataset = Dataset([arabic(), english()])
    chosen = Filter.parse({"lang": "ar"})
    assert [p["label"] for p in places(dataset, chosen, ENGLISH)] == ["Port Vey"]
    assert places(dataset, Filter.parse({"lang": "he"}), ENGLISH) == []


@pytest.mark.parametrize(
    ("identity", "linked", "kind", "code"),
    [
        ("syria", True, "country", "SY"),
        ("greenland", True, "territory", "GL"),
        ("golan-heights", True, "region", None),
        ("damascus", True, None, None),
        ("sael", True, None, None),
        ("syria", False, None, None),
    ],
)
def test_an_area_is_told_from_a_spot(
    identity: str, linked: bool, kind: str | None, code: str | None
) -> None:
    found = area_of(IRIS.linked_place(identity), linked=linked)
    assert found == {"kind": kind, "code": code}


def test_no_area_of_the_gazetteer_has_a_point() -> None:
    areas = [e for e in load_gazetteer().entries() if find_area(e.id)]
    assert len(areas) > 900
    assert all(e.latitude is None and e.longitude is None for e in areas)
