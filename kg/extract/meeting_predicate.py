"""Read where and when behind a far verb: "talks on the dam that C is building ended in Rome".

In:  what was read behind an English noun of meeting. Out: its parts with the place and time that
the verb of the clause brings, where what stands between told none.
"""

from kg.extract.meeting_parts import Parts, PartsReader
from kg.extract.meeting_words import MeetingWords, VerbHit
from kg.extract.view import View

_REACH = 20
_TIME_WITHIN = 3


def read_predicate(view: View, words: MeetingWords, parts: Parts, reader: PartsReader) -> None:
    """Give the parts of talks between two the place and time of their verb."""
    told = bool(parts.light) or parts.place is not None or parts.time is not None
    if words.language != "en" or told or not parts.between:
        return
    for k in range(parts.last + 1, min(reader.limit, parts.last + _REACH) + 1):
        if view.is_comma(k) or view.quotation_at[k] is not None:
            return
        light = words.light_at(view.tokens, k)
        if light is not None and _has_no_object(view, words, light):
            more = reader.read(light.last + 1, role="after")
            parts.light.append(light)
            parts.place, parts.time = more.place, more.time
            parts.last = max(parts.last, more.last)
            return


def _has_no_object(view: View, words: MeetingWords, light: VerbHit) -> bool:
    """True for "ended in Rome", "opened late on Monday": said of the talks themselves."""
    after = light.last + 1
    placed = words.lists["place"].length_at(view.tokens, after) > 0
    timed = any(view.time_at_or_none(k) is not None for k in range(after, after + _TIME_WITHIN))
    held = light.verb.status in (None, "", "held", "ongoing")
    return held and light.inflection.form == "past" and (placed or timed)
