"""Groups and bodies without a name that somebody speaks to, writes to, calls on."""

import pytest

from tests.turkish_claims import claims


def _told(text: str) -> list[str]:
    return [a for c in claims(text, "statement") for a in c["addressees"]]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("parlamentoya sınırın açılacağını bildirdi", "parlamento"),
        ("sınırın açılacağını parlamentoya bildirdi", "parlamento"),
        ("mahkemeye, sınırın açılacağını anlattı", "mahkeme"),
        ("esnafa sınırın açılacağı konusunda güvence verdi", "esnaf"),
        ("üye ülkelere sınırı açma çağrısı yaptı", "üye ülkeler"),
        ("sınırın açılacağını komşu ülkelere iletti", "komşu ülkeler"),
        ("madencilere seslenerek sınırın açılacağını belirtti", "madenciler"),
        ("milletvekillerine hitap ederek sınırın açılacağını belirtti", "milletvekilleri"),
        ("çiftçilere yanıt vererek sınırın açılacağını belirtti", "çiftçiler"),
        ("bankalara gönderdiği mektupta sınırın açılacağını belirtti", "bankalar"),
        ("mevkidaşı Andrés Ramos'a verdiği yanıtta iddiaları reddetti", "Andrés Ramos"),
        ("Şilili yetkilileri sınırı açmaya çağırdı", "Chilean officials"),
        ("radyo kanalı Andina'ya, sınırın açılacağını anlattı", "Andina"),
        ("Dünya Bankası'na sınırın açılacağını bildirdi", "World Bank"),
        ("Ana Vera'dan sınırın açılmasını rica etti", "Ana Vera"),
        ("Fiji'yi sınır hakkında bilgilendirdi", "Fiji"),
        ("siyasilerden sınırı açmalarını istedi", "siyasiler"),
    ],
)
def test_a_group_is_told(told: str, name: str) -> None:
    assert _told(f"Kenya Dışişleri Bakanı Musalia Mudavadi, {told}.") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Dünya Bankası'na ödemenin süreceğini bildirdi",
        "orduya asker alınacağını söyledi",
        "tasarının meclise sunulacağını bildirdi",
        "komşu ülkelere ihracatın durduğunu söyledi",
        "kararın parlamentoya bağlı olduğunu söyledi",
    ],
)
def test_whom_something_is_done_to_is_not_told(text: str) -> None:
    assert _told(f"Kenya Dışişleri Bakanı Musalia Mudavadi, {text}.") == []
