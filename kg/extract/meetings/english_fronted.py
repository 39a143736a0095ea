"""Read who met at an English meeting told in passing: "In talks on Monday, the two agreed to …".

In:  a view, the words of meeting, a noun of meeting that names nobody. Out: who met there.
    "In a phone call on Tuesday, the two ministers agreed …"     those who act behind the comma
    "EU leaders agreed at a meeting in Rome to …"                 the group that acts in front
    "Monday's talks", "Friday's call"                             the day in front of the noun
"""

from kg.extract.attribution import can_act
from kg.extract.meetings.english_talked_over import gathers
from kg.extract.meetings.words import MeetingWords
from kg.extract.subject import find_subject
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention
from kg.model.timespan import TimeWords

_LEADS = words_of("en", "said_within_a_meeting")
_SITS_AT = words_of("en", "in_front_of_ones_own_meeting")
_DECIDES = words_of("en", "done_at_a_meeting")
_FRONT = 6
_COMMA_WITHIN = 20
_ADJECTIVES = 3


def met_in_passing(view: View, words: MeetingWords, noun: int) -> list[Party]:
    """Return the two behind "In talks on Monday,", or the group of "agreed at a meeting"."""
    if view.lexicon.language != "en":
        return []
    if noun <= _FRONT and view.form(0) in _LEADS:
        return _behind_comma(view, words, noun)
    led = any(view.form(k) in _SITS_AT for k in range(max(1, noun - _FRONT), noun))
    group = find_subject(view, before=noun) if led else None
    if not isinstance(group, Mention) or not gathers(view, group):
        return []
    return [group] if any(view.form(i) in _DECIDES for i in range(group.last + 1, noun)) else []


def _behind_comma(view: View, words: MeetingWords, noun: int) -> list[Party]:
    for comma in range(noun + 1, min(view.size - 1, noun + _COMMA_WITHIN)):
        if view.quotation_at[comma] is not None or view.is_stop(comma):
            return []
        if not view.is_comma(comma) or view.mention_at[comma] is not None:
            continue
        pair = words.lists["pair"].length_at(view.tokens, comma + 1)
        if pair and view.is_word(comma + 1 + pair):
            human = words.lists["pair_persons"].has_stem(view.tokens, comma + pair) or None
            place = view.tokens[comma + 1].start
            return [Pointer(kind="pair", place=place, number="dual", human=human)]
        two = _two_from(view, comma + 1)
        if two:
            return two
    return []


def _two_from(view: View, first: int) -> list[Party]:
    """Return A and B of "A and B agreed"."""
    one = view.mention_from(first) or view.mention_from(first + 1)
    if one is None or not can_act(one) or view.form(one.last + 1) != "and":
        return []
    after = one.last + 2
    other = view.mention_from(after) or view.mention_from(after + 1)
    known = other is not None and can_act(other) and not view.is_comma(other.last + 1)
    return [one, other] if other is not None and known else []


def day_in_front(view: View, noun: int) -> TimeWords | None:
    """Return the day of "Monday's (high-level) talks"."""
    if view.lexicon.language != "en":
        return None
    for k in range(noun - 1, max(-1, noun - 1 - _ADJECTIVES), -1):
        if view.time_at[k] is not None:
            owns = view.tokens[k].text.endswith(("'s", "’s"))
            return view.time_at[k] if owns or view.form(k + 1) in ("'s", "’s") else None
        if not view.is_word(k) or view.form(k) in view.lexicon.word_set("prepositions"):
            return None
    return None
