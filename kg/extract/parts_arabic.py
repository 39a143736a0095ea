"""Tell where an Arabic sentence speaks of a country or capital as a place.

In:  a view and a mention that may be either. Out: yes or no.
In front of a place stand "in" and its like; "on" only behind an attack, "from" and "to" only with
a movement, or where the sentence tells from where somebody speaks ("من نيويورك،").
The words are in cues_ar.toml.
"""

from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention

_ON, _FROM, _BETWEEN = "علي", "من", "بين"
_EACH = words_of("ar", "each_of")
_ONWARD = words_of("ar", "onward")
_NEAR, _FAR = 4, 10


def stands_in_arabic(view: View, mention: Mention) -> bool:
    """Return whether the words around the mention make it a place."""
    before = _head_before(view, mention.first - 1)
    form = view.form(before)
    if form == _ON:
        return _has_before(view, before, _NEAR, "struck")
    if form == _BETWEEN:
        return _has_before(view, before, _NEAR, "borders")
    if form == _FROM:
        return _is_from_there(view, mention, before)
    if any(r.stem in view.lexicon.word_set("toward") for r in view.readings(before)):
        return _has_before(view, before, _FAR, "motion")
    places = view.lexicon.word_set("place_prepositions")
    return form in places or any(r.stem in places for r in view.readings(before))


def _head_before(view: View, i: int) -> int:
    """Step left over an adjective ("العاصمة السودانية") and over "each of"."""
    mention = view.mention_at[i] if i >= 0 else None
    while mention is not None and mention.category == "adjective":
        i = mention.first - 1
        mention = view.mention_at[i] if i >= 0 else None
    if view.form(i) == _FROM and any(r.stem in _EACH for r in view.readings(i - 1)):
        i -= 2
    return i


def _is_from_there(view: View, mention: Mention, before: int) -> bool:
    """True for "from A to B", for "…, from Paris, …" and with a movement."""
    after = mention.last + 1
    if view.form(after) in _ONWARD:
        return True
    set_off = before == 0 or view.is_break(before - 1)
    if set_off and view.is_break(after) and view.is_comma(after):
        return True
    return _has_before(view, before, _FAR, "motion")


def _has_before(view: View, i: int, reach: int, words: str) -> bool:
    """True when one of these words stands in front of token `i`, not farther than that."""
    wanted = view.lexicon.word_set(words)
    for k in range(i - 1, max(-1, i - 1 - reach), -1):
        if view.is_break(k):
            return False
        if any(r.stem in wanted for r in view.readings(k)):
            return True
    return False
