"""Reporters who hear a statement are told it, whoever they write for; who ask are not."""

import pytest

from kg.vocabulary import Language
from tests.reading import name, read


def told(text: str, language: Language) -> list[list[str | None]]:
    """Return whom each statement of a text is told to."""
    return [[name(a) for a in s.addressees] for s in read(text, language).statements]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ana Ruiz assured reporters in Lima that visas would be issued.", "reporters"),
        ('"The mine will open," Ana Ruiz told journalists at the palace.', "journalists"),
        ('"The mine will open," Ana Ruiz said on Monday to reporters.', "reporters"),
        ("Speaking to foreign reporters in Doha, Ana Ruiz said it was over.", "foreign reporters"),
        (
            "Ana Ruiz told White House correspondents that it was over.",
            "White House correspondents",
        ),
        ("Ana Ruiz told a small group of reporters that it was over.", "reporters"),
        ("Ana Ruiz, in remarks to journalists, denied that it was over.", "journalists"),
        ("In an exchange with reporters, Ana Ruiz said it was over.", "reporters"),
    ],
)
def test_english_reporters_are_told(text: str, found: str) -> None:
    assert told(text, "en") == [[found]]


@pytest.mark.parametrize(
    "text",
    [
        "Asked by reporters, Ana Ruiz said it was over.",
        "Ana Ruiz said that the visa given to reporters was void.",
        "Ana Ruiz, who handed leaflets to reporters, said it was over.",
        "Ana Ruiz said it was over after reporters left.",
    ],
)
def test_english_reporters_who_ask_or_are_spoken_about_are_not(text: str) -> None:
    assert told(text, "en") == [[]]


def test_reporters_who_are_told_beside_somebody_are_left_out() -> None:
    text = "Speaking to reporters in Lodwar, Kenya warned Uganda that the road would close."
    assert told(text, "en") == [["Uganda"]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("נשיא צ'ילה אמר לעיתונאים כי המכרה ייפתח.", "עיתונאים"),
        ("נשיא צ'ילה אמר בשיחה עם כתבים כי המכרה ייפתח.", "כתבים"),
        ("בפני עיתונאים אמר נשיא צ'ילה כי המכרה ייפתח.", "עיתונאים"),
        ("בתדרוך לעיתונאים אמר נשיא צ'ילה כי המכרה ייפתח.", "עיתונאים"),
        ("בדברים שמסר לעיתונאים אמר נשיא צ'ילה כי המכרה ייפתח.", "עיתונאים"),
        ("נשיא צ'ילה אמר אתמול בסנטיאגו לעיתונאים כי המכרה ייפתח.", "עיתונאים"),
    ],
)
def test_hebrew_reporters_are_told(text: str, found: str) -> None:
    assert told(text, "he") == [[found]]


@pytest.mark.parametrize(
    "text",
    [
        "בתשובה לשאלות עיתונאים אמר נשיא צ'ילה כי המכרה ייפתח.",
        "נשיא צ'ילה אמר כי לעיתונאים ניתנה אשרה.",
        "לאחר שהעניק אשרה לעיתונאים, אמר נשיא צ'ילה כי המכרה ייפתח.",
        "נשיא צ'ילה, שהעניק אשרה לעיתונאים, אמר כי המכרה ייפתח.",
    ],
)
def test_hebrew_reporters_who_ask_or_are_spoken_about_are_not(text: str) -> None:
    assert told(text, "he") == [[]]
