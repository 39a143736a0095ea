"""Passages by people who knew no rule: their form, and that what was found once stays found."""

from typing import get_args

import pytest

from kg.vocabulary import Language, MeetingStatus, SpeechAct
from tests.eval.passages import HALVES, LANGUAGES, count, passages_of, read_floors

_LOST = 1  # of each thing, before it counts as a loss


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_passage_holds_the_words_it_names(language: Language, half: str) -> None:
    for passage in passages_of(language, half):
        words = [*passage.get("participants", ()), *passage.get("mediators", ())]
        words += [passage.get("speaker"), passage.get("addressee"), passage.get("place")]
        words += passage.get("via", ())
        assert all(w in passage["text"] for w in words if w), passage["n"]
        assert set(passage.get("acts", ())) <= set(get_args(SpeechAct)), passage["n"]
        assert passage.get("status", "held") in get_args(MeetingStatus), passage["n"]


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_found_of_the_passages_stays_found(language: Language, half: str) -> None:
    found = {thing: got for thing, (got, _) in count(language, half).items()}
    floors = read_floors()[language][half]
    lost = {t: (found.get(t, 0), floor) for t, floor in floors.items() if found[t] < floor - _LOST}
    assert not lost
