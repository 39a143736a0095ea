"""Hebrew news sets a comma between subject and verb; and tells the press without meeting it."""

import pytest

from tests.hebrew_claims import claims, met


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "שר ההגנה ראג'נאת סינג, שוחח אתמול עם שר ההגנה האוסטרלי, ריצ'רד מארלס.",
            ["ראג'נאת סינג", "ריצ'רד מארלס"],
        ),
        ("נשיאת מולדובה מאיה סאנדו, שוחחה אתמול עם נשיא רומניה.", ["מאיה סאנדו", "נשיא רומניה"]),
    ],
)
def test_a_comma_may_part_subject_and_verb(text: str, who: list[str]) -> None:
    assert [participants for participants, *_ in met(text)] == [who]


def test_whoever_stands_before_another_clause_met_nobody() -> None:
    text = "לאחר שהתפטר שר ההגנה יואב גלנט, נפגש נשיא גאנה עם נשיא טוגו."
    assert all("יואב גלנט" not in participants for participants, *_ in met(text))


def test_who_talks_with_an_agency_meets_nobody() -> None:
    assert met("גורם הודי ששוחח עם סוכנות הידיעות רויטרס אישר את הפרטים.") == []
    assert met("נשיא קניה שוחח עם נשיא אוגנדה.") != []


def test_who_lashes_out_behind_a_quotation_speaks() -> None:
    (told,) = claims("״הם משקרים לעולם כולו״, תקפה שרת החוץ של שוודיה.", "statement")
    assert (told["act"], told["speaker"]) == ("accuses", "שרת החוץ של שוודיה")


def test_a_report_of_a_day_is_no_verb() -> None:
    text = "לפי דיווח שפורסם ב״וושינגטון פוסט״, המורדים כבשו את הנמל."
    assert [c["speaker"] for c in claims(text, "statement")] == ["Washington Post"]
