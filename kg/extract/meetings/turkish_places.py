"""Read the place of a Turkish meeting where a common noun tells it: "Luzern kentinde".

In:  a view and a name in front of such a noun. Out: the noun's token and its case.
    "Vayku köyünde", "Dadaab mülteci kampında", "Salzburg yakınlarında", "Busia sınır kapısında"
Source: the nouns are in meetings_tr.toml, without their endings.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from kg.extract.attribution import unlinked_mention
from kg.extract.view import View
from kg.lexicon.loader import read_toml
from kg.lexicon.normalise import fold
from kg.lexicon.turkish import decline
from kg.model.mention import Case, Mention

_PLAIN_BETWEEN = 2  # words: "mülteci" in "Dadaab mülteci kampında"
_PLACED: frozenset[Case] = frozenset({"locative", "attributive", "dative", "ablative"})


def site_behind(view: View, mention: Mention) -> tuple[int, Case] | None:
    """Return the token and the case of the noun that a place's name belongs to."""
    known = (mention.person and not is_unknown_town(mention)) or mention.role
    if mention.case not in ("nominative", None) or known:
        return None
    sites = _sites()
    last = mention.last + 1
    for i in range(last, min(view.size, last + 1 + _PLAIN_BETWEEN)):
        if view.mention_at[i] is not None or view.time_at[i] is not None or not view.is_word(i):
            return None
        case = sites.get(view.form(i))
        if case is not None:
            return (i, case)
    return None


def owns_place(view: View, owner: Mention) -> bool:
    """True for "İsviçre'nin" of "İsviçre'nin (liman kenti) Luzern'de": whose town it is."""
    if owner.case != "genitive" or owner.number == "plural" or owner.human or owner.person:
        return False
    first = owner.last + 1
    sort = False
    for i in range(first, min(view.size, first + 1 + _PLAIN_BETWEEN)):
        place = view.mention_from(i)
        if place is not None:
            town = place.category in ("place", "either") and place.case in _PLACED
            named = place.category in ("place", "either")
            return (sort and town) or (named and site_behind(view, place) is not None)
        if not view.is_word(i) or view.time_at[i] is not None:
            return False
        if view.form(i) in _sites():
            return True  # "Peru'nun sahil kasabasında"
        sort |= view.form(i) in _sorts()
    return False


def told_apart(goals: Sequence[Mention]) -> tuple[list[Mention], Mention | None]:
    """Return who was visited, and the name that no lexicon has, which is that of a place."""
    unknown = [g for g in goals if not (g.gazetteer_id or g.role or g.side) and _is_town(g)]
    places = [
        replace(g, category="place", kind=None, human=False, person=None) for g in unknown[:1]
    ]
    return [g for g in goals if g not in unknown], places[0] if places else None


def is_unknown_town(goal: Mention) -> bool:
    """True for "Cebu'ya", "Cebu (ziyareti)": a name of one word that no lexicon has."""
    known = goal.gazetteer_id or goal.role or goal.side
    return not known and goal.kind == "person" and " " not in goal.name


def town_called(view: View, i: int) -> Mention | None:
    """Return the town that no list has in "Tartu ziyaretini": a name of one word at token `i`."""
    if i < 1 or not view.is_word(i) or not view.tokens[i].text[0].isupper():
        return None
    if view.time_at[i] is not None or "'" in view.form(i):
        return None
    known = view.mention_at[i]
    if known is not None and known.category == "place" and known.case == "nominative":
        return known
    if known is not None and not (is_unknown_town(known) and known.case == "nominative"):
        return None
    name = known or unlinked_mention(view, i, i)
    return as_town(name) if name is not None else None


def as_town(goal: Mention) -> Mention:
    return replace(goal, category="place", kind=None, human=False, person=None)


def _is_town(goal: Mention) -> bool:
    """True for the unknown name of "Rarotonga'ya ziyaret": people are visited otherwise."""
    if goal.unnamed or goal.number == "plural":
        return False  # "aşiret liderlerini"
    return not goal.person or (goal.case == "dative" and " " not in goal.name)


@cache
def _nouns() -> tuple[str, ...]:
    return tuple(read_toml("meetings_tr.toml")["words"]["site_parts"]["nouns"])


@cache
def _sites() -> dict[str, Case]:
    """Return "kentinde", "sınır kapısında" and the like by their last word, folded."""
    return {
        fold(form.text): form.case
        for noun in _nouns()
        for form in decline(noun, possessive=True)
        if form.case in _PLACED
    }


@cache
def _sorts() -> frozenset[str]:
    """Return "kenti", "başkenti" and the like, folded."""
    return frozenset(fold(noun) for noun in _nouns())
