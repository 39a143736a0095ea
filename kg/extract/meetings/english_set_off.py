"""Read who belongs to a group whose members are set off behind it: "the E3 - A, B and C - met".

In:  a view, a list of parties and where it ends. Out: whether a group stands in front of it.
"""

from collections.abc import Sequence

from kg.extract.parts_played import is_possessive
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party
from kg.model.mention import Mention

_SETS = words_of("en", "sets_of_parties")
_PAIRS = {"-": "-", "–": "–", "—": "—", "--": "--", ")": "(", ",": ",:"}


def closes_list(view: View, k: int) -> bool:
    """True at a dash, bracket or comma behind which a verb may go on: "(Togo and Chad) met"."""
    return 0 < k < view.size and view.tokens[k].text in _PAIRS


def are_members(view: View, parties: Sequence[Party], closing: int) -> bool:
    """True for the members that end in front of `closing` and stand behind their group."""
    members = [p for p in parties if isinstance(p, Mention)]
    if len(members) < 2 or len(members) < len(parties):
        return False
    if len(members) > 2 and all(m.person for m in members):
        return True  # "The ministers of P, Q and R, A, B and C, met"
    first = _begins(view, members[0])
    opening = view.tokens[first - 1].text if first > 1 else ""
    if not opening or opening not in _PAIRS[view.tokens[closing].text]:
        return False
    if view.form(first - 2) in _SETS:
        return True
    group = view.mention_to(first - 2)
    if opening == "," or group is None or group.person or group.kind == "state":
        return False
    return group.number == "plural" or group.kind in ("organization", None)


def _begins(view: View, member: Mention) -> int:
    """Return where a member's words begin: "France's Catherine Colonna", "the Chadian envoy"."""
    owner = view.mention_to(member.first - 1)
    first = owner.first if owner and is_possessive(view, member.first - 1) else member.first
    return first - (view.form(first - 1) == "the")
