"""Where the chosen events were."""

from kg.query.dataset import Dataset
from kg.query.filters import Filter
from kg.query.places import places
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
