"""A genitive that owns a deed in the words does not say them: "Gana'nın sunduğu planı"."""

import pytest

from tests.reading import name, read


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("İsyancılar, Gana'nın sunduğu planı kabul ettiklerini açıkladı.", "İsyancılar"),
        ('Peru, Şili ve Gana\'nın önerdiği "barışa" katıldıklarını duyurdu.', "Peru"),
        ("Peru, Şili'nin önerdiği takvimi reddettiğini bildirdi.", "Peru"),
        (
            "Peru, Şili'nin tatbikatları sürdürmesinden endişe duyduğunu belirtti.",
            "Peru",
        ),
    ],
)
def test_who_did_the_deed_does_not_speak(text: str, speaker: str) -> None:
    assert {name(s.speaker) for s in read(text, "tr").statements} == {speaker}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Gana'nın planı reddettiği bildirildi.", "Gana"),
        ("Şili'nin Peru'nun çekilmesinden endişe duyduğu bildirildi.", "Şili"),
    ],
)
def test_the_genitive_that_says_it_still_speaks(text: str, speaker: str) -> None:
    assert [name(s.speaker) for s in read(text, "tr").statements] == [speaker]
