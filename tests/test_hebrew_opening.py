"""Who opens a Hebrew sentence without any list knowing them, and speaks further on."""

import pytest

from kg.model.article import SourceText
from kg.model.day import Day
from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article

PUBLISHED = Day.parse("2025-04-10")


def speakers(text: str) -> list[str]:
    source = SourceText(name="x", text=text, language="he", published=PUBLISHED)
    claims = to_document(extract_article(source, iris=Iris()))["claims"]
    return [c["speaker"] for c in claims if c["type"] == "statement"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("תושבי המחנה בקוטופאלונג סיפרו כי הצריפים נשרפו.", "תושבי המחנה"),
        ("חברת לוטרן הדנית, בעלת המסוף, מסרה שהצוות חולץ.", "חברת לוטרן הדנית"),
        ("המשרד לענייני ספורט בקיטו הזהיר כי המשחק יידחה.", "המשרד לענייני ספורט"),
        ("ליגת תושבי צ'אגוס, בראשות ראול פינטו, קראה לפיצויים.", "ליגת תושבי צ'אגוס"),
        ("משפחות העצורים הפגינו מול הכלא ודרשו לשחרר אותם.", "משפחות העצורים"),
        ("אשתו מסרה לסוכנות יונהאפ שהמשפחה תערער.", "אשתו"),
        ("הקרן המלכותית של ירדן הודיעה כי תפסיק את הבנייה.", "הקרן המלכותית של ירדן"),
        ("המנהל הטכני, ראול פינטו, דיווח כי הצינור תוקן.", "ראול פינטו"),
        ("האדי אל-סולחי ממסגרת התיאום אמר כי יבוא.", "האדי אל-סולחי"),
        ("שר החוץ ז'אן-איב לה דריאן אמר כי יבוא.", "ז'אן-איב לה דריאן"),
        ("סגן-אדמירל קלייב סולטר מסר שהספינות יפליגו.", "קלייב סולטר"),
        ("בפגישה עם עבדאללה מלך ירדן אמר ראול פינטו כי יבוא.", "ראול פינטו"),
        ("מאלי, צ'ילה ובוליביה הזהירו את השכנה מפני הצעד.", "Mali"),
        ("אמנסטי אינטרנשיונל הזהיר מפני משבר.", "Amnesty International"),
        ("לדברי פעילת זכויות האדם רוסה פינטו, השוטרים היכו אותה.", "רוסה פינטו"),
    ],
)
def test_who_opens_the_sentence_speaks(text: str, who: str) -> None:
    assert speakers(text) == [who]


@pytest.mark.parametrize(
    "text",
    [
        "תושבי המחנה, אמר ראול פינטו, לא יפונו.",
        "ליגת הספורט הציגה תוכנית, וראול פינטו אמר כי יתנגד לה.",
        "רעיית ראול פינטו נפצעה, אמר ראול פינטו.",
    ],
)
def test_who_opens_it_does_not_where_another_does(text: str) -> None:
    assert speakers(text) == ["ראול פינטו"]
