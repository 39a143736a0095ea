"""Find groups without names that were met: "وفدا من شيوخ القبائل", "سفراء الدول الراعية".

In:  a view, the meeting words, where to look. Out: mentions of the words.
Arabic only; English has a reader of noun phrases. Lexicon: `crowd` of meetings_ar.toml.
"""

from collections.abc import Iterator

from kg.extract.groups import group_at
from kg.extract.meetings.words import MeetingWords
from kg.extract.view import View
from kg.model.mention import Mention


def crowds_within(view: View, words: MeetingWords, first: int, last: int) -> list[Mention]:
    """Return the first group of people named by its sort between two tokens of one clause.

    Another one that "and" joins to it comes with it: "ضباط المنطقة ووجهاء المدينة".
    """
    heads = words.lists["crowd"]
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
        if view.mention_at[k] is None and heads.has_stem(view.tokens, k):
            return list(_joined(view, words, k))
        k += 1
    return []


def _joined(view: View, words: MeetingWords, head: int) -> Iterator[Mention]:
    found = group_at(view, words.lists["crowd"], head)
    while found is not None:
        yield found
        k = found.last + 1
        fronts = {r.proclitics[:1] for r in view.readings(k)} if k < view.size else set()
        again = ("و",) in fronts and words.lists["crowd"].has_stem(view.tokens, k)
        found = group_at(view, words.lists["crowd"], k) if again else None
