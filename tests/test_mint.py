"""IRIs come from the article and the passages, from nothing else."""

from kg.model.article import SourceText
from kg.model.claim import Meeting, RedLine, Statement
from kg.model.day import Day
from kg.model.iri import Iris
from kg.pipeline.article import extract_article

TEXT = (
    "Kenya told Uganda in talks in Rome that any attack would be a red line.\n"
    "It denied that a second meeting was planned.\n"
)


def extract(text: str = TEXT, *, published: Day | None = None, base: str | None = None):  # type: ignore[no-untyped-def]  # short for the tests below
    source = SourceText(name="note", text=text, language="en", published=published)
    return extract_article(source, iris=Iris(base) if base else Iris())


def test_the_same_text_gives_the_same_claims() -> None:
    assert extract() == extract()


def test_the_publication_date_moves_no_iri() -> None:
    assert [c.iri for c in extract().claims] == [
        c.iri for c in extract(published=Day(2025, 5, 21)).claims
    ]


def test_a_given_identity_or_address_is_the_article() -> None:
    first = SourceText(name="a", text=TEXT, language="en", source="https://example.org/1")
    second = SourceText(name="b", text=TEXT + "More.", language="en", source=first.source)
    iris = Iris()
    assert extract_article(first, iris=iris).article.iri == (
        extract_article(second, iris=iris).article.iri
    )


def test_all_iris_stand_under_the_base() -> None:
    claims = extract(base="https://example.org/data/").claims
    assert claims
    assert all(c.iri.startswith("https://example.org/data/claim/") for c in claims)
    assert all(c.event.startswith("https://example.org/data/") for c in claims)


def test_a_part_lives_in_the_graph_of_its_statement() -> None:
    claims = extract().claims
    line = next(c for c in claims if isinstance(c, RedLine))
    statement = next(c for c in claims if isinstance(c, Statement) and c.iri == line.under)
    assert line.iri == f"{statement.iri}#{line.event.rsplit('/', 1)[1]}"
    assert (line.declared_by, line.declared_to) == ("Kenya", ("Uganda",))
    meeting = next(c for c in claims if isinstance(c, Meeting))
    assert line.said_at == statement.said_at == meeting.event
    assert [(c.event, c.commitment) for c in statement.conveys] == [(line.event, "declares")]


def test_events_that_begin_and_end_alike_are_told_apart() -> None:
    iris = [c.event for c in extract().claims]
    assert len(iris) == len(set(iris))


def test_confidence_is_never_quite_sure() -> None:
    assert all(0 < c.confidence < 1 for c in extract().claims)
