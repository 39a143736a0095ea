"""What the letters of an Arabic word tell of whether it goes on with a name.

In:  a `Scan` and a position, or a reading of a word. Out: yes or no.
"""

from kg.extract.mentions.arabic_parts import words
from kg.extract.mentions.scan import Scan
from kg.lexicon.grammar import words_of
from kg.model.token import Reading, Token

_LONG_STEM = 5
_AS_FOR = words_of("ar", "as_for")
_OWNED = words_of("ar", "owned_people") | words_of("ar", "owned_sayings")


def is_outside(scan: Scan, position: int) -> bool:
    """True for a third word that is none: "أما … فصرف النظر", "لضيق الوقت"."""
    form = scan.form(position)
    if form.startswith("ف") and scan.form(0) in _AS_FOR:
        return True
    if any(r.proclitics == ("س",) and r.stem[0] in "يت" for r in scan.tokens[position].readings):
        return len(form) > _LONG_STEM  # "شينزو آبي سيستمع"
    joined = any(r.proclitics == ("و",) and not r.enclitic for r in scan.tokens[position].readings)
    if joined and any(h.sense.tag == "role" for h in scan.hits(position + 1)):
        return scan.find(position, "given") is None  # "وولي ولي العهد"
    led = any(
        r.proclitics in (("ل",), ("ب",), ("و",)) and not r.enclitic
        for r in scan.tokens[position].readings[1:]
    )
    return led and scan.form(position + 1).startswith("ال") and scan.find(position, "given") is None


def is_owned_object(token: Token) -> bool:
    """True for "لضيفه", "موظفيه", "تحذيره": "his" written onto a noun; but "لوميدزه" is a name."""
    if any(r.enclitic and not r.proclitics and r.stem in _OWNED for r in token.readings):
        return True
    owned = (r for r in token.readings if r.proclitics == ("ل",) and r.enclitic)
    return any(len(r.stem) < _LONG_STEM or r.stem[0] == "م" for r in owned)


def looks_dual(scan: Scan, position: int) -> bool:
    """True for "حيان", "ميداني": names that look like "two quarters", "my square"."""
    places = {"given", "particle", "modifier", "site", "area"}
    if scan.form(position).startswith("ال") or not scan.form(position).endswith(("ان", "ي")):
        return False
    hits = scan.hits(position)
    return all(h.sense.tag in places and h.last == position for h in hits) and not any(
        h.reading.proclitics for h in hits
    )


def is_led(reading: Reading) -> bool:
    """True for "للوفد", "وعن"; but "بلاني", "كالفينيو" and "سالدانيا" are names."""
    if not reading.proclitics or reading.proclitics[-1] in ("ك", "س"):
        return False
    return reading.definite or (reading.stem in words("stops") and reading.enclitic != "ي")
