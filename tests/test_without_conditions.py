"""English "without": a condition only where something is asked for first."""

import pytest

from tests.reading import read, words


@pytest.mark.parametrize(
    ("said", "condition"),
    [
        ("farmers cannot live without the rain", None),
        ("the firm will not survive without a partner", None),
        ("Chad would not open the border without an apology", "without an apology"),
        ("Chad will not sign without a written guarantee", "without a written guarantee"),
    ],
)
def test_only_what_is_asked_for_is_a_condition(said: str, condition: str | None) -> None:
    text = f"The minister said {said}."
    (statement,) = read(text, "en").statements
    found = words(text, statement.condition) if statement.condition else None
    assert found == condition
