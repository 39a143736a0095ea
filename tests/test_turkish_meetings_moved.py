"""Turkish meetings that are put off to another day, who receives whom, how many."""

import pytest

from kg.model.mention import Mention
from tests.reading import read


def _words(text: str) -> list[str | None]:
    meetings = read(text, "tr").meetings
    return [
        None if m.time is None else text[m.time.words.span.start : m.time.words.span.end]
        for m in meetings
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mora'nın Gana Başbakanı ile bugün yapacağı toplantı yarına kaldı.", "yarına"),
        ("Peru ile Gana'nın salı günü yapacağı görüşme cumaya ertelendi.", "cumaya"),
        ("Peru ile Gana'nın salı günü yapacağı görüşme kasıma ertelendi.", "salı günü"),
        ("Peru ile Gana'nın salı günü yapacağı görüşme ertelendi.", "salı günü"),
    ],
)
def test_the_new_day_dates_a_meeting_that_is_put_off(text: str, words: str) -> None:
    assert _words(text) == [words]


def test_a_day_in_the_dative_is_new_only_in_front_of_putting_off() -> None:
    text = "Peru ile Gana'nın salı günü yapacağı görüşme yarına dair umut doğurdu."
    assert "yarına" not in _words(text)


def test_a_day_to_which_nothing_is_put_off_is_not_new() -> None:
    text = "Peru ile Gana'nın cuma günkü görüşmesi pazartesiye ertelenmeyecek."
    assert _words(text) == ["cuma günkü"]
    assert [m.status for m in read(text, "tr").meetings] == ["planned"]


def test_who_receives_and_who_is_sent_for_is_told() -> None:
    (received,) = read("Gana Başbakanı Ali Mora, Jean Kolma'yı kabul etti.", "tr").meetings
    (passive,) = read("Jean Kolma, Gana Başbakanı Ali Mora tarafından kabul edildi.", "tr").meetings
    (called,) = read("Gana, Peru Büyükelçisi Ana Tavra'yı bakanlığa çağırdı.", "tr").meetings
    assert (received.received, passive.received) == (True, False)
    assert (called.summons, received.summons) == (True, False)


def test_seven_is_a_number_where_it_may_be_a_verb() -> None:
    (meal,) = read("Gana Başbakanı cuma sabahı yedi muhalifle kahvaltı etti.", "tr").meetings
    names = [p.name for p in meal.participants if isinstance(p, Mention)]
    assert names == ["Gana Başbakanı", "yedi muhalif"]
