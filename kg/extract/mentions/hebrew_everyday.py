"""Tell the words of Hebrew news that are no names from surnames that are written like them.

In:  a `Scan` and a position where a name may go on. Out: whether an everyday word stands there.
"""

from kg.extract.mentions.scan import Scan
from kg.lexicon.everyday import everyday_words
from kg.lexicon.grammar import words_of

_OWN, _SHORT = ("יו", "יהם", "יהן"), 5
_PERHAPS = words_of("he", "perhaps")
_SURNAMES_TOO = words_of("he", "surnames_that_are_words")


def is_everyday(scan: Scan, position: int, parts: int) -> bool:
    """True for a word that is no name here: not for "כץ" of "ישראל כץ", "אולי" of "ק״פ אולי."."""
    form = scan.form(position)
    if form.startswith("ל") and len(form) > _SHORT and form.endswith(_OWN):
        return True  # "סיפר ארדואן לתומכיו"
    if form not in everyday_words("he"):
        return False
    if parts != 1 or form not in _SURNAMES_TOO:
        return True
    given = any(h.sense.tag == "given" for h in scan.hits(position - 1))
    return form in _PERHAPS and not given and scan.is_word(position + 1)
