"""Tell the day of what is told from that of its matter: "rejected the charge on Monday".

In:  a view, a told, the token in front of the day. Out: whether it was told then. English alone.
What is announced, promised or called for has a day of its own, as an election has: "announced a
visit on Tuesday", "rejected elections on Sunday". So has a deed inside what is said.
"""

from kg.extract.told import Told
from kg.extract.view import View
from kg.lexicon.grammar import words_of

_TALKED_OF = words_of("en", "talked_of_on_a_day")
_EVENTS = words_of("en", "events_with_a_day") | words_of("en", "occasions")
_CHANNELS = frozenset({"on", "in", "at"})
_JUDGES = ("denies", "accuses", "praises")
_REFUSED_WORDS = 3
_CHANNEL_WORDS = 3


def is_told_on(view: View, one: Told, last: int) -> bool:
    """True for "rejected the charge", "announced the move on Twitter" in front of a day."""
    cue = one.attribution.cue
    inside = range(cue.last + 1, last + 1)
    if not cue.row.object_content or last <= cue.last or _has_verb(view, inside):
        return False
    event = _holds_event(view, inside)
    if view.form(last) in _TALKED_OF and (lead := _channel(view, cue.last, last)) is not None:
        judged = one.act in _JUDGES or (one.act == "announces" and lead > cue.last + 1)
        return judged and not _holds_event(view, range(cue.last + 1, lead))
    if view.form(last) in _TALKED_OF and one.act in _JUDGES:
        return one.act != "denies" or not event
    return cue.row.act == "denies" and last - cue.last <= _REFUSED_WORDS and not event


def _has_verb(view: View, inside: range) -> bool:
    """True for "(said) he would give a speech", "(denied) making the offer"."""
    if view.form(inside.start).endswith("ing"):
        return True
    verbs = view.lexicon.word_set("modal") | view.lexicon.word_set("have")
    verbs |= view.lexicon.word_set("be")
    return any(
        view.form(i) in verbs or (i in view.cue_at and view.cue_at[i].form in ("past", "present"))
        for i in inside
    )


def _holds_event(view: View, inside: range) -> bool:
    return any(view.form(i) in _EVENTS for i in inside)


def _channel(view: View, first: int, last: int) -> int | None:
    """Return the "at" of "at a news conference" that ends at token `last`."""
    near = range(last - 1, max(first, last - 1 - _CHANNEL_WORDS), -1)
    return next((i for i in near if view.form(i) in _CHANNELS), None)
