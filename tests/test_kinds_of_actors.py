"""Of what kind actors are listed: offices of state, people sent, people of no office."""

import pytest

from kg.model.article import SourceText
from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article


def kinds(text: str) -> dict[str, str]:
    source = SourceText(name="x", text=text, language="en", published=None)
    actors = to_document(extract_article(source, iris=Iris()))["actors"]
    return {a["name"]: a["kind"] for a in actors}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Kenyan presidency denied the claim.", "Kenyan Presidency", "ministry"),
        ("Kenyan police denied the claim.", "Kenyan police", "ministry"),
        ("The Kenyan delegation met the Ugandan delegation.", "Kenyan delegation", "official"),
        ("Activist Ruth Banda denied the claim.", "Ruth Banda", "person"),
        ("Minister Ruth Banda denied the claim.", "Ruth Banda", "official"),
        ("The Kenyan parliament denied the claim.", "Kenyan parliament", "organization"),
    ],
)
def test_an_actor_is_of_the_kind_that_acts(text: str, name: str, kind: str) -> None:
    assert kinds(text)[name] == kind


def test_a_spokesman_of_the_president_lists_no_office_beside_him() -> None:
    found = kinds("A spokesman for the Kenyan presidency denied the claim.")
    assert "Kenyan Presidency" not in found
