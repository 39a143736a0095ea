"""One event told in several places of an article stands once."""

from kg.model.draft import Drafts, DraftStatement
from kg.resolve.merge import merge_drafts
from kg.resolve.references import resolve_references
from kg.vocabulary import Language
from tests.reading import name, read_lines, words


def merged(text: str, language: Language, *, headings: tuple[int, ...] = ()) -> Drafts:
    drafts = resolve_references(read_lines(text, language, headings=headings))
    return merge_drafts(drafts, text, lambda mention: mention.name)


def test_a_heading_joins_the_meeting_that_the_text_tells() -> None:
    text = "اجتماع كيني أوغندي\nعقدت كينيا وأوغندا اجتماعا في روما أمس."
    (meeting,) = merged(text, "ar", headings=(0,)).meetings
    assert [words(text, e) for e in meeting.evidence] == [
        "اجتماع كيني أوغندي",
        "عقدت كينيا وأوغندا اجتماعا في روما أمس",
    ]
    assert name(meeting.place) == "روما"


def test_these_talks_are_the_meeting_named_last() -> None:
    text = "عقدت كينيا وأوغندا اجتماعا في روما.\nوقالت رواندا إن هذه المحادثات مفيدة."
    drafts = merged(text, "ar")
    (meeting,), (statement,) = drafts.meetings, drafts.statements
    assert len(meeting.evidence) == 2
    assert [c.key for c in statement.conveys] == [meeting.key]


def test_a_place_names_a_meeting_again() -> None:
    text = (
        "Kenya and Uganda met in Rome.\nChad and Mali met in Geneva.\n"
        "Oman praised the meeting in Rome."
    )
    first, second = merged(text, "en").meetings
    assert (len(first.evidence), len(second.evidence)) == (2, 1)


def test_a_new_round_is_another_meeting() -> None:
    text = "Kenya and Uganda held talks in Rome.\nKenya and Uganda will hold a new round of talks."
    first, second = merged(text, "en").meetings
    assert (first.status, second.status) == ("held", "planned")


def test_talks_that_go_on_are_not_the_sitting_of_yesterday() -> None:
    text = (
        "تتواصل الاجتماعات بين كينيا وأوغندا.\n"
        "وعقدت كينيا وأوغندا اجتماعا في روما أمس.\n"
        "وقالت كينيا إن المحادثات مع أوغندا ستستمر."
    )
    series, sitting = merged(text, "ar").meetings
    assert (len(series.evidence), len(sitting.evidence)) == (2, 1)


def test_other_days_are_other_meetings() -> None:
    text = "Kenya met Uganda on 3 May 2025.\nKenya met Uganda on 9 June 2025."
    assert len(merged(text, "en").meetings) == 2


def test_ministers_and_their_states_may_meet_once() -> None:
    text = (
        "The Kenyan foreign minister met the Ugandan foreign minister in Rome.\n"
        "The talks between Kenya and Uganda lasted hours."
    )
    (meeting,) = merged(text, "en").meetings
    assert len(meeting.participants) == 2


def test_a_reference_without_a_meeting_is_dropped() -> None:
    assert merged("The talks were useful.", "en").meetings == ()


def test_a_title_supports_the_statement_and_makes_no_second_one() -> None:
    text = "Kenya rejects the new map\nKenya rejected the new map on Monday."
    (statement,) = merged(text, "en", headings=(0,)).statements
    assert not statement.heading
    assert len(statement.evidence) == 2


def test_a_title_alone_stands_for_itself() -> None:
    text = "Kenya rejects the new map\nThe border was calm."
    (statement,) = merged(text, "en", headings=(0,)).statements
    assert statement.heading


def test_the_same_title_thrice_is_one_statement() -> None:
    text = "Kenya rejects the new map\nKenya rejects the new map\nKenya rejects the new map"
    (statement,) = merged(text, "en", headings=(0, 1, 2)).statements
    assert len(statement.evidence) == 3


def test_a_red_line_in_a_heading_joins_that_of_the_text() -> None:
    text = (
        "التحذيرات الكينية لأوغندا: تغيير الحدود خط أحمر\n"
        "وأوضح مسؤول كيني لأوغندا أن أي محاولة لتغيير الحدود ستكون خطا أحمر."
    )
    drafts = merged(text, "ar", headings=(0,))
    (line,), (statement,) = drafts.redlines, drafts.statements
    assert words(text, line.trigger) == "أي محاولة لتغيير الحدود"
    assert line.under == statement.key
    assert len(line.evidence) == 2


def test_two_who_draw_the_same_line_draw_two() -> None:
    drafts = merged(
        "Kenya said any attack on its ships would be a red line.\n"
        "Uganda said any attack on its ships would be a red line.",
        "en",
    )
    assert len(drafts.redlines) == 2


def test_a_red_line_told_again_is_restated() -> None:
    text = (
        "Kenya said any attack on its ships would be a red line.\n"
        "Kenya told Uganda that an attack on its ships was a red line."
    )
    drafts = merged(text, "en")
    (line,) = drafts.redlines
    assert [_towards(s, line.key) for s in drafts.statements] == ["declares", "restates"]


def _towards(statement: DraftStatement, key: int) -> str | None:
    return next((c.commitment for c in statement.conveys if c.key == key), None)
