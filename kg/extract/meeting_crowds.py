"""Find groups without names that were met: "وفدا من شيوخ القبائل", "سفراء الدول الراعية".

In:  a view, the meeting words, where to look. Out: mentions of the words.
Arabic only; English has a reader of noun phrases. Lexicon: `crowd` of meetings_ar.toml.
"""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.attribution import unlinked_mention
from kg.extract.meeting_words import MeetingWords
from kg.extract.mentions.arabic_parts import is_verb
from kg.extract.view import View
from kg.model.mention import Mention
from kg.model.span import Span

_LONGEST = 4
_OF = "من"


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
    found = _crowd(view, words, head)
    while found is not None:
        yield found
        k = found.last + 1
        fronts = {r.proclitics[:1] for r in view.readings(k)} if k < view.size else set()
        again = ("و",) in fronts and words.lists["crowd"].has_stem(view.tokens, k)
        found = _crowd(view, words, k) if again else None


def _is_led(view: View, k: int) -> bool:
    """True for a word with "and" or a preposition written on."""
    return any(
        r.proclitics and (r.definite or r.stem != view.form(k)) for r in view.readings(k)[1:]
    )


def _crowd(view: View, words: MeetingWords, head: int) -> Mention | None:
    """Return the mention of the words from `head` on that say who they are."""
    last, prepositions = head, view.lexicon.word_set("prepositions")
    for k in range(head + 1, min(view.size, head + 1 + _LONGEST)):
        of = k == head + 1 and view.form(k) == _OF
        if not view.is_word(k) or view.time_at[k] is not None:
            break
        if (view.form(k) in prepositions and not of) or view.mention_at[k] is not None:
            break
        if k in view.cue_at or is_verb(view.tokens[k]) or _is_led(view, k):
            break
        last = k
    if view.form(last) == _OF:
        return None
    found = unlinked_mention(view, head, last, number="plural")
    fronts = next((r.proclitics for r in view.readings(head) if r.stem in words.lists["crowd"]), ())
    if found is None:
        return None
    cut = len("".join(fronts))
    span = Span(found.span.start + cut, found.span.end)
    text = found.text[cut:]
    return replace(
        found, span=span, text=text, name=text, proclitics=fronts, kind="official", human=True
    )
