"""Turkish names that no lexicon has and that the words beside them show to be places."""

import pytest

from kg.extract.mentions import find_mentions
from tests.reading import sentence


def _named(text: str, category: str) -> list[str]:
    found = find_mentions(sentence(text, "tr"), "tr")
    return [m.name for m in found if m.category == category and not m.gazetteer_id]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Ordu dün Tavra kapısını kapattı.", "Tavra"),
        ("Nehir, Beno-Tirra kasabasında taştı.", "Beno-Tirra"),
        ("Bakan Virga üssünün kirasını sordu.", "Virga"),
        ("Gaz, Orlen sahasından alınacak.", "Orlen"),
        ("Dün Belo Takımadaları'na gidildi.", "Belo Takımadaları"),
    ],
)
def test_a_noun_of_sort_behind_a_name_makes_it_a_place(text: str, place: str) -> None:
    assert _named(text, "place") == [place]


@pytest.mark.parametrize(
    "text",
    ["Dün Ando Tavra'nın kapısını çaldılar.", "Karar, Tavra ailesinin kararıdır."],
)
def test_what_somebody_has_makes_no_place_of_him(text: str) -> None:
    assert _named(text, "place") == []
