"""Read two people whom Arabic names behind one office: "الرئيسان الفرنسي فلان والإيراني فلان".

In:  a view and the token at which the dual stands. Out: both of them and the last token.
"""

from kg.extract.view import View
from kg.model.mention import Mention

_AND = ("و",)
_DUAL = ("ان", "ين", "ا", "ي")


def two_named(view: View, j: int) -> tuple[Mention, Mention] | None:
    """Return the two people of one office in the dual that begins at token `j`."""
    if view.lexicon.language != "ar":
        return None
    office = view.mention_from(j)
    if office is not None and (other := _beside(view, office)) is not None:
        return office, other
    if office is None or office.number != "dual" or office.role is None or not office.side:
        return None
    first = view.mention_from(office.last + 1)
    if first is None or first.person is None:
        return None
    second = behind_adjective(view, first.last + 1)
    return (first, second) if second is not None else None


def _beside(view: View, holder: Mention) -> Mention | None:
    """Return Y of "الرئيسان الفرنسي X، والإيراني Y" where X has taken in the office of both."""
    dual = view.form(holder.first).endswith(_DUAL) and holder.person is not None
    if not dual or holder.role is None:
        return None
    i = holder.last + 1
    other = view.mention_from(i + view.is_comma(i))
    if other is None or other.person is None or other.proclitics != _AND:
        return None
    return other if other.role == holder.role and other.side is not None else None


def behind_adjective(view: View, i: int) -> Mention | None:
    """Return Y of "والإيراني Y" at token `i`: who stands behind the adjective alone."""
    adjective = view.mention_from(i)
    if adjective is None or adjective.category != "adjective" or adjective.proclitics != _AND:
        return None
    named = view.mention_from(adjective.last + 1)
    return named if named is not None and named.person is not None else None
