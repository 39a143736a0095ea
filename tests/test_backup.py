"""Backups: whole, compared file by file, made while others write, and nothing is overwritten."""

import json
import tarfile
import threading
from pathlib import Path

import pytest

from kg.errors import NotAStore, StoreError, StoreTooNew
from kg.store.backup import LIST, restore
from kg.store.embedded import EmbeddedStore
from tests.harbour import harbour
from tests.proposed import article, meeting
from tests.strategies import AT


@pytest.fixture
def store(tmp_path: Path) -> EmbeddedStore:
    found = EmbeddedStore.open(tmp_path / "store")
    found.put_article(harbour(), at=AT)
    return found


def everything(store: EmbeddedStore) -> bytes:
    return b"".join([*store.dump("nquads", with_text=True), *store.dump("turtle")])


@pytest.mark.parametrize("name", ["copy", "copy.tar", "copy.tar.gz", "copy.tgz"])
def test_a_backup_restores_the_same_store(store: EmbeddedStore, tmp_path: Path, name: str) -> None:
    before = everything(store)
    store.backup(tmp_path / "kept" / name)
    store.purge(harbour().article.iri, at=AT)
    store.close()
    said = restore(tmp_path / "kept" / name, tmp_path / "again")
    assert (said["revision"], said["format"]) == (1, 1)
    again = EmbeddedStore.open(tmp_path / "again")
    assert everything(again) == before
    assert [f for f in again.validate(deep=True) if not f.warning] == []
    again.close()
    assert sorted(p.name for p in (tmp_path / "kept").iterdir()) == [name]


def test_a_backup_made_while_others_write_is_of_one_revision(
    store: EmbeddedStore, tmp_path: Path
) -> None:
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            store.put_article(article(f"n{number}", meeting(f"n{number}", 1)), at=AT)

    writer = threading.Thread(target=write)
    writer.start()
    for number in range(4):
        store.backup(tmp_path / f"{number}.tar")
    stop.set()
    writer.join()
    store.close()
    for number in range(4):
        said = restore(tmp_path / f"{number}.tar", tmp_path / f"again{number}")
        again = EmbeddedStore.open(tmp_path / f"again{number}")
        assert again.revision == said["revision"] == len(again.articles())
        assert [f for f in again.validate(deep=True) if not f.warning] == []
        again.close()


def test_nothing_is_overwritten(store: EmbeddedStore, tmp_path: Path) -> None:
    (tmp_path / "there.tar").write_text("mine")
    with pytest.raises(StoreError, match="replaces nothing"):
        store.backup(tmp_path / "there.tar")
    assert (tmp_path / "there.tar").read_text() == "mine"
    store.backup(tmp_path / "good.tar")
    store.close()
    with pytest.raises(StoreError, match="replaces nothing"):
        restore(tmp_path / "good.tar", tmp_path / "store")
    (tmp_path / "empty").mkdir()
    restore(tmp_path / "good.tar", tmp_path / "empty")


def test_a_damaged_backup_restores_nothing(store: EmbeddedStore, tmp_path: Path) -> None:
    store.backup(tmp_path / "copy")
    store.close()
    table = next((tmp_path / "copy" / "quads").glob("*.sst"), None)
    damaged = table or next((tmp_path / "copy" / "quads").glob("*.log"))
    content = damaged.read_bytes()
    damaged.unlink()  # it is a hard link of the store's own file
    damaged.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    with pytest.raises(NotAStore, match="damaged"):
        restore(tmp_path / "copy", tmp_path / "again")
    assert not (tmp_path / "again").exists()


def test_a_cut_archive_restores_nothing(store: EmbeddedStore, tmp_path: Path) -> None:
    store.backup(tmp_path / "copy.tar")
    store.close()
    whole = (tmp_path / "copy.tar").read_bytes()
    (tmp_path / "cut.tar").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(NotAStore):
        restore(tmp_path / "cut.tar", tmp_path / "again")
    with pytest.raises(NotAStore):
        restore(tmp_path / "none.tar", tmp_path / "again")
    assert not (tmp_path / "again").exists()


@pytest.mark.parametrize("name", ["../evil", "/evil", "quads/../evil", "evil", "quads/a/b"])
def test_a_hostile_archive_writes_nowhere_else(tmp_path: Path, name: str) -> None:
    said = {
        "format": 1,
        "base": "urn:x/",
        "revision": 1,
        "files": {name: "0", "claimline.json": ""},
    }
    (tmp_path / "list").write_text(json.dumps(said))
    with tarfile.open(tmp_path / "evil.tar", "w") as tar:
        tar.add(tmp_path / "list", arcname=LIST)
        tar.add(tmp_path / "list", arcname=name)
    with pytest.raises(NotAStore, match="names files that no backup has"):
        restore(tmp_path / "evil.tar", tmp_path / "room" / "again")
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["evil.tar", "list", "room"]


def test_a_newer_backup_is_refused(store: EmbeddedStore, tmp_path: Path) -> None:
    store.backup(tmp_path / "copy")
    store.close()
    path = tmp_path / "copy" / LIST
    path.write_text(json.dumps(json.loads(path.read_text()) | {"format": 2}))
    with pytest.raises(StoreTooNew):
        restore(tmp_path / "copy", tmp_path / "again")
