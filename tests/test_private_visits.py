"""Who goes somewhere for himself is received by no state; three are not "the two"."""

from tests.reading import read_lines

_GO = "They agreed to visit Rome."


def test_a_couple_that_agrees_to_visit_a_town_meets_nobody() -> None:
    text = "Kenya's president John Rugut told his wife Jane Moraa the news."
    assert read_lines(f"{text}\n{_GO}", "en").meetings == ()


def test_two_leaders_who_agree_to_visit_a_town_are_received() -> None:
    text = "Kenya's president John Rugut told Peru's premier Ana Diaz the news."
    (met,) = read_lines(f"{text}\n{_GO}", "en").meetings
    assert len(met.participants) == 3


def test_three_are_not_the_two() -> None:
    text = (
        "Kenya's president John Rugut told Peru's premier Ana Diaz the news.\n"
        "They agreed to visit Rome.\nThe two met on Monday."
    )
    met = read_lines(text, "en").meetings[-1]
    assert len(met.participants) == 2
