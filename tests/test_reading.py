"""The reading view: a text in segments, whole and exact whatever the marks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.query.reading import Mark, marks_of, segments
from tests.view_values import claim, post


def mark(start: int, end: int, name: str = "a") -> Mark:
    return Mark(start=start, end=end, claim=name, kind="statement")


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(st.text(min_size=1, max_size=60))
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text)))
    pairs = draw(st.lists(spans.filter(lambda s: s[0] < s[1]), max_size=8))
    return text, [mark(a, b, f"c{i % 4}") for i, (a, b) in enumerate(pairs)]


@settings(deadline=None)
@given(marked_texts())
def test_segments_put_together_are_the_text(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    found = segments(text, marks)
    assert "".join(s.text for s in found) == text
    assert all(text[s.start : s.start + len(s.text)] == s.text for s in found)


@settings(deadline=None)
@given(marked_texts())
def test_each_mark_covers_exactly_its_own_code_points(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    found = segments(text, marks)
    for one in marks:
        covered = {
            i for s in found if one in s.marks for i in range(s.start, s.start + len(s.text))
        }
        assert covered == set(range(one.start, one.end))


@settings(deadline=None)
@given(marked_texts())
def test_each_claim_begins_once(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    begins = [claim for s in segments(text, marks) for claim in s.begins]
    assert sorted(begins) == sorted({m.claim for m in marks})


def test_overlapping_marks_are_cut_where_they_cross() -> None:
    found = segments("abcdef", [mark(0, 4, "a"), mark(2, 6, "b")])
    assert [(s.text, [m.claim for m in s.marks]) for s in found] == [
        ("ab", ["a"]),
        ("cd", ["a", "b"]),
        ("ef", ["b"]),
    ]


def test_offsets_are_code_points_beyond_the_basic_plane() -> None:
    found = segments("😀مرحبا😀", [mark(1, 6)])
    assert [s.text for s in found] == ["😀", "مرحبا", "😀"]


def test_an_empty_text_has_no_segments() -> None:
    assert segments("", []) == ()


def test_a_mark_outside_the_text_is_refused() -> None:
    with pytest.raises(QueryError, match="not in the text"):
        segments("abc", [mark(1, 9)])


def test_the_evidence_of_claims_and_parts_is_marked_by_kind() -> None:
    extraction = post()
    kinds = {m.claim: m.kind for m in marks_of(extraction.claims)}
    assert kinds[claim("post-1")] == "meeting"
    assert kinds[claim("post-2") + "#post-line"] == "redline"
    found = segments(extraction.article.text, marks_of(extraction.claims))
    assert "".join(s.text for s in found) == extraction.article.text
