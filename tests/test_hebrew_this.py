"""Hebrew "this": whom the sentence named last, or what it told."""

import pytest

from tests.reading import name, read


@pytest.mark.parametrize("verb", ["אומר", "מראה", "מוכיח"])
def test_what_this_means_nobody_says(verb: str) -> None:
    text = f"דנה לוי שוחחה עם שר ההגנה יוסי כהן, וזה {verb} שהנמל סגור."
    assert read(text, "he").statements == ()


def test_the_latter_answers() -> None:
    (said,) = read("השר יוסי כהן שוחח עם שגריר פרו, וזה השיב כי הנמל סגור.", "he").statements
    assert name(said.speaker) == "שגריר פרו"
