"""Tell a guest who is welcomed from what somebody welcomes: only the latter is a statement.

In:  a view, the token behind "welcomed". Out: yes or no.
    "welcomed her Chinese counterpart Wang Yi to Nairobi"   a guest
    "welcomed Wang Yi's pledge"                             a statement
"""

from kg.extract.parts_played import is_possessive
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention

_WHERE = frozenset({"in", "at", "to", "on"})
_BEFORE_A_GUEST = words_of("en", "before_a_guest")
_REACH = 4  # tokens of "her visiting Chinese counterpart"


def is_guest_behind(view: View, i: int) -> bool:
    """True for "the Chinese envoy Wang Yi", "her Chinese counterpart": he is met."""
    if view.form(i) in ("him", "them") or (view.form(i) == "her" and view.form(i + 1) in _WHERE):
        return True
    counterparts = view.lexicon.word_set("counterpart")
    for k in range(i, min(view.size, i + _REACH)):
        named = view.mention_from(k)
        if named is not None and named.category != "adjective":
            return _is_somebody(named) and not is_possessive(view, named.last)
        if view.form(k) in counterparts:
            return not is_possessive(view, k)
        if not view.is_word(k):
            return False
        if named is None and view.form(k) not in _BEFORE_A_GUEST:
            return False
    return False


def _is_somebody(named: Mention) -> bool:
    """True for one person, by name or by office."""
    return named.person is not None or (named.role is not None and named.number != "plural")
