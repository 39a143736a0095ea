"""Two whom somebody met one by one in Arabic: كلا على حدة, في لقاءين منفصلين."""

import pytest

from tests.reading import read

WHO = "رجب طيب أردوغان ومحمد بن سلمان"


@pytest.mark.parametrize(
    "text",
    [
        f"التقى وليام روتو في أنقرة {WHO} كلا على حدة.",
        f"تحادث وليام روتو هاتفيا مع {WHO}، كل على حدة.",
        f"بحث وليام روتو هاتفيا مع {WHO}، كل على حدة، التطورات.",
        f"استقبل وليام روتو في لقاءين منفصلين {WHO}.",
        f"أجرى وليام روتو مباحثات مع {WHO}، كلا على حدة.",
    ],
)
def test_who_is_met_apart_is_met_by_each(text: str) -> None:
    meetings = read(text, "ar").meetings
    assert [len(m.participants) for m in meetings] == [2, 2]


def test_who_is_met_together_is_met_once() -> None:
    text = "بحث وليام روتو هاتفيا مع رجب طيب أردوغان ومحمد بن سلمان، الأحد، التطورات."
    (meeting,) = read(text, "ar").meetings
    assert len(meeting.participants) == 3
