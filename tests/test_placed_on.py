"""On whom words are placed that name no listener beside the verb."""

import pytest

from kg.vocabulary import Language
from tests.reading import name, read, read_lines


def listeners(text: str, language: Language) -> list[str | None]:
    return [name(a) for s in read(text, language).statements for a in s.addressees]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kenya warned that if Uganda crosses the river, it will strike."),
        ("en", "Should Uganda go on drilling, Kenya warned, it would reply."),
        ("tr", "Kenya, Uganda nehri geçerse karşılık vereceği uyarısında bulundu."),
        ("ar", "حذرت كينيا من أنها سترد إذا عبرت أوغندا النهر."),
        ("he", "קניה הזהירה כי אם תמשיך אוגנדה לירות היא תגיב."),
    ],
)
def test_a_threat_is_placed_on_whose_act_it_hangs_on(language: Language, text: str) -> None:
    assert listeners(text, language) in (["Uganda"], ["أوغندا"], ["אוגנדה"])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kenya rejected Uganda's accusation that its troops crossed the border."),
        ("en", "Kenya rejected Uganda's demand for talks."),
        ("en", "Kenya denied claims by Uganda that its troops had crossed."),
        ("tr", "Kenya, Uganda'nın iddialarını reddetti."),
        ("ar", "نفت كينيا اتهامات أوغندا بشأن الحدود."),
        ("he", "קניה דחתה את האשמות אוגנדה."),
        ("he", "קניה דחתה את הטענות של אוגנדה."),
    ],
)
def test_a_denial_answers_whoever_made_the_charge(language: Language, text: str) -> None:
    assert listeners(text, language) in (["Uganda"], ["أوغندا"], ["אוגנדה"])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kenya demanded that Uganda withdraw its troops."),
        ("en", "Kenya called for Uganda to pull back."),
        ("tr", "Kenya, Uganda'nın derhal sınırdan çekilmesini istedi."),
        ("ar", "دعت كينيا إلى أن تسحب أوغندا قواتها من الحدود."),
        ("he", "קניה דרשה כי אוגנדה תיסוג מהגבול."),
    ],
)
def test_a_demand_is_placed_on_who_shall_act(language: Language, text: str) -> None:
    assert listeners(text, language) in (["Uganda"], ["أوغندا"], ["אוגנדה"])


@pytest.mark.parametrize(
    "text",
    [
        "Kenya condemned Uganda's seizure of the tanker.",
        "Kenya condemned Uganda for shelling villages.",
    ],
)
def test_whose_deed_is_condemned_is_blamed(text: str) -> None:
    assert listeners(text, "en") == ["Uganda"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya demanded that sanctions on Uganda be lifted.",
        "Kenya demanded that Uganda be expelled from the union.",
        "Kenya called for Uganda to be readmitted.",
        "Kenya warned that if Kenyan troops are attacked, it will strike.",
        "Kenya warned that if talks fail, Uganda would suffer.",
        "Kenya denied that Uganda's troops had left.",
        "Kenya condemned the attack on Uganda.",
    ],
)
def test_nobody_is_taken_who_neither_acts_nor_is_blamed(text: str) -> None:
    assert listeners(text, "en") == []


def test_a_pronoun_told_is_the_other_person_of_the_sentence() -> None:
    text = "The Kenyan minister met Ugandan President Mary Okello and told her that all was well."
    assert listeners(text, "en") == ["Ugandan President Mary Okello"]


def test_what_is_said_in_a_call_is_said_to_the_other_party() -> None:
    text = "عرض الرئيس الكيني وليم روتو، خلال اتصال هاتفي مع الرئيسة الأوغندية، المساعدة."
    (statement,) = read_lines(text, "ar").statements
    assert [name(a) for a in statement.addressees] == ["الرئيسة الأوغندية"]


def test_a_parliament_and_reporters_are_told_without_an_article() -> None:
    said = "Kenyan Defence Minister Ali Noor told {} on Monday that the border was closed."
    assert listeners(said.format("parliament"), "en") == ["parliament"]
    assert listeners(said.format("reporters"), "en") == ["reporters"]
