"""Take in what an English name of a place is told with: "the Black Sea resort of Batumi".

In:  the phrases of a sentence, in order. Out: the same; a place with its sort in front begins at
the article, so that a preposition stands right in front of it wherever it is read, and the state
set off behind a town ("in Chisinau, Moldova,") belongs to it.
    in the Swiss city of Lugano; to the north-western border town of Karungu
"""

from collections.abc import Iterable

from kg.extract.mentions.scan import Phrase, Scan
from kg.lexicon.gazetteer import load_gazetteer
from kg.lexicon.grammar import words_of

_SORTS = words_of("en", "sorts_of_place")
_ARTICLES = frozenset({"the", "a", "an"})
_LEADS = words_of("en", "leads_to_a_town")
_CLOSES = frozenset({",", ".", ";", ")", "", "-", "–", "—"})
_FRONT = 7  # tokens between the article and "of"


def with_sorts(scan: Scan, phrases: Iterable[Phrase]) -> list[Phrase]:
    """Return the phrases; places take in the words that say what sort of place they are."""
    found: list[Phrase] = []
    for phrase in phrases:
        first = _first(scan, phrase) if _is_town(phrase) else phrase.first
        if first < phrase.first:
            phrase.shown = phrase.shown or scan.text(phrase.first, phrase.last)
            while found and found[-1].first >= first:
                phrase.nested.insert(0, found.pop())
            phrase.first = first
        if found and _is_home(scan, found[-1], phrase):
            town = found[-1]
            town.shown = town.shown or scan.text(town.first, town.last)
            town.nested.append(phrase)
            town.last = phrase.last
            continue
        found.append(phrase)
    return found


def _is_home(scan: Scan, town: Phrase, state: Phrase) -> bool:
    """True for the state of "in Chisinau, Moldova," behind the town it is set off from."""
    beside = state.first == town.last + 2 and scan.form(town.last + 1) == ","
    if not (beside and state.category == "either" and _is_town(town)) or _is_town(state):
        return False
    entry = load_gazetteer().entry(town.identity) if town.identity else None
    its_own = entry is None or state.identity in (entry.side, entry.within)
    led = scan.form(town.first - 1) in _LEADS
    return its_own and led and not state.enclitic and scan.form(state.last + 1) in _CLOSES


def _is_town(phrase: Phrase) -> bool:
    capital = phrase.category == "either" and phrase.side not in (None, phrase.identity)
    return (phrase.category == "place" or capital) and not phrase.reading.proclitics


def _first(scan: Scan, phrase: Phrase) -> int:
    """Return the article of "the border town of" in front of a phrase, else its own first token."""
    of = phrase.first - 1
    if scan.form(of) != "of" or scan.form(of - 1) not in _SORTS:
        return phrase.first
    for k in range(of - 1, max(-1, of - 2 - _FRONT), -1):
        if scan.form(k) in _ARTICLES:
            return k
        if not (scan.is_word(k) or scan.form(k) == "-"):
            break
    return phrase.first
