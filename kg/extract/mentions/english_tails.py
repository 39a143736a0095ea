"""What tells of a source that has no name how near it is, or where: the end of its description.

In:  a `Scan` and the phrase of a source, official or diplomat. Out: the same phrase, longer.
    a source close to the mediators; two officials familiar with the matter; a source in his
    ministry; a senior official at Zorgan Dae; a defence source in London; Diplomats in Oslo said
"""

from kg.extract.mentions.english_bodies import ARTICLES
from kg.extract.mentions.english_name_words import speech, verbs, words
from kg.extract.mentions.english_names import name_run
from kg.extract.mentions.english_places import named_end
from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Phrase, Scan
from kg.lexicon.grammar import words_of

_CLOSE = words_of("en", "close_to")
_FIELD_WORDS = 6
_TAIL_WORDS = 5
_WITHIN = words_of("en", "from_within")
_OF_THEIRS = words_of("en", "of_theirs")
_TAIL_ENDS = words_of("en", "tail_ends")


def read_tail(scan: Scan, phrase: Phrase, head: Hit) -> None:
    """Read "close to the mediators"; of a person or source also "familiar with the talks"."""
    start = phrase.last + 1
    if phrase.last == head.last and (end := _within_end(scan, start) or _at_end(scan, start)):
        phrase.last = end - 1
        return
    length = next((n for n in (4, 3, 2) if _is_tail(scan, start, n)), 0)
    known = phrase.side or scan.form(start) != "familiar"
    if head.sense.id != "source" and known and scan.form(start) not in _CLOSE:
        return
    end = start + length
    while length and end < scan.end and end - start < length + _FIELD_WORDS:
        if not scan.is_word(end) or scan.form(end) in speech() | _TAIL_ENDS:
            break
        end += 1
    if length and end > start + length:
        phrase.last = end - 1


def _within_end(scan: Scan, start: int) -> int:
    """Return the position behind "from two delegations", "in his ministry"; 0 for none."""
    if scan.form(start) not in _WITHIN or scan.form(start + 1) not in _OF_THEIRS:
        return 0
    end = start + 2
    while end < scan.end and end - start <= _TAIL_WORDS and is_plain(scan, end):
        end += 1
    closes = scan.form(end) in verbs() | {",", "."} or not scan.is_word(end)
    return end if end > start + 2 and closes else 0


def _at_end(scan: Scan, start: int) -> int:
    """Return the position behind "at Cheong Wa Dae", a body no list has; 0 for none."""
    first = start + 1 + (scan.form(start + 1) == "the")
    if scan.form(start) != "at" or scan.hits(first):
        return 0
    end = name_run(scan, first)
    return end if end > first and named_end(scan, end) == end else 0


def is_plain(scan: Scan, position: int) -> bool:
    """True for a word of a nameless body: no name, no verb, no preposition."""
    token = scan.tokens[position]
    if not token.is_word or token.text[0].isupper():
        return False
    return token.form not in verbs() | _TAIL_ENDS | words("place_words") | _WITHIN


def place_source(scan: Scan, phrase: Phrase, head: Hit) -> None:
    """Name a source by where it is, "a defence source in London"; the place stays a mention."""
    behind = phrase.last + 1
    if scan.form(behind) != "in" or phrase.last != head.last:
        return
    place = scan.find(behind + 1, "name")
    if place is None or place.enclitic or place.sense.kind not in (None, "state"):
        return
    if scan.form(place.last + 1) in ("and", "or"):
        return
    if head.sense.number != "singular" and not _opens_and_tells(scan, phrase.first, place.last):
        return
    first = phrase.first + (scan.form(phrase.first) in ARTICLES)
    phrase.shown = scan.text(first, place.last)


def _opens_and_tells(scan: Scan, first: int, last: int) -> bool:
    """True for "Diplomats in Ottawa said": several are there, and no place of the verb's."""
    return first == 0 and scan.form(last + 1) in speech()


def _is_tail(scan: Scan, start: int, length: int) -> bool:
    text = " ".join(scan.form(i) for i in range(start, start + length))
    return text in words("source_tails")
