"""Cues are found by form, and not where they mean something else."""

import pytest

from kg.extract.cues import Cue, load_cues
from kg.extract.tokens import tokenize
from kg.vocabulary import Language
from tests.reading import read


def cues(text: str, language: Language) -> list[Cue]:
    return load_cues(language).find(tokenize(text, 0, language))


def test_a_verb_is_found_in_every_form_and_with_letters_written_on() -> None:
    found = cues("وأكدت ثم سيؤكدون ثم تؤكدان ومؤكدا", "ar")
    assert [c.row.id for c in found] == ["affirm"] * 4
    assert found[0].conjoined
    assert [c.form for c in found] == ["past", "present", "present", "participle"]


def test_an_attached_pronoun_is_kept() -> None:
    (cue,) = cues("تتهمها", "ar")
    assert (cue.row.id, cue.enclitic) == ("accuse", "ها")


def test_the_longest_phrase_wins() -> None:
    assert [c.row.id for c in cues("He called on Chad to stop", "en")] == ["call-on"]


@pytest.mark.parametrize(
    "text",
    [
        "فاتهم القطار إلى المدينة.",
        "يذكر أن الاتفاق وقع قبل عامين.",
        "قوبل القرار برفض واسع.",
        "وفي تطور لافت، انسحب الفريق.",
        "لم يؤكد المتحدث أن الاتفاق قائم.",
        "تتابع القوات التحركات عن كثب.",
        "تشير الأرقام إلى أن الصادرات تراجعت.",
        "هذا يؤكد أن الأزمة طويلة.",
        "ومن المتوقع أن تتراجع الأسعار.",
        "رفض متحدث باسم الجيش التعليق.",
    ],
)
def test_arabic_look_alikes_make_no_statement(text: str) -> None:
    assert read(text, "ar").statements == ()


@pytest.mark.parametrize(
    "text",
    [
        "The said agreement was signed in 1998.",
        "Everything went according to plan.",
        "The figures indicate that exports fell.",
        "A spokesman declined to comment.",
        "The minister did not say when talks would begin.",
        "The state media were silent.",
        "Four patients were admitted on Monday.",
        "A charge of theft was dropped.",
        "The plan announced by Egypt failed.",
        "Turkey raised taxes in March.",
    ],
)
def test_english_look_alikes_make_no_statement(text: str) -> None:
    assert read(text, "en").statements == ()
