"""Turkish names with "ve" inside: "Adalet ve Kalkınma Partisi", "Göç ve Uyum Bakanlığı".

In:  a `Scan` and a position. Out: the position behind such a name, or the phrase of the body.
Two names side by side ("Hamas ve İslami Cihat Hareketi") are no such name: in front of each comma
and "ve" stands a field, an aim or those whom the body is of.
"""

from dataclasses import replace

from kg.extract.mentions.scan import Phrase, Scan
from kg.extract.mentions.turkish_letters import ending_of, is_capital, letters, words
from kg.extract.mentions.turkish_runs import kind_of, kind_of_run
from kg.lexicon.grammar import endings_of
from kg.lexicon.turkish import case_of

_LONGEST = 11
_OF_FIELDS = endings_of("tr", "fields_in_a_name")
_SHORTEST = 6


def joined_end(scan: Scan, start: int) -> int:
    """Return the position behind "Göç, Uyum ve Vatandaşlık Bakanı"; `start` where no "ve" joins."""
    end, joined = start, False
    while end < min(scan.end, start + _LONGEST):
        if is_capital(scan, end):
            end += 1
            if "'" in scan.form(end - 1):
                break
            continue
        mark = scan.form(end)
        if mark not in ("ve", ",") or end == start or not _is_field(scan, end - 1):
            break
        if any(kind_of(scan.form(i), alone=False) == "body" for i in range(start, end)):
            return start  # "Dışişleri Bakanlığı Asya ve Okyanusya Dairesi"
        if not is_capital(scan, end + 1):
            break
        joined, end = joined or mark == "ve", end + 1
    return end if joined else start


def _is_field(scan: Scan, position: int) -> bool:
    """True for "Göç", "Mülteciler", "Göçmenlik": what an office or body may be for or of."""
    form = scan.form(position)
    if form in words("joined_fields"):
        return True
    return len(form) >= _SHORTEST and form.endswith(_OF_FIELDS)


def body_end(scan: Scan, position: int) -> int:
    """Return the position behind the body's noun in a joined name; `position` for none."""
    end = joined_end(scan, position)
    last_joint = max((i for i in range(position, end) if scan.form(i) == "ve"), default=end)
    for behind in range(end, last_joint + 1, -1):
        if kind_of_run(scan, position, behind) == "body":
            return behind
    return position


def with_more_of_outlet(scan: Scan, phrase: Phrase) -> Phrase:
    """Return "TRT Haber", "BBC Radio Ulster" for TRT, BBC: another outlet than the known one."""
    last = phrase.last
    plain = phrase.kind == "media" and not phrase.enclitic and phrase.case == "nominative"
    if not plain or not is_capital(scan, last + 1):
        return phrase
    if letters(scan, last + 1, last + 2).lower() not in words("parts_of_outlets"):
        return phrase
    last += 1
    while is_capital(scan, last + 1) and not ending_of(scan, last) and not _is_office(scan, last):
        last += 1
    ending = ending_of(scan, last)
    shown = letters(scan, phrase.first, last + 1)
    case = case_of(ending)
    return replace(phrase, last=last, enclitic=ending, identity=None, shown=shown, case=case)


def _is_office(scan: Scan, last: int) -> bool:
    """True where the holder of an office follows: no part of the outlet's name."""
    return any(h.sense.tag in ("role", "institution") for h in scan.hits(last + 1))


def with_known_name(scan: Scan, phrase: Phrase) -> Phrase:
    """Return Frontex for "Sınır ve Sahil Güvenlik Ajansı Frontex": one body, told twice."""
    if phrase.kind != "organization" or phrase.enclitic or phrase.case != "nominative":
        return phrase
    hits = [h for h in scan.hits(phrase.last + 1) if h.sense.tag == "name"]
    known = [h for h in hits if h.sense.kind not in (None, "state", "media", "official")]
    if not known or phrase.identity is not None or not is_capital(scan, phrase.last + 1):
        return phrase
    hit = max(known, key=lambda h: h.last)
    return replace(
        phrase,
        last=hit.last,
        reading=hit.reading,
        enclitic=hit.enclitic,
        identity=hit.sense.id,
        kind=hit.sense.kind,
        shown=None,
    )
