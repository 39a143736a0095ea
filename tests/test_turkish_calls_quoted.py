"""What a Turkish speaker does by the words quoted, and who hears what is told to outlets."""

import pytest

from tests.reading import heard, name, read


@pytest.mark.parametrize(
    ("text", "act", "told"),
    [
        ('Ruiz, "Gana\'yı tehditlerini durdurmaya çağırıyorum" dedi.', "demands", {"Gana"}),
        (
            'Ruiz, "Hazırız. Gana makamlarını beklemeye davet ediyoruz." ifadesini kullandı.',
            "demands",
            {"Gana makamlarını"},
        ),
        ('Ruiz, "Gana\'ya durma çağrısında bulunuyoruz" dedi.', "demands", {"Gana"}),
        ('Ruiz, "Gana\'dan çekilmesini talep ediyoruz" dedi.', "demands", {"Gana"}),
        ('Ruiz, "Gana\'yı son kez uyarıyoruz" dedi.', "warns", {"Gana"}),
        ('Ruiz, "Bu saldırıyı kınıyoruz" dedi.', "accuses", set()),
        ('Ruiz, "Bu iddiayı reddediyoruz" dedi.', "denies", set()),
        ('Ruiz, "Sizi Lima\'ya davet ediyoruz" dedi.', "asserts", set()),
        ('Ruiz, "Gana\'yı yarın arıyoruz" dedi.', "asserts", set()),
        ('Ruiz, "Gana\'nın bizi uyardığını biliyoruz" dedi.', "asserts", set()),
    ],
)
def test_words_that_do_what_they_tell(text: str, act: str, told: set[str]) -> None:
    (found,) = read(text, "tr").statements
    assert found.act == act
    if act != "denies":
        assert {str(name(a)) for a in found.addressees} == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Reuters'a açıklamalarda bulunan Ana Ruiz, yolun açık olduğunu söyledi.", {"Reuters"}),
        ("AFP'ye yazılı açıklama yapan Ana Ruiz, yolun açık olduğunu söyledi.", {"AFP"}),
        ("Reuters'a verdiği demeçte Ana Ruiz, yolun açık olduğunu söyledi.", {"Reuters"}),
        ("Lima'da bulunan Ana Ruiz, yolun açık olduğunu söyledi.", set()),
        ("Reuters'a saldırıda bulunan Ana Ruiz, yolun açık olduğunu söyledi.", set()),
        ("Ruiz, Gana'ya sert tepki gösterdi.", {"Ghana"}),
        ("Ruiz, sondaja sert tepki gösterdi.", set()),
        ("Ruiz, çatışma yaşayan Gana ve Togo'ya itidal çağrısında bulundu.", {"Ghana", "Togo"}),
        ("Ruiz, Gana'ya itidal çağrısında bulundu.", {"Ghana"}),
    ],
)
def test_who_hears_it(text: str, told: set[str]) -> None:
    ((_, who),) = heard(text, "tr")
    assert who == told


MET = "Ana Ruiz, Luis Mora ile Lima'da bir araya geldi. "


@pytest.mark.parametrize(
    "said",
    [
        'Ruiz, görüşmenin ardından yaptığı açıklamada, "Yol açık." ifadesini kullandı.',
        "Andina'nın haberine göre Ruiz, yolun açık olduğunu söyledi.",
    ],
)
def test_what_is_said_afterwards_is_said_to_nobody(said: str) -> None:
    ((_, who),) = heard(MET + said, "tr")
    assert who == set()
