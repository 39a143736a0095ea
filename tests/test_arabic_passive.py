"""Who told it, where an Arabic verb of telling stands in the passive."""

import pytest

from kg.model.mention import Mention
from tests.reading import read


def told(text: str) -> list[tuple[str | None, list[str]]]:
    return [
        (
            s.speaker.text if isinstance(s.speaker, Mention) else None,
            [a.text for a in s.addressees if isinstance(a, Mention)],
        )
        for s in read(text, "ar").statements
    ]


def test_whoever_is_told_something_does_not_say_it() -> None:
    assert told("قال مكتب رئيس الوزراء الأرميني إن يريفان أُبلغت بأن الوفد لن يحضر.") == [
        ("مكتب رئيس الوزراء الأرميني", [])
    ]


def test_the_ministry_an_envoy_was_called_to_tells_him() -> None:
    found = told("استُدعي السفير الروسي إلى وزارة الخارجية المولدوفية وأُبلغ بأن خمسة سيُطردون.")
    assert found == [("وزارة الخارجية المولدوفية", ["السفير الروسي"])]


def test_by_whom_it_was_told_is_said_behind_the_verb() -> None:
    text = "قال نائب كولومبي إنه أُبلغ من وزيرة الخارجية لورا سارابيا بأن القنصلية ستغلق."
    speakers = [speaker for speaker, _ in told(text)]
    assert speakers == ["نائب كولومبي", "وزيرة الخارجية لورا سارابيا"]
    assert told("أُبلغت باريس من قبل الحكومة النيجرية بأن القاعدة ستغلق.") == [
        ("الحكومة النيجرية", ["باريس"])
    ]


def test_where_nobody_is_named_nobody_told_it() -> None:
    assert told("أُبلغ السكان بأن المياه ستعود.") == []


@pytest.mark.parametrize(
    "text",
    [
        "استدعت وزارة الخارجية الإيرانية السفير السويسري، وأُبلغ مجلس الأمن بأن طهران سترد.",
        "استدعت وزارة الخارجية الإيرانية السفير السويسري، وأُبلغ السكان بأن المياه ستعود.",
        "استقبلت وزارة الصحة اللبنانية وفدا من المنظمة، وأُبلغ الجيش بأن شحنة ستصل.",
    ],
)
def test_whoever_else_is_told_was_not_told_by_the_ministry(text: str) -> None:
    assert told(text) == []
