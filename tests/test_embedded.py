"""The embedded store: folders, locks, bases, failures. What every store does: tests/stores."""

import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings

import ontology
from kg.errors import (
    MappingError,
    NotAStore,
    OtherBase,
    StoreError,
    StoreLocked,
    StoreTooNew,
    SurroundingsError,
)
from kg.model.article import text_digest
from kg.model.claim import Meeting
from kg.model.extraction import Extraction
from kg.model.iri import Iris
from kg.model.span import Passage
from kg.store.base import GraphStore
from kg.store.embedded import EmbeddedStore
from kg.store.merged import terms
from kg.vocabulary import DEFAULT_BASE
from tests.harbour import ARTICLE, harbour
from tests.strategies import AT, extractions

LATER = AT + timedelta(hours=1)
STILL_LATER = AT + timedelta(hours=2)


@pytest.fixture
def store() -> EmbeddedStore:
    store: GraphStore = EmbeddedStore.in_memory()  # mypy holds it to the protocol here
    assert isinstance(store, EmbeddedStore)
    return store


@given(extractions())
@settings(max_examples=25, deadline=None)
def test_any_extraction_reads_back_as_it_was_put(extraction: Extraction) -> None:
    store = EmbeddedStore.in_memory()
    store.put_article(extraction, at=AT)
    assert store.extraction(extraction.article.iri) == extraction


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


# Failures


def test_a_write_that_the_engine_refuses_leaves_nothing(
    store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = list(store.dump("nquads"))
    monkeypatch.setattr("kg.store.embedded.update_text", lambda *_: "INSERT DATA { broken")
    with pytest.raises(SyntaxError):
        store.put_article(harbour(), at=AT)
    assert list(store.dump("nquads")) == before
