"""Read in Arabic and English that the meeting just told was called off or put off after all.

In:  a view, the words of status, the token behind the meeting. Out: the status, None without one.
"… كان مقررا أن يجتمع X بـ Y، غير أن الموعد ألغي": the appointment is the meeting told before.
"""

from kg.extract.meetings.words import MeetingWords
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.vocabulary import MeetingStatus

_BUT = frozenset({"but", "though", "although"})
_FATE_WITHIN = 8
_WISHED = words_of("en", "wished_for")
_MEANT_BY = frozenset({"to", "of", "for", "in", "about"})
_MEANT_WITHIN = 5
_NONE = frozenset({"no", "without", "n't", "not", "little", "nor"})
_RULED = frozenset({"ruled", "rules", "ruling", "rule"})
_UNDONE_DOING = words_of("en", "doing_left_undone")
_IT = frozenset({"it", "round", "session", "appointment", "encounter"})
_GOES_ON = words_of("en", "goes_on_behind_undone")
_APPOINTMENTS = words_of("en", "appointments_undone")


def undone_behind(view: View, words: MeetingWords, first: int) -> MeetingStatus | None:
    """Return "cancelled" or "postponed" where "the appointment" is that, from token `first` on."""
    if view.lexicon.language == "en":
        return _undone_in_english(view, words, first)
    if view.lexicon.language != "ar":
        return None
    statuses: tuple[MeetingStatus, ...] = ("cancelled", "postponed")
    for i in range(first, view.size):
        if not _is_appointment(view, i) or view.quotation_at[i] is not None:
            continue
        for status in statuses:
            phrases = words.status[status]
            if any(0 <= k < view.size and phrases.has_stem(view.tokens, k) for k in (i - 1, i + 1)):
                return status
    return None


def is_undone_doing(view: View, i: int) -> bool:
    """True at the verb of "ruled out meeting X", "left without meeting X"."""
    before = view.form(i - 1)
    ruled = before == "out" and view.form(i - 2) in _RULED
    named = view.mention_from(i + 1) or view.mention_from(i + 2)
    return (ruled or before in _UNDONE_DOING) and named is not None


def is_not_meant(view: View, i: int) -> bool:
    """True at the meeting of "has no plans to meet X", "saw no point in talks": nobody meets."""
    for k in range(i - 1, max(0, i - _MEANT_WITHIN), -1):
        if view.form(k) in _MEANT_BY and view.form(k - 1) in _WISHED:
            return any(view.form(m) in _NONE for m in range(max(0, k - 4), k - 1))
        if not view.is_word(k) or view.mention_at[k] is not None:
            return False
    return False


def _is_appointment(view: View, i: int) -> bool:
    words = view.lexicon.word_set("appointments")
    return any(r.definite and not r.proclitics and r.stem in words for r in view.readings(i))


def _undone_in_english(view: View, words: MeetingWords, first: int) -> MeetingStatus | None:
    """ "X was due to meet Y, but the meeting was put off": its fate stands in the next clause."""
    but = next((i for i in range(first, view.size) if view.form(i) in _BUT), None)
    if but is None:
        return None
    if (undone := _undone_by(view, words, but)) is not None:
        return undone
    if view.form(but + 1) not in ("the", "it", "that"):
        return None
    about = view.form(but + 1) == "it" or words.noun_at(view.tokens, but + 2) is not None
    about = about or view.form(but + 2) in _APPOINTMENTS
    statuses: tuple[MeetingStatus, ...] = ("cancelled", "postponed")
    for i in range(but + 2, min(view.size, but + _FATE_WITHIN)) if about else ():
        if view.quotation_at[i] is not None or view.form(i) in ("not", "never"):
            return None
        for status in statuses:
            if words.status[status].length_at(view.tokens, i):
                return status
    return None


def _undone_by(view: View, words: MeetingWords, but: int) -> MeetingStatus | None:
    """ "…, but the French side cancelled", "but Moscow called that round off": by one of them."""
    statuses: tuple[MeetingStatus, ...] = ("cancelled", "postponed")
    for i in range(but + 2, min(view.size, but + _FATE_WITHIN)):
        if not view.is_word(i) or view.form(i) in ("not", "never", "to", "that", "which"):
            return None
        for status in statuses:
            length = words.status[status].length_at(view.tokens, i)
            if not length or view.form(i) == "was":
                continue
            after = i + length
            after += view.form(after) in ("the", "that", "this", "their")
            it = words.noun_at(view.tokens, after) is not None or view.form(after) in _IT
            ends = after >= view.size or not view.is_word(after) or view.form(after) in _GOES_ON
            return status if it or ends else None
    return None
