"""How English reporters vary what they tell: who met, who said it, what is refused."""

import pytest

from kg.model.draft import DraftMeeting, Drafts, mentions_of
from tests.reading import name, read, read_lines, words


def _parties(meeting: DraftMeeting) -> list[str | None]:
    return [name(m) for m in mentions_of(meeting.participants)]


def _met(drafts: Drafts) -> list[list[str | None]]:
    return [_parties(m) for m in drafts.meetings if len(m.participants) > 1]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "President Irfaan Ali landed in Bridgetown.\nPrime Minister Mia Mottley met him there.",
            ["Prime Minister Mia Mottley", "President Irfaan Ali"],
        ),
        (
            "Foreign Minister Espen Eide and his Danish opposite number, Lars Rasmussen, spoke by "
            "telephone on Friday.",
            ["Foreign Minister Espen Eide", "Lars Rasmussen"],
        ),
        (
            "Qatar offered Doha for the Chadian president to meet the Sudanese president.",
            ["Chadian president", "Sudanese president"],
        ),
        (
            "The Omani foreign minister spent an hour with Kaja Kallas, the union's top diplomat.",
            ["Omani foreign minister", "Kaja Kallas, the union's top diplomat"],
        ),
        (
            "The Bhutanese king conferred with Anil Roy of Nepal, with Lee Tan of Singapore "
            "facilitating.",
            ["Bhutanese king", "Anil Roy"],
        ),
    ],
    ids=["object-pronoun", "opposite-number", "for-whom-to-meet", "apposed-office", "home-of"],
)
def test_meetings_are_read_in_other_words(text: str, parties: list[str]) -> None:
    assert sorted(_met(read_lines(text, "en"))[0], key=str) == sorted(parties)


def test_people_spoken_to_separately_met_one_by_one() -> None:
    text = (
        "Prime Minister Tom Vale sat across from General Ben Roe in Suva on Monday.\n"
        "President Ana Lima had spoken separately with both men on Sunday."
    )
    later = [m for m in read_lines(text, "en").meetings if m.sentence == 1]
    assert [_parties(m)[0] for m in later] == ["President Ana Lima"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan president had the minister to thank.",
        "The Chilean president called the Peruvian president a liar.",
        "The mayor took the governor to task.",
        "The Fijian prime minister spent an hour on the list.",
    ],
)
def test_idioms_of_other_senses_tell_of_no_meeting(text: str) -> None:
    assert _met(read(text, "en")) == []


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        (
            '"There will be no second vote," the aide recalled President Ana Lima saying.',
            "President Ana Lima",
            "aide",
        ),
        (
            "In a message to the chair, President Ana Lima wrote that the deal was dead, the "
            "second diplomat said.",
            "President Ana Lima",
            "second diplomat",
        ),
        (
            "The treaty, President Ana Lima argued in a speech, leaves no room.",
            "President Ana Lima",
            None,
        ),
        (
            "The Omani envoy came with a single sentence: the post goes or nobody talks.",
            "Omani envoy",
            None,
        ),
        ("Asked again, Oman's position is that the strait must stay open.", "Oman", None),
        ("The convoy, in Kenya's telling, was never there.", "Kenya", None),
        ("President Ana Lima blamed Kenya.", "President Ana Lima", None),
        (
            "That ban is off, President Ana Lima confirmed, and nobody knows why.",
            "President Ana Lima",
            None,
        ),
    ],
)
def test_what_is_said_is_read_in_other_words(text: str, speaker: str, via: str | None) -> None:
    found = read(text, "en").statements
    assert [(name(s.speaker) or "").removesuffix("'s") for s in found] == [speaker]
    assert [name(v) for s in found for v in s.via] == ([via] if via else [])


def test_he_is_not_whom_he_saw() -> None:
    text = (
        "Nepal's prime minister and foreign minister, Kamal Thapa, flew home on Sunday.\n"
        "In two days he saw President Ana Lima.\n"
        '"They promised much," he said.'
    )
    assert "Kamal Thapa" in (name(read_lines(text, "en").statements[-1].speaker) or "")


def test_neither_nor_draws_two_lines() -> None:
    text = "The Togolese president said he would put up with neither a dam nor gangs on the bank."
    lines = read(text, "en").redlines
    assert [words(text, line.trigger) for line in lines] == ["a dam", "gangs on the bank"]


def test_an_announced_condition_is_told_once() -> None:
    text = 'The premier set one condition.\n"Touch a hair of our people, and it is over," he said.'
    drafts = read_lines(text, "en")
    assert len(drafts.redlines) == 1
    assert [s.sentence for s in drafts.statements] == [1]


def test_a_limit_is_a_line_only_where_nobody_may_pass() -> None:
    assert read("The Omani envoy said the speed limit was raised.", "en").redlines == ()
    assert len(read("The Omani envoy said a base was a limit nobody may go beyond.", "en").redlines)


@pytest.mark.parametrize(
    ("said", "act"),
    [
        ("Full responsibility lies with Tokyo", "asserts"),
        ("The wreck lies in Omani waters", "asserts"),
        ("These are lies", "denies"),
        ("All of it is a pack of lies", "denies"),
        ("Lies", "denies"),
    ],
)
def test_what_lies_somewhere_is_no_lie(said: str, act: str) -> None:
    text = f'"{said}," Foreign Minister Ana Ruiz said.'
    (statement,) = read(text, "en").statements
    assert statement.act == act


@pytest.mark.parametrize(
    ("behind", "content"),
    [
        ("here on Thursday", "Malta will stop the work"),
        ("here Monday", "Malta will stop the work"),
        ("here yesterday", "Malta will stop the work"),
        ("here late on Wednesday", "Malta will stop the work"),
        ("here", "Malta will stop the work"),
        ("here was the proof", "here was the proof"),
    ],
)
def test_here_is_where_it_is_said(behind: str, content: str) -> None:
    text = f"Malta will stop the work, Foreign Minister Ana Ruiz said {behind}."
    (statement,) = read(text, "en").statements
    assert words(text, statement.content) == content
