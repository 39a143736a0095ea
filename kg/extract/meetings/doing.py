"""Read whether what an English -ing form tells was done: "avoided meeting X", "before meeting X".

In:  the -ing form of a verb of meeting, and how the meeting was told so far.
Out: the telling put right in place, or False where the words tell no one meeting.
What stands in front of the form and the verb of the clause around it decide. Where neither does,
nothing is told: "worked on meeting X", "smiles when meeting X".
"""

from kg.extract.meetings.telling import Telling
from kg.extract.meetings.words import VerbHit
from kg.extract.view import View
from kg.lexicon.grammar import words_of

_AVOIDED = words_of("en", "avoided_doing")
_AVOIDED_OF = words_of("en", "avoided_of_doing")
_KEPT = words_of("en", "kept_from_doing")
_AWAY = words_of("en", "back_from_doing")
_WEIGHED = words_of("en", "weighed_doing")
_WILL = words_of("en", "will") - {"to"}
_MAY = words_of("en", "may_or_must")
_NOT = words_of("en", "negations")
_ADJECTIVES = 4  # tokens of "a long private (meeting)"
_HELPING = 3  # tokens of "did not even"
_FRONTED_WITHIN = 5  # tokens of "a few hours after meeting"
_MAIN = 12  # tokens of the clause around it that are looked at
_KEPT_WITHIN = 6  # "banned the foreign minister from meeting"


def read_doing(view: View, hit: VerbHit, telling: Telling, *, dated: bool) -> bool:
    """Put `telling` right; return False where nothing can be told. `dated`: a day is told."""
    if hit.inflection.form != "gerund":
        return True
    k = _in_front(view, hit.first)
    front = view.form(k)
    main = _main(view, hit, k)
    may = any(view.form(i) in _MAY for i in main)
    will = any(view.form(i) in _WILL for i in main)
    if _is_avoided(view, k):
        telling.commitment = "denies"
        unsure = may or will or view.form(k - 1) == "to"
        unsure = unsure or _is_anothers(view, k)
        return not (unsure or any(view.form(i) in _NOT for i in main))
    if telling.commitment != "asserts":
        return True
    if front in _WEIGHED or (front in ("of", "about") and view.form(k - 1) in _WEIGHED):
        telling.status, telling.commitment, telling.tense = "proposed", "anticipates", "future"
    elif front in ("before", "by") and (may or will):
        telling.status, telling.commitment, telling.tense = "planned", "anticipates", "future"
        return will or front == "before"
    elif front == "when":
        return not (may or will) and (dated or _is_past(view, main))
    elif front == "on":
        return k == 0
    elif front == "from":
        return any(view.form(i) in _AWAY for i in range(max(0, k - 3), k))
    return True


def read_avoided(view: View, telling: Telling) -> bool:
    """Deny talks that a noun tells and somebody avoided; False where he only means to, or did not.

    "War was avoided at talks" avoids no talks: words alone stand between, no preposition.
    """
    k, prepositions = telling.cue - 1, view.lexicon.word_set("prepositions")
    while k > telling.cue - _ADJECTIVES and view.is_word(k) and view.form(k) not in prepositions:
        if view.form(k) in _AVOIDED:
            break
        k -= 1
    kept = view.form(k) == "from" and view.form(k - 1) in _KEPT
    instead = view.form(k) in ("of", "than") and view.form(k - 1) in _AVOIDED_OF
    if not (view.form(k) in _AVOIDED or kept or instead):
        return True
    telling.commitment = "denies"
    unsure = _NOT | _MAY | _WILL | {"to"}
    return not any(view.form(i) in unsure for i in range(max(0, k - _HELPING), k))


def _in_front(view: View, first: int) -> int:
    """Return the token in front of the form, past "personally", "even"."""
    k = first - 1
    while k > 0 and (view.form(k) in view.words.adverbs or view.form(k).endswith("ly")):
        k -= 1
    return k


def _main(view: View, hit: VerbHit, k: int) -> range:
    """Return the tokens of the clause that goes on around the form."""
    fronted = not any(view.mention_at[i] is not None for i in range(k))
    if fronted and hit.first <= _FRONTED_WITHIN:
        ends = (i for i in range(hit.last + 1, view.size) if view.is_comma(i))
        comma = next(ends, view.size)
        return range(comma + 1, min(view.size, comma + 1 + _MAIN))
    start = k
    while start > 0 and k - start < _MAIN and view.is_word(start - 1):
        start -= 1
    return range(start, max(k, 0))


def _is_avoided(view: View, k: int) -> bool:
    front, before = view.form(k), view.form(k - 1)
    if front in _AVOIDED or (front in ("of", "than") and before in _AVOIDED_OF):
        return True
    if front != "from":
        return False
    near = range(max(0, k - _KEPT_WITHIN), k)
    return any(view.form(i) in _KEPT for i in near)


def _is_anothers(view: View, k: int) -> bool:
    """True for "banned X from meeting Y": who stands as the subject met nobody either way."""
    near = (i for i in range(max(0, k - _KEPT_WITHIN), k) if view.form(i) in _KEPT)
    return view.form(k) == "from" and any(view.mention_at[m] for i in near for m in range(i, k))


def _is_past(view: View, main: range) -> bool:
    return any(i in view.cue_at or view.form(i).endswith("ed") for i in main)
