"""Tell words that are surnames as well from what else they are: "Theresa May", "May 12".

In:  a `Scan` and the position of a word in capitals. Out: yes or no.
"""

from kg.extract.mentions.english_name_words import given_names, words
from kg.extract.mentions.scan import Scan
from kg.lexicon.grammar import words_of

MONTHS_TOO = words_of("en", "surnames_and_months")
_SHOUTED = words_of("en", "shouted_on_pages")


def is_named_may(scan: Scan, position: int, first: bool) -> bool:
    """True for the surname of "Theresa May", "Mrs May", "Prime Minister May"; not "May 12"."""
    before = position - 1
    if scan.form(position + 1)[:1].isdecimal() or not scan.is_word(before):
        return False
    if not first:
        return scan.form(before) in given_names()
    office = any(h.sense.tag == "role" for k in (1, 2) for h in scan.hits(position - k))
    capital = scan.tokens[before].text[0].isupper()
    return capital and (office or scan.form(before) in words("titles"))


def is_shouted(scan: Scan, position: int) -> bool:
    """True for a word of the page in capitals: "J. Wibowo COPYRIGHT"; not "Olha STEFANCHUK"."""
    return scan.tokens[position].text.isupper() and scan.form(position) in _SHOUTED
