"""Files that an engine reads along with the sorting: only of a dump, all of it, once."""

from pathlib import Path

import pytest

from kg.store.embedded import EmbeddedStore
from kg.store.loading import along
from kg.store.loading.along import Along
from kg.store.loading.sorting import Sorted
from tests.test_load import dumped, filled, problems, written

__all__ = ["filled"]  # a fixture


@pytest.fixture(autouse=True)
def _small_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(along, "MOST_QUADS", 10)


def test_nothing_is_handed_over_before_the_file_is_known_to_be_a_dump(tmp_path: Path) -> None:
    given: list[Path] = []
    files = Along(tmp_path, given.append)
    for number in range(25):
        files.write(f"{number}\n")
    assert given == []
    files.release()
    assert [path.read_text().split() for path in given] == [
        [str(n) for n in range(start, start + 10)] for start in (0, 10)
    ]
    files.close()
    assert len(given) == 3


def test_a_file_that_is_no_dump_hands_nothing_over(tmp_path: Path) -> None:
    given: list[Path] = []
    files = Along(tmp_path, given.append)
    files.write("a line\n")
    files.close()
    assert given == []


@pytest.mark.parametrize("turned", [False, True])
def test_the_articles_are_handed_over_once_wherever_the_dump_names_its_base(
    filled: EmbeddedStore, tmp_path: Path, turned: bool
) -> None:
    path = written(filled, tmp_path / "dump", "nquads", text=True)
    lines = sorted(path.read_text("utf-8").splitlines(), reverse=turned)
    path.write_text("\n".join(lines) + "\n", "utf-8")
    store = EmbeddedStore.open(tmp_path / "store")
    store.load([path])
    assert dumped(store) == dumped(filled)
    assert dumped(store, "turtle") == dumped(filled, "turtle")
    assert problems(store) == []
    store.close()


def test_a_dataset_of_others_in_a_fresh_store_leaves_no_second_engine(tmp_path: Path) -> None:
    other = tmp_path / "other.nq"
    graph = "https://w3id.org/claimline/id/article/0123456789abcdef"
    other.write_text("".join(f"<urn:s{n}> <urn:p> <urn:o> <{graph}> .\n" for n in range(30)))
    store = EmbeddedStore.open(tmp_path / "store")
    before = sorted(path.name for path in (tmp_path / "store").iterdir())
    report = store.load([other])
    assert sorted(path.name for path in (tmp_path / "store").iterdir()) == before
    assert (report.articles, len(report.imported)) == (0, 1)
    assert store.articles() == []
    store.close()


def test_without_anybody_who_reads_along_nothing_is_written_for_it(tmp_path: Path) -> None:
    parts = Sorted(tmp_path, 1000)
    assert not parts.take(())
    assert list(tmp_path.rglob("along*")) == []
