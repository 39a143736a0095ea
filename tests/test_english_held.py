"""Who holds an office in English is listed as an official, whatever words tell it."""

import pytest

from tests.reading import read_article


def kinds(text: str) -> dict[str, str]:
    """Return the kind of every actor of an article by name."""
    claims = read_article(text)
    return {actor.name: actor.kind for actor in claims.actors}


@pytest.mark.parametrize(
    "text",
    [
        "Palau's Jane Roe said that it was over.",
        "General Jane Roe said that it was over.",
        "His Ghanaian colleague, Jane Roe, said that it was over.",
        "His opposite number, Jane Roe, said that it was over.",
        "The head of the survey team, Jane Roe, said that it was over.",
        "The first lady, Jane Roe, said that it was over.",
        "Their inspector-general, Jane Roe, vowed to wait.",
        "The chief negotiators, Ana Ruiz and Jane Roe, could leave.",
        "Jane Roe, chief minister of the territory, said that it was over.",
        "Jane Roe, a police and border guard official, said that it was over.",
        "Jane Roe, who heads the mission, said that it was over.",
        "Jane Roe of Chad said that it was over.",
    ],
)
def test_an_office_beside_a_name_makes_an_official(text: str) -> None:
    assert kinds(text)["Jane Roe"] == "official"


@pytest.mark.parametrize(
    "text",
    [
        "Jane Roe, a lawyer for the families, said that it was over.",
        "Jane Roe, who survived the raid, said that it was over.",
        "Jane Roe of the fishing village said that it was over.",
        "After the raid, Jane Roe said that it was over.",
        "Behind the minister stood her mother, Jane Roe, who said that it was over.",
    ],
)
def test_other_words_beside_a_name_make_no_official(text: str) -> None:
    assert kinds(text)["Jane Roe"] == "person"


def test_a_surname_may_be_a_month() -> None:
    text = "Theresa May told Reuters that it was over. In May talks went on. Mrs May left on May 3."
    claims = read_article(text)
    assert [c.speaker for c in claims.statements] == ["Theresa May"]
    assert {a.name for a in claims.actors} == {"Theresa May", "Reuters"}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "The civil defence service said that it was over.",
            "civil defence service",
            "organization",
        ),
        (
            "A foreign policy department said that it was over.",
            "foreign policy department",
            "ministry",
        ),
        ("The city's fishermen said that it was over.", "city's fishermen", "person"),
    ],
)
def test_words_alone_tell_what_sort_a_body_is(text: str, name: str, kind: str) -> None:
    assert kinds(text)[name] == kind


@pytest.mark.parametrize(
    "text",
    [
        "Jane Roe, who is Chad's president, said that it was over.",
        "Jane Roe is the UN envoy to Chad. She said that it was over.",
        "Jane Roe, who was appointed foreign minister in May, said that it was over.",
        "As foreign minister of Chad, Jane Roe said that it was over.",
        "Jane Roe, acting commander of the third watch, said that it was over.",
        "Jane Roe, the deputy minister for hill farms, said that it was over.",
        "The head of the mission in the hills, Jane Roe, said that it was over.",
    ],
)
def test_what_somebody_is_is_nobody_else(text: str) -> None:
    assert set(kinds(text)) <= {"Jane Roe", "Chad", "United Nations"}


def test_somebody_of_an_office_beside_a_name_stays() -> None:
    text = "The note came from Jane Roe, one envoy in the hills told Reuters."
    assert set(kinds(text)) == {"Jane Roe", "one envoy", "Reuters"}
    text = "Jane Roe left as the president said it was over."
    assert set(kinds(text)) == {"Jane Roe", "president"}


@pytest.mark.parametrize(
    "text",
    [
        "Chad's prime minister-designate, Jane Roe, said that it was over.",
        "Prime minister-elect Jane Roe said that it was over.",
        "Jane Roe, the UN coordinator for the Chad crisis, said that it was over.",
    ],
)
def test_an_office_yet_to_be_held_and_its_field_are_one_with_the_name(text: str) -> None:
    assert set(kinds(text)) - {"Chad", "United Nations"} == {"Jane Roe"}
