"""Written forms of verbs from the few that a row gives."""

import pytest

from kg.extract.inflect import (
    inflect_arabic_participle,
    inflect_arabic_past,
    inflect_arabic_present,
    inflect_english,
)


def test_a_sound_past_takes_its_endings() -> None:
    forms = {i.text: (i.gender, i.number) for i in inflect_arabic_past("أعلن")}
    assert forms["أعلنت"] == ("feminine", "singular")
    assert forms["أعلنوا"] == ("masculine", "plural")
    assert forms["أعلنتا"] == ("feminine", "dual")


@pytest.mark.parametrize(
    ("past", "feminine", "plural", "dual"),
    [
        ("نفى", "نفت", "نفوا", "نفيا"),
        ("دعا", "دعت", "دعوا", "دعوا"),
        ("قال", "قالت", "قالوا", "قالا"),
    ],
)
def test_a_weak_ending_gives_way(past: str, feminine: str, plural: str, dual: str) -> None:
    assert [i.text for i in inflect_arabic_past(past)][1:4] == [feminine, plural, dual]


def test_a_present_changes_its_prefix() -> None:
    forms = {i.text: i for i in inflect_arabic_present("يدعو")}
    assert forms["تدعو"].gender == "feminine"
    assert forms["يدعون"].number == "plural"
    assert forms["ندعو"].person == 1


def test_a_participle_stands_in_the_accusative() -> None:
    assert [i.text for i in inflect_arabic_participle("داعي")] == [
        "داعيا",
        "داعية",
        "داعين",
        "داعيات",
    ]


@pytest.mark.parametrize(
    ("base", "past", "forms"),
    [
        ("warn", None, ["warn", "warns", "warned", "warning"]),
        ("deny", "denied", ["deny", "denies", "denied", "denying"]),
        ("slam", "slammed", ["slam", "slams", "slammed", "slamming"]),
        ("announce", None, ["announce", "announces", "announced", "announcing"]),
        ("point out", None, ["point out", "points out", "pointed out", "pointing out"]),
    ],
)
def test_english_spelling_follows_the_rules(base: str, past: str | None, forms: list[str]) -> None:
    assert [i.text for i in inflect_english(base, past, None)] == forms
