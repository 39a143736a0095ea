"""Arabic constructions that the patterns of tests/eval/grid brought up, one telling case each."""

import pytest

from kg.model.article import SourceText
from kg.model.day import Day
from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article


def _claims(text: str, kind: str) -> list[dict[str, object]]:
    source = SourceText(name="case", text=text, language="ar", published=Day.parse("2025-04-10"))
    document = to_document(extract_article(source, iris=Iris()))
    return [c for c in document["claims"] if c["type"] == kind]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (  # a second office is another person's
            "التقى رئيس أركان الجيش السنغالي وزير الخارجية البريطاني روبرت أشداون في روما أمس.",
            ["رئيس أركان الجيش السنغالي", "روبرت أشداون"],
        ),
        (  # people without a name, met by a person
            "استقبل الرئيس الغاني كوامي أنان عشرات الصيادين في أكرا أمس.",
            ["كوامي أنان", "عشرات الصيادين"],
        ),
        (  # what a name and a comma are told of is nobody who met
            "اجتمع غونتر فايس، وهو نائب ألماني عن حزب الخضر، مع السفير الكرواتي يوسيب بارانوفيتش"
            " في روما.",
            ["غونتر فايس", "يوسيب بارانوفيتش"],
        ),
        (  # verbal noun behind a verb of intending
            "يعتزم الرئيس الغاني كوامي أنان التشاور مع الملك سيفو في أكرا غدا.",
            ["كوامي أنان", "سيفو"],
        ),
        (  # a joint body is its two sides
            "تجتمع اللجنة الاقتصادية المشتركة بين صربيا وكوسوفو في روما غدا.",
            ["Serbia", "Kosovo"],
        ),
        (  # who invited a visitor
            "يزور الرئيس الغاني كوامي أنان مومباسا غدا تلبية لدعوة من الملك سيفو.",
            ["كوامي أنان", "سيفو"],
        ),
    ],
)
def test_who_met_is_read(text: str, parties: list[str]) -> None:
    (meeting,) = _claims(text, "meeting")
    assert meeting["participants"] == parties


def test_meeting_is_where_they_had_come() -> None:
    text = "سافر الرئيس الغاني كوامي أنان إلى مومباسا أمس، وتفقد الميناء والتقى الملك سيفو."
    (meeting,) = _claims(text, "meeting")
    assert meeting["place"] == "Mombasa"


def test_talks_that_still_go_on_are_not_denied() -> None:
    (meeting,) = _claims("لا تزال المحادثات بين أرمينيا وغينيا جارية في نيروبي.", "meeting")
    assert (meeting["status"], meeting["as"]) == ("ongoing", "asserts")


def test_sponsor_in_front_mediates() -> None:
    text = "برعاية الملك سيفو، التقى وفدان من بوليفيا وكوسوفو في روما أمس."
    (meeting,) = _claims(text, "meeting")
    assert meeting["mediators"] == ["سيفو"]


@pytest.mark.parametrize(
    "text",
    [
        "استقبل الرئيس الغاني كوامي أنان النبأ بارتياح.",
        "زار الرئيس الغاني كوامي أنان معرضا للكتاب في روما أمس.",
        "يلتقي منتخبا صربيا وغينيا في نيروبي غدا ضمن التصفيات.",
        "استقبلت بوليفيا آلاف اللاجئين منذ اندلاع الحرب.",
        "تلتقي مصالح صربيا وغينيا في ملف المياه.",
    ],
)
def test_things_and_teams_hold_no_meeting(text: str) -> None:
    assert _claims(text, "meeting") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قال رئيس الوزراء الجورجي زوراب لوميدزه إن الهدنة هشة.", "زوراب لوميدزه"),
        ("قال رئيس الوزراء الأسبق سليم القاضي إن الهدنة هشة.", "سليم القاضي"),
        ("قال المبعوث السويسري إلى المنطقة لوكا هارتمان إن الهدنة هشة.", "لوكا هارتمان"),
        ("قالت النائبة عن المنطقة الجنوبية هدى الصراف إن الهدنة هشة.", "هدى الصراف"),
        ("أعلنت رئيسة الوزراء إرنا سولبرغ أن الهدنة هشة.", "إرنا سولبرغ"),
        ("قالت منظمة «أطباء بلا أسوار» إن الهدنة هشة.", "أطباء بلا أسوار"),
    ],
)
def test_name_behind_office_speaks(text: str, speaker: str) -> None:
    (statement,) = _claims(text, "statement")
    assert statement["speaker"] == speaker
