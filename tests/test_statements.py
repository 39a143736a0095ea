"""Who says what: orders, nesting, acts, quotations, conditions, and what must not move them."""

import re

import pytest

from kg.lexicon.loader import read_toml
from kg.model.draft import DraftStatement, Pointer
from kg.vocabulary import Language
from tests.reading import name, parse, plain, read, words


def only(text: str, language: Language) -> DraftStatement:
    (statement,) = read(text, language).statements
    return statement


def test_a_medium_passes_on_whom_its_words_begin_with() -> None:
    text = "أفادت إذاعة الجيش الكيني بأن مسؤولا كينيا أبلغ الصومال أن المعبر سيغلق."
    statement = only(text, "ar")
    assert name(statement.speaker) == "مسؤولا كينيا"
    assert [name(v) for v in statement.via] == ["إذاعة الجيش الكيني"]
    assert [name(a) for a in statement.addressees] == ["الصومال"]
    assert words(text, statement.content) == "المعبر سيغلق"


def test_what_an_official_says_another_said_stands_beside_his_own_words() -> None:
    text = "The Kenyan foreign minister said that Uganda had warned Rwanda against any attack."
    outer, inner = read(text, "en").statements
    assert name(outer.speaker) == "Kenyan foreign minister"
    assert (name(inner.speaker), inner.act) == ("Uganda", "warns")
    assert [name(v) for v in inner.via] == ["Kenyan foreign minister"]


def test_telling_of_ones_own_warning_is_that_warning() -> None:
    text = "قالت أوغندا إنها حذرت رواندا من أي هجوم."
    statement = only(text, "ar")
    assert (name(statement.speaker), statement.act) == ("أوغندا", "warns")
    assert [name(a) for a in statement.addressees] == ["رواندا"]


def test_a_neutral_participle_tells_a_claim_more() -> None:
    text = "أكدت بولندا أن الحدود آمنة، مشيرة إلى أن القوات منتشرة."
    first, second = read(text, "ar").statements
    assert words(text, first.content) == "الحدود آمنة"
    assert words(text, second.content) == "القوات منتشرة"
    assert [name(s.speaker) for s in (first, second)] == ["بولندا", "بولندا"]


def test_a_neutral_participle_of_a_thing_goes_on_with_the_same_statement() -> None:
    text = "أكدت بولندا أن الحدود آمنة، مشيرة إلى اتفاق العام الماضي."
    statement = only(text, "ar")
    assert len(statement.cues) == 2


def test_a_participle_behind_a_comma_tells_a_claim_more_without_that() -> None:
    text = "أكدت بولندا أن الحدود آمنة، مجددة رفض التفاوض."
    first, second = read(text, "ar").statements
    assert words(text, first.content) == "الحدود آمنة"
    assert name(second.speaker) == "بولندا"


def test_a_participle_with_an_act_of_its_own_is_a_statement() -> None:
    text = "Poland said the border was safe, warning Belarus against provocations."
    first, second = read(text, "en").statements
    assert (first.act, words(text, first.content)) == ("asserts", "the border was safe")
    assert (name(second.speaker), second.act) == ("Poland", "warns")
    assert [name(a) for a in second.addressees] == ["Belarus"]


def test_a_second_finite_verb_begins_a_second_statement() -> None:
    text = "وأعلنت النرويج أن المهمة انتهت، لكنها أكدت أن الدعم مستمر."
    first, second = read(text, "ar").statements
    assert words(text, first.content) == "المهمة انتهت"
    assert (name(second.speaker), words(text, second.content)) == ("النرويج", "الدعم مستمر")
    assert first.evidence != second.evidence


def test_a_source_behind_the_words_passes_the_statement_on() -> None:
    text = "Chad denied that its troops had crossed the border, according to Reuters."
    statement = only(text, "en")
    assert (name(statement.speaker), statement.act) == ("Chad", "denies")
    assert [name(v) for v in statement.via] == ["Reuters"]
    assert words(text, statement.content) == "its troops had crossed the border"


def test_the_owner_of_speech_is_who_accuses_in_a_relative_clause() -> None:
    text = "أبدت الجزائر أسفها للتصريحات المغربية التي تتهمها بالتصعيد."
    nested = read(text, "ar").statements[1]
    assert (name(nested.speaker), nested.act) == ("المغربية", "accuses")


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Chile described the reports as baseless.", "denies"),
        ("Chile expressed deep concern over the arrests.", "expresses-concern"),
        ("Chile expressed hope for a deal.", "asserts"),
        ("Chile said the map was a red line.", "warns"),
    ],
)
def test_what_is_said_changes_the_act(text: str, act: str) -> None:
    assert only(text, "en").act == act


def test_the_longest_quotation_is_the_quote() -> None:
    text = 'The Ghanaian president called the vote "free" and said "nobody will be left out of it".'
    assert words(text, read(text, "en").statements[-1].quote) == "nobody will be left out of it"


def test_a_quotation_may_be_left_open() -> None:
    text = 'قال الرئيس الغاني إن الانتخابات كانت "حرة ونزيهة إلى حد بعيد.'
    assert words(text, only(text, "ar").quote) == "حرة ونزيهة إلى حد بعيد"


@pytest.mark.parametrize(
    ("text", "language", "condition"),
    [
        ("Mali said it would leave if the sanctions stayed.", "en", "if the sanctions stayed"),
        ("قالت مالي إنها ستنسحب ما لم ترفع العقوبات.", "ar", "ما لم ترفع العقوبات"),
        ("Mali did as if nothing had happened, it said.", "en", None),
    ],
)
def test_a_condition_is_cut_out(text: str, language: Language, condition: str | None) -> None:
    assert [words(text, s.condition) for s in read(text, language).statements] == [condition]


def test_the_time_of_saying_is_not_the_time_of_what_is_said() -> None:
    said = only("Peru said on Monday that the talks would open on Friday.", "en")
    assert said.time is not None
    assert said.time.words.text.endswith("Monday")
    assert only("Peru said the talks would open on Friday.", "en").time is None


def test_what_is_said_tells_whom_and_where_it_is_about() -> None:
    statement = only("قالت تشيلي إن بيرو تحشد قواتها في بوليفيا.", "ar")
    assert [(a.mention.name, a.role) for a in statement.about] == [
        ("Peru", "actor"),
        ("Bolivia", "place"),
    ]


def test_an_unknown_speaker_is_unlinked_and_never_absent() -> None:
    speaker = only("قال حارس الميناء القديم إن السفينة غرقت.", "ar").speaker
    assert speaker is not None
    assert not isinstance(speaker, Pointer)
    assert (speaker.gazetteer_id, speaker.text) == (None, "حارس الميناء القديم")


# Metamorphic: what is added must not move speaker and act. Tested on, never fitted on.
_ARABIC = [r["examples"][0] for r in read_toml("cues_ar.toml")["verb"] if "that" in r["content"]]
_ENGLISH = [r["examples"][0] for r in read_toml("cues_en.toml")["verb"] if "that" in r["content"]]


def _plain_order(marked: str) -> bool:
    return bool(re.search(r"\{s:[^}]*\} (?!of)", marked)) and marked.count("{s:") == 1


@pytest.mark.parametrize("marked", [m for m in _ARABIC if _plain_order(m)])
@pytest.mark.parametrize(
    ("find", "put"),
    [
        (r"^", "وفي سياق آخر، "),
        (r"(\{s:[^}]*\})", r"\1، يوم الخميس،"),
        (r"(\{s:[^}]*\})", r"\1 (في الصورة)"),
        (r"\.$", "، في ظل ما سماه «ضغوط الحكومة اليابانية على الجميع»."),
    ],
)
def test_additions_move_no_arabic_speaker(marked: str, find: str, put: str) -> None:
    _same(marked, re.sub(find, put, marked), "ar")


@pytest.mark.parametrize("marked", [m for m in _ENGLISH if _plain_order(m)])
@pytest.mark.parametrize(
    ("find", "put"),
    [
        (r"^", "Meanwhile, "),
        (r"(\{s:[^}]*\}) ", r"\1 on Thursday "),
        (r"(\{s:[^}]*\}) ", r"\1, which met in Rome, "),
        (r"\.$", ', despite what it called "pressure by the Japanese government on everybody".'),
    ],
)
def test_additions_move_no_english_speaker(marked: str, find: str, put: str) -> None:
    _same(marked, re.sub(find, put, marked), "en")


def _same(before: str, after: str, language: Language) -> None:
    was, now = parse(before), parse(after)
    first = read(was.text, language).statements[0]
    found = read(now.text, language).statements
    assert (plain(name(first.speaker) or ""), first.act) in [
        (plain(name(s.speaker) or ""), s.act) for s in found
    ]
