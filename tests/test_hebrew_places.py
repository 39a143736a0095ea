"""Where a Hebrew name is the place, and where it is the government or nothing at all."""

import pytest

from tests.reading import read_lines


def places(text: str) -> list[str]:
    """Return the names of what is a place in a text."""
    return [m.name for r in read_lines(text, "he").sentences for m in r.places]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("המשלחת תצא ביום רביעי לגואטמלה.", ["Guatemala"]),
        ("השר לא דיבר לפני צאתו לצ'ילה.", ["Chile"]),
        ("השגריר ישוב לוולינגטון בימים הקרובים.", ["Wellington"]),
        ("השליח אמור לצאת בקרוב לקמפלה ולשוחח עם השר.", ["Kampala"]),
        ("הנשיא נפגש עם השר, ומשם המשיך לקיטו.", ["Quito"]),
        ("הנשיאה תצא מחר לגואטמלה, שם תתארח אצל הנשיא, ולאחר מכן לצ'ילה.", ["Guatemala", "Chile"]),
        ("השליח עזב אמש את צ'ילה בלי העצור.", ["Chile"]),
        ("מנילה החזירה את שגרירה מליסבון להתייעצויות.", ["Lisbon"]),
        ("נחתם הסכם על אספקת חשמל סולרי מצ'ילה.", ["Chile"]),
    ],
)
def test_a_journey_leads_to_places(text: str, found: list[str]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "הנשיא אמר לגואטמלה כי הנמל ייפתח.",
        "השר תבע מצ'ילה לכבד את האמנה.",
        "השר יצא והודיע לצ'ילה כי הנמל ייפתח.",
        "הנשיא הזהיר את צ'ילה מפני מלחמה.",
        "ליסבון דרשה מצ'ילה פיצויים, ולאחר מכן לצ'ילה נשלחה איגרת.",
        "דיפלומט מצ'ילה אמר כי הנמל ייפתח.",
    ],
)
def test_who_is_told_is_no_place(text: str) -> None:
    assert places(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("האיש נעצר בבית המעצר בגרנדובל, מסרה המשטרה.", ["גרנדובל"]),
        ("הפסגה תתקיים מחר בצ'ילאו, אמר השר.", ["צ'ילאו"]),
        ("הסבב הקודם נערך במרלאק שליד לימה.", ["מרלאק", "Lima"]),
        ("שגרירת צ'ילה בליסבון, דנה לוי, אמרה כי הנמל ייפתח.", ["Lisbon"]),
    ],
)
def test_a_town_of_no_list_is_known_by_its_letters(text: str, found: list[str]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "השר דן במועדותיהם, אמר הדובר.",
        "הדיון התקיים אתמול באינטרנט, אמר השר.",
        "השרים נפגשו אמש במסגרת, אמר הדובר.",
        "השר פתח במחלוקת, אמר הדובר.",
        "השרים נפגשו אמש בחשאי.",
        "הודיע על כך ולדימיר ברנסטד, אמר השר.",
    ],
)
def test_a_hebrew_word_behind_in_is_no_town(text: str) -> None:
    assert places(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("השר המתין בארמון לה מרדנה.", ["ארמון לה מרדנה"]),
        ("הספינות יישארו בשונית מרלקה.", ["שונית מרלקה"]),
        ("השיחות על מכרה הפחם גרנוב הסתיימו.", ["מכרה הפחם גרנוב"]),
        ("השר ביקר בבית הכנסת נווה שלום.", ["בית הכנסת נווה שלום"]),
    ],
)
def test_a_noun_of_sort_is_part_of_a_place_s_name(text: str, found: list[str]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    "text",
    ["השר דרש מעבר בטוח לעצור.", "השר בנה ארמון לה ולבנה.", "החולה שכב בבית חולים."],
)
def test_a_noun_of_sort_with_no_name_is_no_place(text: str) -> None:
    assert places(text) == []


def test_a_meeting_in_a_hotel_was_in_its_town() -> None:
    text = "שר החוץ של פרו דני כהן נפגש עם שר החוץ של צ'ילה יוסי לוי במלון אינטרלק בליסבון."
    (meeting,) = read_lines(text, "he").meetings
    assert meeting.place is not None
    assert meeting.place.name == "Lisbon"


def test_a_surname_that_is_a_town_elsewhere_is_its_bearer() -> None:
    text = "שר המסחר סיימון ברמינגהאם נחת בלימה.\nהשיחה בין ברמינגהאם לשר נדחתה."
    assert places(text) == ["Lima"]
    assert places(f"{text}\nהשר גר בברמינגהאם.") == ["Lima", "Birmingham"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("השר תלה את האשמה בצ'ילה.", []),
        ("הנשיא לא התכוון לפגוע באיטליה.", []),
        ("הנשיא תמך בהסכם שנחתם באיטליה.", ["Italy"]),
        ("שני פועלים נפצעו באיטליה.", ["Italy"]),
    ],
)
def test_a_state_that_is_blamed_is_no_place(text: str, found: list[str]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    "text",
    ["התנועה מעבר לגבול נמשכת.", "הם סעדו בבית מלון מחוץ לעיר.", "הם סעדו בבית מלון."],
)
def test_a_hotel_or_what_lies_beyond_is_no_place_by_itself(text: str) -> None:
    assert places(text) == []
