"""Tell whether those who had come to a town were still there when they met, in English.

In:  a view, the town told of in front of a meeting, the meeting's draft and cue. Out: yes or no.
    flew to Rome this week, and on Monday he met X      there
    a visit to Rome cost him votes; on Monday he met X  not said
    visiting Rome in 2019 he fell ill, and on Monday …  another time
"""

from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import DraftMeeting
from kg.model.mention import Mention

_JOURNEYS = words_of("en", "journeys")
_UNDER_WAY = words_of("en", "on_a_journey")
_NOT_YET = words_of("en", "before_a_journey")
_JOURNEY_WITHIN = 5
_LED_WITHIN = 5
_CLAUSE = 10  # tokens in front of the town that may tell when they went


def is_there_still(view: View, town: Mention, draft: DraftMeeting, cue: int) -> bool:
    """True unless another sentence, another time or no journey stands between town and meeting."""
    if any(view.form(k) == ";" for k in range(town.last + 1, cue)):
        return False
    return _was_underway(view, town) and not _was_another_time(view, town, draft, cue)


def _was_underway(view: View, town: Mention) -> bool:
    """True for "on a visit to Rome", "made a trip to", "flew to"; not for "a visit to … cost"."""
    near = range(town.first - 1, max(-1, town.first - 1 - _JOURNEY_WITHIN), -1)
    journey = next((k for k in near if view.form(k) in _JOURNEYS), None)
    first = town.first if journey is None else journey
    ahead = range(first - 1, max(-1, first - 1 - _LED_WITHIN), -1)
    led = [view.form(k) for k in ahead]
    if any(form in _NOT_YET for form in led):
        return False
    return journey is None or any(form in _UNDER_WAY for form in led)


def _was_another_time(view: View, town: Mention, draft: DraftMeeting, cue: int) -> bool:
    """True for "in Rome in 2019 …, and on Monday he met": no day, and not that of the meeting."""
    if draft.time is None:
        return False
    last = town.last + 1
    while last < cue and not (view.is_comma(last) or view.is_stop(last)):
        last += 1
    times = (view.time_at[k] for k in range(max(0, town.first - _CLAUSE), last))
    return any(
        t is not None and t != draft.time.words and t.offset_days is None and not _is_near(t.rule)
        for t in times
    )


def _is_near(rule: str | None) -> bool:
    return rule in ("weekday", "week", "weekend", "day-month")
