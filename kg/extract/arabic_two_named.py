"""Read two people whom Arabic names behind one office: "الرئيسان الفرنسي فلان والإيراني فلان".

In:  a view and the token at which the dual stands. Out: both of them and the last token.
"""

from kg.extract.view import View
from kg.model.mention import Mention

_AND = ("و",)


def two_named(view: View, j: int) -> tuple[Mention, Mention] | None:
    """Return the two people of one office in the dual that begins at token `j`."""
    if view.lexicon.language != "ar":
        return None
    office = view.mention_from(j)
    if office is None or office.number != "dual" or office.role is None or not office.side:
        return None
    first = view.mention_from(office.last + 1)
    if first is None or first.person is None:
        return None
    second = behind_adjective(view, first.last + 1)
    return (first, second) if second is not None else None


def behind_adjective(view: View, i: int) -> Mention | None:
    """Return Y of "والإيراني Y" at token `i`: who stands behind the adjective alone."""
    adjective = view.mention_from(i)
    if adjective is None or adjective.category != "adjective" or adjective.proclitics != _AND:
        return None
    named = view.mention_from(adjective.last + 1)
    return named if named is not None and named.person is not None else None
