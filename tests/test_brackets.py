"""Quotations, parentheses, appositions and relative clauses as nested stretches of tokens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.brackets import Bracket, brackets, levels, own_level
from kg.extract.tokens import tokenize
from kg.model.token import Sentence
from kg.vocabulary import LANGUAGES, Language


def sentence(text: str, language: Language) -> Sentence:
    return Sentence(
        index=0,
        paragraph=0,
        kind="body",
        start=0,
        end=len(text),
        text=text,
        tokens=tokenize(text, 0, language),
    )


def found(text: str, language: Language) -> list[tuple[str, str]]:
    s = sentence(text, language)
    return [(b.kind, text[s.tokens[b.first].start : s.tokens[b.last].end]) for b in brackets(s)]


def main_level(text: str, language: Language, word: str) -> str:
    """Return the words on the level of `word`."""
    s = sentence(text, language)
    at = next(i for i, t in enumerate(s.tokens) if t.text == word)
    return " ".join(s.tokens[i].text for i in own_level(brackets(s), len(s.tokens), at))


@given(
    text=st.lists(
        st.sampled_from(
            [*"«»“”„\"'‘’()[]-–—,،.:", " ", " ", "who ", "التي ", "قال ", "Rome", "the "]
        ),
        max_size=40,
    ).map("".join),
    language=st.sampled_from(LANGUAGES),
)
def test_brackets_nest_and_never_cross(text: str, language: Language) -> None:
    s = sentence(text, language)
    stretches = brackets(s)
    assert list(stretches) == sorted(stretches, key=lambda b: (b.first, -b.last))
    for i, outer in enumerate(stretches):
        assert 0 <= outer.first <= outer.last < len(s.tokens)
        for inner in stretches[i + 1 :]:
            assert inner.first > outer.last or inner.last <= outer.last


@pytest.mark.parametrize(
    ("language", "text", "quotation"),
    [
        ("ar", "قال: «لن ننتظر أسبوعا آخر» ثم غادر.", "«لن ننتظر أسبوعا آخر»"),
        ("ar", 'قال إن ذلك "أمر لا يمكن قبوله" أبدا.', '"أمر لا يمكن قبوله"'),
        ("ar", "قال إنها ”خطوة في الطريق الصحيح“ فعلا.", "”خطوة في الطريق الصحيح“"),
        ("en", "“We will wait for them,” she said.", "“We will wait for them,”"),
        ("en", 'She said "we will wait for them" again.', '"we will wait for them"'),
        ("en", "She said ‘we don’t wait for them’ again.", "‘we don’t wait for them’"),
        ("tr", "Bakan „hiç beklemeyeceğiz artık‟ dedi.", "„hiç beklemeyeceğiz artık‟"),
        ("tr", "Bakan „hiç beklemeyeceğiz artık“ dedi.", "„hiç beklemeyeceğiz artık“"),
    ],
)
def test_quotations_of_every_shape(language: Language, text: str, quotation: str) -> None:
    assert found(text, language) == [("quotation", quotation)]


def test_an_unclosed_quotation_runs_to_the_end_of_the_sentence() -> None:
    s = sentence('سيكون ذلك "خطوة لا رجعة عنها.', "ar")
    assert brackets(s) == (Bracket("quotation", 2, len(s.tokens) - 1, closed=False),)


def test_a_quotation_that_began_before_runs_from_the_start() -> None:
    assert found("ولن نعود إليها». ثم غادر القاعة.", "ar") == [("quotation", "ولن نعود إليها»")]


def test_apostrophes_open_nothing() -> None:
    assert found("The officials' plan and Egypt's isn't 'new.", "en") == []


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ar", "نقلت صحيفة «الغد الأردنية» عن الوزير قوله.", "«الغد الأردنية»"),
        ("ar", "أعلنت حركة «النهضة» موقفها.", "«النهضة»"),
        ("en", "The daily “Al-Ghad” quoted him.", "“Al-Ghad”"),
    ],
)
def test_a_short_quoted_name_is_no_quotation(language: Language, text: str, name: str) -> None:
    assert found(text, language) == [("name", name)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "وصف الخطوة بأنها «غير مقبولة»."),
        ("ar", "قال: «لن نعود»."),
        ("ar", "ستكون «مرحلة جديدة»."),
        ("en", "He called it a “new phase”."),
        ("en", "“We Will Wait”, he said."),
    ],
)
def test_short_words_quoted_as_said_are_a_quotation(language: Language, text: str) -> None:
    assert [kind for kind, _ in found(text, language)] == ["quotation"]


def test_a_name_makes_no_level() -> None:
    text = "نقلت صحيفة «الغد» عن الوزير قوله."
    assert main_level(text, "ar", "نقلت") == "نقلت صحيفة « الغد » عن الوزير قوله ."


@pytest.mark.parametrize(
    ("language", "text", "cue", "left"),
    [
        (
            "ar",
            "أكد وزير الخارجية الذي زار روما أن المحادثات مستمرة",
            "أكد",
            "أكد وزير الخارجية أن المحادثات مستمرة",
        ),
        (
            "ar",
            "اللجنة التي تضم ست دول أعلنت أن الهدنة باقية",
            "أعلنت",
            "اللجنة أعلنت أن الهدنة باقية",
        ),
        (
            "ar",
            "رفضت أثينا الاتهامات التي وجهتها روما، وقالت إنها باطلة",
            "رفضت",
            "رفضت أثينا الاتهامات ، وقالت إنها باطلة",
        ),
        (
            "ar",
            "الوزير الذي أعلن أن الهدنة باقية غادر",
            "الوزير",
            "الوزير",
        ),
        (
            "en",
            "The envoy, who met officials in Rome, Athens and Cairo, said talks went on",
            "said",
            "The envoy , , said talks went on",
        ),
        (
            "en",
            "Adel, who met Minister Roe, Dana Doe and others, said so",
            "said",
            "Adel , , said so",
        ),
        (
            "en",
            "Officials who attended the talks said they were useful",
            "said",
            "Officials said they were useful",
        ),
        (
            "en",
            "The minister – a former judge from Rome – denied it",
            "denied",
            "The minister denied it",
        ),
        (
            "en",
            "Dana Roe, the Cypriot foreign minister, denied it",
            "denied",
            "Dana Roe denied it",
        ),
        (
            "en",
            "A senior official, speaking on condition of anonymity, denied it",
            "denied",
            "A senior official denied it",
        ),
        ("en", "Dana Roe, 54, denied it", "denied", "Dana Roe denied it"),
        (
            "ar",
            "قال وزير الخارجية، نيكوس داندياس، إن المحادثات مستمرة",
            "قال",
            "قال وزير الخارجية إن المحادثات مستمرة",
        ),
        (
            "ar",
            "اليونان (العضو في الاتحاد) أكدت ذلك",
            "أكدت",
            "اليونان أكدت ذلك",
        ),
        ("he", "השר אשר ביקר ברומא, אמר כי ימתין", "אמר", "השר , אמר כי ימתין"),
    ],
)
def test_a_cue_sees_only_its_own_level(language: Language, text: str, cue: str, left: str) -> None:
    assert main_level(text, language, cue) == left


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "من جهتها، أكدت أثينا موقفها، وأعلنت ذلك."),
        ("ar", "وفي روما، قال الوزير، إن الهدنة باقية."),
        ("ar", "زار روما، أثينا، القاهرة."),
        ("en", "In Rome, the minister said, talks went on."),
        ("en", "He went to Rome, Athens, and Cairo."),
        ("en", "Israeli-Greek talks, he said, went on."),
        ("en", "He said that talks went on, and that they helped."),
    ],
)
def test_commas_and_hyphens_alone_make_no_bracket(language: Language, text: str) -> None:
    assert found(text, language) == []


def test_levels_name_the_innermost_bracket() -> None:
    s = sentence("قال «إن اللجنة (الدولية) عادت» أمس", "ar")
    assert levels(brackets(s), len(s.tokens)) == (-1, 0, 0, 0, 1, 1, 1, 0, 0, -1)
