"""Words that only look like a party in Arabic: "ما بين", "دول غربية كينيا"."""

import pytest

from tests.reading import heard, met, read


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("ورفض الرئيس ما بين السطور.", "الرئيس"),
        ("وصف الوزير ما بين البلدين بأنه أخوة.", "الوزير"),
    ],
)
def test_what_is_between_is_no_asian_name(text: str, speaker: str) -> None:
    assert heard(text, "ar") == [(speaker, set())]


def test_whoever_is_promised_promises_nothing() -> None:
    assert read("ووعدت دول غربية كينيا بصواريخ.", "ar").statements == ()


def test_both_are_proposed_to() -> None:
    text = "واقترحت غانا على كينيا وأوغندا عقد قمة ثلاثية."
    assert heard(text, "ar") == [("Ghana", {"Kenya", "Uganda"})]


def test_whom_a_member_stands_for_is_no_member() -> None:
    text = "وصل وفد كيني إلى لومي وضم ممثلا عن الرئيس وليام روتو، والتقى الرئيس فور غناسينغبي."
    assert met(text, "ar") == [{"Kenyan delegation", "فور غناسينغبي"}]


def test_who_is_elsewhere_is_no_member() -> None:
    text = "زار وفد كيني لومي على أن تكون الوزيرة آنا سوتو في ليما الاثنين."
    assert met(text, "ar") == [{"Kenyan delegation", "Lome"}]
