"""Hebrew names that no list has, told by the letters that they are made of."""

import pytest

from kg.extract.mentions import find_mentions
from kg.extract.mentions.hebrew_letters import foreignness
from tests.reading import read_lines, sentence


def places(text: str) -> list[str]:
    """Return the names of what is a place in a text."""
    return [m.name for r in read_lines(text, "he").sentences for m in r.places]


@pytest.mark.parametrize("word", ["טולסרה", "סיגולדה", "וואנגרטה", "ז'יטומיק", "קומבקאנה"])
def test_names_of_towns_are_foreign(word: str) -> None:
    assert foreignness(word) > 5


@pytest.mark.parametrize("word", ["תשתיות", "הודעתם", "מסגרת", "משאבים", "שגרירות", "הסכמות"])
def test_words_of_news_are_not(word: str) -> None:
    assert foreignness(word) < 0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("השר נאם לפני כורים בקורונגה.", ["קורונגה"]),
        ("הצוותים ייפגשו בוואנגרטה בחודש הבא.", ["וואנגרטה"]),
        ("השגריר הופיע במשרד החוץ בווילאקוטו ומסר איגרת.", ["ווילאקוטו"]),
        ("המשלחת נחתה בקטרוגאנה, הודיע הדובר.", ["קטרוגאנה"]),
        ("המטוס התרסק ליד סברדולקה.", ["סברדולקה"]),
        ("תושבי טרנקומלי פונו למרתפים.", ["טרנקומלי"]),
        ("המשלחת הגיעה לצ'רנוגולסק ברכבת לילה.", ["צ'רנוגולסק"]),
        ("הסבב הבא יתקיים בפרפינין ב-3 במאי.", ["פרפינין"]),
        ("הנשיא אירח בטירת סיגולדה את הקנצלר.", ["טירת סיגולדה"]),
        ("הפצוע מאושפז בבית החולים קיבונגו, אמר הרופא.", ["בית החולים קיבונגו"]),
    ],
)
def test_a_town_is_known_by_its_letters(text: str, found: list[str]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "השר נפגש אתמול עם בורדוגן ואמר כי הנמל ייפתח.",
        "אמר בורדוגן לכתבים: הנמל ייפתח.",
        "השרה כתבה על כך בפייסבוק.",
        "השר פנה לבורדוגן וביקש ממנו לתווך.",
        "הספינה עוגנת ליד המזח החדש.",
        "הם דנו בגורלו של הנמל במסגרת הוועדה.",
        "ההצעה תידון בקבינט בשבוע הבא.",
    ],
)
def test_people_and_words_are_no_towns(text: str) -> None:
    assert places(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("וולאטקה, 8 בינואר (אופק) -", ["וולאטקה"]),
        ("טולסרה –", ["טולסרה"]),
        ("עדכון, 8 בינואר (אופק) -", []),
        ("אופק –", []),
    ],
)
def test_a_report_is_filed_from_a_town_of_no_list(text: str, found: list[str]) -> None:
    mentions = find_mentions(sentence(text, "he", kind="dateline"), "he")
    assert [m.name for m in mentions if m.category == "place"] == found
