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
    if (verb := _other_comes(view, first, i)) is not None:
        return list(crowds_within(view, words, verb + 1, verb + 1)[:1])
    if (body := _body_coming(view, first, i)) is not None:
        return [body]
    crowds = crowds_within(view, words, first, min(i - 1, first + 2)) if host is not None else []
    if crowds:
        return list(crowds[:1])
    if (onward := _goes_onward(view, first, i)) is not None:
        return [onward]
    if people:
        return [people[-1]]
    comes = any(moves(view, k) for k in range(first, i))
    return [host.speaker] if host is not None and host.speaker is not None and comes else []


def unnamed_who_come(view: View, words: MeetingWords, i: int) -> list[Party] | None:
    """Return the group of "وصل A، وتوجه وفد إلى روما للقاء B", none for others; else None."""
    verb = _other_comes(view, 0, i)
    return None if verb is None else list(crowds_within(view, words, verb + 1, verb + 1)[:1])


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


def _body_coming(view: View, first: int, i: int) -> Mention | None:
    """Return the delegation right behind a verb of coming: "وتوجه وفد أمريكي إلى مسقط"."""
    verb = _mover(view, first, i)
    behind = view.mention_from(verb + 1) if verb is not None else None
    if behind is None or behind.human or behind.proclitics or behind.category != "actor":
        return None
    return behind


def _other_comes(view: View, first: int, i: int) -> int | None:
    """Return the verb of a clause behind a comma whose own subject has no name: "، وتوجه وفد"."""
    verb = _mover(view, first, i)
    if verb is None or not any(view.is_comma(k) for k in range(first, verb)):
        return None
    if not any(r.proclitics[:1] == ("و",) for r in view.readings(verb)):
        return None
    after = view.form(verb + 1)
    free = not view.is_word(verb + 1) or view.time_at[verb + 1] is not None
    free = free or view.mention_at[verb + 1] is not None or after in view.words.adverbs
    free = free or after in view.lexicon.word_set("prepositions") or after.endswith("ا")
    led = any(r.proclitics[:1] in (("ب",), ("ل",)) for r in view.readings(verb + 1))
    return None if free or led else verb


def _mover(view: View, first: int, i: int) -> int | None:
    """Return the verb of coming nearest to token `i`."""
    near = range(i - 1, max(first - 1, i - _MOVED_WITHIN), -1)
    return next((k for k in near if moves(view, k)), None)


def _own_subject(view: View, verb: int, i: int) -> Sequence[Mention]:
    """Return who stands behind the verb of coming, or right in front of it."""
    own = [m for m in people_within(view, verb + 1, verb + 2) if not m.proclitics]
    behind = own or [m for m in people_within(view, verb + 1, i) if is_free(view, m)]
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
