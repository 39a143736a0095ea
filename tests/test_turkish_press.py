"""Reporters are told something where their place shows that they listen, and meet nobody."""

import pytest

from kg.model.article import SourceText
from kg.model.day import Day
from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article


def _told(text: str) -> list[list[str]]:
    source = SourceText(name="x", text=text, language="tr", published=Day.parse("2024-05-15"))
    document = to_document(extract_article(source, iris=Iris()))
    assert not [c for c in document["claims"] if c["type"] == "meeting"]
    return [c["addressees"] for c in document["claims"] if c["type"] == "statement"]


@pytest.mark.parametrize(
    "text",
    [
        "Peru Dışişleri Bakanı Juan Lopez, dün Lima'da gazetecilere, sınırın açılacağını söyledi.",
        "Peru Dışişleri Bakanı Juan Lopez, gazetecilere yaptığı açıklamada, sınırın açılacağını"
        " söyledi.",
        "Toplantının ardından basın mensuplarına konuşan Peru Dışişleri Bakanı Juan Lopez, sınırın"
        " açılacağını söyledi.",
        "Gazetecilerin sorularını yanıtlayan Peru Dışişleri Bakanı Juan Lopez, sınırın açılacağını"
        " söyledi.",
        'Peru Dışişleri Bakanı Juan Lopez uçakta gazetecilere "Sınır açılacak" dedi.',
    ],
)
def test_journalists_listen(text: str) -> None:
    assert _told(text) == [["journalists"]]


def test_reporters_right_before_the_verb_listen() -> None:
    text = "Peru Dışişleri Bakanı Juan Lopez, sınırın açılacağını muhabirlere doğruladı."
    assert _told(text) == [["reporters"]]


@pytest.mark.parametrize(
    "text",
    [
        "Peru Dışişleri Bakanı Juan Lopez, gazetecilere vize verilmeyeceğini söyledi.",
        "Peru Dışişleri Bakanı Juan Lopez, gazetecilere yönelik saldırıyı kınadı.",
        "Peru Dışişleri Bakanı Juan Lopez, gazetecilerin tutuklanmasını kınadı.",
        "Peru Dışişleri Bakanı Juan Lopez, gazetecilere saldıranların yakalandığını söyledi.",
        "Peru Dışişleri Bakanı Juan Lopez, gazetecilere dün saldıran üç kişinin yakalandığını"
        " söyledi.",
        "Peru Dışişleri Bakanı Juan Lopez, gazetecilerin sorularının hükümete sorulacağını"
        " söyledi.",
        "Peru Dışişleri Bakanı Juan Lopez, gazetecilere verilen brifingin bittiğini söyledi.",
        "Peru Dışişleri Bakanı Juan Lopez, muhabirlere brifing verecek sözcünün kaçtığını söyledi.",
        "Peru Dışişleri Bakanı Juan Lopez, yerel bir televizyona konuşma yapan şüphelinin"
        " kaçtığını söyledi.",
    ],
)
def test_who_is_only_spoken_about_is_not_told(text: str) -> None:
    assert _told(text) == [[]]


@pytest.mark.parametrize(
    ("words", "outlet"),
    [
        ("yerel bir televizyona konuşarak sınırın açılacağını söyledi.", "yerel bir televizyon"),
        ("bir televizyon kanalına, sınırın açılacağını söyledi.", "bir televizyon kanalı"),
        (
            "Fransız bir dergiye verdiği mülakatta, sınırın açılacağını söyledi.",
            "Fransız bir dergi",
        ),
        ("sınırın açılacağını haber ajanslarına doğruladı.", "haber ajansları"),
        ("sınırın açılacağını özel bir radyoya anlattı.", "özel bir radyo"),
        ("Radyo Kahire'ye sınırın açılacağını söyledi.", "Radyo Kahire"),
        ("Reuters'a konuşurken sınırın açılacağını söyledi.", "Reuters"),
    ],
)
def test_outlets_listen(words: str, outlet: str) -> None:
    assert _told(f"Peru Dışişleri Bakanı Juan Lopez, {words}") == [[outlet]]


@pytest.mark.parametrize(
    "words",
    ["bir gazeteye el konulmasını kınadı.", "televizyona çıkmayacağını söyledi."],
)
def test_what_is_done_to_an_outlet_is_not_told_to_it(words: str) -> None:
    assert _told(f"Peru Dışişleri Bakanı Juan Lopez, {words}") == [[]]
