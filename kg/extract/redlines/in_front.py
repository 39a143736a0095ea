"""Find what would cross a red line in front of the words that call it one: "X would be a red line".

In:  a view, the token of those words, the words in which to look. Out: the trigger's tokens.
"""

from kg.extract.parts_played import is_possessive
from kg.extract.redlines.drawers import held_from
from kg.extract.redlines.scope import Within
from kg.extract.redlines.words import RedLineWords, Tokens
from kg.extract.view import View
from kg.lexicon.grammar import words_of

_BEEN = words_of("en", "been_drawn")
_THIS = words_of("tr", "this_line")


def in_front(view: View, words: RedLineWords, i: int, one: Within) -> Tokens | None:
    """What stands between the beginning of the words said and "would be a red line"."""
    owner = view.mention_to(i - 1)
    if owner is not None and is_possessive(view, i - 1):
        i = owner.first  # "is Serbia's red line"
    first, last = one.content_first, _before_judgement(view, one.content_first, i - 1)
    first = held_from(view, words, first, i)
    joined = False  # behind "would be", "crossing" is the trigger's own word
    while last >= first and is_link(view, words, last, crossing=not joined):
        joined = joined or bool(words.words["copula"].length_at(view.tokens, last))
        last = _past_party(view, words, last) - 1
    first = clause_first(view, first, last)
    return (first, last) if last - first >= 0 and has_word(view, first, last) else None


def _past_party(view: View, words: RedLineWords, last: int) -> int:
    """Return the first token of "Türkiye için"; `last` itself where it is no such word."""
    owner = view.mention_to(last - 1)
    led = view.lexicon.language == "tr" and words.words["of_whom"].length_at(view.tokens, last)
    near = last - view.form(last - 2).endswith(("nin", "nun", "nün", "ğin"))  # "-nin hükümet için"
    return (owner.first if owner is not None else near) if led else last


def _before_judgement(view: View, first: int, last: int) -> int:
    """Leave out ", considering that …" between the trigger and the words "red line"."""
    inserted = _before_inserted(view, first, last)
    if inserted is not None:
        return inserted
    for k in range(last, first, -1):
        cue = view.cue_at.get(k)
        if view.is_break(k - 1) and cue is not None and cue.form in ("participle", "gerund"):
            return k - 1
    return last


def _is_joint(view: View, k: int) -> bool:
    """True for the few words between an insertion and the line: "was Beijing's"."""
    return view.is_word(k) and k not in view.cue_at


def _before_inserted(view: View, first: int, last: int) -> int | None:
    """Leave out ", he stressed," in front of "was a red line"."""
    while last > first and not view.is_comma(last) and _is_joint(view, last):
        last -= 1
    k = last
    if not view.is_comma(k) or k - 1 not in view.cue_at:
        return None
    for m in range(k - 2, max(first, k - 6), -1):
        if view.is_comma(m):
            return m - 1
    return None


def is_link(view: View, words: RedLineWords, k: int, *, crossing: bool) -> bool:
    """True for what joins a trigger to the words "red line"; `crossing`: verbs of crossing too."""
    if not view.tokens[k].is_word:
        return True
    if words.words["copula"].length_at(view.tokens, k):
        return True
    return words.words["links"].length_at(view.tokens, k) > 0 or (
        crossing and words.words["crosses"].length_at(view.tokens, k) > 0
    )


def clause_first(view: View, first: int, last: int) -> int:
    """Leave out what stands before a comma followed by a new clause ("if …, then …")."""
    for k in range(last, first, -1):
        that = any(r.stem in view.words.that and not r.definite for r in view.readings(k))
        ends = view.tokens[k].text in ".!?" and view.is_word(k - 1) and k < last
        if view.tokens[k].text in ";؛:" or that or ends:
            return k + 1
    return first


def has_word(view: View, first: int, last: int) -> bool:
    """True where a word stands among these tokens."""
    return any(view.tokens[k].is_word for k in range(first, last + 1))


def past_drawn(view: View, words: RedLineWords, i: int) -> int:
    """Step over "had been drawn" of "a red line had been drawn at the wells"."""
    k = i
    while view.form(k) in _BEEN:
        k += 1
    drawn = k > i and words.words["draws"].length_at(view.tokens, k) if k < view.size else 0
    return k + drawn if drawn else i


def this_line(view: View, words: RedLineWords, line: int, one: Within) -> Tokens | None:
    """Return the "bu" of "Bu, bizim kırmızı çizgimizdir"."""
    i = line - 1
    while i >= one.content_first and not view.is_stop(i) and view.form(i) not in _THIS:
        if view.is_word(i) and not words.words["links"].length_at(view.tokens, i):
            return None
        i -= 1
    return (i, i) if i >= one.content_first and view.form(i) in _THIS else None
