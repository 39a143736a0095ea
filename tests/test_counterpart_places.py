"""Whose a counterpart is, and where he was met: "met his counterpart in Athens"."""

import pytest

from kg.model.article import SourceText
from kg.model.claim import Meeting
from kg.model.iri import Iris
from kg.pipeline import extract_article


def met(text: str) -> Meeting:
    source = SourceText(name="x", text=text, language="en")
    (found,) = (c for c in extract_article(source, iris=Iris()).claims if isinstance(c, Meeting))
    return found


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Hakan Fidan met his counterpart in Lima on Monday.", "Lima"),
        ("Hakan Fidan received his counterpart in Ankara on Monday.", "Ankara"),
        ("Hakan Fidan met his counterpart in Ghana.", "Ghana"),
    ],
)
def test_where_a_counterpart_is_met_is_the_place_and_not_whose_he_is(text: str, place: str) -> None:
    found = met(text)
    assert found.place == place
    assert not [p for p in found.participants if "counterpart" in p]


@pytest.mark.parametrize("verb", ["met his counterpart from", "phoned his counterpart in"])
def test_whose_a_counterpart_is_stands_behind_from_and_behind_in_for_a_call(verb: str) -> None:
    found = met(f"Hakan Fidan {verb} Ghana on Monday.")
    assert found.place is None
    assert [p for p in found.participants if "Ghana" in p]
