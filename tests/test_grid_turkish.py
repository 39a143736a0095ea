"""The forms in which the Turkish patterns of tests/eval/grid put their words."""

import pytest

from tests.eval.grid.turkish import in_form


@pytest.mark.parametrize(
    ("says", "form", "owned", "written"),
    [
        ("Mirela Popa", "acc", False, "Mirela Popa'yı"),
        ("Estonya Dışişleri Bakanı", "gen", True, "Estonya Dışişleri Bakanı'nın"),
        ("Gdansk", "loc", False, "Gdansk'ta"),
        ("yetkililer", "ins", False, "yetkililerle"),
        ("Şili heyeti", "dat", True, "Şili heyetine"),
        ("kabul et", "relative", False, "kabul eden"),
        ("bir araya gel", "after", False, "bir araya geldikten sonra"),
        ("ağırla", "will_acc", False, "ağırlayacağını"),
        ("görüş", "while", False, "görüşürken"),
    ],
)
def test_words_take_the_ending_that_suits_them(
    says: str, form: str, owned: bool, written: str
) -> None:
    assert in_form(says, form, owned=owned) == written


def test_a_form_nobody_knows_is_refused() -> None:
    with pytest.raises(KeyError):
        in_form("Oslo", "vocative")
