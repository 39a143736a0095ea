"""A feed saved as a file is read as the feed that it is."""

from pathlib import Path

import pytest

from kg.cli import run
from kg.store.embedded import EmbeddedStore
from tests.feed_site import item, rss

STORY = "French and German officials met in Vienna on 5 March 2025. The talks went on until noon."


def added(path: Path, *flags: str) -> tuple[int, list[str]]:
    store = path.parent / "store"
    code = run(["add", str(path), "--store", str(store), *flags])
    if not store.exists():
        return code, []
    opened = EmbeddedStore.open(store)
    try:
        return code, [a.iri for a in opened.articles()]
    finally:
        opened.close()


def test_a_saved_feed_gives_its_entries(tmp_path: Path) -> None:
    path = tmp_path / "saved.xml"
    path.write_text(rss(item(None, "One", content=STORY), item(None, "Two", content=STORY)))
    code, known = added(path, "--content")
    assert (code, len(known)) == (0, 2)
    moved = tmp_path / "elsewhere.rss"
    moved.write_bytes(path.read_bytes())
    assert added(moved, "--content") == (0, known)  # where it lies says nothing


def test_a_file_that_is_no_feed_is_refused_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "other.xml"
    path.write_text("<html><p>They met.</p></html>")
    code, known = added(path)
    assert (code, known) == (2, [])
    assert "is not plain text" in " ".join(capsys.readouterr().err.split())


def test_a_file_that_is_not_there_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert added(tmp_path / "gone.xml")[0] == 2
    assert "gone.xml" in capsys.readouterr().err
