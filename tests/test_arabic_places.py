"""Where Arabic news is from and where it happens: datelines, journeys, doubtful towns."""

import pytest

from kg.extract.mentions import find_mentions
from kg.extract.rules import RuleExtractor
from kg.extract.segment import segment
from tests.reading import read_lines

_BODY = "\n\nقال وزير الزراعة في كينيا إن الحصاد جيد هذا العام، وإن المزارعين راضون عنه."


def mentioned(text: str) -> list[str]:
    """Return the names of places that a text mentions."""
    sentences = segment(text, "ar", title=None)
    found = (m for s in sentences for m in find_mentions(s, "ar"))
    return [m.name for m in found if m.category in ("place", "either")]


def places(text: str) -> set[str]:
    """Return the names that a text speaks of as places."""
    read = RuleExtractor().extract(text, segment(text, "ar", title=None), "ar").sentences
    return {m.name for r in read for m in r.places}


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("عدن (بريد الساحل) – ", ["Aden"]),
        ("سرت - وكالات: ", ["Sirte"]),
        ("نيروبي (باب المندب) - ", ["Nairobi"]),
        ("نيروبي (المحيط الهادئ) - ", ["Nairobi"]),
        ("مومباسا (أوغندا) - وكالات ", ["Mombasa", "Uganda"]),
        ("زرغانة 16 مايو (الساحل) - ", ["زرغانة"]),
        ("الجزائر (الساحل) - ", ["Algeria"]),
    ],
)
def test_a_dateline_holds_the_town_and_no_paper(head: str, found: list[str]) -> None:
    expected = list(dict.fromkeys([*found, "Kenya"]))
    assert mentioned(head + _BODY.strip())[: len(expected)] == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("الجزائر (الساحل) - قال وزير الزراعة إن الحصاد جيد.", "Algiers"),
        ("لا يزور الرئيس الصربي كييف هذا العام.", "Kyiv"),
        ("وغادر وزير الخارجية الصربي أوسلو مساء أمس.", "Oslo"),
        ("اختتم الوزير زيارته أوسلو مساء أمس.", "Oslo"),
        ("يصل الوفد إلى ستوكهولم ثم أوسلو حيث يبحث الملف.", "Oslo"),
        ("تستضيف أوسلو في 27 فبراير قمة طارئة.", "Oslo"),
        ("ومن أوسلو، رحب وزير الخارجية الصربي بالقرار.", "Oslo"),
        ("موسكو/باكو – نصب خبراء عمودا حدوديا.", "Baku"),
        (
            "وصل وفد وزاري برئاسة نائب رئيس الوزراء ووزير الخارجية الصربي إلى أوسلو أمس.",
            "Oslo",
        ),
    ],
)
def test_a_capital_gone_to_is_a_place(text: str, place: str) -> None:
    assert place in places(text)


@pytest.mark.parametrize(
    "text",
    [
        "غادرت أوسلو الاتفاق أمس.",
        "أكد الوزير أن أوسلو ترفض الاتفاق.",
        "حذر الوزير من أن أوسلو، وستوكهولم – سترفضان الاتفاق.",
    ],
)
def test_a_government_that_acts_is_no_place(text: str) -> None:
    assert "Oslo" not in places(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("قال إن «سرت والجفرة خط أحمر».", "Sirte"),
        ("لا ثالث لهما: عدن ومطارها.", "Aden"),
        ("أعلن ذلك قبيل قمة جدة التي تنعقد غدا.", "Jeddah"),
        ("وفي عدن، أرجئ الاجتماع.", "Aden"),
        ("عقد الاجتماع بتمنراست أمس.", "Tamanrasset"),
    ],
)
def test_a_town_shows_by_what_is_beside_it(text: str, place: str) -> None:
    assert place in mentioned(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("سرت شائعات عن إغلاق المطار ومينائها.", "Sirte"),
        ("جدة الطفل بخير، وفق الأسرة.", "Jeddah"),
        ("اعتبر الناخبون ذلك جنة عدن الموعودة.", "Aden"),
    ],
)
def test_the_same_letters_elsewhere_are_no_town(text: str, place: str) -> None:
    assert place not in mentioned(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("خرج الوزير من «قصر الاستقلال» ظهر أمس.", "قصر الاستقلال"),
        ("افتتح الوزير معبر زرغان الحدودي المغلق منذ عام.", "معبر زرغان"),
        ("يتعلق الخلاف بموارد خزان تورنا زرغان (المشتركة) بين البلدين.", "خزان تورنا زرغان"),
        ("منح الشركة أراضي في بادية زرغان.", "بادية زرغان"),
    ],
)
def test_a_site_is_called_whole_without_its_sort(text: str, place: str) -> None:
    assert place in mentioned(text)


@pytest.mark.parametrize(
    "text",
    [
        "تبني البلاد قاعدة على مقربة من المكان.",
        "اجتمعوا في قاعة أخرى من المبنى.",
        "منحت الحكومة الشركة منجما مقابل خدماتها.",
        "أزمة غير مسبوقة مع دول الخليج.",
        "طالب قادة أميركا الجنوبية باعتذار.",
    ],
)
def test_one_of_its_sort_is_no_place(text: str) -> None:
    assert mentioned(text) == []


def test_a_regional_dispute_is_no_two_regions() -> None:
    assert mentioned("لا وجود لنزاع إقليمي نناقشه مع أحد.") == []


@pytest.mark.parametrize(
    "text",
    [
        "شهدت أوسلو ونيروبي تقاربا كبيرا هذا العام.",
        "وتحتضن أوسلو موقفا موحدا من الحرب.",
        "وصل أوسلو رد الحكومة الكينية أمس.",
    ],
)
def test_a_government_that_sees_a_change_or_gets_an_answer_is_no_place(text: str) -> None:
    assert "Oslo" not in places(text)


def test_a_town_that_sees_an_event_is_its_place() -> None:
    assert "Oslo" in places("شهدت أوسلو أمس اجتماعا بين الوفدين.") | places(
        "وشهدت أوسلو اجتماعا بين الوفدين."
    )


@pytest.mark.parametrize(
    "text",
    [
        "وفي كلام، قال الوزير الكيني إن الأمر خطير.",
        "وفي ختام، دعا الوزير الكيني إلى الهدوء.",
        "وعقد اللقاء في إطار الزيارة.",
        "وعقد اللقاء في فيلا خاصة.",
    ],
)
def test_everyday_nouns_are_no_towns(text: str) -> None:
    assert mentioned(text) in ([], ["Kenya"])


def where(text: str) -> set[str]:
    """Return the places that a sentence names."""
    return {m.name for read in read_lines(text, "ar").sentences for m in read.places}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("وصل الوزير إلى مدينة جواتيمالا أمس.", "Guatemala City"),
        ("وصل الوزير إلى هامبورج أمس.", "Hamburg"),
        ("عقد اللقاء في هيوستون أمس.", "Houston"),
        ("دخلت السفينة منطقة تشمل صخرة إيودو.", "صخرة إيودو"),
    ],
)
def test_towns_are_known_by_other_spellings_and_nouns(text: str, place: str) -> None:
    assert place in where(text)


def test_two_regions_are_named_one_known_to_no_list() -> None:
    assert where("انسحبت الجبهة من إقليمي أمهرة وسيدامو.") == {"Amhara", "سيدامو"}


def test_a_country_is_no_town() -> None:
    assert where("لن نبقي سفارة في بلد يتدخل في شؤوننا.") == set()
