"""Hebrew meetings told with words in between: asides, matters, faces, some of those met."""

import pytest

from tests.hebrew_claims import Met, met

PERU_AND_CHILE = ["נשיא פרו", "נשיא צ'ילה"]


@pytest.mark.parametrize(
    ("text", "place", "day"),
    [
        ("נשיא פרו קיבל אתמול את פניו של נשיא צ'ילה בליסבון.", "Lisbon", "2024-05-14"),
        ("נשיא פרו קיבל בליסבון את פני נשיא צ'ילה.", "Lisbon", None),
        ("נשיא פרו קיבל אמש בארמונו את פני נשיא צ'ילה.", None, "2024-05-14"),
        ("נשיא פרו נועד בסתר, כך לפי העיתון, עם נשיא צ'ילה בליסבון.", "Lisbon", None),
        ("נשיא פרו נפגש אתמול, לדברי דוברו, עם נשיא צ'ילה.", None, "2024-05-14"),
        ("בשולי פסגת האקלים בליסבון נפגש נשיא פרו עם נשיא צ'ילה.", "Lisbon", None),
    ],
)
def test_words_between_are_stepped_over(text: str, place: str | None, day: str | None) -> None:
    assert met(text) == [(PERU_AND_CHILE, place, "held", day)]


def test_a_face_that_nobody_receives_is_no_meeting() -> None:
    assert met("נשיא פרו ראה אתמול את פניו של נשיא צ'ילה בכרזות.") == []


def test_what_a_debate_is_about_is_not_where_it_was() -> None:
    assert met("נשיא פרו ונשיא צ'ילה דנו אתמול במתיחות בסודאן.") == [
        (PERU_AND_CHILE, None, "held", "2024-05-14")
    ]
    assert met("נשיא פרו דן בהסכם אמש בליסבון עם נשיא צ'ילה.") == [
        (PERU_AND_CHILE, "Lisbon", "held", "2024-05-14")
    ]


def test_those_who_debated_are_not_what_they_debated() -> None:
    text = "נשיא פרו נפגש אתמול בליסבון עם נשיא צ'ילה. השניים דנו בגורל צוות הספינה."
    assert met(text) == [(PERU_AND_CHILE, "Lisbon", "held", "2024-05-14")]


def test_some_of_those_met_are_met() -> None:
    text = "נשיא מאלי יקיים השבוע בליסבון סדרת פגישות, בין השאר עם נשיא פרו ועם נשיא צ'ילה."
    assert [m[0] for m in met(text)] == [["נשיא מאלי", *PERU_AND_CHILE]]


def test_the_day_of_the_next_meeting_is_its_own() -> None:
    text = "נשיא פרו יצא היום לליסבון לפגישה עם נשיא צ'ילה, וביום חמישי ייפגש ברומא עם נשיא מאלי."
    days = {m[0][1]: (m[1], m[3]) for m in met(text)}
    assert days["נשיא מאלי"] == ("Rome", "2024-05-16")
    assert days["נשיא צ'ילה"][1] == "2024-05-15"


def test_talks_go_on_behind_those_present_and_behind_their_matter() -> None:
    text = "פסגת האיחוד האפריקאי, בהשתתפות נשיא פרו, נפתחה אתמול בליסבון."
    assert [m[1:] for m in met(text)] == [("Lisbon", "held", "2024-05-14")]
    text = "שיחות על חילופי שבויים בין מאלי לצ'ילה נפתחו אתמול בליסבון."
    assert met(text) == [(["Mali", "Chile"], "Lisbon", "held", "2024-05-14")]


def test_a_treaty_between_others_is_none_of_the_talks() -> None:
    text = "נשיא מאלי קיים שיחות על ההסכם בין סודאן לצ'ילה."
    assert [m[0] for m in met(text)] == [["נשיא מאלי"]]


def test_what_this_will_be_tells_of_the_same_meeting() -> None:
    text = "נשיא פרו ונשיא צ'ילה ייפגשו מחר בליסבון. זו תהיה פגישתם השנייה."
    assert met(text) == [(PERU_AND_CHILE, "Lisbon", "planned", "2024-05-16")]


def test_during_his_visit_he_met_whom_the_next_sentence_names() -> None:
    text = "נשיא פרו סיים ביקור בליסבון. במהלכו נועד עם נשיא צ'ילה."
    assert met(text) == [(PERU_AND_CHILE, "Lisbon", "held", None)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("מאלי וצ'ילה מנהלות שיחות בליסבון.", "ongoing"),
        ("השיחות בין מאלי לצ'ילה התנהלו אתמול בליסבון.", "held"),
        ("השיחות בין מאלי לצ'ילה מתנהלות בליסבון.", "ongoing"),
        ("השיחות בין מאלי לצ'ילה בליסבון יימשכו עד סוף השבוע.", "ongoing"),
        ("השיחות בין מאלי לצ'ילה, שהיו אמורות להיפתח השבוע בליסבון, הושעו.", "postponed"),
        ("פגישת שרי החוץ של מאלי ושל צ'ילה בליסבון תיערך במועד מאוחר יותר.", "postponed"),
        ("בכוונת נשיא מאלי להיפגש ביום שישי עם נשיא צ'ילה.", "planned"),
        ("נשיא מאלי קיים אתמול שיחות עם נשיא צ'ילה.", "held"),
    ],
)
def test_words_around_talks_tell_how_they_stand(text: str, status: str) -> None:
    assert [m[2] for m in met(text)] == [status]


def test_those_in_whose_presence_a_treaty_is_signed_meet() -> None:
    text = "טקס החתימה על ההסכם התקיים בליסבון במעמד נשיא פרו ונשיא צ'ילה."
    assert met(text) == [(PERU_AND_CHILE, "Lisbon", "held", None)]


@pytest.mark.parametrize(
    "text",
    [
        "נשיא פרו נאם בפריז. לאחר מכן טס לליסבון לפגישה עם נשיא צ'ילה.",
        "לאחר מכן שב נשיא פרו לליסבון לפגישה עם נשיא צ'ילה.",
        "נשיא פרו נאם בפריז. משם טס לליסבון, לשיחה עם נשיא צ'ילה.",
        "בתום פגישה בליסבון הודיעו נשיא פרו ונשיא צ'ילה כי הגיעו להסכמה.",
        "בתום פגישתם בליסבון אמרו נשיא פרו ונשיא צ'ילה כי הגיעו להסכמה.",
    ],
)
def test_who_travels_or_speaks_together_has_met(text: str) -> None:
    assert met(text) == [(PERU_AND_CHILE, "Lisbon", "held", None)]


def test_who_travels_to_a_fair_meets_nobody() -> None:
    assert met("נשיא פרו נאם בפריז. לאחר מכן טס לליסבון ליריד הספרים.") == []


def test_during_the_visit_its_visitor_meets() -> None:
    text = "נשיא פרו מבקר בליסבון. במהלך הביקור ייפגש עם נשיא צ'ילה."
    assert met(text)[1:] == [(PERU_AND_CHILE, None, "planned", None)]


def test_a_list_between_dashes_is_who_they_are() -> None:
    text = "ראשי הממשלה של שלוש המדינות – אסטוניה, לטביה וליטא – ייפגשו מחר בריגה."
    assert [m[0] for m in met(text)] == [["Estonia", "Latvia", "Lithuania"]]


def test_an_envoy_invited_for_a_talk_at_the_ministry_is_summoned() -> None:
    text = "השגריר הפולני בקייב הוזמן לשיחה במשרד החוץ האוקראיני."
    assert [m[2] for m in met(text)] == ["held"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "נשיא פרו, השוהה בליסבון, שוחח עם נשיא צ'ילה.",
            [(PERU_AND_CHILE, "Lisbon", "held", None)],
        ),
        (
            "ההסכם ייחתם, כך הבטיח נשיא פרו לנשיא צ'ילה כשנפגשו אתמול.",
            [(PERU_AND_CHILE, None, "held", "2024-05-14")],
        ),
        (
            "ישיבת חירום של שרי החוץ של הליגה הערבית תתכנס ביום חמישי בקהיר.",
            [(["שרי החוץ של הליגה הערבית"], "Cairo", "planned", "2024-05-16")],
        ),
    ],
)
def test_each_meeting_is_told_once_and_where_it_was(text: str, found: list[Met]) -> None:
    assert met(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "הכינוס השנתי של האגודה הרפואית של צ'ילה נערך השבוע בליסבון.",
        '"אין בכוונתי להיפגש עם מנהיגי הבדלנים", אמר נשיא פרו.',
        "נשיא פרו, השוהה בליסבון, חלה.",
    ],
)
def test_nobody_meets_here(text: str) -> None:
    assert met(text) == []


def test_a_group_ends_where_a_condition_begins() -> None:
    text = "נשיא פרו ייפגש מחר עם ראשי המפגינים אם הממשלה תסרב."
    assert [m[0] for m in met(text)] == [["נשיא פרו", "ראשי המפגינים"]]


def test_of_those_told_of_before_more_is_told_behind_a_day() -> None:
    text = "אנשי חמאס הגיעו לקהיר. אתמול נפגשו עם נשיא פרו."
    assert ["Hamas", "נשיא פרו"] in [who for who, *_ in met(text)]


def test_behind_a_day_those_named_behind_the_verb_met() -> None:
    text = "אנשי חמאס הגיעו לקהיר. אתמול נפגשו עם נשיא פרו שרי החוץ של צ'ילה ובוליביה."
    assert ["Hamas", "נשיא פרו"] not in [who for who, *_ in met(text)]
