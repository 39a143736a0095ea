"""Hebrew sentences in which nobody meets, or somebody will not: no meeting is made of them."""

import pytest

from kg.model.draft import DraftMeeting
from kg.model.mention import Mention
from tests.reading import name, read_lines


def _meetings(text: str) -> list[DraftMeeting]:
    return list(read_lines(text, "he").meetings)


@pytest.mark.parametrize(
    "text",
    [
        "נשיא פרו לא קיבל את הזמנתו של מלך ספרד לבקר במדריד.",
        "נשיא פרו לא נענה להזמנתו של מלך ספרד.",
        "קנצלר אוסטריה סירב להזמנתו של נשיא סרביה לבקר בבלגרד.",
        "ראש ממשלת הודו דחה את הזמנתו של נשיא פקיסטן.",
    ],
)
def test_an_invitation_not_taken_is_denied(text: str) -> None:
    (meeting,) = _meetings(text)
    assert (meeting.commitment, meeting.status) == ("denies", "proposed")
    assert len(meeting.participants) == 2


@pytest.mark.parametrize(
    "text",
    [
        "שר החוץ של יפן לא הוזמן על ידי שרת החוץ של קוריאה הדרומית לסיאול.",
        "המטוסים הוזמנו על ידי צ׳כיה מברזיל.",
        "המזמרת הוזמנה על ידי נשיא אוסטריה להופיע בווינה.",
        "נשיא פרו הוזמן על ידי הפרקליטות לחקירה בלימה.",
        "נשיא פרו לא העביר לנשיא צ׳ילה הזמנה לבקר בלימה.",
        "ראש ממשלת הודו לא דחה את הזמנתו של נשיא פקיסטן.",
    ],
)
def test_no_meeting_comes_of_an_order_a_summons_or_no_invitation(text: str) -> None:
    assert _meetings(text) == []


def test_an_invitation_taken_is_still_a_plan() -> None:
    (meeting,) = _meetings("נשיא קניה נענה להזמנתו של נשיא אוגנדה להגיע לקמפלה.")
    assert (meeting.status, len(meeting.participants)) == ("planned", 2)


def test_who_invites_is_no_matter_of_the_meeting() -> None:
    text = "שר החוץ של יפן הוזמן על ידי שרת החוץ של קוריאה הדרומית לבקר בסיאול."
    (meeting,) = _meetings(text)
    assert [name(m) for m in meeting.participants] == [
        "שר החוץ של יפן",
        "שרת החוץ של קוריאה הדרומית",
    ]
    assert meeting.topic is None


@pytest.mark.parametrize(
    "text",
    [
        "נשיאת פרו עומדת בסירובה להיפגש עם נשיא צ׳ילה.",
        "נשיאת פרו הביעה חוסר רצון להיפגש עם נשיא צ׳ילה.",
        "יוליה סטרן אינה מבקשת להיפגש עם נשיא צ׳ילה.",
        "נשיאת פרו אינה מתעתדת להיפגש עם נשיא צ׳ילה.",
        "אין בכוונת נשיאת פרו להיפגש עם נשיא צ׳ילה.",
        "נשיאת פרו ויתרה על פגישה עם נשיא צ׳ילה.",
        "נציגי פרו וצ׳ילה הגיעו לאנקרה, שם לא נפגשו.",
    ],
)
def test_who_will_not_meet_denies_it(text: str) -> None:
    (meeting,) = _meetings(text)
    assert meeting.commitment == "denies"
    assert len(meeting.participants) == 2


@pytest.mark.parametrize(
    "text",
    [
        "נשיא קניה כמעט נפגש עם נשיא מאלי.",
        "לו נפגש נשיא קניה עם נשיא מאלי, הכול היה נראה אחרת.",
        "אם ייפגש נשיא קניה עם נשיא מאלי, הגבול ייפתח.",
        "נשיא קניה טרם הזמין את נשיא מאלי לניירובי.",
    ],
)
def test_what_nearly_was_is_no_meeting(text: str) -> None:
    assert _meetings(text) == []


def test_a_wish_to_meet_is_still_proposed() -> None:
    (meeting,) = _meetings("שרת החוץ של פרו הביעה רצון להיפגש עם שר החוץ של צ׳ילה.")
    assert (meeting.commitment, meeting.status) == ("anticipates", "proposed")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("מנכ״לית החברה, גאה ונרגשת, אמרה כי הרווח גדל.", "מנכ״לית החברה"),
        ("דובר הצבא, תת אלוף במיל׳, אמר כי המצב חמור.", "דובר הצבא"),
        ("שר התחבורה, מותש וכעוס, אמר כי הנמל ייסגר.", "שר התחבורה"),
        ("המפקד, פצוע קשה, אמר כי הקרב תם.", "המפקד"),
        ("שר האוצר, כידוע לכולם, אמר כי המס יעלה.", "שר האוצר"),
        ("שרת החוץ של שוודיה, נורווגיה ודנמרק, אמרה כי הגבול סגור.", "שרת החוץ של שוודיה"),
    ],
)
def test_what_stands_between_commas_is_a_name_only_where_it_may_be(text: str, speaker: str) -> None:
    (said,) = read_lines(text, "he").statements
    assert name(said.speaker) == speaker


@pytest.mark.parametrize("holder", ["טמוטו וארגילס", "מרצ'ין וילצ'ק"])
def test_a_surname_whose_vav_is_its_own_stays_whole(holder: str) -> None:
    (said,) = read_lines(f"שר התחבורה של פרו, {holder}, אמר כי הנמל ייסגר.", "he").statements
    assert isinstance(said.speaker, Mention)
    assert said.speaker.person == holder


def test_who_did_not_join_is_no_party() -> None:
    (meeting,) = _meetings("לפגישה בין נשיא פרו לנשיא צ׳ילה לא הצטרפה שרת ההגנה.")
    assert [name(m) for m in meeting.participants] == ["נשיא פרו", "נשיא צ׳ילה"]
    (joined,) = _meetings("לפגישה בין נשיא פרו לנשיא צ׳ילה הצטרפה גם שרת ההגנה.")
    assert len(joined.participants) == 3


@pytest.mark.parametrize(
    "text",
    [
        "המשטרה הגיעה לביתו של נשיא פרו לשעבר ועצרה אותו.",
        "המשטרה הגיעה למשרדו של נשיא פרו בלימה.",
        "נשיא צ׳ילה הגיע לביתו של נשיא פרו בזמן שהלה שהה בחו״ל.",
        "ליסבון אירחה את גמר הגביע בין צרפת לספרד.",
        "מכבי תל אביב תארח את ריאל מדריד בתל אביב.",
        "טקס החתימה בין ריאל מדריד לברצלונה נדחה.",
    ],
)
def test_coming_to_a_house_and_playing_are_no_meetings(text: str) -> None:
    assert _meetings(text) == []


def test_who_comes_to_an_office_meets_its_owner() -> None:
    (meeting,) = _meetings("שגריר צ׳ילה הגיע למשרדו של ראש ממשלת פרו בלימה.")
    assert len(meeting.participants) == 2


def test_a_film_that_is_quoted_does_not_speak() -> None:
    text = "נשיא פרו ציטט את הסרט האהוב עליו שאמר כי החיים יפים."
    assert {name(s.speaker) for s in read_lines(text, "he").statements} == {"נשיא פרו"}


@pytest.mark.parametrize("thing", ["כמה רעיונות חדשים", "שני בעלי חיים", "סיום העונה"])
def test_things_that_are_counted_are_nobody(thing: str) -> None:
    assert _meetings(f"נשיא פרו נפגש עם {thing} בפריז.") == []


@pytest.mark.parametrize("people", ["עשרות כפריים", "שלושה מפונים"])
def test_people_that_are_counted_are_a_party(people: str) -> None:
    (meeting,) = _meetings(f"נשיא פרו נפגש עם {people} בלימה.")
    assert [name(m) for m in meeting.participants] == ["נשיא פרו", people]
