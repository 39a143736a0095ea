"""Proper names in English that no lexicon has.

In:  a `Scan` and a position. Out: where a run of capitalised words ends; the phrase of a name.
Headlines that capitalise every word show nothing by it: there only an office announces a name.
"""

from kg.extract.mentions.english_name_words import given_names, speech, verbs, words
from kg.extract.mentions.english_places import is_place, is_seat_speaking, named_end
from kg.extract.mentions.english_surnames import MONTHS_TOO, is_named_may, is_shouted
from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Phrase, Scan
from kg.lexicon.gazetteer import load_gazetteer
from kg.lexicon.grammar import words_of

_LONGEST = 5
_LONG_WORD = 4
_GIVEN_AND_FAMILY = 2
# Share of capitalised words, and how many words at least: a headline may be a headline sooner.
_TITLE_CASE = {True: (0.6, 4), False: (0.9, 6)}
_AUXILIARIES = words_of("en", "auxiliaries")
# Behind these a lone name is somebody's.
_BESIDE = words_of("en", "beside_a_name")
# Behind a hyphen these make no name: "Kenya-led", "state-run".
_MADE = words_of("en", "second_halves")
# What is called by a name and acts for nobody; ships stand in front of theirs.
_THINGS = words_of("en", "named_things")
_SHIPS = words_of("en", "ships")
_STYLES = words_of("en", "styles_of_a_name")
_FIELDS = words_of("en", "last_words_of_a_field")
_IN_HEADLINES = words_of("en", "small_in_headlines")
_NOUNS_TOO = words_of("en", "also_plural_nouns")
_OPENING = frozenset({":", '"', "'", "(", "[", "-", "–", "—", "•"})
_SURE = frozenset({"role", "institution", "adjective", "generic", "outlet"})


def is_title_case(scan: Scan) -> bool:
    """True for a headline in which nearly every longer word begins with a capital."""
    longer = [t for t in scan.tokens[1:] if t.is_word and len(t.text) >= _LONG_WORD]
    capitals = sum(t.text[0].isupper() for t in longer)
    headline = scan.sentence.kind in ("title", "heading")
    share, fewest = _TITLE_CASE[headline]
    full = len(longer) >= fewest and capitals > share * len(longer)
    return full and (headline or not _tells(scan))


def _tells(scan: Scan) -> bool:
    """True with a verb in small letters: "Paul Kagame and William Ruto met in Kigali on Friday"."""
    small = (t for t in scan.tokens if t.is_word and t.text[0].islower())
    return any(t.form in verbs() or _may_tell(t.form) for t in small)


def _may_tell(form: str) -> bool:
    """True for "flew", "stayed": a longer word that headlines would write with a capital."""
    return len(form) >= _LONG_WORD and form not in _IN_HEADLINES


def is_foreign_capital(scan: Scan, position: int) -> bool:
    """True for a capitalised word that no lexicon knows and no sentence begins with."""
    if not scan.is_word(position) or not scan.tokens[position].text[0].isupper():
        return False
    office = scan.form(position) in words("titles") and scan.form(position + 1) == "."
    return not office and scan.form(position) not in words("not_names") and not scan.hits(position)


def name_run(scan: Scan, position: int, *, title_case: bool = False) -> int:
    """Return the position behind the capitalised words that begin here; `position` for none."""
    end = position
    while end < scan.end and end - position < _LONGEST * 2:
        step = _word_end(scan, end, position, title_case)
        if step == end:
            break
        end = step
        if scan.tokens[end - 1].form.endswith("'s"):
            break
    return end if _counted(scan, position, end) else position


def find_proper(scan: Scan, position: int, title_case: bool) -> list[Phrase]:
    """Return the phrase of an unknown proper name: of two words or more, or one before a verb."""
    found = _proper_at(scan, position, title_case)
    seat = [p for p in found if p.kind == "person" and _is_seat(scan, position, p.last + 1)]
    return [] if seat else found


def _proper_at(scan: Scan, position: int, title_case: bool) -> list[Phrase]:
    if title_case or (position and scan.tokens[position - 1].text == "-"):
        return []
    end = name_run(scan, position)
    if end == position:
        return _directed(scan, position)
    if _is_date(scan, end) or all(scan.form(i) in words("titles") for i in range(position, end)):
        return []
    if any(h.sense.tag == "name" for h in scan.hits(position)):
        return [] if _is_thing(scan, position, end) else [_of_place(scan, position, end)]
    if is_place(scan, position, end):
        last = named_end(scan, end) - 1
        return [Phrase(position, last, enclitic=_enclitic(scan, end), category="place")]
    if end - position == 1 and not _stands_alone(scan, position):
        return []
    return [] if _is_thing(scan, position, end) else [_proper(scan, position, end)]


def _is_seat(scan: Scan, first: int, end: int) -> bool:
    """True for "Mana" of "Mana MP Ana Roe", "Green" of "Green leader Jo Roe": not who they are."""
    if scan.form(first) in given_names() or scan.form(end - 1).endswith("'s"):
        return False
    role = scan.find(end, "role")
    named = role is not None and role.sense.number == "singular" and not role.enclitic
    return role is not None and named and name_run(scan, role.last + 1) > role.last + 1


def _is_thing(scan: Scan, position: int, end: int) -> bool:
    """True for "the Svalbard Treaty", "Victory Day", "the warship Usman Harun": nobody's name."""
    last = scan.form(end - 1).removesuffix("'s")
    called = end - position > 1 and last in _THINGS and not _is_called_so(scan, position, end)
    return called or is_ship(scan, position)


def _is_called_so(scan: Scan, position: int, end: int) -> bool:
    """True for "Doris Day", "Mr Andrew Bill": people whose surname is a word for a thing."""
    if end - position != _GIVEN_AND_FAMILY or scan.form(position - 1) == "the":
        return False
    given = scan.form(position) in given_names() or scan.form(position - 1) in words("titles")
    return given or scan.form(end) in speech()


def is_ship(scan: Scan, position: int) -> bool:
    """True for a name of several words right behind "vessel", "warship"."""
    after = position + 1
    several = scan.is_word(after) and scan.tokens[after].text[0].isupper()
    return several and scan.form(position - 1) in _SHIPS


def without_holder(scan: Scan, start: int, end: int) -> int:
    """Return where the field ends and the name begins: "of National Security Albert Kan".

    A body that no list has may be called after somebody: "of the Fondation Pierre Werner".
    """
    after_one = scan.form(start - 1) == "the" and not scan.hits(start)
    behind = range(start + 1 + after_one, end)
    named = next((k for k in behind if scan.form(k) in given_names()), end)
    matter = next((k + 1 for k in behind if scan.form(k) in _FIELDS), end)
    return named if named < end or end - matter < _GIVEN_AND_FAMILY else matter


def _is_date(scan: Scan, end: int) -> bool:
    """True for the month of "Aug. 4", "4 AUG (…)"."""
    if scan.sentence.kind == "dateline" and scan.form(end - 2).isdecimal():
        return True
    after = end + 1 if scan.form(end) == "." else end
    return scan.form(after)[:1].isdecimal()


def _directed(scan: Scan, position: int) -> list[Phrase]:
    """Return the place of "South Kivu", "Eastern Ghouta"."""
    after = position + 1
    if scan.form(position) not in words("directions") or not is_foreign_capital(scan, after):
        return []
    end = name_run(scan, after)
    if end == after or scan.tokens[position].text[0].islower():
        return []
    return [Phrase(position, end - 1, enclitic=_enclitic(scan, end), category="place")]


def _stands_alone(scan: Scan, position: int) -> bool:
    """True for one unknown word that names somebody: no thing's name, no word with a capital."""
    after, before = position + 1, scan.form(position - 1)
    if before in words("place_words"):
        return False
    following = scan.form(after)
    if following in speech() and (position or following not in _NOUNS_TOO):
        return True
    if position == 0 or before in _OPENING or len(scan.form(position)) <= 2:
        return False
    if following in verbs() - _AUXILIARIES:
        return True
    if before == "the":
        return False  # "the Essequibo": a river, a ship, a day
    if scan.form(position).endswith("'s"):
        return scan.find(after, "role") is not None
    return before in _BESIDE or before in speech() or _is_acronym(scan, position, after)


def letters(scan: Scan, start: int, end: int) -> str:
    """Return the words from `start` up to `end`, without a possessive."""
    text = scan.text(start, end - 1)
    return text[:-2] if scan.form(end - 1).endswith("'s") else text


def _untitled(scan: Scan, position: int, end: int) -> str:
    """Return the name without "General", "Mr" and the like; "Sheikh Hasina" is one name."""
    start = position
    while start < end - 1 and (scan.form(start) in words("titles") or scan.form(start) == "."):
        start += 1
    styled = start > position and end - start == 1 and scan.form(start - 1) in _STYLES
    return letters(scan, start - styled, end)


def _of_place(scan: Scan, position: int, end: int) -> Phrase:
    """Return the phrase of what is called after a state or capital: a body, a person never.

    A town may have a given name's name: Vladimir Putin, Florence Bauer.
    """
    phrase = _proper(scan, position, end)
    if joins_on(scan, position + 1) and phrase.kind == "person":
        return Phrase(position, end - 1, enclitic=phrase.enclitic, category="place")
    entries = [load_gazetteer().entry(h.sense.id) for h in scan.hits(position)]
    if phrase.category == "actor" and not any(
        e is not None and (e.personal or e.category == "place") for e in entries
    ):
        phrase.kind = "organization" if phrase.kind == "person" else phrase.kind
        phrase.person, phrase.human = None, False
    return phrase


def _proper(scan: Scan, position: int, end: int) -> Phrase:
    last = scan.form(end - 1).removesuffix("'s")
    enclitic = _enclitic(scan, end)
    phrase = Phrase(position, end - 1, enclitic=enclitic, definite=True)
    if last in words("media_endings") or _is_set_in_dateline(scan, position):
        phrase.kind, phrase.human = "media", False
    elif last in words("body_endings"):
        phrase.kind, phrase.human = "organization", False
    elif last in words("thing_endings") and not is_seat_speaking(scan, position, end):
        return Phrase(position, end - 1, enclitic=enclitic, category="place")
    else:
        if scan.sentence.kind == "dateline":
            phrase.kind, phrase.human = "media", False  # "CAIRO (Harbour Desk)"
        elif (
            _is_acronym(scan, position, end)
            or is_seat_speaking(scan, position, end)
            or _is_called_a_body(scan, position, end)
        ):
            phrase.kind, phrase.human = "organization", False
        elif scan.form(position - 1) != "the":  # persons have no article
            phrase.person, phrase.number = _untitled(scan, position, end), "singular"
            phrase.kind, phrase.human = "person", True
    return phrase


def _is_called_a_body(scan: Scan, position: int, end: int) -> bool:
    """True for "the shipowners' association Foroya Reidarafelag", "Fisheries Iceland"."""
    before = scan.form(position - 1)
    if before in words("body_endings") and scan.tokens[position - 1].text.islower():
        return True
    states = [h for h in scan.hits(end - 1) if h.sense.tag == "name" and h.sense.kind == "state"]
    named = end - position > 1 and scan.form(position) not in given_names()
    return named and any("personal" not in h.sense.flags for h in states)


def _is_set_in_dateline(scan: Scan, position: int) -> bool:
    """True for who writes: "MOSCOW, July 9. /Volga Line/"."""
    return scan.sentence.kind == "dateline" and scan.form(position - 1) in ("/", "(")


def _enclitic(scan: Scan, end: int) -> str:
    return "'s" if scan.form(end - 1).endswith("'s") else ""


def _is_acronym(scan: Scan, position: int, end: int) -> bool:
    """True for "KFOR", "MINUSMA": one word in capitals, a body."""
    text = letters(scan, position, end)
    return end - position == 1 and len(text) > 1 and text.isupper()


def _word_end(scan: Scan, position: int, start: int, title_case: bool) -> int:
    """Return the position behind one more word of the name, `position` when none stands here."""
    token = scan.tokens[position]
    first = position == start
    if token.text == "." and not first and _is_initial(scan, position - 1):
        after = position + 1
        named = scan.is_word(after) and _is_name_word(scan, after, False, title_case)
        return after if named else position
    if token.text == "-" and position - start > 1 and _is_syllable(scan, position + 1):
        return position + 2
    if token.text == "-" and not first and scan.is_word(position + 1):
        joined = _word_end(scan, position + 1, start, title_case)
        return joined if joined > position + 1 else position
    if not token.is_word:
        return position
    if scan.form(position) in words("name_particles") and (not first or token.text[0].isupper()):
        step = _behind_particles(scan, position)
        if not first and token.text[0].isupper() and _is_surname_too(scan, step):
            return step + 1
        return step if scan.is_word(step) and scan.tokens[step].text[0].isupper() else position
    return position + 1 if _is_name_word(scan, position, first, title_case) else position


def _is_surname_too(scan: Scan, position: int) -> bool:
    """True for "Lima" behind the capital "De" of "Frank De Lima", whatever else Lima is."""
    return scan.is_word(position) and any(h.sense.tag == "name" for h in scan.hits(position))


def _behind_particles(scan: Scan, position: int) -> int:
    """Return the position behind "al-", "von der": particles with or without hyphens."""
    while scan.form(position) in words("name_particles"):
        position += 2 if scan.form(position + 1) == "-" else 1
    return position


def _is_initial(scan: Scan, position: int) -> bool:
    """True for the letter of "S. Jaishankar", for "Gen. Khin Zaw Oo"."""
    token = scan.tokens[position]
    initial = len(token.text) == 1 and token.text.isupper()
    return initial or token.form in words("titles")


def _is_syllable(scan: Scan, position: int) -> bool:
    """True for the end of "Moon Jae-in", not of "Kenya-led"."""
    if not scan.is_word(position):
        return False
    before, token = scan.tokens[position - 1], scan.tokens[position]
    glued = before.end == token.start and scan.tokens[position - 2].end == before.start
    return glued and len(token.text) <= 4 and token.text.islower() and token.form not in _MADE


def _is_name_word(scan: Scan, position: int, first: bool, title_case: bool) -> bool:
    token = scan.tokens[position]
    if not token.text[0].isupper() or not token.text[0].isalpha():
        return False
    form = token.form.removesuffix("'s")
    if scan.form(position - 1) == "-" and scan.form(position - 2) in words("name_particles"):
        return not first  # "Ahmad al-Sabah", whatever else a Sabah is
    plain = form in words("not_names") and (first or title_case or form in words("calendar"))
    if plain and not (form in MONTHS_TOO and is_named_may(scan, position, first)):
        return False
    if not first and is_shouted(scan, position):
        return False
    if (title_case and form in verbs()) or form in words("regional"):
        return False
    for hit in scan.hits(position):
        if hit.sense.tag == "role" and not first and scan.form(position - 1) in given_names():
            return True  # "Julie Bishop"
        if hit.sense.tag in _SURE:
            return False
        if hit.sense.tag == "name":
            if hit.last > hit.first or hit.enclitic or title_case:
                return False
            if first:  # "Damascus University" is not Damascus
                behind = position + 1 + joins_on(scan, position + 1)
                return is_foreign_capital(scan, behind) or _is_titled(scan, position, hit)
            titled = scan.form(position - 1) in words("titles")
            return titled or "personal" in hit.sense.flags or _is_surname(scan, position, hit)
    return True


def _is_surname(scan: Scan, position: int, hit: Hit) -> bool:
    """True for the place of "William Hague", "negotiator Pablo Catatumbo": a person's name."""
    before = position - 1
    if scan.form(before) in given_names() and not scan.tokens[position].text.isupper():
        return True  # "Albert Kan", whatever else a Kan is
    if hit.sense.kind not in (None, "state") or scan.form(before) in words("place_words"):
        return False
    if _is_set_off(scan, before):
        return True
    if not scan.hits(before) and scan.form(before - 1) in words("titles"):
        return True  # "Dr Mokgweetsi Masisi"
    office = scan.hits(before - 1) if before > 0 else ()
    return not scan.hits(before) and any(h.sense.tag == "role" for h in office)


def joins_on(scan: Scan, position: int) -> bool:
    """True at the hyphen of "Kurgan-Tyube", one town's name."""
    if scan.form(position) != "-" or not is_foreign_capital(scan, position + 1):
        return False
    before, mark, after = scan.tokens[position - 1 : position + 2]
    return before.end == mark.start and mark.end == after.start


def _is_titled(scan: Scan, position: int, hit: Hit) -> bool:
    """True for the place of "President Masisi", "Dr Masisi": a person's name."""
    before = scan.form(position - 1)
    entry = load_gazetteer().entry(hit.sense.id)
    return before in words("titles") and entry is not None and entry.category == "place"


def _is_set_off(scan: Scan, position: int) -> bool:
    """True for "Paola" of "the foreign minister, Paola Guerrero,": an unknown word behind one."""
    if scan.form(position - 1) != "," or not is_foreign_capital(scan, position):
        return False
    closes = scan.form(position + 2) in (",", ".", "")
    ends = (h for k in (2, 3) for h in scan.hits(position - k) if h.sense.tag == "role")
    return closes and any(h.last == position - 2 for h in ends)


def _counted(scan: Scan, start: int, end: int) -> bool:
    """True when there is a whole word in it, not only initials."""
    return any(len(t.text) > 1 and t.is_word for t in scan.tokens[start:end])
