"""A disk that is full and a folder that may not be written: a clear error, the store intact."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.cli import run
from kg.errors import SurroundingsError
from kg.store.embedded import EmbeddedStore
from tests.proposed import article, meeting
from tests.strategies import AT


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A disk of 12 MB; it takes root to mount one."""
    room = tmp_path / "small"
    room.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(room)],
        capture_output=True,
        text=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip(f"not run: no small disk can be mounted here ({mounted.stderr.strip()})")
    yield room
    subprocess.run(["umount", "-l", str(room)], check=True)


def fill_up(room: Path, left: int) -> None:
    """Leave so many bytes."""
    free = os.statvfs(room)
    with (room / "ballast").open("wb") as ballast:
        ballast.write(b"\0" * max(0, free.f_bavail * free.f_frsize - left))


def sound(store: EmbeddedStore) -> bool:
    return [f.message for f in store.validate(deep=True) if not f.warning] == []


@pytest.mark.slow
def test_a_full_disk_is_told_and_what_was_written_stays(small: Path) -> None:
    folder = small / "store"
    store = EmbeddedStore.open(folder)
    store.put_article(article("first", meeting("first", 1)), at=AT)
    fill_up(small, 60_000)
    added = 1
    with pytest.raises(SurroundingsError, match=r"disk's space"):  # noqa: PT012 - until it is full
        for number in range(2000):
            store.put_article(article(f"n{number}", meeting(f"n{number}", 1)), at=AT)
            added += 1
    with pytest.raises(SurroundingsError, match=r"disk's space"):
        store.close()
    store.close()
    (small / "ballast").unlink()
    store = EmbeddedStore.open(folder)
    assert len(store.articles()) in (added, added + 1)
    assert sound(store)
    store.put_article(article("last", meeting("last", 1)), at=AT)
    assert sound(store)
    store.close()


@pytest.mark.slow
def test_a_load_a_repair_and_a_backup_on_a_full_disk_leave_the_store_as_it_was(
    small: Path, tmp_path: Path
) -> None:
    source = EmbeddedStore.in_memory()
    for number in range(60):
        name = f"n{number}"
        source.put_article(article(name, *(meeting(name, k) for k in range(4))), at=AT)
    dump = tmp_path / "dump.nq"
    dump.write_bytes(b"".join(source.dump("nquads", with_text=True)))
    folder = small / "store"
    store = EmbeddedStore.open(folder)
    fill_up(small, 30_000)
    for attempt in (lambda: store.load([dump]), store.repair):
        with pytest.raises(SurroundingsError):
            attempt()
        assert store.revision == 0
        assert sound(store)
    with pytest.raises(SurroundingsError, match="backup"):
        store.backup(small / "copy.tar")
    assert sorted(p.name for p in small.iterdir()) == ["ballast", "store"]
    (small / "ballast").unlink()
    assert store.load([dump]).articles == 60
    assert sound(store)
    store.close()


@pytest.mark.slow
@pytest.mark.skipif(os.geteuid() != 0, reason="not run: without root no disk can be mounted")
def test_a_disk_that_may_only_be_read_is_told(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = small / "store"
    store = EmbeddedStore.open(folder)
    store.put_article(article("first", meeting("first", 1)), at=AT)
    store.close()
    subprocess.run(["mount", "-o", "remount,ro", str(small)], check=True)
    assert run(["remove", "--store", str(folder), "urn:x"]) == 3
    assert "permissions" in capsys.readouterr().err
    assert run(["doctor", "--store", str(folder), "--port", "0"]) == 3
    assert "no right to read and write" in capsys.readouterr().out
    assert run(["add", "--store", str(small / "other"), "-"]) == 3
    assert "cannot be used as a store" in capsys.readouterr().err
    subprocess.run(["mount", "-o", "remount,rw", str(small)], check=True)
    store = EmbeddedStore.open(folder)
    assert len(store.articles()) == 1
    store.close()
