"""From where an Arabic report is filed: the places of its dateline, and nothing else in it.

In:  a `Scan`. Out: whether a name stands there as a town does, and towns that no list has.
    عدن (بريد البحر) -          a town, and in the brackets who writes
    القاهرة- القدس اليوم-       a town, and a paper that has a town's name in its own
"""

from kg.extract.mentions.arabic_name_words import is_open
from kg.extract.mentions.arabic_nouns import is_common_noun
from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Phrase, Scan
from kg.lexicon.gazetteer import load_gazetteer
from kg.lexicon.grammar import endings_of, words_of

_BEFORE = frozenset("/،,-–—(") | {"و"}
_AFTER = frozenset("/،,-–—(:)ـ")
_QUOTED = frozenset('«"“(')
_IN = words_of("ar", "inside")
_OUTLETS = words_of("ar", "who_writes")
_NO_TOWNS = endings_of("ar", "no_towns")
_SHORTEST = 4


def files_from(scan: Scan, hit: Hit) -> bool:
    """True for a name that has its part of a dateline to itself: "عدن (بريد البحر)"."""
    return scan.sentence.kind == "dateline" and _is_alone(scan, hit.first, hit.last)


def of_dateline(scan: Scan, phrases: list[Phrase]) -> list[Phrase]:
    """Leave out places that are half the name of a paper or agency: "(بريد عدن)"."""
    return [p for p in phrases if p.category == "actor" or _is_town(scan, p)]


def town_of_dateline(scan: Scan) -> list[Phrase]:
    """Return the unknown town of "زرغانة 16 مايو (البحر)" and of "زرغانة (البحر) -"."""
    form = scan.form(0)
    after = scan.form(1) or (scan.tokens[1].text if scan.end > 1 else "")
    plain = scan.is_word(0) and not scan.hits(0) and len(form) >= _SHORTEST
    if not plain or not (after[:1].isdecimal() or after == "("):
        return []
    if form in _OUTLETS or form.endswith(_NO_TOWNS) or not is_open(scan, 0):
        return []
    if is_common_noun(scan.tokens[0]):
        return []
    return [Phrase(0, 0, category="place", gender="feminine", definite=True)]


def _is_town(scan: Scan, phrase: Phrase) -> bool:
    entry = load_gazetteer().entry(phrase.identity) if phrase.identity else None
    if entry is None or phrase.category == "adjective":
        return True
    if entry.kind != "state" and entry.latitude is None:
        return False  # nobody files from the Maghreb
    quoted = phrase.first > 0 and scan.tokens[phrase.first - 1].text in _QUOTED
    return _is_alone(scan, phrase.first, phrase.last) and (entry.kind == "state" or not quoted)


def _is_alone(scan: Scan, first: int, last: int) -> bool:
    before = scan.tokens[first - 1].text if first else ""
    after = scan.tokens[last + 1].text if last + 1 < scan.end else ""
    dated = after[:1].isdecimal() or scan.form(last + 1) in _IN
    return (not before or before in _BEFORE) and (
        not after or after in _AFTER or dated or set(after) <= _AFTER
    )
