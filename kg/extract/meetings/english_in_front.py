"""Read what stands right in front of an English noun of meeting: the town, and who mediates.

In:  a view, a noun of meeting, what was read behind it. Out: changed parts.
    "the Hanoi summit between A and B"      where they met, no party
    "Qatar-brokered talks between A and B"  who brought them together
"""

from dataclasses import replace

from kg.extract.meetings.english_talked_over import is_town
from kg.extract.meetings.parts import Parts
from kg.extract.parts_played import is_possessive
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention

_BROKERED = words_of("en", "brokered_by")
_TWO = 2
_WITHIN = 4


def read_in_front(view: View, noun: int, parts: Parts) -> None:
    """Take the town of "the Hanoi summit" for the place, the Qatar of "Qatar-led" for a broker."""
    town = _town_in_front(view, noun, parts)
    if town is not None:
        parts.bare.remove(town)
        parts.place = parts.place or town
    for k in range(noun - 1, max(1, noun - _WITHIN), -1):
        if view.form(k) in _BROKERED and view.tokens[k - 1].text == "-":
            broker = view.mention_to(k - 2)
            if broker is not None and broker.category != "place":
                parts.bare = [p for p in parts.bare if p is not broker]
                parts.mediators.append(replace(broker, category="actor"))
            return


def _town_in_front(view: View, noun: int, parts: Parts) -> Mention | None:
    """Return the town right in front, where two others are told behind the noun."""
    named = [p for p in parts.bare if isinstance(p, Mention)]
    town = next((p for p in named if p.last == noun - 1), None)
    behind = len(parts.between) + sum(p.first > noun for p in named)
    if town is None or behind < _TWO or town.category != "either":
        return None
    return town if is_town(view, town) and not is_possessive(view, town.last) else None
