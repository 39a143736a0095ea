"""Cut a trigger of several red lines into its members: "A, B and C"; find one inside a refusal.

In:  the tokens of a trigger, how many lines it is of, or of a phrase. Out: the tokens of each.
"""

from collections.abc import Iterator

from kg.extract.redlines.words import RedLineWords, Tokens
from kg.extract.view import View

_MOST_PARTS = 6


def split_triggers(view: View, trigger: Tokens, count: int) -> list[Tokens]:
    """Return the members of "A, B and C", `count` of them where it is more than one."""
    finer, coarser = list(split(view, trigger, joined=True)), list(split(view, trigger))
    fitting = [parts for parts in (finer, coarser) if len(parts) == count > 1]
    if fitting:
        return fitting[0]
    if count == 1 and 1 < len(finer) <= _MOST_PARTS:
        return finer
    return coarser if count > 1 and len(coarser) > 1 else [trigger]


def split(view: View, trigger: Tokens, *, joined: bool = False) -> Iterator[Tokens]:
    """Yield the members between the commas; `joined`: those joined by "and" apart too."""
    first = trigger[0]
    for i in range(trigger[0], trigger[1] + 1):
        fused = i > first and _begins_with_and(view, i) and _may_fuse(view, trigger[0], i)
        alone = view.form(i) in ("and", "ve", "ile")
        if not (view.is_comma(i) or (joined and (fused or alone))):
            continue
        if first < i and any(view.is_word(k) for k in range(first, i)):
            yield first, i - 1
        first = i if fused else i + 1
    if first <= trigger[1]:
        yield first, trigger[1]


def _begins_with_and(view: View, i: int) -> bool:
    return any(r.proclitics[:1] in (("و",), ("ו",)) for r in view.readings(i))


def _may_fuse(view: View, first: int, i: int) -> bool:
    """False where a word beginning with the letter stands right behind a comma or the beginning."""
    return i > first and not view.is_comma(i - 1)


def inside(view: View, words: RedLineWords, place: Tokens) -> Tokens | None:
    """Return "observers" of "without observers we will not sign": up to the negation."""
    for k in range(place[0] + 2, place[1] + 1):
        if words.words["negation"].length_at(view.tokens, k):
            last = k - 1 - (not view.is_word(k - 1))
            return (place[0] + 1, last) if last > place[0] else None
    return None
