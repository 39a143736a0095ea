"""Arabic red lines and meetings that the words themselves say there are not."""

import pytest

from tests.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "نفت بيرو أن يكون لها خط أحمر يتمثل في بناء السد.",
        "نفى رئيس غانا وجود خط أحمر اسمه الميناء.",
        "نفت بيرو أن يكون بناء السد خطا أحمر.",
        "رفضت غانا أن يعتبر بناء السد خطا أحمر.",
    ],
)
def test_a_red_line_somebody_denies_is_not_declared(text: str) -> None:
    assert not read(text, "ar").redlines


def test_what_is_rejected_as_a_red_line_is_one() -> None:
    (line,) = read("رفضت بيرو بناء السد باعتباره خطا أحمر.", "ar").redlines
    assert line.commitment == "declares"
