"""English as agencies write it: who called on whom, who was told where, what is asked and when."""

import pytest

from kg.model.draft import DraftMeeting, Drafts, mentions_of
from kg.model.mention import Mention
from tests.reading import name, read, read_lines, words


def parties(meeting: DraftMeeting) -> list[str | None]:
    return [m.person or name(m) for m in mentions_of(meeting.participants)]


def met(drafts: Drafts) -> list[list[str | None]]:
    return [parties(m) for m in drafts.meetings if len(m.participants) > 1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Minister Ana Roe is to call on President Omar Diallo on June 3 to discuss the port.",
            ["Ana Roe", "Omar Diallo"],
        ),
        (
            "Minister Ana Roe told President Omar Diallo in Praia on Friday that it was shut.",
            ["Ana Roe", "Omar Diallo"],
        ),
        (
            "Minister Ana Roe and her Togolese counterpart Kofi Mensah agreed in Lomé to talk.",
            ["Ana Roe", "Kofi Mensah"],
        ),
        (
            "Ambassador Ana Roe was summoned to the ministry on Monday by Minister Omar Diallo.",
            ["Omar Diallo", "Ana Roe"],
        ),
        (
            "The bishop urged President Omar Diallo to fly to Lomé and meet Minister Kofi Mensah.",
            ["Omar Diallo", "Kofi Mensah"],
        ),
        (
            "Minister Ana Roe, who spoke to her counterpart Kofi Mensah by phone, named no day.",
            ["Ana Roe", "Kofi Mensah"],
        ),
    ],
)
def test_a_meeting_is_told_by_many_verbs(text: str, expected: list[str]) -> None:
    assert met(read(text, "en")) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ana Roe called on President Omar Diallo to free the crew.",
        "Minister Ana Roe and her Togolese counterpart Kofi Mensah agreed to reopen the port.",
        "Minister Ana Roe welcomed President Omar Diallo's statement on Monday.",
        "A spokesman declined to say whether Ana Roe had met President Omar Diallo.",
        "Ana Roe and Omar Diallo have no meeting scheduled.",
    ],
)
def test_nobody_met_where_nobody_says_so(text: str) -> None:
    assert met(read(text, "en")) == []


def test_officers_led_by_somebody_stand_for_their_states() -> None:
    found = read_lines(
        "Chad accused Niger of shelling a village.\n"
        "Delegations of the two countries, led by their police chiefs, will meet in Agadez.",
        "en",
    )
    assert met(found) == [["Chad", "Niger"]]


def test_whoever_also_saw_somebody_did_so_there_and_then() -> None:
    found = read_lines(
        "Minister Ana Roe met President Omar Diallo in Praia on Monday.\n"
        "Roe also saw Speaker Luis Tavares.",
        "en",
    )
    second = found.meetings[-1]
    assert second.place is not None
    assert second.place.name == "Praia"
    assert second.time == found.meetings[0].time


def test_they_are_the_two_who_met_last() -> None:
    found = read_lines(
        "Zambia's Jane Banda spoke by telephone with Malawi's Peter Phiri on Monday.\n"
        "They will meet in Lilongwe on Friday.",
        "en",
    )
    assert met(found) == [["Jane Banda", "Peter Phiri"]] * 2


def test_an_office_set_off_behind_a_name_leaves_the_day() -> None:
    (only,) = read(
        "Minister Ana Roe met Omar Diallo, head of the union's delegation, in Praia on Tuesday.",
        "en",
    ).meetings
    assert only.place is not None
    assert only.time is not None


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Chad said it would not reopen the road until Niger freed the crew.", True),
        ("Chad said it would reopen the road should Niger free the crew.", True),
        ("Chad said it would not close the file without an apology.", True),
        ("Chad said the road had been closed until Friday.", False),
        ("Chad said the convoy left before dawn.", False),
    ],
)
def test_conditions_need_a_refusal_or_a_wish(text: str, *, condition: bool) -> None:
    (said,) = read(text, "en").statements
    assert (said.condition is not None) is condition


def test_what_a_spokesman_quotes_of_the_president_is_the_presidents() -> None:
    (said,) = read(
        '"President Omar Diallo made clear that the port stays shut," spokesman Luis Tavares said.',
        "en",
    ).statements
    assert isinstance(said.speaker, Mention)
    assert said.speaker.person == "Omar Diallo"
    assert [name(m) for m in said.via] == ["spokesman Luis Tavares"]


def test_the_brother_told_of_is_the_one_he_rang() -> None:
    found = read_lines(
        "President Omar Diallo spoke by telephone with President Kofi Mensah on Monday.\n"
        '"I told my brother that the port stays shut," Diallo said.',
        "en",
    )
    assert [m.person for m in mentions_of(found.statements[-1].addressees)] == ["Kofi Mensah"]


def test_a_body_goes_by_its_letters() -> None:
    found = read_lines(
        "The Sea Islands Front (SIF) closed the port.\nSIF said it was sorry.",
        "en",
    )
    speakers = [s.speaker for s in found.statements]
    assert [m.name for m in speakers if isinstance(m, Mention)] == ["Sea Islands Front"]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ('"The reef is ours, and on that we will not bend," Minister Ana Roe said.', "reef"),
        ('Minister Ana Roe said "the reef isn\'t negotiable".', "reef"),
        ("Minister Ana Roe said the reef was not subject to discussion.", "reef"),
    ],
)
def test_red_lines_are_drawn_in_other_words(text: str, trigger: str) -> None:
    (line,) = read(text, "en").redlines
    assert trigger in (words(text, line.trigger) or "")
