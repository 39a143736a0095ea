"""Words that only look like a party in Arabic: "ما بين", "على الأرجح", "دول غربية كينيا"."""

import pytest

from kg.model.mention import Mention
from tests.reading import read


def _names(parties: tuple[object, ...]) -> list[str]:
    return [p.text for p in parties if isinstance(p, Mention)]


@pytest.mark.parametrize(
    "text", ["ورفض الرئيس ما بين السطور.", "وصف الوزير ما بين البلدين بأنه أخوة."]
)
def test_what_is_between_is_no_asian_name(text: str) -> None:
    assert "ما بين" not in [p for s in read(text, "ar").statements for p in _names((s.speaker,))]


def test_whoever_is_promised_promises_nothing() -> None:
    assert read("ووعدت دول غربية كينيا بصواريخ.", "ar").statements == ()


@pytest.mark.parametrize("what", ["على الأرجح", "على الدوام", "على الورق", "على مستوى الخبراء"])
def test_how_it_is_proposed_is_no_addressee(what: str) -> None:
    (found,) = read(f"واقترحت كينيا {what} تأجيل الاجتماع.", "ar").statements
    assert found.addressees == ()


def test_both_are_proposed_to() -> None:
    (found,) = read("واقترحت غانا على كينيا وأوغندا عقد قمة ثلاثية.", "ar").statements
    assert _names(found.addressees) == ["كينيا", "أوغندا"] or len(found.addressees) == 2


def test_what_a_rank_announces_is_no_name() -> None:
    found = read("وأعلن العقيد انشقاق خالد عن الجيش.", "ar").statements
    assert "انشقاق خالد" not in [p for s in found for p in _names((s.speaker,))]


def test_whom_a_member_stands_for_is_no_member() -> None:
    text = "وصل وفد كيني إلى لومي وضم ممثلا عن الرئيس وليام روتو، والتقى الرئيس فور غناسينغبي."
    (met,) = read(text, "ar").meetings
    assert "وليام روتو" not in " ".join(_names(tuple(met.participants)))


def test_who_is_elsewhere_is_no_member() -> None:
    text = "زار وفد كيني لومي على أن تكون الوزيرة آنا سوتو في ليما الاثنين."
    (met,) = read(text, "ar").meetings
    assert "آنا سوتو" not in " ".join(_names(tuple(met.participants)))
