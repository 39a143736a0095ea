"""Whom pronouns, missing subjects and descriptions stand for."""

from kg.mapping.checks import check_extraction
from kg.model.article import SourceText
from kg.model.draft import DraftStatement
from kg.model.iri import Iris
from kg.pipeline import extract_article
from tests.reading import name, read_lines


def speakers(drafts: tuple[DraftStatement, ...]) -> list[str | None]:
    return [name(s.speaker) for s in drafts]


def test_a_verb_without_subject_has_the_speaker_before() -> None:
    text = "قالت وزارة الدفاع الكينية إن الحدود آمنة.\nوأضافت أن القوات منتشرة."
    first, second = read_lines(text, "ar").statements
    assert speakers((first, second)) == ["وزارة الدفاع الكينية"] * 2
    assert (first.carried, second.carried) == (False, True)
    assert second.score < first.score


def test_gender_forbids_the_wrong_speaker() -> None:
    text = (
        "قالت وزارة الدفاع الكينية إن الحدود آمنة.\n"
        "وقال الرئيس الأوغندي إن بلاده لا تريد الحرب.\n"
        "وأضافت أن القوات منتشرة."
    )
    assert speakers(read_lines(text, "ar").statements)[2] == "وزارة الدفاع الكينية"


def test_a_heading_about_another_actor_clears_the_register() -> None:
    text = "قالت كينيا إن الحدود آمنة.\nأوغندا ترد\nوأضافت أن القوات منتشرة."
    last = read_lines(text, "ar", headings=(1,)).statements[-1]
    assert name(last.speaker) == "أوغندا"


def test_quotations_never_enter_the_register() -> None:
    text = 'قالت كينيا إن "رواندا وأوغندا وتنزانيا تكذب علينا".\nوأضافت أن القوات منتشرة.'
    assert speakers(read_lines(text, "ar").statements)[1] == "كينيا"


def test_two_equally_near_leave_the_speaker_open() -> None:
    text = (
        "Kenya said the border was calm and Uganda said a war was near.\nIt said that troops moved."
    )
    statement = read_lines(text, "en").statements[-1]
    assert statement.speaker is None
    assert statement.score < 0.5


def test_who_acts_last_is_nearer_than_who_spoke_before() -> None:
    text = "Kenya said the border was calm.\nUganda moved its troops.\nIt said a war was near."
    assert speakers(read_lines(text, "en").statements)[1] == "Uganda"


def test_who_goes_on_is_whoever_spoke() -> None:
    text = "Kenya said the border was calm.\nUganda moved its troops.\nIt added that it was ready."
    assert speakers(read_lines(text, "en").statements)[1] == "Kenya"


def test_what_the_statement_says_is_said_by_its_author() -> None:
    text = "قالت كينيا إن الحدود آمنة.\nوجاء في البيان أن القوات منتشرة."
    assert speakers(read_lines(text, "ar").statements)[1] == "كينيا"


def test_he_is_a_person_and_it_is_none() -> None:
    text = (
        "The Kenyan foreign ministry said the border was calm.\n"
        "The Ugandan president said a war was near.\n"
        "It added that troops were ready.\n"
        "He added that he wanted peace."
    )
    assert speakers(read_lines(text, "en").statements)[2:] == [
        "Kenyan foreign ministry",
        "Ugandan president",
    ]


def test_the_ministry_is_the_one_named_before() -> None:
    text = "قالت وزارة الدفاع الكينية إن الحدود آمنة.\nوأكدت الوزارة أن القوات منتشرة."
    second = read_lines(text, "ar").statements[1]
    assert name(second.speaker) == "وزارة الدفاع الكينية"
    assert second.carried


def test_the_official_is_the_one_introduced_before() -> None:
    text = (
        "A Kenyan military official said the border was calm.\n"
        "The Ugandan army moved its troops.\n"
        "The official denied that a war was near."
    )
    assert speakers(read_lines(text, "en").statements)[1] == "Kenyan military official"


def test_a_surname_is_the_person_named_in_full() -> None:
    text = (
        "Kenyan Foreign Minister Musalia Mudavadi arrived in Rome.\n"
        "Mudavadi said the border was calm."
    )
    (statement,) = read_lines(text, "en").statements
    assert name(statement.speaker) == "Mudavadi"


def test_the_subject_of_the_same_sentence_comes_first() -> None:
    text = "قالت كينيا إن الحدود آمنة.\nوأغلقت أوغندا المعبر، وقالت إن الخطر قائم."
    assert speakers(read_lines(text, "ar").statements)[1] == "أوغندا"


def test_a_statement_tells_of_each_of_the_talks_held_apart() -> None:
    text = (
        "أفادت صحيفة «الميناء» بأن وزير الخارجية النرويجي هاتف نظيريه الدنماركي والسويدي مساء "
        "الاثنين."
    )
    source = SourceText(name="calls", text=text, language="ar")
    extraction = extract_article(source, iris=Iris())
    check_extraction(extraction, Iris())
    (statement,) = extraction.statements
    assert {c.event for c in statement.conveys} == {m.event for m in extraction.meetings}
    assert len(statement.conveys) == 2
