"""A refusal draws a line only where it is the speaker's own, who may refuse something."""

import pytest

from tests.hebrew_claims import claims
from tests.reading import read_article


def triggers(text: str) -> list[str | None]:
    claims = read_article(text)
    return [line.trigger_text for line in claims.redlines]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Egypt said it would not allow a base on the strait.", ["a base on the strait"]),
        ("The Omani king said his army would never cede the isle.", ["the isle"]),
        ("Lavrov said Russia would never recognise the vote.", ["the vote"]),
    ],
)
def test_who_speaks_refuses(text: str, found: list[str]) -> None:
    assert triggers(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. will not allow the debt to grow, analysts said.",
        "The mayor of Istanbul said the city would not allow street parking.",
        "Israel said the hostages would never surrender hope.",
        "The Russian minister said the U.S. would never recognise the vote.",
        "Sex is taboo for Iran, a professor at Tehran University said.",
        "Under no circumstances would he be alone, the Russian president said.",
        "It is a right we never had, the Iranian president said, and we gave up.",
    ],
)
def test_others_draw_no_line(text: str) -> None:
    assert triggers(text) == []


@pytest.mark.parametrize(
    ("text", "drawer"),
    [
        ("נשיא מצרים אמר כי אספקת טילים לאוקראינה תהיה קו אדום.", "נשיא מצרים"),
        ("נשיא סרביה אמר כי כניסת צבא לקוסובו היא קו אדום.", "נשיא סרביה"),
        ("נשיא צרפת אמר כי לאיראן היה קו אדום בנושא הגרעין.", "Iran"),
    ],
)
def test_whom_the_deed_is_done_to_draws_no_line(text: str, drawer: str) -> None:
    assert [line["declared_by"] for line in claims(text, "redline")] == [drawer]
