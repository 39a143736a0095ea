"""Whom somebody spoke or wrote to, where the verb does not say it: hosts, letters; and where."""

import pytest

from kg.model.draft import DraftStatement, mentions_of
from kg.vocabulary import Language
from tests.reading import name, read, read_lines


def last(text: str, language: Language = "en") -> DraftStatement:
    return read_lines(text, language).statements[-1]


@pytest.mark.parametrize("host", ["his host", "the visitor", "her guest"])
def test_hosts_and_guests_are_the_other_party_of_the_last_meeting(host: str) -> None:
    statement = last(
        "Kenyan Foreign Minister Musa Otiro met Sudanese Foreign Minister Amna Tahir in Nairobi.\n"
        f"Otiro warned {host} that the border would close.",
    )
    assert [name(m) for m in statement.addressees] == ["Sudanese Foreign Minister Amna Tahir"]
    assert statement.said_at is not None


def test_what_one_party_of_a_meeting_tells_the_other_was_said_there() -> None:
    drafts = read_lines(
        "Kenyan Foreign Minister Musa Otiro met Sudanese Foreign Minister Amna Tahir.\n"
        "Otiro told Tahir that the border would close.",
        "en",
    )
    assert drafts.statements[-1].said_at == drafts.meetings[0].key


def test_hosts_of_whom_nothing_is_told_are_nobody() -> None:
    assert last("Musa Otiro warned his hosts that the border would close.").addressees == ()


@pytest.mark.parametrize(
    ("text", "language", "reader"),
    [
        (
            "In a letter to President Amna Tahir, Musa Otiro wrote that the dam would stay.",
            "en",
            "President Amna Tahir",
        ),
        ("Kenya said in a note sent to Sudan that the dam would stay.", "en", "Sudan"),
        ("قالت كينيا في رسالة إلى السودان إن السد باق.", "ar", "السودان"),
    ],
)
def test_a_letter_is_told_to_whom_it_went(text: str, language: Language, reader: str) -> None:
    (statement,) = read(text, language).statements
    assert [name(a) for a in statement.addressees] == [reader]


def test_a_letter_to_nobody_in_particular_tells_nobody() -> None:
    (statement,) = read(
        "In a letter to the editor, Musa Otiro wrote that it was over.", "en"
    ).statements
    assert statement.addressees == ()


def test_both_governments_are_appealed_to() -> None:
    statement = last(
        "Kenya and Uganda quarrelled over an island.\n"
        "The United States appealed to both governments to keep trade moving."
    )
    assert [p.gazetteer_id for p in mentions_of(statement.addressees)] == ["kenya", "uganda"]


def test_a_document_accuses_for_whoever_gave_it_out() -> None:
    statement = last("Kenya released a long paper accusing Uganda of sending soldiers.")
    assert (name(statement.speaker), statement.act) == ("Kenya", "accuses")
    assert [name(a) for a in statement.addressees] == ["Uganda"]


def test_what_goes_on_and_that_says_nothing() -> None:
    text = "An official said quiet contacts were continuing and that both armies would wait."
    (statement,) = read(text, "en").statements
    assert name(statement.speaker) == "official"
