"""Proper names in Turkish that no lexicon has.

In:  a `Scan` and a position. Out: where a run of capitalised words ends; the phrase of a name.
An apostrophe ends a name and shows its case: what stands in the locative or ablative is a place.
The last word of a name tells bodies, media and things from persons ("… Partisi", "… Boğazı").
"""

import re
from collections.abc import Sequence
from functools import cache

from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Phrase, Scan
from kg.extract.mentions.turkish_letters import (
    begins_sentence,
    ending_of,
    is_capital,
    letters,
    words,
)
from kg.extract.mentions.turkish_outlets import is_told
from kg.lexicon.gazetteer import load_gazetteer
from kg.lexicon.grammar import endings_of, words_of
from kg.lexicon.loader import read_toml
from kg.lexicon.normalise import fold
from kg.lexicon.turkish import case_of, plural, possessed

_SURE = frozenset({"role", "institution", "adjective", "generic", "outlet"})
_BODIES = frozenset({"institution", "generic"})
_PLACE_CASES = frozenset({"locative", "ablative", "attributive"})
_LONGEST, _LONGEST_PLACE, _LIST, _LONGEST_LIST = 7, 2, 4, 5
_JOINTS = frozenset({",", "ve", "ile"})
_LONG_WORD = 5
_TO_BODY = 4
_NUMERAL = re.compile("[ivx]{1,5}|[1-9][0-9]?")  # of a king or pope
_SAINT = words_of("tr", "saint")
_AIRPORT = endings_of("tr", "airport")


def name_run(scan: Scan, start: int, *, titled: bool = False) -> int:
    """Return the position behind a run of name words; an apostrophe ends it.

    `titled`: an office stands in front, so that any capitalised word may begin the name.
    """
    end = start
    while end < scan.end and end - start < _LONGEST:
        step = _word_end(scan, end, first=end == start, titled=titled)
        if step == end:
            break
        end = step
        if ("'" in scan.form(end - 1) and ending_of(scan, end - 1)) or _ends_body(scan, end - 1):
            break
    return end if _counted(scan, start, end) else start


def _ends_body(scan: Scan, position: int) -> bool:
    return any(h.sense.tag in _BODIES for h in scan.hits(position))


def _word_end(scan: Scan, position: int, *, first: bool, titled: bool) -> int:
    if scan.form(position) == "-" and not first and scan.is_word(position + 1):
        before, mark = scan.tokens[position - 1], scan.tokens[position]
        glued = before.end == mark.start and mark.end == scan.tokens[position + 1].start
        return position + 2 if glued else position
    if _NUMERAL.fullmatch(scan.form(position)) and scan.form(position + 1) == ".":
        return position + 3 if is_capital(scan, position + 2) else position  # "II. Abdullah"
    if not scan.is_word(position):
        if scan.form(position) == "." and not first and len(scan.tokens[position - 1].text) == 1:
            return position + 1  # "J. D. Vance"
        if scan.form(position) == "." and scan.form(position - 1) in _SAINT:
            return position + 1  # "St. Vincent"
        return position
    form = scan.form(position)
    if form in words("particles"):
        step = position
        while scan.form(step) in words("particles"):  # "von der Leyen"
            step += 2 if scan.form(step + 1) == "-" else 1
        if (not first or scan.form(position + 1) == "-") and is_capital(scan, step):
            return step
    if not first and f"{form} {scan.form(position + 1)}" in words("named_particles"):
        return position + 2
    return position + 1 if _is_name_word(scan, position, first=first, titled=titled) else position


def _is_name_word(scan: Scan, position: int, *, first: bool, titled: bool) -> bool:
    if not is_capital(scan, position):
        return False
    form = scan.form(position)
    month = form in words("calendar") and first and titled and is_capital(scan, position + 1)
    if _is_model(scan, position) or (form.partition("'")[0] in words("calendar") and not month):
        return False
    if first and not titled and form in words("not_names"):
        return is_capital(scan, position + 1) and _ends_body(scan, position + 1)  # "Ulusal Konsey"
    if not first and form in words("also_names") and is_capital(scan, position + 1):
        return True
    hits = scan.hits(position)
    if not (first and titled) and _is_of_members(scan, position, hits):
        return True
    if not first and any(h.sense.tag in _BODIES and "possessed" in h.sense.flags for h in hits):
        return True
    if not first and any(h.sense.tag == "generic" and h.last == position for h in hits):
        return True  # "Sol Blok", "Ulusal Konsey"
    for hit in hits:
        if hit.sense.tag in _SURE and not (hit.sense.tag == "adjective" and not first):
            return False
        if hit.sense.tag == "name" and (hit.last > hit.first or hit.sense.kind):
            return False
        if hit.sense.tag == "name" and hit.enclitic and not first:
            return False
        if hit.sense.tag == "name" and first and not _may_be_given(scan, hit, titled=titled):
            return False
    return True


def _is_of_members(scan: Scan, position: int, hits: Sequence[Hit]) -> bool:
    """True for the officers of "Genç Subaylar Hareketi": of whom a body is."""
    many = any(h.sense.tag == "role" and h.sense.number == "plural" for h in hits)
    if not many or ending_of(scan, position):
        return False
    for end in range(position + 1, min(scan.end, position + _TO_BODY)):
        if not is_capital(scan, end):
            return False
        if _kind_of(_last(scan, end + 1), alone=False) == "body" or _ends_body(scan, end):
            return True
    return False


def _is_model(scan: Scan, position: int) -> bool:
    """True for "S-400", "F-16": letters with a number behind."""
    token = scan.tokens[position]
    if any(c.isdigit() for c in token.text):
        return True
    return scan.form(position + 1) == "-" and scan.form(position + 2)[:1].isdigit()


def _may_be_given(scan: Scan, hit: Hit, *, titled: bool) -> bool:
    """True for a town's name in front of a surname: "Vladimir Putin"."""
    entry = load_gazetteer().entry(hit.sense.id)
    if hit.enclitic or entry is None or entry.category != "place":
        return False
    after = hit.last + 1
    if is_capital(scan, after) and _kind_of(scan.form(after).partition("'")[0], alone=False):
        return True
    return is_capital(scan, after) and (titled or not scan.hits(after))


def _counted(scan: Scan, start: int, end: int) -> bool:
    return any(len(t.text) > 1 and t.is_word for t in scan.tokens[start:end])


def find_proper(scan: Scan, position: int) -> list[Phrase]:
    """Return the phrase of a proper name that begins here: person, body, medium or place."""
    if not is_capital(scan, position):
        return []
    opens = begins_sentence(scan, position)
    end = name_run(scan, position)
    if end == position:
        if (named := _outlet_of_place(scan, position)) is not None:
            return [_medium(scan, position, named)]
        end = name_run(scan, position, titled=True) if opens else position
        return _by_last_word(scan, position, end) if _is_body(scan, position, end) else []
    outlet = _outlet(scan, end)
    if outlet is not None and not ending_of(scan, end - 1):
        return [_medium(scan, position, outlet)]
    lonely = end - position == 1
    placed = scan.form(end) in _behind_places() and not scan.hits(position)
    placed = placed or _is_joined(scan, position, end)
    if opens and lonely and not placed and not ending_of(scan, position):
        return []  # every sentence begins with a capital
    paired = scan.form(position + 1) == "-"
    if opens and not lonely and not paired and _is_inflected(scan, position):
        return []
    if scan.sentence.kind == "dateline":
        return _in_dateline(scan, position, end)
    return _by_last_word(scan, position, end)


def _is_joined(scan: Scan, position: int, end: int) -> bool:
    """True for a name alone in front of "ile", "ve" and another name: "Macron ile Scholz"."""
    if scan.form(end) not in ("ile", "ve") or scan.hits(position) or _is_inflected(scan, position):
        return False
    behind = name_run(scan, end + 1)
    return (
        behind > end + 1
        and not scan.hits(end + 1)
        and _kind_of(_last(scan, behind), alone=False) == ""
    )


def _is_inflected(scan: Scan, position: int) -> bool:
    form = scan.form(position)
    return len(form) > _LONG_WORD and form.endswith(tuple(words("inflected")))


def _is_body(scan: Scan, position: int, end: int) -> bool:
    """True for a run of words, the first a common one, that ends as bodies' names do."""
    return end - position > 1 and _kind_of(_last(scan, end), alone=False) == "body"


def _last(scan: Scan, end: int) -> str:
    return scan.form(end - 1).removesuffix(ending_of(scan, end - 1))


def _outlet(scan: Scan, end: int) -> Hit | None:
    """Return the noun behind an outlet's name: "The Times gazetesi"."""
    hits = [h for h in scan.hits(end) if h.sense.tag == "outlet"]
    return max(hits, key=lambda h: (h.last, "possessed" in h.sense.flags), default=None)


def _outlet_of_place(scan: Scan, position: int) -> Hit | None:
    """Return the noun of an outlet called after a hill or a river: "Sahand haber ajansı"."""
    outlet = _outlet(scan, position + 1)
    if outlet is None or "possessed" not in outlet.sense.flags or ending_of(scan, position):
        return None
    entries = [load_gazetteer().entry(h.sense.id) for h in scan.hits(position)]
    placed = bool(entries) and all(e is not None and e.category == "place" for e in entries)
    return outlet if placed else None


def _medium(scan: Scan, first: int, outlet: Hit) -> Phrase:
    phrase = Phrase(first, outlet.last, enclitic=outlet.enclitic, kind="media", human=False)
    noun = outlet.sense.base or scan.form(outlet.last)
    name = scan.text(first, outlet.first - 1)
    short = name.isupper() and " " not in name  # "RFI radyosu" is RFI
    named = short or not noun.startswith(("televizyon", "radyo", "ajans"))
    phrase.shown = (
        name if named and noun[:1].islower() else f"{scan.text(first, outlet.last - 1)} {noun}"
    )
    plain = outlet.sense.case or "nominative"
    phrase.case = case_of(outlet.enclitic) if outlet.enclitic else plain
    phrase.definite = True
    return phrase


def _in_dateline(scan: Scan, position: int, end: int) -> list[Phrase]:
    """Places where the article was written; in parentheses stands the outlet."""
    outlet = _kind_of(_last(scan, end), alone=False) in ("media", "body")
    if outlet or scan.form(position - 1) == "(":
        return []
    return [Phrase(position, end - 1, category="place", definite=True, case="nominative")]


def _by_last_word(scan: Scan, position: int, end: int) -> list[Phrase]:
    ending = ending_of(scan, end - 1)
    case = case_of(ending)
    last = _last(scan, end)
    phrase = Phrase(position, end - 1, enclitic=ending, definite=True, case=case)
    kind = _kind_of(last, alone=end - position == 1)
    if kind == "other":
        return []
    placed = case in _PLACE_CASES or _leads_to_place(scan, end, ending)
    placed &= not _is_counterpart(scan, position)  # "meslektaşı X'ten … istedi"
    if placed and case == "ablative" and _represents(scan, end):
        kind = "body"  # "Yeşiller'den milletvekili X"
    if kind == "thing" or (kind == "" and placed and end - position <= _LONGEST_PLACE):
        phrase.category = "place"
        return [phrase]
    if kind == "" and _follows_outlet(scan, position):
        kind = "media"  # "yayın kuruluşu NOS'un"
    if kind == "" and case == "dative" and is_told(scan, end):
        kind = "media"
    if kind in ("media", "body"):
        phrase.kind = "media" if kind == "media" else "organization"
        phrase.human = False
        if not ending:
            _cut_case(scan, phrase, last)
        return [phrase]
    phrase.kind, phrase.human, phrase.number = "person", True, "singular"
    phrase.person = letters(scan, _untitled(scan, position, end), end)
    if _is_counterpart(scan, position):
        phrase.role = "counterpart"
    return [phrase]


def _represents(scan: Scan, end: int) -> bool:
    """True for a party in front of "milletvekili", "senatör"."""
    return any(h.sense.tag == "role" and h.sense.id == "lawmaker" for h in scan.hits(end))


def _is_counterpart(scan: Scan, position: int) -> bool:
    """True for "mevkidaşı X" and for each of "meslektaşları X, Y ve Z": people in office."""
    for _ in range(_LONGEST_LIST):
        if scan.form(position - 1) in _counterparts():
            return True
        joint = position - 1
        if scan.form(joint) not in _JOINTS:
            return False
        position = joint
        while position > 0 and is_capital(scan, position - 1):
            position -= 1
        if position == joint:
            return False
    return False


@cache
def _counterparts() -> frozenset[str]:
    """Return "mevkidaşı", "meslektaşları" and the like, folded."""
    nouns = read_toml("meetings_tr.toml")["words"]["counterpart"]
    return frozenset(
        fold(own) for noun in nouns for own in (possessed(noun), possessed(plural(noun)))
    )


def find_body_of_two(scan: Scan, position: int) -> list[Phrase]:
    """Return "NATO-Ukrayna Komisyonu": a body of two that are named in front of its noun."""
    for hit in scan.hits(position):
        mark = hit.last + 1
        if hit.sense.tag != "name" or hit.enclitic or scan.form(mark) not in ("-", "–"):
            continue
        others = [h for h in scan.hits(mark + 1) if h.sense.tag == "name" and not h.enclitic]
        if not others:
            continue
        start = max(h.last for h in others) + 1
        end = name_run(scan, start, titled=True)
        if end == start and is_capital(scan, start):
            end = start + 1  # the noun alone, which the lexicon has
        if end > start and _kind_of(_last(scan, end), alone=False) == "body":
            return _by_last_word(scan, position, end)
    return []


def _follows_outlet(scan: Scan, position: int) -> bool:
    """True behind "haber ajansı", "yayın kuruluşu": the outlet's name follows."""
    starts = range(max(0, position - 2), position)
    hits = (h for i in starts for h in scan.hits(i) if h.sense.tag == "outlet")
    return any(
        h.last == position - 1 and "possessed" in h.sense.flags and not h.enclitic for h in hits
    )


def _cut_case(scan: Scan, phrase: Phrase, last: str) -> None:
    """Take the case off a body's common noun: "Güvenlik Komitesinin" is the Komitesi's."""
    known = words("body_endings")
    cut = next((n for n in (3, 2) if last not in known and last[:-n] in known), 0)
    if cut == 3 and last.endswith(("nin", "nün", "nun")):
        phrase.case = "genitive"
    elif cut == 2 and last.endswith(("ni", "nü", "nu", "na", "ne", "nde", "nda")):
        phrase.case = "dative" if last.endswith(("na", "ne")) else "accusative"
    else:
        return
    phrase.shown = scan.text(phrase.first, phrase.last)[:-cut]


@cache
def _behind_places() -> frozenset[str]:
    """Return the words behind the name of a place: "kasabasında", "yakınlarında", folded."""
    return frozenset(fold(word) for word in read_toml("cities.toml")["evidence"]["tr"]["behind"])


def _leads_to_place(scan: Scan, end: int, ending: str) -> bool:
    """True for a name that a word of place follows, and for A in "A, B ve C'de"."""
    if ending:
        return False
    if scan.form(end) in _behind_places():
        at_airport = scan.form(end).startswith(_AIRPORT) and not is_capital(scan, end)
        return not at_airport  # "Odera havaalanında karşılandı"
    if scan.form(end) == "ile" and is_capital(scan, end - 1) and is_capital(scan, end - 2):
        return False  # "Patrik Teofil ile Tartu'da"
    for _ in range(_LIST):
        if scan.form(end) not in _JOINTS or not is_capital(scan, end + 1):
            return False
        end = (
            name_run(scan, end + 1, titled=True) if scan.hits(end + 1) else name_run(scan, end + 1)
        )
        if not is_capital(scan, end - 1):
            return False
        ending = ending_of(scan, end - 1)
        if ending:
            return case_of(ending) in ("locative", "attributive")
    return False


def _kind_of(last: str, *, alone: bool) -> str:
    """Return what the last word of a name tells, with its endings as common nouns have them."""
    for name, kind in (
        ("media_endings", "media"),
        ("body_endings", "body"),
        ("thing_endings", "thing"),
        ("other_endings", "other"),
    ):
        known = words(name)
        if last in known or any(last[:-cut] in known for cut in (1, 2, 3, 4, 5) if len(last) > 5):
            return kind if not alone or kind == "media" else "other"
    return ""


def _untitled(scan: Scan, position: int, end: int) -> int:
    start = position
    while start < end - 1 and scan.form(start) in words("titles"):
        start += 1
    return start
