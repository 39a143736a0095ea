"""What the words said make of a Turkish verb of telling: a worry, a demand, a mere wait."""

import pytest

from tests.reading import name, read


def _acts(text: str) -> list[str]:
    return [one.act for one in read(text, "tr").statements]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya Başbakanı, göçmenler için duyduğu endişeyi dile getirdi.",
        "Umman Dışişleri Bakanlığı, saldırılardan duyulan derin kaygıyı büyükelçiye iletti.",
        "Peru Dışişleri Bakanı, balık stoklarının azalmasından endişe ettiklerini söyledi.",
        'Malta Başbakanı, "Bu gidişten kaygı duyuyoruz" dedi.',
    ],
)
def test_a_worry_is_told_as_a_noun_or_in_the_first_person(text: str) -> None:
    assert _acts(text) == ["expresses-concern"]


@pytest.mark.parametrize(
    "text",
    [
        'Malta Başbakanı, "Herkesin kurallara uymasını istiyoruz" dedi.',
        'Malta Başbakanı, "Komşumuzun sözünde durmasını bekliyoruz" diye konuştu.',
        'Malta Başbakanı, "Silahlar derhal susmalı" ifadesini kullandı.',
        "Malta Başbakanı, Tunus'tan özür beklediğini söyledi.",
        "Malta Başbakanı Tunus'tan acil yardım istedi.",
        "Malta Başbakanı iki haftalık ateşkes istedi.",
    ],
)
def test_what_others_shall_do_is_demanded(text: str) -> None:
    assert _acts(text) == ["demands"]


@pytest.mark.parametrize(
    "text",
    [
        "Malta Başbakanı, Tunus'tan yanıt beklediğini söyledi.",
        "Malta Başbakanı, Brüksel'den talimat beklediklerini kaydetti.",
        'Malta Başbakanı, "Tarihimizi iyi biliyoruz" dedi.',
        "Malta Başbakanı, limanın yarın açılacağını anlattı.",
    ],
)
def test_waiting_for_word_and_telling_of_it_is_no_demand(text: str) -> None:
    assert _acts(text) == ["asserts"]


@pytest.mark.parametrize(
    "office",
    ["O yıllarda Kenya Savunma Bakanı olan", "Geçen ay Kenya Savunma Bakanı seçilen"],
)
def test_whoever_holds_the_office_speaks(office: str) -> None:
    (found,) = read(f"{office} Raychelle Omamo, suçlamaları reddetti.", "tr").statements
    assert name(found.speaker) == "Raychelle Omamo"
