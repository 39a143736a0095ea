"""Find whose a Turkish red line is: the genitive in front of it, or its possessive alone.

In:  a view, the token where "kırmızı çizgisi" begins. Out: the owner, None where nobody is told.
"""

from kg.extract.attribution import can_act
from kg.extract.redlines.words import RedLineWords
from kg.extract.view import View
from kg.lexicon.grammar import endings_of
from kg.model.draft import Party, Pointer

_POSSESSED = endings_of("tr", "owned_line")
_REACH = 6


def turkish_possessor(view: View, words: RedLineWords, i: int) -> Party | None:
    """Return the owner: "Washington'ın da bir kırmızı çizgisi", "iki kırmızı çizgisi"."""
    for k in range(i - 1, max(-1, i - _REACH), -1):
        mention = view.mention_to(k)
        if mention is not None:
            return mention if can_act(mention) and mention.case == "genitive" else None
        if not words.words["links"].length_at(view.tokens, k) or not view.is_word(k):
            break
    if not view.form(i + 1).startswith(_POSSESSED):
        return None
    return Pointer(kind="elided", place=view.tokens[i].start)
