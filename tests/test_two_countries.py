"""Which two "the two countries" are: never a person who met one of them."""

import pytest

from kg.vocabulary import Language
from tests.reading import read_lines


def parties(text: str, language: Language) -> set[str]:
    meeting = read_lines(text, language).meetings[-1]
    return {getattr(p, "name", "") for p in meeting.participants}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Kenya and Uganda closed their border on Monday.\n"
            "Foreign Minister Ruth Banda visited Uganda on Tuesday.\n"
            "The two countries will hold talks in Rome on Friday.",
        ),
        (
            "ar",
            "أغلقت كينيا وأوغندا الحدود يوم الاثنين.\n"
            "وزار الوزير سامي الحداد أوغندا الثلاثاء.\n"
            "ويعقد البلدان محادثات في روما يوم الجمعة.",
        ),
        (
            "tr",
            "Kenya ve Uganda sınırı pazartesi günü kapattı.\n"
            "Bakan Sami Haddad salı günü Uganda'yı ziyaret etti.\n"
            "İki ülke cuma günü Roma'da görüşmeler yapacak.",
        ),
    ],
)
def test_the_two_countries_are_two_countries(language: Language, text: str) -> None:
    assert parties(text, language) == {"Kenya", "Uganda"}


def test_groups_of_people_may_be_a_side() -> None:
    text = "Tigray's leaders met Ethiopia in Rome on Monday.\nBoth sides will hold talks on Friday."
    assert parties(text, "en") == {"Tigray's leaders", "Ethiopia"}


def test_the_two_that_the_article_is_about_come_before_those_who_met_last() -> None:
    text = (
        "Kenya closed its border with Uganda on Monday.\n"
        "Kenya accused Uganda of smuggling, and Uganda accused Kenya of theft.\n"
        "French Foreign Minister Luc Morel met Qatari Foreign Minister Ali Hamad on Tuesday.\n"
        "Kenya recalled its ambassador from Uganda.\n"
        "The two countries will hold talks in Rome on Friday."
    )
    assert parties(text, "en") == {"Kenya", "Uganda"}


def test_a_minister_without_a_state_goes_to_talks_himself() -> None:
    text = (
        "Foreign Minister Ruth Banda said on Monday that she would fly to Beijing on Friday for "
        "talks with Chinese Foreign Minister Wang Yi."
    )
    assert parties(text, "en") == {"Ruth Banda", "Wang Yi"}
    arabic = (
        "أعلن وزير الخارجية سامي الحداد أنه سيتوجه غدا إلى بكين للتشاور مع نظيره الصيني وانغ يي."
    )
    assert parties(arabic, "ar") == {"سامي الحداد", "وانغ يي"}


def test_a_spokesman_does_not_go_to_the_talks_that_he_tells_of() -> None:
    text = "Spokesman John Roe said there would be talks with Chinese Foreign Minister Wang Yi."
    assert "John Roe" not in parties(text, "en")
