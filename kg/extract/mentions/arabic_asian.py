"""East Asian names in Arabic letters: short words, many of which are Arabic words too.

In:  a `Scan` and the position behind an office, or of a known given name.
Out: where the name ends. "بان كي مون", "شو شيويه يوان", "تشنغ لي": two to four syllables of a list,
     since "كي" ("so that") or "لي" ("to me") say nothing by themselves.
"""

from kg.extract.mentions.scan import Scan
from kg.lexicon.grammar import words_of

_SYLLABLES = words_of("ar", "syllables_of_asian_names")
_WITH_LETTERS = words_of("ar", "syllables_with_letters")
_HOW_TOLD = words_of("ar", "how_it_was_told")
_LONGEST, _USUAL = 4, 3
_BETWEEN = "بين"
_HAMZA = frozenset("أإ")  # "بأن", but "بان كي مون"
# "that" behind a name rather than its last syllable, but where another "that" follows.
_THAT = words_of("ar", "that_behind_a_name") | {"ان"}
_PLAIN = words_of("ar", "syllables_that_are_words")


def asian_end(scan: Scan, position: int) -> int:
    """Return the position behind the name that begins here, 0 where none does."""
    end = position
    while end - position < _LONGEST and _is_syllable(scan, end, first=end == position):
        end += 1
    if _is_plain_arabic(scan, position, end):
        return 0
    while end - position > 1 and scan.form(end - 1) in _PLAIN:
        end -= 1  # "شي | هو الذي …"
    if _tells_me(scan, position, end):
        end -= 1  # "بان كي مون | لي في مقابلة"
    return end if end - position > 1 else 0


def _is_plain_arabic(scan: Scan, position: int, end: int) -> bool:
    """True for "ما بين البلدين" and "هو لي": two Arabic words rather than two syllables."""
    if scan.form(position) not in _PLAIN:
        return False
    second = scan.form(position + 1)
    return second == _BETWEEN or (end - position == 2 and second in _WITH_LETTERS)


def _tells_me(scan: Scan, position: int, end: int) -> bool:
    """True where "to me" stands behind a whole name rather than as its last syllable."""
    if scan.form(end - 1) not in _WITH_LETTERS or end - position < _USUAL:
        return False
    return end - position > _USUAL or scan.form(end) in _HOW_TOLD


def _is_syllable(scan: Scan, position: int, *, first: bool) -> bool:
    """True for a syllable of the list; the first may have letters written on."""
    if not scan.is_word(position):
        return False
    form = scan.form(position)
    if form in _THAT and _HAMZA.intersection(scan.tokens[position].text):
        return scan.form(position + 1) in _THAT and not first
    if form in _SYLLABLES or form in _PLAIN:
        return True
    return first and any(
        r.proclitics and r.stem in _SYLLABLES for r in scan.tokens[position].readings
    )
