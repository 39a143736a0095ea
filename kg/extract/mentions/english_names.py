"""Proper names in English that no lexicon has.

In:  a `Scan` and a position. Out: where a run of capitalised words ends; the phrase of a name.
Headlines that capitalise every word show nothing by it: there only an office announces a name.
"""

from functools import cache

from kg.extract.inflect import inflect_english
from kg.extract.mentions.scan import Phrase, Scan
from kg.lexicon.loader import read_toml
from kg.lexicon.normalise import fold

_LONGEST = 5
_LONG_WORD = 4
# Share of capitalised words, and how many words at least: a headline may be a headline sooner.
_TITLE_CASE = {True: (0.6, 4), False: (0.8, 6)}
# Behind a hyphen these make no name: "Kenya-led", "state-run".
_MADE = frozenset({"led", "run", "era", "wide", "made", "held", "born", "type", "like", "rich"})
_OPENING = frozenset({":", '"', "'", "(", "[", "-", "–", "—", "•"})
_SURE = frozenset({"role", "institution", "adjective", "generic", "outlet"})


@cache
def words(name: str) -> frozenset[str]:
    """Return a list of roles.toml, folded."""
    return frozenset(fold(w) for w in read_toml("roles.toml")["english"][name])


@cache
def speech() -> frozenset[str]:
    """Return the forms of the verbs of speech."""
    rows = read_toml("cues_en.toml").get("verb", [])
    return frozenset(
        fold(form.text.split()[0])
        for row in rows
        if row.get("base")
        for form in inflect_english(row["base"], row.get("past"), row.get("participle"))
        if form.form in ("past", "present")
    )


@cache
def verbs() -> frozenset[str]:
    """Return the forms of verbs that may follow a name."""
    return speech() | {fold(v) for v in read_toml("roles.toml")["english"]["verbs"]}


def is_title_case(scan: Scan) -> bool:
    """True for a headline in which nearly every longer word begins with a capital."""
    longer = [t for t in scan.tokens[1:] if t.is_word and len(t.text) >= _LONG_WORD]
    capitals = sum(t.text[0].isupper() for t in longer)
    share, fewest = _TITLE_CASE[scan.sentence.kind in ("title", "heading")]
    return len(longer) >= fewest and capitals > share * len(longer)


def is_foreign_capital(scan: Scan, position: int) -> bool:
    """True for a capitalised word that no lexicon knows and no sentence begins with."""
    if not scan.is_word(position) or not scan.tokens[position].text[0].isupper():
        return False
    return scan.form(position) not in words("not_names") and not scan.hits(position)


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
    if title_case or (position and scan.tokens[position - 1].text == "-"):
        return []
    end = name_run(scan, position)
    if end == position:
        return []
    if any(h.sense.tag == "name" for h in scan.hits(position)):
        return [_of_place(scan, position, end)]
    lone = end - position == 1
    first = position == 0 or scan.form(position - 1) in _OPENING
    if lone and scan.form(position - 1) in words("place_words"):
        return []
    if lone and (first or len(scan.form(position)) <= 2) and scan.form(end) not in speech():
        return []
    return [_proper(scan, position, end)]


def letters(scan: Scan, start: int, end: int) -> str:
    """Return the words from `start` up to `end`, without a possessive."""
    text = scan.text(start, end - 1)
    return text[:-2] if scan.form(end - 1).endswith("'s") else text


def _untitled(scan: Scan, position: int, end: int) -> str:
    """Return the name without "General", "Sheikh" and the like before it."""
    start = position
    while start < end - 1 and scan.form(start) in words("titles"):
        start += 1
    return letters(scan, start, end)


def _of_place(scan: Scan, position: int, end: int) -> Phrase:
    """Return the phrase of what is called after a place: a body, a port, a person never."""
    phrase = _proper(scan, position, end)
    if phrase.category == "actor" and not any(
        "personal" in h.sense.flags for h in scan.hits(position)
    ):
        phrase.kind = "organization" if phrase.kind == "person" else phrase.kind
        phrase.person, phrase.human = None, False
    return phrase


def _proper(scan: Scan, position: int, end: int) -> Phrase:
    last = scan.form(end - 1).removesuffix("'s")
    enclitic = "'s" if scan.form(end - 1).endswith("'s") else ""
    phrase = Phrase(position, end - 1, enclitic=enclitic, definite=True)
    if last in words("media_endings"):
        phrase.kind, phrase.human = "media", False
    elif last in words("body_endings"):
        phrase.kind, phrase.human = "organization", False
    elif last in words("thing_endings"):
        return Phrase(position, end - 1, enclitic=enclitic, category="place")
    else:
        phrase.kind = "organization"
        if scan.form(position - 1) != "the":  # persons have no article
            phrase.person, phrase.number = _untitled(scan, position, end), "singular"
            phrase.kind, phrase.human = "person", True
    return phrase


def _word_end(scan: Scan, position: int, start: int, title_case: bool) -> int:
    """Return the position behind one more word of the name, `position` when none stands here."""
    token = scan.tokens[position]
    first = position == start
    if token.text == "-" and position - start > 1 and _is_syllable(scan, position + 1):
        return position + 2
    if token.text == "-" and not first and scan.is_word(position + 1):
        joined = _word_end(scan, position + 1, start, title_case)
        return joined if joined > position + 1 else position
    if not token.is_word:
        return position
    if scan.form(position) in words("name_particles") and (not first or token.text[0].isupper()):
        step = position + 2 if scan.form(position + 1) == "-" else position + 1
        return step if scan.is_word(step) and scan.tokens[step].text[0].isupper() else position
    return position + 1 if _is_name_word(scan, position, first, title_case) else position


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
    if form in words("not_names") and (first or title_case or form in words("calendar")):
        return False
    if title_case and form in verbs():
        return False
    for hit in scan.hits(position):
        if hit.sense.tag in _SURE:
            return False
        if hit.sense.tag == "name":
            if hit.last > hit.first or hit.enclitic or title_case:
                return False
            if first:  # "Damascus University" is not Damascus
                return is_foreign_capital(scan, position + 1)
            return "personal" in hit.sense.flags
    return True


def _counted(scan: Scan, start: int, end: int) -> bool:
    """True when there is a whole word in it, not only initials."""
    return any(len(t.text) > 1 and t.is_word for t in scan.tokens[start:end])
