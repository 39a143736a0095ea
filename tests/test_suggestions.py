"""What may be the same, as readers see it; how many texts stand behind an event."""

import json
from pathlib import Path

from click.testing import CliRunner

from kg.cli.merge import command
from kg.query.dataset import Dataset
from kg.query.detail import event_detail
from kg.query.wording import ENGLISH
from kg.store.embedded import EmbeddedStore
from tests.proposed import article, event, meeting
from tests.strategies import AT
from tests.test_copies import text_of
from tests.timeline_answer import answer


def filled(**texts: str) -> EmbeddedStore:
    """Return a store of articles that all tell one meeting, with these texts."""
    store = EmbeddedStore.in_memory()
    for name, text in texts.items():
        store.put_article(article(name, meeting(name), text=f"They met. {text}"), at=AT)
    return store


def test_a_timeline_names_what_may_be_the_same() -> None:
    found = answer(Dataset.read(filled(a="", b="")))
    assert {i["iri"]: i["maybe_same"] for i in found["items"]} == {
        event("a"): [event("b")],
        event("b"): [event("a")],
    }


def test_what_is_merged_is_suggested_as_one() -> None:
    store = filled(a="", b="", c="")
    store.decide("merge", event("a"), event("b"), by="someone", at=AT)
    snapshot = Dataset.read(store)
    assert [s.event for s in snapshot.maybe_same(event("b"))] == [event("c")]
    assert [s.event for s in snapshot.maybe_same(event("c"))] == [event("b")]


def test_three_outlets_that_print_one_story_are_three_articles_and_one_text() -> None:
    stories = {name: text_of("en", name) for name in ("agency", "headline", "cut", "other")}
    store = filled(**stories)
    for name in ("headline", "cut", "other"):
        store.decide("merge", event(name), event("agency"), by="someone", at=AT)
    (item,) = answer(Dataset.read(store))["items"]
    assert (item["articles"], item["texts"]) == (4, 2)
    store.withdraw(article("other").article.iri, at=AT)
    snapshot = Dataset.read(store)
    (item,) = answer(snapshot)["items"]
    assert (item["articles"], item["texts"]) == (3, 1)
    detail = event_detail(snapshot, event("agency"), ENGLISH)
    assert "3 articles, 1 text" in [r.text for r in detail.remarks]


def test_the_command_lists_both_events_in_words(tmp_path: Path) -> None:
    with_store = ["--proposals", "--store", str(tmp_path / "data")]
    store = EmbeddedStore.open(tmp_path / "data")
    for name in ("a", "b"):
        store.put_article(article(name, meeting(name)), at=AT)
    store.close()
    shown = CliRunner().invoke(command, with_store).output
    assert "0.75  same-parties, same-day" in shown
    assert shown.count("Kestria and Meridia met") == 2
    (row,) = json.loads(CliRunner().invoke(command, [*with_store, "--format", "json"]).output)
    assert row["reasons"] == ["same-parties", "same-day"]
    assert {e["event"] for e in row["events"]} == {event("a"), event("b")}
    assert CliRunner().invoke(command, ["--store", str(tmp_path / "data")]).exit_code == 2
