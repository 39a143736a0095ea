"""Who is quoted by whom, and nouns of speech that are written like verbs."""

import pytest

from tests.reading import read_lines


def _speakers(text: str) -> list[str]:
    drafts = read_lines(text, "en")
    return [s.speaker.name for s in drafts.statements if hasattr(s.speaker, "name")]


@pytest.mark.parametrize(
    "text",
    [
        '"The dam will stay," Mr Kiros was quoted as saying by Kenya\'s leading daily.',
        '"The dam will stay," Mr Kiros was quoted as saying on Monday by the state news agency.',
        '"The dam will stay," Mr Kiros was quoted as saying in Kenyan local media sites.',
        '"The dam will stay," the BBC reported Mr Kiros as saying at the start of the talks.',
    ],
)
def test_whoever_is_quoted_behind_a_quotation_speaks(text: str) -> None:
    assert _speakers(text) == ["Kiros"]


@pytest.mark.parametrize(
    "text",
    [
        "On Friday Kiros made his first public comments since the raid.",
        "Angry protests over the raid went on in Lusaka.",
        "Fresh claims that the truce was broken were heard in Lusaka.",
    ],
)
def test_described_nouns_of_speech_are_no_verbs(text: str) -> None:
    assert _speakers(text) == []


def test_claims_of_a_people_are_denied_and_not_told() -> None:
    text = "The Zambian army also denied Angolan claims that its troops had crossed the river."
    assert _speakers(text) == ["Zambian army"]


def test_the_public_may_demand() -> None:
    assert _speakers("The public demands that the talks go on.") == ["public"]


def test_an_ultimatum_of_so_many_days_is_given() -> None:
    assert _speakers("Kenya has issued a seven-day ultimatum to Uganda to leave.") == ["Kenya"]
    assert not _speakers("A seven-day ultimatum to leave ended at noon.")


def test_whoever_is_told_words_in_quotation_marks_says_nothing() -> None:
    text = 'The ambassador was told that such acts "are a serious threat to regional peace".'
    assert _speakers(text) == []


def test_whoever_answers_when_asked_speaks() -> None:
    text = 'When asked about the answer if Chad crossed this "line", Ruiz said: "It will wait."'
    assert "When" not in _speakers(text)
