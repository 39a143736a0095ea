"""English outlets told by their sort and their name.

In:  a `Scan` and a position. Out: the phrase of the outlet.
    the Belarusian state news agency BelTA; broadcaster NHK; the Shoreline news agency
"""

from functools import cache

from kg.extract.mentions.english_name_words import words
from kg.extract.mentions.english_names import name_run
from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Phrase, Scan, name_phrase

_MOST_WORDS = 6
_LONGEST_NOUN = 3
_ARTICLES = frozenset({"al", "el"})
_IN_NAMES = frozenset({"radio", "tv"})  # "Radio Altiplano", also where a sentence begins


@cache
def _last_words() -> frozenset[str]:
    return frozenset(noun.split()[-1] for noun in words("outlet_nouns"))


@cache
def _first_words() -> frozenset[str]:
    return frozenset(noun.split()[0] for noun in words("outlet_nouns"))


def names_outlets(scan: Scan) -> bool:
    """True for a sentence in which some word may be an outlet's sort."""
    return any(token.form in _last_words() for token in scan.tokens)


def opens_outlet(scan: Scan, position: int) -> bool:
    """True for a word that a nameless description would not begin with: "broadcaster NHK"."""
    if scan.form(position) in _ARTICLES and scan.form(position + 1) == "-":
        return True  # "al-Hadath TV"
    return scan.form(position) in _first_words()


def find_outlet(scan: Scan, position: int) -> list[Phrase]:
    """Return the outlet that begins here, its article counted."""
    start = position + 1 if scan.form(position) in ("the", "a", "an") else position
    found = _sort_first(scan, position, start)
    return [found] if found is not None else []


def _sort_first(scan: Scan, position: int, start: int) -> Phrase | None:
    """Read "the Belarusian state news agency BelTA"."""
    owner: Hit | None = None
    i = start
    while i < scan.end and i - start < _MOST_WORDS:
        length = _noun_at(scan, i)
        if length:
            return _named(scan, position, i, i + length, owner)
        adjective = scan.find(i, "adjective")
        place = scan.find(i, "name") if adjective is None and i == start else None
        if adjective is not None and owner is None:
            owner, i = adjective, adjective.last + 1
        elif place is not None and place.sense.kind in (None, "state") and not place.enclitic:
            owner, i = place, place.last + 1  # "the Havana radio station Reloj"
        elif scan.form(i) in words("outlet_modifiers"):
            i += 1
        else:
            if owner is not None and owner.last == i - 1 and not owner.enclitic:
                i = owner.first  # "the Indian Express newspaper"
            return _name_first(scan, position, i, owner)  # "the official Xinhua news agency"
    return None


def _named(scan: Scan, position: int, noun: int, start: int, owner: Hit | None) -> Phrase | None:
    """Return the outlet whose name begins at `start`, its sort with a capital: "Radio Kura"."""
    known = _known(scan, start)
    if known is not None:
        known.first = position
        return known
    end = _run(scan, start)
    if end == start and scan.form(noun) in _IN_NAMES and noun == start - 1:
        end = _place_end(scan, start)
    capital = scan.tokens[noun].text[0].isupper() and (noun > 0 or scan.form(noun) in _IN_NAMES)
    first = noun if capital else start
    return _unknown(scan, position, end - 1, (first, end), owner) if end > start else None


def _place_end(scan: Scan, start: int) -> int:
    """Return the position behind the place of "Radio Pacific"; `start` where none stands there."""
    named = scan.tokens[start - 1].text[0].isupper()
    hit = scan.find(start, "name") if named else None
    return hit.last + 1 if hit is not None and not hit.enclitic else start


def _name_first(scan: Scan, position: int, start: int, owner: Hit | None = None) -> Phrase | None:
    """Read "the Shoreline news agency"."""
    known = _known(scan, start)
    if known is not None:
        length = _noun_at(scan, known.last + 1)
        if not length and (position == start or scan.form(known.last) not in _last_words()):
            return None
        known.first, known.last = position, known.last + length
        return known
    within = owner.last + 1 if owner is not None and owner.first == start else start
    end = _run(scan, within)
    length = _noun_at(scan, end) if end > within else 0
    if not length or scan.form(end - 1).endswith("'s"):
        return None
    return _unknown(scan, position, end + length - 1, (start, end + length), None)


def _run(scan: Scan, start: int) -> int:
    """Return the position behind "al-Hadath", "TVR Moldova": an article or a state in the name."""
    joined = scan.form(start) in _ARTICLES and scan.form(start + 1) == "-"
    if joined and scan.is_word(start + 2) and scan.tokens[start + 2].text[0].isupper():
        return name_run(scan, start + 3)
    end = name_run(scan, start)
    hit = scan.find(end, "name") if end > start else None
    state = hit is not None and hit.sense.kind in (None, "state") and not hit.enclitic
    return hit.last + 1 if hit is not None and state and _noun_at(scan, hit.last + 1) else end


def _unknown(scan: Scan, first: int, last: int, name: tuple[int, int], owner: Hit | None) -> Phrase:
    text = scan.text(name[0], name[1] - 1)
    enclitic = "'s" if scan.form(last).endswith("'s") else ""
    return Phrase(
        first,
        last,
        enclitic=enclitic,
        kind="media",
        definite=True,
        human=False,
        side=owner.sense.id if owner is not None else None,
        shown=text.removesuffix("'s").removesuffix("’s"),
    )


def _known(scan: Scan, position: int) -> Phrase | None:
    for hit in scan.all(position, "name"):
        if hit.sense.kind == "media":
            return name_phrase(hit)
    return None


def _noun_at(scan: Scan, position: int) -> int:
    """Return how many words from here name a sort of outlet, 0 for none."""
    for length in range(_LONGEST_NOUN, 0, -1):
        text = " ".join(scan.form(i) for i in range(position, position + length))
        if text in words("outlet_nouns"):
            return length
    return 0
