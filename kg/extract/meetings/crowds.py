"""Find groups without names that were met: "وفدا من شيوخ القبائل", "سفراء الدول الراعية".

In:  a view, the meeting words, where to look. Out: mentions of the words.
Arabic only; English has a reader of noun phrases. Lexicon: `crowd` of meetings_ar.toml.
"""

from collections.abc import Iterator

from kg.extract.groups import group_at
from kg.extract.meetings.arabic_members import behind_delegation, delegation_at
from kg.extract.meetings.words import MeetingWords
from kg.extract.phrases import PhraseSet
from kg.extract.view import View
from kg.model.mention import Mention


def crowds_within(
    view: View, words: MeetingWords, first: int, last: int, *, folk: bool = False
) -> list[Mention]:
    """Return the first group of people named by its sort between two tokens of one clause.

    Another one that "and" joins to it comes with it: "ضباط المنطقة ووجهاء المدينة". `folk` = also
    people in no office, whom only persons meet.
    """
    heads = words.lists["crowd"]
    if folk and not _has_office(view, words, first, last):
        heads = words.lists["folk"]
    if words.language != "ar" or not view.may_hold(heads):
        return []
    k = first
    while k <= min(last, view.size - 1):
        if view.is_stop(k) or view.quotation_at[k] is not None or view.is_that(k):
            return []
        if words.lists["closing"].length_at(view.tokens, k):
            return []
        if k in view.aside_from:
            k = view.aside_from[k] + 1
            continue
        if (delegation := delegation_at(view, k)) is not None and _is_alone(view, k):
            return [delegation]
        stands = view.mention_at[k] is None and heads.has_stem(view.tokens, k)
        if stands and not (heads is words.lists["folk"] and _is_genitive(view, k, first)):
            return list(_joined(view, heads, k))
        k += 1
    return []


def _is_alone(view: View, k: int) -> bool:
    """True for "the delegation" that no words behind it describe: الوفد, الوفد الضيف."""
    behind = behind_delegation(view, k)
    return behind >= view.size or not any(r.definite for r in view.readings(behind))


def group_with(view: View, words: MeetingWords, j: int) -> Mention | None:
    """Return the people without a name right behind "with" or "between" at token `j`."""
    if j >= view.size or view.mention_at[j] is not None:
        return None
    crowd, letter = words.lists["crowd"], words.with_letter
    readings = view.readings(j) if view.form(j).startswith(letter) else ()
    if any(r.proclitics == (letter,) and r.stem in crowd for r in readings):
        return group_at(view, crowd, j)
    led = words.lists["with"].length_at(view.tokens, j - 1)
    if not (led or words.lists["between"].length_at(view.tokens, j - 1)):
        return None
    return group_at(view, crowd, j) or group_at(view, words.lists["folk"], j)


def _is_genitive(view: View, k: int, first: int) -> bool:
    """True for the victims of "دار الضحايا": behind a noun of its own that is nobody."""
    before = k - 1
    if before < first or not view.is_word(before) or view.mention_at[before] is not None:
        return False
    free = view.form(before) in view.lexicon.word_set("prepositions")
    return not free and view.time_at[before] is None


def _has_office(view: View, words: MeetingWords, first: int, last: int) -> bool:
    near = range(first, min(last, view.size - 1) + 1)
    return any(words.lists["crowd"].has_stem(view.tokens, k) for k in near)


def _joined(view: View, heads: PhraseSet, head: int) -> Iterator[Mention]:
    found = group_at(view, heads, head)
    while found is not None:
        yield found
        k = found.last + 1
        fronts = {r.proclitics[:1] for r in view.readings(k)} if k < view.size else set()
        again = ("و",) in fronts and heads.has_stem(view.tokens, k)
        found = group_at(view, heads, k) if again else None
