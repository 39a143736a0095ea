"""Where Hebrew meetings are held that the words around their place do not tell at once."""

import pytest

from tests.reading import name, read_lines

_MET = "שר החוץ דני כהן נפגש אתמול עם השגריר יוסי לוי"
_WILL = "שר החוץ דני כהן ייפגש עם השגריר יוסי לוי בספטמבר"


def places(text: str) -> list[str | None]:
    return [m.place.name if m.place else None for m in read_lines(text, "he").meetings]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f'{_WILL}, בשולי העצרת הכללית של האו"ם בניו יורק.', "New York"),
        (f"{_WILL}, ככל הנראה באוסלו.", "Oslo"),
        (f"{_MET} בצדו הצפוני של כפר הגבול פנמונג׳ום.", "Panmunjom"),
        ("איראן וצרפת חידשו אתמול בווינה, אחרי הפסקה, את השיחות על ההסכם.", "Vienna"),
        (f"{_MET} בליסבון בעקבות התקרית בקיטו.", "Lisbon"),
    ],
)
def test_the_place_of_a_meeting_stands_farther_on(text: str, place: str) -> None:
    assert places(text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        f"{_MET} בעקבות התקרית בליסבון.",
        f"{_MET} בשל השביתה בליסבון.",
        f"{_WILL}, ככל הנראה בקרוב.",
        f"{_MET} על רקע המתיחות בליסבון.",
    ],
)
def test_the_place_of_what_led_to_it_is_not_the_meetings(text: str) -> None:
    assert places(text) == [None]


def test_a_group_is_named_with_the_whole_of_its_town() -> None:
    text = "דני כהן נפגש אתמול עם נציגי תושבי דרום תל אביב בירושלים."
    (meeting,) = read_lines(text, "he").meetings
    assert [name(p) for p in meeting.participants][1] == "נציגי תושבי דרום תל אביב"
