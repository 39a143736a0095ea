"""Who "both", "the latter", "the same official", "the three leaders" are."""

import pytest

from kg.model.mention import Mention
from kg.vocabulary import Language
from tests.reading import read_lines

MET = "British Foreign Secretary Liz Truss met her Irish counterpart, Simon Coveney, in Rome.\n"


def speakers(text: str, language: Language = "en") -> list[str | None]:
    found = [s.speaker for s in read_lines(text, language).statements]
    return [(s.person or s.name) if isinstance(s, Mention) else None for s in found]


@pytest.mark.parametrize(
    "said",
    ["Both said that a deal was possible.", "A deal could still be reached, both stressed."],
)
def test_both_of_two_who_met_say_it(said: str) -> None:
    assert sorted(map(str, speakers(MET + said))) == ["Liz Truss", "Simon Coveney"]


@pytest.mark.parametrize(
    "said",
    ["The latter told the BBC that time was short.", "Time was short, the latter said."],
)
def test_the_latter_is_whoever_was_named_last(said: str) -> None:
    assert speakers(MET + said) == ["Simon Coveney"]


def test_for_whom_something_is_good_does_not_say_it() -> None:
    assert speakers(f"{MET}The deal was good for both, said Mr Coveney.") == ["Coveney"]


def test_the_same_diplomat_is_the_one_told_of() -> None:
    told = "A senior Chadian diplomat said the road was shut.\n"
    who, same = speakers(f"{told}The same diplomat added that Libya had protested.")
    assert who == same != "same diplomat"


@pytest.mark.parametrize(
    ("language", "met", "said"),
    [
        (
            "en",
            "President Ann Berg, King Jo Tamm and President Kai Ruutel met in Riga.\n",
            "In a joint statement the three leaders called on Ankara to wait.",
        ),
        (
            "ar",
            "التقى الرئيس القبرصي نيكوس حداد والرئيس المصري سامي الحداد "
            "والرئيس اليوناني كوستاس زيدان في أثينا.\n",
            "ودعا القادة الثلاثة تركيا إلى وقف التنقيب.",
        ),
        (
            "tr",
            "Dışişleri bakanları Ali Vural, Sergey Lavrov ve Cevad Zarif "
            "Astana'da bir araya geldi.\n",
            "Üç bakan, ateşkesin uzatılacağını açıkladı.",
        ),
    ],
)
def test_three_leaders_are_the_three_who_met(language: Language, met: str, said: str) -> None:
    found = speakers(met + said, language)
    assert len(set(found)) == 3
    assert None not in found


def test_three_ministers_whom_nothing_told_of_stay_as_they_are_called() -> None:
    assert speakers("The three ministers urged Iran to stop.") == ["three ministers"]


def test_three_who_met_meet_again() -> None:
    told = (
        "The foreign ministers of Brazil, Chile and Peru, Ann Berg, Jo Tamm and Kai Ruutel, "
        "met in Brasilia.\nThe three ministers will meet in Montevideo in November."
    )
    met = [m.participants for m in read_lines(told, "en").meetings]
    assert [len(parties) for parties in met] == [3, 3]
    assert met[0] == met[1]


def test_the_two_sides_in_arabic_are_those_who_met() -> None:
    met = "بحث وزير الخارجية العماني زيد حداد في طهران مع نظيره الإيراني سامي زيدان الأوضاع.\n"
    assert sorted(map(str, speakers(f"{met}وشدد الجانبان على ضرورة التهدئة.", "ar"))) == [
        "Iran",
        "Oman",
    ]


def test_sides_whom_nothing_told_of_stay_as_they_are_called() -> None:
    assert speakers("وأكد الجانبان أن الأزمة خطيرة.", "ar") == ["الجانبان"]


@pytest.mark.parametrize("again", ["الدبلوماسي نفسه", "الدبلوماسي", "المصدر ذاته"])
def test_a_diplomat_told_of_in_arabic_says_more(again: str) -> None:
    told = "قال دبلوماسي أوروبي في مينسك إن الطريق مغلق.\n"
    assert speakers(f"{told}وأضاف {again} أن ليبيا احتجت.", "ar") == ["دبلوماسي أوروبي"] * 2


def test_them_and_both_of_them_are_who_was_met() -> None:
    met = "التقى وزير المالية اليوناني زيد حداد ممثلي الدائنين في بروكسل.\n"
    (said,) = read_lines(f"{met}وأبلغهم أن أثينا قدمت ما لديها.", "ar").statements
    assert [m.text for m in said.addressees if isinstance(m, Mention)] == ["ممثلي الدائنين"]
    met = (
        "استقبل الرئيس المصري سامي الحداد رئيس الوزراء الإثيوبي زيد حداد ونظيره السوداني "
        "عبد الله حمدوك.\n"
    )
    (said,) = read_lines(f"{met}وأبلغهما أن مصر لن تتنازل.", "ar").statements
    told = [m.person for m in said.addressees if isinstance(m, Mention)]
    assert told == ["زيد حداد", "عبد الله حمدوك"]


@pytest.mark.parametrize(
    ("told", "said", "who"),
    [
        (
            "Kenya and Uganda signed a pact on Monday.",
            "They said in a joint statement that the road would open.",
            ["Kenya", "Uganda"],
        ),
        (
            "Foreign Minister Ann Berg and Energy Minister Kai Ruutel arrived in Riga.",
            "They told reporters that talks had failed.",
            ["Ann Berg", "Kai Ruutel"],
        ),
        (
            "Kenya accused Uganda and Rwanda of theft.",
            "They denied the charge.",
            ["Kenya", "Rwanda", "Uganda"],
        ),
    ],
)
def test_they_are_the_two_who_acted_or_were_accused(told: str, said: str, who: list[str]) -> None:
    assert sorted(map(str, speakers(f"{told}\n{said}"))) == who


def test_they_are_not_the_two_whose_embassy_it_is() -> None:
    told = "Protesters stormed the embassy of Kenya and Uganda.\n"
    assert "Uganda" not in speakers(f"{told}They said that the road would open.")


def test_two_who_speak_together_after_their_meeting_do_not_tell_each_other() -> None:
    told = "נשיא מאלי אסימי גויטה ונשיא צ'ילה גבריאל בוריץ' נפגשו בליסבון.\n"
    said = read_lines(f"{told}בתום פגישתם אמרו גויטה ובוריץ' כי הגיעו להסכמה.", "he").statements
    assert [s.addressees for s in said] == [()] * len(said)
    assert said


def test_they_may_be_people_told_of_beside_the_two() -> None:
    told = "Kenya and Uganda exchanged prisoners.\n"
    assert "Uganda" not in speakers(f"{told}They said that guards had beaten them.")


def heard(text: str, language: Language = "en") -> list[list[str | None]]:
    """Return whom each demand of a text is made of."""
    found = [s for s in read_lines(text, language).statements if s.act == "demands"]
    return [
        [(m.person or m.name) if isinstance(m, Mention) else None for m in s.addressees]
        for s in found
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Mike Ross said he had spoken by phone with Chadian minister Jo Tamm and Libyan "
            "minister Ana Ruiz and had urged both to stop.",
            "en",
        ),
        (
            "Mike Ross met Chadian president Jo Tamm on Monday and Libyan president Ana Ruiz on "
            "Tuesday. He urged both to stop.",
            "en",
        ),
    ],
)
def test_both_are_those_whom_the_speaker_met_one_by_one(text: str, language: Language) -> None:
    assert heard(text, language) == [["Jo Tamm", "Ana Ruiz"]]


def test_both_in_hebrew_are_those_whom_the_speaker_met_one_by_one() -> None:
    text = (
        "מזכיר המדינה מייק רוס שוחח בטלפון עם שרת החוץ ההודית אנה קומאר, "
        "ובשיחה נפרדת עם עמיתה הפקיסטני עמראן חאן, וקרא לשניהם לנהוג באיפוק."
    )
    assert heard(text, "he") == [["אנה קומאר", "עמראן חאן"]]


def test_both_without_people_are_the_states() -> None:
    text = "Kenya and Uganda closed the border. China urged both to talk."
    assert heard(text) == [["Kenya", "Uganda"]]


def test_nobody_urges_himself_where_two_met() -> None:
    text = "Mike Ross met Chadian president Jo Tamm. Ross urged both sides to stop."
    assert heard(text) == [[]]
