"""Names with a hyphen in Arabic letters, told from two names that a hyphen joins."""

import pytest

from tests.reading import read_lines


def people(text: str) -> set[str]:
    return {m.person for read in read_lines(text, "ar").sentences for m in read.actors if m.person}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("قال وزير الدفاع شين وون-سيك إن الحدود مغلقة.", "شين وون-سيك"),
        ("قالت المتحدثة لي جي-أون إن الحدود مغلقة.", "لي جي-أون"),
        ("حذرت باك سون-هي، شقيقة الزعيم، من أن الحدود مغلقة.", "باك سون-هي"),
        ("قال الوزير جان-نويل بارو إن الحدود مغلقة.", "جان-نويل بارو"),
    ],
)
def test_both_halves_are_read(text: str, person: str) -> None:
    assert people(text) == {person}


def test_a_hyphen_between_two_people_joins_no_name() -> None:
    assert people("عقدت قمة الرئيس ترامب-بوتين في أنكوريج.") == {"ترامب"}


def test_a_hyphen_that_opens_an_aside_ends_the_name() -> None:
    assert people("قال ماركو روبيو-الذي وصل أمس- إن الحدود مغلقة.") == {"ماركو روبيو"}
