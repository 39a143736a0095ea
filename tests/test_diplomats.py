"""Who "the diplomat" is, where somebody of that state is named."""

import pytest

from kg.model.mention import Mention
from tests.reading import read_lines


def speaker(text: str) -> str:
    last = read_lines(text, "en").statements[-1].speaker
    assert isinstance(last, Mention)
    return last.person or last.name


def test_an_envoy_is_called_the_diplomat() -> None:
    named = "Kenyan Ambassador Grace Wairimu arrived in Accra on Monday.\n"
    assert speaker(f"{named}The Kenyan diplomat said that the talks had begun.") in (
        "Grace Wairimu",
        "Kenyan diplomat",
    )


@pytest.mark.parametrize(
    "before",
    [
        "Kenyan Foreign Minister Grace Wairimu arrived in Accra on Monday.\n",
        "Police held an employee of the Kenyan embassy. Ambassador Grace Wairimu protested.\n",
    ],
)
def test_a_minister_is_not_nor_anybody_beside_an_embassy_that_is_told_of(before: str) -> None:
    assert speaker(f"{before}The Kenyan diplomat denied the charge.") == "Kenyan diplomat"
