"""Tell whether a mention is spoken of as an actor or as a place.

In:  a view, the mentions that frames have given a part. Out: the mentions by the part they play.
A country or capital is the government in a speaker's or party's place and the place behind a
preposition of place; "and" goes on with the part before.
"""

from collections.abc import Iterable
from typing import Literal

from kg.extract.view import View
from kg.model.mention import Mention

Part = Literal["actor", "place"]


def part_of(view: View, mention: Mention) -> Part | None:
    """Return the part that the words around a mention give it; None for a mere adjective."""
    if mention.category == "adjective":
        return None
    if mention.category != "either":
        return mention.category
    before = mention.first - 1
    if mention.proclitics == ("و",) or view.form(before) in ("and", "or"):
        earlier = view.mention_to(before if mention.proclitics else before - 1)
        if earlier is not None and earlier.category != "adjective":
            return part_of(view, earlier)
    if "ب" in mention.proclitics:
        return "place"
    if view.form(before) == "the":
        before -= 1
    places = view.lexicon.word_set("place_prepositions")
    stands = view.form(before) in places or any(r.stem in places for r in view.readings(before))
    return "place" if stands else "actor"


def parts_of(
    view: View, acting: Iterable[Mention], placing: Iterable[Mention]
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Return the mentions that are actors here and those that are places, in order."""
    actors, places = set(acting), set(placing)
    for mention in view.mentions:
        if mention in actors or mention in places:
            continue
        part = part_of(view, mention)
        if part == "actor":
            actors.add(mention)
        elif part == "place":
            places.add(mention)
    key = _by_place
    return tuple(sorted(actors, key=key)), tuple(sorted(places, key=key))


def _by_place(mention: Mention) -> tuple[int, int]:
    return mention.span.start, mention.span.end
