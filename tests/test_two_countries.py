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
