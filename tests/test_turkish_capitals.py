"""Capitals called by their state in Turkish."""

import pytest

from tests.reading import read


@pytest.mark.parametrize(
    ("text", "identity"),
    [
        ("Zirve Tacikistan'ın başkentinde yapıldı.", "dushanbe"),
        ("Zirve ABD başkentinde yapıldı.", "washington"),
        ("Zirve Gana'nın başkenti Akra'da yapıldı.", "accra"),
    ],
)
def test_a_capital_is_known_by_its_state(text: str, identity: str) -> None:
    places = [m.gazetteer_id or "" for s in read(text, "tr").sentences for m in s.places]
    assert [p for p in places if identity in p]


def test_a_state_of_two_words_keeps_its_name_in_the_genitive() -> None:
    (sentence,) = read("Güney Sudan'ın ordusu çekildi.", "tr").sentences
    assert [m.gazetteer_id for m in sentence.actors] == ["south-sudan.armed-forces"]
