"""Tell two meetings of a Turkish verb apart: "önce Oslo'da A'yla, ardından Roma'da B'yle görüştü".

In:  a view, the clause's tokens, a reader of its parts. Out: the parts of each meeting; the second
has the first one's subject, and its time where it has none of its own.
"""

from kg.extract.meetings.turkish_cases import Parts
from kg.extract.meetings.turkish_parts import PartsReader
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party
from kg.model.mention import Mention

_THEN = words_of("tr", "then")
_ALSO = frozenset({"de", "da", "ise"})
_AHEAD = 4
_JOINS = ("ve", "ile")
_WITH = ("yle", "yla", "'le", "'la", "ile")


def read_parts(view: View, reader: PartsReader, start: int, end: int, cue: int) -> list[Parts]:
    """Return the parts of the meeting that the verb at `cue` tells of, or of both."""
    whole = reader.read(start, end, cue)
    split = _second(view, start, cue)
    if split is None or not (whole.with_ or len(whole.objects) > 1):
        return [whole]
    first, second = reader.read(start, split - 1, cue), reader.read(split, end, cue)
    if not first.with_ and view.form(split) not in _THEN and _are_both(view, first.subjects):
        return [whole]  # "A ve B, yarın da C ile"
    if not first.with_ and len(first.subjects) > 1:  # "önce A, ardından B ile"
        first.with_, first.subjects = first.subjects[1:], first.subjects[:1]
    received = bool(first.objects and second.objects) and not whole.with_  # "A'yı, sonra B'yi"
    if not (received or (first.with_ and second.with_)) or second.subjects:
        return [whole]
    second.subjects, second.owners = list(first.subjects), second.owners or list(first.owners)
    second.time = second.time or first.time
    second.place = second.place or (first.place if received else None)
    return [first, second]


def _are_both(view: View, subjects: list[Party]) -> bool:
    """True for "A ve B", with nobody in front of them."""
    first = subjects[0] if len(subjects) > 1 else None
    return isinstance(first, Mention) and view.form(first.last + 1) in _JOINS


def _second(view: View, start: int, cue: int) -> int | None:
    """Return where the second meeting begins: behind a comma, at "then" or "today too"."""
    for i in range(start + 1, cue):
        if not view.is_comma(i - 1):
            continue
        if view.form(i) in _THEN:
            return i
        if view.time_at[i] is not None or view.form(i - 2).endswith(_WITH):
            near = range(i + 1, min(cue, i + _AHEAD))
            if any(view.form(k) in _ALSO for k in near):
                return i
    return None
