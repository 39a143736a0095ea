"""Tell Arabic given names from the everyday words they are: "عادل الجبير", "سلام عادل ودائم".

In:  a scan and the position of such a name. Out: whether nothing shows that somebody is named.
A verb in front, or a known name, a particle or an article behind, shows it; a title or an office
in front does so too, which the reader of names knows.
"""

from kg.extract.mentions.arabic_parts import is_verb
from kg.extract.mentions.scan import Scan
from kg.lexicon.grammar import words_of

_EVERYDAY = words_of("ar", "names_that_are_words")
_NAMING = ("given", "particle")


def is_everyday_word(scan: Scan, position: int, stem: str) -> bool:
    """Return whether a given name is more likely the adjective or noun it is written like."""
    if stem not in _EVERYDAY:
        return False
    if position and is_verb(scan.tokens[position - 1]):
        return False
    if not scan.is_word(position + 1):
        return True
    following = scan.tokens[position + 1]
    named = any(
        h.sense.tag in _NAMING and not h.reading.proclitics for h in scan.hits(position + 1)
    )
    return not named and not any(r.definite for r in following.readings)
