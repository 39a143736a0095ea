"""Tie times that are counted from another one to the time named last: "three days earlier".

In:  the times of a sentence in order, the last time named before. Out: the same times, those that
count from another one with it as their anchor, and the last time named now.
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.model.timespan import TimeWords

_COUNTED = ("anchored", "apart")


def tie_times(
    times: Sequence[TimeWords], last: TimeWords | None
) -> tuple[tuple[TimeWords, ...], TimeWords | None]:
    """Return the times with their anchors and the time from which the next ones count."""
    tied: list[TimeWords] = []
    for words in times:
        if words.rule in _COUNTED:
            tied.append(replace(words, anchor=_plain(last)))
            continue
        tied.append(words)
        if words.extent == "within" and (words.earliest or words.offset_days or words.rule):
            last = words
    return tuple(tied), last


def _plain(words: TimeWords | None) -> TimeWords | None:
    return replace(words, anchor=None) if words is not None else None
