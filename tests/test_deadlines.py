"""What is late is ended when its time comes, by a thread that mostly sleeps."""

import threading
import time
from collections.abc import Iterator

import pytest

from kg.store.readers.deadlines import Deadlines


class Work:
    """Something that notes when it was ended."""

    def __init__(self) -> None:
        self.ended = threading.Event()
        self.at = 0.0

    def end_late(self) -> None:
        self.at = time.monotonic()
        self.ended.set()


@pytest.fixture
def deadlines() -> Iterator[Deadlines]:
    made = Deadlines(60.0)
    yield made
    made.close()


def test_what_is_late_is_ended_at_its_moment(deadlines: Deadlines) -> None:
    work, due = Work(), time.monotonic() + 0.2
    deadlines.put(work, due)
    assert work.ended.wait(10)
    assert work.at >= due


def test_what_was_taken_back_is_never_ended(deadlines: Deadlines) -> None:
    kept, other = Work(), Work()
    deadlines.put(kept, time.monotonic() + 0.05)
    deadlines.put(other, time.monotonic() + 0.2)
    deadlines.take(kept)
    assert other.ended.wait(10)
    assert not kept.ended.is_set()


def test_a_nearer_deadline_wakes_who_sleeps_for_long(deadlines: Deadlines) -> None:
    far, near = Work(), Work()
    deadlines.put(far, time.monotonic() + 60)
    time.sleep(0.05)  # by now it sleeps
    deadlines.put(near, time.monotonic() + 0.1)
    assert near.ended.wait(10)
    assert not far.ended.is_set()


def test_what_comes_during_an_idle_sleep_is_ended_in_time() -> None:
    deadlines = Deadlines(0.3)
    early, late = Work(), Work()
    deadlines.put(early, time.monotonic() + 0.1)
    assert early.ended.wait(10)  # nothing is under way now
    due = time.monotonic() + 0.3
    deadlines.put(late, due)
    assert late.ended.wait(10)
    assert late.at >= due
    deadlines.close()


def test_several_are_ended_each_at_its_own_moment(deadlines: Deadlines) -> None:
    begun = time.monotonic()
    works = [Work() for _ in range(20)]
    dues = [begun + 0.01 * (20 - number) for number in range(20)]
    for work, due in zip(works, dues, strict=True):
        deadlines.put(work, due)
    for work, due in zip(works, dues, strict=True):
        assert work.ended.wait(10)
        assert work.at >= due


def test_nothing_is_ended_after_the_close() -> None:
    deadlines, work = Deadlines(60.0), Work()
    deadlines.put(work, time.monotonic() + 0.2)
    deadlines.close()
    assert not work.ended.wait(0.4)
