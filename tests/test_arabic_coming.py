"""Who comes somewhere to meet somebody, where the verb of coming leaves them out."""

from kg.model.mention import Mention
from tests.reading import read


def met(text: str) -> list[list[str]]:
    found = read(text, "ar").meetings
    return [[p.name for p in m.participants if isinstance(p, Mention)] for m in found]


def test_who_came_first_goes_on_to_meet_another() -> None:
    text = (
        "من المقرر أن يصل الوزير ماركو روبيو الاثنين إلى وارسو حيث يجتمع برئيس الوزراء دونالد توسك،"
        " قبل أن يتوجه الأربعاء إلى كييف للقاء الرئيس فولوديمير زيلينسكي."
    )
    assert met(text)[-1] == ["ماركو روبيو", "فولوديمير زيلينسكي"]


def test_whoever_says_he_will_go_consults_there() -> None:
    text = "أعلن وليام روتو أنه سيتوجه غدا إلى كيغالي للتشاور مع نظيره الرواندي بول كاغامي."
    assert met(text) == [["وليام روتو", "بول كاغامي"]]


def test_whoever_was_told_of_before_comes() -> None:
    text = "أعلن وليام روتو الاتفاق. وسيتوجه بعد ذلك إلى كيغالي للقاء الرئيس بول كاغامي."
    assert met(text) == [["وليام روتو", "بول كاغامي"]]


def test_who_is_called_home_to_consult_meets_nobody() -> None:
    assert met("استدعت كينيا سفيرها لدى رواندا للتشاور.") == []


def test_a_group_that_sets_out_meets_them_not_whoever_came_elsewhere() -> None:
    text = "وصل الوزير الكيني إلى كيغالي، وتوجه وفد أمريكي إلى مسقط للقاء الوسطاء."
    assert met(text) == [["US delegation", "الوسطاء"]]


def test_people_without_a_name_who_set_out_meet_them() -> None:
    text = "وصل الوزير الكيني إلى كيغالي، وتوجه مسؤولون أمنيون إلى مسقط للقاء الوسطاء."
    assert "الوزير الكيني" not in [party for parties in met(text) for party in parties]
