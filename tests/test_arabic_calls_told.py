"""Who is on the line, who sits in a session, where Arabic says that something was told there."""

import pytest

from kg.model.article import SourceText
from kg.model.day import Day
from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article

WEDNESDAY = Day.parse("2024-05-15")


def _met(text: str) -> list[set[str]]:
    source = SourceText(name="x", text=text, language="ar", published=WEDNESDAY)
    document = to_document(extract_article(source, iris=Iris()))
    return [set(c["participants"]) for c in document["claims"] if c["type"] == "meeting"]


@pytest.mark.parametrize(
    "text",
    [
        "أضاف الوزير سامح شكري أن الرئيس محمد مرسي غاضب وأنه علم بذلك في اتصال هاتفي.",
        "قال وزير الخارجية الكيني موساليا مودافادي إن الرئيس وليام روتو مريض وإنه سمع ذلك في"
        " اتصال هاتفي.",
    ],
)
def test_whoever_is_spoken_of_was_not_on_the_line(text: str) -> None:
    assert _met(text) == []


@pytest.mark.parametrize(
    "told",
    [
        "أبلغ نظيره الأوغندي جيجي أودونغو بالموقف",
        "نقل الموقف إلى نظيره الأوغندي جيجي أودونغو",
        "أكد الموقف لنظيره الأوغندي جيجي أودونغو",
    ],
)
def test_whoever_was_informed_in_a_call_was_on_the_line(told: str) -> None:
    text = f"وأضاف وزير الخارجية الكيني موساليا مودافادي أنه {told} في اتصال هاتفي أمس."
    assert _met(text) == [{"موساليا مودافادي", "جيجي أودونغو"}]


def test_whoever_speaks_behind_a_session_did_not_sit_in_it() -> None:
    text = (
        "وقال خبراء خلال جلسة لمجلس الأمن إن الحرب مستمرة، وأضاف المندوب الروسي فاسيلي نيبينزيا"
        " أن المفاوضات متوقفة."
    )
    assert _met(text) == [{"خبراء", "UN Security Council"}]


def test_whoever_speaks_during_a_session_sits_in_it() -> None:
    text = "وخلال جلسة لمجلس الأمن، حذر المندوب الكيني مارتن كيماني من أن القتال يتسع."
    assert _met(text) == [{"مارتن كيماني", "UN Security Council"}]


@pytest.mark.parametrize(
    ("aside", "third"),
    [
        ("بعد يوم من اغتيال القائد حسن علي", set()),
        ("عقب استقالة الوزير جوزيف نجوروغي", set()),
        ("يوم الاثنين في مكتبه", set()),
        ("مع الوزير جوزيف نجوروغي", {"جوزيف نجوروغي"}),
    ],
)
def test_nobody_named_in_an_aside_was_received(aside: str, third: set[str]) -> None:
    text = f"استقبل الرئيس الكيني وليام روتو، {aside}، السفير الأوغندي مارتن أوكيلو."
    assert _met(text) == [{"وليام روتو", "مارتن أوكيلو"} | third]
