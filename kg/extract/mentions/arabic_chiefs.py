"""Tell a spokesman's name from his chief's: "المتحدث باسم الأمين العام ستيفان دوجاريك".

In:  the phrase of the chief, the name behind it taken in. Out: the name where it is his.
"""

from kg.extract.mentions.scan import Phrase
from kg.lexicon.grammar import words_of
from kg.lexicon.normalise import fold

_CHIEF, _UN = "secretary-general", "united-nations"
_CHIEFS = words_of("ar", "chiefs_of_the_un")


def take_name(chief: Phrase | None) -> str | None:
    """Return X of "المتحدث باسم الأمين العام X": no chief of the UN but who speaks for them."""
    if chief is None or chief.person is None or chief.role != _CHIEF:
        return None
    surname = fold(chief.person.split()[-1])
    if chief.side not in (None, _UN) or surname in _CHIEFS:
        return None
    person, chief.person, chief.kind = chief.person, None, "official"
    return person
