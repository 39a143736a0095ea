"""Large additions: whole or not at all, wherever they are cut off."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.store import bulk
from kg.store.base import PutReport, Putting
from kg.store.embedded import EmbeddedStore
from kg.store.folder import QUADS
from tests.proposed import article, meeting
from tests.strategies import AT

NAMES = [f"n{number}" for number in range(12)]


class Killed(BaseException):
    """Stands for the end of the process."""


class Engine:
    """An engine whose process ends at a call of this name, before or after it is done."""

    def __init__(self, engine: ox.Store, name: str, *, done: bool) -> None:
        self._engine, self._name, self._done = engine, name, done

    def __getattr__(self, name: str) -> object:
        found = getattr(self._engine, name)
        if name != self._name:
            return found

        def called(*given: object) -> None:
            if self._done:
                found(*given)
            raise Killed

        return called

    def __contains__(self, quad: ox.Quad) -> bool:
        return quad in self._engine


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every addition in bulk."""
    monkeypatch.setattr(bulk, "FEWEST", 1)
    monkeypatch.setattr("kg.store.embedded.FEWEST", 1)


def putting(names: list[str]) -> list[Putting]:
    return [Putting(extraction=article(n, meeting(n)), at=AT) for n in names]


def dump(store: EmbeddedStore) -> bytes:
    return b"".join(store.dump("nquads", with_text=True))


def plain(names: list[str]) -> bytes:
    store = EmbeddedStore.in_memory()  # never in bulk
    store.put_articles(putting(names))
    return dump(store)


def test_in_bulk_is_what_an_update_is(tmp_path: Path) -> None:
    store = EmbeddedStore.open(tmp_path / "s")
    for some in (NAMES[:5], NAMES[5:]):  # the second takes proposals of the first out
        assert all(isinstance(r, PutReport) for r in store.put_articles(putting(some)))
    assert dump(store) == plain(NAMES)
    assert not [f for f in store.validate(deep=True) if not f.warning]
    assert not (tmp_path / "s" / bulk.FILE).exists()


@pytest.mark.parametrize("name", ["bulk_extend", "update", "flush"])
@pytest.mark.parametrize("done", [False, True])
def test_what_is_cut_off_is_finished_or_forgotten(tmp_path: Path, name: str, done: bool) -> None:
    folder = tmp_path / "s"
    store = EmbeddedStore.open(folder)
    store.put_articles(putting(NAMES[:5]))
    real = store._quads
    store._quads = Engine(real, name, done=done)  # type: ignore[assignment] # stands in for it
    with pytest.raises(Killed):
        store.put_articles(putting(NAMES[5:]))
    assert (folder / bulk.FILE).exists()
    (folder / QUADS / "bulk-12345.sst").write_bytes(b"half")
    store._quads = real
    store.close()
    del store, real
    again = EmbeddedStore.open(folder)
    landed = name != "bulk_extend" or done
    assert dump(again) == plain(NAMES if landed else NAMES[:5])
    assert not [f for f in again.validate(deep=True) if not f.warning]
    assert not (folder / bulk.FILE).exists()
    assert not (folder / QUADS / "bulk-12345.sst").exists()
    again.put_articles(putting(NAMES[5:]))
    assert dump(again) == plain(NAMES)


def test_a_store_goes_on_after_a_failure(tmp_path: Path) -> None:
    store = EmbeddedStore.open(tmp_path / "s")
    real = store._quads
    assert real is not None

    class Full(Engine):
        def __getattr__(self, name: str) -> object:
            if name == "bulk_extend":
                raise OSError("No space left on device")
            return super().__getattr__(name)

    store._quads = Full(real, "none", done=False)  # type: ignore[assignment] # stands in for it
    with pytest.raises(Exception, match="No space left"):
        store.put_articles(putting(NAMES))
    store._quads = real
    assert store.articles() == []
    store.put_articles(putting(NAMES))
    assert dump(store) == plain(NAMES)
