"""Meetings: parties, place, time, status, and what is no meeting."""

import pytest

from kg.model.draft import DraftMeeting, mentions_of
from kg.model.mention import Mention
from kg.vocabulary import Language
from tests.reading import name, read, read_lines, words


def only(text: str, language: Language) -> DraftMeeting:
    (meeting,) = read(text, language).meetings
    return meeting


def parties(meeting: DraftMeeting) -> list[str]:
    return [m.name for m in mentions_of(meeting.participants)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("اجتماع كيني أوغندي في نيروبي", "ar", ["Kenya", "Uganda"]),
        ("عقدت كينيا وأوغندا جولة مباحثات.", "ar", ["Kenya", "Uganda"]),
        ("أجرى الرئيس الكيني محادثات مع أوغندا.", "ar", ["الرئيس الكيني", "Uganda"]),
        ("استقبل الرئيس الكيني رئيس أوغندا.", "ar", ["الرئيس الكيني", "رئيس أوغندا"]),
        ("Kenyan-Ugandan talks ended on Friday.", "en", ["Kenya", "Uganda"]),
        ("Kenya and Uganda held talks.", "en", ["Kenya", "Uganda"]),
        ("Talks between Kenya, Uganda and Rwanda ended.", "en", ["Kenya", "Uganda", "Rwanda"]),
        (
            "Kenyan officials met a Ugandan delegation in Kampala.",
            "en",
            ["Kenyan officials", "Ugandan delegation"],
        ),
        ("Kenyan and Ugandan officials held talks in Kampala.", "en", ["Kenya", "Uganda"]),
        ("Kenya's talks with Uganda ended.", "en", ["Kenya", "Uganda"]),
        ("Kenya and Uganda parted after hours of talks in Rome.", "en", ["Kenya", "Uganda"]),
    ],
)
def test_parties_are_read_in_many_orders(
    text: str, language: Language, expected: list[str]
) -> None:
    assert parties(only(text, language)) == expected


def test_talks_with_another_are_those_of_whose_ministry_speaks() -> None:
    (meeting,) = read("قالت وزارة الدفاع الكينية إن المحادثات مع أوغندا مستمرة.", "ar").meetings
    assert parties(meeting) == ["Kenya", "Uganda"]
    assert (meeting.status, meeting.under is not None, meeting.carried) == ("ongoing", True, True)


def test_a_capital_behind_with_is_a_government_and_no_place() -> None:
    meeting = only("أجرت كينيا محادثات مع كامبالا في روما.", "ar")
    assert parties(meeting) == ["Kenya", "Kampala"]
    assert name(meeting.place) == "روما"


def test_a_purpose_owns_the_places_and_times_in_it() -> None:
    text = "عقدت كينيا وأوغندا اجتماعا بهدف منع القتال في السودان غدا."
    meeting = only(text, "ar")
    assert meeting.place is None
    assert meeting.time is None
    assert words(text, meeting.topic) == "بهدف منع القتال في السودان غدا"


@pytest.mark.parametrize(
    ("text", "language", "status", "commitment"),
    [
        ("Kenya met Uganda in Rome.", "en", "held", "asserts"),
        ("Kenya will meet Uganda in Rome.", "en", "planned", "anticipates"),
        ("Kenya is holding talks with Uganda.", "en", "ongoing", "asserts"),
        ("A meeting between Kenya and Uganda was postponed.", "en", "postponed", "asserts"),
        ("A meeting between Kenya and Uganda was called off.", "en", "cancelled", "asserts"),
        ("Kenya proposed a meeting between Uganda and Rwanda.", "en", "proposed", "anticipates"),
        ("Kenya denied that there was a meeting with Uganda.", "en", "held", "denies"),
        ("ألغي اجتماع بين كينيا وأوغندا.", "ar", "cancelled", "asserts"),
        ("تأجيل اجتماع بين كينيا وأوغندا", "ar", "postponed", "asserts"),
        ("ستعقد كينيا وأوغندا اجتماعا غدا.", "ar", "planned", "anticipates"),
        ("نفت كينيا عقد أي اجتماع مع أوغندا.", "ar", "held", "denies"),
        ("المحادثات بين كينيا وأوغندا لم تتوقف.", "ar", "ongoing", "asserts"),
    ],
)
def test_status_and_commitment(text: str, language: Language, status: str, commitment: str) -> None:
    meeting = only(text, language)
    assert (meeting.status, meeting.commitment) == (status, commitment)


def test_time_comes_with_the_tense_of_the_clause() -> None:
    held = only("Kenya met Uganda on Friday.", "en")
    ahead = only("Kenya will meet Uganda on Friday.", "en")
    assert held.time is not None
    assert ahead.time is not None
    assert (held.time.tense, ahead.time.tense) == ("past", "future")


def test_a_mediator_is_no_party() -> None:
    meeting = only("Talks between Kenya and Uganda mediated by Oman ended in Muscat.", "en")
    assert parties(meeting) == ["Kenya", "Uganda"]
    assert [name(m) for m in meeting.mediators] == ["Oman"]


def test_a_host_mediates_and_gives_the_place() -> None:
    meeting = only("استضافت عمان محادثات بين كينيا وأوغندا.", "ar")
    assert parties(meeting) == ["Kenya", "Uganda"]
    assert name(meeting.place) == "عمان"


def test_a_counterpart_holds_the_same_office_on_the_other_side() -> None:
    meeting = only("التقى وزير الخارجية الكيني نظيره الأوغندي.", "ar")
    other = mentions_of(meeting.participants)[1]
    assert (other.name, other.side, other.role) == ("نظيره الأوغندي", "uganda", "foreign-minister")


def test_a_named_counterpart_is_that_person() -> None:
    meeting = only("التقى وزير الخارجية الكيني نظيره الأوغندي محمد سعيد.", "ar")
    other = mentions_of(meeting.participants)[1]
    assert (other.person, other.side) == ("محمد سعيد", "uganda")


def test_the_two_sides_are_those_just_named() -> None:
    text = "التوتر بين كينيا وأوغندا يتصاعد.\nوتتواصل الاجتماعات بين البلدين."
    (meeting,) = read_lines(text, "ar").meetings
    assert parties(meeting) == ["Kenya", "Uganda"]


def test_whoever_speaks_in_a_meeting_takes_part_in_it() -> None:
    drafts = read("أكدت كينيا لأوغندا في محادثات روما أن الحدود آمنة.", "ar")
    (statement,), (meeting,) = drafts.statements, drafts.meetings
    assert statement.said_at == meeting.key
    assert parties(meeting) == ["Kenya", "Uganda"]
    assert name(meeting.place) == "روما"


def test_a_visit_names_who_visits_whom_and_the_place() -> None:
    meeting = only("The Kenyan president is due to visit Uganda on Monday.", "en")
    assert parties(meeting) == ["Kenyan president", "Uganda"]
    assert (name(meeting.place), meeting.status) == ("Uganda", "planned")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("اجتماعات مثيرة وأزمة تتصاعد", "ar"),
        ("عقد المدرب مؤتمرا صحفيا.", "ar"),
        ("The dam met all conditions.", "en"),
        ("He answered by phone.", "en"),
        ('"We held talks with Kenya all night," one of them shouted.', "en"),
    ],
)
def test_words_of_meeting_without_parties_tell_none(text: str, language: Language) -> None:
    assert [m for m in read(text, language).meetings if m.participants] == []


def test_one_turkish_verb_may_tell_of_two_meetings() -> None:
    text = (
        "Peru Dışişleri Bakanı Ana Torres dün önce Lima'da Şilili mevkidaşı Juan Soto'yla, "
        "ardından Quito'da Luis Vega'yla görüştü."
    )
    first, second = read(text, "tr").meetings
    assert [p.person for p in first.participants if isinstance(p, Mention)] == [
        "Ana Torres",
        "Juan Soto",
    ]
    assert (name(first.place), name(second.place)) == ("Lima", "Quito")
    assert first.time is not None
    assert first.time == second.time


def test_a_far_verb_tells_where_and_when() -> None:
    meeting = only(
        "Talks between Kenya and Uganda on the dam that Nairobi is building ended in Rome on "
        "Tuesday.",
        "en",
    )
    assert (name(meeting.place), meeting.time is not None) == ("Rome", True)


def test_what_the_talks_are_about_is_not_their_place() -> None:
    meeting = only("استؤنفت في روما أمس المفاوضات بين كينيا وأوغندا بشأن هدنة في قطاع غزة.", "ar")
    assert name(meeting.place) == "روما"


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Ana Lopes will travel to Athens next week for a chess tournament.",
        "Foreign Minister Ana Lopes will travel to Athens next week to watch a regatta.",
        "Foreign Minister Ana Lopes is expected in Athens on Friday on holiday.",
        "Former foreign minister Ana Lopes is expected in Athens on Friday.",
        "Ana Lopes, a former foreign minister, is due in Athens on Friday.",
        "Ana Lopes is due in Athens on Friday.",
    ],
)
def test_who_comes_for_something_else_meets_nobody(text: str) -> None:
    assert read(text, "en").meetings == ()


def test_a_minister_expected_in_a_capital_is_less_sure_to_meet_its_government() -> None:
    sure = only("Foreign Minister Ana Lopes will meet the Greek president on Friday.", "en")
    guessed = only("Foreign Minister Ana Lopes is expected in Athens on Friday.", "en")
    assert parties(guessed) == ["Ana Lopes", "Athens"]
    assert guessed.score < sure.score


@pytest.mark.parametrize(
    "text",
    [
        "Ana Lopes and Juan Perez spoke at length about the flood.",
        "Ana Lopes and Juan Perez spoke for two hours about the flood on television.",
        "President Ana Lopes and President Juan Perez spoke together at the funeral in Rome.",
    ],
)
def test_two_who_each_gave_a_speech_did_not_meet(text: str) -> None:
    assert read(text, "en").meetings == ()


@pytest.mark.parametrize("how", ["with each other", "privately", "one-on-one", "face to face"])
def test_two_who_spoke_with_each_other_met(how: str) -> None:
    meeting = only(f"President Ana Lopes and President Juan Perez spoke {how} in Rome.", "en")
    assert len(meeting.participants) == 2
