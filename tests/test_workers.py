"""Intake with other processes: the same dataset whoever works, and nothing lost when one dies."""

import hashlib
import itertools
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.cli import run
from kg.errors import KgError, ReadError, SurroundingsError
from kg.model.iri import Iris
from kg.model.plain import from_plain, to_plain
from kg.pipeline import extract_article, intake
from kg.pipeline.crew import AHEAD, Alone, Crew, Done, Processes, Task
from kg.pipeline.intake import Landed, take_in
from kg.pipeline.reading import Found, Head, Job, found_from_plain, found_to_plain
from kg.read import Sources
from kg.read.given import Given
from kg.store.base import PutReport, Putting
from kg.store.embedded import EmbeddedStore
from kg.vocabulary import DEFAULT_BASE
from tests.bench.corpus import articles
from tests.harbour import harbour

AT = datetime(2026, 3, 1, tzinfo=UTC)
TEXT = (
    "French and German officials met in {place} on 5 March 2025.\n\n"
    "France's foreign ministry said the talks in {place} went on until {hour} o'clock.\n"
)
PLACES = ("Vienna", "Paris", "Rome", "Ankara", "Cairo", "Doha", "Geneva")
HOSTILE_NAMES = [
    'a "quoted" name.txt',
    "a 'single' name.txt",
    "two\nlines.txt",
    "bell\a and \x1b[31mred.txt",
    "right \u202eto\u202c left.txt",
    "مقال.txt",
    "-o.txt",
    "$(reboot) `x` ;&.txt",
]


def write(folder: Path, names: Iterable[str]) -> None:
    for number, name in enumerate(names):
        place = PLACES[number % len(PLACES)]
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT.format(place=place, hour=number), encoding="utf-8")


def jobs(folder: Path) -> Iterator[Task]:
    return (Job(name=s) if isinstance(s, str) else s for s in Sources([str(folder)]))


def landed(folder: Path, store: EmbeddedStore, crew: Crew) -> list[Landed]:
    return list(take_in(jobs(folder), store, crew, now=lambda: AT))


def digest(store: EmbeddedStore) -> str:
    dump = b"".join(store.dump("nquads", with_text=True))
    return hashlib.sha256(dump).hexdigest()


@pytest.fixture(scope="module")
def two() -> Iterator[Processes]:
    with Processes(DEFAULT_BASE, 2) as crew:
        yield crew


def test_what_travels_comes_back_as_it_was() -> None:
    for source in articles(12):
        extraction = extract_article(source, iris=Iris())
        found = Found(source=source, iri=extraction.article.iri, extraction=extraction)
        assert found_from_plain(found_to_plain(found)) == found
    assert from_plain(to_plain(harbour())) == harbour()
    job = Job(name="a\udcff.txt", given=Given(language="ar", title="عنوان"))
    assert Job.from_plain(job.to_plain()) == job


def test_a_document_makes_no_other_values() -> None:
    with pytest.raises(ValueError, match="no kind of value"):
        from_plain({"Popen": [["reboot"]]})
    with pytest.raises(ValueError, match="no plain form"):
        to_plain(Path())


@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(picked=st.lists(st.tuples(st.integers(0, 4), st.integers(0, 5)), min_size=1, max_size=8))
def test_the_dataset_is_the_same_whoever_works(
    two: Processes, picked: list[tuple[int, int]]
) -> None:
    """Several texts of one address among them, of which the last in the order of names stands."""
    with tempfile.TemporaryDirectory() as name:
        for number, (address, text) in enumerate(picked):
            head = f"---\nsource: https://news.example/{address}\npublished: 2025-03-06\n---\n"
            body = TEXT.format(place=PLACES[text], hour=text)
            Path(name, f"{number}.txt").write_text(head + body, encoding="utf-8")
        stores = [EmbeddedStore.in_memory() for _ in range(2)]
        for store, crew in zip(stores, (Alone(DEFAULT_BASE), two), strict=True):
            assert all(one.error is None for one in landed(Path(name), store, crew))
        assert len({digest(store) for store in stores}) == 1


def test_the_last_text_of_an_address_stands_though_it_was_stored_when_it_was_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, text in enumerate((0, 1, 0)):
        head = "---\nsource: https://news.example/1\npublished: 2025-03-06\n---\n"
        body = TEXT.format(place=PLACES[text], hour=text)
        (tmp_path / f"{number}.txt").write_text(head + body, encoding="utf-8")

    def runs(results: Iterator[Done]) -> Iterator[list[Done]]:
        yield [next(results)]
        yield list(results)

    monkeypatch.setattr(intake, "_quick_runs", runs)
    store = EmbeddedStore.in_memory()
    outcomes = [one.put and one.put.outcome for one in landed(tmp_path, store, Alone(DEFAULT_BASE))]
    assert outcomes == ["added", "replaced", "replaced"]
    (article,) = store.articles()
    assert PLACES[0] in store.extraction(article.iri).article.text


def test_results_come_in_the_order_of_names(tmp_path: Path, two: Processes) -> None:
    write(tmp_path, [f"{number:02}.txt" for number in range(30)])
    store = EmbeddedStore.in_memory()
    names = [Path(one.name).name for one in landed(tmp_path, store, two)]
    assert names == [f"{number:02}.txt" for number in range(30)]


def test_no_more_is_read_than_the_writer_can_follow(tmp_path: Path, two: Processes) -> None:
    write(tmp_path, [f"{number:03}.txt" for number in range(60)])
    taken = itertools.count()
    seen = 0

    def counted() -> Iterator[Task]:
        nonlocal seen
        for job in jobs(tmp_path):
            seen = next(taken) + 1
            yield job

    results = two.run(counted(), lambda head: False)
    next(results)
    time.sleep(1.0)
    assert seen <= 2 * AHEAD + 1
    assert sum(1 for _ in results) == 59


def test_a_killed_worker_loses_and_doubles_nothing(tmp_path: Path) -> None:
    write(tmp_path, [f"{number:02}.txt" for number in range(40)])
    store, expected = EmbeddedStore.in_memory(), EmbeddedStore.in_memory()
    landed(tmp_path, expected, Alone(DEFAULT_BASE))
    with Processes(DEFAULT_BASE, 2) as crew:
        results = take_in(jobs(tmp_path), store, crew, now=lambda: AT)
        first = list(itertools.islice(results, 5))
        for process in crew.process_ids:
            os.kill(process, signal.SIGKILL)
        rest = list(results)
    assert [one.error for one in first + rest] == [None] * 40
    assert digest(store) == digest(expected)


def test_a_text_that_ends_its_reader_is_tried_again_and_reported(tmp_path: Path) -> None:
    write(tmp_path, ["a.txt", "b.txt", "c.txt"])
    deaths = 0
    with Processes(DEFAULT_BASE, 1) as crew:

        def asked(head: Head) -> bool:
            nonlocal deaths
            if head.digest == poison:
                deaths += 1
                os.kill(crew.process_ids[0], signal.SIGKILL)
            return False

        poison = Head.of(Job(name=str(tmp_path / "b.txt")).read(), Iris()).digest
        done = list(crew.run(jobs(tmp_path), asked))
    assert deaths == 2
    assert [isinstance(one.found, Found) for one in done] == [True, False, True]
    assert "ended its reader twice (killed by SIGKILL" in str(done[1].found)


@pytest.mark.slow
def test_a_text_that_takes_too_long_is_left(tmp_path: Path) -> None:
    write(tmp_path, ["a.txt", "b.txt"])
    with Processes(DEFAULT_BASE, 1, job_seconds=20) as crew:
        slow = Head.of(Job(name=str(tmp_path / "a.txt")).read(), Iris()).digest

        def asked(head: Head) -> bool:
            if head.digest == slow:
                os.kill(crew.process_ids[0], signal.SIGSTOP)  # stands for a text without an end
            return False

        done = list(crew.run(jobs(tmp_path), asked))
    assert "took longer than 20 seconds" in str(done[0].found)
    assert isinstance(done[1].found, Found)


def test_what_is_stored_already_is_not_extracted_again(tmp_path: Path, two: Processes) -> None:
    write(tmp_path, ["a.txt", "b.txt"])
    store = EmbeddedStore.in_memory()
    first = landed(tmp_path, store, two)
    (tmp_path / "b.txt").write_text(TEXT.format(place="Oslo", hour=3), encoding="utf-8")
    done: list[Done] = []

    class Watched:
        def run(self, given: Iterable[Task], is_stored: object) -> Iterator[Done]:
            for one in two.run(given, is_stored):  # type: ignore[arg-type] # passed on as it is
                done.append(one)
                yield one

    again = list(take_in(jobs(tmp_path), store, Watched(), now=lambda: AT))
    assert [isinstance(d.found, Found) and d.found.extraction is None for d in done] == [
        True,
        False,
    ]
    assert again[0].put is not None
    assert first[0].put is not None
    assert (again[0].put.outcome, again[0].put.kept) == ("unchanged", first[0].put.added)
    assert again[1].put is not None
    assert again[1].put.outcome == "added"


def test_a_fact_newly_given_is_no_repetition(tmp_path: Path) -> None:
    write(tmp_path, ["a.txt"])
    store = EmbeddedStore.in_memory()
    landed(tmp_path, store, Alone(DEFAULT_BASE))
    (job,) = jobs(tmp_path)
    assert isinstance(job, Job)
    told = Job(name=job.name, given=Given(publisher="Example Wire"))
    (one,) = take_in([told], store, Alone(DEFAULT_BASE), now=lambda: AT)
    assert one.put is not None
    assert one.put.outcome == "replaced"
    assert store.articles()[0].publisher == "Example Wire"


def test_a_withdrawn_article_comes_back(tmp_path: Path) -> None:
    write(tmp_path, ["a.txt"])
    store = EmbeddedStore.in_memory()
    (one,) = landed(tmp_path, store, Alone(DEFAULT_BASE))
    assert one.put is not None
    store.withdraw(one.put.article, at=AT)
    (back,) = landed(tmp_path, store, Alone(DEFAULT_BASE))
    assert back.put is not None
    assert (back.put.outcome, back.put.added) == ("added", one.put.added)


class FullDisk(EmbeddedStore):
    """A store whose disk is full from the third article on."""

    def put_articles(self, asked: Sequence[Putting]) -> list[PutReport | KgError]:
        left = 2 - len(self.articles())
        found = super().put_articles(asked[:left])
        if len(asked) > left:
            raise SurroundingsError("The disk is full.")
        return found


def test_an_interrupted_intake_goes_on_where_it_stood(tmp_path: Path, two: Processes) -> None:
    write(tmp_path, [f"{number:02}.txt" for number in range(6)])
    expected = EmbeddedStore.in_memory()
    landed(tmp_path, expected, Alone(DEFAULT_BASE))
    store = FullDisk.in_memory()
    with pytest.raises(SurroundingsError, match="full"):
        landed(tmp_path, store, two)
    store.__class__ = EmbeddedStore
    outcomes = [one.put.outcome for one in landed(tmp_path, store, two) if one.put]
    assert outcomes == ["unchanged"] * 2 + ["added"] * 4
    assert digest(store).split()[0]
    assert {a.iri for a in store.articles()} == {a.iri for a in expected.articles()}


def test_names_of_every_kind_are_read_and_printed_safely(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "names"
    write(folder, HOSTILE_NAMES)
    raw = os.path.join(os.fsencode(folder), b"latin-\xe9.txt")  # noqa: PTH118 - bytes
    Path(os.fsdecode(raw)).write_text("   ", encoding="utf-8")
    store = str(tmp_path / "store")
    assert run(["add", str(folder), "--store", store, "--workers", "2"]) == 2
    shown = capsys.readouterr()
    assert f"{len(HOSTILE_NAMES)} added; 1 failed." in shown.err
    assert "latin-" in shown.err
    assert "is empty" in shown.err
    assert not set(shown.out + shown.err) & set("\a\x1b\u202e\u202c")
    assert len(shown.out.splitlines()) == len(HOSTILE_NAMES) + 2


def test_a_file_that_changes_while_it_is_read_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "live.txt"
    path.write_text(TEXT, encoding="utf-8")
    seen = itertools.count()
    fstat = os.fstat

    def growing(number: int) -> os.stat_result:
        if next(seen) % 2:
            path.write_text(TEXT * (next(seen) + 2), encoding="utf-8")
        return fstat(number)

    monkeypatch.setattr("kg.read.source.os.fstat", growing)
    with pytest.raises(ReadError, match="changes while it is read"):
        Job(name=str(path)).read()


def test_a_folder_that_may_not_be_listed_does_not_stop_the_rest(tmp_path: Path) -> None:
    write(tmp_path, ["a.txt", "gone/b.txt"])
    found = list(Sources([str(tmp_path)]))
    assert len(found) == 2
    (tmp_path / "gone" / "b.txt").unlink()
    (tmp_path / "gone").rmdir()
    (tmp_path / "gone").symlink_to("nowhere")
    assert [str(s) for s in Sources([str(tmp_path)])] == [str(tmp_path / "a.txt")]


def test_pipes_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, ["a.txt"])
    os.mkfifo(tmp_path / "pipe.txt")
    assert len(list(Sources([str(tmp_path)]))) == 1


@pytest.mark.parametrize(
    "workers", ["0", "-1", "1000", "many", "dask://", "dask://host", "tcp://a:1"]
)
def test_workers_that_are_none(workers: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["add", "x.txt", "--workers", workers]) == 2
    assert "neither a number of processes" in " ".join(capsys.readouterr().err.split())


def test_a_fault_of_the_jobs_is_raised_where_they_are_waited_for(two: Processes) -> None:
    def broken() -> Iterator[Task]:
        yield ReadError("not there", source="x")
        raise KgError("no more")

    results = two.run(broken(), lambda head: False)
    with pytest.raises(KgError, match="no more"):
        list(results)


def test_leaving_early_ends_the_threads(tmp_path: Path, two: Processes) -> None:
    write(tmp_path, [f"{number:02}.txt" for number in range(30)])
    before = threading.active_count()
    results = two.run(jobs(tmp_path), lambda head: False)
    next(results)
    del results
    for _ in range(100):
        if threading.active_count() <= before:
            break
        time.sleep(0.05)
    assert threading.active_count() <= before


_NAMES = """
import sys, tracemalloc
from kg.read import Sources
assert sum(1 for _ in Sources([sys.argv[1] + "/0.txt"])) == 1  # reads what is read once
tracemalloc.start()
sources = Sources([sys.argv[1]])
count = sum(1 for _ in sources)
assert count == sources.count
print(count, tracemalloc.get_traced_memory()[1])
"""


def test_many_names_take_little_memory(tmp_path: Path) -> None:
    (tmp_path / "0.txt").write_text("x", encoding="utf-8")
    for number in range(1, 30_000):
        os.link(tmp_path / "0.txt", tmp_path / f"{number}.txt")
    # In a process of its own: what other tests left running allocates too.
    done = subprocess.run(
        [sys.executable, "-c", _NAMES, str(tmp_path)], check=True, capture_output=True, text=True
    )
    count, peak = map(int, done.stdout.split())
    assert count == 30_000
    assert peak < 3_000_000
