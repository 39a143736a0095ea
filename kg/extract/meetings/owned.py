"""Tell in English whether whoever is read as a party only owns what the verb tells of.

In:  a view and the parties of a verb of meeting. Out: True where one of them met nobody.
    welcomed leaders' support; the president's reform met with anger; received the envoy's letter
"""

from collections.abc import Sequence

from kg.extract.parts_played import is_possessive
from kg.extract.view import View
from kg.model.draft import Party
from kg.model.mention import Mention

_SIGNS = ("'", "’")
_OWNERS = ("'s", "’s", "s'", "s’")


def is_owner_met(view: View, parties: Sequence[Party]) -> bool:
    """True where a party owns what stands behind it, or is a thing that somebody owns."""
    return any(_is_owner(view, p) or _is_thing(view, p) for p in parties if isinstance(p, Mention))


def _is_owner(view: View, party: Mention) -> bool:
    last = party.last
    signed = is_possessive(view, last) or (
        last + 1 < view.size
        and view.tokens[last + 1].text in _SIGNS
        and view.tokens[last].end == view.tokens[last + 1].start
        and view.quotation_at[last] is None
    )
    return signed and view.is_word(last + 1 + (not is_possessive(view, last)))


def _is_thing(view: View, party: Mention) -> bool:
    """True for "the president's reform", "the party's plan": of no list, and owned."""
    known = party.gazetteer_id or party.person or party.role or party.kind
    inside = range(party.first, party.last)
    return not known and any(view.tokens[i].text.endswith(_OWNERS) for i in inside)
