"""Persons found again by a part of their name; two names that stand one right behind the other."""

import pytest

from kg.extract.cues import load_cues
from kg.extract.mentions import find_mentions
from kg.extract.surnames import add_surnames
from tests.reading import sentence


def persons(*lines: str) -> list[str | None]:
    """Return the persons named in the last of some Arabic sentences."""
    sentences = [sentence(line, "ar", index=i) for i, line in enumerate(lines)]
    found = add_surnames([(s, find_mentions(s, "ar")) for s in sentences], load_cues("ar"))
    return [m.person for m in found[-1][1] if m.person]


@pytest.mark.parametrize(
    ("before", "text", "whole"),
    [
        ("قال أيمن الصفدي إن الجسر آمن.", "وقال محمد علي الصفدي إنه باق.", "محمد علي الصفدي"),
        ("قال أيمن الصفدي إن الجسر آمن.", "التقى محمد علي الصفدي أمس.", "محمد علي الصفدي"),
        ("قال رياك مشار إن الجسر آمن.", "ووصل جون توت مشار إلى الميناء.", "جون توت مشار"),
        ("قال كارل غريفيث إن الجسر آمن.", "أعلن أيمن الصفدي غريفيث أنه باق.", "أيمن الصفدي غريفيث"),
        ("قال كارل غريفيث إن الجسر آمن.", "التقى أيمن الصفدي غريفيث إن عاد.", "أيمن الصفدي غريفيث"),
        ("قال كارل غريفيث إن الجسر آمن.", "التقى الوزير سامي الصفدي غريفيث.", "سامي الصفدي غريفيث"),
    ],
)
def test_a_name_of_three_words_keeps_a_last_word_that_others_bear(
    before: str, text: str, whole: str
) -> None:
    assert persons(before, text) == [whole]


@pytest.mark.parametrize(
    "lines",
    [
        ("قال كارل غريفيث إن الجسر آمن.", "التقى أيمن الصفدي غريفيث أمس."),
        ("قال كارل غريفيث إن الجسر آمن.", "زار أيمن الصفدي الميناء.", "استقبل أيمن الصفدي غريفيث."),
    ],
)
def test_whom_somebody_met_is_parted_from_their_name(lines: tuple[str, ...]) -> None:
    assert persons(*lines) == ["أيمن الصفدي", "غريفيث"]


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("قال محمود عبد العزيز إن الجسر آمن.", "وقال عبد إن الميناء مفتوح."),
        ("قال راشد بن نايف إن الجسر آمن.", "وقال بن إن الميناء مفتوح."),
        ("قال حسن فضل الله إن الجسر آمن.", "وقال فضل إن الميناء مفتوح."),
    ],
)
def test_the_small_words_of_a_name_stand_for_nobody(before: str, text: str) -> None:
    assert persons(before, text) == []


def test_a_family_name_in_the_middle_stands_for_its_bearer() -> None:
    before = "وصل دانيال كيروف ميارديت إلى جوبا."
    assert persons(before, "وقال كيروف إن الميناء مفتوح.") == ["دانيال كيروف ميارديت"]
