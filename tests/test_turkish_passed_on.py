"""Whose news Turkish words go by, and who carries them."""

import pytest

from kg.model.draft import mentions_of
from tests.reading import name, read


def chain(text: str) -> list[tuple[str, set[str], set[str]]]:
    """Return who speaks, who passes it on and who is told, by statement."""
    return [
        (
            str(name(s.speaker)),
            {str(name(m)) for m in mentions_of(s.via)},
            {str(name(m)) for m in mentions_of(s.addressees)},
        )
        for s in read(text, "tr").statements
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("Reuters'ta yer alan haberde, yolun açık olduğu ifade edildi.", "Reuters", set()),
        ("Reuters'ta çıkan habere göre, yol açık.", "Reuters", set()),
        (
            'Reuters\'ın "adını vermeyen bir kaynağa" dayandırdığı haberinde, yolun açık olduğu'
            " savunuldu.",
            "bir kaynağa",
            {"Reuters"},
        ),
        (
            "Konuya yakın kaynakların Reuters'a verdiği bilgiye göre, yol açık.",
            "Konuya yakın kaynakların",
            {"Reuters"},
        ),
        (
            "Reuters'a konuşan kaynaklardan biri, yolun açık olduğunu söyledi.",
            "kaynaklardan biri",
            {"Reuters"},
        ),
    ],
)
def test_whose_news_it_is(text: str, speaker: str, via: set[str]) -> None:
    ((who, by, _),) = chain(text)
    assert (who, by) == (speaker, via)


def test_who_carries_it() -> None:
    text = "Kofi Adu, Ana Ruiz aracılığıyla Luis Mora'ya yolun açık olduğu mesajını iletti."
    assert chain(text) == [("Kofi Adu", {"Ana Ruiz"}, {"Luis Mora"})]


@pytest.mark.parametrize(
    "text",
    [
        "Kaynaklara göre Gana tarafı, görüşmede “Hazırız” mesajını net biçimde iletti.",
        "Reuters haber sitesinde yayımlanan haberde, iki Ganalı yetkili önerinin hazır olduğunu"
        " söyledi.",
    ],
)
def test_who_is_named_in_front_speaks(text: str) -> None:
    ((who, _, _),) = chain(text)
    assert "Gana" in who


@pytest.mark.parametrize(
    "text",
    [
        "Reuters'ta çalışan Ana Ruiz, yolun açık olduğunu söyledi.",
        "Kaynaklardan birinin kapandığı bildirildi.",
    ],
)
def test_no_outlet_tells_it(text: str) -> None:
    assert all(who == "Ana Ruiz" and not via for who, via, _ in chain(text))
