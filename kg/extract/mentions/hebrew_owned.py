"""Names behind "his spokesman", "her son", "the son of X", in Hebrew.

In:  a `Scan` and the position of the word. Out: the person's phrase, nothing where no name follows.
    דוברו, טנג'ו בילגיץ', טען; דוברו שפיקול עלאם; בנה של חסינה, סג'יב וואזד, אמר
"""

from kg.extract.mentions.hebrew_names import name_after, name_set_off
from kg.extract.mentions.scan import Phrase, Scan
from kg.lexicon.grammar import words_of
from kg.model.mention import Gender
from kg.model.token import Reading

_HOLDERS = words_of("he", "own_holders")
_KIN = words_of("he", "kin")
_OF = "של"
_OWNER_WITHIN = 5
_FREE: tuple[tuple[str, ...], ...] = ((), ("ו",), ("ל",))
_FEMININE = ("תו", "תה")


def find_owned(scan: Scan, position: int) -> list[Phrase]:
    """Return the person whom "his spokesman" or "his son" names at `position`."""
    reading = _reading(scan, position)
    if reading is None:
        return []
    kin, behind = reading.stem in _KIN, position + 1
    owned = scan.form(behind) == _OF
    if owned:
        behind = _past_owner(scan, behind + 1)
    elif kin and scan.form(behind) != ",":
        return []  # "בנה": also "built"
    found = name_set_off(scan, behind)
    if found is None and not kin and not owned:  # "his successor of X" is not X
        found = name_after(scan, behind, titled=True)
        found = found if found is not None and " " in found[1] else None
    if found is None:
        return []
    end, name = found
    phrase = Phrase(position, end - 1, reading, kind="person", definite=True, human=True)
    phrase.number, phrase.person = "singular", name
    phrase.role = None if kin else "aide"
    phrase.gender = _gender(reading.stem) if not kin else None
    return [phrase]


def _reading(scan: Scan, position: int) -> Reading | None:
    if not scan.is_word(position):
        return None
    for reading in scan.tokens[position].readings:
        if reading.stem in _HOLDERS | _KIN and reading.proclitics in _FREE:
            return reading
    return None


def _past_owner(scan: Scan, position: int) -> int:
    """Return where the comma stands behind "of X", `position` where none comes soon."""
    for k in range(position, min(scan.end, position + _OWNER_WITHIN)):
        if scan.form(k) == ",":
            return k
        if not scan.is_word(k):
            break
    return position


def _gender(stem: str) -> Gender | None:
    return "feminine" if stem.endswith(_FEMININE) else None
