"""Whom a Hebrew sentence tells something, by a description, a people, a group, or in front."""

import pytest

from kg.model.article import SourceText
from kg.model.day import Day
from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article

PUBLISHED = Day.parse("2025-04-10")


def told(text: str) -> list[list[str]]:
    """Return the addressees of each statement."""
    source = SourceText(name="x", text=text, language="he", published=PUBLISHED)
    claims = to_document(extract_article(source, iris=Iris()))["claims"]
    return [c["addressees"] for c in claims if c["type"] == "statement"]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("נשיא פרו קרא למתמודד המובס ראול פינטו להודות בתוצאות.", "ראול פינטו"),
        ("נשיא פרו ביקש מהמולדובים לרופף את ההסכם.", "Moldova"),
        ("נשיא פרו אמר לרוסים כי לא יבוא.", "Russia"),
        ("נשיא פרו קרא לגנרלים בקונאקרי לקצר את המעבר.", "גנרלים"),
        ("נשיא פרו קרא למועמדים לנשיאות להימנע מהסתה.", "מועמדים"),
        ("נשיא פרו האשים את סגנו לשעבר, ראול פינטו, בבגידה.", "ראול פינטו"),
        ("אל השליח האמריקני ראול פינטו אמר נשיא פרו כי לא יבוא.", "ראול פינטו"),
        ('לשר החוץ ראול פינטו אמר נשיא פרו: "אל תשתוק".', "ראול פינטו"),
        ("את חברי הקבינט עדכן נשיא פרו כי המעבר ייפתח.", "חברי הקבינט"),
        ('"לא אבוא", אמרה לסטודנטים בדקאר נשיאת פרו.', "סטודנטים"),
        ("נשיא פרו טען בפני השופטים שהעדים שיקרו.", "השופטים"),
        ("נשיא פרו ביקש מן הקהילה לא להיכנע לפחד.", "הקהילה"),
        ("נשיא פרו הורה לשגריריו לשוב.", "שגריריו"),
        ("נשיא פרו ביקש מחייליו להמתין.", "חייליו"),
        ("אתמול אמר הנשיא הפרואני לשגריריו כי לא יבוא.", "שגריריו"),
        ('נשיא פרו הכחיש זאת בריאיון ל"סודאן טריביון".', "Sudan Tribune"),
        ("נשיא פרו אמר לרשת הבי-בי-סי כי לא יבוא.", "BBC"),
    ],
)
def test_who_is_told_is_found(text: str, whom: str) -> None:
    assert told(text) == [[whom]]


@pytest.mark.parametrize(
    "text",
    [
        "נשיא פרו אמר בטקס לזכר ראול פינטו כי לא יבוא.",
        "לאחר פגישתו עם הגנרלים אמר נשיא פרו כי לא יבוא.",
        "נשיא פרו אמר כי ויזות יוענקו לרוסים.",
        "את הגשר חנך נשיא פרו ואמר כי יוסיף לבנות.",
        'המחיר עלה, פנה אליו וטען "די".',
    ],
)
def test_nobody_is_told_who_is_spoken_about(text: str) -> None:
    assert [party for each in told(text) for party in each if party != "גנרלים"] == []
