"""Read who stands behind a Turkish participle of meeting: "dün Roma'da görüşen A ile B".

In:  a view, the participle, who met in front of it. Out: all of those named behind it.
    "dün Roma'da bir araya gelen A, B ve C"   the three
    "A ile görüşen B, C'ye gitti"             B alone
    "A ile görüşen B ve C, …"                 B and C
    "dün Roma'da görüşen A, B ve C'yi övdü"   A alone: B and C are the object
"""

from kg.extract.attribution import can_act
from kg.extract.meetings.turkish_joined import JoinedNames
from kg.extract.meetings.turkish_words import MeetingHit, TurkishMeetingWords
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party
from kg.model.mention import Mention

_NOT_SUBJECT = words_of("tr", "no_subject_ahead")
_OTHER = frozenset({"genitive", "accusative", "dative", "locative", "ablative", "instrumental"})


def heads_behind(
    view: View, words: TurkishMeetingWords, hit: MeetingHit, first: Mention, *, alone: bool
) -> list[Party]:
    """Return `first` and those joined to it; `alone`: somebody is told whom they met."""
    both = view.form(first.last + 1) == "ve"
    if hit.frame not in ("with", "gather") or (alone and not both) or first.case in _OTHER:
        return [first]
    reader = JoinedNames(view, words)
    group = [first]
    while (following := reader.joined(group[-1], view.size)) is not None:
        group.append(following)
    last = group[-1]
    bound = last.case in _OTHER or view.form(last.last + 1) in _NOT_SUBJECT
    topic = (view.is_comma(first.last + 1) or alone) and bound
    return [first] if topic or not can_act(last) else [*group]
