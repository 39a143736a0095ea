"""Whole names behind long Arabic offices, titles that anybody has, and what is no name there."""

import pytest

from kg.model.mention import Mention
from tests.reading import own_name, read_lines


def speakers(text: str) -> list[str | None]:
    return [own_name(s.speaker) for s in read_lines(text, "ar").statements]


@pytest.mark.parametrize(
    ("office", "name"),
    [
        ("محافظ الأنبار", "صهيب الراوي"),
        ("حاكم ولاية مينيسوتا", "تيم وولز"),
        ("حاكم إقليم خاركوف", "أوليغ سينيهوبوف"),
        ("مدير ميناء الحديدة", "يحيى شرف الدين"),
        ("رئيس إقليم كتالونيا", "كارليس بوتشيمون"),
        ("رئيس الإدارة العسكرية في لوغانسك", "سيرغي غايداي"),
        ("عمدة مدينة درنة", "عبد المنعم الغيثي"),
        ("عضو البرلمان الهندي عن كشمير", "عمر عبد الله"),
        ("النائب عن محافظة نينوى", "شيروان الدوبرداني"),
        ("رئيس الوفد وزير الخارجية", "عبدالملك المخلافي"),
        ("شيخ الأزهر", "أحمد الطيب"),
        ("إمام مسجد النور", "جمال فودة"),
        ("المرجع الديني الأعلى", "علي السيستاني"),
        ("وكيل وزارة الصحة", "منجد الباقر"),
        ("العميد بالجيش", "تسفاي أيالو"),
        ("العقيد في الشرطة الفرنسية", "جان بول رينو"),
        ("المزارع", "صالح العمري"),
        ("الصحفي الاستقصائي الفلسطيني", "نضال رافع"),
        ("رجل الأعمال", "نجيب ساويرس"),
        ("كبير مستشاري الرئيس الأوكراني", "ميخايلو بودولياك"),
        ("متحدث باسم بعثة الأمم المتحدة", "أوليفييه سالغادو"),
    ],
)
def test_the_holder_is_found_behind_the_whole_office(office: str, name: str) -> None:
    assert speakers(f"وقال {office} {name} إن الطريق أغلق.") == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وناشدت المحامية أمل كلوني الدول الأعضاء أن تتدخل.", "أمل كلوني"),
        ("وشكر رئيس الوفد يونادم كنا الفاتيكان على دعمه.", "يونادم كنا"),
        ("وأعلن الرائد أمل فريد إغلاق الطريق.", "أمل فريد"),
        ("نفت الرئيسة كاري لام أن الحدود أغلقت.", "كاري لام"),
    ],
)
def test_a_name_ends_in_front_of_people_and_bodies(text: str, name: str) -> None:
    assert speakers(text) == [name]


@pytest.mark.parametrize("who", ["المواطن البسيط", "محافظ كبير"])
def test_what_anybody_is_called_needs_two_names(who: str) -> None:
    (one,) = read_lines(f"وقال {who} إن الأسعار ارتفعت.", "ar").statements
    assert isinstance(one.speaker, Mention)
    assert one.speaker.person is None


def test_that_behind_a_relative_clause_is_no_if() -> None:
    text = "قال الجنرال كينيث ماكنزي، الذي يزور أربيل، إن سحب القوات سيتم."
    assert speakers(text) == ["كينيث ماكنزي"]


def test_a_ministry_named_last_is_the_office() -> None:
    text = "قال نائب رئيس الوزراء وزير الخارجية أيمن الصفدي إن الحدود آمنة."
    (one,) = read_lines(text, "ar").statements
    assert isinstance(one.speaker, Mention)
    assert one.speaker.role == "foreign-minister"


@pytest.mark.parametrize(
    ("office", "tail"),
    [
        ("رئيس مجلس السيادة الانتقالي", "في السودان"),
        ("المستشار السابق", "لرئيس الوزراء العراقي"),
    ],
)
def test_an_office_with_a_tail_between_commas_is_the_speaker_s(office: str, tail: str) -> None:
    (one,) = read_lines(f"قال ليث كبة، {office} {tail}، إن الطريق أغلق.", "ar").statements
    assert isinstance(one.speaker, Mention)
    assert (one.speaker.person, one.speaker.role is not None) == ("ليث كبة", True)


def test_the_island_is_no_outlet_where_something_is_hers() -> None:
    (one,) = read_lines("قال الرئيس القبرصي إن سيادة الجزيرة مصونة.", "ar").statements
    assert not [a for a in one.about if isinstance(a.party, Mention) and a.party.kind == "media"]


@pytest.mark.parametrize("name", ["علي الخضيري", "علي بونغو"])
def test_ali_behind_a_verb_is_somebody(name: str) -> None:
    assert speakers(f"وقال {name} إن الطريق أغلق.") == [name]


def test_on_behind_a_verb_is_nobody() -> None:
    assert speakers("وشدد علي أهمية الحوار الدائم.") == [None]


def test_on_the_margins_behind_an_office_is_no_ali() -> None:
    assert speakers("قال الوزير علي هامش القمة إن الطريق أغلق.") == ["الوزير"]


def test_what_stands_in_front_is_taken_up_by_this() -> None:
    text = "لن نقبل أن يملي علينا أحد المواعيد، هذا ما أكده الوزير الغاني جون ماهاما."
    assert speakers(text) == ["جون ماهاما"]


def test_a_noun_written_as_a_verb_is_what_was_announced() -> None:
    text = "وكان الرئيس الغاني جون ماهاما قد أعلن الأسبوع الماضي نقل السفارة إلى نيروبي."
    assert speakers(text) == ["جون ماهاما"]
    assert speakers("جاء الرئيس الغاني جون ماهاما الذي نقل السفارة.") == []
