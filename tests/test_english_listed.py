"""Several verbs with one subject: "X denied …, alleged … and demanded …"."""

import pytest

from kg.model.article import SourceText
from kg.model.day import Day
from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article

_DAY = Day.parse("2024-05-16")


def acts(text: str) -> list[tuple[str | None, str]]:
    """Return who says what kind of thing, in order."""
    source = SourceText(name="made", text=text, language="en", published=_DAY)
    claims = to_document(extract_article(source, iris=Iris()))["claims"]
    return [(c["speaker"], c["act"]) for c in claims if c["type"] == "statement"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Chad denied that its men had crossed, alleged that two had been shot, and demanded "
            "an apology.",
            ["denies", "accuses", "demands"],
        ),
        (
            "Chad said that the talks had failed, warned that unrest would follow and urged calm.",
            ["asserts", "warns", "demands"],
        ),
        (
            "Chad rejected claims that its boats had entered the lake, accused Niger of ramming "
            "them, and called for an inquiry.",
            ["denies", "accuses", "demands"],
        ),
        ("Chad condemned the raid, urged restraint and called for talks.", ["accuses", "demands"]),
        (
            "Chad denied that it had paid, insisted that the men had been freed by police, and "
            "thanked Qatar.",
            ["denies", "asserts"],
        ),
    ],
)
def test_the_middle_verb_of_a_list_has_the_subject_of_the_first(text: str, told: list[str]) -> None:
    found = acts(text)
    assert {speaker for speaker, _ in found} == {"Chad"}
    assert [act for _, act in found][: len(told)] == told


@pytest.mark.parametrize(
    "text",
    [
        "Chad said its consul, warned that he would be expelled, and told to leave, was innocent.",
        "Chad denied that the consul, accused of spying, and ordered to leave, had paid anyone.",
        "Chad said that the general had resigned, denied by many.",
    ],
)
def test_what_is_done_to_somebody_told_of_is_nobodys_words(text: str) -> None:
    assert len(acts(text)) == 1
