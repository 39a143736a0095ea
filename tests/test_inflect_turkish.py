"""Turkish forms made by rule: harmony, softening, assimilation, passive, negation."""

import pytest

from kg.extract.inflect_turkish import inflect_turkish
from kg.lexicon.turkish import case_of, decline, plural, possessed


@pytest.mark.parametrize(
    ("stem", "written"),
    [
        ("söyle", {"söyledi", "söylüyor", "söyleyen", "söyleyerek", "söylediğini", "söylendi"}),
        ("belirt", {"belirtti", "belirtiyor", "belirten", "belirterek", "belirtildi"}),
        ("de", {"dedi", "diyor", "diyen", "diyerek", "derken", "denildi"}),
        ("iddia et", {"iddia etti", "iddia ediyor", "iddia eden", "iddia edildi"}),
        ("açıkla", {"açıkladı", "açıklıyor", "açıklayacak", "açıklandı"}),
        ("görüş", {"görüştü", "görüşecek", "görüşüp", "görüştükten", "görüşmesi"}),
        ("bulun", {"bulundu", "bulunuyor", "bulunuldu"}),
        ("yaz", {"yazdı", "yazarken", "yazıldı"}),
        ("çağır", {"çağırdı", "çağrıldı", "çağırıldı", "çağıran"}),
    ],
)
def test_a_stem_makes_the_forms_that_news_writes(stem: str, written: set[str]) -> None:
    assert written <= {form.text for form in inflect_turkish(stem)}


def test_the_negative_is_made_only_when_asked_for() -> None:
    plain = {form.text for form in inflect_turkish("kabul et")}
    negative = {form.text for form in inflect_turkish("kabul et", negative=True)}
    assert "kabul etmedi" not in plain
    assert {"kabul etmedi", "kabul etmiyor", "kabul etmediğini"} <= negative


def test_a_passive_says_so() -> None:
    voices = {form.text: form.voice for form in inflect_turkish("bildir")}
    assert (voices["bildirdi"], voices["bildirildi"]) == ("active", "passive")


@pytest.mark.parametrize(
    ("noun", "owned"),
    [("sözcü", "sözcüsü"), ("kaynak", "kaynağı"), ("diplomat", "diplomatı"), ("bakan", "bakanı")],
)
def test_a_possessive_keeps_harmony_and_softens(noun: str, owned: str) -> None:
    assert possessed(noun) == owned


def test_cases_are_told_apart() -> None:
    forms = {form.text: form.case for form in decline("yetkili", possessive=False)}
    assert forms["yetkilinin"] == "genitive"
    assert forms["yetkiliye"] == "dative"
    assert {f.text for f in decline("bakanlığı", possessive=True)} >= {
        "bakanlığının",
        "bakanlığına",
        "bakanlığından",
    }
    assert plural("kaynak") == "kaynaklar"


@pytest.mark.parametrize(
    ("ending", "case"),
    [
        ("'nin", "genitive"),
        ("'ya", "dative"),
        ("'deki", "attributive"),
        ("'li", "adjective"),
        ("", "nominative"),
    ],
)
def test_an_ending_behind_an_apostrophe_tells_the_case(ending: str, case: str) -> None:
    assert case_of(ending) == case


def test_borrowed_words_of_rank_take_front_vowels() -> None:
    assert (plural("tümgeneral"), possessed("amiral")) == ("tümgeneraller", "amirali")
    assert plural("kanal") == "kanallar"
