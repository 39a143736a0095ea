"""Who goes on telling inside what somebody says in Arabic."""

from kg.model.mention import Mention
from tests.reading import read


def speakers(text: str) -> list[str | None]:
    found = read(text, "ar").statements
    return [s.speaker.name if isinstance(s.speaker, Mention) else None for s in found]


def test_whoever_met_somebody_told_her_so() -> None:
    text = (
        "أشار متحدث كيني إلى أن الوزير موساليا مودافادي استقبل السفيرة السودانية وأبلغها بالقرار."
    )
    assert speakers(text) == ["متحدث كيني", "موساليا مودافادي"]


def test_what_an_agency_tells_is_passed_on() -> None:
    text = "أضافت وكالة الأنباء الجزائرية أن أحمد عطاف التقى السفير الفرنسي وطالبه بتوضيحات."
    assert speakers(text)[-1] == "أحمد عطاف"
    assert None not in speakers(text)


def test_who_is_spoken_of_alone_is_told_by_whoever_speaks() -> None:
    text = "قالت الوزارة إن السفير أحمد علي تدخل في شؤونها وأبلغته بأنه غير مرغوب فيه."
    assert "أحمد علي" not in speakers(text)
