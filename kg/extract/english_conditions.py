"""Find conditions that no list of words finds in an English sentence.

In:  a view and the tokens of what is said. Out: whether a condition begins at a token.
"Until", "before" and "while" set one where something is refused, and "until" where something is to
last: "no talks before they leave", "would stay closed until they pay". A day behind them sets none,
nor does what is over: "nobody was hurt while they were clearing the square".
"""

from kg.extract.view import View
from kg.lexicon.grammar import words_of

_OPENERS = words_of("en", "not_until")
_REFUSALS = words_of("en", "refusing_until")
_LASTING = words_of("en", "staying_until")
_BOUND = words_of("en", "bound_until")
_PAST = frozenset({"was", "were", "had", "did"})
_UNTIL = frozenset({"until", "till"})
_SUBJECTS = frozenset({"it", "they", "he", "she", "we", "these", "this", "any", "that"})
_AHEAD = frozenset({"will", "would", "shall", "'ll"})
_ASKED = words_of("en", "asked_in_return")
_ASKED_WITHIN = 5
_REFUSED_WITHIN = 12
_CLAUSE = 12


def begins_english_condition(view: View, first: int, i: int) -> bool:
    """Return whether a condition begins at `i` inside the words that begin at `first`."""
    if view.form(i) == "should":
        return _is_inverted(view, i)
    if view.form(i) == "without":
        return _is_without(view, first, i)
    if view.form(i) == "once":
        return _is_clause(view, i) and any(view.form(k) in _AHEAD for k in range(first, i))
    if (
        view.form(i + 1) == "further"
        or view.form(i) not in _OPENERS
        or view.time_at_or_none(i + 1) is not None
    ):
        return False
    if view.time_at_or_none(i + 2) is not None or not _is_clause(view, i):
        return False
    ahead = range(first, i)
    if not _is_to_come(view, ahead, i):
        return False
    if any(view.form(k) in _REFUSALS or view.form(k).endswith("n't") for k in ahead):
        return True
    return view.form(i) in _UNTIL and any(view.form(k) in _LASTING for k in ahead)


def _is_without(view: View, first: int, i: int) -> bool:
    """True for "will not close the file without an apology": what is asked for in return."""
    near = range(max(first, i - _REFUSED_WITHIN), i)
    ahead = any(view.form(k) in _AHEAD or view.form(k) in ("can", "could", "cannot") for k in near)
    refused = any(view.form(k) in _REFUSALS or view.form(k).endswith("n't") for k in near)
    asked = any(view.form(k) in _ASKED for k in range(i + 2, i + _ASKED_WITHIN))
    led = view.form(i + 1) in view.lexicon.word_set("determiners")  # not "live without the sea"
    return ahead and refused and led and asked


def _is_to_come(view: View, ahead: range, i: int) -> bool:
    """True with "will not" or "refuses" in front; else where neither part is told as past.

    "While" needs the one, or no verb in front: "no talks while they shell us".
    """
    bound = _BOUND | view.lexicon.word_set("modal") - {"to"}
    if any(view.form(k) in bound for k in ahead):
        return True
    finite = view.lexicon.word_set("be") | view.lexicon.word_set("have")
    if view.form(i) == "while" and any(view.form(k) in finite | {"never"} for k in ahead):
        return False
    behind = range(i + 1, min(view.size, i + _CLAUSE))
    past = any(view.form(k) in _PAST for k in (*ahead, *behind))
    return not past and not any(
        view.form(k).endswith("ed") and _follows_name(view, k) for k in behind
    )


def _is_inverted(view: View, i: int) -> bool:
    """True for "should Mexico persist", "should a base be set up": the subject stands behind."""
    after = view.form(i + 1)
    subject = after in view.lexicon.word_set("determiners") or after in _SUBJECTS
    named = view.mention_from(i + 1)
    ahead = view.mention_to(i - 1) is None and view.form(i - 1) not in _SUBJECTS
    return ahead and (subject or (named is not None and named.category != "adjective"))


def _is_clause(view: View, i: int) -> bool:
    """True where a finite verb, or a participle of doing, follows close by."""
    finite = view.lexicon.word_set("be") | view.lexicon.word_set("have")
    finite = finite | view.lexicon.word_set("modal") - {"to"}
    for k in range(i + 1, min(view.size, i + _CLAUSE)):
        if not view.is_word(k):
            return False
        form = view.form(k)
        if form in finite or (k > i + 1 and form.endswith(("ed", "s")) and _follows_name(view, k)):
            return True
    return False


def _follows_name(view: View, k: int) -> bool:
    """True for the verb of "until Belgrade recognised", "before they leave"."""
    before = view.form(k - 1)
    named = view.mention_to(k - 1) is not None
    return (named or before in ("they", "it", "he", "she", "we")) and view.mention_at[k] is None
