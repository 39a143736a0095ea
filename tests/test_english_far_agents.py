"""Who acts behind a far "by" in English is somebody, no day, no thing and no "stand by"."""

import pytest

from tests.reading import name, read


@pytest.mark.parametrize(
    "text",
    [
        "Iran was warned of strikes by night.",
        "Journalists were asked to leave by Monday.",
        "Kenya was warned by Friday.",
        "Russia was warned of sanctions by June.",
        "Staff were asked to work by candlelight.",
        "Ministers were urged to travel by Kenya Airways.",
        "Lebanese officials were urged to stand by Hezbollah.",
        "Officials were asked to stand by the president.",
        "Ukraine was notified of the halt by the end.",
    ],
)
def test_days_and_things_ask_for_nothing(text: str) -> None:
    assert read(text, "en").statements == ()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kenya was urged to leave by Uganda on Monday.", "Uganda"),
        ("Kenya was informed of the decision by the Ugandan army.", "Ugandan army"),
        ("The report was confirmed by residents.", "residents"),
    ],
)
def test_who_is_known_asks(text: str, speaker: str) -> None:
    (told,) = read(text, "en").statements
    assert name(told.speaker) == speaker
