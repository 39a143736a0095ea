"""Turkish red lines about one's own land, and refusals that end in -tir."""

import pytest

from tests.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "Kofi Adu, Gana topraklarının herhangi bir saldırı için kullanılmasına izin verilmeyeceğini"
        " açıkladı.",
        'Kofi Adu, "Hava sahamızın saldırı için kullanılmasına müsaade etmeyeceğiz" dedi.',
        'Kofi Adu, "Gana, hiç kimsenin topraklarını kullanmasına izin vermeyecektir" dedi.',
    ],
)
def test_a_line_is_drawn(text: str) -> None:
    assert len(read(text, "tr").redlines) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Kofi Adu, büyükelçinin dönmesine izin verilmeyeceğini söyledi.",
        "Kofi Adu, topraklarının genişliğinden söz etti.",
    ],
)
def test_none_is_drawn(text: str) -> None:
    assert not read(text, "tr").redlines
