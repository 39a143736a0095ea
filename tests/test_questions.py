"""The twelve competency questions and the other named ones, with their answers.

Asked of the hand-made graph of two sample articles (tests/fixtures/questions); answers are files,
read like tables. What an extractor finds in one of them: test_questions_extracted.py.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib

from kg import demo
from kg.query.run import bound_query, named_queries
from kg.store.merged import merged_definition
from tests.merged_graph import TERMS
from tests.question_store import FOLDER, HandMade, ask

ARTICLE, OTHER = FOLDER / "deconfliction-talks.trig", FOLDER / "baku-meeting.trig"
REGISTRY = FOLDER / "registry.trig"
TALKS, LINE = "meeting/levantwire-azerbaijan", "redline/levantwire-distribution"

# What each question is asked with here; every named question stands in this table.
ASKED: dict[str, dict[str, str]] = {
    "articles": {},
    "as-known-on": {"asOf": "2025-04-11"},
    "attribution-chain": {},
    "breach-candidates": {},
    "claims-of-event": {"event": TALKS},
    "disputed": {},
    "disputed-facts": {},
    "inside-place": {"place": "place/syria"},
    "network": {},
    "own-voice": {},
    "red-line-life": {},
    "red-lines": {},
    "red-lines-crossed": {},
    "sides": {},
    "statements-by-actor": {"actor": "actor/turkey"},
    "timeline": {},
    "undated": {},
    "unnamed-sources": {},
    "who-met": {},
}
Check = Callable[..., None]


@pytest.fixture(scope="module")
def graph() -> HandMade:
    """Return the claims of both articles, merged."""
    return HandMade(ARTICLE, OTHER, REGISTRY).merge()


@pytest.fixture
def check(graph: HandMade, golden: Callable[[Path, Any], None]) -> Check:
    """Return `check(question, file=…, **params)`: ask the hand-made graph, compare the file."""

    def compare(question: str, file: str = "", **params: str) -> None:
        answer = ask(graph, question, params or ASKED[question])
        golden(FOLDER / "answers" / f"{file or question}.txt", answer)

    return compare


def test_q01_who_is_said_to_have_met_whom_and_where(check: Check) -> None:
    check("who-met")


def test_q01_names_are_given_in_the_language_asked_for(check: Check) -> None:
    check("who-met", "who-met-ar", language="ar")


def test_q02_who_declared_which_red_line_to_whom_on_what_trigger(check: Check) -> None:
    check("red-lines")


def test_q02_can_be_asked_of_one_line(check: Check) -> None:
    check("red-lines", "red-lines-one", line=LINE)


def test_q03_through_whose_mouths_a_red_line_reached_us(check: Check) -> None:
    check("attribution-chain")


def test_q04_what_one_side_asserts_and_another_denies(check: Check) -> None:
    check("disputed")


def test_q05_how_many_claims_are_the_articles_own_voice(check: Check) -> None:
    check("own-voice")


def test_q05_can_be_asked_of_one_article(graph: HandMade) -> None:
    answer = ask(graph, "own-voice", {"article": "article/almarsad"})
    assert answer.splitlines()[1:] == ["article/almarsad | attributed | 3"]


def test_q06_which_claims_rest_on_an_unnamed_source(check: Check) -> None:
    check("unnamed-sources")


def test_q07_which_side_addressed_or_accused_which(check: Check) -> None:
    check("sides")


def test_q08_which_times_give_no_day(check: Check) -> None:
    check("undated")


def test_q08_without_a_publication_date_relative_times_wait_for_it(
    golden: Callable[[Path, Any], None],
) -> None:
    undated = HandMade(ARTICLE, REGISTRY)
    undated.engine.update(
        """PREFIX clm: <https://w3id.org/claimline/ns#>
        DELETE { GRAPH ?g { ?span clm:earliest ?first ; clm:latest ?last } }
        WHERE { GRAPH ?g { ?span clm:offsetDays ?days ; clm:earliest ?first ; clm:latest ?last } } ;
        DELETE { GRAPH ?g { ?article <https://schema.org/datePublished> ?day } }
        WHERE { GRAPH ?g { ?article <https://schema.org/datePublished> ?day } }"""
    )
    golden(FOLDER / "answers" / "undated-unpublished.txt", ask(undated.merge(), "undated"))


def test_q09_what_goes_on_inside_a_place(check: Check) -> None:
    check("inside-place")


def test_q09_a_place_holds_what_its_places_hold(graph: HandMade) -> None:
    answer = ask(graph, "inside-place", {"place": "place/azerbaijan"})
    assert "| place/baku |" in answer
    assert "place/syria" not in answer
    assert "place/azerbaijan" not in ask(graph, "inside-place", {"place": "place/baku"})


def test_q10_which_actions_fit_a_red_lines_trigger(check: Check) -> None:
    check("breach-candidates")


def test_q11_on_which_facts_articles_differ_about_one_event(check: Check) -> None:
    check("disputed-facts")


def test_q11_one_article_alone_disputes_nothing() -> None:
    alone = HandMade(ARTICLE, REGISTRY).merge()
    assert ask(alone, "disputed-facts").count("\n") == 1


@pytest.mark.parametrize(
    ("as_of", "known"),
    [
        ("2025-04-10", ""),
        ("2025-04-11T12:00:00Z", "levantwire"),
        ("2025-04-11", "levantwire almarsad-01 almarsad-02 almarsad-03 almarsad-04 almarsad-05"),
        # one claim is away for two hours
        ("2025-04-12T07:00:00Z", "levantwire almarsad-01 almarsad-03 almarsad-04 almarsad-05"),
        (
            "2025-04-12T11:30:00+03:00",
            "levantwire almarsad-01 almarsad-02 almarsad-03 almarsad-04 almarsad-05",
        ),
        # two are rejected at nine, one is withdrawn the day after, one accepted on the third day
        ("2025-04-12", "levantwire almarsad-01 almarsad-02 almarsad-04"),
        ("2025-04-13", "levantwire almarsad-01 almarsad-02"),
        ("2025-04-14", "levantwire almarsad-01 almarsad-02 almarsad-03"),
    ],
)
def test_q12_what_was_known_follows_recording_withdrawal_return_and_review(
    as_of: str, known: str, graph: HandMade
) -> None:
    lines = ask(graph, "as-known-on", {"asOf": as_of}).splitlines()[1:]
    claims = {line.split(" | ")[0].removeprefix("claim/") for line in lines}
    assert {re.sub(r"levantwire-\d+", "levantwire", c) for c in claims} == set(known.split())


def test_q12_gives_the_words_and_where_they_stand(check: Check) -> None:
    check("as-known-on")


def test_timeline_leaves_out_what_lies_outside_the_days(check: Check) -> None:
    check("timeline")
    check("timeline", "timeline-two-days", **{"from": "2025-04-08", "to": "2025-04-09"})


def test_a_merged_meeting_is_found_by_either_iri(graph: HandMade, check: Check) -> None:
    check("claims-of-event")
    other = ask(graph, "claims-of-event", {"event": "meeting/almarsad-baku"})
    assert other == ask(graph, "claims-of-event", ASKED["claims-of-event"])


def test_statements_of_an_actor_include_those_of_its_bodies(check: Check) -> None:
    check("statements-by-actor")


def test_a_red_line_lives_through_statements(check: Check) -> None:
    check("red-line-life")


def test_nobody_here_says_that_a_line_was_crossed(check: Check) -> None:
    check("red-lines-crossed")


def test_network_counts_events_and_articles(check: Check) -> None:
    check("network")


def test_articles_are_listed_with_their_live_claims(check: Check) -> None:
    check("articles")


def test_every_named_question_is_asked_here() -> None:
    assert list(ASKED) == [q.name for q in named_queries()]


@pytest.mark.parametrize("question", [q.name for q in named_queries() if q.graphs])
def test_the_same_rows_come_where_the_default_graph_is_the_union_of_all(
    question: str, graph: HandMade
) -> None:
    union = HandMade(union=True)
    union.engine = graph.engine
    assert ask(union, question, ASKED[question]) == ask(graph, question, ASKED[question])


@pytest.mark.slow
@pytest.mark.parametrize("question", list(ASKED))
def test_the_same_rows_come_from_another_engine(question: str, graph: HandMade) -> None:
    """rdflib's own engine, over the same quads: the questions ask nothing of Oxigraph alone."""
    dataset = rdflib.Dataset()
    lines = (f"{quad} .\n" for quad in graph.engine)
    dataset.parse(data="".join(lines), format="nquads")
    text = bound_query(graph, question, ASKED[question])  # type: ignore[arg-type]  # has a base
    merged = rdflib.URIRef(f"{graph.base}graph/merged")
    asked = dataset if "GRAPH" in text else dataset.graph(merged)
    theirs = [tuple(None if t is None else str(t) for t in row) for row in asked.query(text)]
    ours = [tuple(t and t.value for t in row) for row in graph.select(text).rows]
    assert theirs == ours


# The hand-made graph itself


@pytest.mark.parametrize("file", [ARTICLE, OTHER])
def test_the_hand_made_passages_are_the_text_at_their_offsets(file: Path) -> None:
    texts = {s.source: s.text for s in demo.sources()}
    graph = HandMade(file)
    rows = graph.select(
        """PREFIX clm: <https://w3id.org/claimline/ns#>
        PREFIX oa: <http://www.w3.org/ns/oa#>
        PREFIX schema: <https://schema.org/>
        SELECT ?url ?kept ?exact ?start ?end ?prefix ?suffix WHERE { GRAPH ?article {
          ?article schema:url ?url ; schema:text ?kept .
          ?passage oa:hasSource ?article ; oa:hasSelector ?quote , ?position .
          ?quote oa:exact ?exact . ?position oa:start ?start ; oa:end ?end .
          OPTIONAL { ?quote oa:prefix ?prefix } OPTIONAL { ?quote oa:suffix ?suffix } } }""",
    ).rows
    assert rows
    for url, kept, exact, start, end, prefix, suffix in rows:
        text, first, last = texts[url.value], int(start.value), int(end.value)
        assert kept.value == text
        assert text[first:last] == exact.value
        assert text[:first].endswith(prefix.value if prefix else "")
        assert text[last:].startswith(suffix.value if suffix else "")


def test_the_hand_made_graph_has_no_blank_node() -> None:
    quads = HandMade(ARTICLE, OTHER, REGISTRY).engine
    terms = {t for q in quads for t in (q.subject, q.object, q.graph_name)}
    assert not [t for t in terms if isinstance(t, ox.BlankNode)]


def test_the_hand_made_graph_keeps_the_shapes_of_the_ontology() -> None:
    from pyshacl import validate

    data = rdflib.Graph()
    merged = (
        HandMade(ARTICLE, OTHER, REGISTRY)
        .merge()
        .engine.quads_for_pattern(None, None, None, ox.NamedNode(f"{HandMade.base}graph/merged"))
    )
    data.parse(data="".join(f"{q.triple} .\n" for q in merged), format="nt")
    shapes = rdflib.Graph().parse(str(Path(TERMS).with_name("shapes.ttl")))
    conforms, _, report = validate(data, shacl_graph=shapes, allow_warnings=True)
    assert conforms, report


def test_the_merged_graph_is_the_one_that_the_store_defines(graph: HandMade) -> None:
    """Two definitions, written apart: the tests' own and the store's."""
    merged = graph.engine.quads_for_pattern(
        None, None, None, ox.NamedNode(f"{graph.base}graph/merged")
    )
    assert {q.triple for q in merged} == merged_definition(graph.engine, graph.base)


def test_every_claim_of_the_hand_made_graph_reaches_what_its_graph_describes() -> None:
    events = "clm:Action clm:Meeting clm:RedLine clm:Statement"
    prefix = "PREFIX clm: <https://w3id.org/claimline/ns#> "
    graph = HandMade(ARTICLE, OTHER)
    described = f"{prefix} SELECT ?c ?e {{ GRAPH ?c {{ ?e a ?k VALUES ?k {{ {events} }} }} }}"
    reached = f"{prefix} SELECT ?c ?e {{ GRAPH ?c {{ ?c clm:reaches ?e }} }}"
    assert set(graph.select(described).rows) == set(graph.select(reached).rows)
