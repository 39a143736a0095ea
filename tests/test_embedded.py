"""The embedded store: adding, replacing, withdrawing, dating; folders, locks, threads, failures."""

import json
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import given, settings

import ontology
from kg.errors import (
    MappingError,
    NotAStore,
    NotFound,
    OtherBase,
    QueryError,
    QuerySyntaxError,
    StoreError,
    StoreLocked,
    StoreTooNew,
    SurroundingsError,
)
from kg.model.article import text_digest
from kg.model.claim import Meeting, Statement
from kg.model.day import Day
from kg.model.document import from_document, to_document
from kg.model.extraction import Extraction
from kg.model.iri import Iris
from kg.model.span import Passage
from kg.store.base import GraphStore
from kg.store.embedded import EmbeddedStore
from kg.store.merged import terms
from kg.vocabulary import CLM, DEFAULT_BASE, PROV, RDFS
from tests.harbour import ARTICLE, OFFICERS, STATEMENT, TALKS, TEXT, WARNING, harbour
from tests.strategies import AT, IRIS, extractions

LATER = AT + timedelta(hours=1)
STILL_LATER = AT + timedelta(hours=2)


@pytest.fixture
def store() -> EmbeddedStore:
    store: GraphStore = EmbeddedStore.in_memory()  # mypy holds it to the protocol here
    assert isinstance(store, EmbeddedStore)
    return store


@pytest.fixture
def filled(store: EmbeddedStore) -> EmbeddedStore:
    store.put_article(harbour(), at=AT)
    return store


def with_text(extraction: Extraction, added: str) -> Extraction:
    """Return the extraction for the same text with words added behind it."""
    text = extraction.article.text + added
    article = replace(extraction.article, text=text, digest=text_digest(text))
    return replace(extraction, article=article)


def talks_only(extraction: Extraction, **changes: Any) -> Extraction:
    """Return the extraction with the officers' meeting only, changed as said."""
    claims = tuple(replace(c, **changes) for c in extraction.claims if c.iri == TALKS)
    return replace(extraction, claims=claims)


def graph_of(store: EmbeddedStore, graph: str) -> set[ox.Triple]:
    data = b"".join(store.dump("nquads", with_text=True))
    quads = ox.parse(data, format=ox.RdfFormat.N_QUADS)
    return {q.triple for q in quads if q.graph_name == ox.NamedNode(graph)}


# Adding


def test_an_article_reads_back_as_it_was_put(store: EmbeddedStore) -> None:
    report = store.put_article(harbour(), at=AT)
    assert (report.outcome, report.added, report.kept, report.withdrawn) == ("added", 2, 0, 0)
    assert store.extraction(ARTICLE) == harbour()
    assert store.revision == 1


@given(extractions())
@settings(max_examples=25, deadline=None)
def test_any_extraction_reads_back_as_it_was_put(extraction: Extraction) -> None:
    store = EmbeddedStore.in_memory()
    store.put_article(extraction, at=AT)
    assert store.extraction(extraction.article.iri) == extraction


def test_equal_text_changes_nothing(filled: EmbeddedStore) -> None:
    before = list(filled.dump("nquads", with_text=True))
    report = filled.put_article(harbour(), at=LATER)
    assert (report.outcome, report.kept) == ("unchanged", 2)
    assert filled.revision == 1
    assert list(filled.dump("nquads", with_text=True)) == before


def test_what_a_source_leaves_out_does_not_erase_what_is_known(filled: EmbeddedStore) -> None:
    undated = replace(harbour().article, published=None, published_from=None)
    report = filled.put_article(replace(harbour(), article=undated), at=LATER)
    assert report.outcome == "unchanged"
    assert filled.extraction(ARTICLE).article.published == Day(2031, 7, 15)


def test_new_metadata_of_the_same_text_is_taken_over(filled: EmbeddedStore) -> None:
    renamed = replace(harbour(), article=replace(harbour().article, title="Another title"))
    report = filled.put_article(renamed, at=LATER)
    assert (report.outcome, report.kept, report.added) == ("replaced", 2, 0)
    assert filled.extraction(ARTICLE) == renamed
    assert set(filled.recorded(ARTICLE).values()) == {"2031-07-15T09:30:00Z"}


def test_what_must_not_be_stored_leaves_nothing(store: EmbeddedStore) -> None:
    before = list(store.dump("nquads"))
    with pytest.raises(MappingError):
        store.put_article(replace(harbour(), actors=()), at=AT)
    assert list(store.dump("nquads")) == before
    assert store.revision == 0


def test_a_review_nobody_signed_is_refused(store: EmbeddedStore) -> None:
    reviewed = talks_only(harbour(), review="accepted")
    with pytest.raises(MappingError, match="nobody decided so"):
        store.put_article(reviewed, at=AT)


def test_an_extraction_read_from_json_keeps_the_registrys_labels(filled: EmbeddedStore) -> None:
    before = graph_of(filled, IRIS.graph("registry"))
    document = json.loads(json.dumps(to_document(harbour())))
    read = from_document(document, TEXT)
    renamed = replace(read, article=replace(read.article, title="From JSON"))
    filled.put_article(renamed, at=LATER)
    assert graph_of(filled, IRIS.graph("registry")) == before


# Replacing


def test_a_claim_that_is_gone_is_withdrawn_and_its_graph_stays(filled: EmbeddedStore) -> None:
    told = graph_of(filled, WARNING)
    report = filled.put_article(talks_only(with_text(harbour(), " More.")), at=LATER)
    assert (report.outcome, report.added, report.kept, report.withdrawn) == ("replaced", 0, 1, 1)
    assert [c.iri for c in filled.extraction(ARTICLE).claims] == [TALKS]
    assert graph_of(filled, WARNING) == told
    stamp = ox.Literal("2031-07-15T10:30:00Z", datatype=ox.NamedNode(f"{_XSD}dateTime"))
    withdrawn = ox.Triple(ox.NamedNode(WARNING), ox.NamedNode(CLM.withdrawnAt), stamp)
    assert withdrawn in graph_of(filled, ARTICLE)


_XSD = "http://www.w3.org/2001/XMLSchema#"


def test_an_equal_claim_keeps_when_it_was_recorded(filled: EmbeddedStore) -> None:
    changed = talks_only(with_text(harbour(), " More."), confidence=0.5, rule="en.other")
    filled.put_article(changed, at=LATER)
    assert filled.recorded(ARTICLE) == {TALKS: "2031-07-15T09:30:00Z"}
    assert filled.extraction(ARTICLE).claims[0].confidence == 0.5


def test_a_claim_that_says_something_else_is_recorded_anew(filled: EmbeddedStore) -> None:
    changed = talks_only(with_text(harbour(), " More."), participants=("Kestria",))
    report = filled.put_article(changed, at=LATER)
    assert filled.recorded(ARTICLE) == {TALKS: "2031-07-15T10:30:00Z"}
    assert report.kept == 1


def test_a_claim_that_returns_is_live_again_as_it_was_recorded(filled: EmbeddedStore) -> None:
    filled.put_article(talks_only(with_text(harbour(), " More.")), at=LATER)
    report = filled.put_article(with_text(harbour(), " Less."), at=STILL_LATER)
    assert (report.added, report.kept) == (1, 1)
    assert filled.recorded(ARTICLE)[WARNING] == "2031-07-15T09:30:00Z"
    assert filled.extraction(ARTICLE) == with_text(harbour(), " Less.")


def test_a_claim_decided_on_stays_when_the_text_no_longer_has_it(filled: EmbeddedStore) -> None:
    filled.decide("accept", WARNING, by="a reviewer", at=AT)
    report = filled.put_article(talks_only(with_text(harbour(), " More.")), at=LATER)
    assert report.withdrawn == 0
    read = filled.extraction(ARTICLE)
    assert {c.iri for c in read.claims} == {c.iri for c in harbour().claims}
    assert {a.iri for a in read.actors} == {a.iri for a in harbour().actors}
    digest = ox.Triple(
        ox.NamedNode(IRIS.passage(WARNING, 1)),
        ox.NamedNode(CLM.digest),
        ox.Literal(harbour().article.digest),
    )
    assert digest in graph_of(filled, ARTICLE)


def test_a_passage_back_in_its_text_is_marked_no_longer(filled: EmbeddedStore) -> None:
    filled.decide("accept", WARNING, by="a reviewer", at=AT)
    filled.put_article(talks_only(with_text(harbour(), " More.")), at=LATER)
    filled.put_article(talks_only(harbour()), at=STILL_LATER)
    marks = [t for t in graph_of(filled, ARTICLE) if t.predicate.value == CLM.digest]
    assert [t.subject for t in marks] == [ox.NamedNode(ARTICLE)]


def test_an_accepted_claim_is_not_overwritten(filled: EmbeddedStore) -> None:
    filled.decide("accept", TALKS, by="a reviewer", at=AT)
    changed = talks_only(with_text(harbour(), " More."), participants=("Kestria",))
    filled.put_article(changed, at=LATER)
    talks = next(c for c in filled.extraction(ARTICLE).claims if c.iri == TALKS)
    assert isinstance(talks, Meeting)
    assert talks.participants == ("Kestria", "Meridia")


def test_an_actor_only_a_withdrawn_claim_names_is_described_but_not_listed(
    filled: EmbeddedStore,
) -> None:
    official = next(a for a in harbour().actors if a.unnamed)
    actors = tuple(a for a in harbour().actors if a != official)
    filled.put_article(talks_only(replace(with_text(harbour(), " More."), actors=actors)), at=LATER)
    assert official.iri not in {a.iri for a in filled.extraction(ARTICLE).actors}
    label = ox.Triple(
        ox.NamedNode(official.iri),
        ox.NamedNode(RDFS.label),
        ox.Literal(official.name, language="en"),
    )
    assert label in graph_of(filled, ARTICLE)


# Withdrawing


def test_a_withdrawn_article_leaves_merged_and_keeps_its_graphs(filled: EmbeddedStore) -> None:
    fresh = EmbeddedStore.in_memory().count()[1]
    told = graph_of(filled, WARNING)
    assert filled.withdraw(ARTICLE, at=LATER) == 2
    assert graph_of(filled, WARNING) == told
    assert filled.articles() == []
    assert [a.withdrawn for a in filled.articles(include_withdrawn=True)] == [True]
    assert filled.extraction(ARTICLE).claims == ()
    registry = len(graph_of(filled, IRIS.graph("registry")))
    assert filled.count()[1] == fresh + registry


def test_withdrawing_twice_changes_nothing(filled: EmbeddedStore) -> None:
    filled.withdraw(ARTICLE, at=LATER)
    assert filled.withdraw(ARTICLE, at=STILL_LATER) == 0
    assert filled.revision == 2


def test_an_article_added_again_comes_back_as_it_was(filled: EmbeddedStore) -> None:
    before = set(filled.dump("turtle"))
    filled.withdraw(ARTICLE, at=LATER)
    report = filled.put_article(harbour(), at=STILL_LATER)
    assert (report.outcome, report.added) == ("added", 2)
    assert set(filled.dump("turtle")) == before
    assert filled.extraction(ARTICLE) == harbour()


def test_what_went_and_came_back_stays_on_record(filled: EmbeddedStore) -> None:
    filled.withdraw(ARTICLE, at=LATER)
    filled.put_article(harbour(), at=STILL_LATER)
    query = f"""SELECT ?at ?undone WHERE {{ GRAPH <{IRIS.graph("decisions")}> {{
        ?d <{CLM.decides}> <{WARNING}> ; <{PROV.endedAtTime}> ?at .
        OPTIONAL {{ ?d <{CLM.undoes}> ?undone }} }} }} ORDER BY ?at"""
    rows = filled.select(query).rows
    assert [row[0].value for row in rows] == [  # type: ignore[union-attr]
        "2031-07-15T10:30:00Z",
        "2031-07-15T11:30:00Z",
    ]
    assert [row[1] is None for row in rows] == [True, False]


@pytest.mark.parametrize("method", ["withdraw", "purge"])
def test_what_is_not_there_cannot_leave(store: EmbeddedStore, method: str) -> None:
    with pytest.raises(NotFound, match="no article"):
        getattr(store, method)(ARTICLE, at=AT)
    for read in (store.extraction, store.recorded):
        with pytest.raises(NotFound):
            read(ARTICLE)


# Publication date


def test_a_new_date_changes_days_and_nothing_else(filled: EmbeddedStore) -> None:
    stored = filled.extraction(ARTICLE)
    article = replace(stored.article, published=Day(2031, 8, 1), published_from="form")
    moved = [
        replace(c, time=replace(c.time, earliest=Day(2031, 7, 31), latest=Day(2031, 7, 31)))
        if isinstance(c, Statement) and c.time
        else replace(c, time=None)
        for c in stored.claims
    ]
    dated = replace(stored, article=article, claims=tuple(moved))
    recorded = dict(filled.recorded(ARTICLE))
    filled.set_published(dated, at=LATER)
    assert filled.extraction(ARTICLE) == dated
    assert filled.recorded(ARTICLE) == recorded
    filled.set_published(stored, at=LATER)
    assert filled.extraction(ARTICLE) == harbour()


def test_a_date_for_another_text_is_refused(filled: EmbeddedStore) -> None:
    with pytest.raises(StoreError, match="has changed since"):
        filled.set_published(with_text(harbour(), " More."), at=LATER)


def test_a_date_for_an_unknown_article_is_refused(store: EmbeddedStore) -> None:
    with pytest.raises(NotFound):
        store.set_published(harbour(), at=AT)


# Listing


def test_articles_are_listed_newest_first_and_undated_last(store: EmbeddedStore) -> None:
    days = {"a": Day(2031, 7, 15), "b": None, "c": Day(-44, 3, 15), "d": Day(12031, 1, 1)}
    for name, day in days.items():
        article = replace(harbour().article, iri=IRIS.article(name), published=day)
        store.put_article(
            Extraction(article=replace(article, published_from=None, title=name)), at=AT
        )
    assert [a.title for a in store.articles()] == ["d", "a", "c", "b"]
    assert [a.claims for a in store.articles()] == [0, 0, 0, 0]


def test_the_list_counts_live_claims_without_parts(filled: EmbeddedStore) -> None:
    assert [a.claims for a in filled.articles()] == [2]
    filled.decide("reject", TALKS, by="a reviewer", at=AT)
    assert [a.claims for a in filled.articles()] == [1]


# Queries


def test_a_select_sees_merged_and_reaches_named_graphs(filled: EmbeddedStore) -> None:
    query = f"""SELECT ?claim WHERE {{ ?s a <{CLM.Statement}> ; <{CLM.speaker}> ?who .
        ?claim a <{CLM.Claim}> . GRAPH ?claim {{ ?s <{CLM.content}> ?words }} }}"""
    answer = filled.select(query)
    assert answer.columns == ("claim",)
    assert answer.rows == ((ox.NamedNode(WARNING),),)


def test_another_default_graph_can_be_named(filled: EmbeddedStore) -> None:
    query = f"SELECT ?s WHERE {{ ?s a <{CLM.Meeting}> }}"
    assert len(filled.select(query, default_graph=TALKS).rows) == 1
    assert len(filled.select(query).rows) == 2


def test_from_names_a_graph_of_the_store(filled: EmbeddedStore) -> None:
    query = f"SELECT ?s FROM <{TALKS}> WHERE {{ ?s a <{CLM.Meeting}> }}"
    assert filled.select(query).rows == ((ox.NamedNode(OFFICERS),),)


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("SELECT * {}", "select"),
        ("# ASK\nPREFIX a: <b:c> ASK {}", "ask"),
        ("CONSTRUCT WHERE {}", "graph"),
        ("DESCRIBE <a:b>", "graph"),
    ],
)
def test_the_form_of_a_query_is_told(store: EmbeddedStore, query: str, form: str) -> None:
    assert store.query_form(query) == form


def test_a_syntax_error_tells_line_and_column(store: EmbeddedStore) -> None:
    for ask in (store.select, store.query_form, lambda q: store.query(q, "text/csv")):
        with pytest.raises(QuerySyntaxError, match="line 2, column 9") as caught:
            ask("SELECT * {\n ?s ?p }")
        assert caught.value.details == {"line": 2, "column": 9}


@pytest.mark.parametrize(
    "media_type",
    ["application/sparql-results+json", "application/sparql-results+xml", "text/csv"],
)
def test_rows_are_serialised_as_asked(filled: EmbeddedStore, media_type: str) -> None:
    query = f"SELECT ?s WHERE {{ ?s a <{CLM.RedLine}> }}"
    given_type, body = filled.query(query, media_type)
    assert given_type == media_type
    assert b"redline/" in body


@pytest.mark.parametrize(
    ("media_type", "form"),
    [
        ("text/turtle", ox.RdfFormat.TURTLE),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
        ("application/ld+json", ox.RdfFormat.JSON_LD),
        ("application/rdf+xml", ox.RdfFormat.RDF_XML),
    ],
)
def test_graphs_are_serialised_alike_each_time(
    filled: EmbeddedStore, media_type: str, form: ox.RdfFormat
) -> None:
    query = f"CONSTRUCT WHERE {{ <{STATEMENT}> ?p ?o }}"
    _, body = filled.query(query, media_type)
    assert filled.query(query, media_type)[1] == body
    written = {q.triple for q in ox.parse(body, format=form)}
    assert len(written) == len({t for t in written if t.subject == ox.NamedNode(STATEMENT)}) > 5


def test_rows_are_no_turtle_and_graphs_no_csv(store: EmbeddedStore) -> None:
    with pytest.raises(
        QueryError, match=r"text/turtle; it can as application/sparql-results\+json"
    ):
        store.query("SELECT * {}", "text/turtle")
    with pytest.raises(QueryError, match="text/csv; it can as text/turtle"):
        store.query("CONSTRUCT WHERE {}", "text/csv")
    with pytest.raises(QueryError, match="A SELECT is asked for"):
        store.select("ASK {}")


@pytest.mark.parametrize("media_type", ["application/sparql-results+xml", "application/rdf+xml"])
def test_xml_that_nobody_could_read_is_refused(store: EmbeddedStore, media_type: str) -> None:
    titled = replace(harbour().article, title="a\x0bb")
    store.put_article(replace(harbour(), article=titled), at=AT)
    form = "SELECT ?o" if "results" in media_type else "CONSTRUCT { ?s ?p ?o }"
    query = f"{form} WHERE {{ ?s ?p ?o FILTER(?s = <{ARTICLE}>) }}"
    with pytest.raises(QueryError, match="XML cannot carry"):
        store.query(query, media_type)


# Folders


def test_a_store_opened_again_is_the_same(tmp_path: Path) -> None:
    first = EmbeddedStore.open(tmp_path / "s")
    first.put_article(harbour(), at=AT)
    dumped = list(first.dump("nquads", with_text=True))
    first.close()
    first.close()
    again = EmbeddedStore.open(tmp_path / "s", create=False)
    assert list(again.dump("nquads", with_text=True)) == dumped
    assert again.extraction(ARTICLE) == harbour()
    assert again.revision == 1


def test_a_closed_store_says_so(store: EmbeddedStore) -> None:
    store.close()
    with pytest.raises(StoreError, match="is closed"):
        store.articles()


def test_an_open_folder_is_locked_within_the_process(tmp_path: Path) -> None:
    held = EmbeddedStore.open(tmp_path)
    with pytest.raises(StoreLocked, match="open in another process"):
        EmbeddedStore.open(tmp_path)
    held.close()
    EmbeddedStore.open(tmp_path).close()


def test_an_open_folder_is_locked_for_other_processes(tmp_path: Path) -> None:
    held = EmbeddedStore.open(tmp_path)
    code = f"from kg.store.embedded import EmbeddedStore; EmbeddedStore.open({str(tmp_path)!r})"
    other = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    held.close()
    assert "StoreLocked" in other.stderr


def test_a_folder_of_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(NotAStore, match="holds other files"):
        EmbeddedStore.open(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["notes.txt"]


def test_a_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(NotAStore, match="is a file"):
        EmbeddedStore.open(tmp_path / "file")


def test_no_store_is_made_unasked(tmp_path: Path) -> None:
    with pytest.raises(NotAStore, match="There is no store"):
        EmbeddedStore.open(tmp_path / "s", create=False)
    assert not (tmp_path / "s").exists()


def test_a_newer_store_is_refused_before_it_is_touched(tmp_path: Path) -> None:
    (tmp_path / "claimline.json").write_text('{"format": 99}')
    with pytest.raises(StoreTooNew, match="format 99"):
        EmbeddedStore.open(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["claimline.json"]


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"format": "one"}', '{"format": 0}'])
def test_a_damaged_description_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "claimline.json").write_text(text)
    with pytest.raises(NotAStore):
        EmbeddedStore.open(tmp_path)


def test_a_folder_that_cannot_be_made_is_a_matter_of_the_surroundings() -> None:
    with pytest.raises(SurroundingsError, match="cannot be used"):
        EmbeddedStore.open("/proc/no-such-store")


def test_a_half_made_folder_is_finished(tmp_path: Path) -> None:
    (tmp_path / "claimline.json.new").write_text("{")
    EmbeddedStore.open(tmp_path).close()
    assert EmbeddedStore.open(tmp_path, create=False).revision == 0


def test_the_terms_are_those_of_the_program_that_opens_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = ontology.terms_ttl().replace('"warns"@en', '"cautions"@en')
    older += "clt:gone a <http://www.w3.org/2004/02/skos/core#Concept> .\n"
    with monkeypatch.context() as then:
        then.setattr(ontology, "terms_ttl", lambda: older)
        terms.cache_clear()
        first = EmbeddedStore.open(tmp_path)
        first.put_article(harbour(), at=AT)
        assert b'"cautions"@en' in b"".join(first.dump("turtle"))
        first.close()
    terms.cache_clear()
    again = EmbeddedStore.open(tmp_path)
    fresh = EmbeddedStore.in_memory()
    fresh.put_article(harbour(), at=AT)
    assert list(again.dump("turtle")) == list(fresh.dump("turtle"))
    assert again.revision == 2, "what readers see has changed"
    again.close()
    EmbeddedStore.open(tmp_path).close()


# Bases


def test_another_base_is_refused(tmp_path: Path) -> None:
    EmbeddedStore.open(tmp_path, base="https://data.example/x/").close()
    with pytest.raises(OtherBase, match=r"https://data\.example/x/"):
        EmbeddedStore.open(tmp_path, base=DEFAULT_BASE)
    again = EmbeddedStore.open(tmp_path)
    assert again.base == "https://data.example/x/"


@pytest.mark.parametrize(
    "base",
    ["https://data.example/x", "https://data.example/x#", "x:#/", "no base/", "https://a b/"],
)
def test_a_base_that_is_none_is_refused(base: str) -> None:
    with pytest.raises(StoreError, match="cannot be a data base"):
        EmbeddedStore.in_memory(base)


def test_an_extraction_for_another_base_is_refused() -> None:
    store = EmbeddedStore.in_memory("https://data.example/x/")
    with pytest.raises(MappingError, match="read for another store"):
        store.put_article(harbour(), at=AT)


def test_a_store_works_under_any_base() -> None:
    iris = Iris("https://data.example/x/")
    store = EmbeddedStore.in_memory(iris.base)
    text = "Met."
    article = replace(harbour().article, iri=iris.article("a"), text=text, digest=text_digest(text))
    actor = replace(harbour().actors[0], iri=iris.linked_actor("x"), belongs_to=None, linked=True)
    meeting = Meeting(
        iri=iris.claim(article.iri, "1"),
        event=iris.event("meeting", article.iri, "1"),
        commitment="asserts",
        evidence=(Passage(start=0, end=4, text="Met."),),
        cues=(),
        time=None,
        confidence=1.0,
        extractor="hand",
        rule="hand",
        participants=(actor.name,),
        incomplete=True,
        status="held",
    )
    extraction = Extraction(
        article=article, actors=(replace(actor, labels=(("en", actor.name),)),), claims=(meeting,)
    )
    store.put_article(extraction, at=AT)
    assert store.extraction(article.iri) == extraction


# Threads and failures


def test_readers_never_see_half_a_write(store: EmbeddedStore) -> None:
    """Each write adds or removes an article; its claims and the merged graph move together."""
    query = f"""SELECT (COUNT(DISTINCT ?a) AS ?articles) (COUNT(DISTINCT ?c) AS ?claims)
        WHERE {{ ?a a <{CLM.Article}> . OPTIONAL {{ ?c <{CLM.article}> ?a }} }}"""
    seen: list[tuple[int, int]] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            row = store.select(query).rows[0]
            seen.append((int(row[0].value), int(row[1].value)))  # type: ignore[union-attr]

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for _ in range(15):
        store.put_article(harbour(), at=AT)
        store.withdraw(ARTICLE, at=LATER)
    done.set()
    for reader in readers:
        reader.join()
    assert set(seen) <= {(0, 0), (1, 2)}


def test_writers_take_turns(store: EmbeddedStore) -> None:
    def put(name: str) -> None:
        article = replace(harbour().article, iri=IRIS.article(name))
        store.put_article(Extraction(article=article), at=AT)

    writers = [threading.Thread(target=put, args=(str(n),)) for n in range(12)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert store.revision == 12
    assert len(store.articles()) == 12


def test_a_write_that_the_engine_refuses_leaves_nothing(
    store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = list(store.dump("nquads"))
    monkeypatch.setattr("kg.store.embedded.update_text", lambda *_: "INSERT DATA { broken")
    with pytest.raises(SyntaxError):
        store.put_article(harbour(), at=AT)
    assert list(store.dump("nquads")) == before
