"""A store of an older format is brought up to the present one when it is opened, or not at all."""

import json
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import StoreError, StoreTooNew
from kg.store import folder, meta, migrate
from kg.store.embedded import EmbeddedStore
from kg.store.graphs import Graphs
from tests.harbour import harbour
from tests.strategies import AT

OLD, NEW = ox.NamedNode("urn:old-word"), ox.NamedNode("urn:new-word")


def rename(store: ox.Store, graphs: Graphs) -> tuple[set[ox.Quad], set[ox.Quad]]:
    """The step of a made-up format: a property gets another name."""
    old = set(store.quads_for_pattern(None, OLD, None, graphs.registry))
    return old, {ox.Quad(q.subject, NEW, q.object, q.graph_name) for q in old}


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A store in today's format, with a property that tomorrow's calls otherwise."""
    path = tmp_path / "store"
    store = EmbeddedStore.open(path)
    store.put_article(harbour(), at=AT)
    registry = Graphs(store.base).registry
    store.close()
    raw = ox.Store(str(path / "quads"))
    raw.add(ox.Quad(ox.NamedNode("urn:x"), OLD, ox.Literal("kept"), registry))
    return path


@pytest.fixture
def tomorrow(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program whose format is 2, once the older store stands."""
    for module in (folder, meta, migrate):
        monkeypatch.setattr(module, "FORMAT_VERSION", 2)
    monkeypatch.setattr(migrate, "STEPS", {1: rename})


@pytest.mark.usefixtures("tomorrow")
def test_opening_runs_the_steps_and_raises_the_revision(older: Path) -> None:
    store = EmbeddedStore.open(older)
    assert store.revision == 2
    lines = b"".join(store.dump("nquads")).decode()
    assert '<urn:new-word> "kept"' in lines
    assert "urn:old-word" not in lines
    assert 'formatVersion> "2"' in lines
    assert len(store.articles()) == 1
    store.close()
    assert json.loads((older / "claimline.json").read_text())["format"] == 2
    again = EmbeddedStore.open(older)
    assert again.revision == 2
    again.close()


@pytest.mark.usefixtures("tomorrow")
def test_a_step_that_was_done_before_the_marker_said_so_is_not_done_again(older: Path) -> None:
    EmbeddedStore.open(older).close()
    (older / "claimline.json").write_text('{"format": 1}')
    store = EmbeddedStore.open(older)
    assert store.revision == 2
    store.close()


@pytest.mark.usefixtures("tomorrow")
def test_a_format_without_a_way_on_is_refused_and_left_alone(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrate, "STEPS", {})
    with pytest.raises(StoreError, match="knows no way"):
        EmbeddedStore.open(older)
    assert json.loads((older / "claimline.json").read_text())["format"] == 1


@pytest.mark.usefixtures("tomorrow")
def test_a_migrated_store_is_refused_by_the_older_program(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    EmbeddedStore.open(older).close()
    for module in (folder, meta, migrate):
        monkeypatch.setattr(module, "FORMAT_VERSION", 1)
    with pytest.raises(StoreTooNew, match="newer Claimline"):
        EmbeddedStore.open(older)
