"""Arabic places that neither a list nor a noun of sort tells: by the words in front alone.

In:  a `Scan` and a position. Out: phrases: "قرب تين زاوتين", "سيطرت على ترهونة", "في سان لوي".
The words are in kg/lexicon/heads_ar.toml, under `near`.
"""

from functools import cache

from kg.extract.mentions.arabic_name_words import is_open
from kg.extract.mentions.arabic_nouns import is_common_noun
from kg.extract.mentions.arabic_parts import closes
from kg.extract.mentions.scan import Phrase, Scan
from kg.lexicon.loader import read_toml
from kg.lexicon.normalise import fold
from kg.model.token import Reading

_SHORT_TOWN = 4
PLAIN = Reading((), False, "")


def place_phrase(scan: Scan, first: int, last: int, reading: Reading) -> Phrase:
    """Return the phrase of a place that has no identity."""
    return Phrase(first, last, reading, category="place", gender="feminine", definite=True)


@cache
def near_words(name: str) -> frozenset[str]:
    """Return one list of words of nearness, folded."""
    return frozenset(fold(word) for word in read_toml("heads_ar.toml")["near"][name])


def find_near(scan: Scan, position: int) -> list[Phrase]:
    """Return a place without a noun: "قرب تين زاوتين", "سيطرت على ترهونة", "في سان لوي"."""
    before = scan.form(position - 1) if position else ""
    two = scan.form(position) in near_words("towns") and before in near_words(
        "into"
    )  # "في سان لوي"
    near = before in near_words("words") or _is_taken_over(scan, position, before)
    if position < 3 and _opens_sentence(scan, position):
        return [place_phrase(scan, position, position, PLAIN)]
    foreign = before in near_words("within") and _looks_foreign(scan, position)
    if foreign and closes(scan, position + 1):
        return [place_phrase(scan, position, position, PLAIN)]
    if not before or not (near or two):
        return []
    if not is_open(scan, position) or is_common_noun(scan.tokens[position]):
        return []
    form = scan.form(position)
    if len(form) < 3 or any(h.sense.tag in ("modifier", "adjective") for h in scan.hits(position)):
        return []
    end = position + 1
    opened = form in near_words("openers")
    if opened and is_open(scan, end) and not is_common_noun(scan.tokens[end]):
        end += 1
    elif opened or form.startswith("ال") or form in near_words("not") or not closes(scan, end):
        return []
    return [place_phrase(scan, position, end - 1, PLAIN)]


def _opens_sentence(scan: Scan, position: int) -> bool:
    """True for the town of "وفي غرووي، قال …"."""
    if scan.form(position - 1) not in near_words("within") or scan.form(position + 1) not in (
        "،",
        ",",
    ):
        return False
    form = scan.form(position)
    plain = len(form) >= _SHORT_TOWN and not form.startswith("ال") and not scan.hits(position)
    plain = plain and form not in near_words("everyday")
    if not plain or not is_open(scan, position) or form.endswith(("ة", "ه", "ها", "هم")):
        return False
    return not is_common_noun(scan.tokens[position])


def _looks_foreign(scan: Scan, position: int) -> bool:
    """True for "تارتو", "كيسما" behind "in": no Arabic noun ends so in the genitive."""
    form = scan.form(position)
    if scan.hits(position) or len(form) < _SHORT_TOWN or form.startswith("ال"):
        return False
    if form in near_words("everyday"):
        return False
    ends = form.endswith("و") or (
        form.endswith("ا") and not form.endswith(("ايا", "نا", "ها", "ما"))
    )
    written_on = any(r.proclitics or r.enclitic for r in scan.tokens[position].readings[1:])
    return (
        ends
        and not written_on
        and is_open(scan, position)
        and not is_common_noun(scan.tokens[position])
    )


def _is_taken_over(scan: Scan, position: int, before: str) -> bool:
    """True for "سيطرت قوات … على", "استعادة السيطرة على": towns are held, hills and posts too."""
    if before != fold("على"):
        return False
    near = range(max(0, position - 6), position - 1)
    return any(r.stem in near_words("held") for i in near for r in scan.tokens[i].readings)
