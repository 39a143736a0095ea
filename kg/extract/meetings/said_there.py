"""Tell English meetings at which something was asked from those that are asked for.

In:  a view, the noun of the meeting, the statement around it. Out: yes or no.
    "appealed for calm in a telephone call with X"    they spoke
    "called for a meeting", "urged him to take part in talks"    they are to
"""

from kg.extract.subject import find_subject
from kg.extract.told import Told
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention

_WITHIN = words_of("en", "said_within_a_meeting")
_TAKING_PART = words_of("en", "takes_part_in")
_RAISING = words_of("en", "raised_at_a_session")
_FRONT = 5
_RAISED_WITHIN = 8
_SUBJECT_WITHIN = 3


def is_said_there(view: View, noun: int, host: Told | None) -> bool:
    """True at the noun of "called for restraint during a meeting with X"."""
    if view.lexicon.language != "en" or host is None or host.attribution.cue.first > noun:
        return False
    for k in range(noun - 1, max(host.attribution.cue.last + 1, noun - _FRONT), -1):
        if view.form(k) in _WITHIN:
            return view.form(k - 1) not in _TAKING_PART and not _is_to_do(view, k)
        if not view.is_word(k) or view.form(k) in view.lexicon.word_set("prepositions"):
            return False
    return False


def _is_to_do(view: View, k: int) -> bool:
    """True for "urged him to speak in talks with X", where the verb is what is asked."""
    return view.form(k - 2) == "to" and view.mention_at[k - 1] is None


def who_raised_it(view: View, noun: int) -> Mention | None:
    """Return the X of "X raised the matter at a closed session of the Council"."""
    front = range(max(0, noun - _FRONT), noun)
    led = next((k for k in front if view.form(k) in ("at", "in", "during")), None)
    for k in range(led - 1, max(0, led - _RAISED_WITHIN), -1) if led is not None else ():
        if not view.is_word(k) or view.quotation_at[k] is not None:
            return None
        if view.form(k) in _RAISING and view.mention_at[k] is None:
            subject = find_subject(view, before=k)
            near = isinstance(subject, Mention) and k - subject.last <= _SUBJECT_WITHIN
            return subject if near else None
    return None
