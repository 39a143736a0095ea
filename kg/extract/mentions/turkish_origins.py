"""Where somebody in Turkish is from, and whose they are, by the words in front of the description.

In:  a `Scan`, the phrase of a description. Out: the phrase with these words in its name.
    Hafter cephesinden bir komutan; foruma yakın kaynaklar; Barzani'nin bir danışmanı
"""

from kg.extract.mentions.scan import Phrase, Scan, side_of
from kg.extract.mentions.turkish_chain import owner_at
from kg.extract.mentions.turkish_letters import ending_of, is_capital, words
from kg.lexicon.grammar import endings_of, words_of
from kg.lexicon.turkish import case_of

_OPENING = 5
_OF_ANOTHER = endings_of("tr", "belongs_to_another")
_NO_NOUN = endings_of("tr", "no_first_of_a_compound")
_INSIDE = endings_of("tr", "inside_a_body")
_JOINING = frozenset({"ve", "ile", "ise", "de", "da", "veya", "ya", "için", "göre"})
_CLOSE = words_of("tr", "close")


def follows_genitive(scan: Scan, position: int) -> bool:
    """True behind "Barzani'nin", "isyancıların": the description is somebody's."""
    if not scan.is_word(position - 1):
        return False
    if "'" not in scan.form(position - 1):
        return scan.form(position - 1).endswith(("larin", "lerin")) and position > 0
    return case_of(ending_of(scan, position - 1)) == "genitive"


def read_origin(scan: Scan, phrase: Phrase, naming: int | None) -> None:
    """Take in where somebody unnamed is from: "Hafter cephesinden bir komutan".

    `naming`: where "adını vermeyen" stands between the two.
    """
    before = (phrase.first if naming is None else naming) - 1
    if not scan.is_word(before):
        return
    ending = ending_of(scan, before)
    if scan.form(before).endswith(_INSIDE) and "'" not in scan.form(before):
        first = _compound_before(scan, before)  # "Dışişleri Bakanlığındaki bir kaynak"
        phrase.shown = f"{scan.text(first, before)} {phrase.shown}"
        return
    if is_seat(scan, before):
        first = before
        while is_capital(scan, first - 1) and not ending_of(scan, first - 1) and first > 1:
            first -= 1
        phrase.shown = f"{scan.text(first, before)} {phrase.shown}"
        return
    if scan.form(before) in _CLOSE and _is_dative(scan, before - 1):
        first = before - 1  # "foruma yakın kaynaklar"
        while is_capital(scan, first - 1) and is_capital(scan, first):
            first -= 1
        first = _whole_of(scan, first)
        phrase.shown = f"{scan.text(first, before)} {phrase.shown}"
        return
    from_name = case_of(ending) == "ablative"
    if not from_name and not scan.form(before).endswith(("ndan", "nden", "lerden", "lardan")):
        return
    first = _name_before(scan, before) if from_name else _compound_before(scan, before)
    phrase.shown = f"{scan.text(first, before)} {phrase.shown}"
    owner = owner_at(scan, before) if from_name else None
    if owner is not None and phrase.side is None:
        phrase.side = side_of(owner)


def read_compound(scan: Scan, phrase: Phrase) -> None:
    """Take in the first of "balıkçı birliklerinin temsilcileri"."""
    first = _compound_before(scan, phrase.first)
    if first < phrase.first:
        phrase.shown = f"{scan.text(first, phrase.first - 1)} {phrase.shown}"


def _name_before(scan: Scan, first: int) -> int:
    """Return where the capitalised words begin that end here: "Beyaz Saray'dan"."""
    while is_capital(scan, first - 1) and scan.form(first - 1) not in words("not_names"):
        first -= 1
    return first


def _compound_before(scan: Scan, first: int) -> int:
    """Return where "(Bangladeş) sınır birliklerinden", "Angela Merkel'in ekibinden" begin."""
    if not scan.form(first).endswith(_OF_ANOTHER) or not scan.is_word(first - 1):
        return first
    if not is_capital(scan, first - 1):
        word = scan.form(first - 1)
        joining = word in words("only_opening") or word in _JOINING
        first -= not joining and not word.endswith(_NO_NOUN)
    named = is_capital(scan, first - 1) and scan.form(first - 1) not in words("only_opening")
    first -= named  # "Savunma Bakanlığından"
    while is_capital(scan, first - 1) and not _is_office(scan, first - 1):
        if scan.form(first - 1) in words("not_names"):
            break
        first -= 1
    return first


def _is_office(scan: Scan, position: int) -> bool:
    return any(h.sense.tag in ("role", "institution") for h in scan.hits(position))


def _whole_of(scan: Scan, first: int) -> int:
    """Return where "Örgütün Katar'daki siyasi bürosuna (yakın)" begins, if it opens a clause."""
    for k in range(first, max(-1, first - _OPENING), -1):
        if k == 0:
            return k
        if not scan.is_word(k - 1):
            return first
    return first


def is_seat(scan: Scan, position: int) -> bool:
    """True for "Ankara'daki" in front of sources and diplomats that are there."""
    return scan.is_word(position) and case_of(ending_of(scan, position)) == "attributive"


def read_owner(scan: Scan, phrase: Phrase) -> None:
    """Take in the name of whose adviser it is: "Barzani'nin (bir) danışmanı"."""
    if not follows_genitive(scan, phrase.first):
        return
    first = phrase.first - 1
    if is_capital(scan, first):
        while is_capital(scan, first - 1) and "'" not in scan.form(first - 1):
            first -= 1
    else:
        first = _compound_before(scan, first)
    phrase.shown = f"{scan.text(first, phrase.first - 1)} {phrase.shown}"


def _is_dative(scan: Scan, position: int) -> bool:
    """True for "foruma", "saraya", "Kremlin'e"."""
    if not scan.is_word(position):
        return False
    ending = ending_of(scan, position)
    return case_of(ending) == "dative" if ending else scan.form(position)[-1] in "ae"
