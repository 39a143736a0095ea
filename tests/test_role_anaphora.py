"""Who "the minister" is, where two are told of: whoever spoke or acted last goes on."""

import pytest

from kg.model.mention import Mention
from kg.vocabulary import Language
from tests.reading import read_lines


def last_speaker(text: str, language: Language) -> str | None:
    speaker = read_lines(text, language).statements[-1].speaker
    return (speaker.person or speaker.name) if isinstance(speaker, Mention) else None


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "en",
            "Energy Minister Ruth Banda said before talks with French Foreign Minister Luc Morel "
            "that the dam was safe.\nThe minister promised to publish the plans.",
            "Ruth Banda",
        ),
        (
            "he",
            "הנשיא ויליאם רוטו אמר לפני פגישתו עם נשיא צרפת עמנואל מקרון כי הסכר בטוח.\n"
            "הנשיא הוסיף כי התוכניות יפורסמו.",
            "ויליאם רוטו",
        ),
        (
            "ar",
            "قال وزير الطاقة سامي الحداد قبل لقائه وزير الخارجية الفرنسي لوك موريل إن السد آمن.\n"
            "وأكد الوزير أن الخطط ستنشر.",
            "سامي الحداد",
        ),
    ],
)
def test_of_two_in_office_whoever_spoke_goes_on(
    language: Language, text: str, speaker: str
) -> None:
    assert last_speaker(text, language) == speaker


def test_nobody_names_himself_in_what_he_says() -> None:
    told = (
        "Energy Minister Ruth Banda denied the claim.\n"
        "Foreign Minister Luc Morel said on Monday that the dam was safe.\n"
    )
    said = "Mr Morel would be welcome on another date, the minister promised."
    assert last_speaker(f"{told}{said}", "en") == "Ruth Banda"


def test_who_is_told_of_after_it_is_not_passed_over() -> None:
    told = (
        "Energy Minister Ruth Banda denied the claim.\n"
        "French Foreign Minister Luc Morel arrived in Lusaka on Monday.\n"
    )
    assert last_speaker(f"{told}The minister said that the dam was safe.", "en") == "Luc Morel"


def test_who_telephoned_tells_it_though_another_reports_the_call() -> None:
    text = (
        "Brazilian Foreign Minister Ana Souza telephoned Bolivian Foreign Minister Carlos Mamani "
        "and told him that the border was closed, the ministry said."
    )
    told = [s.speaker for s in read_lines(text, "en").statements if s.rule.endswith("elided/en")]
    assert [m.person for m in told if isinstance(m, Mention)] == ["Ana Souza"]


def test_the_ministry_is_that_of_the_minister_whose_call_it_reports() -> None:
    call = "Brazilian Foreign Minister Ana Souza telephoned Bolivian Foreign Minister Carlos Mamani"
    speaker = read_lines(f"{call} on Monday, the ministry said.", "en").statements[-1].speaker
    assert isinstance(speaker, Mention)
    assert speaker.side == "brazil"
    other = read_lines(f"{call}.\nThe border was closed, the ministry said.", "en")
    assert getattr(other.statements[-1].speaker, "side", None) is None


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "en",
            "Hamas rejected the plan.\nThe Orange Democratic Movement hailed it.\n"
            "The movement said that it would go to court.",
            "Orange Democratic Movement",
        ),
        (
            "en",
            "Hamas rejected the plan.\nThe Lake Basin Council hailed it.\n"
            "The movement said that it would go to court.",
            "Hamas",
        ),
        (
            "ar",
            "رفضت حركة الإصلاح الوطني النتائج.\nوقالت الحركة إنها ستلجأ إلى القضاء.",
            "حركة الإصلاح الوطني",
        ),
    ],
)
def test_a_body_is_called_by_the_noun_of_its_name(
    language: Language, text: str, speaker: str
) -> None:
    assert last_speaker(text, language) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Poland will close the border, it said in a statement.", "Poland"),
        ("Kenya denied the charge.\nPoland will close the border, it said.", "Kenya"),
        ("The commission closed the road.\nIt said Poland was close to war.", "commission"),
        ("The talks have failed, it said.", None),
        ("Observers wrote a report on Monday.\nPoland is corrupt to the core, it said.", None),
    ],
)
def test_it_is_a_body_told_of_before_else_the_one_that_will_act(
    text: str, speaker: str | None
) -> None:
    assert last_speaker(text, "en") == speaker
