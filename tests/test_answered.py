"""Whom replies and denials answer; who hears what no lexicon names; whose words stand where."""

import pytest

from kg.model.draft import mentions_of
from kg.model.mention import Mention
from kg.vocabulary import Language
from tests.reading import name, read_lines


def told(text: str, language: Language) -> tuple[str | None, list[str | None]]:
    """Return who speaks last in the text, and to whom."""
    last = read_lines(text, language).statements[-1]
    return name(last.speaker), [name(a) for a in last.addressees]


@pytest.mark.parametrize(
    ("language", "text", "speaker", "listener"),
    [
        ("en", "Chad accused Niger of theft.\nNiger denied the accusation.", "Niger", "Chad"),
        ("en", "Chad said the well was its own.\nNiger replied that it was not.", "Niger", "Chad"),
        ("ar", "اتهمت تشاد النيجر بالسرقة.\nونفت النيجر هذا الاتهام.", "النيجر", "تشاد"),
    ],
)
def test_a_reply_or_denial_answers_the_other_side(
    language: Language, text: str, speaker: str, listener: str
) -> None:
    assert told(text, language) == (speaker, [listener])


def test_a_denial_answers_nobody_who_blamed_another() -> None:
    text = "Chad accused Niger of theft.\nGhana denied that talks had failed."
    assert told(text, "en") == ("Ghana", [])


def test_a_reply_does_not_answer_the_speakers_own_side() -> None:
    text = "Chad said the well was its own.\nChad's foreign minister replied that it would stay so."
    assert told(text, "en")[1] == []


def test_an_outlet_that_no_lexicon_has_is_told_and_passes_on() -> None:
    drafts = read_lines("A Kenyan official told Coastal Daily that the port was closed.", "en")
    (one,) = drafts.statements
    assert [name(m) for m in (*one.addressees, *one.via)] == ["Coastal Daily"] * 2


def test_a_name_that_called_tells_is_the_speaker() -> None:
    text = "A pro-Russian group called Killnet claimed responsibility for the attack."
    (one,) = read_lines(text, "en").statements
    assert name(one.speaker) == "Killnet"


def test_a_city_behind_that_is_no_condition() -> None:
    (one,) = read_lines("قال الرئيس الكيني إن مدينة مومباسا آمنة.", "ar").statements
    assert name(one.speaker) == "الرئيس الكيني"


def test_an_aide_passes_on_what_the_genitive_said() -> None:
    text = (
        "Merkel'in gerilimin düşmesi gerektiğini söylediği, Steffen Seibert tarafından açıklandı."
    )
    (one,) = read_lines(text, "tr").statements
    assert (name(one.speaker), [name(v) for v in one.via]) == ("Merkel", ["Steffen Seibert"])


def test_a_paper_hears_the_interview_given_to_it() -> None:
    text = "Kenya Lideri, Alman Tagblick gazetesine verdiği demeçte, sınırın açılacağını söyledi."
    (one,) = read_lines(text, "tr").statements
    assert [m.name for m in mentions_of(one.addressees)] == ["Tagblick"]


def test_the_office_of_somebody_speaks_for_itself() -> None:
    speaker, _ = told("לשכתו של הנשיא דניאל נובואה מסרה כי הגבול ייסגר.", "he")
    assert speaker == "לשכתו של הנשיא דניאל נובואה"


def test_the_sides_are_who_is_urged() -> None:
    text = "קניה ואוגנדה נפגשו בניירובי.\nנשיא גאנה דחק בצדדים לכבד את ההסכם."
    assert sorted(map(str, told(text, "he")[1])) == ["אוגנדה", "קניה"]


def test_embassies_of_a_state_are_told_apart_by_their_city() -> None:
    text = "The Kenyan embassy in Kampala said the road was closed."
    (one,) = read_lines(text, "en").statements
    assert isinstance(one.speaker, Mention)
    assert one.speaker.name == "Kenyan embassy in Kampala"
