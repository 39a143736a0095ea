"""How far Hebrew names run, and what behind an office is none."""

import pytest

from kg.extract.mentions import find_mentions
from tests.reading import sentence


def people(text: str) -> list[str]:
    """Return the names of persons in a sentence."""
    return [m.person for m in find_mentions(sentence(text, "he"), "he") if m.person]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("הקו לא ייסגר, אמר ראש הממשלה פטר לינדמאן בתום הישיבה.", ["פטר לינדמאן"]),
        ("נשיאת גאנה פטרה אנקומה קראה לצדדים להירגע.", ["פטרה אנקומה"]),
        (
            "את השיחות הובילו ראש הממשלה לורן לאבות ושר האוצר גוסטבו קילמה.",
            ["לורן לאבות", "גוסטבו קילמה"],
        ),
        ("השר האשים במכתב לנשיא דנילו מדינה את הממשלה.", ["דנילו מדינה"]),
        ("יועצו של השר, אחמד קאסו בין טולנדו, הכחיש את הדברים.", ["אחמד קאסו בין טולנדו"]),
        ("שגריר צ'ילה בארגון, רמון אלטמירה, הזהיר מפני משבר.", ["רמון אלטמירה"]),
        ("נשיא מועצת הפרובינציה, אוראל טודורסקו, לא השתכנע.", ["אוראל טודורסקו"]),
        ("מזכיר ועד העובדים, דני לסרי, דחה את ההצעה.", ["דני לסרי"]),
        ("חבר הפרלמנט כריס הולט אמר כי יתנגד.", ["כריס הולט"]),
        ("המרצה שלום הארטמן אמר כי יבוא.", ["שלום הארטמן"]),
        ("הודעה נמסרה לנשיא לולה אתמול.", ["לולה"]),
    ],
)
def test_a_name_runs_to_its_end(text: str, found: list[str]) -> None:
    assert people(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "הנשיא פטר את השר מתפקידו.",
        'הוא כינה את השכנה "משרת עלוב" של המעצמות.',
        "הוא הבטיח להגן על שלום העם.",
        "הוועדה תבחן את סימון הגבול, נמסר אתמול.",
        "נשיא מועצת המחוז, כך נמסר, לא השתכנע.",
        "השגריר בארגון הזהיר מפני משבר.",
    ],
)
def test_no_name_is_made_of_words(text: str) -> None:
    assert people(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("שרי החוץ של קריפולקו ייפגשו בקיטו.", "שרי החוץ של קריפולקו"),
        ("שרי החוץ של האיחוד האריכו את הסנקציות.", "שרי החוץ של האיחוד"),
        ("שרי ההגנה של הליגה דנו במצב.", "שרי ההגנה של הליגה"),
        ("שרי החוץ של אתמול דנו במצב.", "שרי החוץ"),
    ],
)
def test_an_office_belongs_to_a_body_of_no_list(text: str, found: str) -> None:
    mentions = find_mentions(sentence(text, "he"), "he")
    assert [m.text for m in mentions if m.category == "actor"] == [found]
