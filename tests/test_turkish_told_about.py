"""A Turkish document that tells about somebody is not theirs: "X'in eleştirildiği açıklamada"."""

import pytest

from kg.resolve.references import resolve_references
from tests.reading import name, read


@pytest.mark.parametrize(
    "text",
    [
        "Peru Meclisinden yazılı açıklama yapıldı. Açıklamada, kararın yanlış olduğu belirtildi.",
        "Peru Meclisi açıklama yaptı. Gana Bakanı Kwame Osei'nin sert bir dille eleştirildiği"
        " açıklamada, sözlerin haksız olduğu kaydedildi.",
        "Peru Meclisinden yapılan açıklamada kararın yanlış olduğu belirtildi. Gana hükümetinin"
        " sözünü tuttuğu ifade edilen açıklamada, 9 diplomatın gideceği duyuruldu.",
        "Peru Meclisinden yapılan açıklamada kararın yanlış olduğu belirtildi. Gana'nın"
        ' beklemesinin istendiği kaydedilen açıklamada, "Hazırız." ifadesi kullanıldı.',
        "Peru Meclisinden yapılan ve Gana'nın kınandığı açıklamada kararın yanlış olduğu"
        " bildirildi.",
    ],
)
def test_who_made_it_speaks(text: str) -> None:
    drafts = resolve_references(read(text, "tr"))
    assert drafts.statements
    assert all(str(name(s.speaker)).startswith("Peru Meclisi") for s in drafts.statements)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Gana Bakanı Kwame Osei'nin dün yaptığı açıklamada, yolun açık olduğu belirtildi.",
            "Gana",
        ),
        ("Gana Meclisinin sitesinde yayımlanan açıklamada, yolun açık olduğu belirtildi.", "Gana"),
        ("Gana Meclisinin dün okunan açıklamasında, yolun açık olduğu belirtildi.", "Gana"),
    ],
)
def test_a_genitive_may_own_it(text: str, speaker: str) -> None:
    (found,) = read(text, "tr").statements
    assert str(name(found.speaker)).startswith(speaker)


def test_a_statement_that_came_says_nothing_itself() -> None:
    assert not read("Peru Meclisinden konuya ilişkin açıklama yapıldı.", "tr").statements
