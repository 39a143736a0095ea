"""Hebrew institutions and outlets: a noun of the lexicon and whose it is.

In:  a `Scan` and the position of the noun.
Out: phrases: the institution, and those that "and" adds.
    משרד החוץ הרוסי; צבא ארה״ב; הפרלמנט של לבנון; לשכת ראש הממשלה; סוכנות ״…״ הלבנונית
"""

from kg.extract.mentions.choose import choose_name
from kg.extract.mentions.hebrew_parts import AND, and_nationality, describe, is_verb, nested, words
from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Phrase, Scan, name_phrase
from kg.lexicon.gazetteer import load_gazetteer
from kg.lexicon.grammar import words_of
from kg.model.mention import Gender

_QUOTES = {"«": "»", '"': '"', "'": "'", "„": '"'}
_MARKS = frozenset("\"'»")
_LONGEST_TITLE = 6
_PLATFORMS = words_of("he", "platforms")
_CHANNEL = "ערוץ"
_CHANNELS = words_of("he", "channels_of_talks")
OF = "של"


def find_institution(scan: Scan, position: int) -> list[Phrase]:
    """Return the longest institution that begins here, and others joined by "and"."""
    best: list[Phrase] = []
    for hit in scan.hits(position):
        if hit.sense.tag == "generic":
            found = [_plain(hit)]
        elif hit.sense.tag == "institution":
            found = _institution(scan, hit)
        else:
            continue
        if found and (not best or found[0].last > best[0].last):
            best = found
    return best


def find_body(scan: Scan, position: int, proclitics: tuple[str, ...] = ()) -> Phrase | None:
    """Return the institution or the actor's name that begins here with exactly these letters."""
    found = [
        p
        for p in find_institution(scan, position)[:1]
        if p.reading.proclitics == proclitics and p.category != "place"
    ]
    names = [
        h for h in scan.all(position, "name", bare=False) if h.reading.proclitics == proclitics
    ]
    if names:
        longest = [h for h in names if h.last == names[0].last]
        phrase = name_of(choose_name(scan, longest))
        if phrase.category != "place":
            found.append(phrase)
    return max(found, key=lambda p: p.last, default=None)


def name_of(hit: Hit) -> Phrase:
    """Return the phrase of a name: states and cities are feminine, of bodies nothing is known."""
    phrase = name_phrase(hit)
    phrase.gender = None if phrase.category == "actor" else "feminine"
    return phrase


def is_town(name: Phrase) -> bool:
    """True for a town, a capital too; not for a state or body."""
    capital = name.category == "either" and name.side not in (None, name.identity)
    return capital or name.category == "place"


def _institution(scan: Scan, hit: Hit) -> list[Phrase]:
    end, adjective = describe(scan, hit.last + 1)
    if adjective is not None:
        return _composed(scan, hit, end, adjective)
    owner = owner_at(scan, end, construct=hit.sense.construct or end == hit.last + 1)
    if owner is not None:
        return _states(scan, hit, owner)
    seated = hit.sense.kind == "ministry" or hit.sense.id == "parliament"
    seated = seated or (hit.sense.id == "government" and hit.sense.definite)
    seat = _seat(scan, end) if seated else None
    if seat is not None:
        return [_owned(hit, end - 1, seat, None)]
    return _unowned(hit, end) if hit.sense.definite or "bare" in hit.sense.flags else []


def _seat(scan: Scan, position: int) -> str | None:
    """Return the state of "(משרד החוץ) בבייג'ינג": a ministry in a capital is that state's."""
    for hit in scan.all(position, "name", bare=False):
        entry = load_gazetteer().entry(hit.sense.id)
        if hit.reading.proclitics == ("ב",) and entry and entry.category == "either":
            return name_of(hit).side
    return None


def owner_at(scan: Scan, position: int, *, construct: bool) -> Phrase | None:
    """Return the state, or the body, of "של רוסיה", or of a construct: צבא רוסיה, משטרת ישראל."""
    of = scan.form(position) == OF
    if not of and not construct:
        return None
    for hit in scan.all(position + of, "name"):
        entry = load_gazetteer().entry(hit.sense.id)
        if entry and entry.category == "either":
            return name_of(hit)
        if of and entry and entry.category == "actor" and entry.kind != "media":
            return name_of(hit)
    return None


def _composed(scan: Scan, hit: Hit, end: int, adjective: Hit) -> list[Phrase]:
    found = [_owned(hit, end - 1, adjective.sense.id, nested(adjective))]
    joined = and_nationality(scan, end)
    while joined is not None:
        more = _owned(hit, joined.last, joined.sense.id, None)
        more.first, more.reading = joined.first, joined.reading
        found.append(more)
        joined = and_nationality(scan, joined.last + 1)
    return found


def _states(scan: Scan, hit: Hit, owner: Phrase) -> list[Phrase]:
    """Return "ממשלות רוסיה ואיראן": one for each state."""
    if owner.category == "actor":
        phrase = _plain(hit)
        phrase.last, phrase.side = owner.last, owner.identity
        phrase.role = None
        return [phrase]
    found = [_owned(hit, owner.last, owner.side or owner.identity or "", owner)]
    if hit.sense.number != "plural":
        return found
    more = find_body(scan, owner.last + 1, AND)
    while more is not None and more.category == "either":
        other = _owned(hit, more.last, more.side or more.identity or "", None)
        other.first, other.reading = more.first, more.reading
        found.append(other)
        more = find_body(scan, more.last + 1, AND)
    return found


def _owned(hit: Hit, last: int, state: str, inner: Phrase | None) -> Phrase:
    phrase = _plain(hit)
    phrase.last = last
    is_state = "is_state" in hit.sense.flags
    phrase.identity = state if is_state else f"{state}.{hit.sense.id}"
    phrase.side = None if is_state else state
    phrase.kind = hit.sense.kind
    if inner is not None and not is_state:
        phrase.nested.append(inner)
    return phrase


def _unowned(hit: Hit, end: int) -> list[Phrase]:
    """An institution without its state: הצבא, משרד החוץ."""
    if "bare" not in hit.sense.flags or not hit.sense.definite:
        return []
    phrase = _plain(hit)
    phrase.last = end - 1
    return [phrase]


def _plain(hit: Hit) -> Phrase:
    sense = hit.sense
    # Whose government it is, is not known here: it is no state.
    kind = "organization" if sense.kind == "state" else sense.kind
    if sense.kind is None:
        return Phrase(hit.first, hit.last, hit.reading, category="place", definite=True)
    return Phrase(
        hit.first,
        hit.last,
        hit.reading,
        kind=kind,
        role=sense.id,
        gender=sense.gender,
        number=sense.number,
        definite=sense.definite,
        human=False,
    )


def find_outlet(scan: Scan, position: int) -> list[Phrase]:
    """Return an outlet under no known name: סוכנות ״דניפרו״, ערוץ NTB, העיתון הרוסי קומרסנט."""
    for hit in scan.all(position, "outlet", bare=False):
        gender: Gender | None = hit.sense.gender
        phrase = Phrase(
            hit.first, hit.last, hit.reading, kind="media", gender=gender, number="singular"
        )
        phrase.definite, phrase.human = hit.sense.definite, False
        if scan.form(hit.last).endswith(_CHANNEL) and is_of_talks(scan.form(hit.last + 1)):
            continue
        end, adjective = describe(scan, hit.last + 1)
        titled = _title_end(scan, end)
        known = _known_name(scan, end + (scan.form(end) in _QUOTES))
        if known is not None and titled > known.last + 2:
            known = None  # a longer title begins with it
        if known is not None:
            phrase.identity, phrase.side = known.sense.id, None
            phrase.last, phrase.kind = max(known.last, titled - 1), None
            return [phrase] if known.sense.kind == "media" else []
        if titled and adjective is None:
            end, adjective = describe(scan, titled)
        end = max(end, titled)
        owner = owner_at(scan, end, construct=False)
        if owner is not None:
            end = owner.last + 1
            phrase.nested.append(owner)
            phrase.side = owner.side or owner.identity
        if end > hit.last + 1:
            phrase.last = end - 1
            phrase.unnamed = not titled and not hit.sense.definite
            if adjective is not None:
                phrase.side = phrase.side or adjective.sense.id
                phrase.nested.append(nested(adjective))
            phrase.shown = _printed_title(scan, hit, titled)
            return [phrase]
    return []


def is_of_talks(form: str) -> bool:
    """True for "חשאי", "המדיני" behind "ערוץ": a way of talking."""
    return form in _CHANNELS or form.removeprefix("ה") in _CHANNELS


def _printed_title(scan: Scan, hit: Hit, end: int) -> str | None:
    """Return the quoted title that an outlet goes by alone: העיתון ״דר נורדן״."""
    if scan.form(end - 1) not in _MARKS:
        start = end
        while start - 1 > hit.last and _is_latin(scan, start - 1):
            start -= 1
        return scan.text(start, end - 1) if start < end else None
    first = next((i for i in range(hit.last + 1, end - 1) if scan.form(i) in _QUOTES), None)
    return scan.text(first + 1, end - 2) if first is not None and first + 1 < end - 1 else None


def _known_name(scan: Scan, position: int) -> Hit | None:
    return next((h for h in scan.all(position, "name") if h.sense.kind == "media"), None)


def _title_end(scan: Scan, position: int) -> int:
    """Return the position behind an outlet's title: in quotation marks, in Latin letters, a word.

    0 when none begins here.
    """
    if scan.form(position) in _PLATFORMS:
        return 0
    closing = _QUOTES.get(scan.form(position))
    if closing is not None:
        for end in range(position + 1, min(position + 2 + _LONGEST_TITLE, scan.end)):
            if scan.form(end) == closing or scan.form(end) in ('"', "'"):
                return end + 1
        return 0
    end = position
    while _is_latin(scan, end) and (end > position or scan.is_word(end)):
        end += 1
    if end > position:
        return end
    return _hebrew_title(scan, position)


def _is_latin(scan: Scan, i: int) -> bool:
    """True for a word in Latin letters, and for the hyphen of ABS-CBN."""
    if scan.is_word(i):
        return scan.tokens[i].text[0].isascii() and scan.tokens[i].text[0].isalpha()
    joined = scan.form(i) == "-" and scan.is_word(i - 1) and scan.is_word(i + 1)
    return joined and scan.tokens[i - 1].text[0].isascii() and scan.tokens[i + 1].text[0].isascii()


def _hebrew_title(scan: Scan, position: int) -> int:
    """Return the position behind "אל-ערביה" or one unknown word: כאן, מעריב."""
    if not scan.is_word(position) or scan.hits(position):
        return 0
    if scan.form(position) in words("stops") and scan.form(position + 1) != "-":
        return 0
    token = scan.tokens[position]
    if is_verb(token) or token.form.startswith(("ש", "ב", "ל", "כ", "ה")):
        return 0
    end = position + 1
    while scan.form(end) == "-" and scan.is_word(end + 1):
        end += 2
    return end
