"""The text of an article in blocks and pieces: whole, exact, each claim beside its paragraph."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model.article import Article, text_digest
from kg.pipeline.blocks import Block, blocks_of
from kg.query.reading import Mark, marks_of, segments
from kg.query.things import ArticleClaim
from tests.web.samples import IRIS, arabic, english, hostile, undated
from web.reading import reading_blocks

# Astral letters, combining marks, direction marks, things without width, line ends of every kind.
HOSTILE = st.text(
    alphabet=st.sampled_from(
        "ab שع.\n\u2028\u0301\u202e\u2069\u200b\u200d\ufffd\U0001f6a2\U00010330"
    ),
    max_size=60,
)


def an_article(text: str, title: str = "") -> Article:
    return Article(
        iri=IRIS.article(text),
        text=text,
        title=title,
        language="en",
        published=None,
        published_from=None,
        publisher=None,
        source=None,
        digest=text_digest(text),
    )


def note(iri: str) -> ArticleClaim:
    return ArticleClaim(
        iri=iri,
        href="",
        event_href="",
        kind="statement",
        badge="warns",
        kind_label="Warning",
        gist=(),
        certainty="certain",
        part=False,
    )


@settings(deadline=None)
@given(HOSTILE)
def test_blocks_cover_every_text_without_a_gap(text: str) -> None:
    blocks = blocks_of(an_article(text))
    assert "".join(text[b.start : b.end] for b in blocks) == text
    assert all(one.end == other.start for one, other in pairwise(blocks))
    assert all(b.start < b.end for b in blocks)


@settings(deadline=None)
@given(HOSTILE.filter(bool), st.data())
def test_pieces_put_together_are_the_text_and_no_claim_is_lost(
    text: str, data: st.DataObject
) -> None:
    starts = data.draw(st.lists(st.integers(0, len(text) - 1), max_size=6))
    marks = [
        Mark(start=s, end=data.draw(st.integers(s + 1, len(text))), claim=f"c{i}", kind="meeting")
        for i, s in enumerate(starts)
    ]
    claims = [note(mark.claim) for mark in marks]
    found = reading_blocks(blocks_of(an_article(text)), segments(text, marks), claims)
    pieces = [piece for block in found for piece in block.pieces]
    assert "".join(piece.text for piece in pieces) == text
    assert sorted(c.iri for block in found for c in block.claims) == sorted(c.iri for c in claims)
    position = 0
    for piece in pieces:
        over = {m.claim for m in marks if m.start <= position < m.end}
        assert set(piece.claims) == over
        position += len(piece.text)


def test_the_shortest_evidence_comes_first_where_several_overlap() -> None:
    marks = [
        Mark(start=0, end=9, claim="long", kind="statement"),
        Mark(start=2, end=5, claim="short", kind="meeting"),
    ]
    notes = [note("long"), note("short")]
    found = reading_blocks([Block(0, 10, "body")], segments("abcdefghij", marks), notes)
    over = next(p for p in found[0].pieces if len(p.claims) == 2)
    assert (over.text, over.claims, over.kinds) == (
        "cde",
        ("short", "long"),
        ("meeting", "statement"),
    )


def test_a_claim_stands_beside_the_paragraph_where_its_evidence_begins() -> None:
    for extraction in (english(), arabic(), undated(), hostile()):
        article = extraction.article
        claims = [note(claim.iri) for claim in extraction.claims]
        blocks = blocks_of(article)
        found = reading_blocks(blocks, segments(article.text, marks_of(extraction.claims)), claims)
        places = {
            c.iri: block for block, read in zip(blocks, found, strict=True) for c in read.claims
        }
        for claim in extraction.claims:
            block = places[claim.iri]
            assert block.start <= claim.evidence[0].start < block.end


def test_furniture_datelines_and_titles_are_told_apart() -> None:
    text = (
        "Talks in Sael\n\n14 July 2031\n\n"
        "Officers met in Sael on Monday. They spoke for long.\n\nRead more\n"
    )
    kinds = [block.kind for block in blocks_of(an_article(text, "Talks in Sael"))]
    assert kinds == ["title", "dateline", "body", "furniture"]


def test_a_line_of_a_place_and_what_happened_there_is_body() -> None:
    text = "Talks\n\nSAEL, 14 July - Officers of both sides met in Sael on Monday for talks.\n"
    assert [block.kind for block in blocks_of(an_article(text, "Talks"))][-1] == "body"


def test_a_headline_over_several_lines_is_one_title() -> None:
    text = "Leaders meet\u2028in Baku\n\nTurkey and Israel met in Baku on Friday, officials said.\n"
    first, *rest = blocks_of(an_article(text, title="Leaders meet in Baku"))
    assert (text[first.start : first.end], first.kind) == ("Leaders meet\u2028in Baku\n\n", "title")
    assert [block.kind for block in rest] == ["body"]
    assert blocks_of(an_article(text, title="Leaders meet"))[0].end == len("Leaders meet\u2028")
