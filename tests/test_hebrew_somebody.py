"""Hebrew names, groups and clauses that no list knows, in what is told of meetings."""

import pytest

from kg.lexicon.everyday import everyday_words
from tests.eval.everyday import everyday_words as of_the_articles
from tests.hebrew_claims import claims, document, met


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("סגן שר ההגנה הפולני, מרצ'ין וילצ'ק, נפגש עם נשיא מאלי.", "מרצ'ין וילצ'ק"),
        ("המשנה לנשיא קניה, תאבו מולפה, נפגש עם נשיא מאלי.", "תאבו מולפה"),
        ("ברנדון אוקיף, ראש הסגל האירי, נפגש עם נשיא מאלי.", "ברנדון אוקיף"),
        ("מנהיג המיעוט ההונגרי ברומניה, הונור טמש, נפגש עם נשיא מאלי.", "הונור טמש"),
    ],
)
def test_a_name_of_no_list_is_told_by_its_office(text: str, who: str) -> None:
    assert [who in parties for parties, *_ in met(text)] == [True]


@pytest.mark.parametrize(
    "guest", ["משפחות העצורים", "עשרות כפריים עקורים", "אנשי המשא ומתן הקירגיזים", "יפה ארביב"]
)
def test_whoever_stands_behind_with_is_met(guest: str) -> None:
    assert met(f"נשיא קניה ויליאם קרנגו נפגש עם {guest} בטרטו.") == [
        (["ויליאם קרנגו", guest], "Tartu", "held", None)
    ]


def test_two_delegations_are_of_two_states() -> None:
    assert met("משלחות של סנגל ושל גינאה ייפגשו מחר בטרטו.") == [
        (["Senegal", "Guinea"], "Tartu", "planned", "2024-05-16")
    ]


def test_the_subject_of_a_clause_of_time_is_the_main_one() -> None:
    text = "נשיא קניה ויליאם קרנגו הבטיח סיוע כאשר נפגש עם נשיא מאלי בטרטו."
    assert met(text) == [(["ויליאם קרנגו", "נשיא מאלי"], "Tartu", "held", None)]


def test_a_clause_with_a_name_between_commas_is_stepped_over() -> None:
    text = "נשיא קניה ויליאם קרנגו, שנפגש עם נגיד הבנק המרכזי, פאבל נובאק, קרא לשביתת נשק."
    said = claims(text, "statement")
    assert [c["speaker"] for c in said] == ["ויליאם קרנגו"]


def test_a_town_behind_a_verb_of_going_is_where_they_met() -> None:
    text = "נשיא קניה ויליאם קרנגו טס לטרטו כדי לקיים שיחות עם נשיא מאלי."
    assert met(text) == [(["ויליאם קרנגו", "נשיא מאלי"], "Tartu", "held", None)]


@pytest.mark.parametrize(
    "text",
    [
        "נבחרת פורטוגל תפגוש את נבחרת ספרד בטרטו.",
        "שלוש הנבחרות – צרפת, גרמניה וספרד – ייפגשו מחר בטרטו.",
        "צרפת וגרמניה ייפגשו ברבע הגמר.",
        "צרפת תפגוש את גרמניה מחר בגמר הגביע.",
        "שני קווי הרכבת נפגשים בתחנה המרכזית בטרטו.",
        "נשיא קניה ויליאם קרנגו אירח תערוכת ציורים בטרטו.",
    ],
)
def test_players_lines_and_shows_are_no_meetings(text: str) -> None:
    assert met(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("נשיא פרו ונשיא צ'ילה נפגשו בגמר הגביע.", ["נשיא פרו", "נשיא צ'ילה"]),
        ("סוריה ועיראק ייפגשו מחר בליגה הערבית.", ["Syria", "Iraq"]),
    ],
)
def test_leaders_at_a_final_and_states_in_a_league_meet(text: str, who: list[str]) -> None:
    assert [parties for parties, *_ in met(text)] == [who]


def test_who_is_quoted_speaks_through_the_agency() -> None:
    text = "רויטרס ציטטה את נשיא קניה ויליאם קרנגו שאמר כי הנמל יחזור לפעול."
    said = claims(text, "statement")
    assert [(c["speaker"], c["via"]) for c in said] == [("ויליאם קרנגו", ["Reuters"])]


@pytest.mark.parametrize(
    "text",
    [
        '"שגריר צריך לשמש גשר, ואם אינו עושה כן הוא מזיק לשתי המדינות", אמר נשיא מאלי.',
        "לשגריר ניתן זמן עד יום שישי לעזוב, מסר דובר משרד החוץ של מאלי.",
    ],
)
def test_words_of_every_day_behind_an_office_are_nobodys_name(text: str) -> None:
    names = {a["name"] for a in document(text)["actors"]}
    assert not any("צריך" in name or "זמן" in name for name in names)


def test_the_list_of_words_is_the_one_that_the_articles_give() -> None:
    assert everyday_words("he") == frozenset(of_the_articles())


def test_a_surname_that_is_an_everyday_word_is_a_surname() -> None:
    text = "שר הביטחון עמיר פרץ נפגש ביום שני עם שרת החוץ ציפי לבני."
    assert {"עמיר פרץ", "ציפי לבני"} <= {a["name"] for a in document(text)["actors"]}
