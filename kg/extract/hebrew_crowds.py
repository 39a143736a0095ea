"""Read a group that a Hebrew sentence tells by its sort: "נציגי החברה האזרחית".

In:  a view and the token where one may begin. Out: an unlinked mention, or None.
It ends where a preposition, a time, a verb or another clause begins.
"""

from dataclasses import replace

from kg.extract.attribution import unlinked_mention
from kg.extract.mentions.hebrew_parts import is_verb
from kg.extract.phrases import PhraseSet
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention
from kg.model.span import Span

_CROWD = 3
_SHORT = 4
_NUMBERS = words_of("he", "how_many")
_PEOPLE = words_of("he", "people")
_CREATURES = words_of("he", "creatures")
_SEVERAL = ("ים", "ות")
_OWN = ("יו", "יה", "יהם", "יהן")
_ENDS = words_of("he", "ends_a_group")
_JOINTS = frozenset({"של", "ומתן"})
_NOTHING = PhraseSet(())


def crowd_from(
    view: View,
    j: int,
    limit: int,
    topic: PhraseSet = _NOTHING,
    letter: str = "ו",
    *,
    led: bool = True,
) -> Mention | None:
    """Return the group that begins at token `j`: "ראשי הכנסיות", `letter` written on or not.

    `led` = a word in front says that somebody stands here, so that a number may tell how many.
    """
    form = view.form(j)
    heads = view.lexicon.word_set("crowds")
    theirs = letter != "ו" and not form.endswith(_OWN[-1]) and _is_own(form[1:], heads)
    joined = form.startswith(letter) and (form[1:] in heads | _NUMBERS or theirs)
    word = form[1:] if joined else form
    own = _is_own(word, heads)
    if not (own or word in heads | _NUMBERS) or view.mention_at[j] is not None:
        return None
    if is_of_creatures(view, j):
        return None
    last = j
    if word in _NUMBERS:
        counted = view.form(j + 1)
        people = counted.startswith("ה") or counted in heads | _PEOPLE  # "the three states"
        if not led or not counted.endswith(_SEVERAL) or not people:
            return None
        if view.mention_at[j + 1] is not None:
            return None
        last = j + 1  # "עשרות כפריים"
    while last < limit and last - j < _CROWD and _is_of_crowd(view, last + 1, topic):
        inside = view.mention_from(last + 1)  # "נציגי תושבי דרום תל אביב": the whole name
        last = min(limit, inside.last) if inside is not None else last + 1
    bare = last == j and form.endswith("י")  # "the people of …": whose, is cut off
    found = unlinked_mention(view, j, last, number="plural") if not bare else None
    if found is None or not joined:
        return found
    span = Span(found.span.start + 1, found.span.end)
    return replace(found, span=span, text=found.text[1:], name=found.name[1:])


def _is_own(word: str, heads: frozenset[str]) -> bool:
    """True for "יועציו", "שריה", "מפקדיהם": a group that belongs to somebody told of."""
    return any(word.endswith(e) and word.removesuffix(e) + "י" in heads for e in _OWN)


def counts_things(view: View, j: int) -> bool:
    """True for a number in front of what no list knows to be people: "some new ideas"."""
    people = view.lexicon.word_set("crowds") | _PEOPLE
    counted = view.form(j + 1)
    return view.form(j) in _NUMBERS and counted not in people and not counted.startswith("ה")


def is_of_creatures(view: View, j: int) -> bool:
    """True at "animals": owners of life, as Hebrew says it; a number may stand in front."""
    k = j + (view.form(j) in _NUMBERS)
    return view.form(k + 1) in _CREATURES


def _is_of_crowd(view: View, k: int, topic: PhraseSet) -> bool:
    inside = view.mention_at[k]
    if view.form(k) in _JOINTS:
        return view.is_word(k + 1)  # "של", "אנשי המשא ומתן"
    if not view.is_word(k) or view.time_at[k] is not None or view.is_that(k):
        return False
    if inside is not None:
        return not inside.proclitics
    form = view.form(k)
    if form in _ENDS:
        return False  # "the protesters if the government …"
    stems = {r.stem for r in view.readings(k)}
    prepositions = view.lexicon.word_set("prepositions")
    ends = is_verb(view.tokens[k]) or stems & prepositions or topic.length_at(view.tokens, k)
    return not ends and (form.startswith("ה") or len(form) < _SHORT or form[0] not in "בלוכש")
