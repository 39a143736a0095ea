"""Find who comes somewhere for an Arabic meeting: "انتقل A إلى روما للقاء B".

In:  a view and the token of the purpose, "للقاء". Out: whoever comes; a pointer where the verb of
coming leaves its subject out and the sentence names nobody who could be it.
"""

from collections.abc import Sequence

from kg.extract.meetings.arabic_before import VISITED, is_free, moves, people_within
from kg.extract.meetings.crowds import crowds_within
from kg.extract.meetings.words import MeetingWords
from kg.extract.told import Told
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_MOVED_WITHIN = 16
_ONWARD = words_of("ar", "goes_on_to_come")


def comes_for_it(view: View, words: MeetingWords, host: Told | None, i: int) -> list[Party]:
    """Return who is to meet by "للقاء" at token `i`: a person in the clause, or a group."""
    first = host.content_first if host is not None else 0
    people = [m for m in people_within(view, first, i) if is_free(view, m)]
    people = [m for m in people if view.form(m.first - 1) not in VISITED]  # "زيارة لومي للقاء"
    crowds = crowds_within(view, words, first, min(i - 1, first + 2)) if host is not None else []
    if crowds:
        return list(crowds[:1])
    if (onward := _goes_onward(view, first, i)) is not None:
        return [onward]
    if people:
        return [people[-1]]
    comes = any(moves(view, k) for k in range(first, i))
    return [host.speaker] if host is not None and host.speaker is not None and comes else []


def who_comes(view: View, i: int) -> list[Party]:
    """Return who goes somewhere for what stands at token `i`: "انتقل A إلى روما للقاء B".

    Whoever stands behind a preposition in front, "فبعد اجتماعه بـC، انتقل …", does not.
    """
    verb = _mover(view, 0, i)
    if verb is None:
        return []
    if own := _own_subject(view, verb, i):
        return [*own[:1]]
    if (onward := _goes_onward(view, 0, i)) is not None:
        return [onward]
    if not (any(view.is_comma(k) for k in range(verb)) or _is_left_out(view, verb)):
        return []
    return [Pointer(kind="elided", place=view.tokens[verb].start, number="singular")]


def _mover(view: View, first: int, i: int) -> int | None:
    """Return the verb of coming nearest to token `i`."""
    near = range(i - 1, max(first - 1, i - _MOVED_WITHIN), -1)
    return next((k for k in near if moves(view, k)), None)


def _own_subject(view: View, verb: int, i: int) -> Sequence[Mention]:
    """Return who stands behind the verb of coming, or right in front of it."""
    behind = [m for m in people_within(view, verb + 1, i) if is_free(view, m)]
    ahead = (m for m in people_within(view, 0, verb) if m.last == verb - 1)
    return behind or [m for m in ahead if is_free(view, m)]


def _goes_onward(view: View, first: int, i: int) -> Mention | None:
    """Return A of "يصل A إلى روما …، قبل أن يتوجه إلى باريس للقاء C": who came first goes on."""
    verb = _mover(view, first, i)
    if verb is None or _own_subject(view, verb, i):
        return None
    goes_on = view.form(verb - 1) in _ONWARD or view.form(verb - 2) in _ONWARD
    if not (goes_on or (verb > 0 and any(r.proclitics == ("و",) for r in view.readings(verb)))):
        return None
    ahead = (m for m in people_within(view, first, verb) if is_free(view, m))
    return next((m for m in ahead if (m.person or m.role) and m.number != "plural"), None)


def _is_left_out(view: View, verb: int) -> bool:
    """True for "وسيتوجه بعد ذلك إلى روما": no subject stands behind the sentence's first verb."""
    after = view.form(verb + 1)
    free = after in view.lexicon.word_set("prepositions") or view.time_at[verb + 1] is not None
    return verb == 0 and free
