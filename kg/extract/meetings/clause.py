"""Tell where the clause begins and ends that tells of a meeting.

In:  a view, the place of the meeting's word. Out: token indices.
Insertions, times between commas and lists are stepped over; "that", other clauses and the words of
other speakers are not.
"""

from kg.extract.meetings.words import MeetingWords
from kg.extract.told import Told
from kg.extract.view import View
from kg.lexicon.grammar import words_of

_LEFT = 12
_LEFT_OF_OFFICES = 20  # an Arabic verb stands in front of its subject with all titles
_TAIL = 4
_ASIDE = 9
_DESCRIBED = words_of("en", "described_as")
_VENUES = words_of("en", "venue_roles")
_NEW_CLAUSE = words_of("en", "new_clause")


def _past_time(view: View, comma: int) -> int | None:
    """Return the first comma of ", on Tuesday,", whose last one stands at `comma`."""
    i = comma - 1
    while i > 0 and view.time_at[i] is not None:
        i -= 1
    return i if i < comma - 1 and view.is_comma(i) else None


def _past_aside(view: View, words: MeetingWords, comma: int) -> int | None:
    """Return the first comma of "، برعاية سعودية،", whose last one stands at `comma`."""
    if words.language != "ar":
        return None
    for i in range(comma - 1, max(-1, comma - _ASIDE), -1):
        if view.is_comma(i):
            led = view.form(i + 1) in view.lexicon.word_set("prepositions")
            led = led or view.time_at[i + 1] is not None  # "، أمس بالرباط،"
            sponsored = words.lists["mediated"].length_at(view.tokens, i + 1)
            return i if i < comma - 1 and (led or sponsored) else None
        if i in view.cue_at or view.is_break(i) or words.verb_at(view.tokens, i):
            return None
    return None


def _opens(view: View, floor: int, comma: int) -> bool:
    """True for the comma of "On Tuesday, A met B", "In Geneva, …"."""
    if comma - floor > 6 or any(i in view.cue_at for i in range(floor, comma)):
        return False
    last = view.mention_to(comma - 1)
    placed = last is not None and last.category in ("place", "either")
    inside = [m for m in view.mentions if floor <= m.first < comma and m is not last]
    return not inside and (view.time_at[comma - 1] is not None or placed)


def _begins_clause(view: View, words: MeetingWords, i: int) -> bool:
    """True at the verb of "and will hold", "before flying to", "and agreed to"."""
    while view.form(i) in view.words.adverbs:
        i += 1
    if view.form(i).endswith("ing") or words.lists["auxiliary"].length_at(view.tokens, i):
        return True
    verb = words.verb_at(view.tokens, i) or words.light_at(view.tokens, i)
    return verb is not None and verb.inflection.form != "base"


def left_edge(view: View, words: MeetingWords, cue: int, host: Told | None) -> int:
    """Walk left to where the clause begins: a break, "that", the start of the words said."""
    far = _LEFT_OF_OFFICES if words.language == "ar" else _LEFT
    floor = max(host.content_first if host is not None else 0, cue - far)
    i = cue
    while i > floor:
        before = i - 1
        if before in view.aside_to and view.aside_to[before] > floor:
            i = view.aside_to[before]
            continue
        if view.form(before) in _NEW_CLAUSE and _begins_clause(view, words, i):
            break
        if _is_inside_name(view, before):
            i = before
            continue
        if words.lists["where"].length_at(view.tokens, before):
            i = before - view.is_comma(before - 1)  # "visited Rome on Monday, where he met X"
            continue
        described = view.form(before - 1) in _DESCRIBED or _is_venue_for(view, before)
        if words.lists["closing"].length_at(view.tokens, before) and not described:
            break
        aside = _past_time(view, before) if view.is_comma(before) else None
        aside = aside or (_past_aside(view, words, before) if view.is_comma(before) else None)
        if aside:
            i = aside
            continue
        if view.is_comma(before) and _opens(view, floor, before):
            return floor
        breaks = view.is_break(before) and view.tokens[before].text not in "-–—"
        if breaks and not lists(view, before):
            break
        if any(r.stem in view.words.that and not r.definite for r in view.readings(before)):
            break
        i = before
    return i


def _is_inside_name(view: View, i: int) -> bool:
    """True for the comma of "in Chisinau, Moldova, where", which parts no clauses."""
    name = view.mention_at[i] if view.is_comma(i) else None
    return name is not None and name.first < i < name.last and name.category != "actor"


def _is_venue_for(view: View, i: int) -> bool:
    """True at "as" of "offered Geneva as the venue for talks"."""
    return view.form(i) == "as" and any(view.form(i + k) in _VENUES for k in (1, 2, 3))


def leads_there(view: View, i: int) -> bool:
    """True behind a place: "their first stop was Erbil, where", "offered Geneva as the venue"."""
    if view.lexicon.language != "en":
        return False
    return view.form(i + view.is_comma(i)) == "where" or _is_venue_for(view, i)


def past_words(view: View, last: int) -> int:
    """Take in a few words behind the parts: "the talks with X are continuing"."""
    end = last
    while end + 1 < view.size and end < last + _TAIL and not view.is_break(end + 1):
        if view.form(end + 1) in ("and", "that") or view.tokens[end + 1].form.startswith("و"):
            break
        end += 1
    return end if not view.is_stop(end) else end - 1


def before_that(view: View, words: MeetingWords, left: int) -> int:
    """Take in what governs the clause: "it is planned that the two meet", من المقرر أن."""
    planned = words.status["planned"]
    for i in range(max(0, left - 3), left):
        if view.tokens[i].is_word and planned.length_at(view.tokens, i):
            return i
    return left


def lists(view: View, comma: int) -> bool:
    """True for the comma of "Greece, Cyprus and Egypt"."""
    after = view.mention_from(comma + 1)
    return view.is_comma(comma) and view.mention_to(comma - 1) is not None and after is not None
