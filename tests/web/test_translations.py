"""The catalogues hold what the interface shows: nothing missing, nothing stale, places kept."""

import re

import pytest

from tests.web.messages import interface_texts
from web.catalogue import NAMES, Catalogue, plural_categories, read_catalogues

CATALOGUES = read_catalogues()
COUNTS = re.compile(r"%\(n\)s \w")
PLACES = re.compile(r"%\((\w+)\)s")


@pytest.mark.parametrize("language", sorted(NAMES.keys() - {"en"}))
def test_every_text_has_a_translation_and_no_translation_is_stale(language: str) -> None:
    texts = interface_texts()
    known = CATALOGUES[language].texts
    assert {t: place for t, place in texts.items() if t not in known} == {}
    assert sorted(known.keys() - texts.keys()) == []


@pytest.mark.parametrize("language", sorted(NAMES))
def test_what_counts_has_a_form_for_every_plural(language: str) -> None:
    for text in interface_texts():
        if COUNTS.match(text):
            forms = CATALOGUES[language].texts[text]
            assert isinstance(forms, dict), text
            assert list(forms) == plural_categories(language)


@pytest.mark.parametrize("language", sorted(NAMES))
def test_translations_keep_the_places_of_values(language: str) -> None:
    for text, found in CATALOGUES[language].texts.items():
        for category, form in (found if isinstance(found, dict) else {"": found}).items():
            places = set(PLACES.findall(form))
            allowed = set(PLACES.findall(text))
            assert places <= allowed, text
            if category not in ("zero", "one", "two"):
                assert places == allowed, text


def test_numbers_choose_their_form() -> None:
    arabic = CATALOGUES["ar"]
    said = {n: arabic.translate("%(n)s articles", n) % {"n": n} for n in (0, 1, 2, 3, 11, 100)}
    assert said == {
        0: "لا مقالات",
        1: "مقال واحد",
        2: "مقالان",
        3: "3 مقالات",
        11: "11 مقالا",
        100: "100 مقال",
    }
    assert CATALOGUES["en"].translate("%(n)s articles", 1) % {"n": 1} == "1 article"
    assert arabic.translate("%(n)s articles", "{n}") == "%(n)s مقال"


def test_an_unknown_text_stays_english() -> None:
    assert Catalogue("ar", {}).translate("No such text") == "No such text"
