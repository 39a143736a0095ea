"""Articles side by side: a column for each text, a line for each fact, what differs marked."""

from dataclasses import replace

from kg.model.proposal import Proposal
from kg.query.beside import Beside, side_by_side
from kg.query.dataset import Dataset
from kg.query.detail import event_detail
from kg.query.wording import ENGLISH
from kg.query.words import bare
from tests.timeline_answer import changed, only_talks
from tests.view_values import (
    MARFA,
    MERGED,
    POST,
    claim,
    dataset,
    event,
    marfa,
    on,
    post,
)

TALKS = event("meeting", "post-talks")
LINE = event("redline", "post-line")


def beside(snapshot: Dataset, iri: str = TALKS) -> Beside:
    found = side_by_side(snapshot, snapshot.facts[iri], ENGLISH)
    assert found is not None
    return found


def cells(found: Beside, name: str) -> list[tuple[str, bool]]:
    line = next(line for line in found.lines if line.name == name)
    return [(bare(cell.value), cell.differs) for cell in line.cells]


def test_each_article_has_a_column_with_its_own_words() -> None:
    found = beside(dataset())
    assert [[o.article.iri for o in c.outlets] for c in found.columns] == [[POST], [MARFA]]
    assert (found.articles, found.texts) == (2, 2)
    words = next(line for line in found.lines if line.name == "words")
    assert words.words
    assert [cell.value[0].language for cell in words.cells] == ["en", "ar"]


def test_only_what_another_contradicts_is_marked() -> None:
    found = beside(dataset())
    assert cells(found, "when") == [("9 April 2025", True), ("10 April 2025", True)]
    assert {differs for _, differs in cells(found, "participants")} == {False}
    silent = beside(dataset(post(), only_talks(place=None), canonical=MERGED))
    assert cells(silent, "place") == [("Velmar", False), ("not stated", False)]
    assert {differs for _, differs in cells(silent, "when")} == {False}


def test_of_three_columns_only_those_that_contradict_are_marked() -> None:
    third = replace(
        only_talks(),
        article=replace(marfa().article, iri=MARFA + "-3"),
        claims=(replace(only_talks().claims[0], iri=claim("third"), time=None),),
    )
    late = changed(only_talks(), "marfa-1", time=on("2025-04-10", "…"))
    found = beside(dataset(post(), late, third, canonical=MERGED))
    marks = [differs for _, differs in cells(found, "when")]
    assert sorted(marks) == [False, True, True]


def test_copies_of_one_text_share_a_column_and_count_once() -> None:
    copy = replace(
        marfa(),
        article=replace(marfa().article, iri=MARFA + "-2", publisher="Second Wire"),
        claims=(replace(marfa().claims[0], iri=claim("copy")),),
    )
    extractions = [post(), only_talks(), copy]
    snapshot = Dataset(extractions, canonical=MERGED, copies={MARFA + "-2": MARFA})
    found = beside(snapshot)
    assert (found.articles, found.texts) == (3, 2)
    assert [len(column.outlets) for column in found.columns] == [1, 2]


def test_an_event_that_one_article_tells_stands_beside_nothing() -> None:
    assert side_by_side(dataset(post()), dataset(post()).facts[TALKS], ENGLISH) is None


def test_a_denial_stands_against_all_who_tell_it() -> None:
    found = beside(dataset(post(), only_talks(commitment="denies"), canonical=MERGED))
    assert cells(found, "commitment") == [("tells it as a fact", True), ("denies it", True)]


def test_what_may_be_the_same_is_shown_by_the_two_sentences_that_were_compared() -> None:
    local = event("meeting", "marfa-talks")
    proposal = Proposal(one=local, other=TALKS, score=0.75, reasons=("near-day",))
    snapshot = Dataset([post(), marfa()], proposals=[proposal])
    (found,) = event_detail(snapshot, TALKS, ENGLISH).maybe_same
    assert [side.article.iri for side in found.compared] == [POST, MARFA]
    texts = [v.article.text for v in (snapshot.articles[POST], snapshot.articles[MARFA])]
    for side, text in zip(found.compared, texts, strict=True):
        assert all(piece in text for piece in side.words.text.split(" … "))


def test_each_step_of_a_red_line_names_who_took_it_in_which_words() -> None:
    life = event_detail(dataset(), LINE, ENGLISH).life
    assert [(step.label, step.day is not None) for step in life] == [
        ("declared", True),
        ("restated", False),
    ]
    for step in life:
        assert len(step.told) == step.articles
        for told in step.told:
            text = dataset().articles[told.article.iri].article.text
            assert told.words.text.split(" … ")[0] in text
            assert bare(told.speaker)
