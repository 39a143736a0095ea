"""Arabic as agencies write it: long offices, styles, "had" in front, guests told, houses."""

import pytest

from kg.extract.mentions import find_mentions
from kg.extract.tokens import tokenize
from kg.model.draft import Party, mentions_of
from kg.model.mention import Mention
from kg.model.token import Sentence
from tests.reading import name, read, read_lines


def mentions(text: str) -> list[Mention]:
    sentence = Sentence(
        index=0,
        paragraph=0,
        kind="body",
        start=0,
        end=len(text),
        text=text,
        tokens=tokenize(text, 0, "ar"),
    )
    return list(find_mentions(sentence, "ar"))


def person_of(party: Party | None) -> str | None:
    return party.person if isinstance(party, Mention) else None


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("دعا المبعوث الخاص للأمين العام للأمم المتحدة كارل نيستروم إلى الهدوء.", "كارل نيستروم"),
        ("قالت منسقة الشؤون الإنسانية في ملاوي غريتا هولمكفيست إن الجسر جاهز.", "غريتا هولمكفيست"),
        ("أكد وزير الأشغال العامة والإسكان بالنيابة، رضوان بن سعد، أن السد آمن.", "رضوان بن سعد"),
        ("أعلن المدير العام للأمن الوطني فريد مرابط توقيف اثنين.", "فريد مرابط"),
        ("قال رئيس لجنة الموازنة في مجلس النواب بيتر لوندغرين إن العجز كبير.", "بيتر لوندغرين"),
    ],
)
def test_a_long_office_leads_to_its_holder(text: str, person: str) -> None:
    assert [m.person for m in mentions(text) if m.role and m.person] == [person]


@pytest.mark.parametrize(
    "text",
    [
        "استقبل رئيس الوزراء الكيني في قصر الضيافة كارل نيستروم.",
        "قال وزير المالية والسفير كارل نيستروم إن القرض جاهز.",
    ],
)
def test_whom_an_officer_meets_does_not_hold_the_office(text: str) -> None:
    offices = [m.person for m in mentions(text) if m.role in ("prime-minister", "finance-minister")]
    assert offices == [None]


def test_two_offices_in_a_row_behind_a_verb_of_saying_are_one_persons() -> None:
    found = read("قال رئيس الوفد وزير النقل كمال درويش إن الطريق مفتوح.", "ar").statements
    assert [person_of(s.speaker) for s in found] == ["كمال درويش"]


def test_the_offices_behind_a_style_and_a_name_are_theirs() -> None:
    text = "استقبل صاحب السمو الأمير راشد بن نايف ولي العهد وزير الدفاع أمس السفير الكيني."
    (met,) = read(text, "ar").meetings
    assert [person_of(p) for p in met.participants] == ["راشد بن نايف", None]


def test_an_unknown_name_in_front_of_its_office_is_read() -> None:
    found = read("قال هنريك ستولتز، رئيس نقابة الصيادين، إن الزوارق باقية.", "ar").statements
    assert [person_of(s.speaker) for s in found] == ["هنريك ستولتز"]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("أما اللقاء مع رئيس الوزراء آبي أحمد فصرف النظر عنه.", "آبي أحمد"),
        ("ألغي لقاء رئيس الوزراء السوري حسين الحمود لضيق الوقت.", "حسين الحمود"),
        ("أبلغ الرئيس ما ينغ جيو الوفد بالقرار.", "ما ينغ جيو"),
    ],
)
def test_what_follows_a_name_is_no_part_of_it(text: str, person: str) -> None:
    assert person in [m.person for m in mentions(text)]


@pytest.mark.parametrize(
    "text",
    [
        "استقبله في القصر الرئاسي أمس.",
        "اجتمعا بمقر رئاسة الجمهورية.",
        "بالقصر الرئاسي اجتمعا قبل زيارة المبنى",
    ],
)
def test_a_house_is_nobody(text: str) -> None:
    assert [m for m in mentions(text) if m.category == "actor"] == []


def test_a_town_of_two_words_is_a_place() -> None:
    found = mentions("وفي سان برناردو، حذر الصيادون من العاصفة.")
    assert [m.text for m in found if m.category == "place"] == ["سان برناردو"]


def test_months_and_good_neighbours_are_no_persons() -> None:
    assert [m for m in mentions("وقعت المعاهدة في ربيع الأول وحسن الجوار قائم.") if m.person] == []


def test_who_had_received_somebody_goes_on_speaking_behind_and() -> None:
    text = "وكان وزير الري الكيني قد استقبل السفير الصومالي، وأكد له أن الحصة ثابتة."
    (said,) = read(text, "ar").statements
    assert name(said.speaker) == "وزير الري الكيني"
    assert [name(a) for a in said.addressees] == ["السفير الصومالي"]


def test_a_guest_is_told_by_what_he_is_there() -> None:
    text = "استقبل الرئيس الغاني رئيس توغو، وقال لضيفه إن الميناء مفتوح."
    (said,) = read(text, "ar").statements
    assert [name(a) for a in said.addressees] == ["رئيس توغو"]


def test_an_accusative_participle_tells_how_somebody_answered() -> None:
    found = read("ورد الرئيس الغاني عبر قناة «النيل» متهماً كينيا بالعرقلة.", "ar").statements
    assert [(name(s.speaker), s.act) for s in found] == [("الرئيس الغاني", "accuses")]


def test_two_who_sign_in_one_place_have_met() -> None:
    text = "وقع الرئيس الكيني ويليام روتو والرئيس الصومالي حسن شيخ محمود في نيروبي اتفاقا."
    (met,) = read(text, "ar").meetings
    assert len(mentions_of(met.participants)) == 2


def test_a_states_own_ambassador_called_home_is_no_meeting() -> None:
    assert read("استدعت كينيا سفيرتها في مقديشو للتشاور.", "ar").meetings == ()


def test_a_first_name_in_the_middle_stands_for_nobody_alone() -> None:
    text = "قالت كينيا إن الطرفين اتفقا على هدنة.\nقال الرئيس محمود علي يوسف إن الهدنة قائمة."
    (announced, _) = read_lines(text, "ar").statements
    assert announced.about == ()


def test_a_heading_says_to_whom_it_is_said() -> None:
    drafts = read_lines("تحذير كيني إلى أوغندا: الحدود لن تفتح", "ar", headings=(0,))
    assert [[name(a) for a in s.addressees] for s in drafts.statements] == [["أوغندا"]]
