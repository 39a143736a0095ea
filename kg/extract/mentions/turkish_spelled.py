"""Bodies written out in Turkish in front of their short name: "Dünya Gıda Programı (WFP)".

In:  a `Scan`. Out: hits for the words written out, which mean what the short name means; of a short
name that no lexicon has, the phrase of a body called by those words.
"""

from dataclasses import replace

from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Phrase, Scan
from kg.extract.mentions.turkish_letters import ending_of, is_capital, letters, words
from kg.extract.mentions.turkish_runs import kind_of, last_word
from kg.lexicon.gazetteer import load_gazetteer
from kg.lexicon.turkish import case_of
from kg.model.mention import Case

_LONGEST = 9  # "Güneydoğu Asya Ülkeleri …", words in front of the bracket
_SHORTEST = 2
_JOINTS = frozenset({"ve", "ile"})


def add_spelled_out(scan: Scan) -> None:
    """Let the words in front of "(WFP)" mean what the short name means."""
    for bracket in range(2, scan.end - 2):
        if scan.form(bracket) != "(" or scan.form(bracket + 2) != ")":
            continue
        start = _start_of(scan, bracket)
        hit = _body_at(scan, bracket + 1)
        if hit is None or bracket - start < _SHORTEST or _is_known(scan, start, bracket, hit):
            continue
        if not _ends_as_body(scan, bracket):
            continue
        case, enclitic = case_at_end(scan, bracket)
        sense = replace(hit.sense, case=case, rank=hit.sense.rank + 1)
        reading = scan.tokens[start].readings[0]
        scan.add(start, Hit(sense, start, bracket - 1, reading, enclitic))


def find_spelled_out(scan: Scan, position: int) -> list[Phrase]:
    """Return the body of "Doğu Kıyısı Balıkçılar Topluluğu (DKBT)", which no lexicon has."""
    bracket = next(
        (i for i in range(position + _SHORTEST, position + _LONGEST + 1) if scan.form(i) == "("), 0
    )
    if not bracket or scan.form(bracket + 2) != ")" or scan.hits(bracket + 1):
        return []
    short = scan.tokens[bracket + 1].text if scan.is_word(bracket + 1) else ""
    if not (short.isupper() and short.isalpha()) or _start_of(scan, bracket) > position:
        return []
    named = [scan.form(i)[:1] for i in range(position, bracket) if is_capital(scan, i)]
    spelled = named == list(scan.form(bracket + 1))
    if not spelled or not _ends_as_body(scan, bracket):
        return []
    case, enclitic = case_at_end(scan, bracket)
    phrase = Phrase(position, bracket - 1, enclitic=enclitic, kind="organization", case=case)
    phrase.definite, phrase.human = True, False
    phrase.shown = letters(scan, position, bracket)
    return [phrase]


def case_at_end(scan: Scan, end: int) -> tuple[Case, str]:
    """Return the case of the last word in front of token `end`, and its ending if set apart."""
    if ending := ending_of(scan, end - 1):
        return case_of(ending), ending
    last, known = scan.form(end - 1), words("body_endings")
    cut = next((n for n in (2, 3, 4, 5) if last not in known and last[:-n] in known), 0)
    return (case_of(last[-cut:]) if cut else "nominative"), ""


def _start_of(scan: Scan, bracket: int) -> int:
    """Return where the run of capitalised words begins that ends in front of a bracket."""
    start = bracket
    for i in range(bracket - 1, max(-1, bracket - 1 - _LONGEST), -1):
        joint = scan.form(i) in _JOINTS and is_capital(scan, i - 1) and i < bracket - 1
        if not (is_capital(scan, i) or joint) or (i < bracket - 1 and "'" in scan.form(i)):
            break
        if any(h.sense.tag == "role" and h.last < bracket - 1 for h in scan.hits(i)):
            break  # "Genel Sekreteri Avrupa Konseyi (AK)"
        start = i if not joint else start
    return start


def _ends_as_body(scan: Scan, bracket: int) -> bool:
    """True for "… Programı", "… Topluluğunun", not for "milletvekili Ada Tavra (KDP)"."""
    last, known = last_word(scan, bracket), words("spelled_endings")
    cut = last in known or any(last[:-n] in known for n in (1, 2, 3, 4) if len(last) > n)
    return cut or kind_of(last, alone=False) == "body"


def _body_at(scan: Scan, position: int) -> Hit | None:
    """Return the body whose short name stands here; states and places have names of their own."""
    for hit in scan.hits(position):
        entry = load_gazetteer().entry(hit.sense.id) if hit.sense.tag == "name" else None
        if entry is not None and entry.category == "actor" and hit.last == position:
            return hit
    return None


def _is_known(scan: Scan, start: int, bracket: int, short: Hit) -> bool:
    """True where the lexicon has the words written out, but for whose body it is in front."""
    for i in range(start, bracket):
        for hit in scan.hits(i):
            if hit.last == bracket - 1 and hit.sense.id == short.sense.id:
                return i == start or not any(h.last == i - 1 for h in scan.hits(start))
    return False
